"""What tests of the release share."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"
Load = Callable[[str], ModuleType]


@pytest.fixture(scope="session")
def load() -> Load:
    """Return what loads a script of packaging as a module of its own, without running it."""

    def loaded(name: str) -> ModuleType:
        path = PACKAGING / name
        spec = importlib.util.spec_from_file_location(f"under_test_{path.stem}", path)
        assert spec
        assert spec.loader
        made = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(made)
        return made

    return loaded


@pytest.fixture(scope="session")
def script(load: Load) -> ModuleType:
    """Return the script that makes the pictures."""
    return load("screenshots.py")
