"""Puts slabs on pages: headings stay with what they head, rows stay whole, heads of tables are repeated."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import NamedTuple

from graphdata.pages.setting import Slab


class Placed(NamedTuple):
    """A slab and how far below the top of its page it begins."""

    top: float
    slab: Slab


Page = list[Placed]


def paged(slabs: Iterable[Slab], room: float) -> list[Page]:
    """Return the slabs on pages of a height; one that is higher than a page is cut."""
    whole = list(slabs)
    pages: list[Page] = [[]]
    top = 0.0
    for at, slab in enumerate(whole):
        if top and top + slab.before + _needed(whole, at, room) > room:
            pages.append([])
            top = 0.0
        top = _place(slab, pages, top, room)
    return pages


def _needed(slabs: Sequence[Slab], at: int, room: float) -> float:
    """Return the height of a slab and of those it must not be parted from; what fits no page may be parted."""
    kept = list(takewhile(lambda slab: slab.keeps, slabs[at:]))
    chain = slabs[at : at + len(kept) + 1]
    high = sum(slab.before + slab.height + slab.after for slab in chain) - chain[0].before - chain[-1].after
    return high if high <= room else chain[0].height if chain[0].height <= room else 0.0


def _place(slab: Slab, pages: list[Page], top: float, room: float) -> float:
    """Put a slab on the last page, cut where it is too high, and return where the next one may begin."""
    if not top and slab.head:
        pages[-1].append(Placed(0.0, slab.head))
        top = slab.head.height
    top += slab.before if pages[-1] else 0.0
    while top + slab.height > room:
        upper, slab = slab.cut(room - top)
        pages[-1].append(Placed(top, upper))
        pages.append([])
        top = 0.0
    pages[-1].append(Placed(top, slab))
    return top + slab.height + slab.after
