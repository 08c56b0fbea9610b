"""A view taken apart into views that can each be read at a glance: by domain, or by the actors most relations meet at.

Parts show nothing that the view does not show, and together all of it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

import numpy as np
from msgspec.structs import replace as changed

from graphdata.filter import Filter
from graphdata.judging import BIT
from graphdata.ties import Tie
from graphdata.view import View
from graphdata.vocabulary import DOMAIN_LABELS, DOMAINS

READ_AT_ONCE: Final = 40  # lines that an audience can follow on one slide
FEWEST: Final = 3  # lines not shown yet for which an actor gets a part of its own


class Part(NamedTuple):
    """Some lines of a view: what they are, for a title and for the foot, and the view that shows them alone."""

    title: str
    scope: str
    view: View
    ties: tuple[Tie, ...]


def part_of(view: View, relations: Collection[str], wanted: Filter | None = None) -> View:
    """Return the view of some of its relations alone, judged as in the whole, under a filter that says which."""
    kept = np.array([each.id in relations for each in view.network.relations], dtype=bool)
    hiding = view.hiding | np.where(kept, 0, BIT["hidden_relations"])
    shown = tuple(each for each in view.relations if each.id in relations)
    ends = {end for each in shown for end in (each.giver, each.receiver)}
    actors = tuple(actor for actor in view.actors if actor.id in ends)
    return replace(view, filter=wanted or view.filter, relations=shown, actors=actors, hiding=hiding)


def by_domain(view: View, ties: Sequence[Tie]) -> tuple[Part, ...]:
    """Return a part for each domain on show; a line that joins several domains is in a last part of its own."""
    found = ((domain, [tie for tie in ties if tie.domain == domain]) for domain in (*DOMAINS, ""))
    return tuple(_of_domain(view, domain, lines) for domain, lines in found if lines)


def _of_domain(view: View, domain: str, ties: Sequence[Tie]) -> Part:
    """Return the part of one domain, under the filter that asks for it alone."""
    named = [each for each in DOMAINS if each == domain]
    wanted = changed(view.filter, domains=frozenset(named)) if named else view.filter
    title = DOMAIN_LABELS[domain] if domain else "Lines of several domains"
    return _part(view, ties, title, "" if domain else "Lines that join several domains.", wanted)


def by_actor(view: View, ties: Sequence[Tie], most: int = READ_AT_ONCE) -> tuple[Part, ...]:
    """Return a part for each of the actors that most lines meet at, with its neighbours, until all are shown.

    An actor that more lines meet at than can be read at once gets a part for each domain; single lines that are left
    between minor actors share the last part.
    """
    return tuple(_read(view, ties, most))


def _read(view: View, ties: Sequence[Tie], most: int) -> Iterator[Part]:
    """Yield the parts by actor, then what is left."""
    left = {tie.id: tie for tie in ties}
    names = {actor.id: actor.label for actor in view.actors}
    while (found := _busiest(left.values(), names)) is not None:
        own = [tie for tie in ties if found in (tie.giver, tie.receiver)]
        yield from _split(view, own, names[found], f"Relations of {names[found]} with its neighbours.", most)
        left = {key: tie for key, tie in left.items() if found not in (tie.giver, tie.receiver)}
    if left:
        yield from _split(view, list(left.values()), "Other actors", "Relations on no other slide.", most)


def _busiest(ties: Iterable[Tie], names: dict[str, str]) -> str | None:
    """Return the actor that most of some lines meet at, nothing where none has a few."""
    counts: dict[str, int] = {}
    for tie in ties:
        for end in (tie.giver, tie.receiver):
            counts[end] = counts.get(end, 0) + 1
    best = min(counts, key=lambda each: (-counts[each], names.get(each, each)), default=None)
    return best if best is not None and counts[best] >= FEWEST else None


def _split(view: View, ties: Sequence[Tie], title: str, scope: str, most: int) -> Iterator[Part]:
    """Yield some lines as one part, or by domain where they are too many."""
    if len(ties) <= most:
        yield _part(view, ties, title, scope, view.filter)
        return
    for part in by_domain(view, ties):
        yield part._replace(title=f"{title}, {part.title.lower()}", scope=f"{scope} {part.scope}".strip())


def _part(view: View, ties: Sequence[Tie], title: str, scope: str, wanted: Filter) -> Part:
    relations = frozenset(each for tie in ties for each in tie.relations)
    return Part(title, scope, part_of(view, relations, wanted), tuple(ties))
