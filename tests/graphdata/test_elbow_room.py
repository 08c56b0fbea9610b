"""Marks are as large as the room between a few actors allows."""

from __future__ import annotations

import math

import pytest

from graphdata.elbow_room import FULL, LARGEST, elbow_room, roomy_scale


def test_most_actors_have_that_room_and_few_have_less() -> None:
    row = [(300.0 * at, 0.0) for at in range(8)]
    assert 300.0 / math.sqrt(2.0) <= elbow_room(row) <= 300.0
    assert elbow_room([*row, (1.0, 0.0)]) == elbow_room(row)


def test_a_short_drag_does_not_change_it() -> None:
    row = [(300.0 * at, 0.0) for at in range(8)]
    assert elbow_room([(20.0, 10.0), *row[1:]]) == elbow_room(row)


def test_a_lone_actor_has_all_the_room_and_a_heap_none() -> None:
    assert elbow_room([(0.0, 0.0)]) == math.inf
    assert elbow_room([(0.0, 0.0)] * 5) == 0.0


@pytest.mark.parametrize(("zoom", "scale"), [(0.1, 0.3), (0.5, 0.5), (4.0, 1.3)])
def test_marks_are_never_smaller_than_usual_and_never_larger_than_full(zoom: float, scale: float) -> None:
    assert roomy_scale(scale, zoom, 0.0) == scale
    assert roomy_scale(scale, zoom, FULL) == max(scale, min(LARGEST, zoom))
    assert roomy_scale(scale, zoom, math.inf) == max(scale, LARGEST)
