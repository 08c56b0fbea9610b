"""What relations sort by, off the facts, is what their assessments say."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphdata.filter import Filter
from graphdata.network import Network
from graphdata.ordering import BY_CUT, FIXED, WORD_ORDER, ranked, ranks_of
from graphdata.questions.compared import compared
from graphdata.rows import label_of
from graphdata.ruleset import FLAGS
from graphdata.view import View, view_of
from graphdata.vocabulary import DOMAINS, kind_label


def keys_of(view: View, key: str) -> list[Any]:
    """Return what each relation sorts by, from its assessment."""
    found = [(each, view.assessments[each.id]) for each in view.network.relations]
    readings = {
        "giver": lambda relation, _: label_of(view.network, relation.giver).casefold(),
        "receiver": lambda relation, _: label_of(view.network, relation.receiver).casefold(),
        "direction": lambda relation, _: relation.direction != "mutual",
        "kind": lambda relation, _: kind_label(relation.domain, relation.kind).casefold(),
        "summary": lambda relation, _: relation.summary.casefold(),
        "domain": lambda relation, _: list(DOMAINS).index(relation.domain),
        "status": lambda _, found: WORD_ORDER.index(found.status),
        "confidence": lambda _, found: found.level,
        "origins": lambda _, found: (found.headline.origins, found.headline.documents),
        "flags": lambda _, found: ", ".join(FLAGS[flag] for flag in found.headline.flags).casefold(),
        "dates": lambda _, found: (found.first or date.max, found.last or date.max),
        "sources": lambda _, found: len(found.sources),
    }
    return [readings[key](*each) for each in found]


@pytest.mark.parametrize("key", [*FIXED, *BY_CUT])
@given(data=st.data())
def test_facts_put_relations_in_the_order_of_their_assessments(
    little: Network, filters: st.SearchStrategy[Filter], data: st.DataObject, key: str
) -> None:
    view = view_of(little, data.draw(filters))
    ranks = ranks_of(view, key)
    assert ranks is not None
    assert ranked(ranks.tolist()).tolist() == ranked(keys_of(view, key)).tolist()


def test_where_two_cuts_are_mixed_there_is_an_order_of_what_no_cut_decides_alone(little: Network) -> None:
    before = view_of(little, Filter())
    both, _, _ = compared(before, view_of(little, Filter(hidden_relations=frozenset({"rel:loan"}))))
    assert both.apart.keys() == {"rel:loan"}
    assert ranks_of(both, "confidence") is None
    assert ranks_of(both, "summary") is not None
