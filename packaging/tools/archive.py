"""Packs the frozen program for Linux into a compressed archive with an installer that needs no administrator."""

from __future__ import annotations

import lzma
import shutil
import tarfile
from pathlib import Path

from project import BUILD, DIST, MACHINE, PACKAGING, epoch, version


def pack(program: Path, share: Path) -> Path:
    """Return the archive, with entries in order, of one time and nobody's."""
    name = f"entente-{version()}-linux-{MACHINE}"
    folder = BUILD / name
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(program, folder / "entente", symlinks=True)
    shutil.copytree(share, folder / "share")
    shutil.copy(PACKAGING / "linux" / "install.sh", folder / "install.sh")
    shutil.copy(PACKAGING / "linux" / "README", folder / "README")
    target = DIST / f"{name}.tar.xz"
    with (
        lzma.open(target, "wb", preset=9 | lzma.PRESET_EXTREME) as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as archive,
    ):
        for path in [folder, *sorted(folder.rglob("*"))]:
            archive.add(path, path.relative_to(BUILD).as_posix(), recursive=False, filter=_plain)
    return target


def _plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    """Return an entry without the marks of the machine it was made on."""
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = ""
    entry.mtime = epoch()
    entry.mode = 0o755 if entry.isdir() or entry.mode & 0o100 else 0o644
    return entry
