"""The room that a line's sign takes: its disc, the badges round it, and the numbers of sources below."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from graphdata import style, typeface
from graphdata.scene import Box, EdgeMark

BADGE_RADIUS: Final = 4.4
BADGE_PLACES: Final = {
    "single": (0.78, -0.78),
    "contested": (-0.78, -0.78),
    "dated": (0.78, 0.78),
    "judgement": (-0.78, 0.78),
    **dict.fromkeys(style.CHANGES, (0.0, -1.25)),
}


def note_top(badges: tuple[str, ...]) -> float:
    """Return how far below its sign's middle a note begins, at scale 1: under the badges that hang there."""
    hanging = any(BADGE_PLACES[badge][1] > 0.0 for badge in badges)
    return 0.2 + (0.78 * style.GLYPH_RADIUS + BADGE_RADIUS if hanging else style.GLYPH_RADIUS)


def room_of(edge: EdgeMark, scale: float) -> Box:
    """Return the box round a sign with its badges and its note, the sign's middle on 0."""
    left, top, right, bottom = _room(edge.badges, edge.note)
    return (left * scale, top * scale, right * scale, bottom * scale)


@lru_cache(maxsize=4096)
def _room(badges: tuple[str, ...], note: str) -> Box:
    """Return that box at scale 1: lines are many, but not what their signs say."""
    radius, reach = style.GLYPH_RADIUS, BADGE_RADIUS
    places = [BADGE_PLACES[badge] for badge in badges]
    left = min([-radius, *(x * radius - reach for x, _ in places)])
    right = max([radius, *(x * radius + reach for x, _ in places)])
    top = min([-radius, *(y * radius - reach for _, y in places)])
    bottom = max([radius, *(y * radius + reach for _, y in places)])
    if note:
        half = typeface.width(note, style.NOTE_SIZE) / 2.0
        left, right = min(left, -half), max(right, half)
        bottom = note_top(badges) + style.NOTE_SIZE * typeface.LINE
    return (left, top, right, bottom)
