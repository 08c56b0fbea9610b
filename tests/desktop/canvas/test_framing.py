"""What is free of the map, and the camera that keeps things inside it."""

from __future__ import annotations

import pytest

from desktop.canvas.camera import Camera, Place
from desktop.canvas.framing import EDGE, Frame, around, holds, step_to, whole_in
from graphdata.scene import Box

FRAME = Frame(800.0, 600.0, left=100.0, foot=80.0)


def extent(zoom: float, scale: float) -> Box:
    """Return the room of a map of 1000 x 400 whose marks reach 30 beyond it at scale 1."""
    return (
        -500.0 * zoom - 30.0 * scale,
        -200.0 * zoom - 30.0 * scale,
        500.0 * zoom + 30.0 * scale,
        200.0 * zoom + 30.0 * scale,
    )


def test_the_whole_map_lies_in_what_is_free() -> None:
    camera = whole_in(FRAME, extent)
    assert holds(FRAME, camera, extent(camera.zoom, camera.mark_scale))


def test_what_lies_over_the_map_makes_it_smaller() -> None:
    assert whole_in(FRAME, extent).zoom < whole_in(Frame(800.0, 600.0), extent).zoom


@pytest.mark.parametrize("box", [(90.0, 10.0, 200.0, 50.0), (110.0, 10.0, 810.0, 50.0), (110.0, 10.0, 200.0, 530.0)])
def test_a_box_under_an_edge_is_not_held(box: Box) -> None:
    assert not holds(FRAME, Camera(), box)
    assert holds(FRAME, Camera(), (110.0, 10.0, 790.0, 510.0))


def test_lines_that_swing_out_are_brought_in() -> None:
    wide = (-700.0, -500.0, 700.0, 500.0)
    camera = around(FRAME, Camera(), wide)
    left, top, right, bottom = (value * camera.zoom for value in wide)
    assert holds(FRAME, camera, (left, top, right, bottom))


def test_a_point_in_the_open_needs_no_step() -> None:
    assert step_to(FRAME, (400.0, 300.0)) == (0.0, 0.0)


def test_a_point_near_an_edge_moves_no_farther_than_needed() -> None:
    assert step_to(FRAME, (110.0, 510.0)) == (100.0 + EDGE - 110.0, 600.0 - 80.0 - EDGE - 510.0)


@pytest.mark.parametrize("point", [(50.0, 590.0), (-3000.0, 100.0), (400.0, 900.0)])
def test_a_point_out_of_sight_or_under_the_legend_comes_to_the_middle(point: Place) -> None:
    dx, dy = step_to(FRAME, point)
    assert (point[0] + dx, point[1] + dy) == (450.0, 260.0)


def test_two_points_are_brought_into_sight_together_or_their_middle_is() -> None:
    dx, dy = step_to(FRAME, (300.0, 200.0), (900.0, 300.0))
    assert (300.0 + dx, 900.0 + dx, 250.0 + dy) == (150.0, 750.0, 260.0)
    dx, dy = step_to(FRAME, (400.0, 260.0), (5000.0, 260.0))
    assert 2700.0 + dx == 450.0
