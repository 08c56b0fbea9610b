"""What a path names is known before it is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop import path_kinds
from desktop.path_kinds import is_large, is_picture, is_table


def test_what_is_large_is_known_before_it_is_read(pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not is_large(pack)
    assert not is_large(pack.parent)
    assert not is_large(pack.parent / "nothing")
    monkeypatch.setattr(path_kinds, "LARGE_PACK", 10)
    monkeypatch.setattr(path_kinds, "LARGE_FOLDER", 1)
    (pack.parent / "relations").mkdir()
    (pack.parent / "relations" / "one.toml").touch()
    assert is_large(pack)
    assert is_large(pack.parent)


def test_folders_are_networks_whatever_they_are_called(tmp_path: Path) -> None:
    for name in ("map.svg", "claims.csv"):
        (tmp_path / name).mkdir()
        assert not is_picture(tmp_path / name)
        assert not is_table(tmp_path / name)


@pytest.mark.parametrize(
    ("name", "picture", "table"),
    [
        ("map.SVG", True, False),
        ("views.entente", True, False),
        ("claims.csv", False, True),
        ("x.ententepack", False, False),
    ],
)
def test_files_are_told_by_their_endings(tmp_path: Path, name: str, picture: bool, table: bool) -> None:
    (tmp_path / name).touch()
    assert (is_picture(tmp_path / name), is_table(tmp_path / name)) == (picture, table)
