"""The tables under the map: the relations on show and the sources, in step with the selection both ways."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from desktop import worker
from desktop.copying import Copying
from desktop.models.records_model import RecordsModel
from desktop.models.relations_model import RelationsModel
from desktop.models.sources_model import SourceRow, SourcesModel, rows_of
from desktop.panels.swatches import domain_icon
from desktop.session import SelectionKind, Session
from graphdata.bulk import LARGE
from graphdata.citation import citations_of

SelectFlag = QItemSelectionModel.SelectionFlag
ROW_PADDING: Final = 8
SMALLEST_ROW: Final = 24  # a target that a hand can hit


class RecordsTable(QTableView):
    """A table of records whose selected row is what is selected in the session.

    It is brought up to date when it can be seen, not before. Several rows can be selected for copying; the session
    hears of single ones.
    """

    inspected = Signal()  # Enter or a double click: the reader wants the evidence of the selected record

    def __init__(
        self, session: Session, model: RecordsModel[Any], kind: SelectionKind, parent: QWidget | None = None
    ) -> None:
        """Show a model of records of one kind."""
        super().__init__(parent)
        self._session, self.records, self._kind = session, model, kind
        self._is_stale, self._is_following = True, False
        self._copying = Copying(self)
        model.setParent(self)
        self.setModel(model)
        self._dress()
        self._add_actions()
        self.selectionModel().selectionChanged.connect(self._report)
        self.clicked.connect(self._report)
        self.doubleClicked.connect(self._inspect)
        session.view_changed.connect(self._outdate)
        session.selection_changed.connect(self._follow)

    def refresh(self) -> None:
        """Show what is on show now."""
        raise NotImplementedError

    def ids_selected(self) -> tuple[str, ...]:
        """Return the records that stand for what is selected in the session."""
        selection = self._session.selection
        return (selection.id,) if selection.kind == self._kind else ()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened out of sight."""
        super().showEvent(event)
        self._catch_up()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the swatches anew when the colours change."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.viewport().update()

    def copied_text(self) -> str:
        """Return the selected rows as lines, cells apart by tabs; no cell is a formula to a spreadsheet."""
        return self.records.lines_in(self._rows_selected())()

    def _inspect(self) -> None:
        self._report()
        self.inspected.emit()

    def copied_citations(self) -> str:
        """Return the citations behind the selected rows, a line each."""
        return self._citations()()

    def _citations(self) -> Callable[[], str]:
        """Return what makes the citations behind the selected rows."""
        view, records = self._session.view, self.records.records_in(self._rows_selected())
        return lambda: "\n".join(citations_of(view, records()))

    def _ids(self) -> Callable[[], str]:
        """Return what makes the ids of the selected records, in the order of the rows, a line each."""
        records = self.records.records_in(self._rows_selected())
        return lambda: "\n".join(records())

    def _rows_selected(self) -> list[int]:
        """Return the selected rows in their order, off the ranges: Qt asks for each cell of ten thousands of rows."""
        selection = self.selectionModel().selection()
        ranges = [selection.at(place) for place in range(selection.size())]
        return sorted({row for each in ranges for row in range(each.top(), each.bottom() + 1)})

    def _copy(self, words: Callable[[], str]) -> None:
        """Put words on the clipboard as plain text, unless nothing is selected."""
        if self._rows_selected():
            self._copying.copy(words, len(self._session.network.relations) >= LARGE)

    def _outdate(self) -> None:
        self._is_stale = True
        self._session.in_turn.ask(self, self._catch_up)

    def _catch_up(self) -> None:
        """Show what is on show, where the table can be seen."""
        if self._is_stale and self.isVisible():
            self._update()

    def _update(self) -> None:
        self._is_stale = False
        self._is_following = True
        self.refresh()
        self.executeDelayedItemsLayout()  # or the rows would be painted twice: now, and once they are laid out
        self._is_following = False
        self._follow()

    def _report(self, *_: object) -> None:
        """Tell the session which single record was selected here."""
        rows = self._rows_selected()
        if not self._is_following and len(rows) == 1:
            self._session.select(self._kind, self.records.record_at(rows[0]))

    def _follow(self) -> None:
        """Select the rows of what is selected in the session."""
        if self._is_stale:
            return
        wanted = self.records.rows_with(frozenset(self.ids_selected()))
        if wanted == self._rows_selected():
            return
        self._is_following = True
        self._select_rows(wanted)
        self._is_following = False

    def _select_rows(self, rows: Iterable[int]) -> None:
        model, chosen = self.model(), QItemSelection()
        for row in rows:
            chosen.select(model.index(row, 0), model.index(row, model.columnCount() - 1))
        self.selectionModel().select(chosen, SelectFlag.ClearAndSelect)
        if not chosen.isEmpty():
            first = min(chosen.indexes(), key=lambda index: (index.row(), index.column()))
            self.selectionModel().setCurrentIndex(first, SelectFlag.NoUpdate)
            self.scrollTo(first)

    def _add_actions(self) -> None:
        """Offer copying and inspecting by key, and in the context menu beside their keys."""
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        inspect = QAction(self.tr("Inspect"), self, shortcut=QKeySequence(Qt.Key.Key_Return))
        inspect.triggered.connect(self._inspect)
        copy = QAction(self.tr("Copy row"), self, shortcut=QKeySequence(QKeySequence.StandardKey.Copy))
        copy.triggered.connect(lambda: self._copy(self.records.lines_in(self._rows_selected())))
        cite = QAction(self.tr("Copy citation"), self)
        cite.triggered.connect(lambda: self._copy(self._citations()))
        name = QAction(self.tr("Copy id"), self)
        name.triggered.connect(lambda: self._copy(self._ids()))
        for action in (inspect, copy, cite, name):
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            self.addAction(action)

    def _dress(self) -> None:
        """Set the table up to be read by rows, compact, and left by Tab."""
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setAlternatingRowColors(True)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(max(SMALLEST_ROW, self.fontMetrics().height() + ROW_PADDING))
        self._dress_header()

    def _dress_header(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSelectionModel(QItemSelectionModel(self.model(), header))  # or it would ask for each row, to paint
        header.setSortIndicator(0, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        letter = self.fontMetrics().averageCharWidth()
        for at, column in enumerate(self.records.columns):
            heading = self.fontMetrics().horizontalAdvance(column.title) + 4 * letter
            header.resizeSection(at, max(column.letters * letter, heading))


class RelationsTable(RecordsTable):
    """The relations on show; a line selected on the map selects all of its rows."""

    help_place = "filters#the-tables-below-the-map"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Show the relations of a session."""
        self._model = RelationsModel(domain_icon)
        super().__init__(session, self._model, "relation", parent)
        self.setAccessibleName(self.tr("Relations on show"))

    def refresh(self) -> None:
        """Show what is on show now."""
        self._model.show(self._session.view)

    def ids_selected(self) -> tuple[str, ...]:
        """Return the selected relation, or all relations of the selected line."""
        selection = self._session.selection
        if selection.kind == "tie" and selection.id in self._session.tie:
            return self._session.tie[selection.id].relations
        return super().ids_selected()


class SourcesTable(RecordsTable):
    """The sources of the network."""

    help_place = "questions#what-if-a-source-is-wrong"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Show the sources of a session."""
        self._model = SourcesModel()
        self._latest = worker.Latest(self._model)
        super().__init__(session, self._model, "source", parent)
        self.setAccessibleName(self.tr("Sources"))

    def refresh(self) -> None:
        """Show the sources, and what rests on them now; of a large network once that is counted beside the window."""
        view = self._session.view
        self._latest.drop()
        if len(view.network.relations) < LARGE:
            self._model.show(view)
        else:
            self._latest.ask(lambda _: rows_of(view), self._take)

    def _take(self, rows: list[SourceRow]) -> None:
        """Show sources that have been counted."""
        self._is_following = True
        self._model.set_rows(rows)
        self._is_following = False
        self._follow()
