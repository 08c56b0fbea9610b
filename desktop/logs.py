"""The names of all loggers, and the log file, which private mode does without."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Final

APP: Final = logging.getLogger("entente")
SETTINGS: Final = logging.getLogger("entente.settings")
STORAGE: Final = logging.getLogger("entente.storage")
SESSION: Final = logging.getLogger("entente.session")
WORKER: Final = logging.getLogger("entente.worker")
CRASH: Final = logging.getLogger("entente.crash")
LINKS: Final = logging.getLogger("entente.links")
EXPORT: Final = logging.getLogger("entente.export")
QT: Final = logging.getLogger("entente.qt")

FILE_NAME: Final = "entente.log"
OLDER_NAME: Final = "entente.log.1"
LARGEST: Final = 1024 * 1024  # bytes, after which the next start begins a new file and keeps one older
LINE: Final = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def without_home(text: str) -> str:
    """Return a text with the home folder written as ~, so that it names nobody."""
    home = str(Path.home())
    return text.replace(home, "~").replace(home.replace("\\", "/"), "~") if len(home) > 1 else text


class Anonymous(logging.Formatter):
    """Writes log lines that do not name the home folder."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line, tracebacks included, without the home folder."""
        return without_home(super().format(record))


def start_file_log(folder: Path) -> None:
    """Write what is logged from now on into a file in the folder, as well as wherever it goes already."""
    stop_file_log()
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / FILE_NAME
    if file.is_file() and file.stat().st_size > LARGEST:
        file.replace(folder / OLDER_NAME)
    handler = logging.FileHandler(file, encoding="utf-8", delay=True)
    handler.setFormatter(Anonymous(LINE))
    APP.addHandler(handler)
    APP.setLevel(logging.INFO)


def stop_file_log() -> None:
    """Close the log file; nothing is written to it any more."""
    for handler in [each for each in APP.handlers if isinstance(each, logging.FileHandler)]:
        APP.removeHandler(handler)
        handler.close()
