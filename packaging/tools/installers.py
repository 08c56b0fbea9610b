"""The installers for Windows and macOS. Written with care, but never run: there was no such machine."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from project import BUILD, DIST, PACKAGING, BuildError, run, version


def make(program: Path) -> Path:
    """Return the installer for this system, made round the frozen program."""
    if sys.platform == "win32":
        return nsis(program)
    if sys.platform == "darwin":
        return disk_image(program.parent / "Entente.app")
    raise BuildError(f"There is no installer for {sys.platform}.")


def nsis(program: Path) -> Path:
    """Return an installer for one Windows user, who needs no administrator."""
    if not shutil.which("makensis"):
        raise BuildError("makensis is missing: install NSIS 3 and put it on the path.")
    target = DIST / f"entente-{version()}-windows-x86_64.exe"
    defined = {"VERSION": version(), "PROGRAM": program, "DRAWN": BUILD / "drawn", "TARGET": target}
    options = [f"-D{name}={value}" for name, value in defined.items()]
    run(["makensis", "-V2", "-WX", "-INPUTCHARSET", "UTF8", *options, PACKAGING / "windows" / "entente.nsi"])
    return target


def disk_image(app: Path) -> Path:
    """Return a disk image that holds the program and a way to the folder where it belongs; it is not signed."""
    folder = BUILD / "image"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(app, folder / app.name, symlinks=True)
    (folder / "Applications").symlink_to("/Applications")
    target = DIST / f"entente-{version()}-macos.dmg"
    target.unlink(missing_ok=True)
    run(["hdiutil", "create", "-volname", "Entente", "-srcfolder", folder, "-format", "UDZO", target])
    return target
