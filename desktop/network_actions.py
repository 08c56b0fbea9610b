"""What the menus ask for networks: open one beside the window, or its view, and compare the open one with another."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6 import QtWidgets  # its dialogs have many names: they are looked up when one is shown
from PySide6.QtCore import QCoreApplication, QObject, Qt

from desktop import assets, commands, worker
from desktop.opening import HEAD, Opened, opened, other_placed
from desktop.path_kinds import is_picture, is_table
from graphdata.bulk import no_one
from graphdata.places import Positions
from graphdata.problems import DatasetError, EntenteError
from graphdata.questions.baseline import Baseline
from graphdata.storage.files import PACK_SUFFIX, VIEW_SUFFIXES

if TYPE_CHECKING:
    from desktop.reopening import Found
    from desktop.window import MainWindow
    from graphdata.network import Network


def in_place_of(found: Found, before: Network) -> str:
    """Return what to add where the data of a view take the place of other data of the same network."""
    if found.network is before or found.network.id != before.id or found.is_part:
        return ""
    words = QCoreApplication.translate("NetworkActions", " · with the data it was made of ({0}), in place of {1}")
    return words.format(found.network.digest[:8], before.digest[:8])


class NetworkActions(QObject):
    """The handlers of the actions that read a network, and what a window does beside itself, one thing at a time."""

    def __init__(self, window: MainWindow) -> None:
        """Serve one window."""
        super().__init__(window)
        self._window, self._session = window, window.session
        self._job: worker.Job | None = None

    @property
    def handlers(self) -> dict[str, Callable[..., object]]:
        """What each action of the table does."""
        return {
            "open_folder": self.ask_folder,
            "open_pack": self.ask_pack,
            "open_shipped": self.open_shipped,
            "compare": self.ask_other,
        }

    def ask_folder(self) -> None:
        """Ask for a folder of dossiers and open it."""
        words = self.tr("Open a network: the folder with network.toml")
        chosen = QtWidgets.QFileDialog.getExistingDirectory(self._window, words)
        if chosen:
            self.open(Path(chosen))

    def ask_pack(self) -> None:
        """Ask for a pack, kept views, or a picture that carries its view, and open it."""
        endings = " ".join(f"*{suffix}" for suffix in (PACK_SUFFIX, *VIEW_SUFFIXES))
        kinds = self.tr("Packs, saved views, and pictures that can be opened again ({0})").format(endings)
        words = self.tr("Open a pack, views or a picture")
        chosen, _ = QtWidgets.QFileDialog.getOpenFileName(self._window, words, "", kinds)
        if chosen:
            self.open(Path(chosen))

    def ask_other(self) -> None:
        """Ask for a network to compare with: an earlier version, or another editor's."""
        kinds = self.tr("Packs, and network.toml of a folder of dossiers (*.ententepack network.toml)")
        chosen, _ = QtWidgets.QFileDialog.getOpenFileName(self._window, self.tr("Compare with a network"), "", kinds)
        if chosen:
            path = Path(chosen)
            self.compare(path.parent if path.name == HEAD else path)

    def compare(self, path: Path) -> None:
        """Read another network beside the window, and mark on the map what changed since."""
        words = self.tr("Opening {name}").format(name=path.name)
        view, positions = self._session.view, dict(self._session.positions)
        self.start(words, lambda _: other_placed(path, view, positions), partial(self._show_changes, path))

    def open_shipped(self) -> None:
        """Open the network that comes with the program."""
        self.open(assets.shipped_network())

    def open(self, path: Path) -> None:
        """Read a network beside the window and show it; every problem is listed where it cannot be read.

        Of a table a network is made, in a folder that is asked for.
        """
        if is_table(path):
            self._window.file_actions.ask_folder_for(path)
            return
        self.stop()
        words = self.tr("Opening {name}").format(name=path.name)
        self._window.say(f"{words} …")
        tell = partial(self._session.tell_opening, f"{words} …")
        tell(0.0)
        if is_picture(path):
            from desktop.reopening import found_in

            at_hand, elsewhere, held = self.at_hand(), self.known_networks(), self._session.others
            self._job = worker.run(
                lambda p: found_in(path, at_hand, elsewhere, p, held), self.show_found, self.tell_fault, progress=tell
            )
            return
        known = self._window.last_places.known
        self._job = self._watched(words, lambda progress: opened(path, progress, known), self._show, tell)

    def start(self, words: str, task: worker.Task, done: Callable[[Any], None]) -> None:
        """Let go of work under way, and do other work that reads or arranges a network in its place."""

        def ended(result: object) -> None:
            self._let_go()
            done(result)

        self.stop()
        self._job = self._watched(words, task, ended)

    def _watched(
        self, words: str, task: worker.Task, done: Callable[[Any], None], told: worker.Progress = no_one
    ) -> worker.Job:
        """Start a task that shows how far it is, and that can be called off there; told is told how far, too."""
        from desktop.panels.work_line import started

        line, job = started(words, self._window.statusBar(), task, done, self.tell_fault, told)
        line.called_off.connect(self.stop)
        return job

    @property
    def is_busy(self) -> bool:
        """Whether a network is being read or arranged."""
        return self._job is not None

    def stop(self) -> None:
        """Let go of work under way."""
        if self._job is not None:
            self._job.cancel()
            self._let_go()

    def _show(self, found: Opened) -> None:
        """Show a network that has been read."""
        self._let_go()
        self._window.output_actions.kept = None
        self._session.open(*found)
        self._window.last_places.take_up()
        self._window.store.remember(found.path)
        again = self.tr(" · Views > Filter as last time") if self._window.last_places.asked else ""
        self._window.say(self.tr("Opened {title}").format(title=found.network.title) + again)

    def show_found(self, found: Found) -> None:
        """Show a view that a file carried: one step back where its data are open already, else in their place."""
        self._let_go()
        self._window.output_actions.kept = found.saved
        session, made, before = self._session, found.made, self._session.base
        if found.network is before:
            session.undo_stack.push(commands.ShowView(session, found.saved, made))
        else:
            session.open(found.network, made.positions, found.path)
            commands.ShowView(session, found.saved, made).redo()
            self._window.last_places.begin()
            self._window.store.remember(found.path)
        self._window.controller.fit()
        words = self.tr("Opened the data that the picture shows: {0}") if found.is_part else self.tr("Opened view {0}")
        self._window.say(words.format(found.saved.name) + in_place_of(found, before) + self._of_others(found))
        if found.changes:
            from desktop.dialogs.changes_dialog import ChangesDialog

            ChangesDialog.show_for(found.saved.name, found.changes, self._window)

    def _of_others(self, found: Found) -> str:
        """Return where the other views of a file are: those of a list come to the kept ones; nothing without any."""
        if found.is_list:
            return self._window.view_actions.take((found.saved, *found.others))
        told = self.tr(" · it holds {0} more: Views > Saved views > Load")
        return told.format(len(found.others)) if found.others else ""

    def at_hand(self) -> Opened:
        """Return the network that is open, with its places."""
        return Opened(self._session.base, dict(self._session.positions), self._session.path)

    def known_networks(self) -> tuple[Path, ...]:
        """Return where the data of a picture may lie: the shipped network, and those opened lately."""
        recent = (Path(each) for each in self._window.store.settings.recent)
        return (assets.shipped_network(), *(each for each in recent if not is_picture(each)))

    def _show_changes(self, path: Path, found: tuple[Baseline, Positions]) -> None:
        """Mark what changed since a network that has been read; what is exported then finds it again."""
        self._window.store.remember(str(path))
        baseline, positions = found
        title = baseline.other.title if baseline.other else ""
        commands.change_baseline(self._session, baseline, positions, self.tr("Compare with {0}").format(title))

    def _let_go(self) -> None:
        """Forget the work: it is done, has failed, or was called off."""
        self._job = None
        self._session.tell_opening("")

    def tell_fault(self, fault: Exception) -> None:
        """Say what went wrong; what was open stays open."""
        self._let_go()
        self._window.say("")
        if isinstance(fault, DatasetError):
            from desktop.dialogs.problems_dialog import ProblemsDialog

            ProblemsDialog.show_for(fault, self._window)
        elif isinstance(fault, EntenteError):
            from PySide6.QtWidgets import QMessageBox

            box = QMessageBox(
                QMessageBox.Icon.Warning, self.tr("Not done"), "", QMessageBox.StandardButton.Ok, self._window
            )
            box.setTextFormat(Qt.TextFormat.PlainText)
            box.setText(str(fault))
            box.open()
        else:
            raise fault
