"""What is on show: the relations and actors of a network that a filter lets through, and why the others are not.

A relation that no criterion hides is on show, and so are its ends; why another one is hidden is the chips that hide it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, reduce
from itertools import compress
from typing import Final, NamedTuple

import numpy as np
from msgspec.structs import replace

from graphdata.arrays import Ints, distinct
from graphdata.bulk import kept_with
from graphdata.confidence import NO_OVERRIDES, RelationAssessment
from graphdata.dates import span_of
from graphdata.facts import Facts, actor_places, facts_of, overridden, relation_places
from graphdata.filter import Chip, Filter, chips_of, in_force, without
from graphdata.judging import BIT, allows, hiding_of, keys_in
from graphdata.network import Actor, Network, Relation
from graphdata.ruleset import Level, Override

CUT_KEYS: Final = ("as_of", "known_by", "ceiling", "struck")
SPARES_ISOLATED: Final = frozenset((*CUT_KEYS, "actor_kinds", "hidden_actors", "hidden_relations"))
TRIED: Final = 8  # sets of chips that are tried out before all are given up


@dataclass(frozen=True, eq=False)
class View:
    """What is on show of a network under a filter; compared by identity, being what a scene is made of."""

    network: Network
    filter: Filter
    assessments: Mapping[str, RelationAssessment]
    relations: tuple[Relation, ...]
    actors: tuple[Actor, ...]
    facts: Facts = field(repr=False)
    hiding: Ints = field(repr=False)
    remark: str = ""  # what has to be said beside the filter, such as what the view is compared with
    apart: Mapping[str, RelationAssessment] = field(default_factory=dict, repr=False)  # judged by another cut
    sides: tuple[View, View] | None = field(default=None, repr=False)  # the earlier and the later, where compared

    @property
    def as_of(self) -> str:
        """Of when it is: the date of the filter, or else of the network; empty where neither names one."""
        return self.filter.as_of or self.network.as_of

    @property
    def now(self) -> View:
        """The view without what is gone: the later one where two are compared, else this one."""
        return self.sides[1] if self.sides else self

    @property
    def today(self) -> date | None:
        """The last day that it looks from, where filter or network names one."""
        return span_of(self.as_of).last if self.as_of else None

    @cached_property
    def reasons(self) -> Mapping[str, tuple[str, ...]]:
        """For each hidden relation, the keys of the chips that hide it, in the order of the chips."""
        hidden = np.flatnonzero(self.hiding)
        words = {int(bits): keys_in(int(bits)) for bits in distinct(self.hiding)}
        found = {self.network.relations[at].id: words[int(self.hiding[at])] for at in map(int, hidden)}
        return found | _blamed(self, found)

    @cached_property
    def levels(self) -> Mapping[str, Level]:
        """For each relation, hidden or not, the level it is drawn at: off the facts, nothing is assessed for it."""
        words = list(Level)
        found = zip(self.network.relations, self.facts.level.tolist(), strict=True)
        return {each.id: words[level] for each, level in found} | {
            key: earlier.levels[key] for earlier, key in self._earlier()
        }

    @cached_property
    def resting(self) -> Mapping[str, frozenset[str]]:
        """For each relation on show, the sources that count for it: off the facts too."""
        words, shown = self.facts.source.words, (self.hiding == 0).tolist()
        behind: dict[int, list[str]] = {}
        for place, code in zip(self.facts.behind.tolist(), self.facts.source.codes.tolist(), strict=True):
            if shown[place]:
                behind.setdefault(place, []).append(words[code])
        found = {each.id: frozenset(behind.get(at, ())) for at, each in enumerate(self.network.relations) if shown[at]}
        return found | {key: earlier.resting[key] for earlier, key in self._earlier()}

    def level_of(self, relation_id: str) -> Level:
        """Return the level that a relation is drawn at, hidden or not."""
        if self.sides and relation_id in self.apart:
            return self.sides[0].level_of(relation_id)
        return Level(int(self.facts.level[relation_places(self.network)[relation_id]]))

    def sources_behind(self, relations: Iterable[str]) -> frozenset[str]:
        """Return the sources that count for any of some relations on show."""
        places, wanted = relation_places(self.network), set(relations)
        rows = np.zeros(len(self.network.relations), np.bool_)
        rows[[places[each] for each in wanted - self.apart.keys()]] = True
        codes = distinct(self.facts.source.codes[rows[self.facts.behind]]).tolist()
        apart = [self.sides[0].sources_behind(wanted & self.apart.keys())] if self.sides and self.apart else []
        return frozenset(self.facts.source.words[code] for code in codes).union(*apart)

    def dealings(self, actor_id: str) -> Ints:
        """Return the places of all relations of the network that an actor is an end of, hidden or not."""
        at, fixed = actor_places(self.network).get(actor_id, -2), self.facts.fixed
        return np.flatnonzero((fixed.gives == at) | (fixed.takes == at))

    @cached_property
    def undated(self) -> frozenset[str]:
        """The relations on show that no claim gives a date."""
        undated = self.facts.undated & (self.hiding == 0)
        found = set(compress((each.id for each in self.network.relations), undated.tolist()))
        return frozenset(
            found - self.apart.keys() | {key for earlier, key in self._earlier() if key in earlier.undated}
        )

    def _earlier(self) -> Iterator[tuple[View, str]]:
        """Yield the relations judged by another cut, each beside the view that judged it, whose facts tell of them."""
        if self.sides:
            yield from ((self.sides[0], each) for each in self.apart)

    @cached_property
    def sources(self) -> tuple[str, ...]:
        """The sources that what is on show rests on, by id."""
        codes = distinct(self.facts.source.codes[self.hiding[self.facts.behind] == 0])
        return tuple(sorted(self.facts.source.words[code] for code in codes))

    def resting_on(self, source: str) -> tuple[str, ...]:
        """Return the relations on show that rest on a source, by id."""
        words = self.facts.source.words
        if source not in words:
            return ()
        rows = distinct(self.facts.behind[self.facts.source.codes == words.index(source)])
        return tuple(self.network.relations[row].id for row in rows[self.hiding[rows] == 0].tolist())


class Advice(NamedTuple):
    """Which chips to drop, and how many relations that would bring back."""

    chips: tuple[Chip, ...]
    relations: int


def view_of(network: Network, wanted: Filter, overrides: Mapping[str, Override] = NO_OVERRIDES) -> View:
    """Return what is on show of a network under a filter, with the levels that the analyst assigned by hand."""
    facts = overridden(facts_of(network, wanted.cut), overrides)
    hiding = hiding_of(wanted, facts)
    relations = tuple(compress(network.relations, (hiding == 0).tolist()))
    return View(network, wanted, facts.assessments, relations, _on_show(network, wanted, facts, hiding), facts, hiding)


def why_hidden(view: View, record_id: str) -> tuple[Chip, ...]:
    """Return the chips that hide a relation or an actor, the one that hides most of its relations first."""
    chips = {chip.key: chip for chip in chips_of(view.filter, view.network)}
    if record_id in view.network.actor:
        return tuple(chips[key] for key in _keys_hiding_actor(view, record_id))
    return tuple(chips[key] for key in view.reasons.get(record_id, ()))


def empty_advice(view: View) -> Advice:
    """Return the chip whose removal brings most back, or the fewest together where no single one brings any."""
    chips = chips_of(view.filter, view.network)
    gains = {chip: _gain(view, (chip,)) for chip in chips}
    best = max(chips, key=lambda chip: gains[chip], default=None)
    if best is not None and gains[best]:
        return Advice((best,), gains[best])
    together = next((few for few in _fewest_together(view, chips) if _gain(view, few)), chips)
    return Advice(together, _gain(view, together))


def status_line(view: View) -> str:
    """Return the foot of the window: how much is on show, of when, and of which dataset."""
    network = view.network
    digest = f" ({network.digest[:8]})" if network.digest else ""
    now = len(view.now.relations)
    gone = f" and {len(view.relations) - now} gone" if len(view.relations) > now else ""
    parts = (
        f"{len(view.actors)} of {len(network.drawn)} actors",
        f"{now} of {len(network.relations)} relations{gone}",
        f"{len(view.sources)} source{'s' * (len(view.sources) != 1)}",
        f"as of {view.as_of}",
        f"dataset {network.version}{digest}",
    )
    return " · ".join(parts)


def _blamed(view: View, reasons: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Return the reasons where several parts of the cut take away all claims: those parts that do so alone."""
    cut_keys = [each.key for each in in_force(view.filter) if each.key in CUT_KEYS]
    emptied = tuple(compress(view.network.relations, view.facts.emptied.tolist()))
    if len(cut_keys) < 2 or not emptied:
        return {}
    few = replace(view.network, relations=emptied)
    alone = {key: view_of(few, Filter(**{key: getattr(view.filter, key)})).reasons for key in cut_keys}
    found = {each.id: [key for key in cut_keys if each.id in alone[key]] or cut_keys for each in emptied}
    return {each: tuple(key for key in reasons[each] if key not in CUT_KEYS or key in found[each]) for each in found}


def _gain(view: View, chips: Iterable[Chip]) -> int:
    """Return how many relations would come back without some chips."""
    fewer = reduce(without, (chip.key for chip in chips), view.filter)
    facts = overridden(facts_of(view.network, fewer.cut), view.facts.assessments.overrides)
    return int(np.count_nonzero(hiding_of(fewer, facts) == 0)) - len(view.relations)


def _fewest_together(view: View, chips: Iterable[Chip]) -> Iterator[tuple[Chip, ...]]:
    """Yield sets of chips that together hide relations, the smallest first, of equal ones the one that hides most."""
    sets, sizes = np.unique(view.hiding[view.hiding > 0], return_counts=True)
    ranked = [(int(bits).bit_count(), -int(size), int(bits)) for bits, size in zip(sets, sizes, strict=True)]
    for _, _, bits in sorted(ranked)[:TRIED]:
        yield tuple(chip for chip in chips if chip.key in keys_in(bits))


def _keys_hiding_actor(view: View, actor_id: str) -> tuple[str, ...]:
    """Return the keys of the chips that keep an actor off the map, the one that hides most of its relations first."""
    dealings = view.dealings(actor_id)
    if (view.hiding[dealings] == 0).any():
        return ()
    if not len(dealings):
        on_show = any(actor.id == actor_id for actor in view.actors)
        return () if on_show else _keys_hiding_isolated(view, view.network.actor[actor_id])
    own = [view.network.relations[at].id for at in dealings.tolist()]
    counts = Counter(key for relation_id in own for key in view.reasons[relation_id])
    return tuple(sorted(counts, key=lambda key: (-counts[key], BIT[key])))


def _keys_hiding_isolated(view: View, actor: Actor) -> tuple[str, ...]:
    """Return the keys of the chips that keep an actor without relations off the map."""
    judging = {"actor_kinds", "hidden_actors", "ceiling"}
    keys = [each.key for each in in_force(view.filter)]
    alone = {key: reduce(without, set(keys) - {key}, view.filter) for key in keys}
    return tuple(k for k in keys if k not in SPARES_ISOLATED or (k in judging and not allows(alone[k], actor)))


def _on_show(network: Network, wanted: Filter, facts: Facts, hiding: Ints) -> tuple[Actor, ...]:
    """Return the ends of the relations on show, and actors without any relation while nothing narrows the view."""
    shown = np.zeros(len(network.actors) + 1, np.bool_)  # the last one stands for whoever no record explains
    for ends in (facts.fixed.gives, facts.fixed.takes):
        shown[ends[hiding == 0]] = True
    if SPARES_ISOLATED.issuperset(each.key for each in in_force(wanted)):
        alone = kept_with(network, "_alone", lambda: _alone(network))
        shown[[at for at in alone if allows(wanted, network.actors[at])]] = True
    return tuple(compress(network.actors, shown.tolist()))


def _alone(network: Network) -> list[int]:
    """Return the places of the actors on the map that have no relation at all."""
    drawn = {actor.id for actor in network.drawn}
    return [at for at, actor in enumerate(network.actors) if actor.id in drawn and not network.degree[actor.id]]
