"""A face knows how wide its glyphs are, as another library reads them."""

from fontTools.ttLib import TTFont

from graphdata.export.pdf import Face


def test_widths_are_those_of_the_font(face: Face, font: TTFont) -> None:
    wide = {font.getGlyphID(name): font["hmtx"][name][0] for name in ("A", "i", "space")}
    assert {number: round(face.width(number) * face.em / 1000) for number in wide} == wide


def test_the_last_width_holds_for_all_that_follow(face: Face) -> None:
    assert face.width(10**6) == face.widths[-1]
