"""A wrong party gives itself away where somebody is accused of acting on himself."""

from __future__ import annotations

import pytest

from graphdata.linter.parties import findings_in
from graphdata.network import Network

UP = "src:up-2023-12-08"


@pytest.mark.parametrize(
    "text",
    [
        "The ministry accused Norland of arming Norland.",
        "Observers suspected the guard of training the guard.",
        "It blames Old Norland for funding Old Norland.",
    ],
)
def test_a_party_on_both_sides_is_found(sample: Network, text: str) -> None:
    finding = next(findings_in(sample, {UP: f"Title\n\n{text}\n"}))
    assert finding.rule == "party-on-both-sides"
    assert "paragraph 2" in finding.message


@pytest.mark.parametrize(
    "text",
    ["The ministry accused Norland of arming Sudland.", "Norland armed Norland.", "He accused Norland of lying."],
)
def test_two_parties_are_let_pass(sample: Network, text: str) -> None:
    assert list(findings_in(sample, {UP: text})) == []


def test_without_the_text_nothing_can_be_said(sample: Network) -> None:
    assert list(findings_in(sample, {})) == []
