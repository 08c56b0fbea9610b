"""What the first view, its panels and the first search need is left with a network, and how far it is is told."""

from __future__ import annotations

from desktop.readying import make_ready
from graphdata.network import Network


def test_how_far_it_is_is_told_and_what_was_worked_out_stays(network: Network) -> None:
    shares: list[float] = []
    make_ready(network, shares.append)
    assert shares == sorted(shares)
    assert shares[0] == 0.0
    assert {"_facts", "_search_index", "_actors_named", "claim"} <= network.__dict__.keys()
