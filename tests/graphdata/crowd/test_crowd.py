"""A crowd knows whose lines are whose."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from graphdata.crowd import crowd as module
from graphdata.crowd.crowd import Crowd


@pytest.mark.parametrize("row", [0, 7, 399])
def test_lines_of_an_actor_are_all_of_them_in_order(taken: Any, row: int) -> None:
    crowd: Crowd = taken.crowd
    actor = crowd.cast.actors[row].id
    wanted = {tie.id for tie in taken.ties if actor in (tie.giver, tie.receiver)}
    found = crowd.lines_of(row).tolist()
    assert {crowd.strands.ties[line].id for line in found} == wanted
    assert found == sorted(found)


def test_every_line_is_found_again(taken: Any) -> None:
    crowd: Crowd = taken.crowd
    assert [crowd.line_of(tie) for tie in crowd.strands.ties[:100]] == list(range(100))


def test_many_lines_are_found_at_once(taken: Any, make: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "BULK", 70)
    crowd: Crowd = taken.crowd
    sought = [crowd.strands.ties[row] for row in (300, 7, 7, 0, 120)]
    gone = [replace(sought[0], id="tie:gone"), replace(sought[1], giver="actor:gone")]
    assert make(crowd.rows_of([*sought, *gone])).tolist() == [0, 7, 120, 300]
    assert not len(make(crowd.rows_of(())))
    assert not len(make(crowd.rows_of(gone)))


def test_a_line_that_is_not_on_show_is_not_found(taken: Any) -> None:
    assert taken.crowd.line_of(replace(taken.ties[0], id="tie:gone")) is None
    assert taken.crowd.line_of(replace(taken.ties[0], giver="actor:gone")) is None
