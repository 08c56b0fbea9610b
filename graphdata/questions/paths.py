"""Who reaches whom: shortest routes between two actors, reach in steps, and who a dealing passes through.

A route is as strong as its weakest step, and a step as strong as the best of the relations that it may be taken by.
Hostile acts are no way for anything to be passed on; they are left out unless they are asked for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Final, NamedTuple

from graphdata.network import Relation
from graphdata.problems import EntenteError
from graphdata.ruleset import Level
from graphdata.view import View
from graphdata.vocabulary import is_hostile

MOST_ROUTES: Final = 500


class UnknownActorError(EntenteError):
    """An actor that is asked about and is not in the network."""


class Ways(NamedTuple):
    """Which relations may be walked: of these domains (of any, if none is named), along the flow or either way."""

    domains: frozenset[str] = frozenset()
    along_flow: bool = True
    hostile: bool = False

    def allow(self, relation: Relation) -> bool:
        """Return whether a relation may be walked at all."""
        of_domain = not self.domains or relation.domain in self.domains
        return of_domain and (self.hostile or not is_hostile(relation.domain, relation.kind))


ALONG_THE_FLOW: Final = Ways()


class Step(NamedTuple):
    """From one actor to the next, by any of some relations; the level is that of the best."""

    start: str
    end: str
    relations: tuple[str, ...]
    level: Level


class Route(NamedTuple):
    """A way from one actor to another."""

    steps: tuple[Step, ...]

    @property
    def level(self) -> Level:
        """The confidence of the weakest step: the route is no surer than that."""
        return min((step.level for step in self.steps), default=Level.HIGH)

    @property
    def actors(self) -> tuple[str, ...]:
        """Everybody along the way, both ends included."""
        return (self.steps[0].start, *(step.end for step in self.steps)) if self.steps else ()


class Routes(NamedTuple):
    """The shortest routes, the surest first; complete says whether these are all there are."""

    routes: tuple[Route, ...]
    complete: bool = True

    @property
    def length(self) -> int:
        """How many steps each of them takes; 0 where there is none."""
        return len(self.routes[0].steps) if self.routes else 0


class Reached(NamedTuple):
    """An actor within reach: after how many steps, and how sure the surest of the shortest routes to it is."""

    actor: str
    steps: int
    level: Level


class Conduit(NamedTuple):
    """An actor that dealings of others pass through, with the relations and its role in each."""

    actor: str
    roles: tuple[tuple[str, str], ...]


Links = Mapping[str, Mapping[str, Step]]


def links_of(view: View, ways: Ways = ALONG_THE_FLOW) -> Links:
    """Return for each actor the steps that may be taken from it, by their end."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for relation in view.relations:
        if ways.allow(relation):
            found[relation.giver, relation.receiver].append(relation.id)
            if relation.direction == "mutual" or not ways.along_flow:
                found[relation.receiver, relation.giver].append(relation.id)
    links: dict[str, dict[str, Step]] = defaultdict(dict)
    for (start, end), relations in sorted(found.items()):
        if start != end:
            level = max(view.assessments[each].level for each in relations)
            links[start][end] = Step(start, end, tuple(sorted(relations)), level)
    return links


def shortest_routes(view: View, start: str, end: str, ways: Ways = ALONG_THE_FLOW, most: int = MOST_ROUTES) -> Routes:
    """Return the shortest routes from one actor to another, at most so many; raises UnknownActorError."""
    _ensure_known(view, start, end)
    links = links_of(view, ways)
    nearer = _toward(_turned(links), end)
    if start == end or start not in nearer:
        return Routes(())
    found = list(islice(_walks(links, nearer, start, end), most + 1))
    surest = sorted(map(Route, found[:most]), key=lambda route: (-route.level, route.actors))
    return Routes(tuple(surest), len(found) <= most)


def reach_of(view: View, start: str, steps: int, ways: Ways = ALONG_THE_FLOW) -> tuple[Reached, ...]:
    """Return everybody within so many steps of an actor, the nearest and surest first; not the actor itself."""
    _ensure_known(view, start)
    links = links_of(view, ways)
    found = {start: Reached(start, 0, Level.HIGH)}
    ring = [start]
    for distance in range(1, steps + 1):
        ahead: dict[str, Level] = {}
        for one in ring:
            for end, step in links.get(one, {}).items():
                if end not in found:
                    ahead[end] = max(ahead.get(end, Level.NONE), min(found[one].level, step.level))
        found |= {actor: Reached(actor, distance, level) for actor, level in ahead.items()}
        ring = sorted(ahead)
    return tuple(sorted((each for each in found.values() if each.steps), key=lambda e: (e.steps, -e.level, e.actor)))


def conduits(view: View) -> tuple[Conduit, ...]:
    """Return the actors that relations on show pass through, the one with most relations first."""
    roles: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for relation in view.relations:
        for via in relation.via:
            roles[via.actor].append((relation.id, via.role))
    return tuple(sorted((Conduit(actor, tuple(each)) for actor, each in roles.items()), key=_most_first))


def _most_first(conduit: Conduit) -> tuple[int, str]:
    return (-len(conduit.roles), conduit.actor)


def _ensure_known(view: View, *actors: str) -> None:
    """Raise UnknownActorError for an id that names no actor of the network."""
    unknown = [actor for actor in actors if actor not in view.network.actor]
    if unknown:
        raise UnknownActorError(f"There is no actor “{unknown[0]}” in {view.network.title}.")


def _turned(links: Links) -> dict[str, list[str]]:
    """Return for each actor who leads to it."""
    found: dict[str, list[str]] = defaultdict(list)
    for start, ends in links.items():
        for end in ends:
            found[end].append(start)
    return found


def _toward(before: Mapping[str, list[str]], end: str) -> dict[str, int]:
    """Return how many steps everybody is away from an end, by breadth-first search against the flow."""
    found, ring = {end: 0}, [end]
    while ring:
        ahead = [one for actor in ring for one in before.get(actor, ())]
        distance = found[ring[0]] + 1
        ring = [one for one in dict.fromkeys(ahead) if one not in found]
        found |= dict.fromkeys(ring, distance)
    return found


def _walks(links: Links, nearer: Mapping[str, int], start: str, end: str) -> Iterator[tuple[Step, ...]]:
    """Yield every walk from start to end on which each step comes one nearer; the stack keeps long routes possible."""
    stack: list[tuple[Step, ...]] = [()]
    while stack:
        walk = stack.pop()
        here = walk[-1].end if walk else start
        if here == end:
            yield walk
            continue
        onward = [step for step in links.get(here, {}).values() if nearer.get(step.end) == nearer[here] - 1]
        stack += [(*walk, step) for step in reversed(onward)]
