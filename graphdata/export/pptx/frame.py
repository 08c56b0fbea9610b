"""What every slide has round its content: title, as-of line, the filter in words, and the marking at head and foot."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from graphdata import typeface
from graphdata.export.pptx.markup import Box, Face, body, fill, lines_of, text_box
from graphdata.export.pptx.page import Page
from graphdata.marking import marking_colours
from graphdata.style import Theme

HEIGHT: Final = 540.0  # points; a slide is shown, not printed, so that its shape counts and not its size
NARROWEST, WIDEST = 0.5, 4.0
MARGIN: Final = 22.0
TITLE_SIZES: Final = (24.0, 22.0, 20.0, 18.0, 16.0, 14.0)
SUB_SIZE: Final = 10.5
FOOT_SIZE: Final = 9.0
MARKING_SIZE: Final = 12.0  # FIRST, TLP 2.0: at least, in capitals, to the right
BLACK: Final = "#000000"


class Format(NamedTuple):
    """The size of the slides in points."""

    width: float
    height: float


class Headed(NamedTuple):
    """A title broken into lines that fit."""

    lines: tuple[str, ...]
    face: Face
    whole: str

    @property
    def high(self) -> float:
        """The height of its lines."""
        return len(self.lines) * self.face.size * 1.18


def format_of(aspect: float) -> Format:
    """Return the slide of a shape: 7.5 inches high, or wide where it stands upright."""
    shape = max(NARROWEST, min(WIDEST, aspect))
    width, height = (HEIGHT * shape, HEIGHT) if shape >= 1.0 else (HEIGHT, HEIGHT / shape)
    return Format(round(width, 1), round(height, 1))


def headed(title: str, form: Format, theme: Theme, marking: str) -> Headed:
    """Return the title as large as two lines allow; a very long one is cut, and whole in the notes."""
    room = form.width - 2 * MARGIN - _marking_width(marking, form) - 14.0
    for size in TITLE_SIZES:
        lines = typeface.wrap(title, room, size, True)
        if len(lines) <= 2:
            break
    else:
        lines = typeface.wrap(title, room, size, True, 3)
    return Headed(lines, Face(size, theme.map.ink, True), title)


def add_head(page: Page, form: Format, theme: Theme, title: Headed, below: Sequence[str]) -> float:
    """Put the title and the lines below it on a slide, and return where they end."""
    right = form.width - MARGIN
    box = (MARGIN, 9.0, MARGIN + max(typeface.width(line, title.face.size, True) for line in title.lines), 9.0)
    box = (MARGIN, 9.0, min(right, box[2] + 12.0), 9.0 + title.high + 2.0)
    text = body([lines_of(title.lines, title.face, pitch=title.face.size * 1.16)], "t", wrap=False)
    page.add(text_box(page.named("Title", title.whole), box, text, role="title"))
    lines = [line for each in below for line in typeface.wrap(each, right - MARGIN, SUB_SIZE)]
    if not lines:
        return box[3] + 6.0
    under = (MARGIN, box[3] + 1.0, right, box[3] + 1.0 + len(lines) * SUB_SIZE * typeface.LINE)
    words = body([lines_of(lines, Face(SUB_SIZE, theme.map.faint))])
    page.add(text_box(page.named("As of, and confidence", " ".join(below)), under, words))
    return under[3] + 6.0


def foot_lines(form: Format, text: str, marking: str) -> tuple[str, ...]:
    """Return the words at the foot, broken beside the marking."""
    return typeface.wrap(text, form.width - 2 * MARGIN - _marking_width(marking, form) - 14.0, FOOT_SIZE)


def foot_top(form: Format, lines: Sequence[str]) -> float:
    """Return where the foot begins."""
    return form.height - 9.0 - max(len(lines) * FOOT_SIZE * typeface.LINE, MARKING_SIZE * 1.6)


def add_foot(page: Page, form: Format, theme: Theme, lines: Sequence[str]) -> None:
    """Put the words at the foot of a slide."""
    if not lines:
        return
    high = len(lines) * FOOT_SIZE * typeface.LINE
    wide = max(typeface.width(line, FOOT_SIZE) for line in lines) + 4.0
    box = (MARGIN, form.height - 9.0 - high, MARGIN + wide, form.height - 9.0)
    text = body([lines_of(lines, Face(FOOT_SIZE, theme.map.ink))], "b", wrap=False)
    page.add(text_box(page.named("What is shown", "What is shown and what is left out"), box, text))


def add_marking(page: Page, form: Format, marking: str) -> None:
    """Put the marking at head and foot, on black, to the right, read last."""
    lines = typeface.wrap(marking, _marking_width(marking, form) - 12.0, MARKING_SIZE, True)
    high = len(lines) * MARKING_SIZE * 1.6
    right, wide = form.width - MARGIN, _marking_width(marking, form)
    face = Face(MARKING_SIZE, marking_colours(marking), True)
    for place, top in (("top", 9.0), ("bottom", form.height - 9.0 - high)):
        box: Box = (right - wide, top, right, top + high)
        text = body([lines_of(lines, face, "r")], "ctr", wrap=False, insets=(6.0, 0.0, 6.0, 0.0))
        page.add(text_box(page.named(f"Marking, {place}", f"Marking: {marking}"), box, text, fill(BLACK)))


def _marking_width(marking: str, form: Format) -> float:
    """Return how wide the marking's box is; a long one of another scheme is broken into lines."""
    return min(form.width * 0.4, typeface.width(marking, MARKING_SIZE, True) * 1.16 + 14.0)
