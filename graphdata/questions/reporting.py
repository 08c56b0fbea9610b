"""Who got it from whom: the chains of a relation's claims as one graph, with loops, copies and shared origins marked.

Information flows from an origin through its carriers to the documents in hand. The terms are those of W3C PROV; a loop
is what confidence calls one (rule 1): documents that cite one another with nothing behind them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal

from graphdata.chains import UNATTRIBUTED, Facts, Index, Path
from graphdata.sourcing import Claim
from graphdata.view import View

StationKind = Literal["document", "actor", "named", "unstated"]


@dataclass(frozen=True, slots=True)
class Station:
    """A document or a speaker that a report passed through; depth is its distance from the origins, 0 for an origin."""

    id: str
    label: str
    kind: StationKind
    letter: str
    read: bool
    depth: int
    in_loop: bool
    is_copy: bool
    is_origin: bool
    in_hand: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """A report passed on: by whom, to whom, in which claims, and how it was worded and handed on."""

    start: str
    end: str
    claims: tuple[str, ...]
    how: tuple[str, ...]
    stances: tuple[str, ...]


ALL_CLAIMS: Final = ", all claims counted"  # the verdict on the line counts those of its headline aspect alone


@dataclass(frozen=True, slots=True)
class Reporting:
    """The reporting behind a relation; single names the one origin that several documents lead back to."""

    relation: str
    stations: tuple[Station, ...]
    passages: tuple[Passage, ...]
    single: str
    documents: int
    origins: int

    @property
    def sentence(self) -> str:
        """What there is to see, in words."""
        documents, origins = _number(self.documents, "document"), _number(self.origins, "origin")
        leads = "leads" if self.documents == 1 else "lead"
        led = f"{documents} {leads} back to {origins}{ALL_CLAIMS}"
        said = [led if self.origins else f"{documents}, no origin named"]
        loops, copies = (sum(getattr(each, name) for each in self.stations) for name in ("in_loop", "is_copy"))
        if self.single:
            said.append(f"all of it comes from {self.single}")
        if loops:
            said.append(f"{loops} cite one another in a circle")
        if copies:
            said.append(f"{_number(copies, 'copy', 'copies')} of another document")
        return "; ".join(said) + "."


def reporting_of(view: View, relation_id: str) -> Reporting:
    """Return the reporting behind the claims of a relation that the view counts."""
    relation, found = view.network.relation[relation_id], view.assessments[relation_id]
    index = found.headline.case.index
    counting = {k for each in found.aspects.values() for k in (*each.supports, *each.contradicts, *each.qualifies)}
    claims = [claim for claim in relation.claims if claim.id in counting]
    ways = [(claim, _way(claim, index)) for claim in claims]
    passages = _passages(ways)
    stations = _stations(ways, passages, index)
    origins = [each for each in stations if each.is_origin]
    documents = sum(each.kind == "document" for each in stations)
    single = origins[0].label if len(origins) == 1 and documents > 1 and _all_named(claims, index) else ""
    return Reporting(relation_id, stations, passages, single, documents, len(origins))


@dataclass(frozen=True, slots=True)
class _Stop:
    """A station on the way of one claim."""

    id: str
    label: str
    kind: StationKind
    facts: Facts | None = None


def _way(claim: Claim, index: Index) -> tuple[_Stop, ...]:
    """Return the stops of a claim from its origin to the document in hand."""
    path = index.path(claim)
    stops = [_Stop(each.id, each.label, "document" if each.is_source else "actor", each) for each in path.way]
    return tuple(reversed([*stops, *_far_end(claim, path)]))


def _far_end(claim: Claim, path: Path) -> tuple[_Stop, ...]:
    """Return what lies beyond the last record of a chain: a name without a record, or that no origin is stated."""
    named = claim.chain[-1].named
    key = " ".join(named.casefold().split())
    if path.key == UNATTRIBUTED:
        return (_Stop(f"{UNATTRIBUTED}:{key}", named or "No origin stated", "unstated"),)
    return (_Stop(f"named:{key}", named, "named"),) if named else ()


def _passages(ways: Iterable[tuple[Claim, tuple[_Stop, ...]]]) -> tuple[Passage, ...]:
    """Return each handing-on once, with every claim that went that way."""
    found: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim, way in ways:
        for one, other in pairwise(way):
            if one.id != other.id:
                found[one.id, other.id].append(claim)
    return tuple(_passage(start, end, claims) for (start, end), claims in sorted(found.items()))


def _passage(start: str, end: str, claims: list[Claim]) -> Passage:
    """Return one handing-on with the words for how it was done."""
    how = {word for claim in claims for word in _words(claim, end)}
    ids = tuple(dict.fromkeys(claim.id for claim in claims))
    return Passage(start, end, ids, tuple(sorted(how)), tuple(sorted({claim.stance for claim in claims})))


def _words(claim: Claim, node: str) -> Iterable[str]:
    """Yield how a document handed on what it got, and how firmly it said so."""
    for link in claim.chain:
        if link.node == node:
            yield from (word for word in (link.how, link.modality) if word)


def _stations(
    ways: Iterable[tuple[Claim, tuple[_Stop, ...]]], passages: tuple[Passage, ...], index: Index
) -> tuple[Station, ...]:
    """Return every station with its distance from the origins, nearest first."""
    stops = {stop.id: stop for _, way in ways for stop in way}
    hands = {way[-1].id for _, way in ways if way}
    looped = _looped(passages)
    fed = {passage.end for passage in passages}
    depths = _depths(stops, passages, looped)
    sources = index.network.source
    stations = [
        Station(
            id=stop.id,
            label=stop.label,
            kind=stop.kind,
            letter=stop.facts.letter if stop.facts else "",
            read=bool(stop.facts and stop.facts.read),
            depth=depths[stop.id],
            in_loop=stop.id in looped,
            is_copy=bool(stop.id in sources and sources[stop.id].derives_from),
            is_origin=stop.id not in fed and stop.kind != "unstated",
            in_hand=stop.id in hands,
        )
        for stop in stops.values()
    ]
    return tuple(sorted(stations, key=lambda each: (each.depth, each.label, each.id)))


def _depths(stops: Mapping[str, _Stop], passages: tuple[Passage, ...], looped: frozenset[str]) -> dict[str, int]:
    """Return the longest way from an origin to each station; within a loop nobody is further than the others."""
    before: dict[str, set[str]] = defaultdict(set)
    for passage in passages:
        if not (passage.start in looped and passage.end in looped):
            before[passage.end].add(passage.start)
    depths = dict.fromkeys(stops, 0)
    for _ in range(len(stops)):
        depths = {each: max((depths[one] + 1 for one in before[each]), default=0) for each in stops}
    return {each: min(depth, len(stops)) for each, depth in depths.items()}


def _looped(passages: tuple[Passage, ...]) -> frozenset[str]:
    """Return the stations from which reports come round to themselves."""
    onward: dict[str, set[str]] = defaultdict(set)
    for passage in passages:
        onward[passage.start].add(passage.end)
    return frozenset(each for each in list(onward) if each in _reached(each, onward))


def _reached(start: str, onward: Mapping[str, set[str]]) -> set[str]:
    """Return everything that lies ahead of a station; itself only by a loop."""
    found: set[str] = set()
    ahead = list(onward.get(start, ()))
    while ahead:
        each = ahead.pop()
        if each not in found:
            found.add(each)
            ahead += onward.get(each, ())
    return found


def _all_named(claims: Iterable[Claim], index: Index) -> bool:
    """Return whether every claim names who said it first."""
    return all(index.path(claim).key != UNATTRIBUTED for claim in claims)


def _number(count: int, one: str, many: str = "") -> str:
    """Return a number with its noun."""
    return f"{count} {one if count == 1 else many or one + 's'}"
