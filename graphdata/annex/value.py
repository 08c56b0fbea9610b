"""The evidence annex as a value: all that is on show with the claims behind it, numbered as on slides and pages.

It holds what the network says, and no sentence of a source but those that the network quotes. Where a ceiling is in
force, nothing above it is in the value: not a claim that was set aside, nor the name of what was left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from graphdata.cards import FILTERED, Card
from graphdata.citation import Note, notes_of_relation, numbered
from graphdata.citing import Citing
from graphdata.confidence import RelationAssessment
from graphdata.filter import chips_of
from graphdata.marking import lowered_in_words, printed_marking
from graphdata.network import Actor, Network
from graphdata.relation_profile import AspectPart, RelationPage, relation_page
from graphdata.rows import counted, domain_in_words, resting, title_of
from graphdata.ruleset import RULESET_1, RULESETS, Ruleset
from graphdata.scene import badges_of
from graphdata.sheet.words import as_of_line, confidence_below_heading, left_out
from graphdata.sourcing import Source
from graphdata.statement import summary_below_head
from graphdata.ties import Tie
from graphdata.view import View
from graphdata.withheld import asked_in_words, unnamed


@dataclass(frozen=True, slots=True)
class RelationEntry:
    """One relation with its number, its evidence, its notes, and how many claims the filter leaves out."""

    number: int
    id: str
    page: RelationPage
    notes: tuple[Note, ...]
    marking: str
    withheld: int

    @property
    def cards(self) -> tuple[Card, ...]:
        """Every claim that is printed, by aspect."""
        return tuple(card for part in self.page.aspects for card in part.cards)


@dataclass(frozen=True, slots=True)
class LineEntry:
    """One line of the map: who, in which domain, how surely, and its relations."""

    title: str
    domain: str
    verdict: str
    badges: tuple[str, ...]
    relations: tuple[RelationEntry, ...]


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """One source with its number, the numbers of the relations that rest on it, and how it came to us."""

    note: Note
    source: Source
    relations: tuple[int, ...]
    way: str = ""


@dataclass(frozen=True, slots=True)
class Annex:
    """The whole annex, in the order in which it is read."""

    title: str
    subject: str
    marking: str
    lowered: str
    as_of: str
    confidence: str
    scope: str
    dataset: str
    ruleset: Ruleset
    summary: tuple[tuple[str, str], ...]
    lines: tuple[LineEntry, ...]
    actors: tuple[Actor, ...]
    sources: tuple[SourceEntry, ...]
    left_out: tuple[str, ...]
    network: Network
    assessments: Mapping[str, RelationAssessment]

    @property
    def relations(self) -> tuple[RelationEntry, ...]:
        """Every relation, by number."""
        return tuple(relation for line in self.lines for relation in line.relations)


def annex_of(view: View, ties: Sequence[Tie], title: str = "", marking: str = "", reason: str = "") -> Annex:
    """Return the annex of what is on show, under the title asked for or the network's; raises MarkingError.

    Another marking than that of what is shown may be asked for; a lower one needs a reason, which is printed.
    """
    network = view.network
    lines = tuple(_lines(view, ties))
    entries = [entry for line in lines for entry in line.relations]
    return Annex(
        title=title or network.title,
        subject=f"Evidence annex to {network.title}, dataset {network.version}",
        marking=printed_marking(view, marking, reason),
        lowered=lowered_in_words(view, marking, reason),
        as_of=as_of_line(view),
        confidence=confidence_below_heading(view),
        scope=f"{asked_in_words(view)} {left_out(view)}",
        dataset=f"{network.id} {network.version}, digest {network.digest or 'none'}",
        ruleset=RULESETS.get(network.ruleset, RULESET_1),
        summary=summary_below_head(view),
        lines=lines,
        actors=view.actors,
        sources=tuple(_sources(view, entries)),
        left_out=tuple(_left_out(view, entries)),
        network=network,
        assessments=view.assessments,
    )


def _lines(view: View, ties: Sequence[Tie]) -> Iterator[LineEntry]:
    """Yield the lines in their order, the relations numbered through."""
    number = 0
    for tie in ties:
        entries = tuple(_entry(view, each, number + rank) for rank, each in enumerate(tie.relations, start=1))
        number += len(entries)
        spread = tie.level.label if tie.level == tie.worst else f"{tie.level.label} at best, {tie.worst.label} at worst"
        yield LineEntry(
            title=title_of(view.network, tie.giver, tie.receiver, tie.mutual),
            domain=domain_in_words(tie.domain, tie.hostile),
            verdict=f"{spread} · {resting(tie.documents, tie.origins)}",
            badges=badges_of(tie),
            relations=entries,
        )


def _entry(view: View, relation_id: str, number: int) -> RelationEntry:
    """Return a relation with those of its claims that may be printed."""
    relation, page = view.network.relation[relation_id], relation_page(view, relation_id)
    parts = tuple(map(_printable, page.aspects))
    kept = tuple(part for part in parts if part.cards or part is parts[0])
    printed = sum(len(part.cards) for part in kept)
    return RelationEntry(
        number=number,
        id=relation_id,
        page=replace(page, aspects=kept),
        notes=notes_of_relation(view, relation_id),
        marking=relation.marking,
        withheld=len(relation.claims) - printed,
    )


def _printable(part: AspectPart) -> AspectPart:
    """Return an aspect without the claims that the filter leaves out; what editors set aside stays, and says so."""
    return replace(part, cards=tuple(card for card in part.cards if card.set_aside != FILTERED))


def _sources(view: View, entries: Sequence[RelationEntry]) -> Iterator[SourceEntry]:
    """Yield the sources by number, each with the relations that rest on it."""
    resting_on: dict[str, list[int]] = {}
    for entry in entries:
        for note in entry.notes:
            resting_on.setdefault(note.source, []).append(entry.number)
    citing = Citing([view], numbered(view))
    for note in citing.notes:
        relations = tuple(resting_on.get(note.source, ()))
        yield SourceEntry(note, view.network.source[note.source], relations, citing.way(note))


def _left_out(view: View, entries: Sequence[RelationEntry]) -> Iterator[str]:
    """Yield what is not in the annex and why, in counts alone: naming it could tell what a ceiling hides."""
    yield left_out(view)
    hidden = Counter(key for keys in view.reasons.values() for key in keys)
    for chip in chips_of(view.filter, unnamed(view)):
        if hidden[chip.key]:
            yield f"{counted(hidden[chip.key], 'relation', 'relations')} left out by “{chip.label}”."
    withheld = sum(entry.withheld for entry in entries)
    if withheld:
        claims = counted(withheld, "claim on a relation shown is", "claims on relations shown are")
        yield f"{claims} left out by the filter, and the confidence is computed without."
    yield "The copies of the sources themselves are not included."
