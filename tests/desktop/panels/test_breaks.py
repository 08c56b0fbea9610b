"""Overlong words may be broken, others not."""

from __future__ import annotations

import pytest

from desktop.panels.breaks import LONGEST, ZERO_WIDTH_SPACE, breakable


@pytest.mark.parametrize("text", ["", "Iran sends drones", "a" * LONGEST, "https://example.org/a-b/" + "c" * LONGEST])
def test_what_fits_stays_as_it_is(text: str) -> None:
    assert breakable(text) == text


def test_a_long_word_is_broken_into_pieces_that_fit() -> None:
    pieces = breakable("x" * (LONGEST * 2 + 5)).split(ZERO_WIDTH_SPACE)
    assert [len(piece) for piece in pieces] == [LONGEST, LONGEST, 5]
