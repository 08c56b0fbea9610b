"""A press becomes a click, or a drag once it has moved enough."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt

from desktop.canvas.gestures import HEADINGS, SLACK, STEPS, Drag
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
