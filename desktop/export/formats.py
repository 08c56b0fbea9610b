"""The file formats of a picture and the sizes it may have; from a drawing to the bytes of a file."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from graphdata.problems import EntenteError

if TYPE_CHECKING:  # numpy waits until there is something to draw
    from graphdata.drawing import Drawing

MM_PER_INCH: Final = 25.4
LEGIBLE: Final = 46_700.0  # square millimetres on which the marking of a page has 12 points: A4 with margins of 15 mm
SLIDES: Final = ".pptx"  # made from the view itself, by graphdata.export.pptx, not from a drawing
PAGE: Final = ".html"  # made from the view itself too, by graphdata.export.page
SUFFIXES: Final = {
    ".png": "PNG picture",
    ".svg": "SVG drawing",
    ".pdf": "PDF page",
    SLIDES: "PowerPoint slides",
    PAGE: "Interactive page",
}


class Size(NamedTuple):
    """How large a picture is on paper, and how finely it is dotted."""

    width_mm: float
    height_mm: float
    dots_per_inch: float

    @property
    def pixels(self) -> tuple[int, int]:
        """Width and height in pixels."""
        share = self.dots_per_inch / MM_PER_INCH
        return max(1, round(self.width_mm * share)), max(1, round(self.height_mm * share))

    @property
    def aspect(self) -> float:
        """Width divided by height."""
        return self.width_mm / self.height_mm

    @property
    def paper(self) -> float:
        """Its area in square millimetres."""
        return self.width_mm * self.height_mm

    @property
    def enlargement(self) -> float:
        """How many times as long as those of a slide the sides are in the mean: in millimetres, and in pixels as well.

        A poster may so have the smaller marks that a large network needs. On paper too small for the letters of a slide
        it is below 1: by so much less room such letters leave.
        """
        small = math.sqrt(self.width_mm * self.height_mm / LEGIBLE)
        if small < 1.0:
            return small
        across, down = self.pixels
        slide_across, slide_down = SLIDE.pixels
        paper = self.width_mm * self.height_mm / (SLIDE.width_mm * SLIDE.height_mm)
        return float(max(1.0, min(paper, across * down / (slide_across * slide_down)) ** 0.5))


class UnknownFormatError(EntenteError):
    """A file name whose ending names no format that is written."""


def size_in_pixels(width: int, height: int, dots_per_inch: float = 144.0) -> Size:
    """Return the size of so many pixels; 1920 x 1080 at 144 dots per inch is a wide slide."""
    share = MM_PER_INCH / dots_per_inch
    return Size(width * share, height * share, dots_per_inch)


class Preset(NamedTuple):
    """A size that is often wanted, and what it is called."""

    words: str
    size: Size


SLIDE: Final = size_in_pixels(1920, 1080)
PRESETS: Final[dict[str, Preset]] = {
    "slide": Preset("Slide 16:9 (1920 x 1080)", SLIDE),
    "slide-4x3": Preset("Slide 4:3 (1600 x 1200)", size_in_pixels(1600, 1200)),
    "screen-4k": Preset("Screen 4K (3840 x 2160)", size_in_pixels(3840, 2160, 288.0)),
    "web": Preset("Web page (1200 x 675)", size_in_pixels(1200, 675, 96.0)),
    "a4": Preset("A4 landscape, 300 dpi", Size(297.0, 210.0, 300.0)),
    "a4-portrait": Preset("A4 portrait, 300 dpi", Size(210.0, 297.0, 300.0)),
    "a3": Preset("A3 landscape, 300 dpi", Size(420.0, 297.0, 300.0)),
    "a3-portrait": Preset("A3 portrait, 300 dpi", Size(297.0, 420.0, 300.0)),
    "a1": Preset("A1 poster landscape, 300 dpi", Size(841.0, 594.0, 300.0)),
    "a1-portrait": Preset("A1 poster portrait, 300 dpi", Size(594.0, 841.0, 300.0)),
    "a0": Preset("A0 poster landscape, 300 dpi", Size(1189.0, 841.0, 300.0)),
    "a0-portrait": Preset("A0 poster portrait, 300 dpi", Size(841.0, 1189.0, 300.0)),
}


def ensure_known(suffix: str) -> None:
    """Raise UnknownFormatError, with the formats there are, for an ending that names none of them."""
    if suffix.lower() not in SUFFIXES:
        ending, known = suffix or "no ending", ", ".join(SUFFIXES)
        raise UnknownFormatError(f"'{ending}' is not a format that Entente writes. End the name with one of {known}.")


def to_bytes(drawing: Drawing, suffix: str, size: Size, after: Sequence[Drawing] = ()) -> bytes:
    """Return the file for a drawing: PNG, SVG or PDF, where others may come after it.

    Raises UnknownFormatError for an ending of no format.
    """
    ensure_known(suffix)
    kind = suffix.lower()
    if kind == ".svg":
        from graphdata.export.svg import to_svg

        return to_svg(drawing)
    if kind == ".png":
        from desktop.export.raster import to_png

        return to_png(drawing, *size.pixels, size.dots_per_inch)
    if kind == ".pdf":
        from desktop.export.pdf import Leaf, to_pdf

        return to_pdf([Leaf(page, (size.width_mm, size.height_mm)) for page in (drawing, *after)])
    raise UnknownFormatError(f"'{suffix}' is not made from a drawing, but from the view itself.")
