"""Makes the Debian package around the frozen program, with dpkg's own programs."""

from __future__ import annotations

import gzip
import os
import re
import shutil
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Final

from bundle import epoch_everywhere
from project import BUILD, DIST, PACKAGING, ROOT, released, run, say, size_of, version
from shipped import HOST_LIBRARIES

# Whoever publishes a package names himself, as dpkg's own programs want it; until then nobody can be reached.
NOBODY: Final = "The Entente developers <entente@localhost>"


def maintainer() -> str:
    """Return who publishes the package, from DEBFULLNAME and DEBEMAIL."""
    name, address = os.environ.get("DEBFULLNAME", ""), os.environ.get("DEBEMAIL", "")
    return f"{name} <{address}>" if name and address else NOBODY


PRIVATE: Final = Path("usr/lib/entente")
CONTROL: Final = """\
Package: entente
Version: {version}
Section: science
Priority: optional
Architecture: amd64
Maintainer: {maintainer}
Installed-Size: {size}
Depends: {depends}
Recommends: {recommends}
Description: explorer for sourced networks of actors
 Entente opens a curated network of states, state bodies, armed groups, firms,
 parties and persons, and draws who gives what to whom as arms, money, tech or
 diplomacy. Each line shows what it rests on: the claims for and against, the
 documents they stand in, and who said it first.
 .
 It brings its own Python and Qt, and makes no network connection.
"""
STUB: Final = "Source: entente\n\nPackage: entente\nArchitecture: amd64\n"  # dpkg-shlibdeps wants to be beside one
CHANGELOG: Final = """\
entente ({version}) unstable; urgency=low

  * See the changelog of Entente, CHANGELOG.md.

 -- {maintainer}  {day:%a, %d %b %Y %H:%M:%S} +0000
"""
OVERRIDES: Final = """\
# Frozen program: libraries of wheels, in a folder of its own, as their projects built them.
entente: embedded-library *
entente: custom-library-search-path *
entente: unstripped-binary-or-object *
entente: shared-library-lacks-prerequisites *
entente: hardening-no-fortify-functions *
entente: hardening-no-bindnow *
entente: hardening-no-pie *
entente: package-has-long-file-name *
entente: extra-license-file *
entente: library-not-linked-against-libc *
# The shipped fonts make pictures the same everywhere.
entente: duplicate-font-file *
# Templates of office files that python-docx and python-pptx read at run time.
entente: executable-not-elf-or-script *
"""


def package(program: Path, share: Path, release: str = "") -> Path:
    """Return the package; release is a version that goes before the project's own, to try upgrades."""
    root = BUILD / f"deb{release}"
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(program, root / PRIVATE, symlinks=True)
    shutil.copytree(share, root / "usr" / "share")
    (root / "usr" / "bin").mkdir()
    (root / "usr" / "bin" / "entente").symlink_to("../lib/entente/entente")
    _zip_page(root / "usr/share/man/man1/entente.1")
    zsh = root / "usr/share/zsh"
    (zsh / "site-functions").rename(zsh / "vendor-completions")
    number = release or version()
    _documents(root / "usr/share/doc/entente", number)
    overrides = root / "usr/share/lintian/overrides"
    overrides.mkdir(parents=True)
    (overrides / "entente").write_text(OVERRIDES, encoding="utf-8")
    _control(root, number)
    _rights(root)
    epoch_everywhere(root)
    if maintainer() == NOBODY:
        say("the Debian package names nobody who can be reached: set DEBFULLNAME and DEBEMAIL to publish it")
    target = (BUILD if release else DIST) / f"entente_{number}_amd64.deb"
    packing = ["-Zxz", "-z0"] if release else ["-Zxz", "-z9", "-Sextreme"]
    run(["dpkg-deb", "--root-owner-group", *packing, "--build", root, target])
    return target


def _documents(folder: Path, number: str) -> None:
    """Write what Debian asks of every package: copyright and changelog."""
    folder.mkdir(parents=True)
    shutil.copyfile(PACKAGING / "linux" / "copyright", folder / "copyright")
    day = released()
    _zip(folder / "changelog.gz", CHANGELOG.format(version=number, maintainer=maintainer(), day=day))
    _zip(folder / "NEWS.gz", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"))


def _zip(path: Path, text: str) -> None:
    """Write a text, packed as Debian wants it: best, and without name and time."""
    with path.open("wb") as out, gzip.GzipFile("", "wb", 9, out, mtime=0) as packed:
        packed.write(text.encode())


def _zip_page(page: Path) -> None:
    _zip(page.with_name(f"{page.name}.gz"), page.read_text(encoding="utf-8"))
    page.unlink()


def _control(root: Path, number: str) -> None:
    """Write what dpkg knows of the package, what it depends on computed from the files."""
    folder = root / "DEBIAN"
    folder.mkdir()
    inside = root / PRIVATE
    plugins = inside / "_internal" / "PySide6" / "Qt" / "plugins"
    wayland = [*plugins.glob("wayland*/*.so"), plugins / "platforms" / "libqwayland.so"]
    wayland += inside.glob("_internal/libQt6Wayland*")
    native = [path for path in inside.rglob("*") if path.is_file() and not path.is_symlink() and _is_elf(path)]
    depends = _needs([path for path in native if path not in wayland], inside)
    known = {need.partition(" ")[0] for need in depends}
    recommends = {need for need in _needs(wayland, inside) if need.partition(" ")[0] not in known}
    (folder / "control").write_text(
        CONTROL.format(
            version=number,
            maintainer=maintainer(),
            size=(size_of(root) + 1023) // 1024,
            depends=", ".join(sorted(depends)),
            recommends=", ".join(sorted(recommends | {"shared-mime-info", "xkb-data"})),
        ),
        encoding="utf-8",
    )
    files = sorted(path for path in root.rglob("*") if path.is_file() and "DEBIAN" not in path.parts)
    sums = [run(["md5sum", path.relative_to(root)], folder=root) for path in files if not path.is_symlink()]
    (folder / "md5sums").write_text("".join(sums), encoding="utf-8")


def _is_elf(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def _needs(native: list[Path], inside: Path) -> set[str]:
    """Return the packages that files need, as dpkg-shlibdeps works them out."""
    (BUILD / "debian").mkdir(exist_ok=True)
    (BUILD / "debian" / "control").write_text(STUB, encoding="utf-8")
    own = [f"-l{folder}" for folder in sorted({path.parent for path in inside.rglob("*.so*")})]
    brought = [f"-x{package}" for package in _brought_along(inside)]
    command = ["dpkg-shlibdeps", "--ignore-missing-info", "-O", "--warnings=0", *own, *brought]
    command += [f"-e{each}" for each in native]
    found = re.search(r"^shlibs:Depends=(.*)$", run(command, folder=BUILD), re.MULTILINE)
    return {name.strip() for name in found[1].split(",")} if found else set()


def _brought_along(inside: Path) -> list[str]:
    """Return the packages of the system's libraries that the bundle has itself."""
    copies = [
        path.name
        for path in (inside / "_internal").glob("lib*.so.*")
        if "python" not in path.name and any(fnmatchcase(path.name, pattern) for pattern in HOST_LIBRARIES)
    ]
    owners = run(["dpkg-query", "--search", *(f"*/{name}" for name in copies)])
    return sorted({line.partition(":")[0] for line in owners.splitlines()} - {"entente"})


def _rights(root: Path) -> None:
    """Give files and folders the rights that Debian asks for."""
    for path in [root, *root.rglob("*")]:
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path == root / PRIVATE / "entente" else 0o644)
