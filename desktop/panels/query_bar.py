"""The query line over the map: the filter in force as one line of text, to be changed by typing."""

from __future__ import annotations

from textwrap import fill
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QGridLayout,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.commands import change_filter
from desktop.models.hits_model import KIND_ROLE
from desktop.models.offers_model import OffersModel
from desktop.panels.search_box import LIST_WIDTH, PADDING, WALKS, HitList, draw_line
from desktop.panels.widgets import plain_label
from desktop.session import Session
from graphdata.query.completing import Completion, completion
from graphdata.query.reading import read_query
from graphdata.query.tokens import QueryError, Slip
from graphdata.query.writing import to_query

Index = QModelIndex | QPersistentModelIndex
PAUSE: Final = 400  # milliseconds without a key before mistakes are told
MOST_TOLD: Final = 3
LEAST_LETTERS: Final = 60


class OfferDelegate(QStyledItemDelegate):
    """Draws an offer on one line, with what is said about it at its end."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row as plain text."""
        roles = QPalette.ColorRole
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        inner, note = option.rect.adjusted(PADDING, 0, -PADDING, 0), str(index.data(KIND_ROLE) or "")
        room = min(painter.fontMetrics().horizontalAdvance(note) + PADDING, 2 * inner.width() // 3)
        painter.save()
        if chosen:
            painter.fillRect(option.rect, option.palette.color(roles.Highlight))
        painter.setPen(option.palette.color(roles.HighlightedText if chosen else roles.PlaceholderText))
        draw_line(painter, inner.adjusted(inner.width() - room, 0, 0, 0), note, Qt.AlignmentFlag.AlignTrailing)
        painter.setPen(option.palette.color(roles.HighlightedText if chosen else roles.Text))
        draw_line(painter, inner.adjusted(0, 0, -room, 0), str(index.data()), Qt.AlignmentFlag.AlignLeading)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - Qt's signature
        """Return the height of one line; the width is the list's."""
        return QSize(0, option.fontMetrics.height() + PADDING)


class QueryLine(QLineEdit):
    """A line to type a query into; what can follow unfolds under it, and the keyboard stays in the line."""

    asked = Signal()  # Enter
    left = Signal()  # Esc with nothing unfolded

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Complete from the network of a session."""
        super().__init__(parent)
        self._session = session
        self.offers = OffersModel(self)
        self._list: HitList | None = None
        self._found = Completion(0, 0, ())
        self.setPlaceholderText(self.tr("from:russia domain:arms since:2022 origins>=2 not source:…"))
        self.setAccessibleName(self.tr("Query"))
        self.setClearButtonEnabled(True)
        self.textEdited.connect(lambda _: self.look())

    @property
    def is_unfolded(self) -> bool:
        """Whether what can follow can be seen."""
        return self._list is not None and self._list.isVisible()

    def look(self) -> None:
        """Unfold what can follow at the cursor."""
        self._found = completion(self.text(), self.cursorPosition(), self._session.view)
        self.offers.show(self._found.offers)
        if self._found.offers and self.hasFocus():
            unfolding = self._unfolding_list()
            unfolding.unfold(self, self.cursorRect().left(), LIST_WIDTH)
            unfolding.setCurrentIndex(QModelIndex())
        else:
            self.fold()

    def fold(self) -> None:
        """Fold the list."""
        if self._list:
            self._list.hide()

    def event(self, event: QEvent) -> bool:
        """Take the chosen or the first offer by the tab key, which otherwise leads on."""
        is_tab = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Tab
        if is_tab and self._list and self.is_unfolded:
            self.take(max(0, self._list.currentIndex().row()))
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the list, take from it, ask, or leave; other keys type."""
        key = Qt.Key(event.key())
        chosen = self._list.currentIndex().row() if self._list and self.is_unfolded else -1
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.take(chosen) if chosen >= 0 else self._ask()
        elif key == Qt.Key.Key_Escape:
            self.fold() if self.is_unfolded else self.left.emit()
        elif key in WALKS and self._list and self.is_unfolded:
            self._list.walk(WALKS[key])
        elif key == Qt.Key.Key_Down:
            self.look()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Fold the list when the keyboard goes elsewhere."""
        super().focusOutEvent(event)
        self.fold()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fold the list when the window under it changes its size."""
        if event.type() == QEvent.Type.Resize:
            self.fold()
        return super().eventFilter(watched, event)

    def take(self, row: int) -> None:
        """Write an offer in the place of what it completes; after a key, its values are offered at once."""
        offer = self.offers.offer_at(row)
        if offer is None:
            return
        self.setSelection(self._found.start, self._found.end - self._found.start)
        self.insert(offer.text)
        self.setModified(True)
        self.fold() if offer.complete else self.look()

    def _ask(self) -> None:
        self.fold()
        self.asked.emit()

    def _unfolding_list(self) -> HitList:
        """Return the list, made when it is first needed, over the window the line is in by then."""
        if self._list is None:
            window = self.window()
            self._list = HitList(self.offers, window)
            self._list.setItemDelegate(OfferDelegate(self._list))
            self._list.setAccessibleName(self.tr("What can follow"))
            self._list.clicked.connect(lambda index: self.take(index.row()))
            window.installEventFilter(self)
        return self._list


class QueryBar(QWidget):
    """Shows the filter in force as a query, asks for what is typed, and says what is wrong with it in its place."""

    help_place = "filters#the-query-line"

    left = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Follow the filter of a session."""
        super().__init__(parent)
        self._session = session
        self.line, self.message = QueryLine(session), plain_label("", "error")
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self._check)
        label = plain_label(self.tr("Query"))
        label.setBuddy(self.line)
        grid = QGridLayout(self)
        grid.setContentsMargins(6, 2, 6, 2)
        grid.addWidget(label, 0, 0)
        grid.addWidget(self.line, 0, 1)
        grid.addWidget(self.message, 1, 1)
        self.message.setWordWrap(False)  # a toolbar asks for the height before it knows the width
        self.message.hide()
        self.line.textEdited.connect(self._begin_anew)
        self.line.asked.connect(self._ask)
        self.line.left.connect(self._leave)
        session.view_changed.connect(self.refresh)
        session.network_changed.connect(self._show_filter)
        self._show_filter()

    def focus(self) -> None:
        """Take the keyboard, behind what is there."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.end(False)

    def refresh(self) -> None:
        """Show the filter in force, unless a query is being typed."""
        if not self.line.isModified():
            self._show_filter()

    def _show_filter(self) -> None:
        self.line.setText(to_query(self._session.filter, self._session.network))
        self.line.setModified(False)
        self._tell(())

    def _begin_anew(self, _: str) -> None:
        self._tell(())
        self._timer.start()

    def _check(self) -> None:
        """Tell mistakes while one types, but for those at the cursor, which may not be finished."""
        cursor = self.line.cursorPosition()
        slips = read_query(self.line.text(), self._session.network).slips
        self._tell([slip for slip in slips if not slip.start <= cursor <= slip.end])

    def _ask(self) -> None:
        """Ask for what is typed, as one step; where it cannot be read, mark the first mistake and change nothing."""
        self._timer.stop()
        query = read_query(self.line.text(), self._session.network)
        self._tell(query.slips)
        if query.slips:
            first = query.slips[0]
            self.line.setSelection(first.start, first.end - first.start)
            return
        self.line.setModified(False)
        change_filter(self._session, query.filter, self.tr("Filter by a query"))
        self._show_filter()

    def _leave(self) -> None:
        """Give up what is typed."""
        self._timer.stop()
        self._show_filter()
        self.left.emit()

    def _tell(self, slips: tuple[Slip, ...] | list[Slip]) -> None:
        """Say what is wrong, for eyes and for screen readers."""
        words = str(QueryError(self.line.text(), tuple(slips)[:MOST_TOLD])) if slips else ""
        letters = max(LEAST_LETTERS, self.line.width() // self.message.fontMetrics().averageCharWidth())
        self.message.setText("\n".join(fill(line, letters) for line in words.splitlines()))
        self.message.setVisible(bool(words))
        self.line.setAccessibleDescription(words)
