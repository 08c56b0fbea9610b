"""All findings on a network, those an editor accepted among them."""

from __future__ import annotations

from collections.abc import Callable

from graphdata.linter import warnings_in
from graphdata.network import Network
from graphdata.sourcing import Accepted, Link

Changed = Callable[..., Network]
UP, WSJ = "src:up-2023-12-08", "src:wsj-2023-03-27"
STRENGTHENED = (Link(node=UP, role="cited_in"), Link(node=WSJ, role="origin", modality="possible"))


def test_the_sample_is_clean(sample: Network) -> None:
    assert warnings_in(sample) == ()


def test_a_finding_has_place_rule_and_remedy(with_claim: Changed) -> None:
    problem = warnings_in(with_claim(chain=STRENGTHENED))[0]
    assert problem.place == "claim clm:up-wsj, chain item 1.modality"
    assert (problem.rule, problem.severity, problem.accepted) == ("wording-strengthened", "warning", "")
    assert problem.remedy


def test_an_accepted_finding_stays_with_its_reason(with_claim: Changed) -> None:
    accepted = (Accepted(finding="wording-strengthened", reason="the article says may throughout"),)
    problem = warnings_in(with_claim(chain=STRENGTHENED, accepted=accepted))[0]
    assert problem.accepted == "the article says may throughout"
    assert str(problem).endswith("[wording-strengthened] Accepted: the article says may throughout")


def test_a_finding_between_two_records_may_be_accepted_by_either(with_claims: Changed) -> None:
    accepted = (Accepted(finding="chain-extendable", reason="its own reporting"),)
    own = {"chain": (Link(node=UP, role="origin"),)}
    for network in (with_claims({}, {**own, "accepted": accepted}), with_claims({"accepted": accepted}, own)):
        assert [problem.accepted for problem in warnings_in(network)] == ["its own reporting"]


def test_another_finding_is_not_accepted_with_it(with_claim: Changed) -> None:
    accepted = (Accepted(finding="near-identical", reason="r"),)
    assert [problem.accepted for problem in warnings_in(with_claim(chain=STRENGTHENED, accepted=accepted))] == [""]
