"""The wheel holds the two packages, their resources and the licence, and nothing else."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import graphdata

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a wheel that is built from this folder, without the network."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(build, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return next(folder.glob("*.whl"))


def names_in(wheel: Path) -> list[str]:
    """Return the files of the wheel."""
    return zipfile.ZipFile(wheel).namelist()


def test_top_level_is_the_two_packages(wheel: Path) -> None:
    """Nothing of tests, packaging or the root is installed."""
    info = f"entente-{graphdata.__version__}.dist-info"
    assert {name.partition("/")[0] for name in names_in(wheel)} == {"desktop", "graphdata", info}


def test_holds_all_resources(wheel: Path) -> None:
    """What the program shows comes with it, file for file."""
    resources = ROOT / "resources"
    here = {path.relative_to(resources).as_posix() for path in resources.rglob("*") if path.is_file()}
    inside = "desktop/resources/"
    there = {name.removeprefix(inside) for name in names_in(wheel) if name.startswith(inside)}
    assert here
    assert here == there


def test_holds_what_the_exporters_read(wheel: Path) -> None:
    """Scripts, style sheets and tables that lie among the modules come with them."""
    beside = [path for path in (ROOT / "graphdata").rglob("*") if path.suffix in (".js", ".css", ".json")]
    assert {path.relative_to(ROOT).as_posix() for path in beside} <= set(names_in(wheel))
    assert len(beside) >= 6


def test_holds_no_leftovers(wheel: Path) -> None:
    """No compiled file, no cache and no empty package is shipped."""
    assert not [name for name in names_in(wheel) if name.endswith((".pyc", ".orig", "~")) or "__pycache__" in name]


def test_names_its_command_and_licence(wheel: Path) -> None:
    """The wheel installs the command entente and carries the licence."""
    with zipfile.ZipFile(wheel) as archive:
        info = f"entente-{graphdata.__version__}.dist-info/"
        assert b"entente = desktop.__main__:main" in archive.read(info + "entry_points.txt")
        assert b"Apache License" in archive.read(info + "licenses/LICENSE")
