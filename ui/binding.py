"""PySide6 without what nobody needs of it before something goes wrong.

PySide6 carries a program of its own, as source text inside its library: what makes signatures for
`help()`, for stubs and for the words of a TypeError. It is unpacked and compiled anew at each
start, which takes as long as an empty window takes to show, and then it reads the source of every
module that is imported, to see whether one of them wants names in snake case. Recoup wants none,
and signatures only where a call is wrong: so `load` lets that program wait until it is asked for.

    load()                                           # before the first import from PySide6

It leaves a PySide6 that is not in `KNOWN` to start as it would without us.
"""

from __future__ import annotations

import builtins
import sys
from collections.abc import Callable
from types import ModuleType
from typing import Any

KNOWN = ("6.11.3",)  # looked through, and tried by tests/ui/test_binding.py
_STARTER = "signature_bootstrap"
_STARTS_LATER = b"from ui.binding import bootstrap"
_MAPPING = "shibokensupport.signature.mapping"
# What `shiboken6` imports for that program alone.
_FOR_IT = ("base64", "tempfile", "textwrap", "traceback", "zipfile")


def load() -> None:
    """Import PySide6's foundation; to be called before threads and before any import of it."""
    if "shiboken6" in sys.modules:
        return
    stand_ins = {name: ModuleType(name) for name in _FOR_IT if name not in sys.modules}
    _stand_ins.update(stand_ins)
    sys.modules.update(stand_ins)
    builtins.__dict__["compile"] = _compile_starter
    try:
        __import__("shiboken6")
    finally:
        builtins.__dict__["compile"] = _compile
        _take_stand_ins_away()


def _take_stand_ins_away() -> None:
    while _stand_ins:
        del sys.modules[_stand_ins.popitem()[0]]


class _Later(ModuleType):
    """Stands where the binding looks for that program's functions: each of them starts it."""

    def __init__(self, source: bytes) -> None:
        super().__init__("later")
        self._source = source
        self._program: ModuleType | None = None

    def program(self) -> ModuleType:
        """The program itself, started now if it was not."""
        if self._program is None:
            starter = sys.modules[_STARTER]
            exec(_compile(self._source, f"{_STARTER}.py", "exec"), starter.__dict__)
            self._program = starter.bootstrap()
        return self._program

    def __getattr__(self, name: str) -> Callable[..., Any]:
        return lambda *given: getattr(self.program(), name)(*given)

    def finish_import(self, _module: ModuleType) -> None:
        """No module of a known PySide6 is finished in Python."""

    def post_init(self) -> None:
        """Python's own `import` stays: nobody here asks for names in snake case."""


class _Mapping(ModuleType):
    """The names that the binding looks a wrongly called function up by; it keeps this very one."""

    def __init__(self, later: _Later) -> None:
        super().__init__(_MAPPING)
        self._later = later
        self.update_mapping = self._update

    def _update(self) -> None:
        self._later.program()
        real = sys.modules[_MAPPING]
        real.__dict__["update_mapping"]()
        kept = self._update
        self.__dict__.update(real.__dict__)
        self.update_mapping = kept


_compile = compile
_kept: list[ModuleType] = []
_stand_ins: dict[str, ModuleType] = {}


def bootstrap() -> ModuleType:
    """What the binding calls for that program's functions, while `shiboken6` is imported."""
    return _kept[0]


def _compile_starter(source: bytes, file: str, *how: Any, **more: Any) -> Any:
    """The first text that the binding compiles is the starter of that program."""
    builtins.__dict__["compile"] = _compile
    known = sys.modules["shiboken6"].__dict__.get("__version__") in KNOWN
    if not known or file != f"{_STARTER}.py":
        _take_stand_ins_away()
        return _compile(source, file, *how, **more)
    later = _Later(source)
    mapping = sys.modules[_MAPPING] = _Mapping(later)
    _kept[:] = later, mapping  # the binding itself holds them too loosely
    return _compile(_STARTS_LATER, file, *how, **more)
