"""The blocks of a document in WordprocessingML: paragraphs in named styles, bookmarks, links inside, tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import count
from typing import Final

from graphdata.directions import marked, stretches
from graphdata.export.xml_text import said
from graphdata.paper import Block, Heading, Paper, Row, Run, Runs, Table

NAMESPACE: Final = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
LOOKS: Final[Mapping[str, str]] = {
    "text": "",
    "fact": "Fact",
    "lead": "Lead",
    "small": "SmallPrint",
    "item": "ListBullet",
}
CELL, CELL_HEAD, LINK = "TableText", "TableHead", "Hyperlink"
FAINT: Final = "55636F"
EDGE: Final = "C3CCD3"
SHADE: Final = "EEF1F4"
TWIPS_PER_MM: Final = 1440 / 25.4
ROOM: Final = round(178 * TWIPS_PER_MM)  # between the margins of an A4 page
EDGES: Final = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{EDGE}"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
PADDING: Final = {"top": 30, "left": 70, "bottom": 30, "right": 70}
MARGINS: Final = "".join(f'<w:{side} w:w="{wide}" w:type="dxa"/>' for side, wide in PADDING.items())


def blocks_in(paper: Paper) -> Iterator[str]:
    """Yield the blocks of a document, one element each; bookmarks are numbered through."""
    numbers = count(1)
    for block in paper.blocks:
        yield _block(block, numbers)


def _block(block: Block, numbers: Iterator[int]) -> str:
    if isinstance(block, Heading):
        return _paragraph(_marked_run(Run(block.text), block.anchor, numbers), f"Heading{block.level}", NAMESPACE)
    if isinstance(block, Table):
        return _table(block)
    return _paragraph(_runs(block.runs), LOOKS[block.look], NAMESPACE)


def _marked_run(run: Run, anchor: str, numbers: Iterator[int]) -> str:
    """Return words between the ends of a bookmark, if they have an anchor."""
    return _bookmark(anchor, numbers, _run(run)) if anchor else _run(run)


def _bookmark(anchor: str, numbers: Iterator[int], inside: str) -> str:
    number = next(numbers)
    start = f'<w:bookmarkStart w:id="{number}" w:name="{bookmark(anchor)}"/>'
    return f'{start}{inside}<w:bookmarkEnd w:id="{number}"/>'


def bookmark(anchor: str) -> str:
    """Return an anchor as a name that Word takes for a bookmark: letters, digits and lines below."""
    return said(anchor.replace("-", "_"))


def _table(table: Table) -> str:
    """Return a table as wide as the page; its head is repeated and no row is cut by the end of a page.

    Word measures the indent to the text of the first cell, so that without one the border stands in the margin.
    """
    widths = [round(ROOM * share) for share in table.shares]
    grid = "".join(f'<w:gridCol w:w="{wide}"/>' for wide in widths)
    heads = "".join(
        _cell(_paragraph(_run(Run(head)), CELL_HEAD), wide, f'<w:shd w:val="clear" w:color="auto" w:fill="{SHADE}"/>')
        for head, wide in zip(table.heads, widths, strict=True)
    )
    return (
        f'<w:tbl {NAMESPACE}><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblInd w:w="{PADDING["left"]}" w:type="dxa"/>'
        f'<w:tblBorders>{EDGES}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>{MARGINS}</w:tblCellMar>'
        f'<w:tblLook w:val="0020" w:firstRow="1"/><w:tblCaption w:val="{said(table.name)}"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>"
        f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{heads}</w:tr>"
        + "".join(_row(row, widths) for row in table.rows)
        + "</w:tbl>"
    )


def _row(row: Row, widths: list[int]) -> str:
    """Return a row."""
    cells = [[_paragraph(_runs(runs), CELL) for runs in each] or [_paragraph("", CELL)] for each in row.cells]
    written = "".join(_cell("".join(each), wide) for each, wide in zip(cells, widths, strict=True))
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{written}</w:tr>"


def _cell(paragraphs: str, wide: int, shade: str = "") -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/>{shade}</w:tcPr>{paragraphs}</w:tc>'


def _paragraph(runs: str, style: str, namespace: str = "") -> str:
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p{f' {namespace}' if namespace else ''}>{named}{runs}</w:p>"


def _runs(runs: Runs) -> str:
    return "".join(map(_linked, runs))


def _linked(run: Run) -> str:
    """Return words, as a link where they lead somewhere."""
    written = _run(run)
    return f'<w:hyperlink w:anchor="{bookmark(run.to)}" w:history="1">{written}</w:hyperlink>' if run.to else written


def _run(run: Run) -> str:
    """Return words in one look; letters from the right are told to be so, or the word processor would turn them."""
    return "".join(_piece(run, text, from_the_right) for text, from_the_right in stretches(marked(run.text)))


def _piece(run: Run, text: str, from_the_right: bool) -> str:
    look = (
        (f'<w:rStyle w:val="{LINK}"/>' if run.to else "")
        + ("<w:b/><w:bCs/>" if run.bold else "")
        + (f'<w:color w:val="{FAINT}"/>' if run.faint else "")
        + ("<w:rtl/>" if from_the_right else "")
    )
    dressed = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{dressed}<w:t xml:space="preserve">{said(text)}</w:t></w:r>'
