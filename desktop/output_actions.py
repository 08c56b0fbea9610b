"""What the menus ask for the world outside: export what is on show, print it, put it on the clipboard."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from desktop import worker
from desktop.dialogs.export_memory import ExportMemory
from desktop.view_asking import told_of

if TYPE_CHECKING:
    from desktop.window import MainWindow
    from graphdata.saved_view import SavedView


class OutputActions(QObject):
    """The handlers of the actions that give a window's picture away, in its words and with its marking."""

    def __init__(self, window: MainWindow) -> None:
        """Serve one window."""
        super().__init__(window)
        self._window, self._session = window, window.session
        self._exports = ExportMemory()
        self.kept: SavedView | None = None  # the view last shown again: an export takes its words and its marking

    @property
    def handlers(self) -> dict[str, Callable[..., object]]:
        """What each action of the table does."""
        return {"export": self.export, "print": self.print_page, "copy_picture": self.copy_picture}

    @property
    def _marking(self) -> str:
        """The marking of the view last shown again."""
        return self.kept.marking if self.kept else ""

    def export(self) -> None:
        """Ask what to export, and write it."""
        from desktop.dialogs.export_dialog import ExportDialog

        theme, views = self._window.canvas.theme.name, self._window.view_actions.store.views
        written = ExportDialog.ask(self._session, theme, self._window, views, self.kept, self._exports)
        if written:
            self._window.say(f"{told_of(written.path)} {written.advice}".rstrip())

    def print_page(self) -> None:
        """Set up a page, and print it or save it."""
        from desktop.dialogs.print_dialog import PrintDialog

        dialog = PrintDialog(self._session, self._window, self._marking)
        dialog.accepted.connect(
            lambda: self._window.say(told_of(dialog.saved) if dialog.saved else self.tr("Handed to the print program"))
        )
        dialog.open()

    def copy_picture(self) -> None:
        """Put what is on show on the clipboard, as a slide."""
        from desktop.clipboard import Copy, copied, slide_of

        picture = slide_of(self._session, self._window.canvas.theme, self._marking)

        def take(found: Copy) -> None:
            QGuiApplication.clipboard().setMimeData(found.mime)
            self._window.say(self.tr("The picture is on the clipboard."))

        self._window.say(self.tr("Copying the picture …"))
        worker.run(lambda _: copied(picture), take, self._window.network_actions.tell_fault)
