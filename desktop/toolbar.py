"""The toolbar: the steps of every day, the layouts, and what one line stands for."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolBar, QToolButton, QWidget

from desktop.combine_box import CombineBox
from desktop.layout_button import LayoutButton
from desktop.session import Session

SEARCH_WIDTH = 220  # points that the search box has at the least


def short_for(action: QAction, text: str, parent: QWidget) -> QAction:
    """Return a toolbar action with fixed words that follows another one; the menu's own words name the step."""
    button = QAction(text, parent)
    button.setEnabled(action.isEnabled())
    button.triggered.connect(action.trigger)
    action.enabledChanged.connect(button.setEnabled)
    return button


def lead_to_rest(bar: QToolBar, name: str) -> None:
    """Let a narrow toolbar lead to what has no room in it by a letter: Qt's icon cannot be seen in the dark."""
    rest = bar.findChild(QToolButton, "qt_toolbar_ext_button")
    assert rest is not None
    rest.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
    rest.setText("»")
    rest.setAccessibleName(name)


class MainToolbar(QToolBar):
    """The toolbar of one window; it stays where it is."""

    def __init__(
        self, session: Session, actions: Mapping[str, QAction], steps: tuple[QAction, QAction], search: QWidget
    ) -> None:
        """Offer some actions of the table, undo and redo, a place for the search, and the two choices of a map."""
        super().__init__()
        self.setWindowTitle(self.tr("Main"))
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._actions = actions
        self._offer("open_folder", self.tr("Open"))
        undo, redo = steps
        self.addActions([short_for(undo, self.tr("Undo"), self), short_for(redo, self.tr("Redo"), self)])
        self.addSeparator()
        search.setMinimumWidth(SEARCH_WIDTH)
        self.addWidget(search)
        self.addSeparator()
        self.layout_button = LayoutButton(session, actions)
        self.combine_box = CombineBox(session)
        self.addWidget(self.layout_button)
        self.addWidget(self.combine_box)
        self._offer("fit", self.tr("Whole map"))
        self._offer("export", self.tr("Export…"))
        lead_to_rest(self, self.tr("More of the toolbar"))

    def _offer(self, name: str, short: str) -> None:
        """Add an action of the table under a short name."""
        self._actions[name].setIconText(short)
        self.addAction(self._actions[name])

    def order_tabs(self, before: QWidget) -> QWidget:
        """Let the tab key go from a widget on to the two choices; return the last of them."""
        QWidget.setTabOrder(before, self.layout_button)
        QWidget.setTabOrder(self.layout_button, self.combine_box)
        return self.combine_box
