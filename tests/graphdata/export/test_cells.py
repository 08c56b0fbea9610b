"""No cell begins like a formula, and none breaks out of its row."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphdata.export.cells import ACTIVE, flat, harmless, is_active


@pytest.mark.parametrize(
    ("cell", "written"),
    [("=1+1", "'=1+1"), ("-x", "'-x"), (" @a", "'@a"), ("\t=a", "'=a"), ("\r+1", "'+1"), ("＝1", "'＝1"),
     ("3/5", "3/5"), ("a\tb\nc", "a b c"), (12, "12"), ("\u2068ایران\u2069", "ایران")],
)  # fmt: skip
def test_signs_of_formulas_are_disarmed(cell: str | int, written: str) -> None:
    assert harmless(cell) == written


@given(st.text(max_size=30))
def test_no_text_stays_active(text: str) -> None:
    written = harmless(text)
    assert not written.startswith((*ACTIVE, "\t", "\r", "\n"))
    assert written.removeprefix("'") == flat(text) if is_active(flat(text)) else written == flat(text)
