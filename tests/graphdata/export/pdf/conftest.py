"""The shipped face, and text set in it letter by letter: enough to see what a PDF makes of glyphs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from graphdata.export.pdf import Face, Glyph, Line, Run

ROOT = next(parent for parent in Path(__file__).parents if (parent / "resources").is_dir())
FILE = ROOT / "resources" / "fonts" / "NotoSans-Regular.ttf"


@pytest.fixture(scope="session")
def font() -> TTFont:
    """Return the shipped regular font as another library reads it."""
    return TTFont(FILE)


@pytest.fixture(scope="session")
def face(font: TTFont) -> Face:
    """Return the face of the shipped regular font."""
    data = FILE.read_bytes()
    entries = {str(name): font.reader.tables[name] for name in font.reader.tables}
    return Face("NotoSans-Regular", {n: data[e.offset : e.offset + e.length] for n, e in entries.items()})


@pytest.fixture(scope="session")
def typeset(font: TTFont, face: Face) -> Callable[[str, bool], Line]:
    """Return a function that sets text without kerning; a raised letter follows each circumflex."""

    def set_line(text: str, bold: bool) -> Line:
        glyphs, x = [], 0.0
        for letter in text:
            number = font.getGlyphID(font.getBestCmap()[ord(letter)])
            glyphs.append(Glyph(number, x, 0.2 if letter == "^" else 0.0, letter))
            x += face.width(number) / 1000.0 * (1.1 if bold else 1.0)
        return Line((Run(face, tuple(glyphs)),), x)

    return set_line
