"""Clocks and zones of Qt's PDF are stopped, and every place in the file stays."""

from __future__ import annotations

import re

import pytest

from desktop.export.paper.clock import without_clock


def test_no_clock_is_in_a_file_of_qt(qt_pdf: bytes) -> None:
    stopped = without_clock(qt_pdf)
    assert len(stopped) == len(qt_pdf)
    assert set(re.findall(rb'xmp:\w+Date="([^"]*)', stopped)) == {b"1970-01-01T00:00:00+00:00"}
    assert not re.search(rb"20[2-9]\d-\d\d-\d\dT|D:20[2-9]\d", stopped)


@pytest.mark.parametrize(
    ("clock", "stopped"),
    [
        (b"/CreationDate (D:20260308112233Z)", b"/CreationDate (D:19700101000000Z)"),
        (b"/ModDate(D:20260308112233-03'30')", b"/ModDate(D:19700101000000+00'00')"),
        (b'xmp:CreateDate="2026-03-08T11:22:33+03:30"', b'xmp:CreateDate="1970-01-01T00:00:00+00:00"'),
        (b"<xmp:ModifyDate>2026-03-08T11:22:33Z</xmp:", b"<xmp:ModifyDate>1970-01-01T00:00:00+</xmp:"),
    ],
)
def test_clocks_and_zones_are_stopped_without_moving_what_follows(clock: bytes, stopped: bytes) -> None:
    assert without_clock(clock + b" end") == stopped + b" end"
    assert len(clock) == len(stopped)


def test_a_given_time_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    assert without_clock(b"/ModDate (D:20260308112233Z)") == b"/ModDate (D:20260101000000Z)"
    assert without_clock(b'xmp:CreateDate="2026-03-08T11:22:33+03:30"') == b'xmp:CreateDate="2026-01-01T00:00:00+00:00"'
