"""The checklist shows and reports; it never checks anything by itself."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop.models.choices_model import COUNT_ROLE, Choice, ChoicesModel

CHOICES = (Choice("arms", "Arms", 1234), Choice("tech", "Tech", 0))


def test_model_is_sound(qtmodeltester: ModelTester) -> None:
    model = ChoicesModel()
    model.show(CHOICES, {"arms"})
    qtmodeltester.check(model)


def test_checking_asks_and_changes_nothing(qtbot: QtBot) -> None:
    model = ChoicesModel()
    model.show(CHOICES, {"arms"})
    with qtbot.waitSignal(model.toggled) as asked:
        model.setData(model.index(1), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert asked.args == ["tech", True]
    assert model.index(1).data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Unchecked


def test_counts_are_shown_and_spoken() -> None:
    model = ChoicesModel()
    model.show(CHOICES, ())
    number = QLocale().toString(1234)
    assert model.index(0).data(COUNT_ROLE) == number
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == f"Arms, relations: {number}"


def test_new_counts_keep_the_list(qtbot: QtBot) -> None:
    model = ChoicesModel()
    model.show(CHOICES, ())
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.show([choice._replace(relations=5) for choice in CHOICES], ())


def test_other_choices_make_a_new_list(qtbot: QtBot) -> None:
    model = ChoicesModel()
    model.show(CHOICES, ())
    with qtbot.waitSignal(model.modelReset):
        model.show(CHOICES[:1], ())
    assert model.rowCount() == 1
