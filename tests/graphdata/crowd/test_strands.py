"""The lines of a crowd go where those of a scene go."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from graphdata import fans
from graphdata.compose import compose
from graphdata.crowd.seen import Outlook, seen_of
from graphdata.crowd.strands import HIDDEN, _occupy, lines_of, paths_of, signs_of
from graphdata.crowd.view import NO_CODES
from graphdata.placing import SHARES

OUTLOOK = Outlook(400.0, 300.0, 1.0, 1600.0, 1000.0)


def test_a_single_line_is_the_one_a_scene_draws(taken: Any) -> None:
    crowd = taken.crowd
    scene = compose(taken.view, taken.ties, taken.places)
    drawn = {edge.id: edge.path for edge in scene.edges}
    ends = crowd.strands.ends
    single = np.flatnonzero((crowd.strands.counts == 1) & (ends[:, 0] != ends[:, 1]))
    assert len(single) > 100
    for row, path in zip(single, paths_of(crowd, single, 1.0, 1.0), strict=True):
        assert path == pytest.approx(drawn[crowd.strands.ties[row].id], abs=1e-3)


def test_parallel_lines_bend_apart_as_far_as_in_a_scene(taken: Any) -> None:
    crowd = taken.crowd
    drawn = {edge.id: edge.path[14] for edge in compose(taken.view, taken.ties, taken.places).edges}
    ends = crowd.strands.ends
    double = np.flatnonzero((crowd.strands.counts == 2) & (ends[:, 0] < ends[:, 1]))
    for row in double[:20]:
        pair = np.flatnonzero((ends == ends[row]).all(axis=1) | (ends == ends[row, ::-1]).all(axis=1))
        ours = paths_of(crowd, pair, 1.0, 1.0)[:, 14]
        theirs = np.array([drawn[crowd.strands.ties[each].id] for each in pair])
        assert np.hypot(*(ours[0] - ours[1])) == pytest.approx(np.hypot(*(theirs[0] - theirs[1])), rel=0.02)


def test_lines_go_from_giver_to_receiver_and_loops_come_back(taken: Any) -> None:
    crowd = taken.crowd
    paths = paths_of(crowd, np.arange(len(crowd.strands)), 2.0, 1.0)
    giver, receiver = (crowd.places[crowd.strands.ends[:, side]] * 2.0 for side in (0, 1))
    apart = np.hypot(*(giver - receiver).T) > 200.0
    assert apart.any()
    assert (np.hypot(*(paths[:, 0] - giver).T) < 60.0)[apart].all()
    assert (np.hypot(*(paths[:, -1] - receiver).T) < 60.0)[apart].all()
    loops = crowd.strands.ends[:, 0] == crowd.strands.ends[:, 1]
    assert loops.any()
    assert paths[loops, 0] == pytest.approx(paths[loops, -1])


def test_what_matters_is_painted_last(taken: Any, make: Any) -> None:
    seen = make(seen_of(taken.crowd, OUTLOOK))
    lines = make(lines_of(taken.crowd, seen, 1.0))
    assert len(lines) == len(seen.lines)
    assert lines.paths[-1] == pytest.approx(paths_of(taken.crowd, seen.lines[:1], 1.0, seen.scale)[0])


def test_signs_keep_apart_where_they_can(taken: Any, make: Any) -> None:
    seen = make(seen_of(taken.crowd, OUTLOOK))
    lines = make(lines_of(taken.crowd, seen, 1.0))
    signs = make(signs_of(taken.crowd.strands, seen.lines[::-1], lines, np.empty((0, 3)), 1.0, OUTLOOK.sight))
    middles = fans.at_shares(lines.paths, (0.5,))[:, 0]
    assert _close(signs.places) < 0.5 * _close(middles)


def test_signs_of_lines_that_leave_the_window_are_in_sight(taken: Any, make: Any) -> None:
    middle = taken.crowd.places[0] * 20.0
    outlook = Outlook(450.0 - middle[0], 350.0 - middle[1], 20.0, 900.0, 700.0)
    seen = make(seen_of(taken.crowd, outlook))
    lines = make(lines_of(taken.crowd, seen, 20.0))
    signs = make(signs_of(taken.crowd.strands, seen.lines[::-1], lines, np.empty((0, 3)), 1.3, outlook.sight))
    spots = fans.at_shares(lines.paths, SHARES)
    left, top, right, bottom = outlook.sight
    held = (spots > (left, top)).all(axis=2) & (spots < (right, bottom)).all(axis=2)
    inside = (signs.places > (left, top)).all(axis=1) & (signs.places < (right, bottom)).all(axis=1)
    assert held.any(axis=1).any()
    assert (inside == held.any(axis=1)).mean() > 0.95


def _close(places: np.ndarray) -> int:
    """Return how many pairs of signs lie over each other."""
    away = np.hypot(*(places[:, None] - places[None]).T)
    return int((np.triu(away < 12.0, 1) & (away > 0.0)).sum())


def test_signs_keep_clear_of_actors_where_they_can(taken: Any, make: Any) -> None:
    seen = make(seen_of(taken.crowd, OUTLOOK))
    lines, rows = make(lines_of(taken.crowd, seen, 1.0)), seen.lines[::-1]
    middles = fans.at_shares(lines.paths, SHARES[:1])[:, 0]
    discs = np.column_stack([middles[::9], np.full(len(middles[::9]), 22.0)])
    signs = make(signs_of(taken.crowd.strands, rows, lines, discs, 1.0, OUTLOOK.sight))
    apart = np.hypot(*np.moveaxis(signs.places[:, None] - discs[:, :2], 2, 0)).min(axis=1)
    before = np.hypot(*np.moveaxis(middles[:, None] - discs[:, :2], 2, 0)).min(axis=1)
    assert (apart < 22.0).sum() < 0.2 * (before < 22.0).sum()


def test_no_lines_have_no_signs(taken: Any, make: Any) -> None:
    seen = make(seen_of(taken.crowd, Outlook(1e7, 1e7, 1.0, 10.0, 10.0)))
    lines = make(lines_of(taken.crowd, seen, 1.0))
    assert len(make(signs_of(taken.crowd.strands, NO_CODES, lines, np.empty((0, 3)), 1.0, OUTLOOK.sight))) == 0


@pytest.mark.parametrize("radius", [0.05, 0.4, 2.3])
def test_signs_keep_off_the_cells_under_actors_however_small_these_are(radius: float) -> None:
    discs = np.array([(20.3, 31.9, radius * 10.0), (55.0, 12.0, radius * 10.0)])
    taken, low, cell = np.zeros((9, 9)), np.array([0.0, 0.0]), 10.0
    _occupy(taken, discs, low, cell)
    for row, column in np.ndindex(9, 9):
        middle = (np.array([row, column]) - 0.5) * cell
        under = (np.hypot(*(discs[:, :2] - middle).T) < discs[:, 2]).any()
        own = ((np.floor(discs[:, :2] / cell) + 1.0) == (row, column)).all(axis=1).any()
        assert (taken[row, column] == HIDDEN) == (under or own), (row, column)
