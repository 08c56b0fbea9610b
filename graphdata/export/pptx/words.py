"""What is said of lines, actors and slides where they cannot be seen: alternative texts and speaker notes."""

from __future__ import annotations

from collections.abc import Iterator

from graphdata.citing import Citing, in_full
from graphdata.export.pptx.numbering import Numbering
from graphdata.export.pptx.rows import HEADS, cells_of
from graphdata.export.xml_text import clean
from graphdata.filter import Filter, in_words
from graphdata.network import Actor
from graphdata.rows import counted
from graphdata.sheet.words import as_of_line, confidence_statement, left_out
from graphdata.statement import source_summary
from graphdata.view import View
from graphdata.vocabulary import ACTOR_KINDS
from graphdata.withheld import asked_in_words


def actor_in_words(view: View, actor: Actor) -> str:
    """Return an actor's name and kind, and how much of it is on show."""
    relations = sum(1 for each in view.relations if actor.id in (each.giver, each.receiver))
    shown = counted(relations, "relation", "relations") or "no relation"
    return f"{actor.name}, {ACTOR_KINDS[actor.kind].lower()}; {shown} shown"


def shown_in_words(view: View, scope: str = "", aside: str = "") -> str:
    """Return what a slide shows and what it leaves out: its part of the deck, the filter, what is beside that."""
    asked = asked_in_words(view)
    told = "" if scope and asked == in_words(Filter(), view.network) else asked
    return " ".join(filter(None, ("Shown:", scope, told, aside, left_out(view))))


def speaker_notes(view: View, title: str, shown: str, marking: str, numbering: Numbering) -> str:
    """Return what a briefer must have at hand: marking, scope, dataset, what it rests on, citations, every relation."""
    network = view.network
    notes = numbering.of_view(view)
    lines = [
        marking,
        title,
        as_of_line(view),
        confidence_statement(view),
        shown,
        f"Dataset {network.id} {network.version}, digest {network.digest or 'none'}; ruleset {network.ruleset}.",
        *_summary(view, numbering),
        *(["", "Sources:"] if notes else []),
        *in_full(Citing([view], notes)),
        *_relations(view, numbering),
    ]
    return clean("\n".join(lines))


def _summary(view: View, numbering: Numbering) -> Iterator[str]:
    """Yield the source summary statement; scope and confidence stand above it."""
    if view.relations:
        yield "\nSource summary statement (draft):"
        yield from (
            f"{heading}. {text}"
            for heading, text in source_summary(view, numbering.numbers)
            if heading not in ("Scope", "Confidence")
        )


def _relations(view: View, numbering: Numbering) -> Iterator[str]:
    """Yield the table of relations as lines."""
    if view.relations:
        yield "\nRelations:"
        heads = HEADS[2:]
        for relation in view.relations:
            giver, receiver, *rest = cells_of(view, relation.id, numbering)
            said = "; ".join(_named(head, text) for head, text in zip(heads, rest, strict=True) if text)
            arrow = "" if receiver.startswith("↔") else "→ "
            yield f"{giver} {arrow}{receiver}: {said}"


def _named(head: str, text: str) -> str:
    """Return a cell with its head where the words alone would not tell what they are."""
    return f"{head.lower()} {text}" if head in ("Confidence", "Origins / documents", "Sources") else text
