"""How much room an actor takes on the map: its outline and the label below it, before anything has a place."""

from __future__ import annotations

from typing import Final

from graphdata import style, typeface
from graphdata.network import Actor

LABEL_GAP: Final = 3.0


def label_lines(actor: Actor) -> tuple[str, ...]:
    """Return the actor's label, wrapped as the map shows it."""
    return typeface.wrap(actor.label, style.LABEL_ROOM, style.LABEL_SIZE, is_bold(actor), style.LABEL_LINES)


def is_bold(actor: Actor) -> bool:
    """Return whether the actor's label is set in bold: states are, so that they carry the eye."""
    return actor.kind == "state"


def footprint(actor: Actor, relations: int) -> tuple[float, float, float]:
    """Return width and height of the room an actor needs with its label below, and its radius; at scale 1."""
    radius = style.radius_of(actor.kind, relations)
    wide, high = typeface.block(label_lines(actor), style.LABEL_SIZE, is_bold(actor))
    return max(2.3 * radius, wide + 4.0), 2.2 * radius + LABEL_GAP + high, radius
