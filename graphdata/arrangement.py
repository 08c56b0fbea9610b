"""The ways to arrange a map: their names and words, and the choice that made the places on show."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Literal, NamedTuple, get_args

from graphdata.filter import Filter
from graphdata.network import Actor, Network
from graphdata.vocabulary import ACTOR_KINDS

Layout = Literal["clusters", "distances", "radial", "layered", "blocs", "kinds"]
LAYOUTS: Final[tuple[Layout, ...]] = get_args(Layout)
LAYOUT_LABELS: Final[dict[Layout, str]] = {
    "clusters": "Arrange by clusters",
    "distances": "Arrange by distances",
    "radial": "Arrange in rings round an actor",
    "layered": "Arrange by direction of flow",
    "blocs": "Arrange by bloc",
    "kinds": "Arrange by kind of actor",
}


class Arrangement(NamedTuple):
    """A layout, and for rings the actor in their middle."""

    layout: Layout = "clusters"
    centre: str = ""

    @property
    def text(self) -> str:
        """The choice as one word, as saved views keep it."""
        return f"{self.layout} {self.centre}".rstrip()


CLUSTERS: Final = Arrangement()
"""What a map is arranged by unless something else is asked for."""


def arrangement_from(text: str) -> Arrangement:
    """Return the choice that a word stands for; clusters where it says nothing that is known."""
    name, _, centre = text.partition(" ")
    layout = next((each for each in LAYOUTS if each == name), None)
    return Arrangement(layout, centre) if layout else CLUSTERS


def arrangement_of(
    layout: Layout, network: Network, wanted: Filter, selected: str = "", among: Iterable[str] = ()
) -> Arrangement:
    """Return the choice of a layout: rings go round the selected actor, the filter's, or the most related one.

    Among says which actors are on show; where none is, every one that is drawn may stand in the middle.
    """
    if layout != "radial":
        return Arrangement(layout)
    drawn = set(among) or {actor.id for actor in network.drawn}
    asked = next((each for each in (selected, wanted.ego) if each in drawn), "")
    return Arrangement(layout, asked or max(drawn, key=lambda key: (network.degree.get(key, 0), key), default=""))


def leans(layout: Layout, old: Layout) -> bool:
    """Return whether a new layout begins with the places of an old one: both look for short lines, and for no order."""
    return {layout, old} <= {"clusters", "distances"}


def group_of(actor: Actor, layout: Layout) -> str:
    """Return the name of the group that a layout puts an actor in, empty for actors that belong to none."""
    return actor.bloc if layout == "blocs" else ACTOR_KINDS[actor.kind]


def bloc_name(network: Network, bloc: str) -> str:
    """Return what a reader calls a bloc: after its state, its bloc as an actor, or who of it deals most."""
    order = {"state": 0, "bloc": 1}
    members = [actor for actor in network.actors if actor.bloc == bloc]
    return min(members, key=lambda a: (order.get(a.kind, 2), -network.degree.get(a.id, 0), a.id)).label
