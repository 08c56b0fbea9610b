"""Slabs are as wide as their room, know their head and anchor, and lose no line when they are cut."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graphdata.pages.lines import Measure
from graphdata.pages.setting import Slab, slabs_of
from graphdata.paper import Paper

WIDTH = 500.0


def words_in(slab: Slab) -> str:
    return " ".join(piece.text for each in slab.cells for line in each.lines for piece in line.pieces)


@pytest.fixture
def slabs(paper: Paper, measure: Measure) -> list[Slab]:
    return list(slabs_of(paper, WIDTH, measure))


def test_a_table_knows_its_head_in_every_row(slabs: list[Slab]) -> None:
    rows = [slab for slab in slabs if slab.head]
    assert len(rows) == 61
    assert words_in(rows[0].head or rows[0]).split() == ["No.", "What"]
    assert [words_in(slab).split()[0] for slab in rows] == [f"R{at}" for at in range(61)]


@pytest.mark.parametrize("room", [1.0, 90.0, 300.0])
def test_a_slab_that_is_cut_loses_no_line(slabs: list[Slab], room: float) -> None:
    high = replace(max(slabs, key=lambda slab: slab.height), anchor="long")
    upper, lower = high.cut(room)
    lines = [tuple(len(each.lines) for each in slab.cells) for slab in (upper, lower, high)]
    assert [a + b for a, b in zip(lines[0], lines[1], strict=True)] == list(lines[2])
    assert any(lines[0])
    assert upper.height <= max(room, 20.0)
    assert (upper.anchor, lower.anchor) == ("long", "")
