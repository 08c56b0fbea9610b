"""What the evidence panel says of a source: its grade and why, what rests on it, and what would remain without it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import msgspec

from graphdata.cards import faults_of
from graphdata.citation import citation, short
from graphdata.questions.striking import consequences_of
from graphdata.rows import Graded, Row, counted, ends_of, graded
from graphdata.sourcing import UNGRADED, Source
from graphdata.view import View
from graphdata.vocabulary import DOMAIN_LABELS, LETTERS, aspect_label

UNJUDGED: Final = Graded(UNGRADED.capitalize(), f"no editor has judged it; the rules take it as F, {LETTERS['F']}")


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
            counted(len(self.lost), "relation loses its ground", "relations lose their ground"),
            counted(len(self.lower), "falls a level or more", "fall a level or more"),
            counted(len(self.earlier), "is drawn at an earlier status", "are drawn at an earlier status"),
            counted(len(self.higher), "rises", "rise"),
        )
        said = ", ".join(part for part in parts if part)
        return f"If struck out: {said or 'no relation changes its level'}."


@dataclass(frozen=True, slots=True)
class SourcePage:
    """One source: its citation, its grade and why, what rests on it, and what would remain without it."""

    title: str
    citation: str
    url: str
    grades: tuple[Graded, ...]
    read: str
    descriptor: tuple[str, ...]
    note: str
    faults: tuple[str, ...]
    claims: tuple[Row, ...]
    struck: bool
    remaining: Remaining


def source_page(view: View, source_id: str) -> SourcePage:
    """Return what is said of a source."""
    source = view.network.source[source_id]
    claims = view.network.claims_of_source.get(source_id, ())
    return SourcePage(
        title=short(source),
        citation=citation(source),
        url=source.url,
        grades=grades_of(source),
        read=reading_of(source),
        descriptor=descriptor_of(source),
        note=source.note,
        faults=warnings_of(source),
        claims=tuple(_claim_row(view, claim.relation, claim.aspect, claim.summary) for claim in claims),
        struck=source_id in view.filter.struck,
        remaining=remaining_without(view, source_id),
    )


def remaining_without(view: View, source_id: str) -> Remaining:
    """Return what happens to the relations on show that rest on a source if it is struck out."""
    found = consequences_of(view, (source_id,))
    return Remaining(found.of("lost"), found.of("lower"), found.of("earlier"), found.of("higher"))


def _claim_row(view: View, relation_id: str, aspect: str, summary: str) -> Row:
    """Return a claim as a row that leads to its relation."""
    relation, level = view.network.relation[relation_id], view.level_of(relation_id)
    detail = f"{ends_of(view.network, relation)} · {DOMAIN_LABELS[relation.domain]} · {aspect_label(aspect)}"
    return Row("relation", relation_id, summary, detail, relation.domain, level)


def grades_of(source: Source) -> tuple[Graded, ...]:
    """Return the grades of a source with their reasons, one that says so where no editor has judged it."""
    return tuple(map(graded, source.reliability)) or (UNJUDGED,)


def warnings_of(source: Source) -> tuple[str, ...]:
    """Return that a source was retracted, and what editors found in it and let stand."""
    return (*((f"Retracted: {source.retracted}",) if source.retracted else ()), *faults_of(source.accepted))


def reading_of(source: Source, signs: int = 12) -> str:
    """Return whether the editors had a source in hand, with so many signs of the digest of its copy."""
    if not source.read:
        return "Not read: known through others only"
    copy = f", copy sha256:{source.archive.sha256[:signs]}" if source.archive else ", no copy kept"
    return f"Read{copy}"


def descriptor_of(source: Source) -> tuple[str, ...]:
    """Return the source descriptor, one line for each thing it says."""
    if source.descriptor is None:
        return ()
    said: dict[str, str] = msgspec.structs.asdict(source.descriptor)
    return tuple(f"{name.capitalize()}: {text}" for name, text in said.items() if text)
