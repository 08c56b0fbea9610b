"""The filter in words for whoever gets a file: no name in it is marked higher than the file is.

A filter names what it hides, strikes out or asks for, and that need not be on show; the marking is of what is.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from typing import Final

from msgspec.structs import replace

from graphdata.filter import Filter, in_words
from graphdata.marking import highest_marking, markings_of, needs_reason
from graphdata.network import Name, Network, Relation
from graphdata.view import View

UNNAMED: Final = "one marked higher"


def asked_in_words(view: View) -> str:
    """Return one sentence that says what a view's filter asks; what is marked higher than the view goes unnamed."""
    return in_words(view.filter, unnamed(view))


def unnamed(view: View) -> Network:
    """Return a view's network, in which whatever is marked higher than the view has no name that a filter could say."""
    network, label = view.network, highest_marking(view)
    above = {key for key, marking in markings_of(network).items() if needs_reason(label, marking)}
    claims = _struck_claims(view, label, above)
    if not above and not claims:
        return network
    name = (Name(text=UNNAMED),)
    return replace(
        network,
        actors=tuple(replace(one, names=name, short="") if one.id in above else one for one in network.actors),
        sources=tuple(
            replace(one, csl={"title": UNNAMED}, publisher="") if one.id in above else one for one in network.sources
        ),
        relations=tuple(_unsaid(one, claims) for one in network.relations) if claims else network.relations,
    )


def filter_to_carry(view: View) -> Filter:
    """Return a view's filter without the ids of what it hides or strikes out and its ceiling leaves out anyway."""
    wanted, network = view.filter, view.network
    if not wanted.ceiling:
        return wanted
    above = {key for key, marking in markings_of(network).items() if needs_reason(wanted.ceiling, marking)}
    relations = {
        key
        for key in wanted.hidden_relations & network.relation.keys()
        if needs_reason(wanted.ceiling, network.relation[key].marking)
    }
    return replace(
        wanted,
        hidden_actors=wanted.hidden_actors - above,
        hidden_relations=wanted.hidden_relations - relations,
        struck=wanted.struck - above - _struck_claims(view, wanted.ceiling, above),
    )


def _struck_claims(view: View, label: str, above: AbstractSet[str]) -> frozenset[str]:
    """Return the claims struck out that are marked, or are of a relation marked, higher than a label."""
    network = view.network
    struck = [network.claim[key] for key in view.filter.struck if key.startswith("clm:") and key in network.claim]
    marked = {one.id: network.relation[one.relation].marking for one in struck}
    return frozenset(key for key, marking in marked.items() if key in above or needs_reason(label, marking))


def _unsaid(relation: Relation, claims: AbstractSet[str]) -> Relation:
    """Return a relation in which some claims say nothing."""
    if claims.isdisjoint(one.id for one in relation.claims):
        return relation
    said = tuple(replace(one, summary=UNNAMED) if one.id in claims else one for one in relation.claims)
    return replace(relation, claims=said)
