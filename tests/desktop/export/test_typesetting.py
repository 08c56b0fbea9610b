"""Text is shaped as the painter shapes it, and every glyph knows which letters it shows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QHashSeed
from PySide6.QtWidgets import QApplication

from desktop.canvas.painter import EM, text_width
from desktop.export.typesetting import typeset

pytestmark = pytest.mark.usefixtures("undressed")
TEXTS = ["flows office AVA", "НИИИП", "Ağrı ≠ →", "ایران و روسیه", "اسلام لا", "mixed ایران (2024)"]


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("text", TEXTS)
def test_it_is_as_wide_as_it_is_painted(text: str, bold: bool) -> None:
    assert typeset(text, bold).width * EM == pytest.approx(text_width(text, bold), abs=0.5)


@pytest.mark.parametrize("text", TEXTS)
def test_every_letter_is_told(text: str) -> None:
    told = "".join(glyph.text for run in typeset(text, False).runs for glyph in run.glyphs)
    assert sorted(told) == sorted(text)


def test_a_latin_line_has_a_glyph_for_every_letter_from_left_to_right() -> None:
    (run,) = typeset("flows office", False).runs
    assert [glyph.text for glyph in run.glyphs] == list("flows office")
    places = [glyph.x for glyph in run.glyphs]
    assert places == sorted(places)
    assert run.face.name == "NotoSans-Regular"


def test_persian_is_joined_and_goes_from_right_to_left() -> None:
    (run,) = typeset("ایران", False).runs
    assert run.face.name == "NotoSansArabic-Regular"
    places = [glyph.x for glyph in run.glyphs]
    assert places == sorted(places, reverse=True)


def test_an_empty_line_is_nothing() -> None:
    assert typeset("", False) == ((), 0.0)


def test_the_bold_face_is_another(undressed: QApplication) -> None:  # noqa: ARG001 - its fonts
    assert typeset("A", True).runs[0].face.name == "NotoSans-Bold"


def test_runs_stand_in_the_order_of_their_places() -> None:
    """Qt hands out the runs of several faces in an order that changes with every process."""
    runs = typeset("[1] Россия ↔ ایران ★ NIIIP", bold=False).runs
    starts = [min(glyph.x for glyph in run.glyphs) for run in runs if run.glyphs]
    assert len(starts) > 1
    assert starts == sorted(starts)


def test_runs_that_share_a_place_have_one_order() -> None:
    """A mark without width begins where a name from the right ends."""
    found = []
    for _ in range(8):
        QHashSeed.resetRandomGlobalSeed()  # as another process would have it
        typeset.cache_clear()
        found.append([run.face.name for run in typeset("\u2068جمهوری اسلامی\u2069 →", bold=False).runs])
    assert found == [found[0]] * 8


def test_a_line_that_begins_with_a_persian_name_is_read_from_the_left() -> None:
    runs = typeset("ایران arms Russia", bold=False).runs
    assert runs[0].face.name == "NotoSansArabic-Regular"
    assert runs[-1].glyphs[-1].text == "a"


def test_letters_of_other_faces_are_read_where_they_stand() -> None:
    runs = typeset("Russia ↔ Iran, R1", bold=False).runs
    assert "".join(glyph.text for run in runs for glyph in run.glyphs).replace("↔", "") == "Russia  Iran, R1"
    before = [glyph.text for run in runs[: len(runs) // 2] for glyph in run.glyphs]
    assert "I" not in before


@pytest.mark.parametrize("bold", [False, True])
def test_signs_are_those_that_are_shipped_whatever_the_system_has(bold: bool) -> None:
    signs = "← → ↔ ≠ ≤ ≥ ■ ▲ ▸ ▾ ◆ ● ◷ ∙"
    assert {run.face.name for run in typeset(signs, bold).runs} <= {
        "NotoSans-Regular", "NotoSans-Bold", "EntenteSigns-Regular",
    }  # fmt: skip
