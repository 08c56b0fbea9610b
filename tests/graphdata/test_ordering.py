"""What relations sort by, off the facts, is what their assessments say."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphdata.filter import Filter
from graphdata.network import Network
from graphdata.ordering import ORDERS, WORD_ORDER, ranked, ranks_of
from graphdata.questions.compared import compared
from graphdata.rows import label_of
from graphdata.ruleset import FLAGS
from graphdata.view import View, view_of
from graphdata.vocabulary import DOMAINS


def keys_of(view: View, key: str) -> list[Any]:
    """Return what each relation sorts by, from its assessment."""
    found = [(each, view.assessments[each.id]) for each in view.network.relations]
    readings = {
        "giver": lambda relation, _: label_of(view.network, relation.giver).casefold(),
        "receiver": lambda relation, _: label_of(view.network, relation.receiver).casefold(),
        "domain": lambda relation, _: list(DOMAINS).index(relation.domain),
        "status": lambda _, found: WORD_ORDER.index(found.status),
        "confidence": lambda _, found: found.level,
        "origins": lambda _, found: (found.headline.origins, found.headline.documents),
        "flags": lambda _, found: ", ".join(FLAGS[flag] for flag in found.headline.flags).casefold(),
        "dates": lambda _, found: (found.first or date.max, found.last or date.max),
        "sources": lambda _, found: len(found.sources),
    }
    return [readings[key](*each) for each in found]


@pytest.mark.parametrize("key", ORDERS)
@given(data=st.data())
def test_facts_put_relations_in_the_order_of_their_assessments(
    little: Network, filters: st.SearchStrategy[Filter], data: st.DataObject, key: str
) -> None:
    view = view_of(little, data.draw(filters))
    ranks = ranks_of(view, key, range(len(little.relations)))
    assert ranks is not None
    assert ranked(ranks.tolist()).tolist() == ranked(keys_of(view, key)).tolist()


def test_there_is_no_order_where_two_cuts_are_mixed_nor_of_what_stands_in_a_record(little: Network) -> None:
    before = view_of(little, Filter())
    both, _, _ = compared(before, view_of(little, Filter(hidden_relations=frozenset({"rel:loan"}))))
    assert both.apart.keys() == {"rel:loan"}
    assert ranks_of(both, "confidence", (0,)) is None
    assert ranks_of(before, "summary", (0,)) is None
