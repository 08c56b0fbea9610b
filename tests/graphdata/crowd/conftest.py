"""A crowd of 400 actors and 1,200 lines, taken in from a network."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any, NamedTuple

import pytest

from graphdata.crowd.crowd import Crowd
from graphdata.crowd.gather import gathered
from graphdata.filter import Filter
from graphdata.places import Place
from graphdata.ties import Tie, ties_of
from graphdata.view import View, view_of


class Taken(NamedTuple):
    """A crowd with what it was taken from."""

    view: View
    ties: tuple[Tie, ...]
    places: dict[str, Place]
    crowd: Crowd


def made(composing: Generator[Any, None, Any]) -> Any:
    """Return what composing makes."""
    while True:
        try:
            next(composing)
        except StopIteration as end:
            return end.value


@pytest.fixture
def make() -> Any:
    return made


@pytest.fixture
def taken(crowded: Any) -> Taken:
    network, places = crowded(400, 1200)
    view = view_of(network, Filter())
    ties = ties_of(view, "relations")
    return Taken(view, ties, places, made(gathered(view, ties, places, {"actor:a00003"})))


@pytest.fixture
def crowd(taken: Taken) -> Crowd:
    return taken.crowd
