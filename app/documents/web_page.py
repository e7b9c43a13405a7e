"""A letter as one page for a browser, with the words of the PDF: its twin (ux.md 7.15).

The page holds all it needs: no script, no picture, nothing fetched. Who reads it chooses how large
it is, how wide, and whether light or dark.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html import escape

from app.documents.tags import Numbering, Role, Scope
from app.documents.told import Told, ToldLetter

_PAGE = """<!DOCTYPE html>
<html lang="{language}" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
style-src 'unsafe-inline'">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<main>
{body}
</main>
</body>
</html>
"""
_STYLE = """
:root { color-scheme: light dark; --text: #212b32; --second: #4c6272; --line: #768692; \
--ground: #ffffff; }
@media (prefers-color-scheme: dark) {
  :root { --text: #f0f4f5; --second: #c3ccd2; --line: #8a99a5; --ground: #15191c; }
}
body { margin: 0; background: var(--ground); color: var(--text); \
font: 1.125rem/1.5 Arial, "Liberation Sans", sans-serif; overflow-wrap: break-word; }
main { max-width: 42rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
h1 { font-size: 2rem; line-height: 1.2; margin: 2rem 0 1rem; }
h2 { font-size: 1.375rem; line-height: 1.3; margin: 2rem 0 0.5rem; }
p, dl, ul, ol { margin: 0 0 0.75rem; }
ul, ol { padding-left: 1.75rem; }
dl > div { margin-bottom: 0.5rem; }
dt { color: var(--second); }
dd { margin: 0; }
.wide { overflow-x: auto; margin: 0.75rem 0 1rem; }
table { width: 100%; border-collapse: collapse; }
th, td { text-align: left; vertical-align: top; padding: 0.375rem 0.75rem 0.375rem 0; \
border-bottom: 1px solid var(--line); font-variant-numeric: tabular-nums; }
tbody th { font-weight: normal; }
.sum { text-align: right; }
.figure { border-left: 0.25rem solid var(--line); padding-left: 0.75rem; }
@media print {
  :root { color-scheme: light; --text: #000000; --second: #333333; --line: #666666; \
--ground: #ffffff; }
  body { font-size: 12pt; }
  main { max-width: none; padding: 0; }
  h1, h2 { break-after: avoid; }
  tr, li, dl > div { break-inside: avoid; }
}
"""
_SPACES = re.compile(r"[ \t\r\f\v]+")
_BREAKS = re.compile(r" ?\n[ \n]*")
_SUM = re.compile(r"[-−]?[^\w\s]?[-−]?\d[\d,.]*(\s?%)?")  # an amount, a count or a share
_NUMBER = re.compile(r"(?:(.+) )?(\d{1,4})")  # before it the cross of a box that is ticked


def web_page(letter: ToldLetter) -> str:
    """The page: every word escaped, headings, lists and tables as what they are."""
    return _PAGE.format(
        language=escape(letter.language),
        title=escape(letter.title),
        style=_STYLE,
        body=_blocks(letter.whole),
    )


def _block(part: Told) -> str:
    return _BLOCKS.get(part.role, _paragraph)(part)


def _blocks(part: Told) -> str:
    """What a part holds, one block a line; bare words among them are paragraphs."""
    return "\n".join(
        f"<p>{_set(kid)}</p>" if isinstance(kid, str) else _block(kid) for kid in part.kids
    )


def _words(part: Told) -> str:
    """All words in it as one run of text, in reading order, marked where they run leftwards."""
    return _set("".join(_run(kid) for kid in part.kids))


def _run(kid: Told | str) -> str:
    if isinstance(kid, str):
        return escape(kid)
    if kid.role is Role.SPAN:
        return f"<bdi>{escape(kid.alt)}</bdi>"
    inside = escape(kid.alt) if kid.role is Role.FIGURE else "".join(map(_run, kid.kids))
    return f" {inside} "


def _set(words: str) -> str:
    """Wrapped lines joined again; a line that began for its own sake still does."""
    return _BREAKS.sub("<br>", _SPACES.sub(" ", words).strip())


def _paragraph(part: Told) -> str:
    return f"<p{_way(part)}>{_words(part)}</p>"


def _heading(part: Told) -> str:
    name = part.role.value.lower()
    return f"<{name}{_way(part)}>{_words(part)}</{name}>"


def _way(part: Told) -> str:
    """Whether all of it is read from the right."""
    words = [kid for kid in part.kids if not isinstance(kid, str) or kid.strip()]
    leftward = all(not isinstance(kid, str) and kid.role is Role.SPAN for kid in words)
    return ' dir="rtl"' if words and leftward else ""


def _figure(part: Told) -> str:
    """What it shows; the words drawn in it are parts of a picture, as numbers at an axis are."""
    return f'<p class="figure">{_set(escape(part.alt))}</p>'


def _inside(part: Told) -> str:
    """A part of a list: its words, or its blocks where it holds any."""
    if all(isinstance(kid, str) or kid.role is Role.SPAN for kid in part.kids):
        return _words(part)
    return _blocks(part)


def _list(part: Told) -> str:
    """Numbers and dots are the browser's own; other labels are told before what they label."""
    items = [_labelled(kid) for kid in part.kids if isinstance(kid, Told)]
    if part.numbering is Numbering.DISC:
        return _listed("ul", [("", body) for _, body in items])
    if part.numbering is Numbering.DECIMAL:
        numbers = [_NUMBER.fullmatch(label) for label, _ in items]
        if all(numbers):
            told = [
                (f' value="{found[2]}"', f"{found[1]} {body}" if found[1] else body)
                for found, (_, body) in zip(numbers, items, strict=True)
                if found
            ]
            return _listed("ol", told)
    rows = "\n".join(f"<div><dt>{label}</dt><dd>{body}</dd></div>" for label, body in items)
    return f"<dl>\n{rows}\n</dl>"


def _listed(name: str, items: list[tuple[str, str]]) -> str:
    rows = "\n".join(f"<li{more}>{body}</li>" for more, body in items)
    return f"<{name}>\n{rows}\n</{name}>"


def _labelled(item: Told) -> tuple[str, str]:
    """The label of an item and the rest of it."""
    parts = [kid for kid in item.kids if isinstance(kid, Told)]
    label = " ".join(_words(part) for part in parts if part.role is Role.LABEL)
    body = "\n".join(
        _inside(part) if part.role is Role.BODY else _block(part)
        for part in parts
        if part.role is not Role.LABEL
    )
    return label, body


def _table(part: Told) -> str:
    """The names of the columns head it, and stand again on each printed page."""
    rows = [kid for kid in part.kids if isinstance(kid, Told)]
    heads = 0
    while heads < len(rows) and _is_head(rows[heads]):
        heads += 1
    sums = _sums(rows[heads:])
    head = "".join(_row(row, sums) for row in rows[:heads])
    body = "".join(_row(row, sums) for row in rows[heads:])
    top = f"<thead>\n{head}</thead>\n" if head else ""
    return f'<div class="wide"><table>\n{top}<tbody>\n{body}</tbody>\n</table></div>'


def _is_head(row: Told) -> bool:
    return all(isinstance(cell, Told) and cell.scope is Scope.COLUMN for cell in row.kids)


def _sums(rows: list[Told]) -> frozenset[int]:
    """The columns, counted from nought, that hold amounts or counts and no other words."""
    columns: dict[int, set[str]] = {}
    for row in rows:
        for at, cell in enumerate(kid for kid in row.kids if isinstance(kid, Told)):
            columns.setdefault(at, set()).add(_words(cell))
    found = {at: words - {""} for at, words in columns.items()}
    return frozenset(at for at, words in found.items() if words and all(map(_SUM.fullmatch, words)))


def _row(row: Told, sums: frozenset[int]) -> str:
    cells = [cell for cell in row.kids if isinstance(cell, Told)]
    return f"<tr>{''.join(_cell(cell, at in sums) for at, cell in enumerate(cells))}</tr>\n"


def _cell(cell: Told, is_sum: bool) -> str:
    mark = ' class="sum"' if is_sum else ""
    if cell.role is not Role.HEADER:
        return f"<td{mark}>{_words(cell)}</td>"
    scope = "row" if cell.scope is Scope.ROW else "col"
    return f'<th scope="{scope}"{mark}>{_words(cell)}</th>'


_BLOCKS: Mapping[Role, Callable[[Told], str]] = {
    Role.TITLE: _heading,
    Role.HEADING: _heading,
    Role.FIGURE: _figure,
    Role.LIST: _list,
    Role.TABLE: _table,
}
