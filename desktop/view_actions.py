"""What the Views menu does: keep the view on show, show one again, manage the list, export all of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import QtWidgets  # its dialogs have many names: they are looked up when one is shown
from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from desktop import commands, worker
from desktop.view_asking import asked_for, asked_name, told_of
from desktop.view_store import ViewStore
from graphdata.problems import EntenteError

if TYPE_CHECKING:
    from desktop.window import MainWindow
    from graphdata.filter import Filter
    from graphdata.network import Network
    from graphdata.saved_view import SavedView
    from graphdata.saved_views import Views

LISTED = 20  # views in the menu; all are in the dialog


class ViewActions(QObject):
    """The handlers of the Views menu of one window, and its lines."""

    def __init__(self, window: MainWindow, store: ViewStore) -> None:
        """Serve one window."""
        super().__init__(window)
        self._window, self._session, self.store = window, window.session, store
        self._job: worker.Job | None = None
        self._session.network_changed.connect(lambda: store.follow(self._session.network))

    @property
    def handlers(self) -> dict[str, Callable[..., object]]:
        """What each action of the table does."""
        return {
            "keep_view": self.keep,
            "manage_views": self.manage,
            "save_views": self.save_as,
            "export_views": self.export_all,
        }

    @property
    def network(self) -> Network:
        """The network that the views are of."""
        return self._session.network

    def fill(self, menu: QMenu) -> None:
        """Let the menu end with the views there are, each time it opens."""
        entries: list[QAction] = []

        def listed() -> None:
            while entries:
                gone = entries.pop()
                menu.removeAction(gone)
                gone.deleteLater()
            left = self._window.last_places.asked
            if left is not None:
                entries.extend((menu.addSeparator(), menu.addAction(self.tr("&Filter as last time"))))
                entries[-1].triggered.connect(partial(self._ask_again, left))
            if self.store.views:
                entries.append(menu.addSeparator())
            for saved in self.store.views[:LISTED]:
                action = QAction(saved.name.replace("&", "&&"), menu)
                action.triggered.connect(partial(self._show_again, saved))
                menu.addAction(action)
                entries.append(action)

        menu.aboutToShow.connect(listed)

    def _ask_again(self, left: Filter, _checked: bool = False) -> None:
        """Ask what was asked of the network when it was left last."""
        commands.change_filter(self._session, left, self.tr("Filter as last time"))

    def compare(self, saved: SavedView) -> None:
        """Mark on the map what differs from what a saved view asks for."""
        from graphdata.questions.baseline import Baseline

        label = self._window.tr("Compare with {0}").format(saved.name)
        commands.change_baseline(self._session, Baseline(filter=saved.filter), self._session.positions, label)

    def keep(self) -> None:
        """Ask for a name and keep what is on show under it."""
        from graphdata.filter import chips_of

        session = self._session
        asked = ", ".join(chip.label for chip in chips_of(session.filter, session.network))
        name = asked_name(self._window, self.tr("Keep this view"), asked or session.network.title)
        if name.strip():
            self.keep_as(name)

    def keep_as(self, name: str) -> None:
        """Keep what is on show, with the place of every actor, under a name."""
        from graphdata.saved_views import added

        if self.change(added(self.store.views, self.on_show(name))):
            self._window.say(self.tr("Kept view {0}").format(self.store.views[-1].name))

    def on_show(self, name: str) -> SavedView:
        """Return what is on show as a view with a name."""
        from graphdata.saved_view import saved_view

        session = self._session
        return saved_view(
            session.view,
            name.strip()[:190],
            positions=session.positions,
            pins=session.pins,
            combine=session.combine,
            arrangement=session.arrangement,
            theme=self._window.canvas.theme.name,
        )

    def take(self, views: Views) -> str:
        """Put views of a file behind those that are kept, each once, and return in words where they are now."""
        from graphdata.saved_views import joined

        mine = [each for each in views if each.dataset.id == self.network.id]
        try:
            if not self.change(joined(self.store.views, mine)):
                return ""
        except EntenteError as fault:
            self._window.network_actions.tell_fault(fault)
            return ""
        told = self.tr(" · the Views menu has {0} of the file").format(len(mine))
        other = len(views) - len(mine)
        return told + (self.tr(", {0} of other networks are left out").format(other) if other else "")

    def change(self, views: Views) -> bool:
        """Store another list, and return whether that went well; what went wrong is said."""
        try:
            self.store.change(views)
        except EntenteError as fault:
            self._window.network_actions.tell_fault(fault)
            return False
        return True

    def show(self, saved: SavedView) -> None:
        """Show a view again, as one step back; a network that it is compared with is read beside the window."""
        if saved.compared is None or saved.compared.other is None:
            self._made_again(saved)
            return
        from desktop.reopening import compared_with

        network = self._window.network_actions
        held, elsewhere = self._session.others, network.known_networks()
        self._window.say(self.tr("Opening view {0} …").format(saved.name))
        self._job = worker.run(
            lambda _: compared_with(saved, held, elsewhere), partial(self._made_again, saved), network.tell_fault
        )

    def _made_again(self, saved: SavedView, other: Network | None = None) -> None:
        """Show a view again; what has changed in the data since is listed."""
        from graphdata.saved_view import reopened
        from graphdata.view_changes import Change, changes_since

        session = self._session
        self._window.output_actions.kept = saved
        made = reopened(session.base, saved, session.positions, [other] if other else [])
        session.undo_stack.push(commands.ShowView(session, saved, made))
        self._window.controller.fit()
        self._window.say(self.tr("Showing view {0}").format(saved.name))
        changes = changes_since(made.view.network, saved, made.view)
        if made.lost:
            changes = (Change(made.lost), *changes)
        if changes:
            from desktop.dialogs.changes_dialog import ChangesDialog

            ChangesDialog.show_for(saved.name, changes, self._window)

    def _show_again(self, saved: SavedView, _checked: bool = False) -> None:
        self.show(saved)

    def save_as(self) -> None:
        """Ask for a file and write every kept view into it, or the view on show where none is kept."""
        path = asked_for(self._window, self.network.id)
        if path is not None:
            self.save_to(path)

    def save_to(self, path: Path) -> None:
        """Write every kept view into a file that can be given to others, or the view on show where none is kept."""
        from graphdata.saved_views import list_to_json
        from graphdata.storage.writing import write_whole

        views = self.store.views or (self.on_show(self.network.title or self.network.id),)
        try:
            write_whole(path, list_to_json(views))
        except EntenteError as fault:
            self._window.network_actions.tell_fault(fault)
        else:
            self._window.say(told_of(path))

    def manage(self) -> None:
        """Open the list: show, rename, remove, put in order, take from a file, give to a file."""
        from desktop.dialogs.views_dialog import ViewsDialog

        ViewsDialog.show_for(self, self._window)

    def export_all(self) -> None:
        """Ask for a folder and write a picture of every view into it, beside the window."""
        if not self.store.views:
            self._window.say(self.tr("There is no saved view yet. Views > Keep this view makes one."))
            return
        chosen = QtWidgets.QFileDialog.getExistingDirectory(
            self._window, self.tr("Export all views: a folder for the pictures")
        )
        if chosen:
            self.export_to(Path(chosen))

    def export_to(self, folder: Path) -> None:
        """Write a picture of every view into a folder."""
        from desktop.views_file import write_views

        session, views = self._session, self.store.views
        network, places, theme = session.base, dict(session.positions), self._window.canvas.theme
        others = session.others
        self._window.say(self.tr("Exporting {0} views …").format(len(views)))
        self._job = worker.run(
            lambda progress: write_views(network, views, places, folder, ".png", theme, progress, others=others),
            lambda written: self._window.say(self.tr("Written: {0} pictures into {1}").format(len(written), folder)),
            self._window.network_actions.tell_fault,
        )
