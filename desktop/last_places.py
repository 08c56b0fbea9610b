"""Where the actors stood when a network was last left, and what was asked: files of each dataset in the user's folder.

A network that is opened again is shown as it was left, as one step that can be undone; nothing is laid out for it. The
filter is offered, not in force: a start shows the whole. All is kept a moment after a change, beside the window: who
pulls the plug loses no more than that.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Final

import msgspec
from PySide6.QtCore import QObject, QTimer

from desktop import commands, logs, worker
from desktop.path_kinds import is_picture
from desktop.session import Session
from desktop.settings import SettingsStore, data_folder
from graphdata.arrangement import Arrangement, arrangement_from
from graphdata.filter import Filter
from graphdata.network import Network
from graphdata.places import Place
from graphdata.problems import EntenteError
from graphdata.storage.files import bytes_of

FOLDER: Final = "places"
SOON: Final = 2000  # milliseconds after the last move
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
        self._asked, self._noted = Filter(), session.filter  # of last time, and what is in the file
        self._turn, self._lock = 0, threading.Lock()
        self._written: dict[Path, int] = {}  # the last turn of each file: nothing older is written over it
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self._keep_beside)
        session.positions_changed.connect(self._soon.start)
        session.view_changed.connect(self._soon.start)
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

    def _filter_path(self, dataset: str) -> Path:
        """Return the file of a dataset's last filter: by itself, since the places hold for a picture of the map."""
        return self._folder / f"filter-of-{dataset}.json"

    def _filter_of(self, dataset: str) -> Filter:
        """Return what was asked of a dataset last; of everything where there is no such file, or it is damaged."""
        path = self._filter_path(dataset)
        try:
            return msgspec.json.decode(bytes_of(path, path.name), type=Filter) if path.is_file() else Filter()
        except (EntenteError, msgspec.MsgspecError, RecursionError) as fault:
            logs.SETTINGS.warning("%s could not be read. %s", path.name, fault)
            return Filter()

    def known(self, dataset: str) -> dict[str, Place]:
        """Return the places that are kept of a dataset, by actor: for one that brings none of its own."""
        self._sought.add(dataset)
        kept = self.of(dataset)
        return kept.places if kept else {}

    @property
    def asked(self) -> Filter | None:
        """What was asked of the network when it was left last; nothing where that was the whole, or is asked now."""
        return self._asked if self._asked not in (Filter(), self._session.filter) else None

    def take_up(self) -> None:
        """Put the actors of a network that was just opened where they were when it was left, as one step back."""
        session, kept = self._session, self.of(self._session.base.id)
        self._asked = self._filter_of(session.base.id)
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
        write = self._writing()
        if write:
            write()

    def _keep_beside(self) -> None:
        """Write it beside the window, unless there is nothing new."""
        write = self._writing()
        if write:
            worker.run(lambda _: write(), lambda _: None, lambda _: None)

    def _writing(self) -> Callable[[], None] | None:
        """Return what writes what is new; nothing where nothing is, or it is not to be kept."""
        self._soon.stop()
        session, network, path = self._session, self._session.base, Path(self._session.path)
        is_kept = network.actors and not (self._is_traceless or is_picture(path))
        state = self._state() if self._is_new(network.id) else None
        asked = session.filter if session.filter != self._noted else None
        if not is_kept or (state is None and asked is None):
            return None
        self.begin()
        self._turn += 1
        return partial(self._write, self._turn, network, state, asked)

    def _write(self, turn: int, network: Network, state: State | None, asked: Filter | None) -> None:
        """Write places, a filter, or both."""
        if state is not None:
            places, pins, made_by = state
            drawn = {actor.id for actor in network.drawn}
            here = {key: place for key, place in places.items() if key in drawn}
            kept = Kept(here, tuple(sorted(drawn & pins.keys())), made_by.text)
            self._put(turn, self.path(network.id), msgspec.json.encode(kept))
        if asked is not None:
            self._put(turn, self._filter_path(network.id), msgspec.json.encode(asked))

    def _put(self, turn: int, path: Path, content: bytes) -> None:
        """Write a file, unless a newer state was quicker; where the disk refuses, the log says so."""
        from graphdata.storage.writing import write_whole

        with self._lock:
            if self._is_traceless or turn < self._written.get(path, 0):
                return
            self._written[path] = turn
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
                write_whole(path, content)
            except (EntenteError, OSError) as fault:
                logs.SETTINGS.warning("%s could not be kept. %s", path.name, fault)

    def forget(self) -> None:
        """Keep nothing at the end of this session: its traces were cleared."""
        self._forgotten, self._asked = True, Filter()

    def begin(self) -> None:
        """Note where the actors stand: only what changes from now on is the analyst's."""
        self._stood, self._noted = self._state(), self._session.filter

    @property
    def _is_traceless(self) -> bool:
        """Whether nothing is to be written."""
        return self._forgotten or self._settings.settings.private_mode

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
            self._asked = Filter()
            self.begin()
