"""From drawings to the file: pages, links between them, an outline, and what the file says of itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple
from xml.sax.saxutils import escape

from graphdata.drawing import Drawing
from graphdata.export.made_at import made_at
from graphdata.export.pdf.content import Page, page_of
from graphdata.export.pdf.objects import Objects, text_string
from graphdata.export.pdf.outline import Bookmark, Entry, outline
from graphdata.export.pdf.resources import Resources
from graphdata.export.pdf.shaping import Typesetter
from graphdata.export.pdf.structure import Leaf, write_tree
from graphdata.export.svg_data import number
from graphdata.scene import Box

POINTS_PER_MM = 72.0 / 25.4
PROGRAM = "Entente"


class Information(NamedTuple):
    """What the file says of itself."""

    title: str
    subject: str
    keywords: tuple[str, ...]


class _Sheet(NamedTuple):
    """A page with its number in the file, and the scale and shift from its drawing to the paper."""

    drawing: Drawing
    page: Page
    number: int
    paper: tuple[float, float]
    scale: float
    left: float
    top: float

    def place(self, x: float, y: float) -> tuple[float, float]:
        """Return a place of the drawing on the paper, where y grows upwards."""
        return self.left + x * self.scale, self.top - y * self.scale


Target = tuple[_Sheet, tuple[float, float]]


def to_pdf_bytes(
    drawings: Sequence[Drawing],
    sizes_mm: Sequence[tuple[float, float]],
    typeset: Typesetter,
    about: Information,
    bookmarks: Sequence[Bookmark] = (),
) -> bytes:
    """Return drawings as pages, each of its millimetres.

    The outline holds the bookmarks whose anchors are on the pages; without any, each title with its first page.
    """
    objects, shared = Objects(), Resources()
    tree, held = objects.reserve(), objects.reserve()
    papers = [(wide * POINTS_PER_MM, high * POINTS_PER_MM) for wide, high in sizes_mm]
    levels = {each.anchor: each.level for each in bookmarks}
    sheets = [
        _sheet(each, objects.reserve(), paper, page_of(each, shared, typeset, levels))
        for each, paper in zip(drawings, papers, strict=True)
    ]
    places: dict[str, Target] = {name: (sheet, at) for sheet in sheets for name, at in sheet.page.places.items()}
    for at, sheet in enumerate(sheets):
        notes = [_link(objects, sheet, box, to, places) for box, to in sheet.page.links if to.lstrip("#") in places]
        objects.put(sheet.number, _page(objects, sheet, (tree, held), notes, at))
    reach = max(max(each.width, each.height) for each in drawings)
    shared.write(objects, held, reach)
    kids = " ".join(f"{sheet.number} 0 R" for sheet in sheets)
    objects.put(tree, f"<</Type/Pages/Count {len(sheets)}/Kids[{kids}]>>")
    listed = [Entry(*each[:2], _there(places[each.anchor])) for each in bookmarks if each.anchor in places]
    root = outline(objects, listed or _titles(sheets))
    parts = write_tree(objects, [Leaf(sheet.number, sheet.page.parts) for sheet in sheets])
    return objects.file(_catalogue(objects, (tree, root, parts), about, len(sheets)), objects.add(_info(about)))


def _sheet(drawing: Drawing, at: int, paper: tuple[float, float], page: Page) -> _Sheet:
    """Return a page centred on its paper."""
    scale = min(paper[0] / drawing.width, paper[1] / drawing.height)
    left, below = (
        (side - long * scale) / 2.0 for side, long in zip(paper, (drawing.width, drawing.height), strict=True)
    )
    return _Sheet(drawing, page, at, paper, scale, left, paper[1] - below)


def _page(objects: Objects, sheet: _Sheet, held: tuple[int, int], notes: list[int], rank: int) -> str:
    """Return the object of a page; its operators are written."""
    scale = f"{sheet.scale:.6f}"
    start = f"{scale} 0 0 -{scale} {number(sheet.left)} {number(sheet.top)} cm\n".encode()
    content = objects.add_stream(start + sheet.page.operators)
    links = f"/Annots[{' '.join(f'{note} 0 R' for note in notes)}]" if notes else ""
    box = f"/MediaBox[0 0 {number(sheet.paper[0])} {number(sheet.paper[1])}]"
    said = f"{box}/Resources {held[1]} 0 R/Contents {content} 0 R{links}/Tabs/S/StructParents {rank}"
    return f"<</Type/Page/Parent {held[0]} 0 R{said}>>"


def _link(objects: Objects, sheet: _Sheet, box: Box, to: str, places: Mapping[str, Target]) -> int:
    """Write a link inside the file and return its number."""
    (left, top), (right, bottom) = sheet.place(box[0], box[1]), sheet.place(box[2], box[3])
    rectangle = " ".join(map(number, (left, bottom, right, top)))
    name = to.lstrip("#")
    said, there = text_string(name.replace("-", " ")), _there(places[name])
    return objects.add(f"<</Type/Annot/Subtype/Link/Rect[{rectangle}]/Border[0 0 0]/F 4/Contents{said}/Dest{there}>>")


def _there(target: Target) -> str:
    """Return a place on a page as PDF names it."""
    sheet, (_, y) = target
    return f"[{sheet.number} 0 R/XYZ null {number(sheet.place(0.0, y)[1])} null]"


def _catalogue(objects: Objects, trees: tuple[int, int, int], about: Information, count: int) -> int:
    """Write the catalogue with the pages, the outline, the parts and the metadata, and return its number."""
    tree, root, parts = trees
    metadata = objects.add_stream(_metadata(about).encode(), "/Type/Metadata/Subtype/XML", packed=False)
    mode = "UseOutlines" if count > 1 else "UseNone"
    return objects.add(
        f"<</Type/Catalog/Pages {tree} 0 R/Outlines {root} 0 R/PageMode/{mode}"
        f"/StructTreeRoot {parts} 0 R/MarkInfo<</Marked true>>"
        f"/Metadata {metadata} 0 R/Lang(en)/ViewerPreferences<</DisplayDocTitle true>>>>"
    )


def _titles(sheets: Sequence[_Sheet]) -> list[Entry]:
    """Return each title with the first page that bears it."""
    firsts = {sheet.drawing.title: sheet for sheet in reversed(sheets)}
    return [Entry(1, title, f"[{sheet.number} 0 R/Fit]") for title, sheet in reversed(firsts.items())]


def _info(about: Information) -> str:
    """Return the dictionary of the file's properties: no person, no machine, no clock."""
    fields = {"Title": about.title, "Subject": about.subject, "Keywords": ", ".join(about.keywords), "Creator": PROGRAM}
    written = "".join(f"/{name}{text_string(text)}" for name, text in fields.items() if text)
    when = made_at()
    day = f"(D:{when:%Y%m%d%H%M%S}Z)" if when else ""
    return f"<<{written}{f'/CreationDate{day}/ModDate{day}' if day else ''}>>"


def _metadata(about: Information) -> str:
    """Return the same as XMP."""
    when = made_at()
    day = f"{when:%Y-%m-%dT%H:%M:%SZ}" if when else ""
    dates = f"<xmp:CreateDate>{day}</xmp:CreateDate><xmp:ModifyDate>{day}</xmp:ModifyDate>" if day else ""
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" '
        f'xmlns:xmp="http://ns.adobe.com/xap/1.0/">{_language("title", about.title)}'
        f"{_language('description', about.subject)}<pdf:Keywords>{escape(', '.join(about.keywords))}</pdf:Keywords>"
        f"<xmp:CreatorTool>{PROGRAM}</xmp:CreatorTool>{dates}"
        '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>'
    )


def _language(name: str, text: str) -> str:
    """Return a text of the metadata in its default language."""
    return f'<dc:{name}><rdf:Alt><rdf:li xml:lang="x-default">{escape(text)}</rdf:li></rdf:Alt></dc:{name}>'
