"""The first map of a deck as a drawing: its shapes where they stand on the slide, for a preview in a window."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from graphdata import shapes, typeface
from graphdata.drawing import Drawing, Group, Mark, Polygon, Words
from graphdata.export.pptx import frame, key
from graphdata.export.pptx.deck import Deck
from graphdata.export.pptx.flaws import Stage
from graphdata.export.pptx.frame import Setting
from graphdata.export.pptx.map_slide import Laid, Leaf, Step
from graphdata.export.pptx.markup import Box
from graphdata.export.pptx.sources import GUTTER, HEADING, KEY_SIZE, Listing, below_key
from graphdata.export.pptx.spots import Spot, note_box, note_size
from graphdata.legend import PITCH, section_marks
from graphdata.rendering import marks_of, sign_marks, words_on
from graphdata.sheet.edges import PLATE, marking_marks
from graphdata.sheet.words import as_of_line, confidence_statement
from graphdata.style import Theme

LINE: Final = 1.2  # from one line of text to the next, in sizes
RISE: Final = 0.95  # from the top of a line to its baseline, in sizes


def first_map(deck: Deck) -> Drawing | None:
    """Return the slide that shows all lines of the first map, or nothing where the deck begins with a table."""
    leaf, setting = deck.leaves[0], deck.setting
    if not isinstance(leaf, Leaf):
        return None
    laid, step, theme = Laid.of(leaf, setting), leaf.steps[-1], setting.theme
    marks = [
        *_map(laid.stage, theme),
        *_head(step, setting),
        *_legend(laid.plan.key, laid.plan.key_at, theme),
    ]
    if laid.plan.listed:
        marks += _sources(laid.plan.listed, laid.plan.sources, theme)
    marks += _foot(step, setting)
    return Drawing(setting.form.width, setting.form.height, theme.map.background, tuple(marks), step.title)


def _map(stage: Stage, theme: Theme) -> Iterator[Mark]:
    """Yield the map, each sign as large as on the slide and its numbers on the side where they stand there."""
    spots = {f"sign {spot.edge.id}": spot for spot in stage.spots}
    for group in marks_of(stage.scene, theme):
        spot = spots.get(group.id)
        yield Group(group.id, "", tuple(_sign(spot, stage.signs, theme))) if spot else group


def _sign(spot: Spot, size: float, theme: Theme) -> Iterator[Mark]:
    """Yield the sign of a line, its numbers on a plate."""
    edge, letters = spot.edge, note_size(size)
    yield from sign_marks(replace(edge, note=""), size, theme)
    if edge.note:
        left, top, right, bottom = note_box(*spot, size=size)
        middle = (top + bottom - letters * typeface.LINE) / 2.0
        yield Polygon(shapes.box(left, top, right, bottom), theme.map.plate)
        yield from words_on((edge.note,), (left + right) / 2.0, middle, letters, False, theme.map.ink)


def _head(step: Step, setting: Setting) -> Iterator[Mark]:
    """Yield the title and the lines below it, as large and broken as on the slide."""
    form, theme = setting.form, setting.theme
    title = frame.headed(step.title, setting)
    yield from _lines(title.lines, *title.corner, title.face.size, theme.map.ink, bold=True)
    said = (as_of_line(step.view), confidence_statement(step.view))
    below = [line for each in said for line in typeface.wrap(each, form.right - form.left, frame.SUB_SIZE)]
    top = max(title.corner[1] + title.high + 3.0, form.under)
    yield from _lines(below, form.left, top, frame.SUB_SIZE, theme.map.faint)


def _legend(placed: key.Key, at: tuple[float, float], theme: Theme) -> Iterator[Mark]:
    """Yield the legend, its samples drawn as those beside the map in the window."""
    scale = key.PITCH / PITCH
    for part in placed.parts:
        x, y = at[0] + part.x, at[1] + part.y
        _, *rest = section_marks(part.entries[0].section, list(part.entries), theme, x, y, scale)
        yield from (*_lines((part.heading,), x, y, key.SIZE, theme.map.ink, bold=True), *rest)


def _sources(listed: Listing, box: Box, theme: Theme) -> Iterator[Mark]:
    """Yield the sources in their columns."""
    size, hang, (x, y) = listed.size, typeface.width("[00] ", listed.size), box[:2]
    if listed.columns:
        yield from _lines(("Sources",), x, y, HEADING, theme.map.ink, bold=True)
        yield from _lines(listed.key, x, y + HEADING * LINE, KEY_SIZE, theme.map.faint)
    for rank, column in enumerate(listed.columns):
        x, y = box[0] + rank * (listed.wide + GUTTER), box[1] + below_key(listed.key)
        for item in column:
            yield from _lines((f"[{item.number}]",), x, y, size, theme.map.ink)
            yield from _lines(typeface.wrap(item.text, listed.wide - hang, size), x + hang, y, size, theme.map.ink)
            y += item.lines * size * LINE
    if listed.left:
        yield from _lines((listed.left_in_words,), x, y, size, theme.map.faint)


def _foot(step: Step, setting: Setting) -> Iterator[Mark]:
    """Yield what is shown, in words, and the marking at head and foot."""
    form, lines = setting.form, frame.foot_lines(setting, step.shown)
    top = form.bottom - len(lines) * frame.FOOT_SIZE * typeface.LINE
    yield from _lines(lines, form.left, top, frame.FOOT_SIZE, setting.theme.map.ink)
    yield from marking_marks(setting.marking, form.mark_right or form.right, form.top, frame.MARKING_SIZE)
    yield from marking_marks(setting.marking, form.right, form.bottom - frame.MARKING_SIZE * PLATE, frame.MARKING_SIZE)


def _lines(lines: Sequence[str], x: float, top: float, size: float, colour: str, bold: bool = False) -> Iterator[Mark]:
    """Yield lines of text under each other."""
    for rank, line in enumerate(lines):
        yield Words(x, top + (RISE + rank * LINE) * size, line, size, colour, bold)
