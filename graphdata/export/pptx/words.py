"""What is said of a line and of an actor where they cannot be seen: alternative texts and speaker notes."""

from __future__ import annotations

from graphdata.citation import Note, notes_of_relation
from graphdata.export.svg import clean
from graphdata.filter import in_words
from graphdata.legend import BADGES
from graphdata.marking import highest_marking
from graphdata.network import Actor
from graphdata.rows import counted, domain_in_words, resting, title_of
from graphdata.scene import badges_of
from graphdata.sheet import Request, as_of_line, confidence_statement, left_out
from graphdata.sheet import title_of as page_title
from graphdata.ties import Tie
from graphdata.view import View
from graphdata.vocabulary import ACTOR_KINDS


def numbers_of(view: View, tie: Tie) -> tuple[int, ...]:
    """Return the numbers of the sources behind a line."""
    return tuple(sorted({note.number for each in tie.relations for note in notes_of_relation(view, each)}))


def numbers_in_words(numbers: tuple[int, ...]) -> str:
    """Return numbers of sources as they are cited: "[3] [14]"."""
    return " ".join(f"[{number}]" for number in numbers)


def line_in_words(view: View, tie: Tie, noted: bool) -> str:
    """Return all that the look of a line says."""
    level = tie.level.label if tie.level == tie.worst else f"{tie.level.label} at best, {tie.worst.label} at worst"
    worn = "".join(f"; {BADGES[badge]}" for badge in badges_of(tie))
    cited = f" Sources {numbers_in_words(numbers_of(view, tie))}." if noted else ""
    domain = domain_in_words(tie.domain, tie.hostile)
    return (
        f"{title_of(view.network, tie.giver, tie.receiver, tie.mutual)}. {domain}: {tie.label}."
        f" Confidence {level}; {resting(tie.documents, tie.origins)}{worn}.{cited}"
    )


def actor_in_words(view: View, actor: Actor) -> str:
    """Return an actor's name and kind, and how much of it is on show."""
    relations = sum(1 for each in view.relations if actor.id in (each.giver, each.receiver))
    shown = counted(relations, "relation", "relations") or "no relation"
    return f"{actor.name}, {ACTOR_KINDS[actor.kind].lower()}; {shown} shown"


def speaker_notes(view: View, wanted: Request, notes: tuple[Note, ...]) -> str:
    """Return what a briefer must have at hand: marking, scope, dataset, and every citation in full."""
    network = view.network
    lines = [
        highest_marking(view),
        page_title(view, wanted),
        as_of_line(view),
        confidence_statement(view),
        f"Shown: {in_words(view.filter, network)} {left_out(view)}",
        f"Dataset {network.id} {network.version}, digest {network.digest or 'none'}; ruleset {network.ruleset}.",
        *(["Sources:"] if notes else []),
        *(f"[{note.number}] {note.text}" for note in notes),
    ]
    return clean("\n".join(lines))
