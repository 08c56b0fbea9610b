"""What the Help menu does: the help for where one is, every key, and what this program is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from desktop.window import MainWindow


class HelpActions(QObject):
    """The handlers of the Help menu of one window; none of them blocks it."""

    def __init__(self, window: MainWindow) -> None:
        """Serve one window."""
        super().__init__(window)
        self._window = window

    @property
    def handlers(self) -> dict[str, Callable[..., object]]:
        """What each action of the table does."""
        return {"help": self.show_help, "shortcuts": self.show_shortcuts, "about": self.show_about}

    def show_help(self) -> None:
        """Open the help at the place for where one is."""
        from desktop.dialogs.help_dialog import HelpDialog
        from desktop.dialogs.help_places import place_in_focus

        HelpDialog.show_for(place_in_focus(), self._window)

    def show_shortcuts(self) -> None:
        """Show every key."""
        from desktop.dialogs.shortcuts_dialog import ShortcutsDialog

        ShortcutsDialog.show_for(self._window)

    def show_about(self) -> None:
        """Show version, licences and the digest of what is open."""
        from desktop.dialogs.about_dialog import AboutDialog

        AboutDialog.show_for(self._window.session.network, self._window)
