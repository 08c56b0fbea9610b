"""What the evidence panel says of a relation: how sure each aspect is, on which claims, and what would raise it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from graphdata.attested import attested_in_words
from graphdata.cards import Card, card_of, faults_of
from graphdata.confidence import Assessment, RelationAssessment
from graphdata.network import Relation
from graphdata.onshow import claims_on_show
from graphdata.origins import OriginClass
from graphdata.rows import Row, actor_row, counted, domain_in_words, ends_of, label_of, source_rows, verdict_of
from graphdata.ruleset import FLAGS, Level
from graphdata.view import View, why_hidden
from graphdata.vocabulary import STATUS_WORDS, aspect_label, is_hostile, kind_label

ASPECT_ORDER: Final = ("exists", "status", "magnitude", "period", "via", "nature")
NO_STATUS: Final = "No status claimed"


@dataclass(frozen=True, slots=True)
class OriginLine:
    """One origin behind an aspect: who, at what grades, through how many documents."""

    label: str
    grades: str
    standing: str


@dataclass(frozen=True, slots=True)
class AspectPart:
    """One aspect of a relation: how sure it is, why, and what would make it surer."""

    aspect: str
    heading: str
    level: Level
    verdict: str
    flags: tuple[str, ...]
    cards: tuple[Card, ...]
    origins: tuple[OriginLine, ...]
    against: tuple[OriginLine, ...]
    raised_by: tuple[str, ...]
    trace: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RelationPage:
    """One relation, its headline aspect first; the sign is its domain."""

    title: str
    sign: str
    domain: str
    kind: str
    summary: str
    level: Level
    verdict: str
    override: str
    status: str
    attested: str
    magnitudes: tuple[str, ...]
    via: str
    note: str
    faults: tuple[str, ...]
    hidden_by: tuple[str, ...]
    aspects: tuple[AspectPart, ...]
    actors: tuple[Row, ...]
    sources: tuple[Row, ...]


def relation_page(view: View, relation_id: str) -> RelationPage:
    """Return what is said of a relation."""
    network, relation, found = view.network, view.network.relation[relation_id], view.assessments[relation_id]
    override, kept = found.override, {claim.id for claim in claims_on_show(view, relation)}
    return RelationPage(
        title=ends_of(network, relation),
        sign=relation.domain,
        domain=domain_in_words(relation.domain, is_hostile(relation.domain, relation.kind)),
        kind=kind_label(relation.domain, relation.kind),
        summary=relation.summary,
        level=found.level,
        verdict=verdict_of(found.headline),
        override=f"Assigned by the analyst: {override.level.label}. {override.reason}" if override else "",
        status=STATUS_WORDS.get(found.status, NO_STATUS),
        attested=_attested(found),
        magnitudes=found.magnitudes,
        via=", ".join(f"{label_of(network, step.actor)} ({step.role})" for step in relation.via),
        note=relation.note,
        faults=faults_of(relation.accepted),
        hidden_by=tuple(chip.label for chip in why_hidden(view, relation_id)),
        aspects=tuple(_aspect_part(relation, found.aspects[aspect], kept) for aspect in _in_order(found)),
        actors=tuple(actor_row(network, each) for each in dict.fromkeys(relation.actors) if each in network.actor),
        sources=source_rows(network, found.sources),
    )


def _in_order(found: RelationAssessment) -> list[str]:
    """Return the aspects of a relation: its headline, then the families in their order, later statuses first."""
    statuses = list(STATUS_WORDS)

    def rank(aspect: str) -> tuple[object, ...]:
        family, _, word = aspect.partition(":")
        status = -statuses.index(word) if family == "status" else 0
        return (aspect != found.aspect, ASPECT_ORDER.index(family), status, aspect)

    return sorted(found.aspects, key=rank)


def _aspect_part(relation: Relation, found: Assessment, kept: Collection[str]) -> AspectPart:
    """Return one aspect with its claims: those for it, against it, qualifying it, and those set aside."""
    counted = [*found.supports, *found.contradicts, *found.qualifies]
    claims = {claim.id: claim for claim in relation.claims if claim.aspect == found.aspect}
    order = [*counted, *(each for each in claims if each not in counted)]
    index = found.case.index
    return AspectPart(
        aspect=found.aspect,
        heading=aspect_label(found.aspect),
        level=found.level,
        verdict=verdict_of(found),
        flags=tuple(FLAGS[flag] for flag in found.flags),
        cards=tuple(
            card_of(claims[each], index, each in counted, each not in kept) for each in order if each in claims
        ),
        origins=tuple(map(_origin_line, found.classes)),
        against=tuple(map(_origin_line, found.against)),
        raised_by=found.raised_by,
        trace=tuple(_readable(sentence, found) for sentence in found.trace),
    )


def _origin_line(one: OriginClass) -> OriginLine:
    grades = f"best {one.best}, worst {one.worst}" if one.best != one.worst else one.best
    worth = "primary" if one.primary else "strong" if one.strong else "solid" if one.solid else "weak"
    documents = counted(len(one.documents), "document", "documents") or "no document at hand"
    return OriginLine(one.label, grades, f"{worth if one.real else 'worth nothing'}, {documents}")


def _readable(sentence: str, found: Assessment) -> str:
    """Return a sentence of the trace with the names of origins in the place of their keys."""
    for one in sorted((*found.classes, *found.against), key=lambda one: -len(one.key)):
        sentence = sentence.replace(one.key, f"“{one.label}”")
    return sentence.replace("->", "→")


def _attested(found: RelationAssessment) -> str:
    """Return the span that supporting claims speak of, with what is known of its ends."""
    if found.undated:
        return "Undated"
    ends = [word for word, known in (("start known", found.start_known), ("end known", found.end_known)) if known]
    span = attested_in_words(found, found.ongoing)
    return f"Attested {span}" + (f" ({', '.join(ends)})" if ends else "")
