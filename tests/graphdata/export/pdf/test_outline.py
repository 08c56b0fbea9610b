"""Entries are nested by their levels, and a folded entry says so."""

from __future__ import annotations

import pytest

from graphdata.export.pdf.objects import Objects
from graphdata.export.pdf.outline import Entry, _parents, outline


@pytest.mark.parametrize(
    ("levels", "parents"),
    [((1, 1), (-1, -1)), ((1, 2, 2, 1), (-1, 0, 0, -1)), ((1, 3, 2, 3), (-1, 0, 0, 2)), ((3, 1, 2), (-1, -1, 1))],
)
def test_an_entry_stands_in_the_last_one_less_deep(levels: tuple[int, ...], parents: tuple[int, ...]) -> None:
    assert tuple(_parents([Entry(level, "", "[1 0 R/Fit]") for level in levels])) == parents


def test_deep_entries_are_folded() -> None:
    objects = Objects()
    outline(objects, [Entry(level, str(level), "[1 0 R/Fit]") for level in (1, 2, 3)])
    written = objects.file(1, 1)
    assert written.count(b"/Count 1") == 2
    assert written.count(b"/Count -1") == 1
