"""What the canvas benchmark draws: a graph as a view, lines and places, and our own map of it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from functools import cache, partial
from typing import NamedTuple

import numpy as np
from graphs import scale_free
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from desktop import assets
from desktop.app import made_app
from desktop.assets import shipped_network
from desktop.canvas.crowd_stage import CrowdStage
from desktop.canvas.map_widget import MapWidget
from desktop.opening import opened
from graphdata.collector import keep_from_collector
from graphdata.compose import compose_in_steps, extent
from graphdata.crowd.gather import gathered, room_of
from graphdata.filter import Filter
from graphdata.layout.arrange import arrange
from graphdata.layout.plan import Plan
from graphdata.network import Actor, Name, Network, Relation
from graphdata.places import Place
from graphdata.ruleset import Level
from graphdata.ties import Tie, ties_of
from graphdata.view import View, view_of
from graphdata.vocabulary import ACTOR_KINDS, DOMAINS, KINDS

LEVELS = tuple(Level)
KINDS_OF_ACTORS = tuple(ACTOR_KINDS)


class Laid(NamedTuple):
    """A network on show, with the places of its actors."""

    view: View
    ties: tuple[Tie, ...]
    tie: dict[str, Tie]  # by id, as the session holds them
    places: dict[str, Place]

    @property
    def points(self) -> np.ndarray:
        """The places in the order of the actors."""
        return np.array([self.places[actor.id] for actor in self.view.actors])

    @property
    def ends(self) -> np.ndarray:
        """The ends of the lines, by rank of the actors."""
        rank = {actor.id: number for number, actor in enumerate(self.view.actors)}
        return np.array([(rank[tie.giver], rank[tie.receiver]) for tie in self.ties])


@cache
def laid(nodes: int) -> Laid:
    """Return a scale-free network of so many actors and three times as many lines, laid out by our own layout."""
    graph = scale_free(nodes)
    ids = [f"actor:a{number:06}" for number in range(nodes)]
    actors = tuple(
        Actor(id=key, kind=KINDS_OF_ACTORS[rank % 9], names=(Name(text=f"Actor {rank}"),))
        for rank, key in enumerate(ids)
    )
    relations = tuple(
        Relation(
            id=f"rel:r{number:06}", domain=(domain := DOMAINS[number % 4]), kind=list(KINDS[domain])[number % 5],
            giver=ids[one], receiver=ids[other], summary="A dealing",
            direction="mutual" if number % 9 == 0 else "forward",
        )
        for number, (one, other) in enumerate(graph.ends.tolist())
    )  # fmt: skip
    network = Network(id="bench", title="Bench", version="1", as_of="2026", actors=actors, relations=relations)
    places = arrange(Plan(nodes, graph.ends, np.full((nodes, 2), (70.0, 55.0)), 1.6, 1))
    view = view_of(network, Filter())
    found = {key: (float(x), float(y)) for key, (x, y) in zip(ids, places, strict=True)}
    ties = (replace(tie, level=LEVELS[rank % 4]) for rank, tie in enumerate(ties_of(view, "relations")))
    held = tuple(ties)
    made = Laid(view, held, {tie.id: tie for tie in held}, found)
    keep_from_collector()  # as the window does after opening
    return made


def map_of(given: Laid, width: int, height: int) -> MapWidget:
    """Return our map of a network, shown and painted."""
    made_app()
    widget = MapWidget(assets.theme("light"))
    widget.resize(width, height)
    room = room_of(given.places.values())
    stage = CrowdStage(lambda: gathered(given.view, given.ties, given.places, ()), given.tie, room)
    widget.set_stage(stage)
    widget.show()
    settle(widget)
    return widget


def shipped_map(width: int, height: int) -> MapWidget:
    """Return our map of the shipped network, shown and painted."""
    made_app()
    held = opened(shipped_network())
    view = view_of(held.network, Filter())
    ties = ties_of(view)
    widget = MapWidget(assets.theme("light"))
    widget.resize(width, height)
    widget.set_compose(
        lambda zoom, scale: compose_in_steps(view, ties, held.positions, zoom=zoom, scale=scale),
        lambda zoom, scale: extent(view, held.positions, zoom, scale, ties),
    )
    widget.show()
    settle(widget)
    return widget


def settle(widget: MapWidget) -> list[float]:
    """Let events run until the picture is exact; return how many seconds each look at them kept the window."""
    stalls = [_looked()]
    while not widget.is_settled:
        stalls.append(_looked())
    return stalls


def _looked(hand: Callable[[], None] = lambda: None) -> float:
    """Return the time that a hand and one look at the events take, of this thread alone: the machine is shared."""
    begun = time.thread_time()
    hand()
    QCoreApplication.processEvents()
    return time.thread_time() - begun


def gestures(widget: MapWidget) -> Iterator[float]:
    """Yield how long the window was kept at each event while a hand zooms, pans, and rests between."""
    for notches in (1, 1, 1, 0, 2, 2, 0, -1, -2, -4, 0):
        if notches:
            yield _looked(partial(turn_wheel, widget, notches))
        else:
            yield from settle(widget)
    for step in range(12):
        yield _looked(partial(widget._pan, 9.0, -5.0))
        if step == 6:
            yield from settle(widget)
    yield from settle(widget)


def turn_wheel(widget: MapWidget, notches: int) -> None:
    """Turn the wheel over the middle of a map."""
    middle, none = widget.rect().center(), Qt.MouseButton.NoButton
    event = QWheelEvent(
        QPointF(middle), QPointF(widget.mapToGlobal(middle)), QPoint(), QPoint(0, 120 * notches), none,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)
