"""Files are written whole, and several of them all or none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graphdata.problems import EntenteError
from graphdata.storage.writing import NotWrittenError, write_together, write_whole


def test_a_file_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    for content in (b"old", b"new"):
        write_whole(tmp_path / "a", content)
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a", b"new")]


def test_a_disk_that_refuses_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotWrittenError, match=f"no folder {tmp_path / 'no'}. Make it"):
        write_whole(tmp_path / "no" / "a", b"")
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(NotWrittenError, match="Choose another folder"):
        write_together(tmp_path / "file", [("a", b"")])


def test_several_files_come_together_into_a_new_folder(tmp_path: Path) -> None:
    folder = tmp_path / "in" / "new"
    assert write_together(folder, [("a", b"1"), ("b", b"2")]) == (folder / "a", folder / "b")
    assert sorted(path.read_bytes() for path in folder.iterdir()) == [b"1", b"2"]


@pytest.mark.parametrize("there", [True, False])
def test_where_one_of_them_cannot_be_made_none_is_written(tmp_path: Path, there: bool) -> None:
    def files() -> Iterator[tuple[str, bytes]]:
        yield "a", b"new"
        raise EntenteError("too large")

    if there:
        write_together(tmp_path / "maps", [("a", b"old")])
    with pytest.raises(EntenteError, match="too large"):
        write_together(tmp_path / "maps", files())
    found = [(path.name, path.read_bytes()) for path in tmp_path.rglob("*") if path.is_file()]
    assert found == ([("a", b"old")] if there else [])
    assert (tmp_path / "maps").exists() == there
