"""Nothing stands below its page, headings stay with what they head, and every row keeps its order."""

from __future__ import annotations

import pytest

from graphdata.pages.lines import Measure
from graphdata.pages.paging import paged
from graphdata.pages.setting import slabs_of
from graphdata.paper import Heading, Paper, plain

WIDTH, ROOM = 500.0, 700.0


@pytest.mark.parametrize("room", [ROOM, 200.0])
def test_nothing_stands_below_its_page(paper: Paper, measure: Measure, room: float) -> None:
    pages = paged(slabs_of(paper, WIDTH, measure), room)
    assert len(pages) > 2
    for page in pages:
        ends = [placed.top + placed.slab.height for placed in page]
        assert max(ends) <= room
        assert all(end <= after.top + 0.01 for end, after in zip(ends, page[1:], strict=False))


def test_every_line_is_on_a_page_once(paper: Paper, measure: Measure) -> None:
    slabs = list(slabs_of(paper, WIDTH, measure))
    placed = [each.slab for page in paged(slabs, ROOM) for each in page]
    lines = [line for slab in placed for cell in slab.cells for line in cell.lines if slab.head or not slab.shaded]
    wanted = [line for slab in slabs for cell in slab.cells for line in cell.lines if slab.head or not slab.shaded]
    assert set(map(id, lines)) == set(map(id, wanted))
    assert len(lines) == len(wanted)


def test_a_head_stands_over_the_rows_of_each_page(paper: Paper, measure: Measure) -> None:
    for page in paged(slabs_of(paper, WIDTH, measure), ROOM)[1:2]:
        assert page[0].slab.shaded
        assert page[1].slab.head is page[0].slab or page[1].slab.head


def test_a_heading_goes_to_the_next_page_with_its_text(measure: Measure) -> None:
    for lines in range(40, 60):
        blocks = (*(plain(f"Line {at}") for at in range(lines)), Heading(2, "Heading"), plain("Its text"))
        document = Paper("", "", "", "", "", blocks)
        pages = paged(slabs_of(document, WIDTH, measure), ROOM)
        heading = next(page for page in pages if any(each.slab.keeps for each in page))
        assert not heading[-1].slab.keeps
