"""A file that the system hands over as an event is opened, and no other event is kept back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from desktop.opened_files import OpenedFiles


def test_a_file_of_the_system_is_taken(qapp: QApplication, tmp_path: Path) -> None:
    taken: list[Path] = []
    heard = OpenedFiles(qapp, taken.append)
    file = tmp_path / "ein Netz.entente"
    QApplication.sendEvent(qapp, QFileOpenEvent(str(file)))
    QApplication.sendEvent(qapp, QFileOpenEvent(QUrl("https://example.org/a.entente")))
    assert not heard.eventFilter(qapp, QEvent(QEvent.Type.FontChange))
    qapp.removeEventFilter(heard)
    assert taken == [file]
