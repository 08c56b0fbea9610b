"""Keys: every criterion of a filter can be asked for, each closed list by the words of the vocabulary."""

from __future__ import annotations

import pytest

from graphdata.filter import CRITERIA
from graphdata.network import Network
from graphdata.query.keys import BY_WORD, KEYS, STRIKING, Key, choices_of, hyphened, levels, markings_of
from graphdata.ruleset import Level
from graphdata.vocabulary import MARKINGS

WITHOUT_A_KEY = {"hostile", "undated"}  # words of their own


def test_every_criterion_has_a_key() -> None:
    fields = {key.field for key in (*KEYS, *STRIKING)} | WITHOUT_A_KEY
    assert fields == {name for each in CRITERIA for name in (each.key, *each.also)}


def test_words_of_closed_lists_are_written_with_hyphens() -> None:
    assert choices_of(BY_WORD["flag"])["single-origin"] == ("SINGLE_ORIGIN", "Single origin")
    assert choices_of(BY_WORD["status"])["none"] == ("", "No status")
    assert hyphened("STATE_body") == "state-body"


@pytest.mark.parametrize("key", [key for key in KEYS if key.form == "choices"])
def test_no_two_words_of_a_list_are_written_alike(key: Key) -> None:
    found = choices_of(key)
    assert len({own for own, _ in found.values()}) == len(found)


def test_levels_and_markings_have_their_words(little: Network) -> None:
    assert levels() == {"none": Level.NONE, "low": Level.LOW, "moderate": Level.MODERATE, "high": Level.HIGH}
    assert markings_of(little) == MARKINGS
