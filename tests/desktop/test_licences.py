"""The licences of everything shipped."""

from __future__ import annotations

from desktop.licences import _is_licence, components


def test_our_own_licence_comes_first_and_whole() -> None:
    first = components()[0]
    assert (first.name, first.licence) == ("Entente", "Apache-2.0")
    assert "Apache License" in first.text


def test_every_part_names_its_licence() -> None:
    assert all(part.licence or part.text for part in components())


def test_every_library_we_need_is_listed() -> None:
    names = {part.name for part in components()}
    assert {"PySide6-Essentials", "shiboken6", "numpy", "msgspec", "rapidfuzz", "Noto Sans fonts", "Python"} <= names


def test_qt_says_that_it_can_be_replaced() -> None:
    qt = next(part for part in components() if part.name == "PySide6-Essentials")
    assert "replaced" in qt.text
    assert "LGPL" in qt.licence


def test_a_compiled_module_is_no_licence() -> None:
    assert not _is_licence("licences.cpython-311.pyc")
    assert not _is_licence("licences.py")
    assert _is_licence("LICENSE")
