"""A PNG written by hand is read by another library as it was meant."""

import io

import numpy as np
import pytest
from PIL import Image

from graphdata.export.png import PIECE, to_indexed_bytes, to_png_bytes

NOISE = np.random.default_rng(7).integers(0, 256, (300, 1400, 4), dtype=np.uint8)


@pytest.mark.parametrize(("depth", "mode"), [(3, "RGB"), (4, "RGBA")])
@pytest.mark.parametrize("rows", [300, 100, 7])
def test_pixels_come_back(depth: int, mode: str, rows: int) -> None:
    picture = NOISE[:, :, :depth]
    strips = (picture[top : top + rows] for top in range(0, 300, rows))
    found = Image.open(io.BytesIO(to_png_bytes(strips, (1400, 300), 300.0)))
    assert (found.mode, found.size) == (mode, (1400, 300))
    assert np.array_equal(np.asarray(found), picture)


def test_the_resolution_is_in_it() -> None:
    found = Image.open(io.BytesIO(to_png_bytes([NOISE[:4, :4, :3]], (4, 4), 300.0)))
    assert found.info["dpi"] == pytest.approx((300, 300), abs=0.02)
    assert set(found.info) == {"dpi"}


def test_much_data_is_cut_into_chunks() -> None:
    content = to_png_bytes([NOISE], (1400, 300), 96.0)
    assert content.count(b"IDAT") >= len(content) // PIECE >= 1


def test_strips_do_not_show() -> None:
    whole, cut = (to_png_bytes(np.split(NOISE, parts), (1400, 300), 96.0) for parts in (1, 5))
    assert whole == cut


def test_numbers_of_colours_come_back() -> None:
    colours, numbers = NOISE[0, :200, :3], NOISE[:, :, :1] % 200
    content = to_indexed_bytes([numbers[:100], numbers[100:]], colours, (1400, 300), 300.0)
    found = Image.open(io.BytesIO(content))
    assert (found.mode, found.size) == ("P", (1400, 300))
    assert np.array_equal(np.asarray(found.convert("RGB")), colours[numbers[:, :, 0]])
