"""What is on show as flat tables, a row for each relation, claim, actor or source, with ids that lead to the data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from graphdata.annex.value import Annex, RelationEntry, SourceEntry
from graphdata.attested import ends_as_known
from graphdata.cards import Card, faults_of
from graphdata.citation import by_whom, issued_date, outlet
from graphdata.network import Actor
from graphdata.rows import graded, label_of
from graphdata.ruleset import FLAGS
from graphdata.vocabulary import ACTOR_KINDS, DOMAIN_LABELS, STATUS_WORDS, kind_label

Cell = str | int


class Column(NamedTuple):
    """A column: its heading, and its width in letters."""

    head: str
    letters: int = 14


class Listing(NamedTuple):
    """A table: its name, its columns, its rows."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


def listing_of(annex: Annex, name: str) -> Listing:
    """Return one of the tables by its name."""
    columns, rows = _MAKERS[name]
    return Listing(name, columns, tuple(rows(annex)))


def head_of(annex: Annex) -> tuple[tuple[str, str], ...]:
    """Return what every table of what is on show has to say about itself."""
    return (
        ("Title", annex.title),
        ("Marking", annex.marking),
        *([("Marked by hand", annex.lowered)] if annex.lowered else []),
        ("As of", annex.as_of),
        ("Shown", annex.scope),
        ("Confidence", annex.confidence),
        ("Dataset", annex.dataset),
        ("Ruleset", annex.ruleset.version),
        *((heading, text) for heading, text in annex.summary),
        *(("Left out", line) for line in annex.left_out),
    )


RELATIONS: Final = (
    Column("number", 7), Column("relation", 26), Column("giver", 20), Column("receiver", 20), Column("direction", 10),
    Column("domain", 11), Column("kind", 18), Column("summary", 44), Column("status", 12), Column("confidence", 11),
    Column("assigned by hand", 20), Column("origins", 8), Column("documents", 10), Column("flags", 26),
    Column("first", 12), Column("last", 12), Column("magnitude", 26), Column("through", 20), Column("notes", 12),
    Column("claims", 7), Column("note", 40), Column("let stand", 30), Column("giver id", 18), Column("receiver id", 18),
    Column("marking", 12),
)  # fmt: skip


def _relation_rows(annex: Annex) -> Iterator[tuple[Cell, ...]]:
    for entry in annex.relations:
        yield _relation_row(annex, entry)


def _relation_row(annex: Annex, entry: RelationEntry) -> tuple[Cell, ...]:
    network, page = annex.network, entry.page
    relation, found = network.relation[entry.id], annex.assessments[entry.id]
    return (
        f"R{entry.number}",
        relation.id,
        label_of(network, relation.giver),
        label_of(network, relation.receiver),
        relation.direction,
        DOMAIN_LABELS[relation.domain],
        kind_label(relation.domain, relation.kind),
        relation.summary,
        STATUS_WORDS.get(found.status, ""),
        page.level.label,
        page.override,
        found.headline.origins,
        found.headline.documents,
        ", ".join(FLAGS[flag] for flag in found.headline.flags),
        *ends_as_known(found, found.ongoing),
        "; ".join(page.magnitudes),
        page.via,
        " ".join(f"[{note.number}]" for note in entry.notes),
        len(entry.cards),
        relation.note,
        " ".join(page.faults),
        relation.giver,
        relation.receiver,
        relation.marking,
    )


CLAIMS: Final = (
    Column("relation number", 9), Column("claim", 26), Column("aspect", 18), Column("stance", 12), Column("claims", 60),
    Column("value", 24), Column("grade", 7), Column("basis", 18), Column("bears on it", 11), Column("dated", 14),
    Column("begins", 12), Column("ends", 12), Column("place", 10), Column("said by", 40), Column("source note", 8),
    Column("source", 22), Column("counts", 26), Column("quote", 30), Column("quote language", 8), Column("note", 40),
    Column("answered", 24), Column("let stand", 30), Column("relation", 26), Column("marking", 12),
)  # fmt: skip


def _claim_rows(annex: Annex) -> Iterator[tuple[Cell, ...]]:
    numbers = {entry.note.source: entry.note.number for entry in annex.sources}
    for entry in annex.relations:
        for card in entry.cards:
            yield _claim_row(annex, entry, card, numbers.get(card.source, 0))


def _claim_row(annex: Annex, entry: RelationEntry, card: Card, number: int) -> tuple[Cell, ...]:
    claim = annex.network.claim[card.id]
    return (
        f"R{entry.number}",
        claim.id,
        claim.aspect,
        card.stance,
        card.summary,
        card.value,
        card.grade,
        card.basis,
        "directly" if claim.direct else "indirectly",
        claim.when,
        claim.begins,
        claim.ends,
        card.locator,
        card.chain,
        f"[{number}]" if number else "",
        card.source,
        card.set_aside or "yes",
        card.quote,
        claim.quote_language,
        card.note,
        card.answered,
        " ".join(card.faults),
        entry.id,
        claim.marking,
    )


ACTORS: Final = (
    Column("actor", 22), Column("name", 34), Column("label", 20), Column("kind", 16), Column("other names", 44),
    Column("country", 9), Column("belongs to", 22), Column("bloc", 18), Column("existed", 14),
    Column("identifiers", 24), Column("relations on show", 9), Column("grade as origin", 30), Column("note", 40),
    Column("let stand", 30), Column("marking", 12),
)  # fmt: skip


def _actor_rows(annex: Annex) -> Iterator[tuple[Cell, ...]]:
    ends = Counter(
        end
        for entry in annex.relations
        for end in {annex.network.relation[entry.id].giver, annex.network.relation[entry.id].receiver}
    )
    for actor in annex.actors:
        yield _actor_row(annex, actor, ends[actor.id])


def _actor_row(annex: Annex, actor: Actor, relations: int) -> tuple[Cell, ...]:
    return (
        actor.id,
        actor.name,
        actor.label,
        ACTOR_KINDS[actor.kind],
        "; ".join(name.text for name in actor.names[1:]),
        actor.country,
        label_of(annex.network, actor.parent) if actor.parent else "",
        label_of(annex.network, actor.bloc) if actor.bloc else "",
        actor.exists,
        "; ".join(f"{scheme} {value}" for scheme, value in actor.identifiers.items()),
        relations,
        " ".join(f"{each.grade}: {each.why}" for each in map(graded, actor.grade)),
        actor.note,
        " ".join(faults_of(actor.accepted)),
        actor.marking,
    )


SOURCES: Final = (
    Column("note", 7), Column("source", 24), Column("citation", 60), Column("title", 44), Column("by", 30),
    Column("publisher", 22), Column("date", 12), Column("address", 40), Column("type", 18), Column("language", 9),
    Column("reliability", 10), Column("why", 44), Column("read", 6), Column("copy sha256", 66), Column("bloc", 18),
    Column("retracted", 16), Column("relations", 20), Column("remark", 40), Column("let stand", 30),
    Column("marking", 12),
)  # fmt: skip


def _source_rows(annex: Annex) -> Iterator[tuple[Cell, ...]]:
    for entry in annex.sources:
        yield _source_row(annex, entry)


def _source_row(annex: Annex, entry: SourceEntry) -> tuple[Cell, ...]:
    source, network = entry.source, annex.network
    return (
        f"[{entry.note.number}]",
        source.id,
        entry.note.text,
        source.title,
        by_whom(source, network),
        outlet(source, network),
        issued_date(source),
        source.url,
        str(source.csl.get("type") or ""),
        source.language,
        source.judged,
        " ".join(f"{each.grade}: {each.why}" for each in map(graded, source.reliability)),
        "yes" if source.read else "no",
        source.archive.sha256 if source.archive else "",
        label_of(network, source.bloc) if source.bloc else "",
        source.retracted,
        " ".join(f"R{number}" for number in entry.relations),
        source.note,
        " ".join(faults_of(source.accepted)),
        source.marking,
    )


Rows = Callable[[Annex], Iterator[tuple[Cell, ...]]]
_MAKERS: Final[dict[str, tuple[tuple[Column, ...], Rows]]] = {
    "relations": (RELATIONS, _relation_rows),
    "claims": (CLAIMS, _claim_rows),
    "actors": (ACTORS, _actor_rows),
    "sources": (SOURCES, _source_rows),
}
LISTINGS: Final = tuple(_MAKERS)
