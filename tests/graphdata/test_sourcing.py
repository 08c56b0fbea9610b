"""Claims and sources as records."""

import msgspec
import pytest

from graphdata.sourcing import Claim, Source

CLAIM = {
    "id": "clm:a",
    "relation": "rel:a",
    "aspect": "exists",
    "stance": "supports",
    "basis": "reported",
    "summary": "Relayed.",
    "locator": {"label": "paragraph", "value": "3"},
    "chain": [
        {"node": "src:up", "role": "cited_in"},
        {"node": "src:wsj", "role": "reported_by"},
        {"node": "actor:us", "role": "origin"},
    ],
}


def test_the_document_in_hand_is_the_first_source_of_the_chain() -> None:
    claim = msgspec.convert(CLAIM, Claim)
    assert claim.document == "src:up"
    assert claim.source_ids == ("src:up", "src:wsj")


@pytest.mark.parametrize(
    ("field", "value"),
    [("aspect", "status:sent"), ("summary", "x" * 281), ("credibility", 7), ("id", "claim-1"), ("extra", 1)],
)
def test_a_wrong_field_is_refused(field: str, value: object) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({**CLAIM, field: value}, Claim)


def test_a_source_without_a_grade_cannot_be_judged() -> None:
    ungraded = msgspec.convert({"id": "src:x", "csl": {}}, Source)
    assert (ungraded.letter, ungraded.judged) == ("F", "ungraded")


def test_the_first_grade_listed_is_the_general_one() -> None:
    grades = [{"grade": "B", "why": "checked"}, {"grade": "D", "why": "party", "scope": "its own government"}]
    assert msgspec.convert({"id": "src:x", "csl": {"title": "T"}, "reliability": grades}, Source).letter == "B"


def test_a_source_without_a_title_is_shown_by_its_id() -> None:
    assert msgspec.convert({"id": "src:x", "csl": {}}, Source).title == "src:x"
