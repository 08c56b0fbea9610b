"""Confidence by the published rules: what the claims of a relation amount to, aspect by aspect, and why.

The rules are in `evidence.md`; chains.py applies 1 to 3, origins.py 4, rules.py 5 to 8. Here they are put to a claim
list, a relation or a network, and rule 9, the analyst's override, is kept beside what was computed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Final

import msgspec

from graphdata.advice import raised_by
from graphdata.attested import attested_by, magnitudes_in_words
from graphdata.chains import Index
from graphdata.network import Network, Relation
from graphdata.origins import OriginClass
from graphdata.rules import Bounds, Case, Judgement, bounds_of, current
from graphdata.ruleset import FLAGS, RULESET_1, Cut, Level, Override, Ruleset
from graphdata.sourcing import Claim
from graphdata.vocabulary import STATUS_WORDS

EVERYTHING: Final = Cut()
NO_OVERRIDES: Final[Mapping[str, Override]] = {}


@dataclass(frozen=True)
class Assessment:
    """What the claims about one aspect amount to, and which rules said so."""

    aspect: str
    level: Level
    documents: int
    origins: int
    supports: tuple[str, ...]
    contradicts: tuple[str, ...]
    qualifies: tuple[str, ...]
    classes: tuple[OriginClass, ...]
    against: tuple[OriginClass, ...]
    flags: tuple[str, ...]
    trace: tuple[str, ...]
    case: Case = field(repr=False, compare=False)

    @cached_property
    def raised_by(self) -> tuple[str, ...]:
        """What would raise the level, each with the level it leads to; worked out when it is first asked for."""
        return raised_by(self.case)

    @property
    def badge(self) -> str:
        """Origins and documents as the map shows them."""
        return f"{self.origins}/{self.documents}"


class RelationAssessment(msgspec.Struct, frozen=True):
    """What a relation's claims amount to: where it is drawn, how surely, and each aspect by itself."""

    relation: str
    status: str
    aspect: str
    headline: Assessment
    aspects: dict[str, Assessment]
    first: date | None
    last: date | None
    start_known: bool
    end_known: bool
    ongoing: bool
    sources: frozenset[str]
    magnitudes: tuple[str, ...]
    override: Override | None = None
    early: str = ""
    late: str = ""

    @property
    def undated(self) -> bool:
        """Whether no supporting claim gives any date: a class of its own, never taken to be current."""
        return self.first is None and self.last is None

    @property
    def level(self) -> Level:
        """The level to draw: the analyst's where there is one, else the computed one of the headline."""
        return self.override.level if self.override else self.headline.level


def assess_aspect(
    claims: Iterable[Claim],
    network: Network | Index,
    aspect: str,
    cut: Cut = EVERYTHING,
    ruleset: Ruleset = RULESET_1,
) -> Assessment:
    """Return what those claims that speak of an aspect amount to."""
    whole = tuple(claims)
    index = network if isinstance(network, Index) else Index(network)
    relation = index.network.relation.get(whole[0].relation) if whole else None
    bounds = bounds_of(cut, index.network.as_of, ruleset)
    return _assessment(Case(aspect, current(whole, index, bounds), relation, index, bounds, ruleset))


def assess_relation(
    relation: Relation,
    network: Network | Index,
    cut: Cut = EVERYTHING,
    ruleset: Ruleset = RULESET_1,
    overrides: Mapping[str, Override] = NO_OVERRIDES,
) -> RelationAssessment:
    """Return what the claims of a relation amount to."""
    index = network if isinstance(network, Index) else Index(network)
    bounds = bounds_of(cut, index.network.as_of, ruleset)
    return _relation_assessment(relation, index, bounds, ruleset, overrides.get(relation.id))


def assess_network(
    network: Network | Index,
    cut: Cut = EVERYTHING,
    ruleset: Ruleset = RULESET_1,
    overrides: Mapping[str, Override] = NO_OVERRIDES,
) -> dict[str, RelationAssessment]:
    """Return the assessment of every relation by its id."""
    index = network if isinstance(network, Index) else Index(network)
    bounds = bounds_of(cut, index.network.as_of, ruleset)
    return {
        relation.id: _relation_assessment(relation, index, bounds, ruleset, overrides.get(relation.id))
        for relation in index.network.relations
    }


class Assessments(Mapping[str, RelationAssessment]):
    """The assessment of every relation of a network under a cut, each worked out when it is first looked at."""

    def __init__(
        self,
        index: Index,
        cut: Cut = EVERYTHING,
        ruleset: Ruleset = RULESET_1,
        overrides: Mapping[str, Override] = NO_OVERRIDES,
    ) -> None:
        """Remember what to assess, and how."""
        self.index, self.overrides = index, overrides
        self._cut, self._ruleset = cut, ruleset
        self._bounds = bounds_of(cut, index.network.as_of, ruleset)
        self._found: dict[str, RelationAssessment] = {}

    def __getitem__(self, relation_id: str) -> RelationAssessment:
        """Return the assessment of a relation; raises KeyError where the network has none of that id."""
        found = self._found.get(relation_id)
        if found is None:
            relation = self.index.network.relation[relation_id]
            override = self.overrides.get(relation_id)
            found = _relation_assessment(relation, self.index, self._bounds, self._ruleset, override)
            self._found[relation_id] = found
        return found

    def __iter__(self) -> Iterator[str]:
        """Return the ids in the order of the relations."""
        return iter(self.index.network.relation)

    def __len__(self) -> int:
        """Return how many relations there are."""
        return len(self.index.network.relation)

    def overridden(self, overrides: Mapping[str, Override]) -> Assessments:
        """Return the assessments with the analyst's own levels beside the computed ones."""
        return Assessments(self.index, self._cut, self._ruleset, overrides)


def _assessment(case: Case) -> Assessment:
    """Return the outcome of a case as a value."""
    judged = Judgement(case).decide()
    return Assessment(
        aspect=case.aspect,
        level=judged.level,
        documents=judged.documents(),
        origins=judged.origins,
        supports=judged.ids("supports"),
        contradicts=judged.ids("contradicts"),
        qualifies=judged.ids("qualifies"),
        classes=judged.classes,
        against=judged.against,
        flags=tuple(flag for flag in FLAGS if flag in judged.flags) if judged.flags else (),
        trace=tuple(judged.trace),
        case=case,
    )


def _relation_assessment(
    relation: Relation, index: Index, bounds: Bounds, ruleset: Ruleset, override: Override | None
) -> RelationAssessment:
    """Return the assessment of one relation within prepared bounds."""
    claims = current(relation.claims, index, bounds)
    aspects = _aspects(relation, claims, index, bounds, ruleset)
    status = _furthest(aspects)
    headline = _headline(aspects, status)
    kept = [claim for claim in claims if bounds.keep(index.path(claim))]
    supporting = [claim for claim in kept if claim.stance == "supports"]
    span = attested_by(supporting)
    return RelationAssessment(
        relation=relation.id,
        status=status,
        aspect=headline,
        headline=aspects[headline],
        aspects=aspects,
        first=span.first,
        last=span.last,
        start_known=span.start_known,
        end_known=span.end_known,
        ongoing=span.ongoing,
        sources=frozenset(source for claim in kept for source in claim.source_ids),
        magnitudes=magnitudes_in_words(supporting),
        override=override,
        early=span.early,
        late=span.late,
    )


def _aspects(
    relation: Relation, claims: Iterable[Claim], index: Index, bounds: Bounds, ruleset: Ruleset
) -> dict[str, Assessment]:
    """Return the assessment of each aspect that a claim speaks of, "exists" at least."""
    spoken_of: dict[str, list[Claim]] = {}
    for claim in claims:
        spoken_of.setdefault(claim.aspect, []).append(claim)
    return {
        aspect: _assessment(Case(aspect, tuple(found), relation, index, bounds, ruleset))
        for aspect, found in (spoken_of or {"exists": []}).items()
    }


def _furthest(aspects: dict[str, Assessment]) -> str:
    """Return the furthest status word that has support, an empty string where none has."""
    supported = [word for word in STATUS_WORDS if f"status:{word}" in aspects and aspects[f"status:{word}"].level]
    return supported[-1] if supported else ""


def _headline(aspects: dict[str, Assessment], status: str) -> str:
    """Return the aspect that the line is drawn at: the furthest status, else "exists", else the best supported."""
    if status:
        return f"status:{status}"
    if "exists" in aspects and aspects["exists"].level:
        return "exists"
    return max(aspects, key=lambda aspect: (aspects[aspect].level, aspect == "exists", aspect))
