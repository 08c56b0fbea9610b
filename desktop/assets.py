"""Where the shipped files lie: in the installed package, in a frozen bundle, or beside the packages in a checkout."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from graphdata.style import Theme, theme_from

SHIPPED_NETWORK = "russia-iran"
THEMES = ("light", "dark", "print")  # the last is for paper alone


@cache
def root() -> Path:
    """Return the folder of the shipped files."""
    inside = Path(__file__).resolve().parent / "resources"
    return inside if inside.is_dir() else inside.parent.parent / "resources"


def font_files() -> tuple[Path, ...]:
    """Return the font files in the order in which a missing letter is looked for."""
    latin, arabic = ("NotoSans-Regular", "NotoSans-Bold"), ("NotoSansArabic-Regular", "NotoSansArabic-Bold")
    return tuple(root() / "fonts" / f"{name}.ttf" for name in (*latin, *arabic, "EntenteSigns-Regular"))


@cache
def theme(name: str) -> Theme:
    """Return a shipped theme, by its name."""
    return theme_from((root() / "themes" / f"{name}.toml").read_text(encoding="utf-8"))


def shipped_network(name: str = SHIPPED_NETWORK) -> Path:
    """Return a shipped network: its pack where one was built, for the quick start, else its folder of dossiers."""
    pack = root() / "networks" / f"{name}.ententepack"
    return pack if pack.is_file() else root() / "networks" / name


def shipped_dossiers(name: str = SHIPPED_NETWORK) -> Path:
    """Return the folder of dossiers of a shipped network."""
    return root() / "networks" / name


def licences() -> Path:
    """Return the folder of licence texts that no Python package brings along."""
    return root() / "licences"


def qt_folder() -> Path:
    """Return the folder in which the files of Qt and PySide6 lie, which a user may replace."""
    import PySide6

    return Path(PySide6.__file__).parents[1]


def tick(theme_name: str, enabled: bool = True) -> Path:
    """Return the tick of a checked box in the colours of a theme; beside it lies one for screens twice as fine."""
    return root() / "icons" / f"tick-{theme_name}{'' if enabled else '-off'}.png"


def icon() -> Path:
    """Return the program's icon, a picture of 256 by 256 pixels."""
    return root() / "icons" / "entente.png"


def changed() -> int:
    """Return when the program was changed last, in nanoseconds, where it runs from its sources; else 0."""
    ours = Path(__file__).resolve().parent
    if root().parent == ours or not Path(__file__).is_file():
        return 0
    return max(time for folder in (ours, ours.parent / "graphdata") for time in _times(str(folder)))


def _times(folder: str) -> Iterator[int]:
    """Yield when each module of a folder was changed."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                yield from _times(entry.path)
            elif entry.name.endswith(".py"):
                yield entry.stat().st_mtime_ns
