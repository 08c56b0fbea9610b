"""Whatever holds a network can be opened by its path; anything else is refused with what can be."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphdata.network import Network
from graphdata.problems import DatasetError
from graphdata.storage.pack import to_pack
from graphdata.storage.reading import read_network


def test_folder_and_pack_open_alike(folder: Path, sample: Network, tmp_path: Path) -> None:
    (tmp_path / "a.ententepack").write_bytes(to_pack(sample))
    assert read_network(folder) == read_network(tmp_path / "a.ententepack") == sample


@pytest.mark.parametrize("name", ["a.json", "network.toml", "a"])
def test_other_files_are_refused_with_what_can_be_opened(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("{}", encoding="utf-8")
    with pytest.raises(DatasetError, match=r"Open the folder that holds network.toml, or a pack \(\*\.ententepack\)"):
        read_network(tmp_path / name)


@pytest.mark.parametrize("name", ["nothing", "nothing.ententepack", "nul\0", "n" * 300])
def test_a_path_to_nothing(tmp_path: Path, name: str) -> None:
    with pytest.raises(DatasetError):
        read_network(tmp_path / name)


def test_a_folder_with_the_name_of_a_pack(tmp_path: Path) -> None:
    (tmp_path / "a.ententepack").mkdir()
    with pytest.raises(DatasetError, match="this is a folder, and a file is needed"):
        read_network(tmp_path / "a.ententepack")
