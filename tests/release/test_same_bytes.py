"""Two runs in two processes give the same bytes in every format, and no trace of who ran them and where."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

SUFFIXES = (".png", ".svg", ".pdf", ".pptx", ".html", ".docx", ".xlsx")
RUN = """
import sys
from desktop.command_line import main
for suffix in sys.argv[2:]:
    name = sys.argv[1] + "/map" + suffix
    assert main(["export", "russia-iran", name, "--domain", "tech", "--embed", "data", "--marking", "TLP:RED"]) == 0
"""


def run_in(folder: Path, seed: str) -> dict[str, bytes]:
    """Export every format in a process of its own, whose sets and tables are in another order."""
    folder.mkdir()
    told = {"PYTHONHASHSEED": seed, "USER": "somebody-else", "LOGNAME": "somebody-else"}
    kept = {key: value for key, value in os.environ.items() if key != "SOURCE_DATE_EPOCH"}
    done = subprocess.run(
        [sys.executable, "-c", RUN, str(folder), *SUFFIXES],
        capture_output=True, text=True, timeout=120, check=False, env=kept | told,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return {path.suffix: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """Return the files of two runs."""
    folder = tmp_path_factory.mktemp("runs")
    return run_in(folder / "one", "1"), run_in(folder / "two", "4242")


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_two_runs_give_the_same_bytes(runs: tuple[dict[str, bytes], dict[str, bytes]], suffix: str) -> None:
    assert runs[0][suffix] == runs[1][suffix]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_no_run_leaves_a_trace(
    runs: tuple[dict[str, bytes], dict[str, bytes]], suffix: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Neither a user nor a folder is named, in the file or in its parts."""
    data = runs[0][suffix]
    told = [data]
    if data[:2] == b"PK":
        (folder := tmp_path_factory.mktemp("parts") / "it.zip").write_bytes(data)
        with zipfile.ZipFile(folder) as archive:
            told += [archive.read(name) for name in archive.namelist()]
            assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    for word in (b"somebody-else", b"/tmp/", b"/home/", os.fsencode(Path.home())):
        assert not any(word in part for part in told)
