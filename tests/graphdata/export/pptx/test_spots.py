"""Signs sit on their lines, clear of actors, labels and each other, with the numbers along the line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from graphdata.drawing import Points
from graphdata.export.pptx.spots import NOTE_SIZE, is_level, note_box, note_size, sign_box, sign_scale, with_spots
from graphdata.export.pptx.stage import Subject, staged
from graphdata.scene import EdgeMark


@pytest.fixture
def edges(subject: Subject) -> tuple[EdgeMark, ...]:
    return staged(subject, (0.0, 0.0, 680.0, 400.0)).scene.edges


def test_signs_do_not_cover_each_other(edges: tuple[EdgeMark, ...], apart: Callable[[Points], float]) -> None:
    assert apart(np.array([sign_box(edge, 1.1) for edge in edges])) < 1.0


def test_signs_do_not_cover_actors_or_labels(subject: Subject, apart: Callable[[Points], float]) -> None:
    scene = staged(subject, (0.0, 0.0, 680.0, 400.0)).scene
    taken = [node.label for node in scene.nodes]
    for edge in scene.edges:
        assert all(apart(np.array([sign_box(edge, scene.scale), box])) < 12.0 for box in taken)


def test_signs_sit_on_their_lines(edges: tuple[EdgeMark, ...]) -> None:
    for edge in edges:
        start, end, spot = edge.path[0], edge.path[-1], np.array(edge.glyph)
        along, away = end - start, spot - start
        assert abs(along[0] * away[1] - along[1] * away[0]) / np.hypot(*along) < 0.01


def test_numbers_lie_along_the_line(edges: tuple[EdgeMark, ...]) -> None:
    edge = replace(edges[0], path=np.array([[0.0, 0.0], [50.0, 5.0], [100.0, 10.0]]), glyph=(50.0, 5.0), note="1,2")
    assert is_level(edge)
    assert note_box(edge, 1.0)[0] > 50.0
    steep = replace(edge, path=edge.path[:, ::-1], glyph=(5.0, 50.0))
    assert note_box(steep, 1.0)[1] > 50.0


@pytest.mark.parametrize(("badges", "turned"), [(("single",), False), (("dated", "judgement"), True)])
def test_numbers_keep_clear_of_badges(edges: tuple[EdgeMark, ...], badges: tuple[str, ...], turned: bool) -> None:
    level = np.array([[0.0, 0.0], [50.0, 5.0], [100.0, 10.0]])
    plain = replace(edges[0], path=level[:, ::-1] if turned else level, glyph=(50.0, 5.0), note="1", badges=())
    side = 1 if turned else 0
    assert note_box(replace(plain, badges=badges), 1.0)[side] > note_box(plain, 1.0)[side] + 2.0


def test_numbers_are_never_too_small_to_read() -> None:
    assert note_size(0.2) >= NOTE_SIZE
    assert sign_scale(0.2) < sign_scale(1.0) < sign_scale(9.0) < 1.2


def test_no_lines_have_no_signs() -> None:
    assert with_spots((), (), 1.0) == ()
