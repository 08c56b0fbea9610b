"""Actors that many lines meet at, drawn large enough on a slide for every line to end at a place of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from graphdata.scene import NodeMark, seated
from graphdata.ties import Tie

RIM: Final = 4.4  # points of the rim for each line that ends there, at a mark scale of 1
ABREAST: Final = 5.8  # points across for each line of a bundle
LARGEST: Final = 46.0


def least_radii(ties: Sequence[Tie]) -> Mapping[str, float]:
    """Return how large each actor must be, at a mark scale of 1, for the lines that end there."""
    ends = Counter(end for tie in ties for end in (tie.giver, tie.receiver))
    abreast: Counter[str] = Counter()
    for pair, count in Counter(frozenset((tie.giver, tie.receiver)) for tie in ties).items():
        for end in pair:
            abreast[end] = max(abreast[end], count)
    return {
        end: min(LARGEST, max(count * RIM / (2.0 * np.pi), abreast[end] * ABREAST / 2.0)) for end, count in ends.items()
    }


def grown(nodes: Sequence[NodeMark], least: Mapping[str, float], scale: float) -> tuple[NodeMark, ...]:
    """Return the actors, none smaller than its lines need, the labels still below, or inside where there is room."""
    return tuple(_grown(node, least.get(node.id, 0.0) * scale, scale) for node in nodes)


def _grown(node: NodeMark, radius: float, scale: float) -> NodeMark:
    """Return an actor at least so large."""
    if radius <= node.radius:
        return node
    left, top, right, bottom = node.label
    down = 1.1 * (radius - node.radius)
    return seated(replace(node, radius=radius, label=(left, top + down, right, bottom + down)), scale)
