"""A page carries its map, its legend and its sources."""

from collections.abc import Callable
from itertools import combinations

import numpy as np
import pytest

from graphdata.drawing import Drawing, Group, Words, flat
from graphdata.filter import Filter
from graphdata.network import Network
from graphdata.sheet import Request, sheet_of
from graphdata.style import Theme
from graphdata.ties import ties_of
from graphdata.view import view_of

Page = Callable[..., Drawing]


def words(drawing: Drawing) -> list[str]:
    return [mark.text for mark in flat(drawing.items) if isinstance(mark, Words)]


@pytest.mark.parametrize("aspect", [16 / 9, 4 / 3, 1.0, 0.7])
def test_nothing_leaves_the_page(little: Network, aspect: float, page: Page) -> None:
    drawing = page(little, aspect=aspect)
    assert drawing.width / drawing.height == pytest.approx(aspect)
    assert all(
        0 <= m.x <= drawing.width and 0 <= m.y <= drawing.height for m in flat(drawing.items) if isinstance(m, Words)
    )


def test_labels_do_not_overlap_on_the_page(little: Network, page: Page) -> None:
    whole = next(item for item in page(little).items if isinstance(item, Group) and item.id == "map")
    marks = [m for g in whole.items if isinstance(g, Group) and g.id.startswith("label") for m in g.items]
    rows = [m for m in marks if isinstance(m, Words)]
    for one, other in combinations(rows, 2):
        if one.y == other.y:
            assert abs(one.x - other.x) > 1.0


def test_legend_and_notes_can_be_left_out(little: Network, page: Page) -> None:
    bare = page(little, legend=False, notes=False)
    assert "Sources" not in words(bare)
    assert "Domain" not in words(bare)


def test_the_same_request_gives_the_same_page(little: Network, page: Page) -> None:
    first, second = (list(flat(page(little).items)) for _ in range(2))
    assert [m for m in first if isinstance(m, Words)] == [m for m in second if isinstance(m, Words)]
    assert len(first) == len(second)


def test_an_empty_view_still_makes_a_page(little: Network, page: Page) -> None:
    assert "Nothing is on show." in words(page(little, Filter(text="no such word anywhere")))


def test_sizes_are_finite(little: Network, page: Page) -> None:
    drawing = page(little)
    assert np.isfinite([drawing.width, drawing.height]).all()


def test_the_map_keeps_out_of_the_head_whatever_its_shape(little: Network, light: Theme) -> None:
    tall = {actor.id: (40.0 * (rank % 2), 150.0 * rank) for rank, actor in enumerate(little.drawn)}
    view = view_of(little, Filter())
    drawing = sheet_of(view, ties_of(view), tall, Request(16 / 9, light))
    head, whole = (next(g for g in drawing.items if isinstance(g, Group) and g.id == name) for name in ("head", "map"))
    lowest = max(mark.y for mark in head.items if isinstance(mark, Words) and mark.anchor == "start")
    assert all(mark.y - mark.size > lowest for mark in flat((whole,)) if isinstance(mark, Words))
