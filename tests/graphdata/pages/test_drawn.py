"""Each page bears the marking twice and its number; anchors stand where they are led to."""

from __future__ import annotations

from graphdata.drawing import Drawing, Group, Words, flat
from graphdata.pages import HEIGHT, WIDTH, pages_of
from graphdata.pages.lines import Measure
from graphdata.paper import Paper, anchors_in, links_in
from graphdata.table_marks import ROW


def words_on(page: Drawing) -> list[str]:
    return [mark.text for mark in flat(page.items) if isinstance(mark, Words)]


def test_every_page_has_marking_and_number(paper: Paper, measure: Measure) -> None:
    pages = pages_of(paper, measure)
    for number, page in enumerate(pages, start=1):
        assert words_on(page).count("TLP:RED") == 2
        assert f"Foot · page {number} of {len(pages)}" in words_on(page)


def test_everything_stands_on_the_paper(paper: Paper, measure: Measure) -> None:
    for page in pages_of(paper, measure):
        places = [(mark.x, mark.y) for mark in flat(page.items) if isinstance(mark, Words)]
        assert all(0.0 < x < WIDTH and 0.0 < y < HEIGHT for x, y in places)


def test_anchors_and_links_are_those_of_the_document(paper: Paper, measure: Measure) -> None:
    pages = pages_of(paper, measure)
    groups = [item.id for page in pages for item in page.items if isinstance(item, Group) and item.id not in {"", ROW}]
    assert tuple(groups) == anchors_in(paper)
    links = [mark.link for page in pages for mark in flat(page.items) if isinstance(mark, Words) and mark.link]
    assert {link.removeprefix("#") for link in links} == set(links_in(paper))


def test_the_first_page_alone_counts_the_others(paper: Paper, measure: Measure) -> None:
    (first,) = pages_of(paper, measure, 1)
    assert words_on(first) == words_on(pages_of(paper, measure)[0])
