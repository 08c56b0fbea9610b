"""What the last export of a window asked for, so that the next one of the same view need not be told it again."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6 import QtWidgets  # fields have many names: they are looked up when a dialog is there
from PySide6.QtWidgets import QWidget


class ExportMemory:
    """The values of fields: some hold for every export of a window, others for the view that they were given for."""

    def __init__(self) -> None:
        """Begin without an export."""
        self._always: tuple[object, ...] = ()
        self._of_view: tuple[object, ...] = ()
        self._view: object = None
        self._path: Path | None = None

    def take(self, always: Iterable[QWidget], of_view: Iterable[QWidget], view: object, path: Path) -> None:
        """Keep what the fields hold, the view they were filled in for, and where the file went."""
        self._always = tuple(_value(each) for each in always)
        self._of_view = tuple(_value(each) for each in of_view)
        self._view, self._path = view, path

    def put_back(self, always: Iterable[QWidget], of_view: Iterable[QWidget], view: object) -> None:
        """Fill in the fields as they were; title and marking of another view would be wrong, and are left."""
        for field, value in zip(always, self._always, strict=False):
            _fill(field, value)
        if view == self._view:
            for field, value in zip(of_view, self._of_view, strict=False):
                _fill(field, value)

    def place_for(self, name: str, view: object) -> str:
        """Return the path to suggest for a file: beside the last one, and called as it where it is of the same view."""
        if self._path is None:
            return name
        same = view == self._view
        return str(self._path.with_suffix(Path(name).suffix) if same else self._path.with_name(name))


def _value(field: QWidget) -> object:
    """Return what a field holds."""
    if isinstance(field, QtWidgets.QComboBox):
        return field.currentText()
    if isinstance(field, QtWidgets.QCheckBox):
        return field.isChecked()
    if isinstance(field, QtWidgets.QDoubleSpinBox):
        return field.value()
    assert isinstance(field, QtWidgets.QLineEdit)
    return field.text()


def _fill(field: QWidget, value: object) -> None:
    """Let a field hold a value again, where it still offers it."""
    if isinstance(field, QtWidgets.QComboBox):
        text = str(value)
        if field.isEditable() or field.findText(text) >= 0:
            field.setCurrentText(text)
    elif isinstance(field, QtWidgets.QCheckBox):
        field.setChecked(bool(value))
    elif isinstance(field, QtWidgets.QDoubleSpinBox):
        assert isinstance(value, float)
        field.setValue(value)
    elif isinstance(field, QtWidgets.QLineEdit):
        field.setText(str(value))
        field.setCursorPosition(0)
