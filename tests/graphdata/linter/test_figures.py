"""One figure for two measures."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from graphdata.linter.figures import findings_in
from graphdata.network import Network
from graphdata.sourcing import Asserts, Link

Changed = Callable[..., Network]


def magnitude(value: float = 6000, **asserts: Any) -> dict[str, Any]:
    measure = {"value": value, "unit": "drones", "basis": "estimate", **asserts}
    return {"aspect": "magnitude", "asserts": Asserts(**measure)}


@pytest.mark.parametrize("other", [{"unit": "missiles"}, {"basis": "delivered"}, {"per": "year"}, {"scope": "by 2025"}])
def test_the_same_figure_for_another_measure(with_claims: Changed, other: dict[str, str]) -> None:
    findings = list(findings_in(with_claims(magnitude(), magnitude(**other))))
    assert [finding.rule for finding in findings].count("figure-for-another-measure") >= 1
    assert any("'clm:c0'" in finding.message or "'clm:up-drones'" in finding.message for finding in findings)


def test_figures_meet_across_relations_of_one_pair(with_claims: Changed) -> None:
    finding = next(findings_in(with_claims(magnitude(per="year"))))
    assert (finding.record, finding.beside) == ("clm:c0", "clm:up-drones")
    assert "the figure 6,000 counts 'drones estimate year' here and 'drones estimate' in" in finding.message


def test_the_same_measure_is_no_finding(with_claims: Changed) -> None:
    assert list(findings_in(with_claims(magnitude(unit="Drones "), magnitude()))) == []


def test_small_figures_meet_by_chance(with_claims: Changed) -> None:
    chance = with_claims(magnitude(20, unit="years"), magnitude(20, unit="per cent"))
    slip = with_claims(magnitude(20, basis="ordered"), magnitude(20, basis="delivered"))
    assert (len(list(findings_in(chance))), len(list(findings_in(slip)))) == (0, 1)


def test_figures_of_others_are_let_pass(with_relation: Changed, with_claims: Changed) -> None:
    elsewhere = magnitude(unit="tonnes") | {"chain": (Link(node="src:wsj-2023-03-27", role="origin"),)}
    network = with_claims(elsewhere)
    apart = with_relation(claims=network.relations[1].claims, giver="actor:kp")
    assert len(list(findings_in(network))) == 1
    assert list(findings_in(apart)) == []


def test_claims_that_no_longer_count_are_left_out(with_claims: Changed) -> None:
    assert list(findings_in(with_claims(magnitude(unit="t", scope="x") | {"rank": "deprecated"}))) == []
