"""Wording that grows stronger along a chain, or between claims of one origin."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from graphdata.linter.wording import findings_in
from graphdata.network import Network
from graphdata.sourcing import Link

Changed = Callable[..., Network]


def chain(carrier: str, origin: str, **changes: Any) -> dict[str, Any]:
    first = Link(node="src:up-2023-12-08", role="cited_in", modality=carrier)  # type: ignore[arg-type]
    last = Link(node="src:wsj-2023-03-27", role="origin", modality=origin)  # type: ignore[arg-type]
    return {"chain": (first, last), **changes}


@pytest.mark.parametrize(
    ("carrier", "origin"), [("asserted", "possible"), ("asserted", "assessed"), ("assessed", "possible")]
)
def test_a_carrier_stronger_than_its_origin(with_claims: Changed, carrier: str, origin: str) -> None:
    finding = next(findings_in(with_claims(chain(carrier, origin))))
    assert (finding.rule, finding.field) == ("wording-strengthened", ("chain", 0, "modality"))
    assert f"'src:up-2023-12-08' says '{carrier}' where 'src:wsj-2023-03-27' says '{origin}'" in finding.message


@pytest.mark.parametrize(
    ("carrier", "origin"), [("possible", "asserted"), ("possible", "possible"), ("asserted", "denied")]
)
def test_weaker_and_denying_carriers_are_let_pass(with_claims: Changed, carrier: str, origin: str) -> None:
    assert list(findings_in(with_claims(chain(carrier, origin)))) == []


def test_an_origin_that_another_claim_reports_weaker(with_claims: Changed) -> None:
    findings = list(findings_in(with_claims(chain("asserted", "asserted"), chain("possible", "possible"))))
    assert [(finding.record, finding.beside) for finding in findings] == [("clm:c0", "clm:c1")]


@pytest.mark.parametrize("other", [{"aspect": "via"}, {"stance": "contradicts"}, {"rank": "deprecated"}])
def test_claims_that_say_something_else_are_not_compared(with_claims: Changed, other: dict[str, str]) -> None:
    network = with_claims(chain("asserted", "asserted"), chain("possible", "possible", **other))
    assert list(findings_in(network)) == []
