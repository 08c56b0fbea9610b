"""The licences of everything that is shipped: our own, those of the fonts and the libraries, read when asked for."""

from __future__ import annotations

import platform
from importlib import metadata
from pathlib import Path
from typing import Final, NamedTuple

from desktop import assets
from graphdata import __version__

LIBRARIES: Final = (
    "PySide6-Essentials", "shiboken6", "numpy", "msgspec", "rapidfuzz", "python-pptx", "lxml", "pillow", "xlsxwriter",
    "typing_extensions",
)  # fmt: skip
QT_NOTICE: Final = (
    "Qt and PySide6 are used under the GNU Lesser General Public License, version 3. They are separate files beside the"
    " program and may be replaced by versions of your own. Their source is published by The Qt Company at"
    " https://download.qt.io/official_releases/ under the version named here."
)
NAMES: Final = ("licen", "copying", "notice")


class Component(NamedTuple):
    """Something that is shipped: its name, version and licence, and the licence's text where one lies beside it."""

    name: str
    version: str
    licence: str
    text: str


def components() -> tuple[Component, ...]:
    """Return everything that is shipped, our own part first."""
    python = Component("Python", platform.python_version(), "PSF-2.0", "https://docs.python.org/3/license.html")
    libraries = (found for name in LIBRARIES if (found := _library(name)))
    return (_own(), _fonts(), python, *libraries, *_added())


def _own() -> Component:
    beside = assets.root().parent / "LICENSE"
    found = _library("entente")
    text = beside.read_text(encoding="utf-8") if beside.is_file() else found.text if found else ""
    return Component("Entente", __version__, "Apache-2.0", text)


def _fonts() -> Component:
    return Component("Noto Sans fonts", "", "OFL-1.1", _text_of(assets.root() / "fonts" / "OFL.txt"))


def _added() -> tuple[Component, ...]:
    """Return the licence texts that packaging lays into the shipped files."""
    folder = assets.root() / "licences"
    return tuple(Component(file.stem, "", "", _text_of(file)) for file in sorted(folder.glob("*.txt")))


def _library(name: str) -> Component | None:
    """Return an installed library, nothing where it is not shipped."""
    try:
        found = metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return None
    said = found.metadata
    licence = _first(said, "License-Expression") or _first(said, "License")[:80] or _classified(said)
    notice = QT_NOTICE if name in ("PySide6-Essentials", "shiboken6") else ""
    texts = [notice, *(file.read_text(encoding="utf-8") for file in found.files or () if _is_licence(file.name))]
    return Component(name, found.version, licence, "\n\n".join(text for text in texts if text))


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
