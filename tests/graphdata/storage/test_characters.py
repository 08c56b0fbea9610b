"""Which characters may stand in a record."""

from __future__ import annotations

import pytest

from graphdata.storage.characters import name_of, unwelcome_in


@pytest.mark.parametrize(
    "sign", ["\x00", "\x1b", "\x7f", "\x9b", "\u202a", "\u202e", "\u2066", "\u2069", "\u200e", "\u200f", "\u200b"]
)
def test_signs_that_hide_or_turn_the_text(sign: str) -> None:
    assert unwelcome_in(f"Ir{sign}an") == sign


@pytest.mark.parametrize("sign", ["\ufeff", "\u2060", "\u00ad", "\ud800", "\u2028", "\U000e0041"])
def test_more_that_no_reader_sees(sign: str) -> None:
    assert unwelcome_in(f"Ir{sign}an") == sign


@pytest.mark.parametrize("text", ["Iran", "НИИПХ", "جمهوری اسلامی", "“quoted” – a\u00a0b", "می\u200cشود", "क्\u200dष"])
def test_scripts_and_typography_are_welcome(text: str) -> None:
    assert unwelcome_in(text) == ""


@pytest.mark.parametrize("text", ["Ir\u200can", "\u200cمی", "می\u200c", "می\u200c شود"])
def test_a_joiner_stands_between_letters_that_need_it(text: str) -> None:
    assert unwelcome_in(text) == "\u200c"


def test_line_breaks_only_where_a_field_has_lines() -> None:
    assert unwelcome_in("one\ntwo") == "\n"
    assert unwelcome_in("one\n\ttwo", lines=True) == ""
    assert unwelcome_in("one\rtwo", lines=True) == "\r"


@pytest.mark.parametrize(
    ("sign", "name"),
    [
        ("\u202e", "U+202E RIGHT-TO-LEFT OVERRIDE"),
        ("\n", "U+000A LINE BREAK"),
        ("\x1b", "U+001B CONTROL CHARACTER"),
        ("\ud800", "U+D800 LONE SURROGATE"),
    ],
)
def test_a_sign_is_named_so_that_it_can_be_looked_up(sign: str, name: str) -> None:
    assert name_of(sign) == name
