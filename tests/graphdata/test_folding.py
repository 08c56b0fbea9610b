"""Folding: many texts at once come out as each by itself, and names are heard alike."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphdata.folding import SEPARATOR, all_spellings, fits, fold, heard, latin, spellings


@given(st.lists(st.text() | st.text("aB'`_- .\n\t" + SEPARATOR)))
def test_many_texts_fold_as_each_by_itself(texts: list[str]) -> None:
    assert all_spellings(texts) == [spellings(text) for text in texts]


@pytest.mark.parametrize(
    ("one", "other"), [("rossiya", "rossija"), ("hizbollah", "hizbolah"), ("vladimir", "wladimir")]
)
def test_transliterations_sound_alike(one: str, other: str) -> None:
    assert heard(one)[0] == heard(other)[0]


def test_consonants_are_what_persian_writes() -> None:
    assert heard(fold("سپاه"))[1] == heard("spah")[1] == "sph"


def test_a_text_is_spelled_in_its_script_and_in_latin_letters() -> None:
    assert spellings("НИИИП") == "нииип niiip"
    assert latin("abc") == "abc"


def test_a_text_fits_words_of_either_script() -> None:
    assert fits(spellings("Россия"), ["rossiya"])
    assert not fits(spellings("Россия"), ["iran"])
