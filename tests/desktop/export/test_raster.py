"""A PNG has the pixels and the resolution asked for, and nothing that tells who made it."""

from __future__ import annotations

import io
import struct
import zlib
from dataclasses import replace
from typing import NamedTuple

import numpy as np
import pytest
from PIL import Image
from PySide6.QtWidgets import QApplication

from desktop.export import raster
from desktop.export.raster import PictureTooLargeError, to_png
from graphdata import curves
from graphdata.drawing import Disc, Drawing, Group, Polygon, Strokes, Words
from graphdata.export.png_palette import NEAR

BLUE, RED = (0, 0, 255), (255, 0, 0)
SPOT = Drawing(100.0, 100.0, "#0000ff", (Disc(50.0, 50.0, 30.0, "#ff0000"),))


class Png(NamedTuple):
    """What a PNG holds: its chunks by name, its size, and its rows of colours."""

    chunks: dict[bytes, bytes]
    width: int
    height: int
    rows: list[list[tuple[int, ...]]]


def read(content: bytes) -> Png:
    """Return the parts of a PNG, each checked against its checksum; for 8 bits of a colour, or of its number."""
    chunks: dict[bytes, bytes] = {}
    at = 8
    while at < len(content):
        (length,) = struct.unpack_from(">I", content, at)
        name, data = content[at + 4 : at + 8], content[at + 8 : at + 8 + length]
        assert struct.unpack_from(">I", content, at + 8 + length) == (zlib.crc32(name + data),)
        chunks[name] = chunks.get(name, b"") + data
        at += 12 + length
    width, height, depth, kind, *_ = struct.unpack(">IIBBBBB", chunks[b"IHDR"])
    assert (depth, kind) in {(8, 2), (8, 3)}
    data = zlib.decompress(chunks[b"IDAT"])
    rows = unfiltered(data, width, height, 3 if kind == 2 else 1)
    if kind == 3:
        colours = [tuple(chunks[b"PLTE"][at : at + 3]) for at in range(0, len(chunks[b"PLTE"]), 3)]
        rows = [[colours[number] for (number,) in row] for row in rows]
    return Png(chunks, width, height, rows)


def unfiltered(data: bytes, width: int, height: int, depth: int) -> list[list[tuple[int, ...]]]:
    """Return the rows of pixels, each byte's prediction from its neighbours added back."""
    size, rows = width * depth, [bytearray(width * depth)]
    for row in range(height):
        start = row * (size + 1)
        line, above = bytearray(data[start + 1 : start + 1 + size]), rows[-1]
        for at in range(size):
            left, corner = (line[at - depth], above[at - depth]) if at >= depth else (0, 0)
            line[at] = (line[at] + predicted(data[start], left, above[at], corner)) % 256
        rows.append(line)
    return [[tuple(line[at : at + depth]) for at in range(0, size, depth)] for line in rows[1:]]


def predicted(kind: int, left: int, above: int, corner: int) -> int:
    """Return what a PNG filter expects a byte to be."""
    near = min((left, above, corner), key=lambda each: abs(left + above - corner - each))
    return (0, left, above, (left + above) // 2, near)[kind]


@pytest.mark.parametrize("size", [(100, 100), (64, 36), (1, 1), (37, 211)])
def test_it_has_the_pixels_asked_for(qapp: QApplication, size: tuple[int, int]) -> None:  # noqa: ARG001 - Qt must run first
    png = read(to_png(SPOT, *size))
    assert (png.width, png.height) == size


@pytest.mark.parametrize(("dots", "per_metre"), [(96.0, 3780), (144.0, 5669), (300.0, 11811)])
def test_its_resolution_is_written_into_it(qapp: QApplication, dots: float, per_metre: int) -> None:  # noqa: ARG001 - Qt must run first
    assert struct.unpack(">IIB", read(to_png(SPOT, 20, 20, dots)).chunks[b"pHYs"]) == (per_metre, per_metre, 1)


def test_it_shows_the_drawing(qapp: QApplication) -> None:  # noqa: ARG001 - Qt must run first
    rows = read(to_png(SPOT, 50, 50)).rows
    assert [rows[25][25], rows[2][2], rows[25][12]] == [RED, BLUE, RED]


def test_a_drawing_of_another_shape_is_centred_on_its_background(qapp: QApplication) -> None:  # noqa: ARG001 - Qt must run first
    rows = read(to_png(SPOT, 200, 50)).rows
    assert [rows[25][100], rows[25][20], rows[25][199], rows[25][80]] == [RED, BLUE, BLUE, BLUE]
    rows = read(to_png(SPOT, 50, 200)).rows
    assert [rows[100][25], rows[20][25], rows[199][25], rows[80][25]] == [RED, BLUE, BLUE, BLUE]


def test_it_tells_nothing_of_who_made_it(page: Drawing) -> None:
    chunks = read(to_png(replace(page, title="secret", description="secret"), 160, 90)).chunks
    assert set(chunks) == {b"IHDR", b"pHYs", b"PLTE", b"IDAT", b"IEND"}


def test_the_same_drawing_gives_the_same_bytes(page: Drawing) -> None:
    assert to_png(page, 320, 180, 144.0) == to_png(page, 320, 180, 144.0)


def test_another_word_gives_another_picture(undressed: QApplication) -> None:  # noqa: ARG001 - its fonts
    pictures = {to_png(Drawing(60.0, 20.0, "#ffffff", (Words(2.0, 15.0, t, 10.0, "#000000"),)), 60, 20) for t in "AB"}
    assert len(pictures) == 2


@pytest.mark.parametrize("size", [(0, 10), (10, 0), (-5, 10), (20_001, 10), (10, 10**9)])
def test_too_large_a_picture_is_refused_with_the_remedy(size: tuple[int, int]) -> None:
    with pytest.raises(PictureTooLargeError) as refused:
        to_png(SPOT, *size)
    assert str(refused.value) == f"A picture of {size[0]} x {size[1]} pixels cannot be made. Ask for 1 to 20000 a side."


def test_strips_do_not_show(page: Drawing, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = to_png(page, 320, 180)
    monkeypatch.setattr(raster, "STRIP", 320 * 37)
    assert to_png(page, 320, 180) == whole


def test_without_a_background_it_is_see_through(qapp: QApplication) -> None:  # noqa: ARG001 - Qt must run first
    found = Image.open(io.BytesIO(to_png(replace(SPOT, background=""), 50, 50)))
    assert found.mode == "RGBA"
    assert [found.getpixel(place) for place in ((25, 25), (2, 2))] == [(*RED, 255), (0, 0, 0, 0)]


def pixels(content: bytes) -> np.ndarray:
    """Return the colours of a PNG as another library reads them."""
    return np.asarray(Image.open(io.BytesIO(content)).convert("RGB")).astype(int)


@pytest.mark.parametrize("deep", [37, 64, 101])
def test_strips_are_not_seen_in_bent_lines(qapp: QApplication, monkeypatch: pytest.MonkeyPatch, deep: int) -> None:  # noqa: ARG001 - Qt must run first
    ends = np.random.default_rng(5).uniform(5.0, 175.0, (2, 40, 2))
    paths = curves.lanes(ends[0], ends[1], np.full(40, 9.0))
    lines = tuple(Strokes(curves.segments(path), "#750c0c", 1.0 + at / 20) for at, path in enumerate(paths))
    drawing = Drawing(180.0, 180.0, "#ffffff", lines)
    monkeypatch.setattr(raster, "INDEXED", 0)
    whole = pixels(to_png(drawing, 720, 720))
    monkeypatch.setattr(raster, "STRIP", 720 * deep)
    assert np.abs(pixels(to_png(drawing, 720, 720)) - whole).max() <= 10  # Qt rounds anew where it clips a piece


def test_a_palette_keeps_areas_as_they_are_and_edges_close(page: Drawing, monkeypatch: pytest.MonkeyPatch) -> None:
    small = to_png(page, 1280, 720)
    monkeypatch.setattr(raster, "INDEXED", 0)
    exact = to_png(page, 1280, 720)
    off = np.abs(pixels(small) - pixels(exact)).max(axis=2)
    assert (small[25], exact[25]) == (3, 2)  # the numbers of PNG for a palette, and for red, green and blue
    assert off.max() <= NEAR
    assert (off == 0).mean() > 0.9
    assert len(small) < 0.6 * len(exact)


def test_every_colour_that_is_named_is_kept(qapp: QApplication) -> None:  # noqa: ARG001 - Qt must run first
    discs = tuple(Disc(5.0 + 10 * at, 50.0, 4.0, f"#{at * 16:02x}40{255 - at * 9:02x}") for at in range(10))
    rows = read(to_png(Drawing(100.0, 100.0, "#fdfdfd", discs), 100, 100)).rows
    assert [rows[50][5 + 10 * at] for at in range(10)] == [(at * 16, 64, 255 - at * 9) for at in range(10)]


def test_colours_too_alike_for_a_palette_stay_apart(qapp: QApplication) -> None:  # noqa: ARG001 - Qt must run first
    drawing = Drawing(100.0, 100.0, "#fdfdfd", (Disc(50.0, 50.0, 30.0, "#ffffff"),))
    content = to_png(drawing, 50, 50)
    assert content[25] == 2
    assert [read(content).rows[at][at] for at in (2, 25)] == [(253, 253, 253), (255, 255, 255)]


def test_what_is_seen_through_is_not_named() -> None:
    box = np.array([[0.0, 0.0], [9.0, 0.0], [9.0, 9.0]])
    marks = (Polygon(box, "#111111", opacity=0.5), Group("a", "", (Words(1, 1, "x", 9, "#222222"),)))
    assert raster._named(Drawing(9.0, 9.0, "#333333", marks)) == {"#222222", "#333333"}
