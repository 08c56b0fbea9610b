"""Words stay apart by blanks for a reader that takes the file at its word."""

from __future__ import annotations

import io

import pypdf

from desktop.export.blanks import with_blanks
from desktop.export.pdf import to_pdf
from graphdata.drawing import Drawing


def test_a_picture_can_be_searched_for_two_words(page: Drawing) -> None:
    text = pypdf.PdfReader(io.BytesIO(to_pdf((page,), 80.0, 45.0))).pages[0].extract_text()
    assert "As of" in text
    assert "\t" not in text


def test_numbers_of_glyphs_stay() -> None:
    table = b"beginbfrange\n<0009> <000A> [<0009> <0041> ]\nendbfrange <0009>"
    assert with_blanks(table) == b"beginbfrange\n<0009> <000A> [<0020> <0041> ]\nendbfrange <0009>"
