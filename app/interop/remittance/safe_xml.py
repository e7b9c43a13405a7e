"""XML from outside: no document types, no entities, no depth or size that eats the machine."""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element, ParseError, TreeBuilder

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from app.core.errors import BadInput
from app.core.wording import Phrase

_MOST_ELEMENTS = 2_000_000
_DEEPEST = 60  # a camt.053 goes some fifteen deep
_NAMESPACE_END = "}"


class _Bounded(TreeBuilder):
    """A tree that stops growing."""

    def __init__(self) -> None:
        super().__init__()
        self._elements = self._depth = 0

    def start(self, tag: Any, attrs: Any, /) -> Element:
        self._elements += 1
        self._depth += 1
        if self._elements > _MOST_ELEMENTS or self._depth > _DEEPEST:
            raise BadInput(
                "bad_xml", "This XML is larger or deeper than any statement. Check it.", "file"
            )
        return super().start(tag, attrs)

    def end(self, tag: Any, /) -> Element:
        self._depth -= 1
        return super().end(tag)


def parse_xml(raw: bytes) -> Element:
    """The root of a document; raises BadInput `bad_xml`, with the line where there is one.

    A document type is refused as such: statements have none, and entities come only with one.
    """
    parser = DefusedXMLParser(target=_Bounded(), forbid_dtd=True)
    try:
        parser.feed(raw)
        root: Element = parser.close()
    except ParseError as wrong:
        line = wrong.position[0]
        raise BadInput(
            "bad_xml",
            Phrase("Line {line}: this XML is not whole. Fetch the file again.", line=line),
            "file",
        ) from None
    except DefusedXmlException:
        raise BadInput(
            "bad_xml",
            "This XML declares a document type or entities, which no statement does. "
            "Nothing of it was read.",
            "file",
        ) from None
    except (LookupError, ValueError):  # an encoding that nobody knows
        raise BadInput(
            "bad_xml", "This XML says an encoding that cannot be read. Save it as UTF-8.", "file"
        ) from None
    return root


def name_of(element: Element) -> str:
    """The tag without its namespace."""
    return str(element.tag).rpartition(_NAMESPACE_END)[2]


def namespace_of(element: Element) -> str:
    """The namespace of a tag, or nothing."""
    return str(element.tag).rpartition(_NAMESPACE_END)[0].removeprefix("{")


def all_at(element: Element, path: str) -> list[Element]:
    """The elements at a path such as `NtryDtls/TxDtls`, whatever their namespace."""
    return element.findall("/".join(f"{{*}}{step}" for step in path.split("/")))


def text_at(element: Element, *paths: str) -> str:
    """The words of the first of these paths that has any, "" where none has."""
    for path in paths:
        for found in all_at(element, path):
            words = (found.text or "").strip()
            if words:
                return words
    return ""
