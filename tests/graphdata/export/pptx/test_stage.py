"""The map keeps to its room, straight or as on the screen."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from graphdata.export.pptx.stage import Subject, roominess, staged

BOX = (20.0, 80.0, 700.0, 480.0)


@pytest.mark.parametrize("straight", [True, False])
def test_the_map_lies_inside_its_box(subject: Subject, straight: bool) -> None:
    left, top, right, bottom = staged(replace(subject, straight=straight), BOX).scene.bounds
    assert left >= BOX[0] - 0.1
    assert top >= BOX[1] - 0.1
    assert right <= BOX[2] + 0.1
    assert bottom <= BOX[3] + 0.1


def test_every_label_finds_its_place(subject: Subject) -> None:
    assert all(node.labelled for node in staged(subject, BOX).scene.nodes)


def test_only_straight_lines_are_held(subject: Subject) -> None:
    stage = staged(subject, BOX)
    assert len(stage.sites) == len(stage.scene.edges)
    assert all(np.ptp(np.diff(edge.path, 2, axis=0)) < 5.0 for edge in stage.scene.edges)
    assert staged(replace(subject, straight=False), BOX).sites == ()


def test_bent_lines_keep_the_places_of_the_screen(subject: Subject) -> None:
    nodes = staged(replace(subject, straight=False), BOX).scene.nodes
    new = np.array([[node.x, node.y] for node in nodes])
    old = np.array([subject.positions[node.id] for node in nodes])
    zoom = np.ptp(new, axis=0) / np.ptp(old, axis=0)
    assert zoom[0] == pytest.approx(zoom[1], abs=0.001)


def test_more_room_is_roomier(subject: Subject) -> None:
    assert roominess(subject, (600.0, 400.0)) > roominess(subject, (500.0, 300.0)) > 0.0
    assert roominess(subject, (600.0, -5.0)) == 0.0
