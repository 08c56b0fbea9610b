"""A folder of dossiers is written whole into an empty place, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphdata.network import Network
from graphdata.storage import dossier_writing
from graphdata.storage.dossier_writing import write_dossiers
from graphdata.storage.dossiers import read_dossiers
from graphdata.storage.writing import NotWrittenError


def test_what_is_written_reads_back_equal(sample: Network, tmp_path: Path) -> None:
    write_dossiers(sample, tmp_path / "new")
    assert read_dossiers(tmp_path / "new") == sample
    assert sorted(path.name for path in (tmp_path / "new").iterdir()) == [
        "actors.toml", "network.toml", "relations", "sources.toml",
    ]  # fmt: skip


def test_the_shipped_network_survives_the_way(tmp_path: Path) -> None:
    shipped = read_dossiers(Path(__file__).parents[3] / "resources/networks/russia-iran")
    write_dossiers(shipped, tmp_path / "copy")
    assert read_dossiers(tmp_path / "copy") == shipped


def test_an_empty_folder_is_used(sample: Network, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path / "empty")
    write_dossiers(sample, Path())
    assert read_dossiers(tmp_path / "empty") == sample


def test_nothing_is_ever_overwritten(sample: Network, folder: Path) -> None:
    before = {path: path.read_bytes() for path in folder.rglob("*.toml")}
    with pytest.raises(NotWrittenError, match="is not empty"):
        write_dossiers(sample, folder)
    assert {path: path.read_bytes() for path in folder.rglob("*.toml")} == before


def test_places_that_cannot_be_written_to(sample: Network, folder: Path, tmp_path: Path) -> None:
    for place in (folder / "network.toml", tmp_path / "no" / "such", tmp_path / "nul\0"):
        with pytest.raises(NotWrittenError):
            write_dossiers(sample, place)


def test_a_failure_leaves_nothing_behind(sample: Network, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(dossier_writing, "_write", fail)
    with pytest.raises(NotWrittenError, match="No space left on device"):
        write_dossiers(sample, tmp_path / "new")
    assert [path.name for path in tmp_path.iterdir()] == ["sample"]


def test_a_dossier_that_could_never_be_opened_is_not_written(
    sample: Network, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dossier_writing, "FILE_LIMIT", 100)
    with pytest.raises(NotWrittenError, match="Split the table"):
        write_dossiers(sample, tmp_path / "new")
    assert not (tmp_path / "new").exists()
