"""Freezes the program into one folder with PyInstaller, and sees that it holds what it may hold and nothing else."""

from __future__ import annotations

import os
import re
import shutil
import sys
from fnmatch import fnmatchcase
from pathlib import Path

import environments
import parts
import shipped
from project import BUILD, PACKAGING, BuildError, epoch, run, say, site_of

WORK = BUILD / "pyinstaller"


def draw(python: Path) -> Path:
    """Draw the icons with the Python of the bundle's environment and return their folder."""
    run([python, PACKAGING / "tools" / "icons.py", BUILD / "drawn"], {"QT_QPA_PLATFORM": "offscreen"})
    return BUILD / "drawn"


def freeze(wheel: Path) -> Path:
    """Return the folder of the frozen program, made from the wheel."""
    python = environments.bundle(wheel)
    tools = environments.tools()
    drawn = draw(python)
    say("freezing the program; this takes a minute")
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True)
    run(
        [tools, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN", "--distpath", WORK / "dist",
         "--workpath", WORK / "work", PACKAGING / "pyinstaller" / "entente.spec"],
        {"PYTHONPATH": str(site_of(python.parents[1])), "ENTENTE_DRAWN": str(drawn)},
        folder=WORK,  # not the project's: its packages would go before those of the wheel
    )  # fmt: skip
    folder = WORK / "dist" / "entente"
    _strip(folder)
    _settle(folder)
    problems = [*foreign_files(folder), *foreign_modules(WORK / "work" / "entente" / "PYZ-00.toc"), *dangling(folder)]
    if problems:
        raise BuildError("The bundle holds what it may not:\n" + "\n".join(problems))
    for scale in ("1", "2"):
        run([folder / "entente", "--self-test"], {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": scale})
    return folder


def _strip(folder: Path) -> None:
    """Take the symbols out of Python's own libraries; other people's wheels are left as they came."""
    if not sys.platform.startswith("linux"):
        return
    inside = folder / "_internal"
    run(["strip", "--strip-unneeded", *inside.glob("libpython3*.so*"), *inside.glob("python3*/lib-dynload/*.so")])


def _settle(folder: Path) -> None:
    """Give every file the rights that it has on any machine: umask and wheels differ."""
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            program = path.parent == folder
            path.chmod(0o755 if program else 0o644)


def foreign_files(folder: Path) -> list[str]:
    """Return the files that belong neither to a Python package nor to a part that is named in parts.toml."""
    patterns = [pattern for part in parts.named() for pattern in part.files]
    found = []
    for path in sorted(folder.rglob("*")):
        name = re.sub(r"^_internal/", "", path.relative_to(folder).as_posix())
        packaged = name.partition("/")[0] in shipped.PACKAGES - {"PySide6", "shiboken6", "PIL"}
        described = name.partition("/")[0].endswith(".dist-info")
        known = any(fnmatchcase(name, each) or fnmatchcase(name, f"*/{each}") for each in patterns)
        if path.is_file() and not (packaged or described or known):
            found.append(f"{name}: no part of packaging/parts.toml")
        elif "PySide6" in path.parts and path.is_file() and not shipped.is_wanted(name, "", [""]):
            found.append(f"{name}: not in packaging/tools/shipped.py")
    return found


def foreign_modules(listing: Path) -> list[str]:
    """Return the packages from outside the standard library that were frozen and are none of ours."""
    modules = re.findall(r"\('([\w.]+)',\s*'([^']+)',\s*'PYMODULE", listing.read_text(encoding="utf-8"))
    outside = {name.partition(".")[0] for name, path in modules if "site-packages" in path or "standins" in path}
    return [f"{name}: frozen, but not in packaging/tools/shipped.py" for name in sorted(outside - shipped.PACKAGES)
            if not name.startswith("_pyi")]  # fmt: skip


def dangling(folder: Path) -> list[str]:
    """Return the links that lead nowhere."""
    return [f"{path.name}: leads nowhere" for path in folder.rglob("*") if path.is_symlink() and not path.exists()]


def share(python: Path) -> Path:
    """Return a folder as it lies below share on Linux: menu entry, icons, file types, man page, completion."""
    folder = BUILD / "share"
    shutil.rmtree(folder, ignore_errors=True)
    run([python, PACKAGING / "tools" / "words.py", folder])
    linux = PACKAGING / "linux"
    _copy(linux / "entente.desktop", folder / "applications" / "entente.desktop")
    _copy(linux / "entente-mime.xml", folder / "mime" / "packages" / "entente.xml")
    metainfo = folder / "metainfo" / "local.entente.Entente.metainfo.xml"
    metainfo.parent.mkdir(parents=True)
    metainfo.write_text(parts.filled((linux / f"{metainfo.name}.in").read_text(encoding="utf-8")), encoding="utf-8")
    icons = folder / "icons" / "hicolor"
    kinds = {"entente": "apps/entente", "entente-file": "mimetypes/application-x-ententepack"}
    for name, place in kinds.items():
        for picture in (BUILD / "drawn").glob(f"{name}-[0-9]*.png"):
            size = picture.stem.rpartition("-")[2]
            _copy(picture, icons / f"{size}x{size}" / f"{place}.png")
        _copy(PACKAGING.parent / "resources" / "icons" / f"{name}.svg", icons / "scalable" / f"{place}.svg")
    return folder


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def epoch_everywhere(folder: Path) -> None:
    """Set the time of every file below a folder to that of the release."""
    for path in [folder, *folder.rglob("*")]:
        os.utime(path, (epoch(), epoch()), follow_symlinks=False)
