"""The search field of the toolbar, with what it finds in a list under it."""

from __future__ import annotations

from typing import Final

import msgspec
from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFocusEvent, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.commands import change_filter
from desktop.models.hits_model import KIND_ROLE, SNIPPET_ROLE, HitsModel
from desktop.session import Session
from graphdata.search import Hit, search

Index = QModelIndex | QPersistentModelIndex
PAUSE: Final = 80  # milliseconds without a key before it looks
MOST_HITS: Final = 30
MOST_ROWS: Final = 8
LIST_WIDTH: Final = 460
PADDING: Final = 6
WALKS: Final = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: MOST_ROWS,
    Qt.Key.Key_PageUp: -MOST_ROWS,
}


class HitDelegate(QStyledItemDelegate):
    """Draws a hit on two lines: its title and its kind, and under them where it fits."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row as plain text."""
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        roles = QPalette.ColorRole
        inner = option.rect.adjusted(PADDING, PADDING // 2, -PADDING, -PADDING // 2)
        half = inner.height() // 2
        upper, lower = inner.adjusted(0, 0, 0, -half), inner.adjusted(0, half, 0, 0)
        painter.save()
        if chosen:
            painter.fillRect(option.rect, option.palette.color(roles.Highlight))
        painter.setPen(option.palette.color(roles.HighlightedText if chosen else roles.PlaceholderText))
        kind = str(index.data(KIND_ROLE))
        draw_line(painter, upper, kind, Qt.AlignmentFlag.AlignTrailing)
        draw_line(painter, lower, str(index.data(SNIPPET_ROLE)), Qt.AlignmentFlag.AlignLeading)
        painter.setPen(option.palette.color(roles.HighlightedText if chosen else roles.Text))
        room = upper.adjusted(0, 0, -painter.fontMetrics().horizontalAdvance(kind) - PADDING, 0)
        draw_line(painter, room, str(index.data()), Qt.AlignmentFlag.AlignLeading)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - Qt's signature
        """Return the height of two lines; the width is the list's."""
        return QSize(0, 2 * option.fontMetrics.height() + PADDING)


class HitList(QListView):
    """The list under the field: part of the window, never a window of its own; the keyboard stays in the field."""

    def __init__(self, model: QAbstractItemModel, parent: QWidget) -> None:
        """Lie over a window, hidden."""
        super().__init__(parent)
        self._window = parent
        self.setModel(model)
        self.setItemDelegate(HitDelegate(self))
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.Box)
        self.setAccessibleName(self.tr("Found"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.entered.connect(self.setCurrentIndex)
        self.hide()

    def unfold(self, under: QWidget, aside: int = 0, width: int = 0) -> None:
        """Appear under a field, first row chosen; as wide as the field, unless another width is wanted."""
        rows = min(self.model().rowCount(), MOST_ROWS)
        window = self._window
        corner = under.mapTo(window, QPoint(aside, under.height() + 2))
        width = min(width or max(LIST_WIDTH, under.width()), window.width())
        left = max(0, min(corner.x(), window.width() - width))
        height = min(rows * self.sizeHintForRow(0) + 2 * self.frameWidth(), window.height() - corner.y())
        self.setGeometry(QRect(left, corner.y(), width, height))
        self.setCurrentIndex(self.model().index(0, 0))
        self.raise_()
        self.show()

    def walk(self, rows: int) -> None:
        """Choose a row further down or up, and say it to a screen reader, whose attention is in the field."""
        last = self.model().rowCount() - 1
        chosen = self.model().index(max(0, min(last, self.currentIndex().row() + rows)), 0)
        self.setCurrentIndex(chosen)
        words = str(chosen.data(Qt.ItemDataRole.AccessibleTextRole))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))


class SearchBox(QLineEdit):
    """Finds actors, relations, sources and claims while one types; choosing one selects it in the session."""

    help_place = "first-map#2-find"

    left = Signal()  # Esc in the empty field

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Search the network of a session."""
        super().__init__(parent)
        self._session = session
        self._model = HitsModel(self)
        self._list: HitList | None = None
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self._look)
        self.setPlaceholderText(self.tr("Search actors, relations, sources, claims"))
        self.setAccessibleName(self.tr("Search"))
        self.setClearButtonEnabled(True)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 24)
        self.setMaximumWidth(self.fontMetrics().averageCharWidth() * 60)
        self.textEdited.connect(lambda _: self._timer.start())
        self.textChanged.connect(self._fold_when_empty)
        session.network_changed.connect(self.clear)

    @property
    def hits(self) -> HitsModel:
        """What was found."""
        return self._model

    @property
    def is_unfolded(self) -> bool:
        """Whether the list can be seen."""
        return self._list is not None and self._list.isVisible()

    def focus(self) -> None:
        """Take the keyboard, the old text ready to be typed over."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the list, choose from it, clear the field, or leave it when it is empty; other keys type."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.clear() if self.text() else self.left.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose_now()
        elif key in WALKS and self._list and self.is_unfolded:
            self._list.walk(WALKS[key])
        elif key == Qt.Key.Key_Down and self.text():
            self._look()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Fold the list when the keyboard goes elsewhere."""
        super().focusOutEvent(event)
        self._fold()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fold the list when the window under it changes its size."""
        if event.type() == QEvent.Type.Resize:
            self._fold()
        return super().eventFilter(watched, event)

    def _look(self) -> None:
        """Search, and show what was found."""
        self._timer.stop()
        text = self.text().strip()
        self._model.show([self._placed(hit) for hit in search(self._session.network, text, MOST_HITS)], text)
        if text and self.hasFocus():
            self._unfolding_list().unfold(self)
        else:
            self._fold()

    def _placed(self, hit: Hit) -> Hit:
        """Return a hit with something under its title: what is claimed belongs to a relation."""
        if hit.kind != "claim" or hit.snippet:
            return hit
        return hit._replace(snippet=self._session.network.relation[self._relation_of(hit.id)].summary)

    def _unfolding_list(self) -> HitList:
        """Return the list, made when it is first needed, over the window the field is in by then."""
        if self._list is None:
            window = self.window()
            self._list = HitList(self._model, window)
            self._list.clicked.connect(lambda index: self._choose(index.row()))
            window.installEventFilter(self)
        return self._list

    def _choose_now(self) -> None:
        """Choose the current row; where one types faster than the list, what fits best now."""
        if self._timer.isActive() or not self.is_unfolded:
            self._look()
        if self._list and self.is_unfolded:
            self._choose(self._list.currentIndex().row())

    def _choose(self, row: int) -> None:
        hit = self._model.hit_at(row)
        self._fold()
        if hit:
            self._select(hit)
            self.selectAll()
        else:
            self._filter()

    def _select(self, hit: Hit) -> None:
        if hit.kind == "claim":
            self._session.select("relation", self._relation_of(hit.id))
        else:
            self._session.select(hit.kind, hit.id)

    def _relation_of(self, claim_id: str) -> str:
        return self._session.network.claim[claim_id].relation

    def _filter(self) -> None:
        """Ask for relations that mention the text; the chip shows it from now on."""
        text = self.text().strip()
        wanted = msgspec.structs.replace(self._session.filter, text=text)
        self.clear()
        change_filter(self._session, wanted, self.tr("Filter by text"))

    def _fold_when_empty(self, text: str) -> None:
        if not text:
            self._timer.stop()
            self._fold()

    def _fold(self) -> None:
        if self._list:
            self._list.hide()


def draw_line(painter: QPainter, room: QRect, text: str, side: Qt.AlignmentFlag) -> None:
    """Draw one line of plain text, cut where it does not fit."""
    line = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, line)
