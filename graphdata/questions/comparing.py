"""What changed between two views: of two dates, two filters, or two networks; each relation by itself, in words.

Records are matched by their id. What happened to each comes off the columns of the facts; the words for it are found
when a relation is looked at.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from msgspec.structs import replace

from graphdata.bulk import Told, kept_with, no_one
from graphdata.filter import Filter
from graphdata.network import Network
from graphdata.onshow import PART
from graphdata.questions.changing import changes_between
from graphdata.questions.standings import CHANGES, Change, Difference, difference, same
from graphdata.view import View
from graphdata.withheld import asked_in_words


@dataclass(frozen=True)
class Comparison:
    """Everything that differs between two views, with the words for both.

    Changes are those of every relation that either shows, in the order of the later, then of the earlier view.
    """

    before: str
    after: str
    changes: Mapping[str, Change]
    actors_added: tuple[str, ...]
    actors_gone: tuple[str, ...]
    sides: tuple[View, View] = field(repr=False)

    @cached_property
    def differences(self) -> tuple[Difference, ...]:
        """What happened to every relation, in words: each that is not the same is assessed for it."""
        return tuple(self.said_of(self.changes))

    def said_of(self, relations: Iterable[str]) -> Iterator[Difference]:
        """Yield what happened to some relations, in words, each when it is asked for."""
        before, after = self.sides
        old, new = ({relation.id: relation for relation in side.relations} for side in self.sides)
        for each in relations:
            if self.changes[each] == "same":
                yield same(after, new[each])
            else:
                yield difference(before, after, old.get(each), new.get(each))

    def count(self, change: Change) -> int:
        """Return how many relations met with a change."""
        return sum(each == change for each in self.changes.values())

    @property
    def sentence(self) -> str:
        """The outcome in words, for the head of a table and the foot of an export."""
        counted = Counter(self.changes.values())
        said = ", ".join(f"{counted[change]} {label.lower()}" for change, label in CHANGES.items() if counted[change])
        return f"From {self.before} to {self.after}: {said or 'no relation in either'}."


def compare(before: View, after: View, told: Told = no_one) -> Comparison:
    """Return what changed from one view to another; told hears of the share, and may raise to stop."""
    changes = changes_between(before, after, told)
    gone, added = _missing(before, after), _missing(after, before)
    return Comparison(*_names(before, after), changes, added, gone, (before, after))


def joined(before: View, after: View) -> Network:
    """Return one network with the records of both, the later ones where both have them: what one map can show.

    The last one is kept with the later network: what is worked out of it serves every filter.
    """
    one, other = before.network, after.network
    last: dict[str, tuple[Network, Network]] = kept_with(other, "_joined", dict)
    if "last" not in last or last["last"][0] is not one:
        last["last"] = (one, _joined(one, other))
    return last["last"][1]


def _joined(one: Network, other: Network) -> Network:
    """Return one network with the records of two."""
    return replace(
        other,
        actors=tuple({each.id: each for each in (*one.actors, *other.actors)}.values()),
        sources=tuple({each.id: each for each in (*one.sources, *other.sources)}.values()),
        relations=tuple({each.id: each for each in (*one.relations, *other.relations)}.values()),
    )


def _names(before: View, after: View) -> tuple[str, str]:
    """Return what the two views are called, saying no more than tells them apart."""
    if _are_parts_of_one(before.network, after.network):
        one, other = ("" if each.filter == Filter() else _asked(each) for each in (before, after))
        return one or "what it was compared with", other or "what was on show"
    if before.network is not after.network:
        named = (_dataset(before.network), _dataset(after.network))
        same_filter = before.filter == after.filter
        return named if same_filter else (f"{named[0]}, {_asked(before)}", f"{named[1]}, {_asked(after)}")
    return _asked(before), _asked(after)


def _are_parts_of_one(one: Network, other: Network) -> bool:
    """Return whether two networks are what a file held of one: of each side of a comparison what was on show."""
    same = one is not other and (one.id, one.version) == (other.id, other.version)
    return same and one.version.endswith(PART)


def _dataset(network: Network) -> str:
    digest = f" ({network.digest[:8]})" if network.digest else ""
    return f"{network.title} {network.version}{digest}"


def _asked(view: View) -> str:
    """Return the filter of a view in words, inside a sentence."""
    words = "the whole network" if view.filter == Filter() else asked_in_words(view)
    return f"“{words.rstrip('.')}”" if view.filter != Filter() else words


def _missing(inside: View, outside: View) -> tuple[str, ...]:
    """Return the actors on show in one view and not in another, by id."""
    return tuple(sorted({actor.id for actor in inside.actors} - {actor.id for actor in outside.actors}))
