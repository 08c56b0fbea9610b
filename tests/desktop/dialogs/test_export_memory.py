"""The memory of exports fills in what is still offered, and takes words from no other view."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QLineEdit, QWidget

from desktop.dialogs.export_memory import ExportMemory


def fields(parent: QWidget, *offers: str) -> tuple[tuple[QWidget, ...], tuple[QWidget, ...]]:
    """Return a choice, a switch and a number, and a text."""
    box = QComboBox(parent)
    box.addItems(offers)
    return (box, QCheckBox(parent), QDoubleSpinBox(parent)), (QLineEdit(parent),)


def test_values_come_back(window: QWidget) -> None:
    (box, switch, number), (words,) = first = fields(window, "one", "two")
    box.setCurrentText("two")
    switch.setChecked(True)
    number.setValue(7.0)
    words.setText("Guns")
    memory = ExportMemory()
    memory.take(*first, "view", Path("guns.png"))
    (box, switch, number), (words,) = again = fields(window, "one", "two")
    memory.put_back(*again, "view")
    assert (box.currentText(), switch.isChecked(), number.value(), words.text()) == ("two", True, 7.0, "Guns")


def test_what_is_offered_no_more_and_words_of_another_view_are_left(window: QWidget) -> None:
    (box, *_), (words,) = first = fields(window, "one", "two")
    box.setCurrentText("two")
    words.setText("Guns")
    memory = ExportMemory()
    memory.take(*first, "view", Path("guns.png"))
    (box, *_), (words,) = other = fields(window, "one", "three")
    memory.put_back(*other, "another view")
    assert (box.currentText(), words.text()) == ("one", "")


def test_a_file_goes_beside_the_last_one() -> None:
    memory = ExportMemory()
    assert memory.place_for("network.svg", "view") == "network.svg"
    memory.take((), (), "view", Path("folder", "guns.png"))
    assert memory.place_for("network.svg", "view") == str(Path("folder", "guns.svg"))
    assert memory.place_for("network.svg", "other") == str(Path("folder", "network.svg"))
