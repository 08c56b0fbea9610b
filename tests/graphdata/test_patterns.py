"""Patterns: claims that differ in nothing the rules ask are judged once."""

from __future__ import annotations

import numpy as np
import pytest
from msgspec.structs import replace

from graphdata.caseload import Caseload
from graphdata.chains import Index
from graphdata.network import Network, Relation
from graphdata.rules import Bounds, bounds_of
from graphdata.ruleset import RULESET_1, Cut

BOUNDS = bounds_of(Cut(), "2026-03-08", RULESET_1)


def copies(relation: Relation, number: int) -> tuple[Relation, ...]:
    """Return a relation under several ids."""
    return tuple(
        replace(
            relation,
            id=f"rel:c{at}",
            claims=tuple(replace(claim, id=f"{claim.id}-{at}", relation=f"rel:c{at}") for claim in relation.claims),
        )
        for at in range(number)
    )


def caseload_of(little: Network, *relations: Relation) -> Caseload:
    return Caseload(Index(replace(little, relations=relations)), RULESET_1)


def test_equal_patterns_are_judged_once(little: Network) -> None:
    caseload = caseload_of(little, *copies(little.relation["rel:shahed"], 5), *copies(little.relation["rel:loan"], 5))
    found = caseload.outcomes(BOUNDS)
    assert len(set(found.level[:5].tolist())) == len(set(found.level[5:].tolist())) == 1
    assert len(caseload.patterns.known) == 2


def test_another_cut_judges_only_new_patterns(little: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    caseload = caseload_of(little, *little.relations)
    before = caseload.outcomes(BOUNDS)
    monkeypatch.setattr("graphdata.patterns.Judgement", pytest.fail)
    again = caseload.outcomes(Bounds(BOUNDS.as_of, BOUNDS.known_by, None, frozenset({"src:none"}), BOUNDS.fresh_from))
    np.testing.assert_array_equal(before.flags, again.flags)


def test_more_claims_than_a_pattern_holds_are_judged_alone(little: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graphdata.patterns.MOST_CLAIMS", 1)
    caseload = caseload_of(little, little.relation["rel:missiles"])
    assert caseload.outcomes(BOUNDS).level.tolist() == [0]
    assert not caseload.patterns.known


def test_wording_and_judgement_alone_do_not_make_a_pattern_of_their_own(little: Network) -> None:
    relation = little.relation["rel:loan"]
    claim = relation.claims[0]
    louder = replace(claim, chain=(claim.chain[0], replace(claim.chain[1], modality="assessed")))
    assessed = replace(relation, id="rel:b", claims=(replace(louder, id="clm:b", relation="rel:b"),))
    both = caseload_of(little, assessed, replace(assessed, claims=(replace(louder, basis="assessed"),)))
    assert len(set(both.outcomes(BOUNDS).flags.tolist())) == 1
    assert len(both.patterns.known) == 1
