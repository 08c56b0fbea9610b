"""The view of a checklist: as high as its choices, the counts in a column at the right, a click anywhere checks."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QMouseEvent, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.models.choices_model import COUNT_ROLE, KEY_ROLE, ChoicesModel
from desktop.panels.swatches import SIZE

Index = QModelIndex | QPersistentModelIndex
GAP: Final = 6
SMALLEST_ROW: Final = 24  # a target that a hand can hit
MOST_ROWS: Final = 10  # more than that scroll
AT_THE_END: Final = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter


class ChoiceDelegate(QStyledItemDelegate):
    """Draws a choice with its count at the right edge."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw check box, swatch and label in what the count leaves, then the count and the keyboard's frame."""
        count = str(index.data(COUNT_ROLE))
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        whole = option.rect
        inner = QStyleOptionViewItem(option)
        inner.rect = whole.adjusted(0, 0, -option.fontMetrics.horizontalAdvance(count) - GAP, 0)
        inner.state &= ~QStyle.StateFlag.State_HasFocus
        super().paint(painter, inner, index)
        painter.save()
        painter.setPen(option.palette.color(QPalette.ColorRole.PlaceholderText))
        painter.drawText(whole.adjusted(0, 0, -2, 0), AT_THE_END, count)
        if focused:
            painter.setPen(QPen(option.palette.color(QPalette.ColorRole.Highlight), 2))
            painter.drawRect(whole.adjusted(1, 1, -1, -1))
        painter.restore()

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802 - Qt's name
        """Fade a choice that would show nothing."""
        super().initStyleOption(option, index)
        if index.data(COUNT_ROLE) == "0":
            option.palette.setColor(QPalette.ColorRole.Text, option.palette.color(QPalette.ColorRole.PlaceholderText))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - Qt's signature
        """Return one row's height; the width is the list's."""
        return QSize(0, max(SMALLEST_ROW, option.fontMetrics.height() + GAP))

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        """Check with a click on any part of the row; keys as usual."""
        if event.type() != QEvent.Type.MouseButtonRelease:
            return event.type() != QEvent.Type.MouseButtonDblClick and super().editorEvent(event, model, option, index)
        if isinstance(event, QMouseEvent) and event.button() == Qt.MouseButton.LeftButton:
            checked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
            state = Qt.CheckState.Unchecked if checked else Qt.CheckState.Checked
            return model.setData(index, state, Qt.ItemDataRole.CheckStateRole)
        return False


class Checklist(QListView):
    """One stop for Tab; arrows walk, Space checks, Enter asks for the current choice alone."""

    only = Signal(str)

    def __init__(self, model: ChoicesModel, parent: QWidget | None = None) -> None:
        """Show the choices of a model."""
        super().__init__(parent)
        self._hidden: frozenset[int] = frozenset()
        model.setParent(self)
        model.modelReset.connect(self._forget_hidden)
        self.setModel(model)
        self.setItemDelegate(ChoiceDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setIconSize(QSize(SIZE, SIZE))
        self.setUniformItemSizes(True)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.viewport().setAutoFillBackground(False)
        self._add_only()

    def hide_rows(self, rows: Iterable[int]) -> None:
        """Hide these rows and no others, and take the height of the rest."""
        wanted = frozenset(rows)
        for row in wanted ^ self._hidden:
            self.setRowHidden(row, row in wanted)
        self._hidden = wanted
        self.fit()

    def fit(self) -> None:
        """Take the height of the choices that are not filtered away."""
        rows = self.model().rowCount() - len(self._hidden)
        height = self.sizeHintForRow(0) if rows else 0
        self.setFixedHeight(min(rows, MOST_ROWS) * max(height, 0) + 2 * self.frameWidth())

    def _forget_hidden(self) -> None:
        """Know of no hidden row: other choices come into sight with a new list."""
        self._hidden = frozenset()

    def _add_only(self) -> None:
        action = QAction(self.tr("Only this"), self, shortcut=QKeySequence(Qt.Key.Key_Return))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(self._ask_for_current)
        self.addAction(action)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def _ask_for_current(self) -> None:
        if self.currentIndex().isValid():
            self.only.emit(self.currentIndex().data(KEY_ROLE))
