"""Words that unrelated documents share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from graphdata.linter.likeness import findings_in
from graphdata.network import Network
from graphdata.sourcing import Link

Changed = Callable[..., Network]
UP, WSJ = "src:up-2023-12-08", "src:wsj-2023-03-27"
WORDS = "The tools help the regime to watch what dissidents write and to cut the network"


def quoting(source: str, quote: str = WORDS, **changes: Any) -> dict[str, Any]:
    changes.setdefault("summary", f"A summary of its own by {source}")
    return {"chain": (Link(node=source, role="origin"),), "quote": quote, "quote_language": "en", **changes}


def test_nearly_the_same_quote_from_an_unrelated_document(with_claims: Changed) -> None:
    finding = next(findings_in(with_claims(quoting(UP), quoting(WSJ, WORDS.replace("regime", "government")))))
    assert (finding.record, finding.beside, finding.field) == ("clm:c1", "clm:c0", ("quote",))
    assert "% that of 'clm:c0'" in finding.message
    assert finding.remedy.startswith("A suggestion:")


def test_the_same_summary_too(with_claims: Changed) -> None:
    summaries = [quoting(source, "", summary=WORDS) for source in (UP, WSJ)]
    assert [finding.field for finding in findings_in(with_claims(*summaries))] == [("summary",)]


def test_documents_with_a_declared_link_are_let_pass(with_claims: Changed) -> None:
    network = with_claims(quoting(UP), quoting(WSJ))
    derived = replace(network, sources=(replace(network.sources[0], derives_from=(WSJ,)), network.sources[1]))
    relayed = with_claims(quoting(WSJ), {"quote": WORDS, "quote_language": "en"})
    assert len(list(findings_in(network))) == 1
    assert list(findings_in(derived)) == list(findings_in(relayed)) == []


def test_one_document_may_say_it_twice(with_claims: Changed) -> None:
    assert list(findings_in(with_claims(quoting(UP), quoting(UP)))) == []


def test_other_words_and_short_words_are_let_pass(with_claims: Changed) -> None:
    other = "The tools were paid for with drones, and nobody in Tehran denies that they came"
    assert list(findings_in(with_claims(quoting(UP), quoting(WSJ, other)))) == []
    assert list(findings_in(with_claims(quoting(UP, "yes they did it"), quoting(WSJ, "yes they did it")))) == []


def test_phrases_that_everybody_uses_do_not_take_long(with_claims: Changed) -> None:
    changes = [quoting(WSJ if number % 2 else UP, f"{WORDS} {number:>40}") for number in range(2000)]
    assert sum(1 for _ in findings_in(with_claims(*changes))) < 2000 * 13
