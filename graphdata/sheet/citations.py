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
}  # of each form, in the order in which they are tried: shorter words before smaller print, none that cannot be read
NOTES_PER_LINE: Final = 3
HEADING: Final = 13.0  # size of the heading over the citations, at least
BELOW_HEADING: Final = 1.62  # of that size: where they begin
KEY_SIZE: Final = 9.5  # of what is said once for all citations, at least
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


class Key(NamedTuple):
    """What stands above all citations: a heading of a size, and lines of another."""

    heading: float
    size: float
    lines: tuple[str, ...]

    @property
    def high(self) -> float:
        """How far below the top of their box citations begin."""
        return BELOW_HEADING * self.heading + len(self.lines) * self.size * NOTE_PITCH

    def marks(self, left: float, top: float, theme: Theme) -> list[Mark]:
        """Return heading and lines."""
        first = top + self.heading + 0.3 * self.size * NOTE_PITCH
        said = enumerate(self.lines, start=1)
        lines = (Words(left, first + at * self.size * NOTE_PITCH, t, self.size, theme.map.faint) for at, t in said)
        return [Words(left, top + self.heading, "Sources", self.heading, theme.map.ink, bold=True), *lines]


def notes_marks(citing: Citing, box: Box, theme: Theme, columns: int, least: float = 0.0) -> tuple[Mark, ...]:
    """Return the numbered citations in as many words as the box allows; those left out are counted, never unsaid.

    Least is the size of the smallest letters that can be read on the paper they are for.
    """
    left, top, *_ = box
    wide = _column_width(box, columns)
    found = _laid_out(citing, box, columns, least)
    size = found.size
    between = _between(found.columns, found.rows) * size * NOTE_PITCH
    hang = typeface.width("[00] ", size)
    key = _key(citing, found.form, box, least)
    marks = key.marks(left, top, theme)
    for rank, column in enumerate(found.columns):
        x, y = left + rank * (wide + GUTTER), top + key.high + 0.85 * size * NOTE_PITCH
        for block in column:
            marks.append(_block_group(block, x, y, hang, size, theme))
            y += len(block.lines) * size * NOTE_PITCH + between
    return (Group("sources", "Sources", tuple(marks)),)


def all_fit(citing: Citing, box: Box, columns: int, least: float) -> bool:
    """Return whether a box has room for every citation in the fewest words and the smallest print."""
    found = _laid_out(citing, box, columns, least)
    return sum(1 for column in found.columns for block in column if block.number) == len(citing.notes)


def _column_width(box: Box, columns: int) -> float:
    """Return how wide each column is."""
    return (box[2] - box[0] - GUTTER * (columns - 1)) / columns


def _key(citing: Citing, form: Form, box: Box, least: float) -> Key:
    """Return what is said once for all citations, in lines as wide as all columns."""
    size = max(KEY_SIZE, least)
    return Key(max(HEADING, least), size, typeface.wrap(citing.key(form), box[2] - box[0], size))


def _sizes(form: Form, least: float) -> tuple[float, ...]:
    """Return the sizes of a form, those that can be read; the least of them in place of those that cannot."""
    readable = tuple(size for size in SIZES[form] if size >= least)
    return readable if len(readable) == len(SIZES[form]) else (*readable, least)


def _laid_out(citing: Citing, box: Box, columns: int, least: float) -> Layout:
    """Return the citations in the fullest form and the largest size in which all fit, else as many as do."""
    wide = _column_width(box, columns)
    for form in Form:
        high = box[3] - box[1] - _key(citing, form, box, least).high
        for size in _sizes(form, least):
            rows = max(2, int(high / (size * NOTE_PITCH)))
            if len(citing.notes) > rows * columns:
                continue  # not even a line for each
            blocks = _blocks(citing, form, wide, size)
            if sum(map(len, _filled(blocks, rows, columns))) == len(blocks):
                return Layout(form, size, rows, _evened(blocks, rows, columns))
    blocks = _blocks(citing, form, wide, size)
    return Layout(form, size, rows, _shortened(blocks, rows, columns, wide, size))


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


def _shortened(blocks: Sequence[Block], rows: int, columns: int, wide: float, size: float) -> list[list[Block]]:
    """Return as many whole citations as fit, and words that count the others."""
    filled = _filled(blocks, rows, columns)
    while len(filled[-1]) > 1:
        last = _rest(len(blocks) - sum(map(len, filled)), wide, size)
        if sum(len(block.lines) for block in (*filled[-1], last)) <= rows:
            break
        filled[-1].pop()
    filled[-1].append(_rest(len(blocks) - sum(map(len, filled)), wide, size))
    return filled


def _rest(left: int, wide: float, size: float) -> Block:
    """Return the words that count the citations that are left out, in lines under those above."""
    return Block("", typeface.wrap(rest_in_words(left, True), wide - typeface.width("[00] ", size), size))
