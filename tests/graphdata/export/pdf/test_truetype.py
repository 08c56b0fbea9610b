"""A part of a font is a sound font: another library reads it, and the glyphs that are kept are unchanged."""

import io

import pytest
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont

from graphdata.export.pdf import Face
from graphdata.export.pdf.truetype import subset


def outline(font: TTFont, number: int) -> list[object]:
    """Return how a glyph is drawn, parts put together."""
    glyphs = font.getGlyphSet()
    pen = DecomposingRecordingPen(glyphs)
    glyphs[font.getGlyphName(number)].draw(pen)
    return pen.value


def read(face: Face, text: str, font: TTFont) -> tuple[TTFont, list[int]]:
    """Return the part of the font that a text needs, and the glyphs of the text."""
    numbers = [font.getGlyphID(font.getBestCmap()[ord(letter)]) for letter in text]
    return TTFont(io.BytesIO(subset(face.tables, numbers)), checkChecksums=2), numbers


@pytest.mark.parametrize("text", ["A", "Iran", "é", "Россия", "Ağrı"])
def test_kept_glyphs_are_unchanged(face: Face, font: TTFont, text: str) -> None:
    part, numbers = read(face, text, font)
    for number in numbers:
        assert outline(part, number) == outline(font, number)
        assert part["hmtx"][part.getGlyphName(number)] == font["hmtx"][font.getGlyphName(number)]


def test_other_glyphs_are_gone(face: Face, font: TTFont) -> None:
    part, numbers = read(face, "AZ", font)
    assert not outline(part, numbers[0] + 1)
    assert part["maxp"].numGlyphs == max(numbers) + 1
    assert len(subset(face.tables, numbers)) < len(face.tables["glyf"]) / 20


def test_the_sign_for_what_is_missing_is_kept(face: Face, font: TTFont) -> None:
    part, _ = read(face, "A", font)
    assert outline(part, 0) == outline(font, 0) != []


def test_the_sums_of_the_file_add_up(face: Face, font: TTFont) -> None:
    part, _ = read(face, "Iran", font)
    assert set(part.keys()) - {"GlyphOrder"} >= {"head", "hhea", "maxp", "hmtx", "loca", "glyf"}


def test_a_number_beyond_the_font_is_left_out(face: Face) -> None:
    assert subset(face.tables, [60_000]) == subset(face.tables, [])
