"""Layers by the direction of flow."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from graphdata.layout.layered import _inversions, _ladder, _ranks, layered, layers_of, step_crossings
from graphdata.layout.overlap import overlapping
from graphdata.layout.plan import GAP, Plan

MakePlan = Callable[..., Plan]


@settings(max_examples=25)
@given(number=st.integers(0, 10**6))
def test_any_plan_gives_columns_without_overlap(any_plan: MakePlan, number: int) -> None:
    plan = any_plan(number)
    places = layered(plan)
    assert np.isfinite(places).all()
    assert len(overlapping(places, plan.sizes, GAP)) == 0


def test_givers_stand_left_of_receivers(make_plan: MakePlan) -> None:
    places = layered(make_plan([[2, 1], [1, 0], [2, 0], [3, 1]], 4))
    assert places[2, 0] < places[1, 0] < places[0, 0]
    assert places[3, 0] < places[1, 0]


def test_a_circle_is_broken_once() -> None:
    layers = layers_of(3, np.array([[0, 1], [1, 2], [2, 0]]))
    assert sorted(layers.tolist()) == [0, 1, 2]


def test_a_late_giver_stands_next_to_its_receiver() -> None:
    layers = layers_of(4, np.array([[0, 1], [1, 2], [3, 2]]))
    assert layers.tolist() == [0, 1, 2, 1]


def test_ordering_takes_out_crossings() -> None:
    flows = np.array([[0, 7], [1, 6], [2, 5], [3, 4]])
    ladder = _ladder(np.array([0, 0, 0, 0, 1, 1, 1, 1]), flows)
    assert step_crossings(ladder, np.tile(np.arange(4.0), 2)) == 6
    assert step_crossings(ladder, _ranks(ladder)) == 0


def test_a_line_past_a_layer_has_a_waypoint_there() -> None:
    ladder = _ladder(np.array([0, 1, 2]), np.array([[0, 1], [1, 2], [0, 2]]))
    assert ladder.layers.tolist() == [0, 1, 2, 1]
    assert len(ladder.steps) == 4


def test_the_stronger_direction_decides(make_plan: MakePlan) -> None:
    places = layered(make_plan([[0, 1], [1, 0], [1, 0]], 2))
    assert places[1, 0] < places[0, 0]


def test_a_high_layer_stands_in_several_columns(make_plan: MakePlan) -> None:
    places = layered(make_plan([[0, leaf] for leaf in range(1, 50)], 50))
    assert len(np.unique(places[1:, 0].round(3))) > 1


def test_nobody_is_drawn_as_nothing(make_plan: MakePlan) -> None:
    assert layered(make_plan([], 0)).shape == (0, 2)


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=60))
def test_crossings_are_those_that_a_look_at_every_two_steps_finds(pairs: list[tuple[int, int]]) -> None:
    left, right = np.array(pairs, dtype=float).reshape(-1, 2).T
    assert _inversions(left, right) == int(((left[:, None] < left) & (right[:, None] > right)).sum())


def test_thousands_with_ten_thousand_flows_are_laid_out_without_a_waypoint_for_each(make_plan: MakePlan) -> None:
    pairs = np.random.default_rng(5).integers(0, 1500, (8000, 2))
    plan = make_plan(pairs.tolist(), 1500)
    assert _ladder(layers_of(1500, pairs), pairs).layers.shape == (1500,)
    places = layered(plan)
    assert len(overlapping(places, plan.sizes, GAP)) == 0
