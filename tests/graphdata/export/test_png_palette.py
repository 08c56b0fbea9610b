"""A palette keeps what is named, and is off by no more than it says."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphdata.export.png_palette import NEAR, Colours, Palette, Pixels

WHITE, INK = 0xFFFFFFFF, 0xFF102030


def gathered(pixels: Pixels, named: tuple[str, ...] = (), band: int = 64) -> tuple[Palette | None, Colours]:
    """Return the palette of a picture, and what gathered it."""
    colours = Colours(named, "#FFFFFF", pixels.shape[1])
    for top in range(0, len(pixels), band):
        colours.add(pixels[top : top + band])
    return colours.palette(), colours


def shown(palette: Palette, colours: Colours) -> np.ndarray:
    """Return red, green and blue of each pixel as the palette shows it."""
    return palette.colours[np.concatenate(list(colours.numbers(palette)))[:, :, 0]].astype(int)


def parts(pixels: Pixels) -> np.ndarray:
    """Return red, green and blue of each pixel."""
    return np.stack([(pixels >> shift) & 255 for shift in (16, 8, 0)], axis=-1).astype(int)


def ramps(seed: int, count: int) -> Pixels:
    """Return a picture of some inks, each in every shade from white."""
    inks = np.random.default_rng(seed).integers(0, 256, (count, 1, 3))
    shades = (255 + (inks - 255) * np.linspace(0, 1, 200)[:, None]).round().astype(np.uint32)
    found: Pixels = 0xFF000000 | (shades[..., 0] << 16) | (shades[..., 1] << 8) | shades[..., 2]
    return found


@given(st.integers(0, 99), st.integers(1, 9))
def test_no_shade_is_off_by_more_than_is_seen(seed: int, count: int) -> None:
    pixels = ramps(seed, count)
    palette, colours = gathered(pixels)
    assert palette is not None
    assert len(palette.colours) <= 256
    assert np.abs(shown(palette, colours) - parts(pixels)).max() <= NEAR


def test_a_picture_of_too_many_colours_has_no_palette() -> None:
    noise = np.random.default_rng(7).integers(0, 1 << 24, (200, 200)).astype(np.uint32) | 0xFF000000
    assert gathered(noise)[0] is None


def test_what_is_named_stays_as_it_is() -> None:
    pixels = np.full((8, 40), WHITE, np.uint32)
    pixels[3, 5:30] = INK + np.arange(25) % 3  # one cell, three colours
    palette, colours = gathered(pixels, ("#FFFFFF", "#102030"))
    assert palette is not None
    assert [16, 32, 48] in palette.colours.tolist()
    assert shown(palette, colours)[3, 5].tolist() == [16, 32, 48]


def test_of_alike_colours_the_one_that_covers_an_area_is_kept() -> None:
    pixels = np.full((8, 40), WHITE, np.uint32)
    pixels[0:5, 5:30] = INK
    pixels[6, 1::2] = INK + 1
    palette, colours = gathered(pixels)
    assert palette is not None
    assert shown(palette, colours)[0, 5].tolist() == [16, 32, 48]


def test_named_colours_too_alike_to_tell_apart_have_no_palette() -> None:
    pixels = np.full((4, 4), WHITE, np.uint32)
    assert gathered(pixels, ("#FFFFFF", "#FDFDFD"))[0] is None


@pytest.mark.parametrize("band", [1, 3, 64])
def test_bands_do_not_show(band: int) -> None:
    pixels = ramps(3, 9)
    whole, cut = gathered(pixels)[0], gathered(pixels, band=band)[0]
    assert whole is not None
    assert cut is not None
    assert np.array_equal(whole.colours, cut.colours)
    assert np.array_equal(whole.numbers, cut.numbers)
