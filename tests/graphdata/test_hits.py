"""What lies under the pointer."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphdata.hits import Hit, HitIndex, Nearby, Targets
from graphdata.scene import EdgeMark, NodeMark, Scene


@pytest.fixture(scope="module")
def index() -> HitIndex:
    nodes = tuple(
        NodeMark(name, "state", x, 0.0, 12.0, (name,), (0, 0, 1, 1), 11.0, True, True, False, name)
        for name, x in (("a", 0.0), ("b", 300.0))
    )
    path = np.column_stack([np.linspace(14.0, 286.0, 29), np.zeros(29)])
    edge = EdgeMark("t", "a", "b", "arms", 3, False, False, 1.6, path, (150.0, 0.0), (), "1/1", "", "t")
    return HitIndex(Scene(nodes, (edge,), 1.0))


def test_a_node_is_hit_inside_its_outline(index: HitIndex) -> None:
    assert index.at(5.0, 5.0) == Hit("actor", "a")


def test_a_line_is_hit_a_little_beside_it(index: HitIndex) -> None:
    assert index.at(80.0, 6.0) == Hit("tie", "t")


def test_a_sign_is_hit(index: HitIndex) -> None:
    assert index.at(150.0, 8.5) == Hit("tie", "t")


def test_nothing_is_hit_in_the_open(index: HitIndex) -> None:
    assert index.at(80.0, 40.0) is None


def test_a_node_wins_over_the_line_that_ends_there(index: HitIndex) -> None:
    assert index.at(12.0, 0.0) == Hit("actor", "a")


def test_an_empty_scene_hits_nothing() -> None:
    assert HitIndex(Scene((), (), 1.0)).at(0.0, 0.0) is None


@given(st.lists(st.tuples(st.floats(-400.0, 400.0), st.floats(-400.0, 400.0), st.floats(1.0, 30.0)), max_size=40))
def test_the_nearest_disc_is_found_wherever_it_is(discs: list[tuple[float, float, float]]) -> None:
    rows, nothing = np.array(discs).reshape(-1, 3), np.empty(0, dtype=np.int64)
    targets = Targets.of(rows, np.empty((0, 2)), nothing, np.empty((0, 4)), nothing)
    for x, y in ((0.0, 0.0), *(disc[:2] for disc in discs[:5])):
        away = np.hypot(rows[:, 0] - x, rows[:, 1] - y) - rows[:, 2]
        wanted = None if not len(rows) or away.min() > 0.0 else away.min()
        found = targets.at(x, y)
        assert (None if found is None else away[found[1]]) == wanted


NUMBERS = st.floats(-300.0, 300.0).map(lambda number: round(number, 3))


@given(st.lists(st.lists(NUMBERS, min_size=4, max_size=4), max_size=30), st.data())
def test_a_pointer_finds_near_its_last_place_what_lies_under_it(lines: list[list[float]], data: st.DataObject) -> None:
    pieces = np.array(lines).reshape(-1, 4)
    rows = np.arange(len(pieces))
    targets = Targets.of(np.hstack([pieces[:, :2], pieces[:, :1] % 9 + 3.0]), pieces[:, 2:], rows, pieces, rows)
    nearby = Nearby(targets)
    for _ in range(6):
        x, y = data.draw(st.tuples(st.floats(-320.0, 320.0), st.floats(-320.0, 320.0)))
        one, other = nearby.at(x, y), targets.at(x, y)
        assert one == other or _away(targets, one, x, y) == pytest.approx(_away(targets, other, x, y), abs=0.01)


def _away(targets: Targets, found: tuple[str, int] | None, x: float, y: float) -> float:
    """Return how far from being hit, or how deep in it, a point is: beside what is found, or at the rim of anything."""
    if found is None:
        return 0.0
    kind, row = found
    disc = np.hypot(*(targets.discs[row, :2] - (x, y))) - targets.discs[row, 2]
    if kind == "actor":
        return float(disc)
    sign = np.hypot(*(targets.signs[row] - (x, y))) - 9.0
    if sign <= 0.0:
        return float(sign)
    start, along = targets.pieces[row, :2], targets.pieces[row, 2:] - targets.pieces[row, :2]
    share = np.clip(((x, y) - start) @ along / max(float(along @ along), 1e-12), 0.0, 1.0)
    return float(np.hypot(*(start + share * along - (x, y))) - 7.0)


def test_far_from_the_middle_of_the_map_lines_are_hit_as_near_it() -> None:
    pieces = np.array([[-4e5, 3e5 - 9.0, 8e5, 3e5 - 9.0], [2e5 + 40.0, 3e5 + 4.0, 2e5 + 90.0, 3e5 + 4.0]])
    nothing, rows = np.empty(0, dtype=np.int64), np.arange(2)
    nearby = Nearby(Targets.of(np.empty((0, 3)), np.empty((0, 2)), nothing, pieces, rows))
    assert nearby.at(2e5 + 10.0, 3e5 - 3.0) == ("tie", 0)
    assert nearby.at(2e5 + 50.0, 3e5 + 2.0) == ("tie", 1)
    assert nearby.at(2e5 + 20.0, 3e5 + 4.0) is None
