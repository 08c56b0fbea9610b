"""The export dialog shows what it will write, writes it, and says why where it cannot."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QDoubleSpinBox, QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.commands import pin_actor
from desktop.dialogs.export_dialog import ExportDialog
from desktop.export.formats import PRESETS
from desktop.session import Session

OWN = "Own size in millimetres"


@pytest.fixture
def dialog(session: Session, undressed: QApplication, qtbot: QtBot) -> ExportDialog:  # noqa: ARG001 - its fonts
    made = ExportDialog(session, "light")
    qtbot.addWidget(made)
    return made


def preview(dialog: ExportDialog, qtbot: QtBot) -> QImage:
    """Return the preview once it follows the fields."""
    qtbot.waitUntil(lambda: not dialog._rest.isActive())
    return dialog._preview.pixmap().toImage()


def answer(monkeypatch: pytest.MonkeyPatch, path: object, kind: str = "PNG picture (*.png)") -> None:
    """Let the file dialog answer with a path."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), kind))


def press_export(dialog: ExportDialog) -> None:
    """Press the button that exports."""
    next(button for button in dialog.findChildren(QPushButton) if button.text() == "&Export…").click()


def test_the_preview_follows_the_fields(dialog: ExportDialog, qtbot: QtBot) -> None:
    wide = preview(dialog, qtbot)
    dialog.preset.setCurrentText("A4 portrait, 300 dpi")
    tall = preview(dialog, qtbot)
    dialog.colours.setCurrentText("dark")
    dark = preview(dialog, qtbot)
    assert wide.width() > wide.height()
    assert tall.width() < tall.height()
    assert dark.pixelColor(1, 1).lightness() < 60 < tall.pixelColor(1, 1).lightness()


@pytest.mark.parametrize("field", ["legend", "notes"])
def test_what_is_switched_off_leaves_the_preview(dialog: ExportDialog, qtbot: QtBot, field: str) -> None:
    before = preview(dialog, qtbot)
    getattr(dialog, field).setChecked(False)
    assert preview(dialog, qtbot) != before


def test_the_fields_become_the_request(dialog: ExportDialog, session: Session) -> None:
    pin_actor(session, "actor:ir", (1.0, 2.0))
    dialog.title.setText("  Iran arms Russia ")
    dialog.legend.setChecked(False)
    wanted = dialog.request()
    assert (wanted.title, wanted.legend, wanted.notes, wanted.pins) == ("Iran arms Russia", False, True, ("actor:ir",))
    assert (wanted.theme.name, wanted.aspect) == ("light", pytest.approx(16 / 9))


@pytest.mark.parametrize("name", PRESETS)
def test_a_preset_is_the_size_wanted(dialog: ExportDialog, name: str) -> None:
    dialog.preset.setCurrentText(PRESETS[name].words)
    assert dialog.size_wanted() == PRESETS[name].size
    assert not dialog.width_mm.isEnabled()


def test_own_sizes_can_be_typed_where_they_are_asked_for(dialog: ExportDialog) -> None:
    dialog.preset.setCurrentText(OWN)
    dialog.width_mm.setValue(254.0)
    dialog.height_mm.setValue(127.0)
    dialog.dpi.setValue(100.0)
    assert dialog.width_mm.isEnabled()
    assert dialog.size_wanted().pixels == (1000, 500)


def test_it_starts_in_the_colours_of_the_map(session: Session, qtbot: QtBot) -> None:
    made = ExportDialog(session, "dark")
    qtbot.addWidget(made)
    assert made.request().theme.dark


@pytest.mark.parametrize(
    ("typed", "kind", "name"),
    [
        ("map.png", "PNG picture (*.png)", "map.png"),
        ("map.PDF", "PNG picture (*.png)", "map.PDF"),
        ("map", "SVG drawing (*.svg)", "map.svg"),
        ("map.v2", "", "map.v2.png"),
    ],
)
def test_the_file_is_written_under_its_format(
    dialog: ExportDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str, kind: str, name: str
) -> None:
    answer(monkeypatch, tmp_path / typed, kind)
    press_export(dialog)
    assert [file.name for file in tmp_path.glob("map*")] == [name]
    assert dialog.written == tmp_path / name
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_nothing_is_written_without_a_name(dialog: ExportDialog, monkeypatch: pytest.MonkeyPatch) -> None:
    answer(monkeypatch, "", "")
    press_export(dialog)
    assert dialog.written is None
    assert dialog.result() == QDialog.DialogCode.Rejected


def test_too_large_a_picture_is_told_and_can_be_mended(dialog: ExportDialog, tmp_path: Path) -> None:
    dialog.preset.setCurrentText(OWN)
    dialog.dpi.setValue(3000.0)
    dialog.width_mm.setValue(3000.0)
    dialog.write(tmp_path / "map.png")
    assert "Ask for 1 to 20000 a side." in dialog._message.text()
    assert not (tmp_path / "map.png").exists()
    dialog.preset.setCurrentIndex(0)
    dialog.write(tmp_path / "map.png")
    assert (tmp_path / "map.png").exists()


def test_a_folder_that_is_gone_is_told(dialog: ExportDialog, tmp_path: Path) -> None:
    dialog.write(tmp_path / "gone" / "map.svg")
    assert "Choose another folder" in dialog._message.text()
    assert dialog.written is None


def test_asking_returns_the_file(session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ExportDialog, "exec", lambda self: self.write(tmp_path / "map.svg"))
    assert ExportDialog.ask(session, "light") == tmp_path / "map.svg"
    monkeypatch.setattr(ExportDialog, "exec", lambda self: self.reject())
    assert ExportDialog.ask(session, "light") is None


def spoken(widget: QWidget) -> str:
    """Return the name that a screen reader says; on Linux it says a choice's value before its name."""
    if isinstance(widget, QComboBox):
        return widget.accessibleName()
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def test_every_field_has_a_name(dialog: ExportDialog) -> None:
    dialog.show()
    inside = [w for w in dialog.findChildren(QWidget) if not isinstance(w.parent(), QDoubleSpinBox)]
    fields = [w for w in inside if w.isVisible() and w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert len(fields) > 8
    assert [type(field).__name__ for field in fields if not spoken(field)] == []


def test_enter_exports_and_escape_leaves(dialog: ExportDialog, qtbot: QtBot) -> None:
    assert [button.text() for button in dialog.findChildren(QPushButton) if button.isDefault()] == ["&Export…"]
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
