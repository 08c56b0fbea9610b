"""Where the pages of the evidence panel stand."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from desktop.panels.page import Page
from desktop.panels.page_area import PageArea
from desktop.panels.row_button import RowButton
from desktop.panels.section import Section
from graphdata.rows import Row
from graphdata.steps import at_once

ROWS = tuple(Row("actor", f"actor:{number}", f"Actor {number}", "State", "state") for number in range(30))
DRESSING = (QEvent.Type.StyleChange, QEvent.Type.FontChange, QEvent.Type.ParentChange)


@pytest.fixture
def area(qtbot: QtBot) -> PageArea:
    """Return a place for pages, shown."""
    made = PageArea()
    qtbot.addWidget(made)
    made.resize(300, 200)
    made.show()
    return made


def page_on(area: PageArea) -> Page:
    """Return a page of thirty rows, made where it will stand."""
    page = Page(area.desk)
    at_once(page.adding_rows(ROWS))
    page.column.addStretch(1)
    return page


def test_a_page_has_its_size_and_can_be_scrolled_at_once(area: PageArea) -> None:
    page = page_on(area)
    area.put(page)
    assert area.page is page
    assert page.size() == area.desk.size()
    assert page.height() == page.heightForWidth(page.width()) > area.viewport().height()
    assert area.verticalScrollBar().maximum() == page.height() - area.viewport().height()


def test_no_part_of_the_old_page_is_dressed_anew(area: PageArea, qtbot: QtBot) -> None:
    class Watch(QObject):
        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
            seen.append(event.type())
            return False

    seen: list[QEvent.Type] = []
    watch, old = Watch(), page_on(area)
    area.put(old)
    QApplication.processEvents()
    row = old.findChild(RowButton)
    for each in (row, old):
        each.installEventFilter(watch)
    area.put(page_on(area))
    assert not row.isVisible()
    qtbot.waitUntil(lambda: not isValid(row) and not isValid(old))
    assert QEvent.Type.Hide in seen
    assert not set(seen) & set(DRESSING)
    assert area.desk.findChildren(Page) == [area.page]


def test_a_page_is_as_wide_as_its_room_and_grows_with_what_is_opened(area: PageArea, qtbot: QtBot) -> None:
    page = page_on(area)
    page.column.insertWidget(0, Section("more", lambda: RowButton(ROWS[0])))
    area.put(page)
    before = page.height()
    page.findChild(Section).button.click()
    qtbot.waitUntil(lambda: page.height() > before)
    area.resize(260, 200)
    QApplication.processEvents()
    assert page.width() == area.viewport().width()
    assert page.height() == page.heightForWidth(page.width())
