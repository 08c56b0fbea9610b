"""The locked packages: complete, hashed, from nowhere in particular, and within what pyproject.toml allows."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
LOCK = (ROOT / "packaging" / "requirements.lock").read_text(encoding="utf-8")
PINS = [Requirement(line.rstrip(" \\")) for line in re.findall(r"^\w.*$", LOCK, re.MULTILINE)]


def wanted() -> list[Requirement]:
    """Return what running, testing, checking and building ask for."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    project, build = settings["project"], settings["build-system"]["requires"]
    extras = project["optional-dependencies"]
    return [Requirement(line) for line in (*project["dependencies"], *extras["test"], *extras["check"], *build)]


@pytest.mark.parametrize("requirement", wanted(), ids=lambda requirement: requirement.name)
def test_pins_what_the_project_asks_for(requirement: Requirement) -> None:
    """Every requirement is locked, at versions that it allows."""
    pins = [pin for pin in PINS if canonicalize_name(pin.name) == canonicalize_name(requirement.name)]
    versions = [version.version for pin in pins for version in pin.specifier]
    assert versions
    assert all(requirement.specifier.contains(version) for version in versions)


def test_every_pin_is_exact_and_hashed() -> None:
    """Each package is pinned to one version and carries its hashes."""
    blocks = re.split(r"^(?=\w)", LOCK, flags=re.MULTILINE)[1:]
    assert len(blocks) == len(PINS)
    assert all("==" in block.splitlines()[0] and "--hash=sha256:" in block for block in blocks)


def test_qt_is_the_release_that_keeps_references() -> None:
    """Other releases of the binding lose references to None and end the interpreter."""
    assert {str(pin.specifier) for pin in PINS if pin.name == "pyside6-essentials"} == {"==6.11.3"}


def test_names_no_host_and_no_path() -> None:
    """The lock says what is installed, never where it is fetched."""
    assert not re.search(r"://|^\s*(-i|-f|--(extra-)?index|--find-links|-e)\b|@ ", LOCK, re.MULTILINE)
