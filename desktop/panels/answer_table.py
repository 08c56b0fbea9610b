"""The table of an answer: its lines select what they lead to, and can be copied."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.models.answer_model import AnswerModel
from desktop.panels.tables import RecordsTable
from desktop.session import Session
from graphdata.questions.answers import Answer

ARROW, GAP = 2, 2  # letters of room for the arrow of sorting, and between columns
WIDEST, NARROWEST = 60, 28  # letters that a column takes at most: where there is room, and where there is little


class AnswerTable(RecordsTable):
    """Shows one answer; a selected line selects its actor, relation or source."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Start without an answer."""
        self._model = AnswerModel()
        super().__init__(session, self._model, "", parent)
        self.setAccessibleName(self.tr("Answer"))

    def show_answer(self, answer: Answer) -> None:
        """Show another answer in its own order."""
        self._is_following = True
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self._model.show(answer)
        self._dress_columns()
        self._is_following = False

    def refresh(self) -> None:
        """Leave the answer as it is: it was given of another moment, and says so."""

    def ids_selected(self) -> tuple[str, ...]:
        """Return the places of the lines that lead to what is selected."""
        selection = self._session.selection
        rows = range(self._model.rowCount())
        return tuple(self._model.record_at(row) for row in rows if self._leads_to(row, selection.id))

    def _leads_to(self, row: int, record: str) -> bool:
        return bool(record) and self._model.line_at(row).id == record

    def _report(self, *_: object) -> None:
        """Select what the selected line leads to."""
        rows = self.selectionModel().selectedRows()
        if not self._is_following and len(rows) == 1:
            line = self._model.line_at(rows[0].row())
            if line.kind:
                self._session.select(line.kind, line.id)

    def _dress_columns(self) -> None:
        """Make the columns as wide as what stands in them; where not all are in sight, the widest give way first."""
        metrics, model = self.fontMetrics(), self._model
        letter = metrics.averageCharWidth()
        wanted = [
            max(metrics.horizontalAdvance(model.longest(at)), metrics.horizontalAdvance(column.title) + ARROW * letter)
            for at, column in enumerate(model.columns)
        ]
        room = self.viewport().width() - GAP * letter * len(wanted)
        caps = range(WIDEST, NARROWEST, -4)
        most = next((cap for cap in caps if sum(min(each, cap * letter) for each in wanted) <= room), NARROWEST)
        for at, each in enumerate(wanted):
            self.horizontalHeader().resizeSection(at, min(each, most * letter) + GAP * letter)
