"""A face knows how wide its glyphs are, as another library reads them, and a line is told from left to right."""

from fontTools.ttLib import TTFont

from graphdata.export.pdf import Face, Glyph, Run
from graphdata.export.pdf.shaping import in_reading_order


def test_widths_are_those_of_the_font(face: Face, font: TTFont) -> None:
    wide = {font.getGlyphID(name): font["hmtx"][name][0] for name in ("A", "i", "space")}
    assert {number: round(face.width(number) * face.em / 1000) for number in wide} == wide


def test_the_last_width_holds_for_all_that_follow(face: Face) -> None:
    assert face.width(10**6) == face.widths[-1]


def test_a_letter_of_another_face_is_told_where_it_stands(face: Face) -> None:
    around = Run(face, (Glyph(1, 0.0, 0.0, "a"), Glyph(2, 0.5, 0.0, "b"), Glyph(3, 2.0, 0.0, "d")))
    within = Run(face, (Glyph(4, 1.0, 0.0, "c"),))
    found = in_reading_order([around, within])
    assert ["".join(glyph.text for glyph in run.glyphs) for run in found] == ["ab", "c", "d"]


def test_a_run_from_right_to_left_stays_whole(face: Face) -> None:
    persian = Run(face, tuple(Glyph(rank, 3.0 - rank, 0.0, letter) for rank, letter in enumerate("abc")))
    assert in_reading_order([Run(face, (Glyph(9, 0.5, 0.0, "x"),)), persian]) == (
        Run(face, (Glyph(9, 0.5, 0.0, "x"),)),
        persian,
    )
