"""The published thresholds: a change to them is a new version of the rules, never a silent edit."""

from __future__ import annotations

import msgspec

from graphdata.ruleset import FLAGS, RULESET_1, RULESETS, Level


def test_levels_are_ordered_and_named() -> None:
    assert [level.label for level in sorted(Level)] == ["None", "Low", "Moderate", "High"]


def test_ruleset_1_stands_as_it_was_published() -> None:
    assert msgspec.to_builtins(RULESET_1) == {
        "version": "1",
        "solid_letters": "ABC",
        "solid_digit": 3,
        "strong_letters": "AB",
        "strong_digit": 2,
        "primary_letters": "AB",
        "high_classes": 2,
        "high_blocs": 2,
        "high_strong": 1,
        "moderate_solid": 2,
        "moderate_strong": 1,
        "confirmed_digit": 2,
        "possible_digit": 3,
        "horizon_months": 24,
        "most_steps": 2,
        "unattributed_is_news": True,
    }


def test_rulesets_are_found_by_their_version() -> None:
    assert RULESETS == {"1": RULESET_1}


def test_flags_have_words_of_their_own() -> None:
    assert len(set(FLAGS.values())) == len(FLAGS) == 11
