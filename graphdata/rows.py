"""The words that several pages of the evidence panel share: rows, titles, verdicts, grades, and counted nouns."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from graphdata.citation import short
from graphdata.confidence import Assessment, RelationAssessment
from graphdata.dates import in_words
from graphdata.directions import between
from graphdata.network import Network, Relation
from graphdata.ruleset import Level
from graphdata.sourcing import Grade, Source
from graphdata.vocabulary import ACTOR_KINDS, DOMAIN_LABELS, LETTERS, STATUS_WORDS, kind_label


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a page that leads to another page; the sign is an actor's kind, a source's letter or a domain."""

    kind: Literal["actor", "relation", "source"]
    id: str
    text: str
    detail: str
    sign: str
    level: Level | None = None


@dataclass(frozen=True, slots=True)
class Graded:
    """A grade in words, and why it was given."""

    grade: str
    why: str


def relation_row(relation: Relation, found: RelationAssessment) -> Row:
    """Return a relation as a row: its summary, how far it has come, and its verdict."""
    status = STATUS_WORDS.get(found.status, kind_label(relation.domain, relation.kind))
    detail = f"{status} · {verdict_of(found.headline)}"
    return Row("relation", relation.id, relation.summary, detail, relation.domain, found.level)


def actor_row(network: Network, actor_id: str) -> Row:
    """Return an actor as a row."""
    actor = network.actor[actor_id]
    return Row("actor", actor.id, actor.name, ACTOR_KINDS[actor.kind], actor.kind)


def source_rows(network: Network, ids: Iterable[str]) -> tuple[Row, ...]:
    """Return sources as rows, the best graded first."""
    known = [network.source[each] for each in ids if each in network.source]
    known.sort(key=lambda source: (source.letter, short(source), source.id))
    return tuple(Row("source", each.id, short(each), _source_detail(each), each.letter) for each in known)


def _source_detail(source: Source) -> str:
    """Return what a row says of a source besides who and when: its title, unless that stands there already."""
    title = "" if source.title in short(source) else source.title
    return " · ".join(part for part in (title, "" if source.read else "not read") if part)


def verdict_of(found: Assessment) -> str:
    """Return an assessment in a line: "Moderate · 5 documents, 3 origins · 1 qualifies"."""
    parts = (
        found.level.label,
        resting(found.documents, found.origins),
        counted(len(found.contradicts), "contradicts", "contradict"),
        counted(len(found.qualifies), "qualifies", "qualify"),
    )
    return " · ".join(part for part in parts if part)


def resting(documents: int, origins: int) -> str:
    """Return what something rests on: "5 documents, 3 origins"."""
    if not documents:
        return "no document"
    behind = counted(origins, "origin", "origins") or "no origin named"
    return f"{counted(documents, 'document', 'documents')}, {behind}"


def graded(grade: Grade) -> Graded:
    """Return a grade with its scope, its reason, and who gave it when."""
    by = ", ".join(part for part in (grade.by, date_of(grade.on) if grade.on else "") if part)
    return Graded(f"{grade.grade}, {LETTERS[grade.grade]}, for {grade.scope}", grade.why + (f" ({by})" if by else ""))


def title_of(network: Network, giver: str, receiver: str, mutual: bool) -> str:
    """Return who gives to whom: "Iran → Russia", "Russia ↔ Iran"."""
    return between(label_of(network, giver), label_of(network, receiver), mutual)


def ends_of(network: Network, relation: Relation) -> str:
    """Return who gives to whom in a relation."""
    return title_of(network, relation.giver, relation.receiver, relation.direction == "mutual")


def label_of(network: Network, actor_id: str) -> str:
    """Return the short name of an actor, or the id that no record explains."""
    actor = network.actor.get(actor_id)
    return actor.label if actor else actor_id


def domain_in_words(domain: str, hostile: bool) -> str:
    """Return a domain in words; an empty one stands for several."""
    label = DOMAIN_LABELS.get(domain, "Several domains")
    return f"{label}, hostile" if hostile else label


def date_of(text: str) -> str:
    """Return a date in words, or as it stands where it cannot be read."""
    try:
        return in_words(text)
    except ValueError:
        return text


def counted(number: int, one: str, many: str) -> str:
    """Return a number with its word, an empty string for none."""
    return f"{number:,} {one if number == 1 else many}" if number else ""
