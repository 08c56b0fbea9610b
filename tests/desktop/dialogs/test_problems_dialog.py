"""Every problem of a refused network, in a table."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop.dialogs.problems_dialog import MOST_ROWS, ProblemsDialog
from graphdata.problems import DatasetError, Problem

ERROR = Problem("a.toml, line 3", "<b>no</b> such actor.", "Add it.", "unknown-id")
WARNING = Problem("a.toml, line 1", "never used.", "Use it.", "never-used", "warning")


@pytest.fixture
def dialog(qtbot: QtBot) -> ProblemsDialog:
    """Return the dialog for one warning and one error."""
    made = ProblemsDialog(DatasetError([WARNING, ERROR]).problems)
    qtbot.addWidget(made)
    return made


def cells(dialog: ProblemsDialog, row: int) -> list[str]:
    """Return a row of the table."""
    return [dialog.table.item(row, column).text() for column in range(dialog.table.columnCount())]


def test_errors_come_first_as_they_are_written(dialog: ProblemsDialog) -> None:
    assert cells(dialog, 0) == ["error", "a.toml, line 3", "<b>no</b> such actor.", "Add it."]
    assert cells(dialog, 1)[0] == "warning"


def test_the_title_counts(dialog: ProblemsDialog) -> None:
    assert "Errors: 1 · warnings: 1" in dialog.findChildren(QLabel)[0].text()


def test_findings_alone_did_not_stop_the_network(qtbot: QtBot) -> None:
    dialog = ProblemsDialog([WARNING])
    qtbot.addWidget(dialog)
    assert dialog.findChildren(QLabel)[0].text() == "Findings in this network: 1"


def test_everything_is_copied(dialog: ProblemsDialog) -> None:
    next(button for button in dialog.findChildren(QPushButton) if button.text() == "Copy all").click()
    assert QGuiApplication.clipboard().text().splitlines() == [str(ERROR), str(WARNING)]


def test_a_thousand_problems_are_copied_though_not_all_are_listed(qtbot: QtBot) -> None:
    dialog = ProblemsDialog(Problem(f"line {number}", "wrong.", "Mend it.", "rule") for number in range(1000))
    qtbot.addWidget(dialog)
    assert dialog.table.rowCount() == MOST_ROWS
    assert len(dialog.text.splitlines()) == 1000


def test_it_is_shown_for_a_refusal(qtbot: QtBot) -> None:
    dialog = ProblemsDialog.show_for(DatasetError([ERROR]))
    assert dialog.isVisible()
    with qtbot.waitSignal(dialog.destroyed):
        dialog.reject()


def test_a_missing_file_comes_before_the_ids_that_it_leaves_unknown(qtbot: QtBot) -> None:
    missing = Problem("z.toml", "there is no such file.", "Add it.", "file-missing")
    dialog = ProblemsDialog([ERROR, WARNING, missing])
    qtbot.addWidget(dialog)
    assert dialog.problems == [missing, ERROR, WARNING]
