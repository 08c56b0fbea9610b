"""How sensitive a picture is: the highest marking of anything it shows, what is printed, and the colours (FIRST TLP).

What is printed may be raised by hand. To lower it asks for a reason, which is printed beside what was computed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import Final

from graphdata.bulk import kept_with
from graphdata.network import Actor, Network
from graphdata.onshow import claims_on_show
from graphdata.problems import EntenteError
from graphdata.sourcing import Claim, Source
from graphdata.view import View
from graphdata.vocabulary import MARKINGS

COLOURS: Final = {
    "TLP:RED": "#FF2B2B",
    "TLP:AMBER+STRICT": "#FFC000",
    "TLP:AMBER": "#FFC000",
    "TLP:GREEN": "#33FF00",
    "TLP:CLEAR": "#FFFFFF",
}
PUBLIC: Final = MARKINGS[0]
LONGEST: Final = 64  # characters of a marking, as in a record
BESIDE: Final = " · "  # between markings of which nobody can say that one covers the other


class MarkingError(EntenteError, ValueError):
    """A marking that cannot be printed: a label that is none, or one that is lowered without a reason."""


@lru_cache(maxsize=2)
def highest_marking(view: View) -> str:
    """Return the highest marking of the network, of one it is compared with, and of all on show, down to who speaks."""
    network = view.network
    relations = (relation.marking for relation in view.relations)
    datasets = (network.marking, *(side.network.marking for side in view.sides or ()))
    sources = (network.source[key].marking for key in view.sources if key in network.source)
    return highest((*datasets, *relations, *(actor.marking for actor in view.actors), *sources, *_behind(view)))


def _behind(view: View) -> Iterator[str]:
    """Yield the markings of the claims on show and of the actors and outlets they name, where these are not public."""
    network = view.network
    marked = markings_of(network)
    if not marked:
        return
    naming = kept_with(network, "_naming_marked", lambda: _naming(network, marked.keys()))
    for relation in (network.relations[at] for at in naming if not view.hiding[at]):
        yield from (marked[step.actor] for step in relation.via if step.actor in marked)
        for claim in claims_on_show(view, relation):
            yield from (marked[key] for key in _named(network, claim) if key in marked)


def _naming(network: Network, marked: AbstractSet[str]) -> list[int]:
    """Return the places of the relations that name any of what is marked, by themselves or in their claims."""
    return [
        at
        for at, each in enumerate(network.relations)
        if any(step.actor in marked for step in each.via)
        or any(not marked.isdisjoint(_named(network, claim)) for claim in each.claims)
    ]


def _named(network: Network, claim: Claim) -> set[str]:
    """Return the claim, what its chain names, and the outlets of its sources."""
    nodes = {link.node for link in claim.chain if link.node}
    outlets = {network.source[node].publisher for node in nodes if node in network.source}
    return {claim.id, *nodes, *outlets}


def markings_of(network: Network) -> Mapping[str, str]:
    """Return the marking of each actor, source and claim that is not public."""
    return kept_with(network, "_marked", lambda: _marked(network))


def _marked(network: Network) -> dict[str, str]:
    records: tuple[Actor | Source | Claim, ...] = (*network.actors, *network.sources, *network.claims)
    return {record.id: record.marking for record in records if record.marking != PUBLIC}


def highest(markings: Iterable[str]) -> str:
    """Return the highest of some markings of TLP 2.0, beside every label of other schemes.

    Which of "SECRET", "OFFICIAL" and "TLP:RED" is the highest nobody can say, so all of them are printed.
    """
    parts = {part for marking in markings for part in parts_of(marking)}
    others, tlp = sorted(parts.difference(MARKINGS)), max(parts.intersection(MARKINGS), key=rank, default=PUBLIC)
    return BESIDE.join(others if others and tlp == PUBLIC else [*others, tlp])


def parts_of(marking: str) -> list[str]:
    """Return the labels that stand side by side in a marking."""
    return marking.split(BESIDE)


def rank(marking: str) -> int:
    """Return where a marking stands, from clear upwards."""
    return MARKINGS.index(marking) if marking in MARKINGS else len(MARKINGS)


def marking_colours(marking: str) -> str:
    """Return the colour of a marking's words on black; white where the scheme is not TLP."""
    return COLOURS.get(marking, "#FFFFFF")


def label_of(text: str) -> str:
    """Return a label as it is printed, or raise MarkingError; what begins like TLP has to be a label of TLP 2.0."""
    parts = [_part(part) for part in parts_of(" ".join(text.split()))]
    return highest(parts) if len(parts) > 1 else parts[0]


def _part(words: str) -> str:
    """Return one label of those that stand side by side, or raise MarkingError."""
    label = words.upper().replace(" ", "")
    if label.startswith("TLP"):
        if label not in MARKINGS:
            raise MarkingError(f"“{words[:LONGEST]}” is not a label of TLP 2.0. Write one of {', '.join(MARKINGS)}.")
        return label
    if len(words) > LONGEST or not words.isprintable():
        raise MarkingError(f"A marking has at most {LONGEST} characters, all of them printable.")
    return words


def needs_reason(asked: str, computed: str) -> bool:
    """Return whether printing a label lowers what was computed, or nobody can say that it does not."""
    if asked == computed or computed == PUBLIC:
        return False
    return highest((asked, computed)) != highest((asked,))


def printed_marking(view: View, asked: str = "", reason: str = "") -> str:
    """Return the marking to print: the computed one, or the one asked for; raises MarkingError where a reason lacks."""
    computed = highest_marking(view)
    label = label_of(asked)
    if not label:
        return computed
    if needs_reason(label, computed) and not reason.strip():
        raise MarkingError(
            f"What is shown is marked {computed}. To print {label} instead, give a reason; it is kept in the file."
        )
    return label


def raised_marking(view: View, asked: str) -> str:
    """Return a marking that was set by hand as far as it raises what is computed, empty where nothing was or it lowers.

    It is for what asks nothing: to lower a marking, or to mend one that cannot be printed, somebody has to see it.
    """
    try:
        label = label_of(asked)
    except MarkingError:
        return ""
    return "" if needs_reason(label, highest_marking(view)) else label


def lowered_in_words(view: View, asked: str, reason: str) -> str:
    """Return the sentence that keeps the reason for a marking set by hand, empty where it was not lowered."""
    computed, label = highest_marking(view), label_of(asked)
    if not label or not needs_reason(label, computed):
        return ""
    return f"Marked {label} by hand; what is shown is marked {computed}. Reason: {' '.join(reason.split())}."


def ceiling_in_words(view: View) -> str:
    """Return what a ceiling leaves out, in numbers, and whether the dataset itself is marked higher."""
    ceiling = view.filter.ceiling
    if not ceiling:
        return ""
    relations = sum("ceiling" in keys for keys in view.reasons.values())
    claims = sum(_claims_above(view))
    said = f"Above {ceiling} and left out: {relations} relation{'s' * (relations != 1)}"
    said += f", and {claims} claim{'s' * (claims != 1)} on those shown, without which their confidence is computed."
    if needs_reason(ceiling, view.network.marking):
        said += f" The dataset itself is marked {view.network.marking}."
    return said


def _claims_above(view: View) -> Iterator[int]:
    """Yield for each relation on show how many of its claims are marked, or rest on what is marked, too high."""
    for relation in view.relations:
        case = view.assessments[relation.id].headline.case
        allowed = case.bounds.markings
        if allowed is not None:
            yield sum(not case.index.path(claim).markings <= allowed for claim in relation.claims)
