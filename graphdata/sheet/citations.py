"""The numbers of sources on the lines of a map, and the list of citations that they lead to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from graphdata import typeface
from graphdata.citation import notes_of_relation
from graphdata.citing import Citing, Form, rest_in_words
from graphdata.drawing import Group, Mark, Words
from graphdata.scene import Box
from graphdata.style import Theme
from graphdata.ties import Tie
from graphdata.view import View

SIZES: Final = {
    Form.WHOLE: (13.0, 12.0, 11.0, 10.5),
    Form.PLAIN: (12.0, 11.0, 10.5),
    Form.BRIEF: (12.0, 11.0, 10.5, 10.0, 9.5),
    Form.SPARE: (10.5, 10.0, 9.5),
    Form.BARE: (10.0, 9.5),
    Form.LEAST: (9.5, 9.0, 8.5, 8.0),
}  # of each form, in the order in which they are tried: shorter words before smaller print
NOTES_PER_LINE: Final = 3
HEADING, BELOW_HEADING = 13.0, 21.0  # size of the heading over the citations, and where they begin
KEY_SIZE: Final = 9.5  # of what is said once for all citations
NOTE_PITCH: Final = 1.24  # from line to line, as a share of the size
GUTTER: Final = 14.0  # between columns of citations
AIR: Final = 0.35  # of a line, at most, between citations


def line_notes(view: View, ties: Sequence[Tie]) -> dict[str, str]:
    """Return for each tie the citation numbers printed on it, the first few and a plus where there are more."""
    found = {}
    for tie in ties:
        numbers = sorted({note.number for relation in tie.relations for note in notes_of_relation(view, relation)})
        found[tie.id] = numbers_on_line(numbers)
    return found


def numbers_on_line(numbers: Sequence[int]) -> str:
    """Return what is printed of the numbers of a line's sources: the first few, and a plus where there are more."""
    more = "+" if len(numbers) > NOTES_PER_LINE else ""
    return ",".join(str(number) for number in numbers[:NOTES_PER_LINE]) + more


class Block(NamedTuple):
    """One citation of the list: its number, and its words in lines."""

    number: str
    lines: tuple[str, ...]


class Layout(NamedTuple):
    """Citations in their columns: the form and the size that fit, and of how many lines a column is."""

    form: Form
    size: float
    rows: int
    columns: list[list[Block]]


def notes_marks(citing: Citing, box: Box, theme: Theme, columns: int) -> tuple[Mark, ...]:
    """Return the numbered citations in as many words as the box allows; those left out are counted, never unsaid."""
    left, top, *_ = box
    wide = _column_width(box, columns)
    found = _laid_out(citing, box, columns)
    size = found.size
    between = _between(found.columns, found.rows) * size * NOTE_PITCH
    hang = typeface.width("[00] ", size)
    key = _key(citing, found.form, box)
    marks: list[Mark] = [Words(left, top + HEADING, "Sources", HEADING, theme.map.ink, bold=True)]
    for at, line in enumerate(key, start=1):
        marks.append(Words(left, top + HEADING + (at + 0.3) * KEY_SIZE * NOTE_PITCH, line, KEY_SIZE, theme.map.faint))
    for rank, column in enumerate(found.columns):
        x, y = left + rank * (wide + GUTTER), top + _below_key(key) + 0.85 * size * NOTE_PITCH
        for block in column:
            marks.append(_block_group(block, x, y, hang, size, theme))
            y += len(block.lines) * size * NOTE_PITCH + between
    return (Group("sources", "Sources", tuple(marks)),)


def _column_width(box: Box, columns: int) -> float:
    """Return how wide each column is."""
    return (box[2] - box[0] - GUTTER * (columns - 1)) / columns


def _key(citing: Citing, form: Form, box: Box) -> tuple[str, ...]:
    """Return what is said once for all citations, in lines as wide as all columns."""
    return typeface.wrap(citing.key(form), box[2] - box[0], KEY_SIZE)


def _below_key(key: Sequence[str]) -> float:
    """Return how far below the top of its box columns begin: under the key."""
    return BELOW_HEADING + len(key) * KEY_SIZE * NOTE_PITCH


def _laid_out(citing: Citing, box: Box, columns: int) -> Layout:
    """Return the citations in the fullest form and the largest size in which all fit, else as many as do."""
    wide = _column_width(box, columns)
    for form in Form:
        high = box[3] - box[1] - _below_key(_key(citing, form, box))
        for size in SIZES[form]:
            rows = max(2, int(high / (size * NOTE_PITCH)))
            if len(citing.notes) > rows * columns:
                continue  # not even a line for each
            blocks = _blocks(citing, form, wide, size)
            if sum(map(len, _filled(blocks, rows, columns))) == len(blocks):
                return Layout(form, size, rows, _evened(blocks, rows, columns))
    blocks = _blocks(citing, form, wide, size)
    return Layout(form, size, rows, _shortened(blocks, rows, columns))


def _block_group(block: Block, x: float, y: float, hang: float, size: float, theme: Theme) -> Group:
    """Return a citation, its number hanging out to the left; numbers on the map lead to it."""
    number = [Words(x, y, f"[{block.number}]", size, theme.map.ink)] if block.number else []
    lines = [
        Words(x + hang, y + at * size * NOTE_PITCH, text, size, theme.map.ink) for at, text in enumerate(block.lines)
    ]
    return Group(f"note {block.number}" if block.number else "", "", (*number, *lines))


def _blocks(citing: Citing, form: Form, wide: float, size: float) -> list[Block]:
    """Return all citations, set in lines."""
    room = wide - typeface.width("[00] ", size)
    texts = zip(citing.notes, citing.texts(form), strict=True)
    return [Block(str(note.number), typeface.wrap(text, room, size) or ("",)) for note, text in texts]


def _filled(blocks: Sequence[Block], rows: int, columns: int) -> list[list[Block]]:
    """Return the citations by columns of so many rows, none torn apart; those that do not fit are missing."""
    filled: list[list[Block]] = [[]]
    used = 0
    for block in blocks:
        if filled[-1] and used + len(block.lines) > rows:
            if len(filled) == columns:
                return filled
            filled.append([])
            used = 0
        filled[-1].append(block)
        used += len(block.lines)
    return filled


def _evened(blocks: Sequence[Block], rows: int, columns: int) -> list[list[Block]]:
    """Return the citations, which fit, in columns that are about equally long."""
    least = sum(len(block.lines) for block in blocks) // columns
    tried = (_filled(blocks, most, columns) for most in range(max(1, least), rows))
    return next((each for each in tried if sum(map(len, each)) == len(blocks)), _filled(blocks, rows, columns))


def _between(filled: Sequence[Sequence[Block]], rows: int) -> float:
    """Return how much air there is room for between citations, as a share of a line."""
    spare = ((rows - sum(len(block.lines) for block in column)) / len(column) for column in filled if column)
    return max(0.0, min(AIR, min(spare, default=0.0)))


def _shortened(blocks: Sequence[Block], rows: int, columns: int) -> list[list[Block]]:
    """Return as many whole citations as fit, and a line that counts the others."""
    filled = _filled(blocks, rows, columns)
    while sum(len(block.lines) for block in filled[-1]) >= rows and len(filled[-1]) > 1:
        filled[-1].pop()
    left = len(blocks) - sum(map(len, filled))
    filled[-1].append(Block("", (rest_in_words(left, True),)))
    return filled
