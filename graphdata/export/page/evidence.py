"""What the page says of every line, relation, actor and source: the same words as the evidence panel, as plain values.

It travels, so it holds nothing of what is not on show: no claim that the filter leaves out, no actor named in passing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from graphdata.cards import FILTERED, Card
from graphdata.citation import citation, notes_of_relation, numbered
from graphdata.folding import letters_folded
from graphdata.profile import actor_page, tie_page
from graphdata.relation_profile import AspectPart, OriginLine, relation_page
from graphdata.rows import ends_of
from graphdata.search_index import record_texts
from graphdata.source_profile import descriptor_of, grades_of, reading_of, warnings_of
from graphdata.tie_words import line_in_words
from graphdata.ties import Tie
from graphdata.view import View

Values = dict[str, Any]


def evidence_of(view: View, ties: Sequence[Tie]) -> Values:
    """Return everything that the page's reader can ask for, by id."""
    texts = record_texts(view.network)
    number = {note.source: note.number for note in numbered(view)}
    relations = {each.id: _relation(view, each.id, number, texts) for each in view.relations}
    told = frozenset(card["id"] for one in relations.values() for part in one["aspects"] for card in part["cards"])
    return {
        "lines": {tie.id: _line(view, tie) for tie in ties},
        "relations": relations,
        "actors": {each.id: _actor(view, each.id, texts) for each in view.actors},
        "sources": [_source(view, note.source, note.number, told) for note in numbered(view)],
        "folds": letters_folded(),
    }


def _said(**values: object) -> Values:
    """Return the values that say something."""
    return {key: value for key, value in values.items() if value not in ("", (), [], None, False)}


def _line(view: View, tie: Tie) -> Values:
    page = tie_page(view, tie)
    numbers = sorted({note.number for each in tie.relations for note in notes_of_relation(view, each)})
    return _said(
        title=page.title, domain=page.domain, sign=tie.domain, verdict=page.verdict, giver=tie.giver,
        receiver=tie.receiver, relations=list(tie.relations), words=line_in_words(view, tie, numbers),
    )  # fmt: skip


def _relation(view: View, relation_id: str, number: Mapping[str, int], texts: Mapping[str, str]) -> Values:
    page, relation = relation_page(view, relation_id), view.network.relation[relation_id]
    aspects = [_aspect(view, part, number) for part in page.aspects]
    return {"aspects": aspects} | _said(
        title=page.title, domain=page.domain, sign=page.sign, kind=page.kind, summary=page.summary,
        level=int(page.level), verdict=page.verdict, override=page.override, status=page.status,
        attested=page.attested, magnitudes=page.magnitudes, via=page.via, note=page.note, faults=page.faults,
        marking=relation.marking, actors=list(dict.fromkeys(relation.actors)),
        notes=[note.number for note in notes_of_relation(view, relation_id)],
        text=texts.get(relation_id, ""),
    )  # fmt: skip


def _aspect(view: View, part: AspectPart, number: Mapping[str, int]) -> Values:
    cards = [_card(view, card, number) for card in part.cards if card.set_aside != FILTERED]
    return {"cards": cards} | _said(
        heading=part.heading, verdict=part.verdict, flags=part.flags, raised=part.raised_by, trace=part.trace,
        origins=[_origin(each) for each in part.origins], against=[_origin(each) for each in part.against],
    )  # fmt: skip


def _origin(line: OriginLine) -> str:
    return f"{line.label}: {line.standing} ({line.grades})"


def _card(view: View, card: Card, number: Mapping[str, int]) -> Values:
    """Return a claim; its document goes by its number, or in full where it has none."""
    claim = view.network.claim[card.id]
    source = view.network.source.get(card.source)
    cited = citation(source, view.network) if source and card.source not in number else ""
    return _said(
        id=card.id, stance=card.stance, sign=card.sign, summary=card.summary, value=card.value, basis=card.basis,
        grade=card.grade, grade_words=card.grade_words, when=card.when, locator=card.locator, chain=card.chain,
        quote=card.quote, translation=card.translation, note=card.note, answered=card.answered, faults=card.faults,
        set_aside=card.set_aside, number=number.get(card.source), cited=cited, marking=claim.marking,
    )  # fmt: skip


def _actor(view: View, actor_id: str, texts: Mapping[str, str]) -> Values:
    page = actor_page(view, actor_id)
    rows = [(row.id, row.text) for group in page.relations for row in group.rows]
    return _said(
        title=page.title, names=page.names, kind=page.kind, facts=_facts(view, actor_id, page.facts),
        note=page.note, faults=page.faults,
        rows=rows, marking=view.network.actor[actor_id].marking, text=texts.get(actor_id, ""),
    )  # fmt: skip


def _facts(view: View, actor_id: str, facts: Sequence[str]) -> list[str]:
    """Return what a record says of an actor, without what names actors that are not on show."""
    shown, actor = {each.id for each in view.actors}, view.network.actor[actor_id]
    named: dict[str, set[str]] = {
        "Belongs to": {actor.parent} if actor.parent else set(),
        "Holds": {each.id for each in view.network.actors if each.parent == actor_id},
        "Bloc": {actor.bloc} & set(view.network.actor),
    }
    return [fact for fact in facts if shown.issuperset(named.get(fact.partition(":")[0], ()))]


def _source(view: View, source_id: str, number: int, told: frozenset[str]) -> Values:
    """Return a source with those of its claims that are told."""
    source = view.network.source[source_id]
    whole = view.network.relation
    uses = [
        {"relation": claim.relation, "text": f"{ends_of(view.network, whole[claim.relation])}: {claim.summary}"}
        for claim in view.network.claims_of_source.get(source_id, ())
        if claim.id in told
    ]
    return _said(
        number=number, text=citation(source, view.network), read=reading_of(source), note=source.note,
        grades=[f"{each.grade}: {each.why}" for each in grades_of(source)], descriptor=descriptor_of(source),
        faults=warnings_of(source), uses=uses, marking=source.marking,
    )  # fmt: skip
