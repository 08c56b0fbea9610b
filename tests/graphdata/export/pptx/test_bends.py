"""Bent lines of a slide swell past actors that they would run under."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from graphdata import curves
from graphdata.compose import edge_marks
from graphdata.export.pptx.bends import MODEST, NEAR, led_past
from graphdata.faults import runs_under
from graphdata.network import Actor, Name
from graphdata.ruleset import Level
from graphdata.scene import EdgeMark, NodeMark, node_marks
from graphdata.ties import Tie

PLACES = {"actor:a": (0.0, 0.0), "actor:b": (300.0, 0.0), "actor:c": (150.0, 0.0)}
START, END = np.array([20.0, 0.0]), np.array([280.0, 0.0])


def marks(*offsets: float) -> tuple[tuple[NodeMark, ...], tuple[EdgeMark, ...]]:
    """Return two actors with a third one between them, and lines that swell so far past it or under it."""
    actors = [Actor(id=key, kind="state", names=(Name(text=key),)) for key in PLACES]
    nodes, low = node_marks(actors, {}, PLACES, 1.0, 1.0), Level.LOW
    ties = [
        Tie(f"tie:{at}", "actor:a", "actor:b", False, "arms", ("rel:x",), low, low, *(False,) * 6, 1, 1, "Arms")
        for at in range(len(offsets))
    ]
    edges = edge_marks(ties, nodes, 1.0, {})
    pairs = zip(edges, offsets, strict=True)
    return nodes, tuple(replace(edge, path=curves.lane(START, END, offset)) for edge, offset in pairs)


def test_a_line_under_an_actor_swells_past_it_between_the_same_ends() -> None:
    nodes, edges = marks(0.0)
    assert runs_under(edges, nodes).tolist() == [1]
    (found,) = led_past(edges, nodes, 1.0)
    assert runs_under([found], nodes).tolist() == [0]
    assert np.allclose(found.path[[0, -1]], [START, END])
    assert np.abs(found.path[:, 1]).max() <= MODEST * 260.0
    assert found.glyph == tuple(found.path[len(found.path) // 2])


def test_lines_that_miss_everything_stay_as_they_are() -> None:
    nodes, edges = marks(60.0, -60.0)
    assert led_past(edges, nodes, 1.0) == edges


def test_a_line_does_not_swell_onto_another_one_of_its_pair() -> None:
    (nodes, (alone,)), (_, both) = marks(0.0), marks(0.0, 0.0)
    (first,) = led_past([alone], nodes, 1.0)
    moved = led_past([both[0], replace(both[1], path=first.path)], nodes, 1.0)
    assert np.hypot(*(moved[0].path - first.path)[4:-4].T).mean() >= NEAR


def test_a_line_that_no_swell_helps_stays() -> None:
    nodes, edges = marks(0.0)
    wall = tuple(replace(node, radius=400.0) if node.id == "actor:c" else node for node in nodes)
    assert led_past(edges, wall, 1.0) == edges
