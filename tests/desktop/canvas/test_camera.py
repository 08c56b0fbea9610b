"""The camera turns places into points and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.canvas.camera import CLOSEST, FURTHEST, LEAST, MARK_SCALES, NEAR, Camera, fitted

lengths = st.floats(-2000.0, 2000.0)
cameras = st.builds(Camera, lengths, lengths, st.floats(FURTHEST, CLOSEST))
points = st.tuples(lengths, lengths)


@given(cameras, points)
def test_a_place_is_shown_where_it_is_found(camera: Camera, place: tuple[float, float]) -> None:
    assert camera.place(camera.shown(place)) == pytest.approx(place, abs=1e-6)


@given(cameras, points, st.floats(0.1, 10.0))
def test_the_place_under_the_pointer_stays_there(camera: Camera, point: tuple[float, float], factor: float) -> None:
    place = camera.place(point)
    assert camera.zoomed(factor, point).shown(place) == pytest.approx(point, abs=1e-6)


@pytest.mark.parametrize(("factor", "zoom"), [(1e9, CLOSEST), (1e-9, FURTHEST), (2.0, 2.0)])
def test_zoom_has_limits(factor: float, zoom: float) -> None:
    assert Camera().zoomed(factor, (10.0, 10.0)).zoom == zoom


def test_panning_moves_by_points_of_the_widget() -> None:
    assert Camera(1.0, 2.0, 3.0).panned(10.0, -20.0) == Camera(11.0, -18.0, 3.0)


@pytest.mark.parametrize(("zoom", "scale"), [(0.01, LEAST), (0.5, MARK_SCALES[0]), (1.0, 1.0), (5.0, MARK_SCALES[1])])
def test_marks_neither_vanish_nor_swell(zoom: float, scale: float) -> None:
    assert Camera(zoom=zoom).mark_scale == scale


def test_marks_of_a_small_map_shrink_less_than_their_distances() -> None:
    near, far = Camera(zoom=0.4).mark_scale, Camera(zoom=0.2).mark_scale
    assert near / 2.0 < far < near


def test_a_box_is_shown_whole_and_centred() -> None:
    camera = fitted((-500.0, -100.0, 500.0, 100.0), 800.0, 600.0, margin=20.0)
    assert camera.shown((-500.0, 0.0)) == pytest.approx((20.0, 300.0))
    assert camera.shown((500.0, 0.0)) == pytest.approx((780.0, 300.0))


def test_a_lone_actor_is_not_blown_up() -> None:
    camera = fitted((10.0, 10.0, 10.0, 10.0), 800.0, 600.0)
    assert camera.zoom == NEAR
    assert camera.shown((10.0, 10.0)) == pytest.approx((400.0, 300.0))


def test_a_large_screen_is_filled() -> None:
    box = (-600.0, -300.0, 600.0, 300.0)
    camera = fitted(box, 3000.0, 1700.0)
    assert camera.shown((600.0, 0.0))[0] - camera.shown((-600.0, 0.0))[0] > 0.95 * 3000.0


@given(st.floats(1.0, 1e6), st.floats(0.0, 5.0))
def test_any_box_and_any_window_give_a_zoom_in_its_limits(size: float, room: float) -> None:
    assert FURTHEST <= fitted((0.0, 0.0, size, size), room, room).zoom <= CLOSEST
