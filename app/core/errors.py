"""The one family of failures that become a sentence for the person at the desk."""

from __future__ import annotations


class Known(Exception):
    """Something understood and refused, with a sentence that says what to do next.

    Anything that is not a `Known` is a fault of the program and says so. `code` is a short
    machine-readable word that keeps its meaning between versions (`cli.md` rule 2); `field`
    names the input at fault, where there is one.
    """

    def __init__(self, code: str, message: str, field: str | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.field = field

    def __reduce__(self) -> tuple[object, ...]:
        """As it comes from another process: the subclasses are made with words of their own."""
        return _as_it_was, (type(self), self.args, self.__dict__)

    def as_dict(self) -> dict[str, str]:
        """The `error` object of the command line."""
        body = {"code": self.code, "message": self.message}
        if self.field is not None:
            body["field"] = self.field
        return body


def _as_it_was(kind: type[Known], args: tuple[object, ...], state: dict[str, object]) -> Known:
    known = kind.__new__(kind, *args)
    known.__dict__.update(state)
    return known


class BadInput(Known):
    """A value that its field cannot hold."""


class NotAllowed(Known):
    """The person's roles do not include this act."""

    def __init__(self, message: str, field: str | None = None) -> None:
        super().__init__("not_allowed", message, field)


class NotFound(Known):
    """No record answers to that name."""

    def __init__(self, message: str, field: str | None = None) -> None:
        super().__init__("not_found", message, field)
