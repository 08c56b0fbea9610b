"""Rings by hops."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphdata.layout.overlap import overlapping
from graphdata.layout.plan import GAP, Floats, Ints, Plan
from graphdata.layout.radial import STEP, radial, rings_of
from graphdata.layout.web import web_of

MakePlan = Callable[..., Plan]
SHAPE = np.array([1.6**0.5, 1.6**-0.5])


@settings(max_examples=25)
@given(number=st.integers(0, 10**6))
def test_any_plan_gives_rings_without_overlap(any_plan: MakePlan, number: int) -> None:
    plan = any_plan(number)
    places = radial(plan, number % plan.count)
    assert np.isfinite(places).all()
    assert len(overlapping(places, plan.sizes, GAP)) == 0


def test_the_centre_is_in_the_middle(two_hubs: Plan) -> None:
    assert np.abs(radial(two_hubs, 1)[1]).max() < 0.01


def test_every_ring_is_outside_the_one_before(two_hubs: Plan) -> None:
    rings = rings_of(web_of(60, two_hubs.pairs), 0)
    radii = np.linalg.norm(radial(two_hubs, 0) / SHAPE, axis=1)
    for ring in range(int(rings.max())):
        assert radii[rings == ring].max() < radii[rings == ring + 1].min()


def test_unreached_actors_have_the_last_ring() -> None:
    rings = rings_of(web_of(4, np.array([[0, 1], [1, 2]])), 0)
    assert rings.tolist() == [0, 1, 2, 3]


def test_leaves_fan_out_evenly(make_plan: MakePlan) -> None:
    places = radial(make_plan([[0, leaf] for leaf in range(1, 13)], 13), 0) / SHAPE
    angles = np.sort(np.arctan2(places[1:, 1], places[1:, 0]))
    assert np.diff(angles).max() < 2.2 * np.diff(angles).min()


def test_a_branch_stays_near_its_root(make_plan: MakePlan) -> None:
    places = radial(make_plan([[0, 1], [0, 2], [0, 3], [1, 4], [2, 5], [3, 6]], 7), 0)
    ways = places / (np.linalg.norm(places, axis=1)[:, None] + 1e-9)
    assert ((ways[[1, 2, 3]] * ways[[4, 5, 6]]).sum(axis=1) > 0.5).all()


def test_pins_are_kept(make_plan: MakePlan) -> None:
    places = radial(make_plan([[0, 1], [0, 2]], 3, pins={2: (700.0, 0.5)}), 0)
    assert places[2].tolist() == [700.0, 0.5]


def test_a_ring_is_no_wider_than_its_boxes_need(make_plan: MakePlan) -> None:
    plan = make_plan([[0, leaf] for leaf in range(1, 80)], 80)
    places = radial(plan, 0)
    away = np.linalg.norm(places[1:] / SHAPE, axis=1)[:, None]
    places[1:] *= (away - STEP) / away
    assert len(overlapping(places, plan.sizes, GAP))


def test_a_ring_of_thousands_is_looked_at_a_few_times(make_plan: MakePlan, monkeypatch: pytest.MonkeyPatch) -> None:
    looks: list[int] = []

    def counted(places: Floats, sizes: Floats, gap: float) -> Ints:
        looks.append(len(places))
        return overlapping(places, sizes, gap)

    monkeypatch.setattr("graphdata.layout.radial.overlapping", counted)
    radial(make_plan([[0, leaf] for leaf in range(1, 3000)], 3000), 0)
    assert len(looks) < 10


def test_partners_stand_together_in_each_of_many_groups(make_plan: MakePlan) -> None:
    rows = [[1, 7], [7, 3], [2, 8], [8, 5], [4, 9], [9, 6]]
    places = radial(make_plan([[0, leaf] for leaf in range(1, 10)] + rows, 10), 0) / SHAPE
    round_the_ring = (1 + np.argsort(np.arctan2(places[1:, 1], places[1:, 0]))).tolist()
    groups = [{1, 7, 3}, {2, 8, 5}, {4, 9, 6}]
    turned = [round_the_ring[at:] + round_the_ring[:at] for at in range(3)]
    assert any(all(set(row[at : at + 3]) in groups for at in (0, 3, 6)) for row in turned)
