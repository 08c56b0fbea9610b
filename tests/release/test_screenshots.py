"""The pictures of the help show the window as it is: one is made anew and compared, as the script does with all."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import numpy as np
from PIL import Image, ImageDraw

ROOT = Path(__file__).resolve().parents[2]


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


def test_rare_colours_that_mean_something_stay(script: ModuleType) -> None:
    """The sign of a domain is a few dots large, and has its colour all the same; the ground keeps its own."""
    image = Image.linear_gradient("L").resize((600, 400)).convert("RGB")
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, 599, 99), fill="#f3f5f8")
    for place, colour in enumerate(("#750c0c", "#17756d", "#ab9422")):
        draw.rectangle((20 * place, 10, 20 * place + 8, 18), fill=colour)
    few = image.quantize(palette=script.palette_of(image), dither=Image.Dither.NONE).convert("RGB")
    assert few.getpixel((300, 50)) == (0xF3, 0xF5, 0xF8)
    for place in range(3):
        asked, got = (np.asarray(each)[14, 20 * place + 4].astype(int) for each in (image, few))
        assert abs(asked - got).max() <= 12


def test_a_picture_that_is_not_there_is_stale(script: ModuleType, tmp_path: Path) -> None:
    assert script.is_stale(tmp_path / "none.png", picture())


def test_the_window_is_still_the_one_in_the_picture() -> None:
    """Otherwise run packaging/screenshots.py, and look at what it made."""
    command = [sys.executable, str(ROOT / "packaging" / "screenshots.py"), "--check", "window"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
