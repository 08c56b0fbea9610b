"""Bulk work: shares are told, and what was worked out can be let go."""

from __future__ import annotations

import weakref

from msgspec.structs import replace

from graphdata.bulk import kept_with, no_one, part_of, release, steps_of
from graphdata.collector import without_collector
from graphdata.filter import Filter
from graphdata.network import Network
from graphdata.view import view_of


def test_a_part_tells_its_share_of_the_whole() -> None:
    told: list[float] = []
    part = part_of(told.append, 0.5, 0.75)
    for share in (0.0, 1.0):
        part(share)
    assert told == [0.5, 0.75]
    no_one(1.0)


def test_a_released_network_is_freed_without_the_collector(little: Network) -> None:
    with without_collector():
        network = replace(little, title="Copy")
        view_of(network, Filter())
        gone = weakref.ref(network.__dict__["_caseload"])
        assert gone() is not None
        release(network)
        assert gone() is None


def test_what_share_of_many_things_is_taken_is_told_on_the_way() -> None:
    shares: list[float] = []
    assert list(steps_of(range(10), shares.append, each=5)) == list(range(10))
    assert shares == [0.0, 0.5]


def test_what_is_kept_with_a_network_is_made_once_and_let_go_with_it(little: Network) -> None:
    network, made = replace(little), []
    assert [kept_with(network, "_thing", lambda: made.append(1) or len(made)) for _ in range(2)] == [1, 1]
    release(network)
    assert kept_with(network, "_thing", lambda: 2) == 2
