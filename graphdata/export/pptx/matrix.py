"""Who gives to whom as native tables: givers down, receivers across, a line of words in the cell for each tie.

Where a map of so many lines would be a tangle, a table still is none. Only rows and columns that hold something are
written; the actors that most lines meet at come first.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from graphdata import typeface
from graphdata.export.pptx import frame, tables
from graphdata.export.pptx.evenly import evenly
from graphdata.export.pptx.frame import Setting
from graphdata.export.pptx.links import leaf_goal, linked_note
from graphdata.export.pptx.markup import Face, body, paragraph, run, text_box
from graphdata.export.pptx.numbering import Numbering
from graphdata.export.pptx.page import Page, Slide
from graphdata.export.pptx.words import shown_in_words, speaker_notes
from graphdata.network import Network
from graphdata.parts import part_of
from graphdata.rows import label_of
from graphdata.sheet.citations import numbers_on_line
from graphdata.sheet.words import as_of_line, confidence_statement
from graphdata.style import GLYPHS, Theme
from graphdata.ties import Tie
from graphdata.view import View
from graphdata.vocabulary import DOMAIN_LABELS, DOMAINS

SECTION: Final = "Who gives to whom"
ACROSS: Final = 100.0  # points of a column: glyph, level and three numbers
WIDEST: Final = 150.0  # points of a column in a table that fills its slide
GIVER: Final = 118.0
CORNER: Final = "Giver ↓ receiver →"
GLYPH_SIGNS: Final = {"triangle": "▲", "disc": "●", "square": "■", "diamond": "◆"}
SEVERAL: Final = "✚"
LEVELS: Final = ("0", "L", "M", "H")
KEY: Final = (
    "H high, M moderate, L low confidence, 0 no support  ·  × hostile  ·  ↔ mutual  ·  numbers: sources, in the annex"
)
BETWEEN: Final = 10.0
KEY_PITCH: Final = tables.SIZE * typeface.LINE


class Block(NamedTuple):
    """A piece of the table: some receivers, the givers that give them something, and the ties between these."""

    into: tables.Columns
    rows: tuple[tables.Row, ...]
    ties: tuple[Tie, ...]

    @property
    def high(self) -> float:
        """Its height with the head."""
        return tables.whole_height(self.rows, self.into)


class Matrix(NamedTuple):
    """A view as a table, what it is called, and how its sources are numbered."""

    view: View
    ties: Sequence[Tie]
    numbering: Numbering
    title: str

    def slides(self, setting: Setting, first: int = 0) -> Iterator[tuple[Slide, View]]:
        """Yield the slides, each with the view that it speaks of."""
        top = frame.add_head(Page(), setting, frame.headed(f"{self.title} (99 of 99)", setting), self._said())
        foot = frame.foot_lines(setting, shown_in_words(self.view))
        room = (setting.form.right - setting.form.left, frame.foot_top(setting.form, foot) - top - 3 * KEY_PITCH)
        sheets = list(_stacked(list(_blocks(self, room, setting.theme)), room[1]))
        for rank, sheet in enumerate(sheets):
            of = f" ({rank + 1} of {len(sheets)})" if len(sheets) > 1 else ""
            yield self._slide(sheet, setting, f"{self.title}{of}", first + rank)

    def _said(self) -> tuple[str, str]:
        """Return what stands below the title."""
        return as_of_line(self.view), confidence_statement(self.view)

    def _slide(self, sheet: Sequence[Block], setting: Setting, title: str, rank: int) -> tuple[Slide, View]:
        """Return one slide."""
        view = part_of(self.view, frozenset(each for block in sheet for tie in block.ties for each in tie.relations))
        page, form = Page(), setting.form
        top = frame.add_head(page, setting, frame.headed(title, setting), self._said())
        for block in sheet:
            words = f"{title}: {len(block.rows)} givers down, {len(block.into.heads) - 1} receivers across"
            box = (form.left, top, form.left + sum(block.into.widths), top + block.high)
            page.add(tables.table(page.named("Who gives to whom", words), block.rows, block.into, setting.theme, box))
            top += block.high + BETWEEN
        _add_key(page, self.ties, setting, top - BETWEEN + 4.0)
        frame.add_foot(page, setting, frame.foot_lines(setting, shown_in_words(self.view)))
        notes = speaker_notes(view, title, shown_in_words(view, "Part of a table."), setting.told, self.numbering)
        return page.slide(notes, SECTION, (leaf_goal(rank),)), view


def _stacked(blocks: Sequence[Block], room: float) -> Iterator[Sequence[Block]]:
    """Yield the blocks of each slide, under each other, all slides about as full."""
    left = list(blocks)
    for count in evenly([block.high + BETWEEN for block in blocks], room + BETWEEN):
        yield left[:count]
        left = left[count:]


def _blocks(matrix: Matrix, room: tuple[float, float], theme: Theme) -> Iterator[Block]:
    """Yield the pieces of the table, as many receivers as fit across, split where the rows are too many."""
    cells, network = _cells(matrix.ties), matrix.view.network
    givers, receivers = (_ranked(cells, network, end) for end in (0, 1))
    for count in evenly([ACROSS] * len(receivers), room[0] - GIVER):
        across, receivers = receivers[:count], receivers[count:]
        wide = min(WIDEST, (room[0] - GIVER) / count)
        heads = [(CORNER, GIVER), *((label_of(network, each), wide) for each in across)]
        into = tables.columns(heads, min(room[0], GIVER + wide * len(across)), -1)
        down = [giver for giver in givers if any((giver, each) in cells for each in across)]
        rest = [_row(matrix, cells, giver, across, theme) for giver in down]
        for rows in tables.split(rest, into, room[1]):
            ended, down = down[: len(rows)], down[len(rows) :]
            shown = (tie for giver in ended for each in across for tie in cells.get((giver, each), ()))
            yield Block(into, rows, tuple(dict.fromkeys(shown)))


def _cells(ties: Sequence[Tie]) -> dict[tuple[str, str], list[Tie]]:
    """Return the ties by giver and receiver; a mutual one stands in both cells."""
    found: dict[tuple[str, str], list[Tie]] = defaultdict(list)
    for tie in ties:
        found[tie.giver, tie.receiver].append(tie)
        if tie.mutual:
            found[tie.receiver, tie.giver].append(tie)
    return found


def _ranked(cells: Mapping[tuple[str, str], Sequence[Tie]], network: Network, end: int) -> list[str]:
    """Return the givers (0) or the receivers (1), those of most ties first."""
    counts: Counter[str] = Counter()
    for pair, ties in cells.items():
        counts[pair[end]] += len(ties)
    return sorted(counts, key=lambda each: (-counts[each], label_of(network, each), each))


def _row(
    matrix: Matrix, cells: Mapping[tuple[str, str], Sequence[Tie]], giver: str, across: Sequence[str], theme: Theme
) -> tables.Row:
    """Return the row of a giver."""
    found = [_cell(matrix, cells.get((giver, each), ()), theme) for each in across]
    return tables.Row((label_of(matrix.view.network, giver), *found))


def _cell(matrix: Matrix, ties: Sequence[Tie], theme: Theme) -> tables.Rich:
    """Return the ties of a cell, a line each: glyph, confidence, whether hostile or mutual, numbers of the sources."""
    lines, runs = [], []
    for tie in ties:
        numbers = matrix.numbering.of_tie(matrix.view, tie)
        signs = f" {LEVELS[int(tie.level)]}{' ×' if tie.hostile else ''}{' ↔' if tie.mutual else ''} "
        glyph, note = _glyph(tie.domain), numbers_on_line(numbers)
        face = Face(tables.SIZE, theme.map.ink)
        tip = linked_note(numbers, note, face, lambda each: matrix.numbering.tip(each, matrix.view.network))
        lines.append(f"{glyph}{signs}{note}")
        runs.append(run(glyph, Face(tables.SIZE, theme.domain(tie.domain))) + run(signs, face) + tip)
    return tables.Rich(tuple(lines), tuple(runs))


def _glyph(domain: str) -> str:
    """Return the sign of a domain as a letter."""
    return GLYPH_SIGNS[GLYPHS[domain]] if domain in GLYPHS else SEVERAL


def _add_key(page: Page, ties: Sequence[Tie], setting: Setting, top: float) -> None:
    """Put what the signs mean under the table."""
    ink = setting.theme.map.ink
    face = Face(tables.SIZE, ink)
    shown = [domain for domain in DOMAINS if any(tie.domain == domain for tie in ties)]
    runs = "".join(
        run(_glyph(each), Face(tables.SIZE, setting.theme.domain(each)))
        + run(f" {DOMAIN_LABELS[each].lower()}   ", face)
        for each in shown
    )
    words = f"Legend: {', '.join(f'{_glyph(each)} {DOMAIN_LABELS[each]}' for each in shown)}. {KEY}"
    box = (setting.form.left, top, setting.form.right, top + 2 * KEY_PITCH)
    text = body([paragraph(runs + run(f"·  {KEY}", face), "", pitch=KEY_PITCH)])
    page.add(text_box(page.named("Legend", words), box, text))
