"""What if a source is wrong? The network without it, what each relation could not do without, and what all lean on.

What is struck out is a source, an origin (its key, as the trace of a relation names it) or a claim; every claim whose
chain passes through it stops counting, and the published rules are applied to the rest. Nothing is changed in place, so
putting it back gives the same network.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import combinations
from typing import Final, Literal, NamedTuple

from msgspec.structs import replace

from graphdata.arrays import Ints, distinct
from graphdata.bulk import Told, no_one
from graphdata.caseload import struck_claims
from graphdata.chains import UNATTRIBUTED, UNRESOLVED, Index
from graphdata.confidence import RelationAssessment, assess_relation
from graphdata.facts import Facts, caseload_of, facts_of, relation_places
from graphdata.ruleset import Level
from graphdata.view import View
from graphdata.vocabulary import STATUS_WORDS

Outcome = Literal["lost", "lower", "earlier", "higher"]
ONE_BY_ONE: Final = 150  # relations that are assessed singly in less time than all are in bulk
EXACT: Final = 12  # up to so many sources behind a relation every set of them is tried, the smallest first
NOT_ONE: Final = frozenset((UNATTRIBUTED, UNRESOLVED))  # keys that stand for the lack of an origin, not for one


class Fall(NamedTuple):
    """What becomes of a relation: its level and status before and after."""

    relation: str
    outcome: Outcome
    before: Level
    after: Level
    status_before: str
    status_after: str


class Consequences(NamedTuple):
    """What striking something out does to a view: which relations change, and which actors lose all their ground."""

    falls: tuple[Fall, ...]
    dropped: tuple[str, ...]

    def of(self, outcome: Outcome) -> tuple[str, ...]:
        """Return the relations with one outcome."""
        return tuple(fall.relation for fall in self.falls if fall.outcome == outcome)


class Leaning(NamedTuple):
    """How much a view leans on a source or an origin: what its loss would do, and on how many relations it bears."""

    id: str
    label: str
    relations: int
    consequences: Consequences


class Ground(NamedTuple):
    """The fewest sources whose loss leaves a relation without ground; exact says that no smaller set does."""

    relation: str
    sources: tuple[tuple[str, ...], ...]
    exact: bool

    @property
    def size(self) -> int:
        """How many sources have to be wrong; 0 where the relation has no ground to lose."""
        return len(self.sources[0]) if self.sources else 0


def consequences_of(view: View, struck: Collection[str]) -> Consequences:
    """Return what becomes of the relations on show, and of their actors, without some sources, origins or claims."""
    claims = caseload_of(view.network).claims
    concerned = distinct(claims.rows.relation[struck_claims(claims, struck)])
    on_show = concerned[view.hiding[concerned] == 0]
    if len(on_show) > ONE_BY_ONE and not view.apart:
        return _consequences_in_bulk(view, on_show, struck)
    return _consequences(view, [view.network.relations[at].id for at in on_show.tolist()], struck)


def _consequences_in_bulk(view: View, concerned: Ints, struck: Collection[str]) -> Consequences:
    """Return the same by judging all relations anew at once, and comparing those that a loss can concern."""
    cut = view.filter.cut
    before, after = (facts_of(view.network, each) for each in (cut, replace(cut, struck=cut.struck | set(struck))))
    differs = (before.level != after.level) | (before.status.codes != after.status.codes)
    falls = tuple(
        fall
        for at in concerned[differs[concerned]].tolist()
        if (fall := _fallen(view.network.relations[at].id, *_drawn_at(before, at), *_drawn_at(after, at)))
    )
    return Consequences(falls, _dropped(view, {fall.relation for fall in falls if not fall.after}))


def _drawn_at(facts: Facts, place: int) -> tuple[Level, str]:
    """Return the level and the status of the relation at a place."""
    return Level(int(facts.level[place])), facts.status.words[facts.status.codes[place]]


def _consequences(view: View, concerned: Iterable[str], struck: Collection[str]) -> Consequences:
    """Return what becomes of the relations that a loss can concern at all, in their order."""
    outcomes = (_fall(view.assessments[each], _without(view, each, struck)) for each in concerned)
    falls = tuple(fall for fall in outcomes if fall)
    return Consequences(falls, _dropped(view, {fall.relation for fall in falls if not fall.after}))


def touching(view: View) -> Mapping[str, tuple[str, ...]]:
    """Return for each source, actor in a chain, origin and claim the relations on show that it bears on."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for relation in view.relations:
        index = _index(view, relation.id)
        for claim in relation.claims:
            for each in index.path(claim).ids:
                found[each][relation.id] = None
    return {each: tuple(relations) for each, relations in found.items()}


def leanings_of_sources(view: View, cancelled: Callable[[], bool] = lambda: False) -> tuple[Leaning, ...]:
    """Return every source that something on show rests on, the one whose loss would cost most first."""
    labels = {source.id: source.short_title for source in view.network.sources}
    return _ranked(view, {each: labels[each] for each in view.sources if each in labels}, cancelled)


def leanings_of_origins(view: View, cancelled: Callable[[], bool] = lambda: False) -> tuple[Leaning, ...]:
    """Return every origin behind what is on show, the one whose loss would cost most first."""
    return _ranked(view, dict(origins_of(view)), cancelled)


def origins_of(view: View, told: Told = no_one) -> tuple[tuple[str, str], ...]:
    """Return every origin behind what is on show, its key and its name, by name; each relation is assessed for it."""
    labels: dict[str, str] = {}
    for at, relation in enumerate(view.relations):
        told(at / len(view.relations))
        for aspect in view.assessments[relation.id].aspects.values():
            labels |= {each.key: each.label for each in aspect.classes if each.counts and each.key not in NOT_ONE}
    return tuple(sorted(labels.items(), key=lambda pair: (pair[1].casefold(), pair[0])))


def ground_of(view: View, relation_id: str) -> Ground:
    """Return the smallest sets of sources whose loss would leave a relation at confidence None.

    Up to EXACT sources every set is tried, by size; beyond, a greedy cover of the supporting claims is given.
    """
    if not view.assessments[relation_id].headline.level:
        return Ground(relation_id, (), exact=True)
    sources = sorted(view.assessments[relation_id].sources)
    if len(sources) > EXACT:
        return Ground(relation_id, (_cover(view, relation_id),), exact=False)
    for size in range(1, len(sources) + 1):
        found = tuple(few for few in combinations(sources, size) if _falls_without(view, relation_id, few))
        if found:
            return Ground(relation_id, found, exact=True)
    return Ground(relation_id, (), exact=True)


def _falls_without(view: View, relation_id: str, struck: Iterable[str]) -> bool:
    """Return whether a relation has no ground left without some sources."""
    return not _without(view, relation_id, frozenset(struck)).headline.level


def _without(view: View, relation_id: str, struck: Collection[str]) -> RelationAssessment:
    """Return the assessment of a relation with more struck out than the view strikes out already."""
    cut = replace(view.filter.cut, struck=view.filter.struck | frozenset(struck))
    return assess_relation(view.network.relation[relation_id], _index(view, relation_id), cut)


def _index(view: View, relation_id: str) -> Index:
    """Return what confidence knows of the network; it is kept with every case."""
    return view.assessments[relation_id].headline.case.index


def _fall(before: RelationAssessment, after: RelationAssessment) -> Fall | None:
    """Return what a loss does to a relation, None where it does nothing."""
    drawn = ((each.headline.level, each.status) for each in (before, after))
    return _fallen(before.relation, *next(drawn), *next(drawn))


def _fallen(relation: str, before: Level, status_before: str, after: Level, status_after: str) -> Fall | None:
    """Return what becomes of a relation that is drawn so before and after, None where nothing does."""
    outcome = _outcome(before, status_before, after, status_after)
    return Fall(relation, outcome, before, after, status_before, status_after) if outcome else None


def outcome_of(before: RelationAssessment, after: RelationAssessment) -> Outcome | None:
    """Return what a change of the evidence means for a relation, None where it means nothing."""
    return _outcome(before.headline.level, before.status, after.headline.level, after.status)


def _outcome(old: Level, status_before: str, new: Level, status_after: str) -> Outcome | None:
    """Return what it means that a relation is drawn at another level or status."""
    if old and not new:
        return "lost"
    words = list(STATUS_WORDS)
    if words.index(status_before or "proposed") > words.index(status_after or "proposed"):
        return "earlier"
    return "lower" if new < old else "higher" if new > old else None


def _dropped(view: View, lost: Collection[str]) -> tuple[str, ...]:
    """Return the actors on show whose relations all have no ground any more, and some had."""
    if not lost:
        return ()
    fixed, places = view.facts.fixed, relation_places(view.network)
    holding = (facts_of(view.network, view.filter.cut).level > 0) & (view.hiding == 0)
    for each, found in view.apart.items():
        holding[places[each]] = found.headline.level > 0
    holding[[places[each] for each in lost]] = False
    ends = (fixed.giver, fixed.receiver)
    grounded = {each.words[code] for each in ends for code in distinct(each.codes[holding]).tolist()}
    touched = {end for each in lost for end in _ends(view, each)}
    return tuple(sorted(touched - grounded))


def _ends(view: View, relation_id: str) -> tuple[str, str]:
    relation = view.network.relation[relation_id]
    return relation.giver, relation.receiver


def _ranked(view: View, labels: Mapping[str, str], cancelled: Callable[[], bool]) -> tuple[Leaning, ...]:
    """Return how much a view leans on each of these, the heaviest loss first; what is known when cancelled."""
    touched = touching(view)
    found = list(_leanings(view, labels, touched, cancelled))
    return tuple(sorted(found, key=_weight))


def _leanings(
    view: View, labels: Mapping[str, str], touched: Mapping[str, tuple[str, ...]], cancelled: Callable[[], bool]
) -> Iterator[Leaning]:
    for each, label in labels.items():
        if cancelled():
            return
        concerned = touched.get(each, ())
        yield Leaning(each, label, len(concerned), _consequences(view, concerned, (each,)))


def _weight(leaning: Leaning) -> tuple[int, int, int, int, str]:
    """Return the rank of a leaning: relations lost, then lowered, then set back, then merely resting on it."""
    found = leaning.consequences
    sizes = (len(found.of("lost")), len(found.of("lower")), len(found.of("earlier")), leaning.relations)
    return (-sizes[0], -sizes[1], -sizes[2], -sizes[3], leaning.id)


def _cover(view: View, relation_id: str) -> tuple[str, ...]:
    """Return sources that between them stand behind every supporting claim in force: the commonest first, greedily."""
    assessment = view.assessments[relation_id]
    supporting = {key for aspect in assessment.aspects.values() for key in aspect.supports}
    left = [frozenset(view.network.claim[key].source_ids) for key in sorted(supporting)]
    taken: list[str] = []
    while left:
        best = max(sorted(frozenset().union(*left)), key=lambda one: sum(one in each for each in left))
        taken.append(best)
        left = [each for each in left if best not in each]
    return tuple(sorted(taken))
