"""The index: every word leads to the records that have it, whatever part of it is asked for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphdata import search_index
from graphdata.folding import spellings
from graphdata.network import Network
from graphdata.search_index import KINDS, index_of, record_texts


def texts(network: Network) -> list[tuple[str, str]]:
    """Return for each record its title and its body as they are compared."""
    index = index_of(network)
    records = [index.record(at) for at in range(index.size)]
    return [(spellings(record.title), spellings(record.body)) for record in records]


def test_records_are_numbered_by_kind(little: Network) -> None:
    index = index_of(little)
    records = [index.record(at) for at in range(index.size)]
    listed = [*little.actors, *little.relations, *little.sources, *little.claims]
    assert [record.id for record in records] == [each.id for each in listed]
    assert sorted({record.kind for record in records}, key=KINDS.index) == list(KINDS)


def test_a_relation_is_found_by_its_ends_and_its_kind(little: Network) -> None:
    index = index_of(little)
    at = [*little.relation].index("rel:loan") + len(little.actors)
    words = [word for name in ("russia", "iran", "loan") for word in index.holding(name)]
    assert at in index.rest.of(words)


@given(part=st.text("adeinorst", min_size=1, max_size=3))
def test_a_part_of_a_word_leads_to_every_record_that_holds_it(little: Network, part: str) -> None:
    index = index_of(little)
    found = {*index.head.of(index.holding(part)).tolist(), *index.rest.of(index.holding(part)).tolist()}
    assert found >= {at for at, record in enumerate(texts(little)) if part in record[0] or part in record[1]}


def test_many_words_are_looked_up_otherwise(little: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    index = index_of(little)
    leaping, sliced = index.holding("a"), sorted(set(index.head.of(index.holding("a")).tolist()))
    monkeypatch.setattr(search_index, "LEAPS", 1)
    monkeypatch.setattr(search_index, "SLICED", 0)
    assert index.holding("a") == leaping
    assert sorted(set(index.head.of(leaping).tolist())) == sliced


def test_claims_give_no_names(little: Network) -> None:
    index = index_of(little)
    assert "shahed" in index.names
    assert not {"report", "says"} & index.names.keys()


def test_a_record_is_found_by_all_that_stands_in_its_text(little: Network) -> None:
    found = record_texts(little)
    assert found.keys() == {*little.actor, *little.relation, *little.source, *little.claim}
    assert {"iran", "ایران", "ayran"} <= set(found["actor:ir"].split())
    assert {"loan", "russia", "iran"} <= set(found["rel:loan"].split())
