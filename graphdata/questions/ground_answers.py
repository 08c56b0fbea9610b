"""Answers about what the network rests on: struck sources, what it leans on, the ground and the reporting behind it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import Final

from graphdata.filter import struck_name
from graphdata.network import Network
from graphdata.questions.answers import Answer, Line, counted_noun, joined_labels, relation_cells
from graphdata.questions.chain_picture import chain_picture
from graphdata.questions.reporting import Reporting
from graphdata.questions.striking import Consequences, Fall, Ground, Leaning, Outcome
from graphdata.rows import ends_of
from graphdata.view import View
from graphdata.vocabulary import STATUS_WORDS

_OUTCOMES: Final[dict[Outcome, str]] = {
    "lost": "would be lost",
    "lower": "would fall",
    "earlier": "would be drawn at an earlier status",
    "higher": "would rise",
}


def striking_answer(view: View, struck: Sequence[str], found: Consequences) -> Answer:
    """Return what becomes of the relations without some sources, origins or claims."""
    network = view.network
    names = ", ".join(struck_name(network, each) for each in struck)
    lines = tuple(_fall_line(network, fall) for fall in found.falls)
    dropped = joined_labels(network, found.dropped) if found.dropped else "nobody"
    notes = (f"Left without any ground: {dropped}.",)
    heads = ("Outcome", "Between", "Dealing", "Confidence", "Status")
    return Answer(f"What if this is wrong: {names}", f"{_fallen(found)}.", heads, lines, notes)


def leaning_answer(view: View, what: str, found: Iterable[Leaning]) -> Answer:
    """Return what a view leans on most, a line for each source or origin."""
    lines = tuple(
        Line(
            _leaning_cells(each),
            "source" if each.id in view.network.source else "",
            each.id if each.id in view.network.source else "",
        )
        for each in found
    )
    first = lines[0].cells if lines else None
    total = len(view.relations)
    sentence = f"Most leans on {first[0]}: {first[2]} of {total} relations rest on it alone." if first else "Nothing."
    heads = (
        what.capitalize(),
        "Bears on",
        "Would be lost",
        "Would fall",
        "Earlier status",
        "Actors left without ground",
    )
    return Answer(f"Which {what}s does the picture lean on?", sentence, heads, lines)


def _leaning_cells(leaning: Leaning) -> tuple[str, ...]:
    """Return what the loss of a source or an origin would do, as the cells of a line."""
    outcomes: tuple[Outcome, ...] = ("lost", "lower", "earlier")
    sizes = (len(leaning.consequences.of(outcome)) for outcome in outcomes)
    return (leaning.label, str(leaning.relations), *map(str, sizes), str(len(leaning.consequences.dropped)))


def ground_answer(view: View, found: Sequence[Ground]) -> Answer:
    """Return for each relation the fewest sources whose loss would leave it without ground."""
    network = view.network
    lines = tuple(
        Line((*relation_cells(network, g.relation), str(g.size or "–"), _sets(network, g)), "relation", g.relation)
        for g in sorted(found, key=lambda each: (each.size == 0, each.size, each.relation))
    )
    alone = sum(each.size == 1 for each in found)
    sentence = f"{alone} of {counted_noun(len(found), 'relation')} would be lost with a single source."
    notes = () if all(each.exact for each in found) else ("At most: with many sources not every set was tried.",)
    heads = ("Between", "Dealing", "Fewest", "These sources, or these")
    return Answer("How few sources would have to be wrong?", sentence, heads, lines, notes)


def reporting_answer(view: View, found: Reporting) -> Answer:
    """Return who got what from whom behind a relation, a line for each handing-on."""
    labels = {each.id: each.label for each in found.stations}
    marks = {each.id: _marks(each.in_loop, each.is_copy, each.is_origin) for each in found.stations}
    lines = tuple(
        Line(
            (labels[p.start] + marks[p.start], labels[p.end] + marks[p.end], ", ".join(p.how), str(len(p.claims))),
            "source" if p.end in view.network.source else "",
            p.end if p.end in view.network.source else "",
        )
        for p in found.passages
    )
    relation = view.network.relation[found.relation]
    question = f"Who got it from whom: {ends_of(view.network, relation)}, {relation.summary}"
    picture = partial(chain_picture, found) if found.passages else None
    return Answer(question, found.sentence, ("From", "To", "How", "Claims"), lines, picture=picture)


def _marks(in_loop: bool, is_copy: bool, is_origin: bool) -> str:
    """Return the marks of a station in words."""
    said = [word for word, on in (("circular", in_loop), ("a copy", is_copy), ("origin", is_origin)) if on]
    return f" ({', '.join(said)})" if said else ""


def _fallen(found: Consequences) -> str:
    """Return how many relations met with which outcome."""
    said = [f"{len(found.of(outcome))} {word}" for outcome, word in _OUTCOMES.items() if found.of(outcome)]
    return ", ".join(said).capitalize() or "No relation changes its level"


def _fall_line(network: Network, fall: Fall) -> Line:
    """Return what becomes of a relation as a line."""
    level = fall.before.label if fall.before == fall.after else f"{fall.before.label} → {fall.after.label}"
    words = [STATUS_WORDS.get(each, "–") for each in (fall.status_before, fall.status_after)]
    status = words[0] if words[0] == words[1] else " → ".join(words)
    cells = (_OUTCOMES[fall.outcome].capitalize(), *relation_cells(network, fall.relation), level, status)
    return Line(cells, "relation", fall.relation)


def _sets(network: Network, ground: Ground) -> str:
    """Return the smallest sets of sources in words."""
    if not ground.sources:
        return "has no ground to lose"
    return " or ".join(" and ".join(struck_name(network, each) for each in few) for few in ground.sources)
