"""Files are read without being led astray."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from graphdata.problems import DatasetError, Problem
from graphdata.storage.files import bytes_of, decoded, text_of, unreadable


def refusal(path: Path, limit: int = 100) -> Problem:
    with pytest.raises(DatasetError) as refused:
        bytes_of(path, "here", limit)
    return refused.value.problems[0]


def test_a_file_up_to_the_limit_is_read(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x" * 100)
    assert len(bytes_of(tmp_path / "a", "here", 100)) == 100


def test_a_file_above_the_limit_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x" * 101)
    assert refusal(tmp_path / "a").rule == "file-too-large"


def test_what_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to("loop")
    assert refusal(tmp_path).message == "this is a folder, and a file is needed."
    assert refusal(tmp_path / "none").rule == "file-missing"
    assert refusal(tmp_path / "loop").message == "the links lead in a circle."
    assert refusal(tmp_path / ("n" * 300)).rule == "unreadable"
    assert refusal(tmp_path / "nul\0").rule == "unreadable"


@pytest.mark.skipif(os.name != "posix", reason="devices are files on POSIX")
def test_a_device_without_end_is_not_read() -> None:
    assert refusal(Path("/dev/zero")).rule == "not-a-file"


def test_a_permission_that_is_missing_is_named() -> None:
    told = unreadable("here", PermissionError(13, "Permission denied")).problems[0]
    assert told.message == "reading it is not permitted."


def test_a_cause_without_a_name_is_passed_on() -> None:
    assert "Stale file handle" in str(unreadable("here", OSError(116, "Stale file handle")))


@pytest.mark.parametrize(("data", "said"), [(b"\xff\xfea\0", "UTF-16"), (b"a\nb\n\xfc", "byte 4 (0xfc) is not UTF-8")])
def test_other_encodings_are_refused(data: bytes, said: str) -> None:
    with pytest.raises(DatasetError, match="encoding") as refused:
        decoded(data, "here")
    assert said in str(refused.value)


def test_the_line_of_a_wrong_byte_is_told() -> None:
    with pytest.raises(DatasetError, match="here, line 3"):
        decoded(b"a\nb\n\xfc", "here")


def test_a_byte_order_mark_is_dropped(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"\xef\xbb\xbfid")
    assert text_of(tmp_path / "a", "here") == "id"
