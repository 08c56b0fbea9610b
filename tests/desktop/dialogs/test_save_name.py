"""A file is written over only where somebody was asked, whatever ending its name gets."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from desktop.dialogs.save_name import asked_path


def ended(path: Path) -> Path:
    return path if path.suffix == ".png" else path.with_name(f"{path.name}.png")


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the names that will be chosen, one after the other."""
    waiting: list[str] = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (waiting.pop(0), ""))
    return waiting


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> list[QMessageBox.StandardButton]:
    """Return the answers that will be given; without one left a question is an error."""
    waiting: list[QMessageBox.StandardButton] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda _: waiting.pop(0))
    return waiting


@pytest.fixture
def parent(undressed: QApplication, qtbot: QtBot) -> QWidget:  # noqa: ARG001 - an application that has to be there
    """Return a window."""
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_a_name_without_an_ending_gets_one(parent: QWidget, names: list[str], tmp_path: Path) -> None:
    names += [str(tmp_path / "map v1.2"), ""]
    assert asked_path(parent, "Export", "map", "", ended) == tmp_path / "map v1.2.png"
    assert asked_path(parent, "Export", "map", "", ended) is None


def test_what_is_there_under_the_ended_name_is_asked_about(
    parent: QWidget, names: list[str], answers: list[QMessageBox.StandardButton], tmp_path: Path
) -> None:
    (tmp_path / "two.png").write_bytes(b"precious")
    names += [str(tmp_path / "two"), str(tmp_path / "three")]
    answers += [QMessageBox.StandardButton.No]
    assert asked_path(parent, "Export", "map", "", ended) == tmp_path / "three.png"
    names += [str(tmp_path / "two")]
    answers += [QMessageBox.StandardButton.Yes]
    assert asked_path(parent, "Export", "map", "", ended) == tmp_path / "two.png"
    assert not answers


def test_what_the_system_asked_about_is_not_asked_again(
    parent: QWidget, names: list[str], answers: list[QMessageBox.StandardButton], tmp_path: Path
) -> None:
    (tmp_path / "two.png").write_bytes(b"precious")
    names += [str(tmp_path / "two.png")]
    assert asked_path(parent, "Export", "map", "", ended) == tmp_path / "two.png"
    assert not answers
