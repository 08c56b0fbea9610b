"""Every size is what it says in pixels and on paper, and every format begins as it should."""

from __future__ import annotations

import pytest

from desktop.export.formats import PRESETS, SLIDE, SUFFIXES, Size, UnknownFormatError, size_in_pixels, to_bytes
from desktop.export.raster import LARGEST
from graphdata.drawing import Drawing

HEADS = {".png": b"\x89PNG\r\n", ".svg": b"<?xml", ".pdf": b"%PDF-1."}


@pytest.mark.parametrize(("width", "height", "dots"), [(1920, 1080, 144.0), (1, 1, 72.0), (3333, 777, 299.9)])
def test_pixels_asked_for_are_pixels_made(width: int, height: int, dots: float) -> None:
    assert size_in_pixels(width, height, dots).pixels == (width, height)


def test_paper_has_the_pixels_of_its_dots() -> None:
    a4 = Size(297.0, 210.0, 300.0)
    assert a4.pixels == (3508, 2480)
    assert a4.aspect == pytest.approx(2**0.5, abs=0.001)


@pytest.mark.parametrize("name", PRESETS)
def test_a_preset_is_as_large_as_its_name_says(name: str) -> None:
    words, (width, height) = PRESETS[name].words, PRESETS[name].size.pixels
    said = {"16:9": 16 / 9, "4:3": 4 / 3, "4K": 16 / 9, "Web": 16 / 9, "landscape": 2**0.5, "portrait": 2**-0.5}
    assert width / height == pytest.approx(next(v for word, v in said.items() if word in words), abs=0.002)
    assert f"({width} x {height})" in words or "300 dpi" in words
    assert max(width, height) <= LARGEST


@pytest.mark.parametrize("suffix", HEADS)
def test_every_format_is_written_and_repeats_itself(page: Drawing, suffix: str) -> None:
    size = Size(80.0, 45.0, 96.0)
    content = to_bytes(page, suffix.upper(), size)
    assert content.startswith(HEADS[suffix])
    assert content == to_bytes(page, suffix, size)


@pytest.mark.parametrize(("suffix", "said"), [(".gif", "'.gif'"), ("", "'no ending'")])
def test_another_format_is_refused_with_those_there_are(page: Drawing, suffix: str, said: str) -> None:
    with pytest.raises(UnknownFormatError, match=rf"^{said} is not a format .*{', '.join(SUFFIXES)}\.$"):
        to_bytes(page, suffix, SLIDE)


def test_a_poster_is_larger_than_a_slide_and_a_coarse_one_is_not() -> None:
    larger = {name: preset.size.enlargement for name, preset in PRESETS.items()}
    assert larger["slide"] == larger["screen-4k"] == larger["a4"] == 1.0
    assert larger["a0"] == larger["a0-portrait"] == pytest.approx(3.94, abs=0.01)
    assert Size(1189.0, 841.0, 30.0).enlargement == 1.0


def test_how_much_larger_is_told_from_the_slide_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.export.formats.SLIDE", size_in_pixels(960, 540))
    assert size_in_pixels(1920, 1080).enlargement == pytest.approx(2.0)
