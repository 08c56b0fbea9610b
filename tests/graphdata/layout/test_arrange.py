"""The house layout, as its callers know it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphdata.layout.arrange import Cancelled, Mode, arrange
from graphdata.layout.fit import middle_of
from graphdata.layout.overlap import overlapping
from graphdata.layout.plan import GAP, Floats, Plan
from graphdata.layout.quality import crossings, stress
from graphdata.layout.stable import laid_over
from graphdata.layout.web import web_of

MakePlan = Callable[..., Plan]
NUMBERS = st.integers(0, 10**6)
MODES = st.sampled_from(["clusters", "distances"])


@pytest.fixture(scope="module")
def drawn(two_hubs: Plan) -> Floats:
    """Return the two-hub network as the program draws it."""
    return arrange(two_hubs)


@settings(max_examples=25)
@given(number=NUMBERS, mode=MODES)
def test_any_plan_gives_numbers_and_no_overlap(any_plan: MakePlan, number: int, mode: Mode) -> None:
    plan = any_plan(number)
    places = arrange(plan, mode)
    assert places.shape == (plan.count, 2)
    assert np.isfinite(places).all()
    assert len(overlapping(places, plan.sizes, GAP)) == 0


@settings(max_examples=10)
@given(number=NUMBERS, mode=MODES)
def test_the_same_plan_gives_the_same_places(any_plan: MakePlan, number: int, mode: Mode) -> None:
    assert (arrange(any_plan(number), mode) == arrange(any_plan(number), mode)).all()


@settings(max_examples=20)
@given(number=NUMBERS, mode=MODES, x=st.floats(-900, 900), y=st.floats(-900, 900))
def test_pins_are_kept_to_the_point(any_plan: MakePlan, number: int, mode: Mode, x: float, y: float) -> None:
    plan = any_plan(number)
    pins = {actor: (x + 300.0 * actor, y) for actor in range(min(plan.count, 3))}
    places = arrange(replace(plan, pins=pins), mode)
    assert [tuple(places[actor]) for actor in pins] == list(pins.values())
    assert len(overlapping(places, plan.sizes, GAP)) == 0


@settings(max_examples=20)
@given(number=NUMBERS, mode=MODES, share=st.floats(0.0, 1.0))
def test_any_old_places_give_numbers_and_no_overlap(any_plan: MakePlan, number: int, mode: Mode, share: float) -> None:
    plan, rng = any_plan(number), np.random.default_rng(number)
    anchor = rng.normal(0, 200, (plan.count, 2))
    anchor[rng.random(plan.count) < share] = np.nan
    places = arrange(replace(plan, anchor=anchor), mode)
    assert np.isfinite(places).all()
    assert len(overlapping(places, plan.sizes, GAP)) == 0


@settings(max_examples=10)
@given(number=NUMBERS)
def test_all_pins_on_one_spot_are_kept(any_plan: MakePlan, number: int) -> None:
    plan = any_plan(number)
    places = arrange(replace(plan, pins=dict.fromkeys(range(plan.count), (3.0, 4.0))))
    assert (places == (3.0, 4.0)).all()


@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_tiny_networks_are_drawn(make_plan: MakePlan, count: int) -> None:
    assert arrange(make_plan([], count)).shape == (count, 2)
    assert np.isfinite(arrange(make_plan([[0, 0]] * count, count))).all()


def test_lone_actors_fill_a_page(make_plan: MakePlan) -> None:
    wide, high = np.ptp(arrange(make_plan([], 50)), axis=0)
    assert 1.0 < wide / high < 2.4


def test_a_new_drawing_is_centred(karate: Plan) -> None:
    assert np.abs(middle_of(arrange(karate))).max() < 60.0


def test_the_drawing_takes_the_shape_of_the_page(two_hubs: Plan, drawn: Floats) -> None:
    low, high = (drawn - two_hubs.sizes / 2.0).min(axis=0), (drawn + two_hubs.sizes / 2.0).max(axis=0)
    wide, tall = high - low
    assert 1.4 < wide / tall < 1.8
    assert 0.25 < two_hubs.sizes.prod(axis=1).sum() / (wide * tall) < 0.35


def test_the_hubs_stand_well_apart(drawn: Floats) -> None:
    assert np.linalg.norm(drawn[0] - drawn[1]) > 250.0


def test_few_lines_cross_in_the_two_hub_network(two_hubs: Plan, drawn: Floats) -> None:
    web = web_of(two_hubs.count, two_hubs.pairs)
    assert crossings(drawn, web.pairs) < 0.8 * len(web.pairs)


def test_old_places_hold_when_actors_are_hidden(two_hubs: Plan, drawn: Floats) -> None:
    shown = np.flatnonzero(np.arange(60) % 10 != 7)
    number = np.full(60, -1)
    number[shown] = np.arange(len(shown))
    pairs = number[two_hubs.pairs]
    pairs = pairs[(pairs >= 0).all(axis=1)]
    less = Plan(len(shown), pairs, two_hubs.sizes[shown], seed=2, anchor=drawn[shown])
    moved = np.linalg.norm(arrange(less) - drawn[shown], axis=1)
    assert moved.mean() < 0.02 * np.ptp(drawn, axis=0).max()
    assert np.median(moved) < 1.0


@pytest.mark.parametrize("mode", ["clusters", "distances"])
def test_a_new_drawing_after_a_tenth_went_moves_less_and_is_as_true(karate: Plan, mode: Mode) -> None:
    drawn, kept = arrange(karate, mode), np.flatnonzero(np.arange(34) % 10 != 5)
    pairs = np.searchsorted(kept, karate.pairs[np.isin(karate.pairs, kept).all(axis=1)])
    less = Plan(len(kept), pairs, karate.sizes[kept], seed=5)
    anchored, anew = arrange(replace(less, anchor=drawn[kept]), mode), arrange(less, mode)
    moved, afresh = (
        np.linalg.norm(laid_over(places, drawn[kept]) - drawn[kept], axis=1) for places in (anchored, anew)
    )
    assert moved.mean() <= 0.3 * afresh.mean()
    web = web_of(less.count, less.pairs)
    assert stress(anchored, web) <= 1.05 * stress(anew, web)


@pytest.mark.parametrize("mode", ["clusters", "distances"])
def test_new_actors_join_without_pushing_the_others_about(two_hubs: Plan, mode: Mode) -> None:
    drawn = arrange(two_hubs, mode)
    anchor = drawn.copy()
    anchor[[7, 21, 40]] = np.nan
    places = arrange(replace(two_hubs, anchor=anchor), mode)
    assert np.linalg.norm(places - drawn, axis=1)[~np.isnan(anchor[:, 0])].mean() < 0.04 * np.ptp(drawn, axis=0).max()
    assert len(overlapping(places, two_hubs.sizes, GAP)) == 0


def test_strangers_join_below_the_old_drawing(make_plan: MakePlan) -> None:
    anchor = np.full((6, 2), np.nan)
    anchor[:4] = [[0.0, 0.0], [300.0, 0.0], [0.0, 300.0], [300.0, 300.0]]
    places = arrange(make_plan([[0, 1], [1, 2], [2, 3], [4, 5]], 6, anchor=anchor))
    assert places[4:, 1].min() > places[:4, 1].max()


def test_a_mostly_unknown_network_is_laid_over_what_is_known(karate: Plan) -> None:
    anchor = np.full((34, 2), np.nan)
    anchor[:6] = arrange(karate)[:6] + 5000.0
    places = arrange(replace(karate, anchor=anchor, seed=3))
    assert np.abs(places[:6].mean(axis=0) - anchor[:6].mean(axis=0)).max() < 100.0


def test_stress_in_distances_mode_is_near_the_best(karate: Plan) -> None:
    assert stress(arrange(karate, "distances"), web_of(34, karate.pairs)) < 0.09


@pytest.mark.parametrize("name", ["karate", "thousand"])
def test_a_layout_can_be_stopped(request: pytest.FixtureRequest, name: str) -> None:
    answers = iter([False, False, True, *[True] * 999])
    with pytest.raises(Cancelled):
        arrange(request.getfixturevalue(name), cancelled=lambda: next(answers))


def test_a_star_of_two_thousand_leaves_is_drawn_clear(make_plan: MakePlan) -> None:
    plan = make_plan([(0, leaf) for leaf in range(1, 2001)], 2001)
    places = arrange(plan)
    assert np.isfinite(places).all()
    assert len(overlapping(places, plan.sizes, GAP)) == 0


@settings(max_examples=3, deadline=None)
@given(number=NUMBERS, aspect=st.floats(0.4, 3.0))
def test_large_networks_in_parts_keep_pins_and_numbers(make_plan: MakePlan, number: int, aspect: float) -> None:
    rng = np.random.default_rng(number)
    pairs = [*rng.integers(0, 420, (700, 2)), *rng.integers(420, 500, (50, 2))]
    plan = make_plan(pairs, 500, aspect=aspect, seed=number, pins={3: (0.0, 0.0), 499: (4000.0, 10.0)})
    places = arrange(plan)
    assert np.isfinite(places).all()
    assert (places[[3, 499]] == [(0.0, 0.0), (4000.0, 10.0)]).all()
    assert (places == arrange(plan)).all()


@pytest.mark.parametrize("aspect", [0.5, 1.0, 2.5])
def test_the_page_may_be_of_any_shape(karate: Plan, aspect: float) -> None:
    wide, tall = np.ptp(arrange(replace(karate, aspect=aspect)), axis=0)
    assert 0.6 * aspect < wide / tall < 1.7 * aspect


@pytest.mark.parametrize("name", ["karate", "thousand"])
def test_progress_runs_from_nought_to_the_end(request: pytest.FixtureRequest, name: str) -> None:
    shares: list[float] = []
    arrange(request.getfixturevalue(name), progress=shares.append)
    assert shares[0] == 0.0
    assert shares == sorted(shares)
    assert shares[-1] > 0.9
