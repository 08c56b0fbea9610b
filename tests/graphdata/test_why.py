"""Why something is on show."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from graphdata.filter import Filter
from graphdata.network import Network
from graphdata.view import view_of, why_hidden
from graphdata.why import why_shown


def test_a_relation_says_what_it_passes_and_how_it_is_drawn(little: Network) -> None:
    view = view_of(little, Filter(domains=frozenset({"arms"}), min_origins=1))
    said = why_shown(view, "rel:shahed")
    assert said.startswith("Shown: it passes “arms” and “1 origin or more”; drawn as delivered, ")
    assert why_shown(view, "rel:loan") == ""


def test_without_a_filter_nothing_has_to_be_passed(little: Network) -> None:
    assert "is not asked to pass any filter" in why_shown(view_of(little, Filter()), "rel:loan")


def test_an_actor_is_there_for_its_dealings(little: Network) -> None:
    view = view_of(little, Filter(domains=frozenset({"money"})))
    assert why_shown(view, "actor:ru") == "Shown: 2 relations on show have it as giver or receiver."
    assert why_shown(view, "actor:hezbollah") == ""
    assert why_shown(view, "actor:nobody") == ""


def test_an_actor_without_dealings_is_there_while_nothing_narrows(little: Network) -> None:
    assert "no filter narrows" in why_shown(view_of(little, Filter()), "actor:press-tv")


@given(data=st.data())
def test_whatever_is_shown_has_a_reason_and_nothing_hidden_has(
    little: Network, filters: st.SearchStrategy[Filter], data: st.DataObject
) -> None:
    view = view_of(little, data.draw(filters))
    for relation in little.relations:
        assert bool(why_shown(view, relation.id)) == (relation in view.relations)
        assert bool(why_shown(view, relation.id)) != bool(why_hidden(view, relation.id))
