"""Claims held against the texts at hand."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

import pytest

from graphdata.linter.reading import findings_in
from graphdata.network import Network
from graphdata.sourcing import Archive, Locator

Changed = Callable[..., Network]
UP = "src:up-2023-12-08"
TEXT = "Title\n\nHe said: “Heck, they’ve helped Russia – a lot”.\r\n" + "\n\nNext" * 12


def rules(network: Network, text: str = TEXT) -> list[str]:
    return [finding.rule for finding in findings_in(network, {UP: text}) if finding.rule != "archive-hash"]


@pytest.mark.parametrize("value", ["1", "14", "2-3", "2, 14", "2 to 5"])
def test_a_paragraph_that_is_there(with_claim: Changed, value: str) -> None:
    assert rules(with_claim(locator=Locator(label="paragraph", value=value))) == []


@pytest.mark.parametrize("value", ["15", "0", "13-15", "2, 99"])
def test_a_paragraph_past_the_end_is_an_error(with_claim: Changed, value: str) -> None:
    findings = list(findings_in(with_claim(locator=Locator(label="paragraph", value=value)), {UP: TEXT}))
    beyond = [finding for finding in findings if finding.rule == "locator-past-end"]
    assert [(finding.severity, finding.field) for finding in beyond] == [("error", ("locator", "value"))]
    assert beyond[0].message.endswith(f"the text of '{UP}' has 14.")


def test_other_labels_are_not_counted(with_claim: Changed) -> None:
    assert rules(with_claim(locator=Locator(label="page", value="99"))) == []


@pytest.mark.parametrize(
    "quote", ["Heck, they've helped Russia - a lot", "He said … a lot.", "“he said: [...] RUSSIA", "Next Next", ""]
)
def test_a_quote_that_is_there(with_claim: Changed, quote: str) -> None:
    assert rules(with_claim(quote=quote, quote_language="en")) == []


def test_a_quote_that_is_not_there(with_claim: Changed) -> None:
    network = with_claim(quote="they helped Russia", quote_language="en")
    assert rules(network) == ["quote-not-in-text"]


def test_the_copy_is_the_one_that_was_read(with_source: Changed) -> None:
    digest = hashlib.sha256(TEXT.encode()).hexdigest()
    same, other = (with_source(archive=Archive(sha256=found)) for found in (digest, "0" * 64))
    assert [finding.rule for finding in findings_in(same, {UP: TEXT})] == []
    assert [(finding.rule, finding.severity) for finding in findings_in(other, {UP: TEXT})] == [
        ("archive-hash", "error")
    ]


def test_texts_that_are_not_at_hand_are_not_asked(sample: Network) -> None:
    assert list(findings_in(sample, {})) == []
