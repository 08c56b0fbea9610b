"""Every query that the help shows can be asked of the shipped network."""

from __future__ import annotations

import re

import pytest

from desktop.assets import root, shipped_network
from graphdata.network import Network
from graphdata.query.keys import KEYS, STRIKING, Key
from graphdata.query.reading import read_query
from graphdata.storage.pack import read_pack


@pytest.fixture(scope="module")
def shipped() -> Network:
    return read_pack(shipped_network())


def shown() -> list[str]:
    """Return the queries of the help's section about them."""
    page = (root() / "help" / "filters.md").read_text(encoding="utf-8")
    section = page.partition("## The query line")[2].partition("\n## ")[0]
    spans = re.findall(r"`([^`]+)`", section) + re.findall(r"^    (.+)$", section, re.MULTILINE)
    return [span for span in spans if "…" not in span and not span.startswith("entente") and ":" in span]


def test_every_query_of_the_help_can_be_read(shipped: Network) -> None:
    assert len(shown()) >= 20
    for line in shown():
        assert not read_query(line, shipped).slips, line


@pytest.mark.parametrize("key", [key for key in (*KEYS, *STRIKING) if "…" not in key.example], ids=lambda key: key.word)
def test_every_example_of_a_key_can_be_asked_of_the_shipped_network(shipped: Network, key: Key) -> None:
    assert not read_query(key.example, shipped).slips
