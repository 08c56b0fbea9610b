"""How sensitive a picture is: the highest marking of anything it shows, and the colours of the TLP labels (FIRST)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from graphdata.view import View
from graphdata.vocabulary import MARKINGS

COLOURS: Final = {
    "TLP:RED": "#FF2B2B",
    "TLP:AMBER+STRICT": "#FFC000",
    "TLP:AMBER": "#FFC000",
    "TLP:GREEN": "#33FF00",
    "TLP:CLEAR": "#FFFFFF",
}


def highest_marking(view: View) -> str:
    """Return the highest marking of the network and of every actor, relation, claim and source on show."""
    network = view.network
    claims = [claim.marking for relation in view.relations for claim in relation.claims]
    sources = [network.source[key].marking for key in view.sources if key in network.source]
    shown = [*(relation.marking for relation in view.relations), *(actor.marking for actor in view.actors)]
    return highest((network.marking, *shown, *claims, *sources))


def highest(markings: Iterable[str]) -> str:
    """Return the highest of some markings; one outside TLP 2.0 outranks them all, since nobody can say it does not."""
    return max(markings, key=lambda marking: (rank(marking), marking))


def rank(marking: str) -> int:
    """Return where a marking stands, from clear upwards."""
    return MARKINGS.index(marking) if marking in MARKINGS else len(MARKINGS)


def marking_colours(marking: str) -> str:
    """Return the colour of a marking's words on black; white where the scheme is not TLP."""
    return COLOURS.get(marking, "#FFFFFF")
