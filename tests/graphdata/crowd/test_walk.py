"""Walking through a crowd follows the rules of graphdata.ego."""

from __future__ import annotations

from typing import Any

import pytest

from graphdata import ego
from graphdata.crowd import walk


@pytest.mark.parametrize("heading", ["left", "right", "up", "down"])
@pytest.mark.parametrize("row", [0, 5, 200])
def test_an_arrow_key_goes_where_it_goes_in_a_scene(taken: Any, row: int, heading: Any) -> None:
    crowd = taken.crowd
    actor = crowd.cast.actors[row].id
    wanted = ego.next_actor(taken.places, actor, heading, frozenset(ego.neighbours(taken.view, actor)))
    found = walk.next_row(crowd, row, heading)
    assert (None if found is None else crowd.cast.actors[found].id) == wanted


def test_neighbours_are_those_of_the_view(taken: Any) -> None:
    crowd = taken.crowd
    for row in (0, 3, 300):
        found = [crowd.cast.actors[other].id for other in walk.neighbours(crowd, row)]
        assert set(found) == set(ego.neighbours(taken.view, crowd.cast.actors[row].id))
        assert len(found) == len(set(found))


def test_nobody_lies_beyond_the_last(taken: Any) -> None:
    last = int(taken.crowd.places[:, 0].argmax())
    assert walk.next_row(taken.crowd, last, "right") is None
