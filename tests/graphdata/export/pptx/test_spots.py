"""Signs sit on their lines, clear of actors, labels and each other, with the numbers along the line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from graphdata.drawing import Points
from graphdata.export.pptx.spots import (
    CLEAR,
    FULL,
    FULL_NOTE,
    LEAST_NOTE,
    NOTE_SIZE,
    SHRUNK,
    Side,
    Spot,
    covered,
    fitting_spots,
    note_box,
    note_size,
    side_of,
    sign_box,
    sign_scale,
    sign_sizes,
    spots_of,
    turns_of,
)
from graphdata.export.pptx.stage import Subject, staged
from graphdata.placing import hits
from graphdata.scene import EdgeMark

BOX = (0.0, 0.0, 680.0, 400.0)


@pytest.fixture
def edges(subject: Subject) -> tuple[EdgeMark, ...]:
    return staged(subject, BOX).scene.edges


def boxes(subject: Subject) -> Points:
    """Return the boxes of all signs."""
    stage = staged(subject, BOX)
    spots = (Spot(*pair) for pair in zip(stage.scene.edges, stage.sides, strict=True))
    return np.array([sign_box(*spot, size=stage.signs) for spot in spots])


def test_signs_do_not_cover_each_other(subject: Subject, apart: Callable[[Points], float]) -> None:
    assert apart(boxes(subject)) < 1.0


def test_signs_do_not_cover_actors_or_labels(subject: Subject, apart: Callable[[Points], float]) -> None:
    labels = [node.label for node in staged(subject, BOX).scene.nodes]
    assert all(apart(np.array([sign, label])) < 1.0 for sign in boxes(subject) for label in labels)


def test_signs_sit_on_their_lines(edges: tuple[EdgeMark, ...]) -> None:
    for edge in edges:
        start, end, spot = edge.path[0], edge.path[-1], np.array(edge.glyph)
        along, away = end - start, spot - start
        assert abs(along[0] * away[1] - along[1] * away[0]) / np.hypot(*along) < 0.01


def test_numbers_lie_along_the_line(edges: tuple[EdgeMark, ...]) -> None:
    edge = replace(edges[0], path=np.array([[0.0, 0.0], [50.0, 5.0], [100.0, 10.0]]), glyph=(50.0, 5.0), note="1,2")
    assert side_of(edge) == "right"
    assert note_box(edge, "right", size=1.0)[0] > 50.0
    assert note_box(edge, "left", size=1.0)[2] < 50.0
    steep = replace(edge, path=edge.path[:, ::-1], glyph=(5.0, 50.0))
    assert side_of(steep) == "below"
    assert note_box(steep, "below", size=1.0)[1] > 50.0
    assert note_box(steep, "above", size=1.0)[3] < 50.0


@pytest.mark.parametrize(
    ("side", "badge"),
    [("right", "single"), ("below", "dated"), ("left", "judgement"), ("above", "contested"), ("above", "added")],
)
def test_numbers_keep_clear_of_badges(edges: tuple[EdgeMark, ...], side: Side, badge: str) -> None:
    plain = replace(edges[0], glyph=(0.0, 0.0), note="1", badges=())
    near, far = (np.abs(note_box(edge, side, 1.0)).max() for edge in (plain, replace(plain, badges=(badge,))))
    assert far > near + 2.0


def test_numbers_along_their_line_come_first(edges: tuple[EdgeMark, ...]) -> None:
    level = replace(edges[0], path=np.array([[0.0, 0.0], [50.0, 5.0], [100.0, 10.0]]))
    assert turns_of(Spot(level, "right")) == ("right", "left", "below", "above")
    assert turns_of(Spot(level, "above")) == ("above", "right", "left", "below")
    assert turns_of(Spot(replace(level, path=level.path[:, ::-1]), "below")) == ("below", "above", "right", "left")


def test_numbers_change_sides_where_something_is_in_their_way(subject: Subject, edges: tuple[EdgeMark, ...]) -> None:
    path = np.column_stack([np.linspace(0.0, 60.0, 29), np.zeros(29)])
    edge = replace(edges[0], path=path, glyph=(30.0, 0.0), note="1,2,3+", badges=())
    node = staged(subject, BOX).scene.nodes[0]
    wall = replace(node, x=90.0, y=-20.0, radius=1.0, label=(38.0, -30.0, 90.0, 8.0), labelled=True)
    assert spots_of([edge], [replace(wall, labelled=False)], 1.0)[0].side == "right"
    assert spots_of([edge], [wall], 1.0)[0].side == "left"
    other = replace(wall, x=-60.0, label=(-40.0, -4.0, 22.0, 30.0))
    assert spots_of([edge], [wall, other], 1.0)[0].side == "above"


def test_numbers_are_as_large_as_there_is_room_for() -> None:
    assert note_size(sign_scale(0.2)) >= NOTE_SIZE
    assert note_size(CLEAR) == LEAST_NOTE
    assert note_size(0.2) == FULL_NOTE
    assert sign_scale(0.2) < sign_scale(1.0) < sign_scale(9.0) < 1.2


def test_only_a_slide_of_many_lines_has_numbers_below_seven_points() -> None:
    assert all(note_size(size) >= LEAST_NOTE for scale in (0.5, 0.8, 1.1) for size in sign_sizes(scale, FULL))
    assert min(map(note_size, sign_sizes(0.5, FULL + 1))) == FULL_NOTE
    assert all(list(sizes) == sorted(sizes, reverse=True) for sizes in (sign_sizes(0.5, 1), sign_sizes(1.0, 200)))


def test_no_lines_have_no_signs() -> None:
    assert spots_of((), (), 1.0) == ()


def test_signs_shrink_only_where_they_would_cover_each_other(edges: tuple[EdgeMark, ...]) -> None:
    assert fitting_spots(edges[:1], (), 1.0)[1] == sign_scale(1.0)
    short = replace(edges[0], path=np.column_stack([np.linspace(0.0, 12.0, 29), np.zeros(29)]), note="", badges=())
    crowd = [replace(short, id=f"tie:{at}", path=short.path + np.array([0.0, 10.2 * at])) for at in range(6)]
    spots, size = fitting_spots(crowd, (), 1.0)
    assert size in [share * sign_scale(1.0) for share in SHRUNK[1:]]
    assert covered(spots, (), size) < covered(spots_of(crowd, (), 1.0), (), 1.0)


def test_signs_keep_off_heads_where_these_are_told(edges: tuple[EdgeMark, ...]) -> None:
    (plain,) = spots_of(edges[:1], (), 0.8)
    x, y = plain.edge.glyph
    head = np.array([(x - 3.0, y - 3.0, x + 3.0, y + 3.0)])
    (moved,) = spots_of(edges[:1], (), 0.8, head)
    assert hits(sign_box(*plain, size=0.8), head)
    assert not hits(sign_box(*moved, size=0.8), head)
