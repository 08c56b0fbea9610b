"""What every slide has round its content: title, as-of line, the filter in words, its number, and the marking twice."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from graphdata import typeface
from graphdata.export.pptx.markup import (
    Align,
    Box,
    Face,
    body,
    fill,
    frame,
    lines_of,
    paragraph,
    preset,
    shape,
    slide_number,
    text_box,
)
from graphdata.export.pptx.page import Page
from graphdata.marking import marking_colours
from graphdata.style import Theme

HEIGHT: Final = 540.0  # points; a slide is shown, not printed, so that its shape counts and not its size
NARROWEST, WIDEST = 0.5, 4.0
MARGIN: Final = 22.0
RIM: Final = 9.0
TITLE_SIZES: Final = (24.0, 22.0, 20.0, 18.0, 16.0, 14.0)
ONE_LINE: Final = 0.75  # of the largest size: a second line takes more of the map than that of the title
TITLE_PITCH: Final = 1.18  # from one of its lines to the next, in sizes
SUB_SIZE: Final = 10.5
FOOT_SIZE: Final = 9.0
NUMBER_ROOM: Final = 26.0  # of the slide's number, left of the marking
MARKING_SIZE: Final = 12.0  # FIRST, TLP 2.0: at least, in capitals, to the right
BLACK: Final = "#000000"


class Holder(NamedTuple):
    """Where a template has its title: its box, the size and the side of its words; colour and font come from there."""

    box: Box
    size: float
    align: Align = "l"
    capitals: bool = False


class Format(NamedTuple):
    """The size of the slides in points, how much of their edges is taken, and where their template has its title."""

    width: float
    height: float
    edges: Box = (MARGIN, RIM, MARGIN, RIM)
    holder: Holder | None = None
    mark_right: float = 0.0  # where the marking at the head ends, if a template has something in its corner
    under: float = 0.0  # where a band or a rule of the template's across its head ends
    clear: float = 0.0  # where all that the template has at its head ends
    panel: bool = False  # whether the template's ground is too busy or too close in colour to draw on
    rule: float = 0.0  # where a rule across its head begins, below the title

    @property
    def left(self) -> float:
        """Where content begins."""
        return self.edges[0]

    @property
    def top(self) -> float:
        """Where the head begins."""
        return self.edges[1]

    @property
    def right(self) -> float:
        """Where content ends."""
        return self.width - self.edges[2]

    @property
    def bottom(self) -> float:
        """Where the foot ends."""
        return self.height - self.edges[3]


class Setting(NamedTuple):
    """What every slide of a deck shares: its format, its colours and its marking."""

    form: Format
    theme: Theme
    marking: str
    lowered: str = ""  # why the marking is lower than what is shown, in words

    @property
    def told(self) -> str:
        """The marking for the speaker notes, with the reason where it was lowered."""
        return "\n".join(filter(None, (self.marking, self.lowered)))


class Headed(NamedTuple):
    """A title broken into lines that fit, and where it stands."""

    lines: tuple[str, ...]
    face: Face
    whole: str
    corner: tuple[float, float]
    wide: float
    align: Align = "l"

    @property
    def high(self) -> float:
        """The height of its lines."""
        return len(self.lines) * self.face.size * TITLE_PITCH


def format_of(aspect: float) -> Format:
    """Return the slide of a shape: 7.5 inches high, or wide where it stands upright."""
    shape = max(NARROWEST, min(WIDEST, aspect))
    width, height = (HEIGHT * shape, HEIGHT) if shape >= 1.0 else (HEIGHT, HEIGHT / shape)
    return Format(round(width, 1), round(height, 1))


def headed(title: str, setting: Setting) -> Headed:
    """Return the title as large as two lines allow; a very long one is cut, and whole in the notes."""
    form, theme, marking = setting[:3]
    edge = min(form.right, form.mark_right or form.right) - _marking_width(marking, form) - 14.0
    box = form.holder.box if form.holder else (form.left, form.top, edge, form.top)
    title = title.upper() if form.holder and form.holder.capitals else title
    left, top, right = box[0], box[1], min(box[2], edge)
    sizes = (
        [form.holder.size, *(size for size in TITLE_SIZES if size < form.holder.size)] if form.holder else TITLE_SIZES
    )
    size, most = _largest(title, sizes, right - left, form.rule - top)
    lines = typeface.wrap(title, right - left, size, True, most)
    colour, align = ("", form.holder.align) if form.holder else (theme.map.ink, "l")
    return Headed(lines, Face(size, colour, True), title, (left, top), right - left, align)


def _largest(title: str, sizes: Sequence[float], room: float, high: float = 0.0) -> tuple[float, int]:
    """Return the size and the most lines of a title: one line if not much smaller for it, else two, else three.

    They are no higher than the height, if there is one: that of the room above a rule.
    """
    wide = {size: len(typeface.wrap(title, room, size, True)) for size in sizes}
    fits = {size: int(high / (size * TITLE_PITCH)) if high > 0.0 else 3 for size in sizes}
    one = next((size for size in sizes if wide[size] <= 1 <= fits[size] and size >= ONE_LINE * sizes[0]), 0.0)
    two = next((size for size in sizes if wide[size] <= 2 <= fits[size]), 0.0)
    return (one, 1) if one else (two, 2) if two else (sizes[-1], max(1, min(3, fits[sizes[-1]])))


def add_head(page: Page, setting: Setting, title: Headed, below: Sequence[str]) -> float:
    """Put the title and the lines below it on a slide, and return where they end."""
    form, theme, _ = setting[:3]
    left, top = title.corner
    text_width = max(typeface.width(line, title.face.size, True) for line in title.lines) + 12.0
    wide = min(title.wide + 12.0, text_width) if title.align == "l" and not form.holder else title.wide
    box = (left, top, min(form.right, left + wide), top + title.high + 2.0)
    text = body(
        [lines_of(title.lines, title.face, title.align, pitch=title.face.size * 1.16)], "t", wrap=bool(form.holder)
    )
    page.add(text_box(page.named("Title", title.whole), box, text, role="title"))
    lines = [line for each in below for line in typeface.wrap(each, form.right - form.left, SUB_SIZE)]
    begins = max(box[3] + 1.0, form.under)
    ends = begins + len(lines) * SUB_SIZE * typeface.LINE
    if form.panel:
        _add_panel(page, setting, begins - 1.0)
    if not lines:
        return max(ends + 5.0, form.clear)
    under = (form.left, begins, form.right, ends)
    words = body([lines_of(lines, Face(SUB_SIZE, theme.map.faint))])
    page.add(text_box(page.named("As of, and confidence", " ".join(below)), under, words))
    return max(ends + 6.0, form.clear)


def _add_panel(page: Page, setting: Setting, top: float) -> None:
    """Put a ground of our own on a template whose own cannot be drawn on; the title stays on the template's."""
    form, air = setting.form, 0.5 * RIM
    box = (form.left - air, top, form.right + air, form.bottom + air)
    ground = fill(setting.theme.map.background)
    page.add(shape(page.named("Ground", "Ground of the map"), frame(box), preset("rect"), ground))


def foot_lines(setting: Setting, text: str) -> tuple[str, ...]:
    """Return the words at the foot, broken beside the number and the marking."""
    form = setting.form
    room = form.right - form.left - _marking_width(setting.marking, form) - NUMBER_ROOM - 14.0
    return typeface.wrap(text, room, FOOT_SIZE)


def foot_top(form: Format, lines: Sequence[str]) -> float:
    """Return where the foot begins."""
    return form.bottom - max(len(lines) * FOOT_SIZE * typeface.LINE, MARKING_SIZE * 1.6)


def add_foot(page: Page, setting: Setting, lines: Sequence[str]) -> None:
    """Put the words, the slide's number and both markings on a slide, read last."""
    if lines:
        _add_words(page, setting.form, setting.theme, lines)
    _add_number(page, setting)
    _add_marking(page, setting.form, setting.marking)


def _add_words(page: Page, form: Format, theme: Theme, lines: Sequence[str]) -> None:
    """Put the words at the foot of a slide."""
    high = len(lines) * FOOT_SIZE * typeface.LINE
    wide = max(typeface.width(line, FOOT_SIZE) for line in lines) + 4.0
    box = (form.left, form.bottom - high, form.left + wide, form.bottom)
    text = body([lines_of(lines, Face(FOOT_SIZE, theme.map.ink))], "b", wrap=False)
    page.add(text_box(page.named("What is shown", "What is shown and what is left out"), box, text))


def _add_number(page: Page, setting: Setting) -> None:
    """Put the slide's number beside the marking at the foot."""
    form, theme, marking = setting[:3]
    right = form.right - _marking_width(marking, form) - 8.0
    box = (right - NUMBER_ROOM, form.bottom - MARKING_SIZE * 1.6, right, form.bottom)
    field = paragraph(slide_number(Face(FOOT_SIZE, theme.map.ink)), "", "r", pitch=FOOT_SIZE * typeface.LINE)
    page.add(text_box(page.named("Slide number", "Slide number"), box, body([field], "ctr", wrap=False)))


def _add_marking(page: Page, form: Format, marking: str) -> None:
    """Put the marking at head and foot, on black, to the right, read last."""
    lines = typeface.wrap(marking, _marking_width(marking, form) - 12.0, MARKING_SIZE, True)
    high = len(lines) * MARKING_SIZE * 1.6
    wide = _marking_width(marking, form)
    face = Face(MARKING_SIZE, marking_colours(marking), True)
    places = (
        ("top", form.mark_right or form.right, form.top),
        ("bottom", form.right, form.bottom - high),
    )
    for place, right, top in places:
        box: Box = (right - wide, top, right, top + high)
        text = body([lines_of(lines, face, "r")], "ctr", wrap=False, insets=(6.0, 0.0, 6.0, 0.0))
        page.add(text_box(page.named(f"Marking, {place}", f"Marking: {marking}"), box, text, fill(BLACK)))


def _marking_width(marking: str, form: Format) -> float:
    """Return how wide the marking's box is; a long one of another scheme is broken into lines."""
    return min(form.width * 0.4, typeface.width(marking, MARKING_SIZE, True) * 1.16 + 14.0)
