"""A source summary statement after ICD 206, drafted from the assessments: what a picture rests on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

from graphdata.citation import numbered, short
from graphdata.confidence import RelationAssessment
from graphdata.filter import CONTESTING
from graphdata.grounds import grounds_of
from graphdata.rows import counted, ends_of
from graphdata.ruleset import ASSESSED_ONLY, DATED, SINGLE_ORIGIN
from graphdata.sheet.words import confidence_below_heading, left_out
from graphdata.view import View
from graphdata.vocabulary import LETTERS
from graphdata.withheld import asked_in_words

SAID_ELSEWHERE: Final = ("Scope", "Confidence")
NAMED: Final = 4  # relations that a sentence names before it counts the rest


def source_summary(view: View, numbers: Mapping[str, int] | None = None) -> tuple[tuple[str, str], ...]:
    """Return the statement as headed paragraphs; a draft, to be edited by whoever signs it.

    Sources are cited by the view's own numbers, or by those of a larger document that the view is part of.
    """
    said = (
        ("Scope", f"{asked_in_words(view)} {left_out(view)}"),
        ("Confidence", confidence_below_heading(view)),
        ("Documents", _basis(view)),
        ("Most used", _most_used(view, numbers or {note.source: note.number for note in numbered(view)})),
        ("Corroborated", _corroborated(view)),
        ("In conflict", _conflicts(view)),
        ("Gaps", _gaps(view)),
        ("Grades", _grades(view)),
    )
    return tuple((heading, text) for heading, text in said if text)


def summary_below_head(view: View) -> tuple[tuple[str, str], ...]:
    """Return the statement for a document that says scope and confidence elsewhere, at its head or foot."""
    return tuple(part for part in source_summary(view) if part[0] not in SAID_ELSEWHERE)


def _found(view: View) -> list[RelationAssessment]:
    return [view.assessments[relation.id] for relation in view.relations]


def _basis(view: View) -> str:
    """Return how many documents and origins there are, nothing where nothing is on show."""
    found = grounds_of(view)
    behind = counted(found.documents, "document", "documents")
    if not behind:
        return ""
    named = counted(found.origins, "independent origin is", "independent origins are") or "no named origin is"
    shown = counted(found.relations, "relation", "relations")
    return f"{behind} and {named} behind the {shown} shown."


def _most_used(view: View, number: Mapping[str, int]) -> str:
    """Return the sources that most relations rest on."""
    uses = Counter(source for each in _found(view) for source in each.sources)
    ranked = sorted((source for source in uses if source in number), key=lambda each: (-uses[each], number[each]))
    named = (f"{short(view.network.source[each], view.network)} [{number[each]}]: {uses[each]}" for each in ranked[:3])
    listed = "; ".join(named)
    return f"By relations resting on it: {listed}." if listed else ""


def _corroborated(view: View) -> str:
    """Return how many relations have more than one origin."""
    of = len(view.relations)
    if of < 2:
        return ""  # the confidence statement says on how many origins a single relation rests
    several = grounds_of(view).corroborated
    rest = "rest" if several > 1 else "rests"
    return f"{several or 'None'} of {of:,} relations {rest} on two or more independent origins."


def _conflicts(view: View) -> str:
    """Return the relations that sources contradict."""
    disputed = [each.relation for each in _found(view) if CONTESTING.intersection(each.headline.flags)]
    if not disputed:
        of = "a relation" if len(view.relations) > 1 else "the relation"
        return f"No source on show contradicts another on whether {of} shown took place." if view.relations else ""
    return f"{counted(len(disputed), 'relation is', 'relations are')} contested: {_named(view, disputed)}."


def _named(view: View, relations: Iterable[str]) -> str:
    """Return relations by their ends and summary, the first few."""
    whole = [view.network.relation[each] for each in relations]
    named = [f"{ends_of(view.network, each)} ({each.summary})" for each in whole[:NAMED]]
    more = [f"and {len(whole) - NAMED} more"] if len(whole) > NAMED else []
    return "; ".join(named + more)


def _gaps(view: View) -> str:
    """Return what is thin: single origins, judgements, old or undated information, originals not read."""
    flags = Counter(flag for each in _found(view) for flag in each.headline.flags)
    unread = sum(1 for note in numbered(view) if not view.network.source[note.source].read)
    parts = (
        counted(flags[SINGLE_ORIGIN], "relation rests on a single origin", "relations rest on a single origin"),
        counted(flags[ASSESSED_ONLY], "rests on judgement alone", "rest on judgement alone"),
        counted(flags[DATED], "rests on dated information", "rest on dated information"),
        counted(len(view.undated), "is undated", "are undated"),
        counted(unread, "source is known through others only", "sources are known through others only"),
    )
    listed = ", ".join(part for part in parts if part)
    return f"{listed}." if listed else ""


def _grades(view: View) -> str:
    """Return how many sources have which reliability letter, and how many were given none."""
    sources = [view.network.source[note.source] for note in numbered(view)]
    letters = Counter[str](source.letter for source in sources if source.reliability)
    judged = [f"{letter} ({LETTERS[letter]}) {letters[letter]}" for letter in LETTERS if letters[letter]]
    ungraded = len(sources) - letters.total()
    listed = ", ".join([*judged, *([f"ungraded {ungraded}"] if ungraded else [])])
    return f"Reliability of the sources: {listed if judged else 'ungraded'}." if sources else ""
