"""What a file says of its filter names nothing that is marked higher than the file."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from graphdata.filter import Filter, in_words
from graphdata.marking import highest_marking
from graphdata.network import Network
from graphdata.view import view_of
from graphdata.withheld import UNNAMED, asked_in_words, filter_to_carry, unnamed


@pytest.fixture
def network(little: Network) -> Network:
    """Return a network that is public, but for an actor, a source and a relation with its claims."""
    secret = {little.actors[0].id, little.sources[0].id, little.relations[0].id}
    marks = {True: "TLP:RED", False: "TLP:CLEAR"}
    claims = {one.id: tuple(replace(claim, marking="TLP:CLEAR") for claim in one.claims) for one in little.relations}
    return replace(
        little,
        marking="TLP:CLEAR",
        actors=tuple(replace(one, marking=marks[one.id in secret]) for one in little.actors),
        sources=tuple(replace(one, marking=marks[one.id in secret]) for one in little.sources),
        relations=tuple(replace(r, claims=claims[r.id], marking=marks[r.id in secret]) for r in little.relations),
    )


def asked(network: Network, kind: str) -> Filter:
    """Return a filter under a ceiling that names what is marked higher."""
    actor, source, relation = network.actors[0].id, network.sources[0].id, network.relations[0]
    filters = {
        "hidden": Filter(hidden_actors=frozenset({actor})),
        "ego": Filter(ego=actor),
        "giver": Filter(givers=frozenset({actor})),
        "struck": Filter(struck=frozenset({source})),
        "source": Filter(sources=frozenset({source})),
        "claim": Filter(struck=frozenset({relation.claims[0].id})),
    }
    return replace(filters[kind], ceiling="TLP:GREEN")


@pytest.mark.parametrize("kind", ["hidden", "ego", "giver", "struck", "source", "claim"])
def test_what_is_marked_higher_goes_unnamed(network: Network, kind: str) -> None:
    view = view_of(network, asked(network, kind))
    assert highest_marking(view) == "TLP:CLEAR"
    plain, said = in_words(view.filter, network), asked_in_words(view)
    assert UNNAMED in said
    assert UNNAMED not in plain
    named = (network.actors[0].label, network.claims[0].summary, network.sources[0].title)
    assert not any(name in said for name in named)


def test_what_is_as_public_as_the_view_is_named(network: Network) -> None:
    view = view_of(network, Filter(hidden_actors=frozenset({network.actors[1].id}), ceiling="TLP:GREEN"))
    assert network.actors[1].label in asked_in_words(view)


def test_where_all_is_marked_alike_every_name_stands(little: Network) -> None:
    view = view_of(little, Filter())
    assert unnamed(view) is little
    assert asked_in_words(view) == in_words(view.filter, little)


@pytest.mark.parametrize("kind", ["hidden", "struck", "claim"])
def test_a_file_does_not_carry_ids_that_its_ceiling_leaves_out_anyway(network: Network, kind: str) -> None:
    wanted = asked(network, kind)
    view, found = view_of(network, wanted), filter_to_carry(view_of(network, wanted))
    assert found == Filter(ceiling="TLP:GREEN")
    assert view_of(network, found).relations == view.relations
    public = Filter(hidden_actors=frozenset({network.actors[1].id}), ceiling="TLP:GREEN")
    assert filter_to_carry(view_of(network, public)) == public
    free = replace(wanted, ceiling="")
    assert filter_to_carry(view_of(network, free)) == free
