"""Lines hold on to actors at sites of their own, and rather miss an actor in the way."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from graphdata.compose import edge_marks
from graphdata.export.pptx import joints
from graphdata.export.pptx.docks import ROUND, SIDES, sites_of
from graphdata.export.pptx.joints import joint_of
from graphdata.export.pptx.sites import UNHELD, glued
from graphdata.fans import Nodes, struck_by
from graphdata.network import Actor, Name
from graphdata.ruleset import Level
from graphdata.scene import NodeMark, node_marks
from graphdata.ties import Tie


def nodes(**places: tuple[float, float]) -> tuple[NodeMark, ...]:
    actors = [Actor(id=f"actor:{key}", kind="state", names=(Name(text=key),)) for key in places]
    return node_marks(actors, {}, {f"actor:{key}": place for key, place in places.items()}, 1.0, 1.0)


def tie(number: int, ends: str) -> Tie:
    giver, receiver = (f"actor:{end}" for end in ends.split(">"))
    low = Level.LOW
    return Tie(f"tie:{number}", giver, receiver, False, "arms", ("rel:x",), low, low, *(False,) * 6, 1, 1, "Arms")


def lines(marks: tuple[NodeMark, ...], *ends: str) -> tuple:
    return glued(edge_marks([tie(at, each) for at, each in enumerate(ends)], marks, 1.0, {}), marks, 1.0)


def test_parallel_lines_take_sites_of_their_own_and_do_not_cross() -> None:
    marks = nodes(a=(0.0, 0.0), b=(300.0, 40.0))
    found = lines(marks, *["a>b", "b>a"] * 4)
    begins = [(line.edge.giver, line.begins) for line in found] + [(line.edge.receiver, line.ends) for line in found]
    assert len(set(begins)) == 16
    heights = [sorted(line.edge.path.tolist()) for line in found]
    left, right = [path[0][1] for path in heights], [path[-1][1] for path in heights]
    assert np.argsort(left).tolist() == np.argsort(right).tolist()


def test_more_lines_than_sites_still_hold() -> None:
    found = lines(nodes(a=(0.0, 0.0), b=(300.0, 0.0)), *["a>b"] * 2 * ROUND)
    assert all(SIDES <= site < SIDES + ROUND for line in found for site in (line.begins, line.ends))


def test_a_line_moves_along_the_border_to_miss_an_actor() -> None:
    marks = nodes(a=(0.0, 0.0), b=(400.0, 0.0), c=(200.0, 7.0))
    (line,) = lines(marks, "a>b")
    rank = [[mark.id for mark in marks].index(end) for end in (line.edge.giver, line.edge.receiver)]
    straight = np.linspace([0.0, 0.0], [400.0, 0.0], len(line.edge.path))
    cost = struck_by(np.array([line.edge.path, straight]), np.array([rank, rank]), Nodes.of(marks), 1.0)
    assert cost[0] < cost[1]


def test_no_lines_need_no_sites() -> None:
    assert lines(nodes(a=(0.0, 0.0))) == ()


def test_a_loop_is_bent_and_held_by_nothing() -> None:
    loop, line = lines(nodes(a=(0.0, 0.0), b=(300.0, 0.0)), "a>a", "a>b")
    assert (loop.begins, loop.ends) == UNHELD
    assert np.ptp(loop.edge.path, axis=0).min() > 10.0
    assert (line.begins, line.ends) != UNHELD


def test_lines_of_all_neighbours_end_apart_on_a_hub() -> None:
    places = {f"n{at}": (300.0 + at, 60.0 * at - 150.0) for at in range(6)}
    marks = nodes(hub=(0.0, 0.0), **places)
    found = lines(marks, *[f"n{at}>hub" for at in range(6) for _ in range(2)])
    at_hub = [line.ends for line in found]
    assert len(set(at_hub)) == 12
    heights = [line.edge.path[0][1] for line in found]
    order = sorted(range(12), key=lambda at: heights[at])
    hub = next(mark for mark in marks if mark.id == "actor:hub")
    turns = [float(np.arctan2(*sites_of(hub)[at_hub[at]][::-1])) for at in order]
    assert turns == sorted(turns)


def in_the_way() -> tuple[NodeMark, ...]:
    """Return two actors, and a third one between them that is too large to be missed."""
    large = {"b": (300.0, 0.0), "c": (150.0, 0.0)}
    marks = nodes(a=(0.0, 0.0), **large)
    return tuple(replace(mark, radius=36.0) if mark.id == "actor:c" else mark for mark in marks)


def test_lines_that_no_site_leads_past_an_actor_go_round_it_each_with_a_joint_of_its_own() -> None:
    found = lines(in_the_way(), "a>b", "b>a")
    assert all((line.begins, line.ends) != UNHELD for line in found)
    assert all(np.hypot(*(line.edge.path - [150.0, 0.0]).T).min() > 36.0 for line in found)
    one, other = (joint_of(line.edge) for line in found)
    assert one
    assert other
    assert np.hypot(*np.subtract(one, other)) > 5.0
    assert len({line.begins for line in found} | {line.ends for line in found[1:]}) == 3


def test_a_line_that_only_misses_an_actor_bent_is_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(joints, "MODEST", 0.0)
    (line,) = lines(in_the_way(), "a>b")
    assert (line.begins, line.ends) == UNHELD
    assert np.hypot(*(line.edge.path - [150.0, 0.0]).T).min() > 36.0
