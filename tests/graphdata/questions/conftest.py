"""Networks made from pairs of numbers, to hold our answers against those of others."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from graphdata.network import Network

CLAIM: dict[str, Any] = {
    "aspect": "exists",
    "stance": "supports",
    "basis": "reported",
    "summary": "The report says so.",
    "locator": {"label": "paragraph", "value": "1"},
}
DIGITS = (2, 3, 6)


def _relation(number: int, ends: tuple[int, int]) -> dict[str, Any]:
    """Return a relation with one claim; its number decides how good the claim is."""
    slug = f"r{number}"
    chain = [{"node": f"src:s{number % 3}", "role": "origin"}]
    claim = {"id": f"clm:{slug}", "relation": f"rel:{slug}", "chain": chain, "credibility": DIGITS[number % 3], **CLAIM}
    giver, receiver = (f"actor:a{end}" for end in ends)
    row = {"id": f"rel:{slug}", "domain": "arms", "kind": "transfer", "giver": giver, "receiver": receiver}
    return {**row, "summary": slug, "claims": [claim]}


def _network(ends: list[tuple[int, int]]) -> Network:
    sources = [
        {
            "id": f"src:s{number}",
            "csl": {"type": "report", "title": f"Source {number}"},
            "read": True,
            "reliability": [{"grade": letter, "why": "so"}],
        }
        for number, letter in enumerate("BCF")
    ]
    actors = [{"id": f"actor:a{number}", "kind": "state", "names": [{"text": f"A{number}"}]} for number in range(8)]
    relations = [_relation(number, pair) for number, pair in enumerate(ends)]
    head = {"id": "made", "title": "Made", "version": "1", "as_of": "2026"}
    return msgspec.convert({**head, "actors": actors, "sources": sources, "relations": relations}, Network)


@pytest.fixture(scope="session")
def network_of() -> Callable[[list[tuple[int, int]]], Network]:
    """Return a function that makes a network of eight actors from the ends of its relations."""
    return _network
