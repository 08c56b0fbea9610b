"""Actors drawn apart keep to their room and to their order, with the largest marks that fit."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from graphdata.drawing import Points
from graphdata.export.pptx import spread as spread_module
from graphdata.export.pptx.spread import SCALES, Boxes, Spread, spread, taken
from graphdata.export.pptx.stage import Subject
from graphdata.footprint import footprint
from graphdata.layout.overlap import overlapping

WIDE = (680.0, 400.0)


def drawn(subject: Subject, room: tuple[float, float]) -> Spread:
    view = subject.view
    return spread(view.actors, view.network.degree, subject.ties, subject.positions, room)


def boxes(subject: Subject, found: Spread) -> Points:
    """Return the boxes that hold actors with their labels below them."""
    rows = []
    for actor in subject.view.actors:
        wide, high, radius = np.array(footprint(actor, subject.view.network.degree[actor.id])) * found.scale
        x, y = found.positions[actor.id]
        rows.append((x - wide / 2, y - radius * 1.1, x + wide / 2, y - radius * 1.1 + high))
    return np.array(rows)


def test_no_box_touches_another_or_leaves_the_room(subject: Subject, apart: Callable[[Points], float]) -> None:
    found = boxes(subject, drawn(subject, WIDE))
    assert apart(found) == 0.0
    assert (found[:, 2:].max(axis=0) - found[:, :2].min(axis=0) <= np.array(WIDE) + 1.0).all()


def test_few_actors_are_drawn_as_large_as_can_be(subject: Subject) -> None:
    assert drawn(subject, WIDE).scale == SCALES[0]
    assert drawn(subject, (330.0, 200.0)).scale < SCALES[0]


def test_both_ends_of_many_lines_stand_far_enough_apart_for_their_signs() -> None:
    places, sizes = np.array([[0.0, 0.0], [70.0, 0.0], [300.0, 0.0]]), np.full((3, 2), 40.0)
    start = Boxes(places, sizes, np.zeros((3, 1)), np.full(3, 20.0))
    found = spread_module._drawn_out(start, {(0, 1): 12, (1, 2): 1}, 1.0).middles
    assert np.hypot(*(found[1] - found[0])) == pytest.approx(40.0 + 12 * spread_module.SIGNS / 40.0)
    assert found[2].tolist() == [300.0, 0.0]
    assert spread_module._drawn_out(start, {}, 1.0) is start


def test_left_stays_left_and_above_stays_above(subject: Subject) -> None:
    found = drawn(subject, WIDE).positions
    ids = sorted(found)
    old, new = (np.array([places[each] for each in ids]) for places in (subject.positions, found))
    far = np.abs(old[:, None] - old[None]) > 150.0
    assert (np.sign(new[:, None] - new[None])[far] == np.sign(old[:, None] - old[None])[far]).mean() > 0.95


def test_where_nothing_fits_places_are_those_of_the_screen(subject: Subject) -> None:
    found = drawn(subject, (90.0, 60.0))
    assert found.scale == SCALES[-1]
    assert set(found.positions) == set(subject.positions)


def test_nobody_needs_no_room(subject: Subject) -> None:
    assert spread((), {}, subject.ties, {}, WIDE) == Spread({}, SCALES[0])


def test_actors_that_hardly_fit_are_squeezed_rather_than_left_as_they_were(
    subject: Subject, apart: Callable[[Points], float]
) -> None:
    rooms = [(9.0 * at, 5.0 * at) for at in range(80, 10, -1)]
    tight = next(room for room in rooms if drawn(subject, room).scale == SCALES[-1])
    found = boxes(subject, drawn(subject, (tight[0] * 0.97, tight[1] * 0.97)))
    assert apart(found) < 150.0


def test_marks_are_no_larger_than_asked_for(subject: Subject) -> None:
    view = subject.view
    found = spread(view.actors, view.network.degree, subject.ties, subject.positions, WIDE, most=0.77)
    assert found.scale == 0.77


def test_actors_take_more_of_a_smaller_room(subject: Subject) -> None:
    view = subject.view
    shares = [taken(view.actors, view.network.degree, subject.ties, room) for room in (WIDE, (340.0, 400.0))]
    assert shares[1] == 2.0 * shares[0] > 0.0
    assert taken((), {}, (), WIDE) == 0.0


def test_walls_hold_a_crowd_that_would_otherwise_push_itself_out_of_the_room(
    apart: Callable[[Points], float], monkeypatch: pytest.MonkeyPatch
) -> None:
    places = np.random.default_rng(9).normal(0.0, 1.0, (24, 2)) * [200.0, 120.0]
    crowd = Boxes(places, np.full((24, 2), (70.0, 50.0)), np.zeros((24, 1)), np.full(24, 12.0))
    found = spread_module._settled(crowd, {}, (600.0, 390.0), 0.82)
    assert found is not None
    corners = np.hstack([found.middles - found.sizes / 2.0, found.middles + found.sizes / 2.0])
    assert apart(corners) == 0.0
    assert (np.ptp(corners.reshape(-1, 2), axis=0) <= np.array([600.5, 390.5])).all()
    monkeypatch.setattr(spread_module, "_walled_in", lambda *_: None)
    assert spread_module._settled(crowd, {}, (600.0, 390.0), 0.82) is None


def test_the_smallest_marks_may_move_far_rather_than_lie_over_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    places = np.random.default_rng(66).normal(0.0, 1.0, (30, 2)) * [200.0, 120.0]
    crowd = Boxes(places, np.full((30, 2), (70.0, 50.0)), np.zeros((30, 1)), np.full(30, 12.0))
    found = spread_module._settled(crowd, {}, (590.0, 390.0), SCALES[-1])
    assert found is not None
    assert not len(overlapping(found.middles, found.sizes))
    monkeypatch.setattr(spread_module, "FARTHEST", spread_module.FAR)
    less = spread_module._settled(crowd, {}, (590.0, 390.0), SCALES[-1])
    assert less is None or len(overlapping(less.middles, less.sizes))
