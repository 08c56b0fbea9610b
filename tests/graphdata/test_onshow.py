"""What is on show as a network of its own: the same confidence, and nothing that is hidden."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from graphdata.filter import Filter
from graphdata.network import Network
from graphdata.onshow import claims_on_show, filter_of_part, visible_part
from graphdata.problems import errors_in
from graphdata.storage.dump import dump
from graphdata.storage.pack import read_pack, to_pack
from graphdata.validate import problems_in_network
from graphdata.view import view_of


def test_the_part_is_judged_as_the_whole_is(little: Network, filters: st.SearchStrategy[Filter]) -> None:
    """Every relation on show has the level, origins, marks and sources in the part that it has in the whole."""

    @settings(deadline=None)
    @given(filters)
    def holds(wanted: Filter) -> None:
        view = view_of(little, wanted)
        part = view_of(visible_part(view), filter_of_part(wanted))
        assert [each.id for each in part.relations] == [each.id for each in view.relations]
        assert [each.id for each in part.actors] == [each.id for each in view.actors]
        for each in part.relations:
            here, there = part.assessments[each.id].headline, view.assessments[each.id].headline
            assert (here.level, here.origins, here.documents) == (there.level, there.origins, there.documents)
            assert (here.flags, here.trace) == (there.flags, there.trace)

    holds()


def test_the_part_opens_by_itself(little: Network, filters: st.SearchStrategy[Filter]) -> None:
    """It is a valid network, whatever was hidden, and comes back from a pack."""
    whole = replace(little, relations=tuple(each for each in little.relations if each.claims))

    @settings(deadline=None)
    @given(filters)
    def holds(wanted: Filter) -> None:
        part = visible_part(view_of(whole, wanted))
        assert not errors_in(problems_in_network(part))
        assert read_pack(to_pack(part)).relation.keys() == part.relation.keys()

    holds()


def test_nothing_hidden_is_in_the_part(little: Network, filters: st.SearchStrategy[Filter]) -> None:
    """No id of a relation, claim or source that is left out stands anywhere in its text."""

    @settings(deadline=None)
    @given(filters)
    def holds(wanted: Filter) -> None:
        part = visible_part(view_of(little, wanted))
        text = dump(part).decode()
        for kind in ("relation", "claim", "source", "actor"):
            hidden = getattr(little, kind).keys() - getattr(part, kind).keys()
            assert not [key for key in hidden if f'"{key}"' in text]

    holds()


def test_claims_above_the_ceiling_are_not_on_show(with_claims: Callable[..., Network]) -> None:
    """A claim that is marked higher leaves; the others of its relation stay."""
    network = with_claims({"marking": "TLP:RED"}, {"marking": "TLP:GREEN"})
    view = view_of(network, Filter(ceiling="TLP:GREEN"))
    shown = {claim.id for relation in view.relations for claim in claims_on_show(view, relation)}
    assert shown == {claim.id for claim in network.claims if claim.marking != "TLP:RED"}
    assert "TLP:RED" not in dump(visible_part(view)).decode()


def test_a_hidden_owner_is_not_named(little: Network) -> None:
    """An actor whose owner is not on show keeps a bloc, under a name that says nothing."""
    owned = tuple(replace(each, parent="actor:owner") if each.id == "actor:ru" else each for each in little.actors)
    owner = replace(little.actors[0], id="actor:owner", parent=None, bloc="")
    network = replace(little, actors=(*owned, owner))
    found = visible_part(view_of(network, Filter(statuses=frozenset(["delivered"])))).actor["actor:ru"]
    assert (found.parent, found.bloc) == (None, little.actor["actor:ru"].bloc or "unnamed-1")
