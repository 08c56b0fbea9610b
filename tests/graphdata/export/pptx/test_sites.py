"""Lines hold on to actors at sites of their own, and rather miss an actor in the way."""

from __future__ import annotations

import numpy as np
import pytest

from graphdata import shapes
from graphdata.compose import edge_marks
from graphdata.export.pptx.sites import AIR, ROUND, SIDES, glued, sites_of, unit_sites
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


@pytest.mark.parametrize("outline", shapes.OUTLINES)
def test_top_left_bottom_and_right_come_first(outline: str) -> None:
    top, left, bottom, right = unit_sites(outline)[:SIDES]
    for point, direction in ((top, (0, -1)), (left, (-1, 0)), (bottom, (0, 1)), (right, (1, 0))):
        assert point / np.hypot(*point) == pytest.approx(direction, abs=1e-6)


@pytest.mark.parametrize("outline", shapes.OUTLINES)
def test_forty_eight_more_lie_on_the_border(outline: str) -> None:
    sites = unit_sites(outline)
    assert len(sites) == SIDES + ROUND
    corners = shapes.OUTLINES[outline]
    steps = np.roll(corners, -1, axis=0) - corners
    share = (((sites[:, None] - corners) * steps).sum(axis=2) / (steps**2).sum(axis=1)).clip(0.0, 1.0)
    away = np.hypot(*np.moveaxis(sites[:, None] - corners - share[:, :, None] * steps, 2, 0)).min(axis=1)
    assert away.max() < 0.01


def test_lines_end_a_little_off_the_outline() -> None:
    (mark,) = nodes(a=(10.0, 20.0))
    away = np.hypot(*(sites_of(mark) - [10.0, 20.0]).T) - mark.radius
    assert away[:SIDES] == pytest.approx(0.0, abs=0.05)
    assert away[SIDES:] == pytest.approx(AIR, abs=0.05)


def test_parallel_lines_take_sites_of_their_own_and_do_not_cross() -> None:
    marks = nodes(a=(0.0, 0.0), b=(300.0, 40.0))
    found = lines(marks, *["a>b", "b>a"] * 4)
    begins = [(line.edge.giver, line.begins) for line in found] + [(line.edge.receiver, line.ends) for line in found]
    assert len(set(begins)) == 16
    heights = [sorted(line.edge.path.tolist()) for line in found]
    left, right = [path[0][1] for path in heights], [path[-1][1] for path in heights]
    assert np.argsort(left).tolist() == np.argsort(right).tolist()


def test_more_lines_than_sites_still_hold() -> None:
    found = lines(nodes(a=(0.0, 0.0), b=(300.0, 0.0)), *["a>b"] * 70)
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
