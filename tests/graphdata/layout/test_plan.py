"""The question to a layout."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from graphdata.layout.plan import UNWATCHED, Cancelled, Plan, Watch

MakePlan = Callable[..., Plan]


def test_pins_override_old_places(make_plan: MakePlan) -> None:
    anchor = np.array([[1.0, 1.0], [np.nan, np.nan], [3.0, 3.0]])
    old = make_plan([], 3, anchor=anchor, pins={0: (9.0, 9.0)}).old_places()
    assert old[0].tolist() == [9.0, 9.0]
    assert np.isnan(old[1]).all()
    assert old[2].tolist() == [3.0, 3.0]


def test_pinned_places_leave_the_given_ones_alone(make_plan: MakePlan) -> None:
    places = np.zeros((2, 2))
    assert make_plan([], 2, pins={1: (4.0, 5.0)}).with_pins(places)[1].tolist() == [4.0, 5.0]
    assert not places.any()


def test_the_same_plan_gives_the_same_chances(make_plan: MakePlan) -> None:
    plan = make_plan([], 2, seed=7)
    assert plan.rng().random() == plan.rng().random()


def test_a_watch_stops_when_nobody_waits() -> None:
    with pytest.raises(Cancelled):
        Watch(cancelled=lambda: True).tick(0.5)


def test_a_watch_passes_on_how_far_it_is() -> None:
    shares: list[float] = []
    Watch(progress=shares.append).tick(0.25)
    UNWATCHED.tick(0.5)
    assert shares == [0.25]
