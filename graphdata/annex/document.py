"""The evidence annex laid out as a document: overview, evidence, actors, sources, what is left out.

Whoever reads a relation finds its sources by their numbers, and from each source the way back to its relations.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from graphdata.annex.evidence import evidence_of
from graphdata.annex.marks import number_of, numbers_of, source_anchor
from graphdata.annex.value import Annex, RelationEntry, SourceEntry
from graphdata.cards import faults_of
from graphdata.network import Actor, Network
from graphdata.paper import Block, Heading, Paper, Row, Run, cell, headed, plain, tabled
from graphdata.rows import date_of, graded, label_of
from graphdata.ruleset import Ruleset
from graphdata.source_profile import UNJUDGED, descriptor_of, reading_of
from graphdata.vocabulary import ACTOR_KINDS, DIGITS, LETTERS, MARKINGS

OVERVIEW: Final = (("No.", 0.07), ("Who", 0.22), ("What", 0.38), ("Status, dates", 0.17), ("Confidence", 0.16))
ACTORS: Final = (("Actor", 0.24), ("Kind", 0.13), ("Other names", 0.28), ("Remarks", 0.35))
COMMON: Final = MARKINGS[0]  # a marking that goes without saying
WHOLE: Final = 64  # signs of a digest in full


def paper_of(annex: Annex) -> Paper:
    """Return the annex as a document."""
    network = annex.network
    return Paper(
        title=annex.title,
        subject=annex.subject,
        keywords=f"{annex.marking}, {network.id}, evidence annex",
        marking=annex.marking,
        remark=annex.lowered,
        foot=f"Evidence annex · {network.id} {network.version} ({network.digest[:8] or 'no digest'})",
        blocks=tuple(_blocks(annex)),
    )


def _blocks(annex: Annex) -> Iterator[Block]:
    """Yield everything in the order in which it is read."""
    yield from _opening(annex)
    if annex.relations:
        yield Heading(2, "Relations shown", "overview")
        yield tabled("Relations shown, each leading to its evidence", OVERVIEW, map(_overview_row, annex.relations))
        yield Heading(2, "Evidence, relation by relation", "evidence")
        yield from evidence_of(annex)
    if annex.actors:
        yield Heading(2, "Actors shown", "actors")
        yield tabled("Actors shown", ACTORS, (_actor_row(annex.network, each) for each in annex.actors))
    if annex.sources:
        yield Heading(2, "Sources", "sources")
        for entry in annex.sources:
            yield from _source(annex.network, entry)
    yield Heading(2, "What is left out", "left-out")
    yield from (plain(each, "item") for each in annex.left_out)
    yield from _reading_aid(annex.ruleset)


def _opening(annex: Annex) -> Iterator[Block]:
    """Yield what the whole annex stands under: title, scope, confidence, dataset, statement."""
    yield Heading(1, annex.title, "top")
    yield plain("Evidence annex", "lead")
    yield plain(annex.as_of)
    yield headed("Marking", f"{annex.marking}. {annex.lowered}" if annex.lowered else annex.marking)
    yield headed("Shown", annex.scope)
    yield headed("Confidence", annex.confidence)
    yield headed("Dataset", f"{annex.dataset}; ruleset {annex.ruleset.version}")
    if annex.summary:
        yield Heading(2, "Source summary statement", "summary")
        yield from (headed(heading, text) for heading, text in annex.summary)


def _overview_row(entry: RelationEntry) -> Row:
    """Return a relation in a row."""
    page = entry.page
    flags = ", ".join(page.aspects[0].flags)
    return Row(
        (
            cell((number_of(entry.number),)),
            cell(page.title),
            cell(page.summary, (Run(f"{page.domain} · {page.kind}", faint=True),)),
            cell(page.status, (Run(page.attested, faint=True),)),
            cell(page.level.label, *([(Run(flags, faint=True),)] if flags else [])),
        )
    )


def _actor_row(network: Network, actor: Actor) -> Row:
    """Return an actor with its names in every script, its grade as an origin, and what editors let stand."""
    grades = [f"As an origin {each.grade}: {each.why}" for each in map(graded, actor.grade)]
    marked = [] if actor.marking == COMMON else [actor.marking]
    parent = [f"Belongs to {label_of(network, actor.parent)}"] if actor.parent else []
    return Row(
        (
            cell((Run(actor.name, bold=True),)),
            cell(ACTOR_KINDS[actor.kind]),
            cell(*(name.text for name in actor.names[1:])),
            cell(*marked, *parent, *grades, actor.note, *faults_of(actor.accepted)),
        )
    )


def _source(network: Network, entry: SourceEntry) -> Iterator[Block]:
    """Yield a source in full, and the way back to what rests on it."""
    source, note = entry.source, entry.note
    yield Heading(4, f"[{note.number}] {note.text}", source_anchor(note.number))
    yield headed("Said first, passed on, grade", entry.way, look="small")
    for grade in tuple(map(graded, source.reliability)) or (UNJUDGED,):
        yield headed("Reliability", f"{grade.grade}. {grade.why}", look="small")
    retrieved = source.archive.retrieved if source.archive else ""
    read = reading_of(source, WHOLE) + (f", retrieved {date_of(retrieved)}" if retrieved else "")
    yield headed("In hand", read, look="small")
    for line in descriptor_of(source):
        yield headed(*line.split(": ", 1), look="small")
    for name, text in _facts(network, entry).items():
        if text:
            yield headed(name, text, look="small")
    yield headed("Relations resting on it", *numbers_of(entry.relations), look="small")


def _facts(network: Network, entry: SourceEntry) -> dict[str, str]:
    """Return what else a record says of a source."""
    source = entry.source
    return {
        "Language": source.language,
        "Bloc": label_of(network, source.bloc) if source.bloc else "",
        "Retracted": source.retracted,
        "Note": source.note,
        "Let stand by the editors": " ".join(faults_of(source.accepted)),
        "Marking": "" if source.marking == COMMON else source.marking,
        "Id": source.id,
    }


def _reading_aid(ruleset: Ruleset) -> Iterator[Block]:
    """Yield what the grades mean, and the thresholds of the ruleset."""
    yield Heading(2, "How to read grades and levels", "reading-aid")
    yield headed("Reliability of a source", "; ".join(f"{letter} {words}" for letter, words in LETTERS.items()))
    yield headed("Credibility of an item", "; ".join(f"{digit} {words}" for digit, words in DIGITS.items()))
    yield headed(f"Ruleset {ruleset.version}", _thresholds(ruleset))


def _thresholds(rules: Ruleset) -> str:
    """Return the thresholds of the rules in words; they are editorial choices, so they are printed."""
    return (
        f"an origin is solid from {rules.solid_letters[-1]}{rules.solid_digit} up, strong from "
        f"{rules.strong_letters[-1]}{rules.strong_digit} up. High: a primary item, or {rules.high_classes} solid "
        f"origins of information from {rules.high_blocs} blocs, {rules.high_strong} of them strong. Moderate: "
        f"{rules.moderate_solid} solid origins, or {rules.moderate_strong} strong one. Low: anything that supports it. "
        f"Contradictions, qualifications and information older than {rules.horizon_months} months lower it, by at most "
        f"{rules.most_steps} levels. Origins are counted, not documents."
    )
