"""Every word is set in lines no wider than their room, and a slab that is cut loses none."""

from __future__ import annotations

import pytest

from desktop.export.paper.setting import CELL, POINT, Slab, lines_of, slabs_of
from graphdata.paper import Paper, Run

WIDTH = 500.0 * POINT


def words_in(slab: Slab) -> str:
    return " ".join(
        line.layout.text()[line.layout.lineAt(line.rank).textStart() :][: line.layout.lineAt(line.rank).textLength()]
        for each in slab.cells
        for line in each.lines
    )


@pytest.fixture
def slabs(paper: Paper) -> list[Slab]:
    return list(slabs_of(paper, WIDTH))


def test_every_line_is_as_wide_as_its_room_at_most(slabs: list[Slab]) -> None:
    for each in (cell for slab in slabs for cell in slab.cells):
        assert all(line.layout.lineAt(line.rank).naturalTextWidth() <= each.width for line in each.lines)


def test_a_table_knows_its_head_in_every_row(slabs: list[Slab]) -> None:
    rows = [slab for slab in slabs if slab.head]
    assert len(rows) == 61
    assert words_in(rows[0].head or rows[0]).split() == ["No.", "What"]


@pytest.mark.parametrize("room", [1.0, 900.0, 3000.0])
def test_a_slab_that_is_cut_loses_no_line(slabs: list[Slab], room: float) -> None:
    high = max(slabs, key=lambda slab: slab.height)
    upper, lower = high.cut(room)
    lines = [tuple(len(each.lines) for each in slab.cells) for slab in (upper, lower, high)]
    assert [a + b for a, b in zip(lines[0], lines[1], strict=True)] == list(lines[2])
    assert any(lines[0])
    assert upper.height <= max(room, 20.0 * POINT)


def test_a_word_wider_than_the_room_is_broken() -> None:
    assert len(list(lines_of((Run("a" * 400),), CELL, 100.0 * POINT))) > 1


def test_looks_find_their_words_behind_signs_of_two_units(paper: Paper) -> None:
    assert paper.title
    (line,) = lines_of((Run("🛰🛰 "), Run("bold", bold=True)), CELL, WIDTH)
    assert [(form.start, form.length) for form in line.layout.formats()] == [(0, 5), (5, 4)]
    assert line.layout.formats()[1].format.font().bold()
