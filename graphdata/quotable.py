"""What can be copied of something on the map: its words with what they rest on, ready for a text."""

from __future__ import annotations

from graphdata.citation import citation, notes_of_relation
from graphdata.rows import ends_of, verdict_of
from graphdata.ties import Tie
from graphdata.view import View
from graphdata.vocabulary import ACTOR_KINDS, DOMAIN_LABELS


def actor_in_words(view: View, actor_id: str) -> str:
    """Return an actor's names and kind on one line."""
    actor = view.network.actor[actor_id]
    names = [name.text for name in actor.names]
    also = f" ({', '.join(names[1:])})" if names[1:] else ""
    return f"{names[0]}{also}: {ACTOR_KINDS[actor.kind].lower()}"


def relation_in_words(view: View, relation_id: str) -> str:
    """Return a relation with its verdict on one line and, under it, a line for each source it rests on."""
    relation = view.network.relation[relation_id]
    verdict = verdict_of(view.assessments[relation_id].headline)
    head = f"{ends_of(view.network, relation)} · {DOMAIN_LABELS[relation.domain]} · {relation.summary} · {verdict}"
    return "\n".join([head, *citations_of(view, relation_id)])


def tie_in_words(view: View, tie: Tie) -> str:
    """Return every relation of a line, each with its sources."""
    return "\n\n".join(relation_in_words(view, relation_id) for relation_id in tie.relations)


def citations_of(view: View, relation_id: str) -> tuple[str, ...]:
    """Return the full citation of each source that a relation on show rests on, with its number on the picture."""
    notes = notes_of_relation(view, relation_id)
    sources = view.network.source
    return tuple(f"[{note.number}] {citation(sources[note.source], view.network)}" for note in notes)


def citations_of_tie(view: View, tie: Tie) -> str:
    """Return the citation of each source that a line rests on, each once, a line each."""
    return "\n".join(dict.fromkeys(line for each in tie.relations for line in citations_of(view, each)))
