"""The head and the foot of a page say what it is, of when, and who may see it."""

from collections.abc import Callable

import pytest

from graphdata import typeface
from graphdata.drawing import Drawing, Group, Words, flat
from graphdata.filter import Filter, in_words
from graphdata.network import Network

Page = Callable[..., Drawing]


def words(drawing: Drawing) -> list[str]:
    return [mark.text for mark in flat(drawing.items) if isinstance(mark, Words)]


def test_the_marking_stands_at_head_and_foot(little: Network, page: Page) -> None:
    assert words(page(little)).count("TLP:AMBER") == 2


@pytest.mark.parametrize(
    ("wide", "high"), [(841.9, 595.3), (756.9, 510.3), (510.3, 756.9), (960.0, 540.0), (800.0, 600.0)]
)
def test_the_marking_has_twelve_points_on_paper_and_slides_and_stands_to_the_right(
    little: Network, wide: float, high: float, page: Page
) -> None:
    made = page(little, aspect=wide / high, marking="TLP:AMBER+STRICT")
    marks = [m for m in flat(made.items) if isinstance(m, Words) and m.text == "TLP:AMBER+STRICT"]
    assert len(marks) == 2
    assert all(mark.size * wide / made.width >= 12.0 and mark.anchor == "end" for mark in marks)


@pytest.mark.parametrize("aspect", [16 / 9, 2**-0.5])
def test_title_and_filter_keep_clear_of_a_long_marking(little: Network, aspect: float, page: Page) -> None:
    made = page(little, aspect=aspect, marking="M" * 64, marking_reason="so", title="long " * 60)
    said = [m for m in flat(made.items) if isinstance(m, Words)]
    banner = next(m for m in said if m.text == "M" * 64)
    left = banner.x - typeface.width(banner.text, banner.size, True)
    titles = [m for m in said if m.text.startswith("long")]
    assert titles
    assert left > 0.4 * made.width
    assert all(m.x + typeface.width(m.text, m.size, True) < left for m in titles)


def test_the_foot_says_what_the_picture_rests_on_where_there_is_room(little: Network, page: Page) -> None:
    assert any(text.startswith("Rests on 4 documents") for text in words(page(little)))
    crowded = words(page(little, marking="TLP:CLEAR", marking_reason="because " * 200))
    assert not any(text.startswith("Rests on") for text in crowded)


def test_the_title_asked_for_is_set_else_the_networks(little: Network, page: Page) -> None:
    assert little.title in words(page(little))
    assert "Tehran arms Moscow" in words(page(little, title="Tehran arms Moscow"))


def test_the_filter_in_force_is_written_out(little: Network, page: Page) -> None:
    wanted = Filter(domains=frozenset({"arms"}))
    assert in_words(wanted, little).rstrip(".") in " ".join(words(page(little, wanted)))


@pytest.mark.parametrize(("words", "size"), [(3, 24.0), (33, 20.0), (60, 16.0), (90, 14.0)])
def test_a_long_title_is_set_smaller_before_it_is_cut(little: Network, words: int, size: float, page: Page) -> None:
    title = " ".join(f"word{rank}" for rank in range(words))
    head = next(g for g in page(little, title=title).items if isinstance(g, Group) and g.id == "head")
    lines = [mark for mark in head.items if isinstance(mark, Words) and mark.bold and mark.anchor == "start"]
    assert " ".join(line.text for line in lines) == title
    assert lines[0].size <= 24.0
    assert {line.size for line in lines} == {size}
