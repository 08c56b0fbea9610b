"""What is listed and serves nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace

from graphdata.linter import usage
from graphdata.linter.usage import RULES, findings_in
from graphdata.network import Network
from graphdata.sourcing import Accepted


def test_a_source_that_no_claim_passes_through(sample: Network) -> None:
    spare = replace(sample.sources[0], id="src:spare")
    findings = list(findings_in(replace(sample, sources=(*sample.sources, spare))))
    assert [(finding.record, finding.rule) for finding in findings] == [("src:spare", "source-never-cited")]


def test_a_source_along_a_chain_is_cited(sample: Network) -> None:
    assert list(findings_in(sample)) == []


def test_an_acceptance_names_a_finding_that_there_is(with_claim: Callable[..., Network]) -> None:
    network = with_claim(accepted=(Accepted(finding="date-against-urls", reason="r"),))
    finding = next(findings_in(network))
    assert (finding.rule, finding.field) == ("accepted-unknown", ("accepted", 0, "finding"))
    assert finding.remedy.endswith("Nearest name: 'date-against-url'.")


def test_every_rule_of_a_warning_can_be_accepted() -> None:
    """The list is kept by hand; the source of the rules tells whether it is whole."""
    folder = Path(usage.__file__).parent
    text = "".join(file.read_text(encoding="utf-8") for file in (*folder.glob("*.py"), folder.parent / "validate.py"))
    assert [rule for rule in RULES if f'"{rule}"' not in text] == []
