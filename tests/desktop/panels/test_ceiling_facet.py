"""The highest marking that may be shown is chosen in the filter panel."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QWidget

from desktop.commands import change_filter
from desktop.panels.ceiling_facet import CeilingFacet
from desktop.session import Session
from graphdata.filter import Filter


@pytest.fixture
def facet(session: Session, window: QWidget) -> CeilingFacet:
    made = CeilingFacet(session, "Marking at most", window)
    session.view_changed.connect(made.refresh)
    made.refresh()
    return made


def test_a_ceiling_is_asked_for_as_one_step(facet: CeilingFacet, session: Session) -> None:
    assert (facet.box.currentText(), facet.narrows) == ("Any marking", False)
    facet.box.setCurrentIndex(facet.box.findData("TLP:GREEN"))
    facet.box.activated.emit(facet.box.currentIndex())
    assert (session.filter.ceiling, facet.narrows) == ("TLP:GREEN", True)
    session.undo_stack.undo()
    assert (session.filter.ceiling, facet.box.currentText()) == ("", "Any marking")


def test_a_ceiling_from_the_query_line_is_shown(facet: CeilingFacet, session: Session) -> None:
    change_filter(session, Filter(ceiling="SECRET"), "Query")
    assert facet.box.currentText() == "SECRET"
    facet.reset()
    assert session.filter.ceiling == ""


def test_the_wheel_scrolls_past_it(facet: CeilingFacet, session: Session) -> None:
    still, none = QPoint(), Qt.MouseButton.NoButton
    plain, begun = Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(QPointF(5, 5), QPointF(5, 5), still, QPoint(0, -120), none, plain, begun, False)
    facet.box.wheelEvent(event)
    assert not event.isAccepted()
    assert session.filter == Filter()
