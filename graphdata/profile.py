"""What the evidence panel says of a network, an actor, a line, a relation or a source: plain values, made from a view.

Every judgement comes from the view's assessments, so that a page says what the map draws, under the filter in force.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

import msgspec

from graphdata.cards import Card, card_of, faults_of
from graphdata.citation import citation, short
from graphdata.confidence import Assessment, RelationAssessment, assess_relation
from graphdata.dates import in_words
from graphdata.network import Actor, Network, Relation
from graphdata.origins import OriginClass
from graphdata.ruleset import FLAGS, Level
from graphdata.sourcing import Grade, Source
from graphdata.ties import Tie
from graphdata.view import View, why_hidden
from graphdata.vocabulary import (
    ACTOR_KINDS,
    DOMAIN_LABELS,
    DOMAINS,
    LETTERS,
    STATUS_WORDS,
    aspect_label,
    is_hostile,
    kind_label,
)

ASPECT_ORDER: Final = ("exists", "status", "magnitude", "period", "via", "nature")
NO_STATUS: Final = "No status claimed"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a page that leads to another page."""

    kind: Literal["actor", "relation", "source"]
    id: str
    text: str
    detail: str
    level: Level | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under one heading."""

    heading: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class NetworkPage:
    """What is open, for the panel with nothing selected."""

    title: str
    counts: str
    edition: str
    policy: str


@dataclass(frozen=True, slots=True)
class TiePage:
    """One line of the map and the relations it stands for."""

    title: str
    domain: str
    verdict: str
    level: Level
    relations: tuple[Row, ...]


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
    """One relation, its headline aspect first."""

    title: str
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


@dataclass(frozen=True, slots=True)
class ActorPage:
    """One actor: names, relations by domain and partner, and the sources behind them."""

    title: str
    names: tuple[str, ...]
    kind: str
    facts: tuple[str, ...]
    note: str
    faults: tuple[str, ...]
    relations: tuple[Group, ...]
    hidden: int
    sources: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class SourcePage:
    """One source: its citation, its grade and why, what rests on it, and what would remain without it."""

    title: str
    citation: str
    url: str
    grades: tuple[str, ...]
    read: str
    descriptor: tuple[str, ...]
    note: str
    faults: tuple[str, ...]
    claims: tuple[Row, ...]
    struck: bool
    remaining: Remaining


@dataclass(frozen=True, slots=True)
class Remaining:
    """What happens to the relations if a source is struck out, each listed once."""

    lost: tuple[str, ...] = ()
    lower: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()
    higher: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        """The outcome in words."""
        parts = (
            _counted(len(self.lost), "relation loses its ground", "relations lose their ground"),
            _counted(len(self.lower), "falls a level or more", "fall a level or more"),
            _counted(len(self.earlier), "is drawn at an earlier status", "are drawn at an earlier status"),
            _counted(len(self.higher), "rises", "rise"),
        )
        said = ", ".join(part for part in parts if part)
        return f"If struck out: {said or 'no relation changes its level'}."


def network_page(view: View) -> NetworkPage:
    """Return what is said of the whole network."""
    network = view.network
    counts = (
        _counted(len(network.actors), "actor", "actors"),
        _counted(len(network.relations), "relation", "relations"),
        _counted(len(network.claims), "claim", "claims"),
        _counted(len(network.sources), "source", "sources"),
    )
    as_of = f"as of {_date(network.as_of)}" if network.as_of else ""
    edition = (as_of, f"version {network.version}", f"ruleset {network.ruleset}")
    return NetworkPage(
        title=network.title,
        counts=" · ".join(part for part in counts if part) or "empty",
        edition=" · ".join(part for part in edition if part),
        policy=network.policy,
    )


def tie_page(view: View, tie: Tie) -> TiePage:
    """Return what is said of a line of the map."""
    relations = [view.network.relation[each] for each in tie.relations]
    spread = tie.level.label if tie.level == tie.worst else f"{tie.level.label} at best, {tie.worst.label} at worst"
    resting = f"{_counted(tie.documents, 'document', 'documents')}, {_counted(tie.origins, 'origin', 'origins')}"
    return TiePage(
        title=_title(view.network, tie.giver, tie.receiver, tie.mutual),
        domain=_domain(tie.domain, tie.hostile),
        verdict=f"{spread} · {resting.strip(', ') or 'no document'}",
        level=tie.level,
        relations=tuple(_relation_row(each, view.assessments[each.id]) for each in relations),
    )


def relation_page(view: View, relation_id: str) -> RelationPage:
    """Return what is said of a relation."""
    network, relation, found = view.network, view.network.relation[relation_id], view.assessments[relation_id]
    override = found.override
    return RelationPage(
        title=_ends(network, relation),
        domain=_domain(relation.domain, is_hostile(relation.domain, relation.kind)),
        kind=kind_label(relation.domain, relation.kind),
        summary=relation.summary,
        level=found.level,
        verdict=verdict_of(found.headline),
        override=f"Assigned by the analyst: {override.level.label}. {override.reason}" if override else "",
        status=STATUS_WORDS.get(found.status, NO_STATUS),
        attested=_attested(found),
        magnitudes=found.magnitudes,
        via=", ".join(f"{_label(network, step.actor)} ({step.role})" for step in relation.via),
        note=relation.note,
        faults=faults_of(relation.accepted),
        hidden_by=tuple(chip.label for chip in why_hidden(view, relation_id)),
        aspects=tuple(_aspect_part(relation, found.aspects[aspect]) for aspect in _in_order(found)),
        actors=tuple(_actor_row(network, each) for each in dict.fromkeys(relation.actors) if each in network.actor),
        sources=_source_rows(network, found.sources),
    )


def actor_page(view: View, actor_id: str) -> ActorPage:
    """Return what is said of an actor."""
    actor = view.network.actor[actor_id]
    every = [relation for relation in view.network.relations if actor_id in relation.actors]
    on_show = {relation.id for relation in view.relations}
    shown = [relation for relation in every if relation.id in on_show]
    behind = frozenset[str]().union(*(view.assessments[relation.id].sources for relation in shown))
    return ActorPage(
        title=actor.name,
        names=tuple(f"{name.text} ({name.lang})" if name.lang else name.text for name in actor.names[1:]),
        kind=ACTOR_KINDS[actor.kind],
        facts=_facts(view.network, actor),
        note=actor.note,
        faults=faults_of(actor.accepted),
        relations=_by_domain(view, actor_id, shown),
        hidden=len(every) - len(shown),
        sources=_source_rows(view.network, behind),
    )


def source_page(view: View, source_id: str) -> SourcePage:
    """Return what is said of a source."""
    source = view.network.source[source_id]
    claims = view.network.claims_of_source.get(source_id, ())
    return SourcePage(
        title=short(source),
        citation=citation(source),
        url=source.url,
        grades=tuple(map(_grade, source.reliability)) or (f"F, {LETTERS['F']}: no editor has judged it yet",),
        read=_read(source),
        descriptor=_descriptor(source),
        note=source.note,
        faults=(*((f"Retracted: {source.retracted}",) if source.retracted else ()), *faults_of(source.accepted)),
        claims=tuple(_claim_row(view, claim.relation, claim.aspect, claim.summary) for claim in claims),
        struck=source_id in view.filter.struck,
        remaining=remaining_without(view, source_id),
    )


def remaining_without(view: View, source_id: str) -> Remaining:
    """Return what happens to the relations that rest on a source if it is struck out."""
    cut = msgspec.structs.replace(view.filter.cut, struck=view.filter.struck | {source_id})
    outcomes: dict[str, list[str]] = {"lost": [], "lower": [], "earlier": [], "higher": []}
    resting = dict.fromkeys(claim.relation for claim in view.network.claims_of_source.get(source_id, ()))
    for relation_id in resting:
        before = view.assessments[relation_id]
        after = assess_relation(view.network.relation[relation_id], before.headline.case.index, cut)
        outcome = _outcome(before, after)
        if outcome:
            outcomes[outcome].append(relation_id)
    return Remaining(**{outcome: tuple(relations) for outcome, relations in outcomes.items()})


def verdict_of(found: Assessment) -> str:
    """Return an assessment in a line: "Moderate · 5 documents, 3 origins · 1 qualifies"."""
    resting = (_counted(found.documents, "document", "documents"), _counted(found.origins, "origin", "origins"))
    parts = (
        found.level.label,
        ", ".join(part for part in resting if part) or "no document",
        _counted(len(found.contradicts), "contradicts", "contradict"),
        _counted(len(found.qualifies), "qualifies", "qualify"),
    )
    return " · ".join(part for part in parts if part)


def _outcome(before: RelationAssessment, after: RelationAssessment) -> str:
    """Return what a change of the evidence means for a relation, an empty string where it means nothing."""
    old, new = before.headline.level, after.headline.level
    if old and not new:
        return "lost"
    if list(STATUS_WORDS).index(before.status or "proposed") > list(STATUS_WORDS).index(after.status or "proposed"):
        return "earlier"
    return "lower" if new < old else "higher" if new > old else ""


def _in_order(found: RelationAssessment) -> list[str]:
    """Return the aspects of a relation: its headline, then the families in their order, later statuses first."""
    statuses = list(STATUS_WORDS)

    def rank(aspect: str) -> tuple[object, ...]:
        family, _, word = aspect.partition(":")
        status = -statuses.index(word) if family == "status" else 0
        return (aspect != found.aspect, ASPECT_ORDER.index(family), status, aspect)

    return sorted(found.aspects, key=rank)


def _aspect_part(relation: Relation, found: Assessment) -> AspectPart:
    """Return one aspect with its claims: those for it, against it, qualifying it, and those set aside."""
    counted = [*found.supports, *found.contradicts, *found.qualifies]
    claims = {claim.id: claim for claim in relation.claims if claim.aspect == found.aspect}
    order = [*counted, *(each for each in claims if each not in counted)]
    return AspectPart(
        aspect=found.aspect,
        heading=aspect_label(found.aspect),
        level=found.level,
        verdict=verdict_of(found),
        flags=tuple(FLAGS[flag] for flag in found.flags),
        cards=tuple(card_of(claims[each], found.case.index, each in counted) for each in order if each in claims),
        origins=tuple(map(_origin_line, found.classes)),
        against=tuple(map(_origin_line, found.against)),
        raised_by=found.raised_by,
        trace=found.trace,
    )


def _origin_line(one: OriginClass) -> OriginLine:
    grades = f"best {one.best}, worst {one.worst}" if one.best != one.worst else one.best
    worth = "primary" if one.primary else "strong" if one.strong else "solid" if one.solid else "weak"
    documents = _counted(len(one.documents), "document", "documents") or "no document at hand"
    return OriginLine(one.label, grades, f"{worth if one.real else 'worth nothing'}, {documents}")


def _attested(found: RelationAssessment) -> str:
    """Return the span that supporting claims speak of, with what is known of its ends."""
    if found.undated:
        return "Undated"
    days = [day.isoformat() for day in (found.first, found.last) if day]
    ends = [word for word, known in (("start known", found.start_known), ("end known", found.end_known)) if known]
    return f"Attested {_date('/'.join(dict.fromkeys(days)))}" + (f" ({', '.join(ends)})" if ends else "")


def _by_domain(view: View, actor_id: str, relations: Iterable[Relation]) -> tuple[Group, ...]:
    """Return an actor's relations as rows, by domain and partner."""
    rows: dict[str, list[Row]] = {domain: [] for domain in DOMAINS}
    for relation in relations:
        rows[relation.domain].append(_partner_row(view, actor_id, relation))
    ordered = {domain: sorted(found, key=_by_partner) for domain, found in rows.items() if found}
    return tuple(Group(f"{DOMAIN_LABELS[domain]} · {len(found)}", tuple(found)) for domain, found in ordered.items())


def _by_partner(row: Row) -> str:
    return row.text.lstrip("←→↔ ").casefold()


def _partner_row(view: View, actor_id: str, relation: Relation) -> Row:
    """Return a relation as seen from one of its actors."""
    found = view.assessments[relation.id]
    partner = relation.receiver if relation.giver == actor_id else relation.giver
    arrow = "↔" if relation.direction == "mutual" else "→" if relation.giver == actor_id else "←"
    text = f"{arrow} {_label(view.network, partner)}"
    if actor_id not in (relation.giver, relation.receiver):
        text = f"{_ends(view.network, relation)}, passing through"
    return Row("relation", relation.id, text, relation.summary, found.level)


def _relation_row(relation: Relation, found: RelationAssessment) -> Row:
    status = STATUS_WORDS.get(found.status, kind_label(relation.domain, relation.kind))
    return Row("relation", relation.id, relation.summary, f"{status} · {verdict_of(found.headline)}", found.level)


def _claim_row(view: View, relation_id: str, aspect: str, summary: str) -> Row:
    """Return a claim as a row that leads to its relation."""
    relation, level = view.network.relation[relation_id], view.assessments[relation_id].level
    return Row("relation", relation_id, summary, f"{_ends(view.network, relation)} · {aspect_label(aspect)}", level)


def _actor_row(network: Network, actor_id: str) -> Row:
    actor = network.actor[actor_id]
    return Row("actor", actor.id, actor.name, ACTOR_KINDS[actor.kind])


def _source_rows(network: Network, ids: Iterable[str]) -> tuple[Row, ...]:
    """Return sources as rows, the best graded first."""
    known = [network.source[each] for each in ids if each in network.source]
    known.sort(key=lambda source: (source.letter, short(source), source.id))
    return tuple(Row("source", each.id, short(each), f"{each.letter} · {each.title}") for each in known)


def _facts(network: Network, actor: Actor) -> tuple[str, ...]:
    """Return what a record says of an actor besides its names."""
    bodies = [_label(network, each.id) for each in network.actors if each.parent == actor.id]
    facts = {
        "Belongs to": _label(network, actor.parent) if actor.parent else "",
        "Holds": ", ".join(bodies),
        "Country": actor.country,
        "Bloc": actor.bloc,
        "Existed": _date(actor.exists) if actor.exists else "",
        "As an origin": " / ".join(map(_grade, actor.grade)),
        "Identifiers": ", ".join(f"{scheme} {value}" for scheme, value in actor.identifiers.items()),
    }
    return tuple(f"{name}: {value}" for name, value in facts.items() if value)


def _grade(grade: Grade) -> str:
    """Return a grade with its scope and reason."""
    by = ", ".join(part for part in (grade.by, _date(grade.on) if grade.on else "") if part)
    return f"{grade.grade}, {LETTERS[grade.grade]}, for {grade.scope}: {grade.why}" + (f" ({by})" if by else "")


def _read(source: Source) -> str:
    """Return whether the editors had a source in hand."""
    if not source.read:
        return "Not read: known through others only"
    copy = f", copy sha256:{source.archive.sha256[:12]}" if source.archive else ", no copy kept"
    return f"Read{copy}"


def _descriptor(source: Source) -> tuple[str, ...]:
    """Return the source descriptor, one line for each thing it says."""
    if source.descriptor is None:
        return ()
    said: dict[str, str] = msgspec.structs.asdict(source.descriptor)
    return tuple(f"{name.capitalize()}: {text}" for name, text in said.items() if text)


def _title(network: Network, giver: str, receiver: str, mutual: bool) -> str:
    return f"{_label(network, giver)} {'↔' if mutual else '→'} {_label(network, receiver)}"


def _ends(network: Network, relation: Relation) -> str:
    return _title(network, relation.giver, relation.receiver, relation.direction == "mutual")


def _label(network: Network, actor_id: str) -> str:
    actor = network.actor.get(actor_id)
    return actor.label if actor else actor_id


def _domain(domain: str, hostile: bool) -> str:
    label = DOMAIN_LABELS.get(domain, "Several domains")
    return f"{label}, hostile" if hostile else label


def _date(text: str) -> str:
    """Return a date in words, or as it stands where it cannot be read."""
    try:
        return in_words(text)
    except ValueError:
        return text


def _counted(number: int, one: str, many: str) -> str:
    """Return a number with its word, an empty string for none."""
    return f"{number:,} {one if number == 1 else many}" if number else ""
