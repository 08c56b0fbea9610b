"""Sites lie on the outline, every line takes one of its own, and moves on to miss an actor."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphdata import shapes
from graphdata.export.pptx import docks as docks_module
from graphdata.export.pptx.docks import (
    AIR,
    FARTHEST,
    NEAREST,
    ROUND,
    SIDES,
    STEEPEST,
    TURN,
    End,
    apart,
    cleared,
    covered_sites,
    sites_of,
    unit_sites,
)
from graphdata.export.pptx.stage import Subject, staged
from graphdata.faults import HIDDEN
from graphdata.network import Actor, Name
from graphdata.scene import NodeMark, node_marks
from graphdata.style import HEAD


def nodes(**places: tuple[float, float]) -> tuple[NodeMark, ...]:
    actors = [Actor(id=f"actor:{key}", kind="state", names=(Name(text=key),)) for key in places]
    return node_marks(actors, {}, {f"actor:{key}": place for key, place in places.items()}, 1.0, 1.0)


@pytest.mark.parametrize("outline", shapes.OUTLINES)
def test_top_left_bottom_and_right_come_first(outline: str) -> None:
    top, left, bottom, right = unit_sites(outline)[:SIDES]
    for point, direction in ((top, (0, -1)), (left, (-1, 0)), (bottom, (0, 1)), (right, (1, 0))):
        assert point / np.hypot(*point) == pytest.approx(direction, abs=1e-6)


@pytest.mark.parametrize("outline", shapes.OUTLINES)
def test_the_others_lie_on_the_border(outline: str) -> None:
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


@given(st.lists(st.tuples(st.integers(0, ROUND - 1), st.booleans()), min_size=1, max_size=ROUND // 2))
def test_no_two_ends_share_a_site_where_there_is_room(wanted: list[tuple[int, bool]]) -> None:
    (mark,) = nodes(a=(0.0, 0.0))
    ends = [End(at, mark.id, site, site * TURN, head) for at, (site, head) in enumerate(wanted)]
    found = apart(ends, {mark.id: mark}, 1.0)
    assert all(SIDES <= site < SIDES + ROUND for site in found.values())
    if len({site for site, _ in wanted}) == len(wanted):
        assert len(set(found.values())) == len(wanted)


def test_no_line_begins_on_the_far_side_of_its_actor() -> None:
    (mark,) = nodes(a=(0.0, 0.0))
    ends = [End(at, mark.id, 0, 0.0, True) for at in range(40)]
    turns = np.array([site - SIDES for site in apart(ends, {mark.id: mark}, 1.0).values()]) * TURN
    assert np.abs((turns + np.pi) % (2.0 * np.pi) - np.pi).max() <= STEEPEST + TURN * 20
    assert len(set(turns)) == 40


def test_a_line_under_an_actor_moves_on_and_others_stay(subject: Subject) -> None:
    edge = staged(subject, (0.0, 0.0, 680.0, 400.0)).scene.edges[0]
    marks = nodes(a=(0.0, 0.0), b=(400.0, 0.0), c=(200.0, 14.0), d=(0.0, 200.0), e=(400.0, 200.0))
    edges = [
        replace(edge, giver="actor:a", receiver="actor:b"),
        replace(edge, giver="actor:d", receiver="actor:e"),
    ]
    half = SIDES + ROUND // 2
    docks = {(0, "actor:a"): SIDES, (0, "actor:b"): half, (1, "actor:d"): SIDES, (1, "actor:e"): half}
    found = cleared(docks, edges, marks, 1.0)
    assert (found[0, "actor:a"], found[0, "actor:b"]) != (SIDES, half)
    assert (found[1, "actor:d"], found[1, "actor:e"]) == (SIDES, half)


def test_lines_of_a_pair_that_others_push_aside_stay_apart() -> None:
    marks = {mark.id: mark for mark in nodes(a=(0.0, 0.0), b=(300.0, 0.0))}
    big = {key: replace(mark, radius=30.0) for key, mark in marks.items()}
    crowd = [End(at, "actor:a", round(way / TURN), way, True) for at, way in enumerate(np.linspace(0.3, 1.5, 12))]
    pair = [End(20 + at, "actor:a", 2 * at, 0.0, True) for at in range(-5, 1)]
    found = apart([*pair, *crowd], big, 1.0)
    heights = sorted(float(sites_of(big["actor:a"])[found[end.line, "actor:a"]][1]) for end in pair)
    assert np.diff(heights).min() > 1.5


def test_a_head_covers_more_sites_the_smaller_its_actor_is() -> None:
    found = [covered_sites(radius, 0.8) for radius in (2.0, 8.0, 20.0, 900.0)]
    assert found == sorted(found, reverse=True)
    assert (found[0], found[-1]) == (FARTHEST, NEAREST)
    assert 20.0 * TURN * (found[2] + 1) >= HIDDEN * HEAD * 0.8


def test_a_line_that_moves_off_an_actor_keeps_off_the_heads_of_others(
    subject: Subject, monkeypatch: pytest.MonkeyPatch
) -> None:
    edge, half = staged(subject, (0.0, 0.0, 680.0, 400.0)).scene.edges[0], SIDES + ROUND // 2
    marks = nodes(a=(0.0, 0.0), b=(400.0, 0.0), c=(200.0, 14.0), d=(400.0, -200.0))
    edges = [replace(edge, giver="actor:a", receiver=f"actor:{end}") for end in "bd"]
    alone = {(0, "actor:a"): SIDES, (0, "actor:b"): half}
    for beside, near in ((0.0, True), (docks_module.BESIDE, False)):
        monkeypatch.setattr(docks_module, "BESIDE", beside)
        free = cleared(alone, edges[:1], marks, 1.0)[0, "actor:a"]
        other = SIDES + (free - SIDES + 1) % ROUND  # right beside where the first line would go
        both = alone | {(1, "actor:a"): other, (1, "actor:d"): half}
        found = cleared(both, edges, marks, 1.0)
        away = abs(found[0, "actor:a"] - found[1, "actor:a"])
        assert (min(away, ROUND - away) <= covered_sites(marks[0].radius, 1.0)) == near
