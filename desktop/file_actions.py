"""What the File menu does besides opening: open again what was open lately, read again, make a network from a table."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import QtWidgets  # its dialogs have many names: they are looked up when one is shown
from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from desktop import commands
from desktop.arranging import Progress
from desktop.opening import Opened, opened
from desktop.path_kinds import is_picture
from graphdata.problems import Problem

if TYPE_CHECKING:
    from desktop.reopening import Found
    from desktop.window import MainWindow
    from graphdata.storage.table import Made

TABLES = "*.csv *.tsv *.txt *.xlsx"


class FileActions(QObject):
    """The handlers of a few actions of one window."""

    def __init__(self, window: MainWindow) -> None:
        """Serve one window."""
        super().__init__(window)
        self._window, self._session = window, window.session

    @property
    def handlers(self) -> dict[str, Callable[..., object]]:
        """What each action of the table does."""
        return {"read_again": self.read_again, "from_table": self.ask_table, "clear_traces": self.clear_traces}

    def fill(self, menu: QMenu, before: QAction) -> None:
        """Put the networks and pictures that were open lately into a menu, in front of another line of it."""
        recent = QMenu(self.tr("Open re&cent"), menu)
        menu.insertMenu(before, recent)

        def listed() -> None:
            recent.clear()
            for path in map(Path, self._window.store.settings.recent):
                name = f"{path.name} — {path.parent}".replace("&", "&&")
                recent.addAction(name).triggered.connect(partial(self._open, path))

        menu.aboutToShow.connect(listed)
        menu.aboutToShow.connect(lambda: recent.setEnabled(not recent.isEmpty()))

    def _open(self, path: Path, _checked: bool = False) -> None:
        self._window.network_actions.open(path)

    def read_again(self) -> None:
        """Read the files of the open network anew and keep everything on show where it is; what changed is listed."""
        session, network, path = self._session, self._window.network_actions, Path(self._session.path)
        if not session.path:
            self._window.say(self.tr("No network is open."))
        elif is_picture(path):
            network.open(path)
        else:
            from desktop.reopening import read_again

            saved, held = self._window.view_actions.on_show(path.name), session.others
            at_hand = Opened(session.base, dict(session.positions), session.path)
            words = self.tr("Reading {0} again").format(path.name)
            network.start(words, lambda progress: read_again(path, saved, at_hand, progress, held), self._take)

    def _take(self, found: Found) -> None:
        """Show the same view of a network that was read again, pins, selection and steps to undo with it."""
        session, name = self._session, found.saved.name
        if found.network.digest == session.base.digest:
            self._window.say(self.tr("Nothing has changed in {0}.").format(name))
            return
        chosen, places = session.selection, found.made.positions
        made = found.made._replace(pins={key: places[key] for key in session.pins if key in places})
        session.open(found.network, places, found.path, keep_steps=found.network.id == session.base.id)
        commands.ShowView(session, found.saved, made).redo()
        self._window.controller.fit()
        session.select(*chosen)
        self._window.say(self.tr("{0} was read again.").format(name))
        from desktop.dialogs.changes_dialog import ChangesDialog

        ChangesDialog.show_for(name, found.changes, self._window, was_read_again=True)

    def ask_table(self) -> None:
        """Ask for a table of claims and for a new folder, and make a network of it."""
        window, title = self._window, self.tr("A table of claims, one a row")
        table, _ = QtWidgets.QFileDialog.getOpenFileName(window, title, "", self.tr("Tables ({0})").format(TABLES))
        if table:
            self.ask_folder_for(Path(table))

    def ask_folder_for(self, table: Path) -> None:
        """Ask for a new folder, and make a network of a table there."""
        title = self.tr("A new folder for the network of {0}").format(table.name)
        folder, _ = QtWidgets.QFileDialog.getSaveFileName(self._window, title, str(table.with_suffix("")))
        if folder:
            self.make(table, Path(folder))

    def make(self, table: Path, folder: Path) -> None:
        """Make dossiers of a table in a folder and open them; what is to be said of its rows is listed."""
        words = self.tr("Making a network of {0}").format(table.name)
        self._window.network_actions.start(words, lambda p: made_of(table, folder, p), partial(self._made, table))

    def _made(self, table: Path, result: tuple[Opened | None, tuple[Problem, ...], Made]) -> None:
        """Show the network that was made, and whatever has to be said of the rows of its table."""
        found, problems, made = result
        if found:
            self._window.output_actions.kept = None
            self._session.open(*found)
            self._window.store.remember(found.path)
        self._window.say(made.in_words)
        if problems:
            from desktop.dialogs.problems_dialog import ProblemsDialog

            written = self.tr("Written to {0}.").format(found.path) if found else self.tr("Nothing was written.")
            again = self.tr("Mend {0} and make the network again, in a new folder.").format(table.name)
            advice = f"{written} {again}" if made.refused or not found else written
            ProblemsDialog(problems, self._window, made.in_words, advice).open()

    def clear_traces(self) -> None:
        """Show what was written unasked, and remove it if that is wanted."""
        from desktop.dialogs.traces_dialog import TracesDialog

        gone = TracesDialog.ask(self._window)
        if gone:
            self._window.forget()
            self._window.say(self.tr("{count} files removed.").format(count=len(gone)))


def made_of(table: Path, folder: Path, progress: Progress) -> tuple[Opened | None, tuple[Problem, ...], Made]:
    """Return the network that a table makes, written to a folder and read from there; raises EntenteError."""
    from graphdata.storage.dossier_writing import write_dossiers
    from graphdata.storage.table import network_from_table

    network, problems, made = network_from_table(table)
    if network is None:
        return None, problems, made
    write_dossiers(network, folder)
    return opened(folder, progress), problems, made
