"""Nothing stands below its page, headings stay with what they head, and every row keeps its order."""

from __future__ import annotations

import pytest

from desktop.export.paper.paging import pages_of
from desktop.export.paper.setting import POINT, slabs_of
from graphdata.paper import Heading, Paper, plain

WIDTH, ROOM = 500.0 * POINT, 700.0 * POINT


@pytest.mark.parametrize("room", [ROOM, 200.0 * POINT])
def test_nothing_stands_below_its_page(paper: Paper, room: float) -> None:
    pages = pages_of(slabs_of(paper, WIDTH), room)
    assert len(pages) > 2
    for page in pages:
        ends = [placed.top + placed.slab.height for placed in page]
        assert max(ends) <= room
        assert all(end <= after.top + 0.01 for end, after in zip(ends, page[1:], strict=False))


def test_every_line_is_on_a_page_once(paper: Paper) -> None:
    slabs = list(slabs_of(paper, WIDTH))
    placed = [each.slab for page in pages_of(slabs, ROOM) for each in page]
    lines = [line for slab in placed for cell in slab.cells for line in cell.lines if slab.head or not slab.shaded]
    wanted = [line for slab in slabs for cell in slab.cells for line in cell.lines if slab.head or not slab.shaded]
    assert {(id(line.layout), line.rank) for line in lines} == {(id(line.layout), line.rank) for line in wanted}
    assert len(lines) == len(wanted)


def test_a_head_stands_over_the_rows_of_each_page(paper: Paper) -> None:
    for page in pages_of(slabs_of(paper, WIDTH), ROOM)[1:2]:
        assert page[0].slab.shaded
        assert page[1].slab.head is page[0].slab or page[1].slab.head


def test_a_heading_goes_to_the_next_page_with_its_text(paper: Paper) -> None:
    assert paper
    for lines in range(40, 60):
        blocks = (*(plain(f"Line {at}") for at in range(lines)), Heading(2, "Heading"), plain("Its text"))
        document = Paper("", "", "", "", "", blocks)
        pages = pages_of(slabs_of(document, WIDTH), ROOM)
        heading = next(page for page in pages if any(each.slab.keeps for each in page))
        assert not heading[-1].slab.keeps
