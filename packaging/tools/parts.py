"""The parts of the bundle that are no Python packages: what packaging/parts.toml says of them, versions asked for."""

from __future__ import annotations

import platform
import re
import subprocess
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from project import BUILD, PACKAGING, python_in, released, run, version


class Part(NamedTuple):
    """A part as it is listed; version may be a way to ask, see parts.toml."""

    name: str
    version: str
    licence: str
    files: tuple[str, ...]
    text: str


def named() -> tuple[Part, ...]:
    """Return every part of the list."""
    listed = tomllib.loads((PACKAGING / "parts.toml").read_text(encoding="utf-8"))["part"]
    return tuple(Part(**{**each, "files": tuple(each["files"])}) for each in listed)


def present(folder: Path, installed: Mapping[str, str]) -> tuple[Part, ...]:
    """Return the parts that a bundle holds, with their versions; installed is package to version."""
    inside = [path.relative_to(folder).as_posix() for path in folder.rglob("*")]
    return tuple(
        part._replace(version=_version(part.version, inside, installed))
        for part in named()
        if not part.files or any(_matches(name, part.files) for name in inside)
    )


def filled(text: str) -> str:
    """Return a text with the version and the day of the release in their places."""
    return text.replace("@VERSION@", version()).replace("@DATE@", f"{released():%Y-%m-%d}")


def _matches(name: str, patterns: tuple[str, ...]) -> bool:
    return any(re.search("(^|/)" + re.escape(each).replace(r"\*", ".*") + "$", name) for each in patterns)


def _version(said: str, inside: list[str], installed: Mapping[str, str]) -> str:
    """Return a version, asked for where the list says how; empty where nobody knows it."""
    way, _, what = said.removeprefix("ask:").partition(" ")
    if not said.startswith("ask:"):
        return said
    if way == "soname":
        found = re.compile(re.escape(what).replace(r"\*", ".*") + r"([\d.]+)$")
        return next((match[1] for name in inside if (match := found.search(name))), "")
    if way == "debian":
        return _debian_version(what)
    known = {"python": platform.python_version(), "qt": installed.get("pyside6-essentials", ""), **installed}
    return known.get(way) or _compiled(way)


def _debian_version(package: str) -> str:
    """Return the version of the Debian package that a library was taken from."""
    command = ["dpkg-query", "--show", "--showformat=${Version}", package]
    try:
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
    except OSError:
        return ""


def _compiled(way: str) -> str:
    """Return the version of a library that is compiled into a Python package, as that package tells it."""
    asked = {
        "libxml2": "from lxml import etree; print('.'.join(map(str, etree.LIBXML_COMPILED_VERSION)))",
        "libxslt": "from lxml import etree; print('.'.join(map(str, etree.LIBXSLT_COMPILED_VERSION)))",
        "expat": "import pyexpat; print(pyexpat.EXPAT_VERSION.partition('_')[2])",
        "openblas": "import numpy.__config__ as c; print(c.CONFIG['Build Dependencies']['blas']['version'])",
    }
    return run([python_in(BUILD / "bundle"), "-I", "-c", asked[way]]).strip()
