"""The query line's row under the toolbar: it comes when it is asked for and goes when it is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolBar

from desktop.panels.query_bar import QueryBar

if TYPE_CHECKING:
    from desktop.window import MainWindow


class QueryRow(QToolBar):
    """The row of one window, under its toolbar."""

    def __init__(self, window: MainWindow) -> None:
        """Put a query line under the toolbar; the keys of the window pass through it."""
        super().__init__()
        self._window, self.query_bar = window, QueryBar(window.session)
        self.setWindowTitle(self.tr("Query"))
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.addWidget(self.query_bar)
        self.query_bar.left.connect(self._leave)
        window.passing_keys.pass_through(self.query_bar)
        window.addToolBarBreak()
        window.addToolBar(self)

    def ask(self) -> None:
        """Take the keyboard into the query line."""
        self.show()
        self.query_bar.focus()

    def _leave(self) -> None:
        """Put the query line away; the keyboard goes to the map."""
        self.hide()
        self._window.canvas.setFocus()
