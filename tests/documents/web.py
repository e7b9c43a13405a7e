"""A page for a browser, read as a browser does: its parts, their words and what it asks for."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

_ALONE = ("meta", "br")


@dataclass(slots=True)
class Node:
    """One element: its attributes, and the words and elements in it in their order."""

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    kids: list[Node | str] = field(default_factory=list)

    def every(self, *names: str) -> list[Node]:
        """Every element of these names within it, or of any, in reading order."""
        found = []
        for kid in self.kids:
            if isinstance(kid, Node):
                found += [kid] if kid.name in names or not names else []
                found += kid.every(*names)
        return found

    @property
    def words(self) -> str:
        """All words in it, in reading order."""
        inline = ("bdi",)
        return "".join(
            kid if isinstance(kid, str) else kid.words if kid.name in inline else f" {kid.words} "
            for kid in self.kids
        )


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.whole = Node("")
        self.open = [self.whole]
        self.kind = ""

    def handle_decl(self, decl: str) -> None:
        self.kind = decl

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        made = Node(tag, {name: value or "" for name, value in attrs})
        self.open[-1].kids.append(made)
        if tag not in _ALONE:
            self.open.append(made)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().name == tag

    def handle_data(self, data: str) -> None:
        self.open[-1].kids.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")


def read(page: str) -> Node:
    """The page from its top; every element must be closed where it was opened."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    assert reader.kind == "DOCTYPE html"
    assert reader.open == [reader.whole]
    return reader.whole
