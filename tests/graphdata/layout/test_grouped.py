"""Groups as islands."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphdata.layout.arrange import arrange
from graphdata.layout.grouped import grouped
from graphdata.layout.overlap import overlapping
from graphdata.layout.plan import GAP, Floats, Plan, Watch

MakePlan = Callable[..., Plan]


def islands(plan: Plan, labels: list[int], places: Floats) -> tuple[Floats, Floats]:
    """Return the middles and sizes of the bounds of each group."""
    parts = [np.flatnonzero(np.array(labels) == label) for label in dict.fromkeys(labels)]
    lows = np.array([(places - plan.sizes / 2.0)[part].min(axis=0) for part in parts])
    highs = np.array([(places + plan.sizes / 2.0)[part].max(axis=0) for part in parts])
    return (lows + highs) / 2.0, highs - lows


@settings(max_examples=20)
@given(number=st.integers(0, 10**6), groups=st.integers(1, 6))
def test_neither_boxes_nor_islands_overlap(any_plan: MakePlan, number: int, groups: int) -> None:
    plan = any_plan(number)
    labels = [actor * 7 % groups for actor in range(plan.count)]
    places = grouped(plan, labels)
    assert np.isfinite(places).all()
    assert len(overlapping(places, plan.sizes, GAP)) == 0
    assert len(overlapping(*islands(plan, labels, places), 1.0)) == 0


def test_groups_that_deal_with_each_other_are_near(make_plan: MakePlan) -> None:
    pairs = [[0, 3], [1, 4], [2, 5], [3, 6], [6, 9]]
    places = grouped(make_plan(pairs, 12), [actor // 3 for actor in range(12)])
    middles = places.reshape(4, 3, 2).mean(axis=1)
    assert np.linalg.norm(middles[0] - middles[1]) < np.linalg.norm(middles[0] - middles[3])


def test_the_order_of_names_does_not_matter(two_hubs: Plan) -> None:
    labels = ["east" if actor % 2 else "west" for actor in range(60)]
    other = [label[::-1] for label in labels]
    assert (grouped(two_hubs, labels) == grouped(two_hubs, other)).all()


def test_nobody_is_drawn_as_nothing(make_plan: MakePlan) -> None:
    assert grouped(make_plan([], 0), []).shape == (0, 2)


def test_pins_are_kept(make_plan: MakePlan) -> None:
    places = grouped(make_plan([[0, 1], [2, 3]], 4, pins={3: (900.0, 10.0)}), [0, 0, 1, 1])
    assert places[3].tolist() == [900.0, 10.0]


def test_thousands_of_groups_of_one_are_drawn_without_a_layout_for_each(
    make_plan: MakePlan, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[int] = []

    def counted(plan: Plan, watch: Watch) -> Floats:
        drawn.append(plan.count)
        return arrange(plan, cancelled=watch.cancelled, progress=watch.progress)

    monkeypatch.setattr("graphdata.layout.grouped._arranged", counted)
    plan = make_plan([[0, 1], [1, 2]], 500)
    places = grouped(plan, ["one", "one", "one", *map(str, range(497))])
    assert drawn == [3, 498]  # the only group, and the islands
    assert len(overlapping(places, plan.sizes)) == 0


def test_islands_among_thousands_of_single_actors_keep_to_the_shape_of_the_page(make_plan: MakePlan) -> None:
    labels = [actor // 50 if actor < 2000 else actor for actor in range(4000)]
    ends = np.random.default_rng(5).integers(0, 4000, (20000, 2))
    places = grouped(make_plan(ends[ends[:, 0] != ends[:, 1]], 4000), labels)
    wide, high = np.ptp(places, axis=0)
    assert 0.8 < wide / high < 2.0
