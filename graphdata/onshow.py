"""The evidence on show: which claims of the relations on show lie within the cut, and the part of a network they make.

The part opens by itself and holds nothing that is hidden: no other actor, relation, claim or source, no id of one, no
editor. Its relations rest on the same claims, so they have the confidence that the whole network gives them.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from msgspec.structs import replace

from graphdata.chains import Index
from graphdata.filter import Filter
from graphdata.network import Actor, Network, Relation
from graphdata.rules import Bounds
from graphdata.ruleset import Cut
from graphdata.sourcing import Claim, Source
from graphdata.view import View

PART: Final = ", as shown"  # follows the version, so that nobody takes the part for the whole
UNNAMED: Final = "unnamed-{}"  # a bloc whose name would be that of an actor that is not on show


def claims_on_show(view: View, relation: Relation) -> tuple[Claim, ...]:
    """Return the claims of a relation that the cut leaves, those that do not count among them."""
    if view.filter.cut == Cut():
        return relation.claims
    case = view.assessments[relation.id].headline.case
    return tuple(claim for claim in relation.claims if _is_within(claim, case.index, case.bounds))


def _is_within(claim: Claim, index: Index, bounds: Bounds) -> bool:
    """Return whether a claim is within the cut; one that was withdrawn is judged as if it still stood."""
    path = index.path(claim)
    return bounds.keep(path if path.live else replace(path, live=True))


def visible_part(view: View) -> Network:
    """Return the network of what is on show; the same view gives the same network, without a digest."""
    relations = [replace(each, claims=claims_on_show(view, each)) for each in view.relations]
    sources = _sources_behind(view, relations)
    outlets = (view.network.source[key].publisher for key in sources)
    nodes = (link.node for relation in relations for claim in relation.claims for link in claim.chain if link.node)
    named = {*outlets, *nodes, *(end for relation in relations for end in relation.actors)}
    named |= {actor.id for actor in view.actors}
    actors = [actor for actor in view.network.actors if actor.id in named]
    blocs = _Blocs(view.network, {actor.id for actor in actors})
    kept = {each.id for each in relations} | {claim.id for each in relations for claim in each.claims}
    return replace(
        view.network,
        version=f"{view.network.version}{PART}"[:512],
        editors=(),
        policy="",
        digest="",
        actors=tuple(blocs.actor(actor) for actor in actors),
        sources=tuple(blocs.source(each, sources) for each in view.network.sources if each.id in sources),
        relations=tuple(_without_strangers(each, kept) for each in relations),
    )


def filter_of_part(wanted: Filter) -> Filter:
    """Return what is left to ask of the visible part: the cut, less what it no longer holds."""
    return Filter(as_of=wanted.as_of, known_by=wanted.known_by, ceiling=wanted.ceiling)


def _sources_behind(view: View, relations: Iterable[Relation]) -> frozenset[str]:
    """Return the sources that claims name, and those these were copied from, which decide who was the origin."""
    known = view.network.source
    found: set[str] = set()
    wanted = {key for relation in relations for claim in relation.claims for key in claim.source_ids}
    while wanted := (wanted & known.keys()) - found:
        found |= wanted
        wanted = {known[key].derives_from[0] for key in wanted if len(known[key].derives_from) == 1}
    return frozenset(found)


def _without_strangers(relation: Relation, kept: set[str]) -> Relation:
    """Return a relation that names neither predecessors outside the part nor who edited it."""
    claims = (
        replace(each, supersedes=each.supersedes if each.supersedes in kept else None, author="", reviewed_by="")
        for each in relation.claims
    )
    successor = relation.supersedes if relation.supersedes in kept else None
    return replace(relation, claims=tuple(claims), supersedes=successor)


class _Blocs:
    """Who belongs to whom within the part, so that blocs stay told apart without naming who is not on show."""

    def __init__(self, network: Network, kept: set[str]) -> None:
        """Find the bloc of every actor that is kept, as the whole network has it."""
        self._whole, self._kept = network.actor, kept
        self._bloc = {key: facts.bloc for key, facts in Index(network).known.items() if key in kept}
        hidden = sorted({bloc for bloc in self._bloc.values() if self._is_hidden(bloc)})
        self._alias = {bloc: UNNAMED.format(rank) for rank, bloc in enumerate(hidden, start=1)}

    def actor(self, actor: Actor) -> Actor:
        """Return an actor that belongs to the nearest of its own that is kept, in the bloc it has."""
        parent = self._nearest(actor)
        if parent == actor.parent and not self._is_hidden(actor.bloc):
            return actor
        bloc = self._bloc[actor.id]
        return replace(actor, parent=parent, bloc=self._alias.get(bloc, bloc))

    def source(self, source: Source, kept: frozenset[str]) -> Source:
        """Return a source that derives from nothing outside the part, in the bloc it has."""
        derived = tuple(each for each in source.derives_from if each in kept)
        return replace(source, derives_from=derived, bloc=self._alias.get(source.bloc, source.bloc))

    def _nearest(self, actor: Actor) -> str | None:
        """Return the nearest actor that one belongs to and that is kept."""
        seen = {actor.id}
        above = actor.parent
        while above and above not in self._kept and above not in seen:
            seen.add(above)
            above = self._whole[above].parent if above in self._whole else None
        return above if above in self._kept and above not in seen else None

    def _is_hidden(self, bloc: str) -> bool:
        return bloc in self._whole and bloc not in self._kept
