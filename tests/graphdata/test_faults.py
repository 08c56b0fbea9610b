"""Faults of a picture are found one by one."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from graphdata.faults import faults_of, runs_under, strays
from graphdata.scene import EdgeMark, NodeMark, Scene


def node(name: str, x: float, y: float) -> NodeMark:
    label = (x - 20.0, y + 16.0, x + 20.0, y + 30.0)
    return NodeMark(name, "state", x, y, 12.0, (name,), label, 11.0, True, True, False, name)


def edge(name: str, giver: str, receiver: str, y: float) -> EdgeMark:
    path = np.column_stack([np.linspace(13.0, 287.0, 29), np.full(29, y)])
    return EdgeMark(name, giver, receiver, "arms", 3, False, False, 1.6, path, (150.0, y), (), "1/1", "", name)


@pytest.fixture
def scene() -> Scene:
    nodes = (node("a", 0.0, 0.0), node("b", 300.0, 0.0), node("c", 150.0, 80.0))
    return Scene(nodes, (edge("one", "a", "b", 0.0),), 1.0)


def test_a_picture_without_fault_has_none(scene: Scene) -> None:
    assert faults_of(scene) == 0


def test_a_label_that_is_missing_covers_or_stands_elsewhere_is_a_fault(scene: Scene) -> None:
    def with_first(**more: object) -> Scene:
        return replace(scene, nodes=(replace(scene.nodes[0], **more), *scene.nodes[1:]))

    assert faults_of(with_first(labelled=False)) == 1
    assert faults_of(with_first(label=(60.0, -30.0, 180.0, 5.0))) == 1  # over the sign
    assert faults_of(with_first(label=(110.0, 96.0, 190.0, 120.0))) == 1  # below c
    assert strays(with_first(label=(110.0, 96.0, 190.0, 120.0)).nodes) == 1


def test_signs_and_heads_at_one_place_are_faults(scene: Scene) -> None:
    twice = (*scene.edges, edge("two", "a", "b", 2.0))
    assert faults_of(replace(scene, edges=twice)) == 2


def test_a_sign_or_a_badge_over_an_actor_is_a_fault(scene: Scene) -> None:
    def signed(at: tuple[float, float], *badges: str) -> Scene:
        return replace(scene, edges=(replace(scene.edges[0], glyph=at, badges=badges),))

    assert faults_of(signed((32.0, 0.0))) == 0
    assert faults_of(signed((18.0, 0.0))) == 1
    assert faults_of(signed((137.0, 62.0))) == 0
    assert faults_of(signed((137.0, 62.0), "dated")) == 1  # the badge reaches c


def test_a_line_under_an_actor_is_a_fault_even_between_its_points(scene: Scene) -> None:
    bare = replace(scene.edges[0], path=np.array([[13.0, 80.0], [287.0, 80.0]]))
    assert runs_under([scene.edges[0], bare], scene.nodes).tolist() == [0, 1]
    below = replace(edge("one", "a", "b", 80.0), glyph=(80.0, 80.0))
    assert faults_of(replace(scene, edges=(below,))) == 1
