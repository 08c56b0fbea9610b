"""The toolbar's choice of layouts; it ticks the one that made the places on show."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton

from desktop.session import Session
from graphdata.arrangement import LAYOUTS


class LayoutButton(QToolButton):
    """A button that the tab key reaches, with a menu of the layouts."""

    def __init__(self, session: Session, actions: Mapping[str, QAction]) -> None:
        """Offer the actions of the layouts, and follow the session."""
        super().__init__()
        self._session = session
        self._actions = {layout: actions[f"layout_{layout}"] for layout in LAYOUTS}
        self.setText(self.tr("Layout"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        menu = QMenu(self)
        menu.addActions(list(self._actions.values()))
        self.setMenu(menu)
        session.positions_changed.connect(self._follow)
        session.network_changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        """Tick the layout in force."""
        self._actions[self._session.arrangement.layout].setChecked(True)
