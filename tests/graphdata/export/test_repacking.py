"""A package comes out the same whenever and wherever it was packed."""

from __future__ import annotations

import io
import zipfile

from graphdata.export.repacking import UNDATED, repacked


def package(year: int, system: int) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as written:
        for name, text in (("docProps/core.xml", "<someone/>"), ("body.xml", "<body/>")):
            entry = zipfile.ZipInfo(name, (year, 5, 17, 12, 0, 0))
            entry.create_system = system
            written.writestr(entry, text)
    return held.getvalue()


def test_clock_and_system_leave_no_trace() -> None:
    assert repacked(package(2001, 3), {}) == repacked(package(2024, 0), {})


def test_parts_are_replaced_and_the_others_kept() -> None:
    with zipfile.ZipFile(io.BytesIO(repacked(package(2001, 3), {"docProps/core.xml": "<ours/>"}))) as read:
        assert read.read("docProps/core.xml") == b"<ours/>"
        assert read.read("body.xml") == b"<body/>"
        assert {entry.date_time for entry in read.infolist()} == {UNDATED}
