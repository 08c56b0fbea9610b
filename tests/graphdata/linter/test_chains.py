"""Chains that another record could carry on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from graphdata.linter.chains import findings_in
from graphdata.network import Network
from graphdata.sourcing import Link

Changed = Callable[..., Network]
UP, WSJ = "src:up-2023-12-08", "src:wsj-2023-03-27"
OWN = {"chain": (Link(node=UP, role="origin"),)}


def test_another_claim_shows_where_the_document_has_it(with_claims: Changed) -> None:
    finding = next(findings_in(with_claims({}, OWN)))
    assert (finding.record, finding.rule, finding.beside) == ("clm:c1", "chain-extendable", "clm:c0")
    assert finding.message == f"the chain ends at '{UP}'; 'clm:c0' shows that it has it from '{WSJ}'."


def test_a_chain_without_a_stated_origin_can_be_carried_on(with_claims: Changed) -> None:
    unstated = (Link(node=UP, role="cited_in"), Link(role="origin", unstated=True))
    assert [finding.record for finding in findings_in(with_claims({}, {"chain": unstated}))] == ["clm:c1"]


@pytest.mark.parametrize("other", [{"aspect": "via"}, {"stance": "contradicts"}])
def test_a_document_may_have_other_things_from_elsewhere(with_claims: Changed, other: dict[str, Any]) -> None:
    assert list(findings_in(with_claims({}, {**OWN, **other}))) == []


def test_chains_that_end_at_an_actor_are_whole(with_claims: Changed) -> None:
    whole = (Link(node=UP, role="cited_in"), Link(node="actor:ru", role="origin"))
    assert list(findings_in(with_claims({}, {"chain": whole}))) == []


def test_nobody_is_sent_round_in_a_circle(with_claims: Changed) -> None:
    back = (Link(node=WSJ, role="cited_in"), Link(node=UP, role="origin"))
    assert list(findings_in(with_claims({}, {"chain": back}))) == []


def test_the_record_of_a_source_shows_it_too(with_source: Changed) -> None:
    finding = next(findings_in(with_source(derives_from=(WSJ,))))
    assert finding.message == f"the chain ends at '{UP}', which derives from '{WSJ}' by its own record."
