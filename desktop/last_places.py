"""Where the actors stood when a network was last left: one file per dataset in the user's data folder.

A network that is opened again is shown as it was left, as one step that can be undone; nothing is laid out for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import msgspec
from PySide6.QtCore import QObject

from desktop import commands, logs
from desktop.opening import is_picture
from desktop.session import Session
from desktop.settings import SettingsStore, data_folder
from graphdata.arrangement import Arrangement, arrangement_from
from graphdata.places import Place
from graphdata.problems import EntenteError
from graphdata.storage.files import bytes_of

FOLDER: Final = "places"
State = tuple[Mapping[str, Place], Mapping[str, Place], Arrangement]


class Kept(msgspec.Struct, frozen=True):
    """The place of every actor that is drawn, who of them is pinned, and what they were arranged by, in a word."""

    places: dict[str, Place]
    pins: tuple[str, ...] = ()
    layout: str = ""


class LastPlaces(QObject):
    """Keeps the places of a session's network when it is left, and puts the actors there when it comes again."""

    def __init__(
        self, session: Session, settings: SettingsStore, folder: Path | None = None, parent: QObject | None = None
    ) -> None:
        """Follow a session; the folder is the usual one if none is named."""
        super().__init__(parent)
        self._session, self._settings, self._folder = session, settings, folder or data_folder() / FOLDER
        self._stood: State | None = self._state()  # what was there to begin with
        self._sought: set[str] = set()
        self._forgotten = False
        session.leaving.connect(self._leave)
        session.network_changed.connect(self._opened)

    @property
    def is_left(self) -> bool:
        """Whether anything was moved since the network was opened."""
        return self._state() != self._stood

    def path(self, dataset: str) -> Path:
        """Return the file of a dataset, whether it is there or not."""
        return self._folder / f"of-{dataset}.json"  # never a bare name: some are devices

    def of(self, dataset: str) -> Kept | None:
        """Return what is kept of a dataset; nothing where there is no such file, or it cannot be read."""
        path = self.path(dataset)
        if not path.is_file():
            return None
        try:
            return msgspec.json.decode(bytes_of(path, path.name), type=Kept)
        except (EntenteError, msgspec.MsgspecError, RecursionError) as fault:
            logs.SETTINGS.warning("The places of %s could not be read. %s", path.name, fault)
            return None

    def known(self, dataset: str) -> dict[str, Place]:
        """Return the places that are kept of a dataset, by actor: for one that brings none of its own."""
        self._sought.add(dataset)
        kept = self.of(dataset)
        return kept.places if kept else {}

    def take_up(self) -> None:
        """Put the actors of a network that was just opened where they were when it was left, as one step back."""
        session, kept = self._session, self.of(self._session.base.id)
        if kept is None:
            return
        places = {key: kept.places.get(key, place) for key, place in session.positions.items()}
        pins = {key: places[key] for key in kept.pins if key in places}
        if places != session.positions or pins:
            label, made_by = self.tr("Arrange as last time"), arrangement_from(kept.layout)
            session.undo_stack.push(commands.MoveActors(session, places, pins, label, made_by=made_by))
        self.begin()

    def keep(self) -> None:
        """Write where the actors stand, if anything was moved or had to be laid out; nothing in private mode."""
        session, network, path = self._session, self._session.base, Path(self._session.path)
        is_kept = network.actors and not (self._forgotten or self._settings.settings.private_mode or is_picture(path))
        if not is_kept or not self._is_new(network.id):
            return
        from graphdata.storage.writing import write_whole

        drawn = {actor.id for actor in network.drawn}
        places = {key: place for key, place in session.positions.items() if key in drawn}
        kept = Kept(places, tuple(sorted(drawn & session.pins.keys())), session.arrangement.text)
        target = self.path(network.id)
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            write_whole(target, msgspec.json.encode(kept))
        except (EntenteError, OSError) as fault:
            logs.SETTINGS.warning("The places of %s could not be kept. %s", target.name, fault)

    def forget(self) -> None:
        """Keep nothing at the end of this session: its traces were cleared."""
        self._forgotten = True

    def begin(self) -> None:
        """Note where the actors stand: only what changes from now on is the analyst's."""
        self._stood = self._state()

    def _is_new(self, dataset: str) -> bool:
        """Return whether anything was moved, or would have to be laid out again."""
        return self.is_left or (dataset in self._sought and not self.path(dataset).is_file())

    def _state(self) -> State:
        session = self._session
        return session.positions, session.pins, session.arrangement

    def _leave(self) -> None:
        """Keep what is left, and begin anew with what comes."""
        self.keep()
        self._stood = None

    def _opened(self) -> None:
        """Note where the actors stand at first; a network that is only read again is still the same work."""
        if self._stood is None:
            self.begin()
