"""A page is opened again as far as it was read, section inside of section."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.panels.reading import Reading, reading_of, resume
from desktop.panels.section import Section


def page(parent: QWidget) -> QWidget:
    """Return a page of two sections of one name, the second with another inside."""
    made = QWidget(parent)
    column = QVBoxLayout(made)
    column.addWidget(Section("Claim", QWidget))
    column.addWidget(Section("Claim", lambda: Section("Rules", QWidget)))
    return made


def test_sections_of_one_name_are_told_apart_and_inner_ones_come_along(window: QWidget) -> None:
    first = page(window)
    outer = first.findChildren(Section)[1]
    outer.button.click()
    outer.findChild(Section).button.click()
    reading = reading_of(first, 70)
    again = page(window)
    resume(again, reading)
    assert reading.place == 70
    assert [each.is_open for each in again.findChildren(Section)] == [False, True, True]


def test_an_unread_page_is_left_as_it_is(window: QWidget) -> None:
    fresh = page(window)
    resume(fresh, Reading())
    assert not any(each.is_open for each in fresh.findChildren(Section))
