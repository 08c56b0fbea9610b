"""What pages share has one name each, and letters are told for every glyph that shows some."""

from graphdata.export.pdf import Face, Glyph
from graphdata.export.pdf.objects import Objects
from graphdata.export.pdf.resources import Resources, _letters


def test_names_are_given_once(face: Face) -> None:
    shared = Resources()
    assert [shared.opacity(0.8), shared.opacity(1.0), shared.opacity(0.8)] == ["G0", "G1", "G0"]
    assert [shared.form("a"), shared.form("a"), shared.form("b"), shared.form("a")] == ["", "X0", "", "X0"]
    assert {shared.face(face, ()) for _ in range(3)} == {"F0"}


def test_a_glyph_keeps_the_letters_it_was_first_given(face: Face) -> None:
    shared = Resources()
    for text in ("", "لا", "x"):
        shared.face(face, (Glyph(36, 0.0, 0.0, text),))
    assert shared._faces[face][1] == {36: "لا"}


def test_letters_are_told_in_blocks() -> None:
    told = _letters({number: chr(65 + number) for number in range(150)} | {999: ""})
    assert "100 beginbfchar" in told
    assert "50 beginbfchar" in told
    assert "<0001> <0042>" in told
    assert "<03E7>" not in told


def test_everything_is_written(face: Face) -> None:
    shared, objects = Resources(), Objects()
    shared.face(face, (Glyph(36, 0.0, 0.0, "A"),))
    shared.opacity(0.5)
    _ = [shared.form("0 0 3 4 re f") for _ in range(2)]
    number = objects.reserve()
    shared.write(objects, number, 100.0)
    data = objects.file(number, number)
    assert b"/BBox[-100 -100 100 100]" in data
    assert b"/G0<</ca 0.50/CA 0.50>>" in data
    assert b"/W[36[639]]" in data
