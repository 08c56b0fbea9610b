"""What a picture is made of once everything is decided: a few plain marks, in order, that every painter knows.

The screen, PNG, PDF and SVG all draw this list; nothing else decides how anything looks. Lengths are in points of the
drawing, colours are '#RRGGBB', angles do not occur.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

import numpy as np
import numpy.typing as npt

Points = npt.NDArray[np.float64]
Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True, eq=False)
class Strokes:
    """Straight segments (n, 4) of one colour and width.

    Those that make up one line carry its points (n, 2) and its lengths of dash and gap as well: painters of pixels are
    quickest with the pieces, files of vectors are smaller with the line.
    """

    segments: Points
    colour: str
    width: float
    round_cap: bool = False
    opacity: float = 1.0
    path: Points | None = None
    dash: tuple[float, float] = (0.0, 0.0)


@dataclass(frozen=True, slots=True, eq=False)
class Polygon:
    """A closed outline (n, 2), filled, outlined or both."""

    points: Points
    fill: str = ""
    line: str = ""
    width: float = 0.0
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Disc:
    """A circle, filled, outlined or both."""

    x: float
    y: float
    radius: float
    fill: str = ""
    line: str = ""
    width: float = 0.0


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text on its baseline; a link, where it may have one, is its address as text."""

    x: float
    y: float
    text: str
    size: float
    colour: str
    bold: bool = False
    anchor: Anchor = "start"
    link: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Marks that belong together: an actor, a line, the legend; carries the id and the text that stands for it."""

    id: str
    title: str
    items: tuple[Mark, ...]


Mark = Strokes | Polygon | Disc | Words | Group


@dataclass(frozen=True, slots=True)
class Drawing:
    """A finished picture: its size, its background (none if see-through), its marks in painting order, its name."""

    width: float
    height: float
    background: str
    items: tuple[Mark, ...]
    title: str = ""
    description: str = ""
    keywords: tuple[str, ...] = field(default=())


def moved(mark: Mark, dx: float, dy: float, scale: float = 1.0) -> Mark:
    """Return the mark scaled about the origin and then moved."""
    if isinstance(mark, Group):
        return Group(mark.id, mark.title, tuple(moved(item, dx, dy, scale) for item in mark.items))
    if isinstance(mark, Strokes):
        shift = np.array([dx, dy, dx, dy])
        path = None if mark.path is None else mark.path * scale + shift[:2]
        dash = (mark.dash[0] * scale, mark.dash[1] * scale)
        segments, width = mark.segments * scale + shift, mark.width * scale
        return Strokes(segments, mark.colour, width, mark.round_cap, mark.opacity, path, dash)
    if isinstance(mark, Polygon):
        points = mark.points * scale + np.array([dx, dy])
        return Polygon(points, mark.fill, mark.line, mark.width * scale, mark.opacity)
    x, y = mark.x * scale + dx, mark.y * scale + dy
    if isinstance(mark, Disc):
        return Disc(x, y, mark.radius * scale, mark.fill, mark.line, mark.width * scale)
    return Words(x, y, mark.text, mark.size * scale, mark.colour, mark.bold, mark.anchor, mark.link)


def framed(drawing: Drawing, margin: float) -> Drawing:
    """Return the drawing with a margin all round, in its own points."""
    items = tuple(moved(item, margin, margin) for item in drawing.items)
    return replace(drawing, width=drawing.width + 2 * margin, height=drawing.height + 2 * margin, items=items)


def flat(items: tuple[Mark, ...]) -> Iterator[Strokes | Polygon | Disc | Words]:
    """Yield every mark inside the groups, in painting order."""
    for item in items:
        if isinstance(item, Group):
            yield from flat(item.items)
        else:
            yield item
