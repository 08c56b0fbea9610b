"""How a filter judges: each criterion asks every relation by itself and leaves one bit on those that it hides."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

import numpy as np

from graphdata.arrays import Bools, Ints
from graphdata.claim_columns import FAR_FUTURE, FAR_PAST
from graphdata.dates import span_of
from graphdata.ego import ego_network
from graphdata.facts import Facts, bools
from graphdata.filter import CRITERIA, Filter, in_force
from graphdata.network import Actor
from graphdata.rules import bounds_of
from graphdata.ruleset import RULESET_1, Cut

BIT: Final = {each.key: 1 << place for place, each in enumerate(CRITERIA)}
ASSESSED_KEYS: Final = frozenset(("statuses", "min_confidence", "min_origins", "flags", "sources", "period", "undated"))


def keys_in(bits: int) -> tuple[str, ...]:
    """Return the keys of the criteria whose bits are set."""
    return tuple(key for key, bit in BIT.items() if bits & bit)


def hiding_of(wanted: Filter, facts: Facts) -> Ints:
    """Return for each relation the bits of the criteria that hide it; one without claims is not judged by them."""
    hiding = np.zeros(len(facts.network.relations), np.int64)
    for each in in_force(wanted):
        hides = _HIDES[each.key](wanted, facts)
        hiding[hides & ~facts.emptied if each.key in ASSESSED_KEYS else hides] |= BIT[each.key]
    return hiding


def allows(wanted: Filter, actor: Actor) -> bool:
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


def _away_from(facts: Facts, listed: frozenset[str]) -> Bools:
    """Return which relations have no end among some actors."""
    return ~(facts.fixed.giver.among(listed) | facts.fixed.receiver.among(listed))


def _other_domains(wanted: Filter, facts: Facts) -> Bools:
    return ~facts.fixed.domain.among(wanted.domains)


def _other_kinds(wanted: Filter, facts: Facts) -> Bools:
    return ~facts.fixed.kind.among(wanted.kinds)


def _other_acts(wanted: Filter, facts: Facts) -> Bools:
    return ~facts.fixed.hostile if wanted.hostile == "only" else facts.fixed.hostile


def _other_actor_kinds(wanted: Filter, facts: Facts) -> Bools:
    listed = frozenset(actor.id for actor in facts.network.actors if actor.kind in wanted.actor_kinds)
    return _beyond_actors(facts, listed) if wanted.actor_ends == "both" else _away_from(facts, listed)


def _other_givers(wanted: Filter, facts: Facts) -> Bools:
    fixed = facts.fixed
    return ~(fixed.giver.among(wanted.givers) | (fixed.mutual & fixed.receiver.among(wanted.givers)))


def _other_receivers(wanted: Filter, facts: Facts) -> Bools:
    fixed = facts.fixed
    return ~(fixed.receiver.among(wanted.receivers) | (fixed.mutual & fixed.giver.among(wanted.receivers)))


def _other_parties(wanted: Filter, facts: Facts) -> Bools:
    return _away_from(facts, wanted.parties)


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
    """Return which relations are attested only before or only after the period; nothing bounds an undated one."""
    begins, ends = (span_of(text) if text else None for text in wanted.period)
    first = begins.first.toordinal() if begins and begins.first else FAR_PAST
    last = ends.last.toordinal() if ends and ends.last else FAR_FUTURE
    return np.asarray((facts.last < first) | (facts.first > last))


def _undated(_: Filter, facts: Facts) -> Bools:
    return facts.undated


def _without_text(wanted: Filter, facts: Facts) -> Bools:
    from graphdata.folding import fold, latin  # words are seldom asked for: the start does not wait for the search
    from graphdata.search import texts_of

    texts = texts_of(facts.network)
    held = np.ones_like(facts.undated)
    for word in latin(fold(wanted.text)).split():
        held &= bools([word in text for text in texts])
    return ~held


def _too_far(wanted: Filter, facts: Facts) -> Bools:
    return _beyond_actors(facts, ego_network(facts.network.relations, wanted.ego, wanted.steps))


def _without_claims(_: Filter, facts: Facts) -> Bools:
    return facts.emptied


def _above_ceiling(wanted: Filter, facts: Facts) -> Bools:
    """Return which relations are marked above the ceiling, name an actor that is, or have no claims below it."""
    allowed = _markings(wanted) or frozenset()
    barred = frozenset(actor.id for actor in facts.network.actors if actor.marking not in allowed)
    relations = facts.network.relations
    return facts.emptied | bools(
        each.marking not in allowed or not barred.isdisjoint(each.actors) for each in relations
    )


def _hidden_actors(wanted: Filter, facts: Facts) -> Bools:
    return facts.fixed.giver.among(wanted.hidden_actors) | facts.fixed.receiver.among(wanted.hidden_actors)


def _hidden_relations(wanted: Filter, facts: Facts) -> Bools:
    return bools(relation.id in wanted.hidden_relations for relation in facts.network.relations)


_HIDES: Final[dict[str, Callable[[Filter, Facts], Bools]]] = {
    "domains": _other_domains,
    "kinds": _other_kinds,
    "hostile": _other_acts,
    "actor_kinds": _other_actor_kinds,
    "givers": _other_givers,
    "receivers": _other_receivers,
    "parties": _other_parties,
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
