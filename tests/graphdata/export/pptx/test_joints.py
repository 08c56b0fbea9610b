"""A line with a joint goes straight to it and straight on, and misses what is in its way."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from graphdata.compose import edge_marks
from graphdata.export.pptx.docks import ROUND, SIDES, covered_sites, sites_of
from graphdata.export.pptx.joints import Jointer, joint_of
from graphdata.faults import runs_under
from graphdata.network import Actor, Name
from graphdata.ruleset import Level
from graphdata.scene import EdgeMark, NodeMark, node_marks
from graphdata.ties import Tie

PLACES = {"actor:a": (0.0, 0.0), "actor:b": (300.0, 0.0), "actor:c": (150.0, 0.0)}


def marks() -> tuple[tuple[NodeMark, ...], EdgeMark]:
    """Return two actors with a third one between them, and the line that runs under it."""
    actors = [Actor(id=key, kind="state", names=(Name(text=key),)) for key in PLACES]
    nodes = node_marks(actors, {}, PLACES, 1.0, 1.0)
    low = Level.LOW
    tie = Tie("tie:1", "actor:a", "actor:b", False, "arms", ("rel:x",), low, low, *(False,) * 6, 1, 1, "Arms")
    (edge,) = edge_marks([tie], nodes, 1.0, {})
    return nodes, replace(edge, path=np.linspace([20.0, 0.0], [280.0, 0.0], 29))


def jointer(nodes: tuple[NodeMark, ...]) -> Jointer:
    return Jointer(nodes, {node.id: sites_of(node) for node in nodes}, 1.0)


def test_the_joint_lies_in_the_middle_of_the_path_between_two_straight_pieces() -> None:
    nodes, edge = marks()
    found = jointer(nodes).jointed(edge)
    assert found
    path, joint = found[0].path, joint_of(found[0])
    assert joint == tuple(path[14])
    for piece in (path[:15], path[14:]):
        along, away = piece[-1] - piece[0], piece - piece[0]
        assert np.abs(along[0] * away[:, 1] - along[1] * away[:, 0]).max() < 1e-6
    assert len(path) == len(edge.path)


def test_the_line_misses_the_actor_in_its_way_and_ends_where_it_is_held() -> None:
    nodes, edge = marks()
    found = jointer(nodes).jointed(edge)
    assert found
    assert runs_under([edge], nodes)[0] == 1
    assert runs_under([found[0]], nodes)[0] == 0
    node = {each.id: each for each in nodes}
    for end, at, site in ((edge.giver, 0, found[1]), (edge.receiver, -1, found[2])):
        assert site >= SIDES
        assert np.allclose(sites_of(node[end])[site], found[0].path[at])


def test_sites_that_are_taken_are_left_to_their_lines() -> None:
    nodes, edge = marks()
    first = jointer(nodes).jointed(edge)
    assert first
    second = jointer(nodes)
    second.take(edge.giver, first[1])
    found = second.jointed(edge)
    assert found
    away = abs(found[1] - first[1])
    giver = next(node for node in nodes if node.id == edge.giver)
    assert min(away, ROUND - away) > covered_sites(giver.radius, 1.0)  # where its head hides no other


def test_no_line_gets_a_joint_that_does_not_help() -> None:
    nodes, edge = marks()
    wall = tuple(replace(node, radius=200.0) if node.id == "actor:c" else node for node in nodes)
    assert jointer(wall).jointed(edge) is None


def test_a_straight_line_has_no_joint() -> None:
    assert joint_of(marks()[1]) is None
