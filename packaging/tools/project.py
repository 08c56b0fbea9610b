"""What every step of a release needs to know: folders, version, time, and how to run another program."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
PACKAGING: Final = ROOT / "packaging"
BUILD: Final = ROOT / "build"
DIST: Final = ROOT / "dist"
SUMMARY: Final = "Explore who arms, funds, equips and backs whom, and how we know"
MACHINE: Final = "x86_64"


class BuildError(Exception):
    """A release that cannot be made, or that does not hold what it promises."""


def version() -> str:
    """Return the version, from the one place where it is written."""
    text = (ROOT / "graphdata" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__ = "([^"]+)"$', text, re.MULTILINE)
    if not found:
        raise BuildError("graphdata/__init__.py names no version")
    return found[1]


def released() -> datetime:
    """Return the day of the topmost version in the changelog."""
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    found = re.search(r"^## \S+ \((\d{4}-\d{2}-\d{2})\)$", text, re.MULTILINE)
    if not found:
        raise BuildError("CHANGELOG.md names no day for its topmost version")
    return datetime.strptime(found[1], "%Y-%m-%d").replace(tzinfo=UTC)


def epoch() -> int:
    """Return the time that every file of a release bears, in seconds; SOURCE_DATE_EPOCH goes before the changelog."""
    return int(os.environ.get("SOURCE_DATE_EPOCH") or released().timestamp())


def child_environment(more: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return the environment of a building program: ours, without what would make two builds differ."""
    dropped = ("PYTHONPATH", "PYTHONHOME", "LD_LIBRARY_PATH")
    kept = {name: value for name, value in os.environ.items() if name not in dropped}
    fixed = {"SOURCE_DATE_EPOCH": str(epoch()), "PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C.UTF-8"}
    return {**kept, **fixed, **(more or {})}


def run(command: Sequence[str | Path], more: Mapping[str, str] | None = None, folder: Path = ROOT) -> str:
    """Run a program and return what it printed; raise BuildError with its output when it fails."""
    words = [str(word) for word in command]
    done = subprocess.run(
        words, cwd=folder, env=child_environment(more), capture_output=True, text=True, errors="replace", check=False
    )
    if done.returncode:
        said = "\n".join((done.stdout + done.stderr).strip().splitlines()[-40:])
        raise BuildError(f"{said}\n{' '.join(words)[:500]} ended with {done.returncode}")
    return done.stdout


def say(message: str) -> None:
    """Tell of a step."""
    print(f"build: {message}", flush=True)


def sha256(path: Path) -> str:
    """Return the hash of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def tree_hash(folder: Path) -> str:
    """Return one hash over the names, modes, links and contents of a folder; owners and times are left out."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            digest.update(f"{name} -> {path.readlink()}\n".encode())
        elif path.is_file():
            digest.update(f"{name} {path.stat().st_mode & 0o777:o} {sha256(path)}\n".encode())
    return digest.hexdigest()


def size_of(folder: Path) -> int:
    """Return the bytes of all files below a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def python_in(folder: Path) -> Path:
    """Return the Python of a virtual environment."""
    return folder / "Scripts" / "python.exe" if sys.platform == "win32" else folder / "bin" / "python"


def site_of(folder: Path) -> Path:
    """Return where a virtual environment keeps its packages."""
    if sys.platform == "win32":
        return folder / "Lib" / "site-packages"
    return next(iter(sorted((folder / "lib").glob("python*")))) / "site-packages"
