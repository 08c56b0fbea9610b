"""The saved views of the open network: one file per dataset in the user's data folder, none in private mode."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop import logs
from desktop.settings import SettingsStore, data_folder
from graphdata.network import Network
from graphdata.problems import EntenteError
from graphdata.storage.files import bytes_of
from graphdata.storage.writing import NotWrittenError, write_whole

if TYPE_CHECKING:
    from graphdata.saved_views import Views

FOLDER = "views"


class ViewStore(QObject):
    """The list in force; each change is stored at once, whole or not at all."""

    views_changed = Signal()

    def __init__(self, store: SettingsStore, folder: Path | None = None, parent: QObject | None = None) -> None:
        """Hold nothing until a network is open; the folder is the usual one if none is named."""
        super().__init__(parent)
        self._settings, self._folder = store, folder or data_folder() / FOLDER
        self._dataset = ""
        self._views: Views | None = ()  # nothing at all until they are read
        self._stored: Views = ()  # as they were read or written last

    @property
    def views(self) -> Views:
        """The views of the open network, in the analyst's order; read when they are looked at first."""
        if self._views is None:
            self._views = self._stored = self._read(self._dataset)
        return self._views

    def follow(self, network: Network) -> None:
        """Take up the views of a network; another version of the same dataset has the same ones."""
        if network.id != self._dataset:
            self._dataset, self._views, self._stored = network.id, None, ()
            self.views_changed.emit()

    def change(self, views: Views) -> None:
        """Hold another list and store it, unless private mode is on; raises NotWrittenError where the disk refuses.

        What another window has kept meanwhile stays.
        """
        if not self._settings.settings.private_mode:
            views = (*views, *self._of_other_windows(views))
        self._views = self._stored = views
        self.views_changed.emit()
        if self._settings.settings.private_mode:
            return
        path = self._path(self._dataset)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as fault:
            raise NotWrittenError(f"The views were not stored: {fault.strerror or fault}.") from fault
        if views:
            from graphdata.saved_views import list_to_json

            write_whole(path, list_to_json(views))
        else:
            path.unlink(missing_ok=True)

    def _of_other_windows(self, views: Views) -> Views:
        """Return the views in the file that this window has neither read nor written, unless their names are taken."""
        names = {view.name for view in views}
        stored = self._read(self._dataset)
        return tuple(each for each in stored if each.name not in names and each not in self._stored)

    def forget(self) -> None:
        """Hold nothing: the traces were cleared."""
        self._views = self._stored = ()
        self.views_changed.emit()

    def _path(self, dataset: str) -> Path:
        return self._folder / f"of-{dataset}.json"  # never a bare name: some are devices

    def _read(self, dataset: str) -> Views:
        """Return what is stored of a dataset; a file that cannot be read is kept aside, and said."""
        path = self._path(dataset)
        if not path.is_file():
            return ()
        from graphdata.saved_view import LARGEST
        from graphdata.saved_views import list_from_json

        try:
            return list_from_json(bytes_of(path, path.name, LARGEST))
        except EntenteError as fault:
            logs.SETTINGS.warning("The saved views could not be read; the file is kept aside. %s", fault)
            path.replace(path.with_suffix(".broken.json"))
            return ()
