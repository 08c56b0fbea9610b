"""A press becomes a click, or a drag once it has moved enough."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt

from desktop.canvas.camera import CLOSEST, Camera
from desktop.canvas.gestures import HEADINGS, SLACK, STEP, STEPS, Drag, Zooming
from graphdata.ego import AHEAD


def test_nothing_is_under_way_at_first() -> None:
    assert not Drag().active


def test_a_trembling_hand_still_clicks() -> None:
    drag = Drag.begun(None, QPointF(10.0, 10.0))
    assert drag.follow(QPointF(10.0 + SLACK / 2, 10.0)) == (0.0, 0.0)
    assert drag.active
    assert not drag.moved


def test_a_drag_loses_no_part_of_the_way() -> None:
    drag = Drag.begun(None, QPointF(10.0, 10.0))
    steps = [drag.follow(QPointF(x, 10.0)) for x in (12.0, 15.0, 30.0)]
    assert (sum(x for x, _ in steps), drag.moved) == (20.0, True)


def test_a_drag_back_to_its_start_is_no_click() -> None:
    drag = Drag.begun(None, QPointF(10.0, 10.0))
    drag.follow(QPointF(50.0, 10.0))
    drag.follow(QPointF(10.0, 10.0))
    assert drag.moved


def test_every_gesture_has_a_name_of_its_own() -> None:
    assert Drag.begun(None, QPointF()).name != Drag.begun(None, QPointF()).name


def test_arrow_keys_mean_what_walking_understands() -> None:
    assert set(HEADINGS) == {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down}
    assert STEPS == AHEAD
    assert set(HEADINGS.values()) == set(AHEAD)


# Where the next notch leads

POINT = (300.0, 200.0)
WHOLE = 0.5  # how far off the map may be seen


@pytest.mark.parametrize("factor", [STEP, 1.0 / STEP, STEP**3])
def test_notch_after_notch_leads_where_it_was_expected(factor: float) -> None:
    zooming, camera = Zooming(), Camera(40.0, 30.0, 1.0)
    for _ in range(3):
        camera = zooming.turn(camera, factor, POINT, WHOLE)
        following = zooming.next_of(camera)
        if following is not None:
            assert zooming.turn(camera, factor, POINT, WHOLE) == following
            camera = following


def test_nothing_is_expected_where_the_zoom_ends() -> None:
    zooming, camera = Zooming(), Camera(40.0, 30.0, 1.0)
    assert zooming.next_of(zooming.turn(camera, 100.0, POINT, WHOLE)) is None
    assert zooming.turn(camera, 100.0, POINT, WHOLE).zoom == CLOSEST
    assert zooming.next_of(zooming.turn(camera, 0.01, POINT, WHOLE)) is None
    assert zooming.turn(camera, 0.01, POINT, WHOLE).zoom == WHOLE


def test_a_map_that_is_further_off_already_comes_no_closer_by_itself() -> None:
    assert Zooming().turn(Camera(zoom=0.25), 0.9, POINT, WHOLE).zoom == 0.25


def test_fingers_on_a_pad_are_not_foretold() -> None:
    zooming, camera = Zooming(), Camera()
    camera = zooming.turn(camera, 1.02, POINT, WHOLE)
    assert zooming.next_of(camera)
    camera = zooming.turn(camera, 1.03, POINT, WHOLE)
    assert zooming.next_of(camera) is None
    camera = zooming.turn(camera, 1.03, POINT, WHOLE)
    assert zooming.next_of(camera)


def test_a_wheel_that_turns_back_is_foretold() -> None:
    zooming = Zooming()
    camera = zooming.turn(zooming.turn(Camera(), STEP, POINT, WHOLE), 1.0 / STEP, POINT, WHOLE)
    assert zooming.next_of(camera)


def test_a_gesture_that_rests_or_goes_elsewhere_expects_nothing() -> None:
    zooming = Zooming()
    camera = zooming.turn(Camera(), STEP, POINT, WHOLE)
    assert zooming.next_of(camera.panned(5.0, 0.0)) is None
    zooming.rest()
    assert zooming.next_of(camera) is None
