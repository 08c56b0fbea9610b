"""What is on show: the relations and actors of a network that a filter lets through, and why the others are not.

Every criterion of a filter judges every relation by itself and leaves one bit; a relation with no bit is on show.
What the judging needs is drawn up once per network and cut, as arrays, and kept with the network.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, reduce
from itertools import compress
from typing import Final, NamedTuple

import msgspec
import numpy as np
import numpy.typing as npt

from graphdata.chains import Index
from graphdata.confidence import NO_OVERRIDES, RelationAssessment, assess_network
from graphdata.dates import span_of
from graphdata.ego import ego_network
from graphdata.filter import CRITERIA, Chip, Filter, chips_of, in_force, without
from graphdata.network import Actor, Network, Relation
from graphdata.rules import bounds_of
from graphdata.ruleset import FLAGS, RULESET_1, Cut, Override
from graphdata.search import fits, fold, texts_of
from graphdata.vocabulary import is_hostile

Bools = npt.NDArray[np.bool_]
Ints = npt.NDArray[np.int64]
BIT: Final = {each.key: 1 << place for place, each in enumerate(CRITERIA)}
CUT_KEYS: Final = ("as_of", "known_by", "ceiling", "struck")
ASSESSED_KEYS: Final = frozenset(("statuses", "min_confidence", "min_origins", "flags", "sources", "period", "undated"))
SPARES_ISOLATED: Final = frozenset((*CUT_KEYS, "actor_kinds", "hidden_actors", "hidden_relations"))
KEPT_CUTS: Final = 6  # assessments of so many cuts stay with a network
FAR_PAST, FAR_FUTURE = 0, 10_000_000  # ordinals of days where nothing bounds a span


class Column(NamedTuple):
    """One property of every relation, as places in a list of words."""

    words: tuple[str, ...]
    codes: Ints

    def among(self, wanted: Iterable[str]) -> Bools:
        """Return for each row whether its word is wanted."""
        listed = frozenset(wanted)
        return np.array([word in listed for word in self.words], np.bool_)[self.codes]


class Fixed(NamedTuple):
    """What filters ask about relations whatever the cut; every array is in the order of the relations."""

    domain: Column
    kind: Column
    giver: Column
    receiver: Column
    hostile: Bools


class Facts(NamedTuple):
    """What filters ask about relations under one cut; behind pairs places of relations with their sources."""

    network: Network
    fixed: Fixed
    assessments: Mapping[str, RelationAssessment]
    status: Column
    level: Ints
    origins: Ints
    flags: Mapping[str, Bools]
    first: Ints
    last: Ints
    undated: Bools
    emptied: Bools
    behind: Ints
    source: Column


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

    @cached_property
    def reasons(self) -> Mapping[str, tuple[str, ...]]:
        """For each hidden relation, the keys of the chips that hide it, in the order of the chips."""
        hidden = np.flatnonzero(self.hiding)
        words = {int(bits): keys_in(int(bits)) for bits in np.unique(self.hiding)}
        found = {self.network.relations[at].id: words[int(self.hiding[at])] for at in map(int, hidden)}
        return found | _blamed(self, found)

    @cached_property
    def undated(self) -> frozenset[str]:
        """The relations on show that no claim gives a date."""
        return frozenset(each.id for each in self.relations if self.assessments[each.id].undated)

    @cached_property
    def sources(self) -> tuple[str, ...]:
        """The sources that what is on show rests on, by id."""
        codes = np.unique(self.facts.source.codes[self.hiding[self.facts.behind] == 0])
        return tuple(sorted(self.facts.source.words[code] for code in codes))


class Advice(NamedTuple):
    """Which chips to drop, and how many relations that would bring back."""

    chips: tuple[Chip, ...]
    relations: int


def view_of(network: Network, wanted: Filter, overrides: Mapping[str, Override] = NO_OVERRIDES) -> View:
    """Return what is on show of a network under a filter, with the levels that the analyst assigned by hand."""
    facts = _overridden(facts_of(network, wanted.cut), overrides)
    hiding = _hiding(wanted, facts)
    relations = tuple(compress(network.relations, (hiding == 0).tolist()))
    return View(network, wanted, facts.assessments, relations, _on_show(network, wanted, relations), facts, hiding)


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
    together = _fewest_together(view, chips)
    return Advice(together, _gain(view, together))


def status_line(view: View) -> str:
    """Return the foot of the window: how much is on show, of when, and of which dataset."""
    network = view.network
    digest = f" ({network.digest[:8]})" if network.digest else ""
    parts = (
        f"{len(view.actors)} of {len(network.actors)} actors",
        f"{len(view.relations)} of {len(network.relations)} relations",
        f"{len(view.sources)} source{'s' * (len(view.sources) != 1)}",
        f"as of {view.filter.as_of or network.as_of}",
        f"dataset {network.version}{digest}",
    )
    return " · ".join(parts)


def keys_in(bits: int) -> tuple[str, ...]:
    """Return the keys of the criteria whose bits are set."""
    return tuple(key for key, bit in BIT.items() if bits & bit)


def facts_of(network: Network, cut: Cut) -> Facts:
    """Return what filters ask of a network under a cut; the last few cuts are kept with the network."""
    kept: dict[Cut, Facts] = network.__dict__.setdefault("_facts", {})
    facts = kept.pop(cut, None) or _facts(network, cut)
    kept[cut] = facts
    for oldest in list(kept)[:-KEPT_CUTS]:
        kept.pop(oldest, None)
    return facts


def _facts(network: Network, cut: Cut) -> Facts:
    """Return the facts of a network under a cut, from one assessment of all its relations."""
    index = _index(network)
    assessments = assess_network(index, cut)
    found = [assessments[relation.id] for relation in network.relations]
    behind = [(place, source) for place, each in enumerate(found) for source in sorted(each.sources)]
    return Facts(
        network=network,
        fixed=_fixed(network),
        assessments=assessments,
        status=_column(each.status for each in found),
        level=_ints(each.level for each in found),
        origins=_ints(each.headline.origins for each in found),
        flags={flag: _bools(flag in each.headline.flags for each in found) for flag in FLAGS},
        first=_ints(each.first.toordinal() if each.first else FAR_PAST for each in found),
        last=_ints(each.last.toordinal() if each.last else FAR_FUTURE for each in found),
        undated=_bools(each.undated for each in found),
        emptied=_bools(_is_emptied(each, index, network.relation[each.relation]) for each in found),
        behind=_ints(place for place, _ in behind),
        source=_column(source for _, source in behind),
    )


def _index(network: Network) -> Index:
    """Return what confidence knows of a network, made once: another cut then costs less than the first."""
    found: Index = network.__dict__.setdefault("_index", None) or Index(network)
    network.__dict__["_index"] = found
    return found


def _fixed(network: Network) -> Fixed:
    """Return what does not depend on the cut, kept with the network."""
    kept = network.__dict__
    if "_fixed" not in kept:
        relations = network.relations
        kept["_fixed"] = Fixed(
            domain=_column(relation.domain for relation in relations),
            kind=_column(relation.kind for relation in relations),
            giver=_column(relation.giver for relation in relations),
            receiver=_column(relation.receiver for relation in relations),
            hostile=_bools(is_hostile(relation.domain, relation.kind) for relation in relations),
        )
    found: Fixed = kept["_fixed"]
    return found


def _overridden(facts: Facts, overrides: Mapping[str, Override]) -> Facts:
    """Return the facts with the analyst's own levels in place of the computed ones, which stay beside them."""
    known = {key: override for key, override in overrides.items() if key in facts.assessments}
    if not known:
        return facts
    changed = {key: replace(facts.assessments[key], override=override) for key, override in known.items()}
    assessments = {**facts.assessments, **changed}
    return facts._replace(assessments=assessments, level=_ints(each.level for each in assessments.values()))


def _is_emptied(assessment: RelationAssessment, index: Index, relation: Relation) -> bool:
    """Return whether the cut leaves no claim of a relation that has some; one without any stays a hollow line."""
    if any(each.supports or each.contradicts or each.qualifies for each in assessment.aspects.values()):
        return False
    return any(index.path(claim).live for claim in relation.claims)


def _column(words: Iterable[str]) -> Column:
    """Return words as places in the list of the different ones, in the order of their first use."""
    places: dict[str, int] = {}
    codes = [places.setdefault(word, len(places)) for word in words]
    return Column(tuple(places), np.array(codes, np.int64))


def _ints(values: Iterable[int]) -> Ints:
    return np.fromiter(values, np.int64)


def _bools(values: Iterable[bool]) -> Bools:
    return np.fromiter(values, np.bool_)


def _hiding(wanted: Filter, facts: Facts) -> Ints:
    """Return for each relation the bits of the criteria that hide it; one without claims is not judged by them."""
    hiding = np.zeros(len(facts.network.relations), np.int64)
    for each in in_force(wanted):
        hides = _HIDES[each.key](wanted, facts)
        hiding[hides & ~facts.emptied if each.key in ASSESSED_KEYS else hides] |= BIT[each.key]
    return hiding


def _blamed(view: View, reasons: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Return the reasons where several parts of the cut take away all claims: those parts that do so alone."""
    cut_keys = [each.key for each in in_force(view.filter) if each.key in CUT_KEYS]
    emptied = tuple(compress(view.network.relations, view.facts.emptied.tolist()))
    if len(cut_keys) < 2 or not emptied:
        return {}
    few = msgspec.structs.replace(view.network, relations=emptied)
    alone = {key: view_of(few, Filter(**{key: getattr(view.filter, key)})).reasons for key in cut_keys}
    found = {each.id: [key for key in cut_keys if each.id in alone[key]] or cut_keys for each in emptied}
    return {each: tuple(key for key in reasons[each] if key not in CUT_KEYS or key in found[each]) for each in found}


def _gain(view: View, chips: Iterable[Chip]) -> int:
    """Return how many relations would come back without some chips."""
    fewer = reduce(without, (chip.key for chip in chips), view.filter)
    facts = _overridden(facts_of(view.network, fewer.cut), _overrides(view))
    return int(np.count_nonzero(_hiding(fewer, facts) == 0)) - len(view.relations)


def _overrides(view: View) -> dict[str, Override]:
    """Return the levels that the analyst assigned by hand."""
    return {key: each.override for key, each in view.assessments.items() if each.override}


def _fewest_together(view: View, chips: Iterable[Chip]) -> tuple[Chip, ...]:
    """Return the fewest chips that together hide some relation, of several such sets the one that hides most."""
    sets, sizes = np.unique(view.hiding[view.hiding > 0], return_counts=True)
    ranked = [(int(bits).bit_count(), -int(size), int(bits)) for bits, size in zip(sets, sizes, strict=True)]
    keys = keys_in(min(ranked)[2]) if ranked else ()
    return tuple(chip for chip in chips if chip.key in keys)


def _keys_hiding_actor(view: View, actor_id: str) -> tuple[str, ...]:
    """Return the keys of the chips that keep an actor off the map, the one that hides most of its relations first."""
    if any(actor.id == actor_id for actor in view.actors):
        return ()
    if not view.network.degree[actor_id]:
        return _keys_hiding_isolated(view, view.network.actor[actor_id])
    own = [each.id for each in view.network.relations if actor_id in (each.giver, each.receiver)]
    counts = Counter(key for relation_id in own for key in view.reasons[relation_id])
    return tuple(sorted(counts, key=lambda key: (-counts[key], BIT[key])))


def _keys_hiding_isolated(view: View, actor: Actor) -> tuple[str, ...]:
    """Return the keys of the chips that keep an actor without relations off the map."""
    judging = {"actor_kinds", "hidden_actors", "ceiling"}
    keys = [each.key for each in in_force(view.filter)]
    alone = {key: reduce(without, set(keys) - {key}, view.filter) for key in keys}
    return tuple(k for k in keys if k not in SPARES_ISOLATED or (k in judging and not _allows(alone[k], actor)))


def _on_show(network: Network, wanted: Filter, relations: Iterable[Relation]) -> tuple[Actor, ...]:
    """Return the ends of the relations on show, and actors without any relation while nothing narrows the view."""
    shown = {end for relation in relations for end in (relation.giver, relation.receiver)}
    if SPARES_ISOLATED.issuperset(each.key for each in in_force(wanted)):
        shown |= {actor.id for actor in network.actors if not network.degree[actor.id] and _allows(wanted, actor)}
    return tuple(actor for actor in network.actors if actor.id in shown)


def _allows(wanted: Filter, actor: Actor) -> bool:
    """Return whether those criteria that judge actors let one through."""
    allowed = _markings(wanted)
    is_of_kind = not wanted.actor_kinds or actor.kind in wanted.actor_kinds
    return is_of_kind and actor.id not in wanted.hidden_actors and (allowed is None or actor.marking in allowed)


def _markings(wanted: Filter) -> frozenset[str] | None:
    """Return the markings under the ceiling, nothing where there is no ceiling."""
    return bounds_of(Cut(ceiling=wanted.ceiling), "", RULESET_1).markings


def _beyond_actors(facts: Facts, listed: Iterable[str]) -> Bools:
    """Return which relations have an end outside some actors."""
    inside = frozenset(listed)
    return ~(facts.fixed.giver.among(inside) & facts.fixed.receiver.among(inside))


def _other_domains(wanted: Filter, facts: Facts) -> Bools:
    return ~facts.fixed.domain.among(wanted.domains)


def _other_kinds(wanted: Filter, facts: Facts) -> Bools:
    return ~facts.fixed.kind.among(wanted.kinds)


def _other_acts(wanted: Filter, facts: Facts) -> Bools:
    return ~facts.fixed.hostile if wanted.hostile == "only" else facts.fixed.hostile


def _other_actor_kinds(wanted: Filter, facts: Facts) -> Bools:
    return _beyond_actors(facts, (actor.id for actor in facts.network.actors if actor.kind in wanted.actor_kinds))


def _other_statuses(wanted: Filter, facts: Facts) -> Bools:
    return ~facts.status.among(wanted.statuses)


def _less_sure(wanted: Filter, facts: Facts) -> Bools:
    return facts.level < wanted.min_confidence


def _fewer_origins(wanted: Filter, facts: Facts) -> Bools:
    return facts.origins < wanted.min_origins


def _unflagged(wanted: Filter, facts: Facts) -> Bools:
    columns = [facts.flags[flag] for flag in wanted.all_flags if flag in facts.flags]
    return ~np.any(columns, axis=0) if columns else np.ones_like(facts.undated)


def _other_sources(wanted: Filter, facts: Facts) -> Bools:
    hides = np.ones_like(facts.undated)
    hides[facts.behind[facts.source.among(wanted.sources)]] = False
    return hides


def _outside_period(wanted: Filter, facts: Facts) -> Bools:
    """Return which dated relations are attested only before or only after the period."""
    begins, ends = (span_of(text) if text else None for text in wanted.period)
    first = begins.first.toordinal() if begins and begins.first else FAR_PAST
    last = ends.last.toordinal() if ends and ends.last else FAR_FUTURE
    return ~facts.undated & ((facts.last < first) | (facts.first > last))


def _undated(_: Filter, facts: Facts) -> Bools:
    return facts.undated


def _without_text(wanted: Filter, facts: Facts) -> Bools:
    words = fold(wanted.text).split()
    return ~_bools(fits(text, words) for text in texts_of(facts.network))


def _too_far(wanted: Filter, facts: Facts) -> Bools:
    return _beyond_actors(facts, ego_network(facts.network.relations, wanted.ego, wanted.steps))


def _without_claims(_: Filter, facts: Facts) -> Bools:
    return facts.emptied


def _above_ceiling(wanted: Filter, facts: Facts) -> Bools:
    """Return which relations are marked above the ceiling, name an actor that is, or have no claims below it."""
    allowed = _markings(wanted) or frozenset()
    barred = frozenset(actor.id for actor in facts.network.actors if actor.marking not in allowed)
    relations = facts.network.relations
    return facts.emptied | _bools(
        each.marking not in allowed or not barred.isdisjoint(each.actors) for each in relations
    )


def _hidden_actors(wanted: Filter, facts: Facts) -> Bools:
    return facts.fixed.giver.among(wanted.hidden_actors) | facts.fixed.receiver.among(wanted.hidden_actors)


def _hidden_relations(wanted: Filter, facts: Facts) -> Bools:
    return _bools(relation.id in wanted.hidden_relations for relation in facts.network.relations)


_HIDES: Final[dict[str, Callable[[Filter, Facts], Bools]]] = {
    "domains": _other_domains,
    "kinds": _other_kinds,
    "hostile": _other_acts,
    "actor_kinds": _other_actor_kinds,
    "statuses": _other_statuses,
    "min_confidence": _less_sure,
    "min_origins": _fewer_origins,
    "flags": _unflagged,
    "sources": _other_sources,
    "period": _outside_period,
    "undated": _undated,
    "text": _without_text,
    "ego": _too_far,
    "as_of": _without_claims,
    "known_by": _without_claims,
    "ceiling": _above_ceiling,
    "struck": _without_claims,
    "hidden_actors": _hidden_actors,
    "hidden_relations": _hidden_relations,
}
