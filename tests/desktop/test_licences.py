"""The licences of everything shipped."""

from __future__ import annotations

from importlib import metadata
from pathlib import Path

from desktop.licences import _is_licence, _texts_beside, components


def test_our_own_licence_comes_first_and_whole() -> None:
    first = components()[0]
    assert (first.name, first.licence) == ("Entente", "Apache-2.0")
    assert "Apache License" in first.text


def test_every_part_brings_its_licence() -> None:
    assert not [part.name for part in components() if not part.text]
    assert {"ICU", "libxml2", "Qt", "vis-network"} <= {part.name for part in components()}


def test_metadata_without_a_list_of_files_still_lead_to_the_text(tmp_path: Path) -> None:
    """The bundle keeps no list of files: it would hold hashes of scripts that differ from build to build."""
    (tmp_path / "x.dist-info").mkdir()
    (tmp_path / "x.dist-info" / "METADATA").write_text("Name: x\nVersion: 1\n", encoding="utf-8")
    (tmp_path / "x.dist-info" / "LICENSE_BSD.txt").write_text("may be used", encoding="utf-8")
    found = next(iter(metadata.distributions(path=[str(tmp_path)])))
    assert "may be used" in _texts_beside(found)


def test_every_library_we_need_is_listed() -> None:
    names = {part.name for part in components()}
    assert {"PySide6-Essentials", "shiboken6", "numpy", "msgspec", "rapidfuzz", "Noto Sans fonts", "Python"} <= names


def test_qt_says_that_it_can_be_replaced() -> None:
    qt = next(part for part in components() if part.name == "PySide6-Essentials")
    assert "replaced" in qt.text
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in qt.text
    assert "GNU GENERAL PUBLIC LICENSE" in qt.text
    assert "LGPL" in qt.licence
    folder = next(Path(line) for line in qt.text.splitlines() if (Path(line) / "PySide6").is_dir())
    assert (folder / "shiboken6").is_dir()


def test_a_compiled_module_is_no_licence() -> None:
    assert not _is_licence("licences.cpython-311.pyc")
    assert not _is_licence("licences.py")
    assert _is_licence("LICENSE")
