"""The pictures of the help show the window as it is: one is made anew and compared, as the script does with all."""

from __future__ import annotations

import importlib.util
import io
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest
from PIL import Image, ImageDraw

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def script() -> ModuleType:
    """Return the script that makes the pictures, without running it."""
    spec = importlib.util.spec_from_file_location("screenshots", ROOT / "packaging" / "screenshots.py")
    assert spec
    assert spec.loader
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


def picture(*boxes: tuple[int, int, int, int], size: tuple[int, int] = (600, 400)) -> bytes:
    """Return a white picture with black boxes."""
    image, out = Image.new("RGB", size, "white"), io.BytesIO()
    for box in boxes:
        ImageDraw.Draw(image).rectangle(box, fill="black")
    image.save(out, "PNG")
    return out.getvalue()


def test_the_same_and_nearly_the_same_are_alike(script: ModuleType) -> None:
    """Another library draws the edge of a letter a dot further, and that is no other window."""
    assert script.unlike(picture((10, 10, 60, 60)), picture((10, 10, 60, 60))) == 0
    assert script.unlike(picture((12, 12, 59, 59)), picture((12, 12, 59, 60))) < script.LEAST


def test_a_button_more_or_another_size_is_seen(script: ModuleType) -> None:
    assert script.unlike(picture(), picture((10, 10, 130, 50))) > script.LEAST
    assert script.unlike(picture(), picture(size=(600, 401))) == 1


def test_a_picture_that_is_not_there_is_stale(script: ModuleType, tmp_path: Path) -> None:
    assert script.is_stale(tmp_path / "none.png", picture())


def test_the_window_is_still_the_one_in_the_picture() -> None:
    """Otherwise run packaging/screenshots.py, and look at what it made."""
    command = [sys.executable, str(ROOT / "packaging" / "screenshots.py"), "--check", "window"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
