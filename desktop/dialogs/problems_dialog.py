"""Every problem of a network that could not be opened, or has findings: where it is, what is wrong, what to do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.buttons import ROLES, add_button, make_default
from desktop.dialogs.help_places import offer_help
from desktop.panels.widgets import plain_label
from desktop.screen_room import take_size
from graphdata.problems import DatasetError, Problem, errors_in

FOLLOWS: Final = "unknown-id"  # one file that is missing or cannot be read leaves hundreds of ids unknown
MOST_ROWS: Final = 500  # more are copied, not listed: nobody reads on, and every row is measured


class ProblemsDialog(QDialog):
    """A plain table of problems that can be copied whole."""

    def __init__(
        self, problems: Iterable[Problem], parent: QWidget | None = None, title: str = "", advice: str = ""
    ) -> None:
        """List the problems, errors first, and what may only follow from another one after it."""
        super().__init__(parent)
        offer_help(self, "curating#check")
        self.problems = sorted(problems, key=lambda each: (each.severity != "error", each.rule == FOLLOWS, each))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Problems in the network"))
        take_size(self, 760, 460)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(plain_label(title or self._title(), "title"))
        advice = advice or self.tr("No file was changed. Mend these places and open it again.")
        column.addWidget(plain_label(advice, "muted"))
        self.table = self._table(self.problems[:MOST_ROWS])
        column.addWidget(self.table, 1)
        if len(self.problems) > MOST_ROWS:
            more = self.tr("The first {0} are listed; all are copied.").format(MOST_ROWS)
            column.addWidget(plain_label(more, "muted"))
        column.addWidget(self._buttons())

    @classmethod
    def show_for(cls, fault: DatasetError, parent: QWidget | None = None) -> ProblemsDialog:
        """Show the problems of a refused network and return the dialog."""
        dialog = cls(fault.problems, parent)
        dialog.open()
        return dialog

    @property
    def text(self) -> str:
        """Every problem, one a line."""
        return "\n".join(map(str, self.problems))

    def _title(self) -> str:
        errors = len(errors_in(self.problems))
        warnings = len(self.problems) - errors
        if errors:
            return self.tr("This network was not opened. Errors: {0} · warnings: {1}").format(errors, warnings)
        return self.tr("Findings in this network: {0}").format(warnings)

    def _table(self, problems: Sequence[Problem]) -> QTableWidget:
        """Return the table; cells wrap so that no word is cut."""
        heads = (self.tr("Kind"), self.tr("Place"), self.tr("What is wrong"), self.tr("What to do"))
        table = QTableWidget(len(problems), len(heads))
        table.setHorizontalHeaderLabels(heads)
        table.verticalHeader().hide()
        table.setAccessibleName(self.tr("Problems"))
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        for row, problem in enumerate(problems):
            for at, text in enumerate((problem.severity, problem.place, problem.message, problem.remedy)):
                table.setItem(row, at, QTableWidgetItem(text))
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        return table

    def _buttons(self) -> QDialogButtonBox:
        """Return the choice to copy everything, and the way out."""
        box = QDialogButtonBox()
        add_button(box, self.tr("Copy all"), ROLES.ActionRole, self._copy, self.tr("Copy all problems"))
        make_default(add_button(box, self.tr("Close"), ROLES.RejectRole, self.reject))
        return box

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text)
