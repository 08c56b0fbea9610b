"""Everything the program remembers about its user, in one typed record; nothing else reads, writes or clears it.

The record is one JSON file. A file that cannot be read is kept aside and the program starts with defaults.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, Literal

import msgspec
from PySide6.QtCore import QObject, QStandardPaths, Signal

from desktop import logs
from graphdata.storage.writing import NotWrittenError, write_whole

ThemeChoice = Literal["system", "light", "dark"]
FOLDER: Final = "entente"
FILE_NAME: Final = "settings.json"
BROKEN_NAME: Final = "settings.broken.json"
MOST_RECENT: Final = 12
LARGEST: Final = 1024 * 1024  # bytes of a settings file that is worth reading


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """What the program remembers; the one without arguments is what a new user gets."""

    theme: ThemeChoice = "system"
    geometry: str = ""  # of the window, as Qt saves it, in base64
    splitters: dict[str, tuple[int, ...]] = {}
    recent: tuple[str, ...] = ()
    private_mode: bool = False
    links_may_open: bool = True
    reduced_motion: bool = False


class SettingsStore(QObject):
    """The settings in force and the file they live in."""

    settings_changed = Signal()

    def __init__(self, path: Path | None = None, parent: QObject | None = None) -> None:
        """Read the settings from the file, the usual one if none is named."""
        super().__init__(parent)
        self._path = path or config_folder() / FILE_NAME
        self._settings = read_settings(self._path)

    @property
    def settings(self) -> Settings:
        """The settings in force."""
        return self._settings

    def change(self, **fields: Any) -> None:  # noqa: ANN401  the fields of Settings, checked by msgspec
        """Set some fields and store the record; private mode lets go of the files that were opened."""
        wanted = msgspec.convert(msgspec.structs.asdict(self._settings) | fields, Settings)
        if wanted.private_mode:
            wanted = msgspec.structs.replace(wanted, recent=())
        if wanted != self._settings:
            self._settings = wanted
            write_settings(self._path, wanted)
            self.settings_changed.emit()

    def remember(self, file: str) -> None:
        """Put a file at the head of the recent ones, unless private mode is on."""
        if not self._settings.private_mode:
            others = [each for each in self._settings.recent if each != file]
            self.change(recent=(file, *others)[:MOST_RECENT])


def read_settings(path: Path) -> Settings:
    """Return the settings of a file; where it cannot be read it is kept aside and the defaults hold."""
    try:
        with path.open("rb") as file:
            return msgspec.json.decode(file.read(LARGEST), type=Settings)
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError) as fault:
        logs.SETTINGS.warning("The settings could not be read; the file is kept as %s. %s", BROKEN_NAME, fault)
    _keep_aside(path)
    return Settings()


def write_settings(path: Path, settings: Settings) -> None:
    """Store the settings whole or not at all; a disk that refuses costs the change, never the program."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, msgspec.json.format(msgspec.json.encode(settings)))
    except (OSError, NotWrittenError) as fault:
        logs.SETTINGS.warning("The settings could not be stored: %s", fault)


def config_folder() -> Path:
    """Return the folder of the settings."""
    return _place(QStandardPaths.StandardLocation.GenericConfigLocation)


def data_folder() -> Path:
    """Return the folder of whatever else the program writes unasked: logs, crash logs, journals."""
    return _place(QStandardPaths.StandardLocation.GenericDataLocation)


def traces() -> tuple[Path, ...]:
    """Return every file that the program has written unasked."""
    found = {path for folder in (config_folder(), data_folder()) for path in folder.rglob("*")}
    return tuple(sorted(path for path in found if path.is_file() or path.is_symlink()))


def clear_traces() -> tuple[Path, ...]:
    """Remove every file that the program has written unasked, and return what is gone; open logs are closed first."""
    logs.stop_file_log()
    gone = tuple(path for path in traces() if _removed(path))
    for folder in dict.fromkeys((config_folder(), data_folder())):
        _remove_empty(folder)
    return (*gone, *_forget_file_dialogs())


def _place(location: QStandardPaths.StandardLocation) -> Path:
    return Path(QStandardPaths.writableLocation(location)) / FOLDER


def _keep_aside(path: Path) -> None:
    try:
        path.replace(path.with_name(BROKEN_NAME))
    except OSError as fault:
        logs.SETTINGS.warning("The old settings could not be kept aside: %s", fault)


def _removed(path: Path) -> bool:
    try:
        path.unlink()
    except OSError as fault:
        logs.SETTINGS.warning("%s could not be removed: %s", logs.without_home(str(path)), fault)
    return not path.exists()


def _remove_empty(folder: Path) -> None:
    """Remove a folder and those below it, as far as they are empty."""
    below = sorted((path for path in folder.rglob("*") if path.is_dir()), reverse=True)
    for each in (*below, folder):
        if each.is_dir() and not any(each.iterdir()):
            each.rmdir()


def _forget_file_dialogs() -> Iterator[Path]:
    """Yield the file in which Qt's own file dialogs keep the last folders, once they are taken out of it."""
    from PySide6.QtCore import QSettings  # many names, for what is seldom done

    kept = QSettings(QSettings.Scope.UserScope, "QtProject")
    if kept.contains("FileDialog/history") or kept.contains("FileDialog/lastVisited"):
        kept.remove("FileDialog")
        kept.sync()
        yield Path(kept.fileName())
