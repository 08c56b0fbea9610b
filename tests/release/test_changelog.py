"""The changelog stays readable for the people who use the program, and agrees with the version."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import NamedTuple

import pytest

import graphdata

CHANGELOG = Path(__file__).resolve().parents[2] / "CHANGELOG.md"


class Entry(NamedTuple):
    """One version of the changelog: its number, its date and the blocks of text below it."""

    version: str
    date: str
    blocks: tuple[str, ...]


def entries() -> list[Entry]:
    """Return the versions in the order of the file."""
    _, *parts = re.split(r"^## ", CHANGELOG.read_text(encoding="utf-8"), flags=re.MULTILINE)
    found = []
    for part in parts:
        heading, _, body = part.partition("\n")
        match = re.fullmatch(r"(\d+\.\d+\.\d+) \((\d{4}-\d{2}-\d{2})\)", heading)
        assert match, f"not 'version (year-month-day)': {heading}"
        found.append(Entry(match[1], match[2], tuple(block for block in body.strip().split("\n\n") if block)))
    return found


def test_newest_version_is_this_one() -> None:
    """The changelog begins with the version that is built."""
    assert entries()[0].version == graphdata.__version__


def test_versions_and_dates_go_down() -> None:
    """The newest version comes first, and no version is younger than the one above it."""
    order = [(tuple(map(int, entry.version.split("."))), entry.date) for entry in entries()]
    assert order == sorted(order, reverse=True)
    assert len({version for version, _ in order}) == len(order)


@pytest.mark.parametrize("entry", entries(), ids=lambda entry: entry.version)
def test_paragraph_then_list(entry: Entry) -> None:
    """An entry has a real date, a paragraph in plain words and then a list."""
    dt.date.fromisoformat(entry.date)
    paragraph, changes = entry.blocks
    assert len(paragraph.split()) >= 20, "the paragraph is too short to tell an analyst anything"
    assert not re.search(r"[`_*#]|\w\(\)", paragraph), "the paragraph is for readers, not for programmers"
    assert changes.startswith("- ")
    assert all(line.startswith(("- ", "  ")) for line in changes.splitlines())
