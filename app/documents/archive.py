"""What makes the file one for the archive: PDF/A-2b (ISO 19005-2), told in its metadata.

Every colour is meant by the profile in it, every font lies in it, and nothing in it depends on
where or when it was made.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import PDFImageXObject

from app.documents.ready import Document, Ready, add, stream
from app.documents.sheet import Sheets

MAKER = "Recoup"
_COLOURS = "sRGB IEC61966-2.1"
_ENDED = b"endstream\n"
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{maker}</xmp:CreatorTool>
<xmp:CreateDate>{dated}</xmp:CreateDate><xmp:ModifyDate>{dated}</xmp:ModifyDate>
<pdf:Producer>{maker}</pdf:Producer>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


def end_streams(document: Document) -> None:
    """End each picture as the archive asks, on a line of its own (ISO 19005-2, 6.1.7.1).

    To be called when the file is complete, since pictures are spelt here.
    """
    pictures = [
        (name, held)
        for name, held in document.idToObject.items()
        if isinstance(held, PDFImageXObject)
    ]
    for name, held in pictures:
        body: bytes = held.format(document)
        document.idToObject[name] = Ready(body.removesuffix(_ENDED) + b"\n" + _ENDED)


def archive(document: Document, sheets: Sheets, *, colours: Path, language: str) -> None:
    """Say in the file's catalogue what it is and what its colours mean."""
    dated = f"{sheets.dated:%Y-%m-%d}T00:00:00Z"
    told = _XMP.format(
        title=escape(sheets.title),
        author=escape(sheets.author),
        language=language,
        maker=MAKER,
        dated=dated,
    )
    metadata = Ready(stream(told.encode(), b"/Type/Metadata/Subtype/XML", packed=False))
    profile = add(document, Ready(_profile(colours)))
    intent = Ready(
        b"[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(%b)/Info(%b)"
        b"/DestOutputProfile %d 0 R>>]" % (_COLOURS.encode(), _COLOURS.encode(), profile)
    )
    catalogue = document.Catalog
    catalogue.Metadata = metadata
    catalogue.OutputIntents = intent
    catalogue.__NoDefault__ = [*catalogue.__NoDefault__, "OutputIntents"]


@cache
def _profile(colours: Path) -> bytes:
    """The profile as it lies in every file, read and packed once."""
    return stream(colours.read_bytes(), b"/N 3")
