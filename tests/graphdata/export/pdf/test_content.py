"""Marks become few operators; what does not change is not said again; links and their targets are remembered."""

from dataclasses import replace

import numpy as np
import pytest

from graphdata.curves import lane, segments
from graphdata.drawing import Disc, Drawing, Group, Mark, Polygon, Strokes, Words
from graphdata.export.pdf import Face, Glyph, Line, Run, Typesetter
from graphdata.export.pdf.content import Page, page_of
from graphdata.export.pdf.resources import Resources
from graphdata.export.pdf.structure import Tag

BOX = np.array([[1.0, 2.0], [4.0, 2.0], [4.0, 6.0], [1.0, 6.0]])
STAR = np.array([[9.5 * np.cos(a), 9.5 * np.sin(a)] for a in np.arange(8.0)])
BENT = lane(np.array([0.0, 0.0]), np.array([90.0, 0.0]), 20.0)


def page(typeset: Typesetter, *marks: Mark, background: str = "") -> Page:
    return page_of(Drawing(100.0, 50.0, background, marks), Resources(), typeset, {})


def written(typeset: Typesetter, *marks: Mark, background: str = "") -> list[str]:
    """Return the operators, without those that tell the parts of the page."""
    lines = page(typeset, *marks, background=background).operators.decode().splitlines()
    return [line for line in lines if not line.endswith(("BDC", "EMC")) or "BMC" in line]


def test_a_background_is_filled_and_none_is_not(typeset: Typesetter) -> None:
    assert written(typeset, background="#FF0000") == ["1 j", "1 0 0 rg", "/Artifact BMC 0 0 100 50 re f EMC"]
    assert written(typeset) == ["1 j"]


def test_a_bent_line_is_one_curve_and_dashed(typeset: Typesetter) -> None:
    mark = Strokes(segments(BENT), "#0000FF", 1.5, path=BENT, dash=(6.0, 3.0))
    assert written(typeset, mark) == [
        "1 j",
        "0 0 1 RG",
        "1.5 w",
        "[6 3]0 d",
        "0 J",
        "0 0 m 27 -26.67 63 -26.67 90 0 c S",
    ]


def test_pieces_that_do_not_touch_begin_anew(typeset: Typesetter) -> None:
    mark = Strokes(np.array([[0.0, 0, 5, 5], [5, 5, 9, 9], [20, 0, 30, 0]]), "#000000", 1.0)
    assert written(typeset, mark)[-1] == "0 0 m 5 5 l 9 9 l 20 0 m 30 0 l S"


def test_a_box_is_a_box(typeset: Typesetter) -> None:
    assert written(typeset, Polygon(BOX, "#00FF00"))[1:] == ["0 1 0 rg", "q 1 0 0 1 1 2 cm 0 0 3 4 re f Q"]


@pytest.mark.parametrize(
    ("fill", "line", "operator"), [("#000000", "", "f"), ("", "#000000", "S"), ("#000000", "#000000", "B")]
)
def test_what_is_filled_and_what_is_lined(typeset: Typesetter, fill: str, line: str, operator: str) -> None:
    assert written(typeset, Polygon(BOX, fill, line, 1.0))[-1].endswith(f"re {operator} Q")


def test_a_shape_that_comes_again_is_called_by_its_name(typeset: Typesetter) -> None:
    lines = written(typeset, *(Polygon(STAR + 20.0 * each, "#ABCDEF") for each in range(3)))
    assert [line.count(" l") for line in lines[2:]] == [7, 0, 0]
    assert [line.split(" cm ")[1] for line in lines[3:]] == ["/X0 Do Q"] * 2


def test_nothing_is_said_twice(typeset: Typesetter) -> None:
    marks = [Disc(1.0, 1.0, 1.0, "#123456", "#000000", 1.0), Disc(2.0, 2.0, 1.0, "#123456", "#000000", 1.0)]
    assert sum(line.endswith(("rg", "RG", "w")) for line in written(typeset, *marks)) == 3


def test_see_through_is_switched_on_and_off(typeset: Typesetter) -> None:
    marks = [Polygon(BOX, "#000000", opacity=0.8), Disc(1.0, 1.0, 1.0, "#000000"), Polygon(BOX, "#000000", opacity=0.8)]
    assert [line for line in written(typeset, *marks) if line.endswith("gs")] == ["/G0 gs", "/G1 gs", "/G0 gs"]


def test_text_is_glyphs_at_its_place(typeset: Typesetter) -> None:
    line = written(typeset, Words(5.0, 9.0, "AA", 10.0, "#000000"))[-1]
    assert line == "BT /F0 10 Tf 1 0 0 -1 5 9 Tm [<00240024>]TJ ET"


def test_the_middle_and_the_end_are_where_they_should_be(typeset: Typesetter) -> None:
    words = Words(50.0, 9.0, "AA", 10.0, "#000000")
    wide = typeset("AA", False).width * 10.0
    lefts = [written(typeset, replace(words, anchor=each))[-1].split()[8] for each in ("start", "middle", "end")]
    assert [float(left) for left in lefts] == pytest.approx([50.0, 50.0 - wide / 2.0, 50.0 - wide], abs=0.01)


def test_letters_set_wider_are_moved_and_raised_ones_lifted(typeset: Typesetter) -> None:
    assert "<0024>-64<0024>" in written(typeset, Words(0.0, 0.0, "AA", 10.0, "#000000", bold=True))[-1]
    assert written(typeset, Words(0.0, 9.0, "A^", 10.0, "#000000"))[-1].count("Tm") == 2


def test_a_face_that_cannot_be_embedded_is_drawn(face: Face) -> None:
    drawn = Line((Run(Face("Other", {}), (), (np.array([[0.0, 0.0], [1.0, 0.0], [0.0, -1.0]]),)),), 1.0)
    assert not Face("Other", {}).has_outlines
    assert face.has_outlines
    line = page(lambda _text, _bold: drawn, Words(5.0, 20.0, "x", 10.0, "#000000")).operators.decode().splitlines()[-2]
    assert line == "5 20 m 15 20 l 5 10 l h f"


def test_links_and_places_are_remembered(typeset: Typesetter) -> None:
    note = Group("note 3", "", (Words(70.0, 30.0, "[3]", 5.0, "#000000"),))
    found = page(typeset, Words(5.0, 9.0, "3", 10.0, "#000000", link="#note-3"), note)
    ((left, top, right, bottom), to) = found.links[0]
    assert (to, left) == ("#note-3", 5.0)
    assert top < 9.0 < bottom
    assert right == pytest.approx(5.0 + typeset("3", False).width * 10.0)
    assert found.places["note-3"] == pytest.approx((70.0, 30.0 - 5.0 * 1.22))


def test_glyphs_far_apart_keep_their_places(face: Face) -> None:
    far = Line((Run(face, (Glyph(36, 0.0, 0.0, "A"), Glyph(36, 5.0, 0.0, "A"), Glyph(36, -1.0, 0.0, "A"))),), 6.0)
    line = page(lambda _text, _bold: far, Words(0.0, 0.0, "AAA", 10.0, "#000000")).operators.decode()
    assert f"<0024>{face.width(36) - 5000:.0f}<0024>{6000 + face.width(36):.0f}<0024>" in line


def test_each_part_is_marked(typeset: Typesetter) -> None:
    words = Words(1.0, 2.0, "A", 9.0, "#000000")
    found = page(typeset, words, Group("map", "Map", (Polygon(BOX, "#00FF00"),)))
    lines = found.operators.decode().splitlines()
    assert [line for line in lines if line.endswith("BDC")] == ["/P<</MCID 0>>BDC", "/Figure<</MCID 1>>BDC"]
    assert lines.count("EMC") == 2
    assert found.parts == (Tag("P"), Tag("Figure", "Map"))
