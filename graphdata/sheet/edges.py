"""The head and the foot of a page: marking, title, as-of line and confidence above, the filter in words below."""

from __future__ import annotations

from typing import Final

from graphdata import shapes, typeface
from graphdata.drawing import Group, Mark, Polygon, Words
from graphdata.grounds import in_short
from graphdata.marking import marking_colours
from graphdata.sheet.request import MARGIN, Request, shrinking
from graphdata.sheet.words import as_of_line, confidence_statement, left_out, marking_note, marking_on, title_of
from graphdata.view import View
from graphdata.withheld import asked_in_words

MARKING: Final = 23.5  # 12 points, the least that TLP 2.0 asks for, on a slide and on A4 with margins of 15 mm
PLATE: Final = 1.6  # height of the marking's black box, as a share of its letters
LONGEST_MARKING: Final = 0.5  # of the page's width; a longer one, which no TLP label is, has smaller letters
FACTS, WORDS = 13.0, 12.0  # sizes of the lines below the title, and of the filter in words: 7 to 8 points on A4
MOST_LINES: Final = 5  # at the foot
TITLE_SIZES: Final = ((24.0, 2), (20.0, 2), (16.0, 3), (14.0, 4))  # and how many lines of each


def head_of(view: View, wanted: Request, width: float) -> tuple[tuple[Mark, ...], float]:
    """Return marking, title, as-of line and confidence statement, and where they end."""
    ink = wanted.theme.map
    marking = marking_on(view, wanted)
    marks = list(marking_marks(marking, width - MARGIN, 12.0, letters := marking_size(marking, width, wanted)))
    room = width - 2 * MARGIN - marking_width(marking, letters) - 24.0
    size, title = _set_title(title_of(view, wanted), room)
    top = 14.0
    for line in title:
        marks.append(Words(MARGIN, top + size * 0.92, line, size, ink.ink, bold=True))
        top += size * 1.17
    for line in (as_of_line(view), confidence_statement(view)):
        top += FACTS * 1.35
        marks.append(Words(MARGIN, top, typeface.cut(line, width - 2 * MARGIN, FACTS), FACTS, ink.faint))
    return (Group("head", "", tuple(marks)),), top + 10.0


def _set_title(title: str, room: float) -> tuple[float, tuple[str, ...]]:
    """Return a title in lines, as large as it may be in two; only one too long for four small lines is cut."""
    for size, most in TITLE_SIZES:
        lines = typeface.wrap(title, room, size, True)
        if len(lines) <= most:
            return size, lines
    return size, typeface.wrap(title, room, size, True, most)


def foot_of(view: View, wanted: Request, width: float, height: float) -> tuple[tuple[Mark, ...], float]:
    """Return the filter in words, what the picture rests on where there is room, the marking, and where they begin."""
    theme, marking, pitch = wanted.theme, marking_on(view, wanted), 1.3 * WORDS
    size = marking_size(marking, width, wanted)
    said = (f"Shown: {asked_in_words(view)}", left_out(view), marking_note(view, wanted))
    room = width - 2 * MARGIN - marking_width(marking, size) - 24.0
    lines = typeface.wrap(" ".join(filter(None, said)), room, WORDS, False, MOST_LINES)
    below = typeface.wrap(in_short(view), room, WORDS)
    lines = (*lines, *below) if len(lines) + len(below) <= MOST_LINES else lines
    top = height - 14.0 - len(lines) * pitch
    marks: list[Mark] = [
        Words(MARGIN, top + WORDS + rank * pitch, line, WORDS, theme.map.ink) for rank, line in enumerate(lines)
    ]
    plate = height - 12.0 - PLATE * size
    marks += marking_marks(marking, width - MARGIN, plate, size)
    return (Group("foot", "", tuple(marks)),), min(top, plate) - 10.0


def marking_size(marking: str, width: float, wanted: Request) -> float:
    """Return how large a marking is printed on a page of a width: as large on small paper as on any other."""
    return min(MARKING * shrinking(wanted), MARKING * LONGEST_MARKING * width / marking_width(marking, MARKING))


def marking_width(marking: str, size: float) -> float:
    """Return how wide a marking in its box is."""
    return typeface.width(marking, size, True) + size


def marking_marks(marking: str, right: float, top: float, size: float) -> tuple[Mark, ...]:
    """Return the marking in its own colour on black, right-justified."""
    plate = shapes.box(right - marking_width(marking, size), top, right, top + PLATE * size)
    x, y = right - 0.5 * size, top + 1.16 * size
    return (Polygon(plate, "#000000"), Words(x, y, marking, size, marking_colours(marking), bold=True, anchor="end"))
