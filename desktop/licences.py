"""The licences of everything that is shipped: our own, those of the fonts and the libraries, read when asked for."""

from __future__ import annotations

import platform
from importlib import metadata
from pathlib import Path
from typing import Final, NamedTuple

from desktop import assets
from graphdata import __version__

LIBRARIES: Final = (
    "PySide6-Essentials", "shiboken6", "numpy", "msgspec", "rapidfuzz", "python-pptx", "python-docx", "lxml", "pillow",
    "xlsxwriter", "typing_extensions", "networkx", "pyqtgraph", "colorama", "pyvis", "jinja2", "markupsafe",
    "jsonpickle",
)  # fmt: skip
QT_NOTICE: Final = (
    "Qt and PySide6 are used under the GNU Lesser General Public License, version 3. They are separate files and may be"
    " replaced: no key and no check stands against it.\n\nTo replace them, put libQt6*, libicu*, libpyside6*,"
    " libshiboken6* and the libraries in the folders PySide6 and shiboken6 of another release of the same series in"
    " place of those in\n{folder}\nall together, since each release fits its own alone. Entente then starts with"
    " them.\n\nTheir source is published by The Qt Company at https://download.qt.io/official_releases/ under the"
    " version named here."
)
QT: Final = ("PySide6-Essentials", "shiboken6")
GNU: Final = ("GNU LGPL 3", "GNU GPL 3")
NAMES: Final = ("licen", "copying", "notice")
UNLISTED: Final = ("LICENSE", "LICENSE.txt", "LICENSE_BSD.txt")  # what metadata without a list of such files may mean


class Component(NamedTuple):
    """Something that is shipped: its name, version and licence, and the licence's text where one lies beside it."""

    name: str
    version: str
    licence: str
    text: str


def components() -> tuple[Component, ...]:
    """Return everything that is shipped, our own part first."""
    python = Component("Python", platform.python_version(), "PSF-2.0", _added("Python"))
    libraries = (found for name in LIBRARIES if (found := _library(name)))
    parts = (Component(name, "", "", _added(name)) for name in _names_of_added() if name != python.name)
    return (_own(), _fonts(), python, *libraries, *parts)


def _own() -> Component:
    beside = assets.root().parent / "LICENSE"
    found = _library("entente")
    text = beside.read_text(encoding="utf-8") if beside.is_file() else found.text if found else ""
    return Component("Entente", __version__, "Apache-2.0", text)


def _fonts() -> Component:
    return Component("Noto Sans fonts", "", "OFL-1.1", _text_of(assets.root() / "fonts" / "OFL.txt"))


def _names_of_added() -> list[str]:
    """Return what has a licence text among the shipped files: parts that are no Python packages."""
    return sorted(file.stem for file in assets.licences().glob("*.txt"))


def _added(name: str) -> str:
    return _text_of(assets.licences() / f"{name}.txt")


def _library(name: str) -> Component | None:
    """Return an installed library, nothing where it is not shipped."""
    try:
        found = metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return None
    said = found.metadata
    licence = _first(said, "License-Expression") or _first(said, "License")[:80] or _classified(said)
    texts = [qt_notice(), *map(_added, GNU)] if name in QT else _texts_beside(found)
    return Component(name, found.version, licence, "\n\n".join(dict.fromkeys(text for text in texts if text)))


def qt_notice() -> str:
    """Return what the licence of Qt asks to be told, with the folder where its libraries lie."""
    return QT_NOTICE.format(folder=assets.qt_folder())


def _texts_beside(found: metadata.Distribution) -> list[str]:
    """Return the licence texts of a library; a bundle keeps no list of its files, so the metadata are asked first."""
    listed = found.metadata.get_all("License-File")
    listed = listed or [file.name for file in found.files or () if _is_licence(file.name)] or list(UNLISTED)
    return [found.read_text(f"licenses/{name}") or found.read_text(name) or "" for name in listed]


def _first(said: metadata.PackageMetadata, field: str) -> str:
    """Return the first line of a field, an empty string where there is none."""
    lines: list[str] = said.get_all(field) or [""]
    return lines[0].partition("\n")[0]


def _classified(said: metadata.PackageMetadata) -> str:
    """Return the licence that a library's classifiers name."""
    classifiers = said.get_all("Classifier") or []
    return next((line.rpartition(" :: ")[2] for line in classifiers if line.startswith("License")), "")


def _is_licence(name: str) -> bool:
    """Return whether a file's name is that of a licence text; compiled modules may bear such names, too."""
    return name.lower().startswith(NAMES) and not name.endswith((".py", ".pyc"))


def _text_of(file: Path) -> str:
    return file.read_text(encoding="utf-8") if file.is_file() else ""
