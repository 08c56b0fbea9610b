"""How much room an actor takes on the map: its outline and the label below it, before anything has a place."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

from graphdata import style, typeface
from graphdata.network import Actor

LABEL_GAP: Final = 3.0


class Lettering(NamedTuple):
    """A label as it is set: its lines, and their width and height at scale 1."""

    lines: tuple[str, ...]
    width: float
    height: float


def lettering(actor: Actor) -> Lettering:
    """Return the actor's label, wrapped and measured."""
    return _lettering(actor.label, is_bold(actor))


@lru_cache(maxsize=65536)
def _lettering(text: str, bold: bool) -> Lettering:
    """Return a label, wrapped and measured."""
    lines = typeface.wrap(text, style.LABEL_ROOM, style.LABEL_SIZE, bold, style.LABEL_LINES)
    return Lettering(lines, *typeface.block(lines, style.LABEL_SIZE, bold))


def is_bold(actor: Actor) -> bool:
    """Return whether the actor's label is set in bold: states are, so that they carry the eye."""
    return actor.kind == "state"


def footprint(actor: Actor, relations: int) -> tuple[float, float, float]:
    """Return width and height of the room an actor needs with its label below, and its radius; at scale 1."""
    radius = style.radius_of(actor.kind, relations)
    label = lettering(actor)
    return max(2.3 * radius, label.width + 4.0), 2.2 * radius + LABEL_GAP + label.height, radius
