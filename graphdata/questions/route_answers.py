"""Answers about ways through the network: routes, reach, go-betweens and conduits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from graphdata.questions.answers import Answer, Line, counted_noun, joined_labels, relation_cells
from graphdata.questions.paths import Conduit, Reached, Routes, Ways, shortest_routes
from graphdata.questions.standing import Standing
from graphdata.rows import label_of
from graphdata.view import View
from graphdata.vocabulary import DOMAIN_LABELS, DOMAINS


def routes_answer(view: View, start: str, end: str, ways: Ways, found: Routes) -> Answer:
    """Return the shortest routes between two actors, a line for each step of each."""
    network = view.network
    names = f"{label_of(network, start)} to {label_of(network, end)}"
    number, length = counted_noun(len(found.routes), "shortest route"), counted_noun(found.length, "step")
    more = "" if found.complete else "; there are more, of the same length"
    sentence = f"{number} of {length}{more}." if found.routes else "No route."
    lines = [
        Line(
            (str(place), joined_labels(network, route.actors), route.level.label, label_of(network, step.start),
             label_of(network, step.end), step.level.label, "; ".join(_summaries(view, step.relations))),
            "relation",
            step.relations[0],
            step.relations[1:],
        )
        for place, route in enumerate(found.routes, start=1)
        for step in route.steps
    ]  # fmt: skip
    heads = ("Route", "By way of", "Weakest step", "From", "To", "Confidence", "Relations")
    note = "A route is as sure as its weakest step; a step is as sure as the best of its relations."
    others = () if found.routes else tuple(_other_routes(view, start, end, ways))
    notes = (f"There is {' and '.join(others)}.",) if others else (note,) if found.routes else ()
    return Answer(f"Routes from {names}, {ways_in_words(ways)}", sentence, heads, tuple(lines), notes)


def _other_routes(view: View, start: str, end: str, ways: Ways) -> Iterator[str]:
    """Yield what would find a route where there is none: the other direction, else any, and hostile acts."""
    turned = f"from {label_of(view.network, end)} to {label_of(view.network, start)}"
    directions = ((turned, end, start, ways), ("either way", start, end, ways._replace(along_flow=False)))
    hostile = (("with hostile acts", start, end, ways._replace(hostile=True)),)
    for tries in (directions if ways.along_flow else (), () if ways.hostile else hostile):
        found = ((words, shortest_routes(view, one, other, asked)) for words, one, other, asked in tries)
        first = next(((words, each.length) for words, each in found if each.routes), None)
        if first:
            yield f"one of {counted_noun(first[1], 'step')} {first[0]}"


def reach_answer(view: View, start: str, steps: int, ways: Ways, found: Sequence[Reached]) -> Answer:
    """Return everybody within reach of an actor."""
    network = view.network
    lines = (Line((str(e.steps), label_of(network, e.actor), e.level.label), "actor", e.actor) for e in found)
    rings = [sum(each.steps == step for each in found) for step in range(1, steps + 1)]
    sentence = f"{counted_noun(len(found), 'actor')}: " + ", ".join(
        f"{count} after {counted_noun(step, 'step')}" for step, count in enumerate(rings, start=1) if count
    )
    question = f"Within {counted_noun(steps, 'step')} of {label_of(network, start)}, {ways_in_words(ways)}"
    return Answer(question, f"{sentence.rstrip(': ')}.", ("Steps", "Actor", "Surest route"), tuple(lines))


def standing_answer(view: View, ways: Ways, found: Standing) -> Answer:
    """Return who stands between the others, and whom each would cut off."""
    network = view.network
    lines = tuple(
        Line(
            (
                label_of(network, each.actor),
                f"{each.share:.1%}",
                str(len(each.cut_off)),
                joined_labels(network, each.cut_off),
            ),
            "actor",
            each.actor,
        )
        for each in found.between
    )
    cutting = sum(bool(each.cut_off) for each in found.between)
    sentence = f"{counted_noun(len(lines), 'actor')} between others; without {cutting} of them something falls apart."
    notes = ["Share of all shortest routes that pass through the actor (betweenness, Brandes 2001)."]
    if found.sampled:
        notes.append(f"Sampled from {found.sampled} starts: shares are estimates.")
    heads = ("Actor", "Share of routes", "Cut off", "Who would be cut off without it")
    return Answer(f"Who stands between the others, {ways_in_words(ways)}", sentence, heads, lines, tuple(notes))


def conduits_answer(view: View, found: Sequence[Conduit]) -> Answer:
    """Return who dealings pass through, a line for each."""
    network = view.network
    lines = tuple(
        Line((label_of(network, each.actor), role, *relation_cells(network, relation)), "relation", relation)
        for each in found
        for relation, role in each.roles
    )
    sentence = f"{counted_noun(len(lines), 'dealing')} pass through {counted_noun(len(found), 'actor')}."
    return Answer("Who do dealings pass through?", sentence, ("Actor", "As", "Between", "Dealing"), lines)


def ways_in_words(ways: Ways) -> str:
    """Return which relations are walked, in words."""
    domains = " and ".join(DOMAIN_LABELS[each].lower() for each in DOMAINS if each in ways.domains) or "any domain"
    flow = "in the direction of flow" if ways.along_flow else "either way"
    return f"through {domains}, {flow}, {'hostile acts included' if ways.hostile else 'hostile acts left out'}"


def _summaries(view: View, relations: Iterable[str]) -> list[str]:
    return [view.network.relation[each].summary for each in relations]
