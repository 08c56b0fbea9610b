"""The command palette: every action, actor, relation, claim and source by a few typed letters."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QFrame, QLineEdit, QListView, QVBoxLayout, QWidget

from desktop.dialogs.help_places import offer_help
from desktop.models.palette_model import Deed, PaletteModel, fitting
from desktop.panels.search_box import HitDelegate
from desktop.session import Session
from graphdata.search import Hit, search

SIZE: Final = QSize(620, 420)
MOST_HITS: Final = 20
PAUSE: Final = 60  # milliseconds without a key before records are searched
LONG_ENOUGH: Final = 2  # letters; one letter fits half the network
WALKS: Final = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 8,
    Qt.Key.Key_PageUp: -8,
}


class PaletteDialog(QDialog):
    """Offers what fits the letters typed; Enter does it or goes there, Esc leaves."""

    def __init__(self, session: Session, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        """Offer the actions of a window and the records of its session."""
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        offer_help(self, "keys#the-command-palette")
        self._session, self._actions = session, actions
        self._deeds = tuple(_deed(name, action) for name, action in actions.items())
        self.model = PaletteModel(self)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._look)
        self.setWindowTitle(self.tr("Command palette"))
        self._build()
        self._look()

    @classmethod
    def show_for(cls, session: Session, actions: Mapping[str, QAction], parent: QWidget) -> PaletteDialog:
        """Show the palette over a window without blocking, and return it."""
        palette = cls(session, actions, parent)
        palette.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        palette.resize(SIZE.boundedTo(parent.size()))
        palette.move(parent.mapToGlobal(QPoint((parent.width() - palette.width()) // 2, 90)))
        palette.show()
        palette.field.setFocus()
        return palette

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the keys that walk and choose reach the list while the caret stays in the field."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._handled(Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def choose(self, row: int) -> None:
        """Do what stands in a row, or go there; the palette is gone by then."""
        entry = self.model.entry_at(row)
        if entry is None:
            return
        deed = self._deed_of(entry)
        self.close()
        QTimer.singleShot(0, self._session, deed)

    def _deed_of(self, entry: Deed | Hit) -> Callable[[], object]:
        """Return what choosing an entry does."""
        if isinstance(entry, Deed):
            return self._actions[entry.name].trigger
        if entry.kind == "claim":
            relation = self._session.network.claim[entry.id].relation
            return lambda: self._session.select("relation", relation)
        kind, record = entry.kind, entry.id
        return lambda: self._session.select(kind, record)

    def _handled(self, key: Qt.Key) -> bool:
        """Return whether a key walks or chooses, having done so."""
        if key in WALKS:
            self._walk(WALKS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._pause.isActive():
                self._look()
            self.choose(self.list.currentIndex().row())
        else:
            return False
        return True

    def _walk(self, rows: int) -> None:
        last = self.model.rowCount() - 1
        self.list.setCurrentIndex(self.model.index(max(0, min(last, self.list.currentIndex().row() + rows)), 0))

    def _look(self) -> None:
        """Show what fits the letters typed."""
        self._pause.stop()
        text = self.field.text().strip()
        hits = search(self._session.network, text, MOST_HITS) if len(text) >= LONG_ENOUGH else ()
        self.model.show(fitting(self._deeds, text), hits)
        self.list.setCurrentIndex(self.model.index(0, 0))

    def _build(self) -> None:
        """Place the field over the list."""
        self.field, self.list = QLineEdit(), QListView()
        self.field.setPlaceholderText(self.tr("Do something, or go to an actor, a relation or a source"))
        self.field.setAccessibleName(self.tr("Command palette"))
        self.field.installEventFilter(self)
        self.field.textEdited.connect(lambda _: self._pause.start())
        self.list.setModel(self.model)
        self.list.setItemDelegate(HitDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(self.tr("What fits"))
        self.list.clicked.connect(self._choose_clicked)
        frame = QFrame()  # a frameless window would run into what lies below it
        frame.setFrameStyle(QFrame.Shape.StyledPanel | QFrame.Shadow.Plain)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(frame)
        column = QVBoxLayout(frame)
        column.setContentsMargins(10, 10, 10, 10)
        column.addWidget(self.field)
        column.addWidget(self.list)

    def _choose_clicked(self, index: QModelIndex) -> None:
        self.choose(index.row())


def _deed(name: str, action: QAction) -> Deed:
    """Return an action as the palette lists it."""
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return Deed(name, action.text().replace("&", "").rstrip("…"), keys, action.isEnabled())
