"""What the menus ask of the open network: open another, arrange, hide, pin, export, show its links."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox

from desktop import assets, commands, worker
from desktop.opening import Opened, arranged, opened
from graphdata.places import Positions
from graphdata.problems import DatasetError, EntenteError

if TYPE_CHECKING:
    from desktop.window import MainWindow
    from graphdata.layout.arrange import Mode


class NetworkActions(QObject):
    """The handlers of the actions that concern the network of one window."""

    def __init__(self, window: MainWindow) -> None:
        """Serve one window."""
        super().__init__(window)
        self._window, self._session = window, window.session
        self._job: worker.Job | None = None

    def ask_folder(self) -> None:
        """Ask for a folder of dossiers and open it."""
        chosen = QFileDialog.getExistingDirectory(self._window, self.tr("Open a network: the folder with network.toml"))
        if chosen:
            self.open(Path(chosen))

    def ask_pack(self) -> None:
        """Ask for a pack and open it."""
        kinds = self.tr("Packs (*.ententepack)")
        chosen, _ = QFileDialog.getOpenFileName(self._window, self.tr("Open a pack"), "", kinds)
        if chosen:
            self.open(Path(chosen))

    def open_shipped(self) -> None:
        """Open the network that comes with the program."""
        self.open(assets.shipped_network())

    def open(self, path: Path) -> None:
        """Read a network beside the window and show it; every problem is listed where it cannot be read."""
        self.stop()
        self._say(self.tr("Opening {name} …").format(name=path.name))
        self._job = worker.run(lambda progress: opened(path, progress), self._show, self._failed)

    def arrange(self, mode: Mode) -> None:
        """Find new places for every actor beside the window; pins hold, and the new layout leans on the old one."""
        self.stop()
        session = self._session
        network, previous, pins = session.network, dict(session.positions), dict(session.pins)
        label = self.tr("Arrange by {mode}").format(mode=mode)
        self._say(label + " …")
        self._job = worker.run(
            lambda progress: arranged(network, mode, progress, previous, pins),
            lambda places: self._take_places(places, label),
            self._failed,
        )

    def stop(self) -> None:
        """Let go of work under way."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def show_neighbours(self) -> None:
        """Show the selected actor and whoever it deals with, alone."""
        from msgspec.structs import replace

        kind, item = self._session.selection
        if kind == "actor":
            name = self._session.network.actor[item].label
            wanted = replace(self._session.filter, ego=item, steps=1)
            commands.change_filter(self._session, wanted, self.tr("Neighbours of {name}").format(name=name))
        else:
            self._say(self.tr("Select an actor first."))

    def hide_selected(self) -> None:
        """Hide the selected actor; its chip brings it back."""
        from msgspec.structs import replace

        kind, item = self._session.selection
        if kind == "actor":
            name = self._session.network.actor[item].label
            wanted = replace(self._session.filter, hidden_actors=self._session.filter.hidden_actors | {item})
            commands.change_filter(self._session, wanted, self.tr("Hide {name}").format(name=name))
        else:
            self._say(self.tr("Select an actor first."))

    def pin_selected(self) -> None:
        """Hold the selected actor where it is, or let it go."""
        kind, item = self._session.selection
        if kind != "actor" or item not in self._session.positions:
            self._say(self.tr("Select an actor first."))
        elif item in self._session.pins:
            commands.unpin_actor(self._session, item)
        else:
            commands.pin_actor(self._session, item, self._session.positions[item])

    def open_link(self) -> None:
        """Show the selected source's address."""
        kind, item = self._session.selection
        source = self._session.network.source.get(item)
        if kind == "source" and source is not None and source.url:
            self.show_link(source.url)
        else:
            self._say(self.tr("Select a source that has an address first."))

    def show_link(self, url: str) -> None:
        """Show an address, from where it can be copied or, on a second step, opened."""
        from desktop.dialogs.link_dialog import LinkDialog

        LinkDialog.show_for(url, self._window.store.settings.links_may_open, self._window)

    def export(self) -> None:
        """Ask what to export, and write it."""
        from desktop.dialogs.export_dialog import ExportDialog

        written = ExportDialog.ask(self._session, self._window.canvas.theme.name, self._window)
        if written:
            self._say(self.tr("Written: {name}").format(name=written.name))

    def show_help(self) -> None:
        """Open the help at the page for the place one is in."""
        from desktop.dialogs.help_dialog import HelpDialog

        HelpDialog.show_for(self._window.help_page(), self._window)

    def clear_traces(self) -> None:
        """Show what was written unasked, and remove it if that is wanted."""
        from desktop.dialogs.traces_dialog import TracesDialog

        gone = TracesDialog.ask(self._window)
        if gone:
            self._window.forget()
            self._say(self.tr("{count} files removed.").format(count=len(gone)))

    def show_shortcuts(self) -> None:
        """Show every key."""
        from desktop.dialogs.shortcuts_dialog import ShortcutsDialog

        ShortcutsDialog.show_for(self._window)

    def show_about(self) -> None:
        """Show version, licences and the digest of what is open."""
        from desktop.dialogs.about_dialog import AboutDialog

        AboutDialog.show_for(self._session.network, self._window)

    def _show(self, found: Opened) -> None:
        """Show a network that has been read."""
        self._job = None
        self._session.open(*found)
        self._window.store.remember(found.path)
        self._say(self.tr("Opened {title}").format(title=found.network.title))

    def _take_places(self, places: Positions, label: str) -> None:
        """Take over the places of a new layout, as one step back."""
        self._job = None
        commands.arrange_anew(self._session, places, label)
        self._window.canvas.fit()
        self._say(label)

    def _failed(self, fault: Exception) -> None:
        """Say what went wrong; what was open stays open."""
        self._job = None
        self._say("")
        if isinstance(fault, DatasetError):
            from desktop.dialogs.problems_dialog import ProblemsDialog

            ProblemsDialog.show_for(fault, self._window)
        elif isinstance(fault, EntenteError):
            box = QMessageBox(
                QMessageBox.Icon.Warning, self.tr("Not done"), "", QMessageBox.StandardButton.Ok, self._window
            )
            box.setTextFormat(Qt.TextFormat.PlainText)
            box.setText(str(fault))
            box.open()
        else:
            raise fault

    def _say(self, text: str) -> None:
        """Show a passing message in the status line."""
        self._window.statusBar().showMessage(text, 6000)
