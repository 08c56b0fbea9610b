"""Long texts from data are cut, whole for screen readers, and never read as markup or access keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.panels.elided import ElidedButton, ElidedLabel

LONG = "58 of 63 actors · 178 of 178 relations · 31 sources"


def test_a_label_is_cut_where_it_does_not_fit(qtbot: QtBot) -> None:
    label = ElidedLabel()
    qtbot.addWidget(label)
    label.resize(80, 20)
    label.show()
    label.show_text(LONG)
    assert label.text().endswith("…")
    assert (label.whole, label.accessibleName()) == (LONG, LONG)


def test_a_label_with_room_shows_everything(qtbot: QtBot) -> None:
    label = ElidedLabel()
    qtbot.addWidget(label)
    label.show_text(LONG)
    label.resize(2000, 20)
    label.show()
    assert label.text() == LONG


def test_a_label_shows_markup_as_it_is(qtbot: QtBot) -> None:
    label = ElidedLabel()
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText


def test_a_button_reads_no_access_key_from_data(qtbot: QtBot) -> None:
    button = ElidedButton("Tom & Jerry", " ×")
    qtbot.addWidget(button)
    assert button.shortcut().isEmpty()
    assert button.text() == "Tom && Jerry ×"


def test_a_button_gives_way_and_still_draws(qtbot: QtBot) -> None:
    button = ElidedButton(LONG, " ×")
    qtbot.addWidget(button)
    button.resize(90, 24)
    button.show()
    assert button.minimumSizeHint().width() < 90 < button.sizeHint().width()
    assert not button.grab().isNull()
