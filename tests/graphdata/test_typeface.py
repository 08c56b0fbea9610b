"""Text is measured without a screen."""

from hypothesis import given
from hypothesis import strategies as st

from graphdata import typeface

WORDS = st.text(alphabet="abcdefgh ИРАНмос ایران-'", max_size=80)


def test_a_wide_letter_is_wider_than_a_narrow_one() -> None:
    assert typeface.width("W", 10.0) > typeface.width("i", 10.0) > 0.0


def test_width_grows_with_the_size() -> None:
    assert typeface.width("Tehran", 20.0) == 2.0 * typeface.width("Tehran", 10.0)


def test_bold_is_wider() -> None:
    assert typeface.width("Ministry of Defence", 11.0, True) > typeface.width("Ministry of Defence", 11.0)


def test_a_text_that_fits_is_not_cut() -> None:
    assert typeface.cut("IRGC", 100.0, 11.0) == "IRGC"


@given(WORDS, st.floats(40.0, 200.0))
def test_no_wrapped_line_is_wider_than_the_room(text: str, room: float) -> None:
    assert all(typeface.width(line, 11.0) <= room for line in typeface.wrap(text, room, 11.0))


@given(WORDS)
def test_wrapping_loses_no_letter(text: str) -> None:
    assert "".join(typeface.wrap(text, 60.0, 11.0)).replace(" ", "") == "".join(text.split())


def test_a_long_address_is_broken_inside() -> None:
    lines = typeface.wrap("https://example.org/" + "a" * 90, 120.0, 9.0)
    assert len(lines) > 3
    assert "…" not in "".join(lines)


def test_the_last_line_says_that_more_would_follow() -> None:
    lines = typeface.wrap("Institute for Science and International Security in Washington", 90.0, 11.0, most=2)
    assert len(lines) == 2
    assert lines[-1].endswith("…")


def test_a_block_is_as_high_as_its_lines() -> None:
    wide, high = typeface.block(("Hashd", "al-Sha'bi"), 10.0)
    assert wide == typeface.width("al-Sha'bi", 10.0)
    assert high == 2 * 10.0 * typeface.LINE


def test_letters_that_fill_a_square_are_an_em_wide() -> None:
    assert typeface.width("中国航天", 10.0) == 40.0
    assert typeface.width("がが", 10.0) == 20.0
