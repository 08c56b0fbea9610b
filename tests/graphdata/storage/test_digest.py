"""The digest covers everything a network holds, and not the way it is ordered."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from msgspec.structs import replace

from graphdata.network import Network
from graphdata.storage.digest import digest_of, in_order


def test_order_is_no_matter(sample: Network) -> None:
    turned = replace(sample, actors=sample.actors[::-1], sources=sample.sources[::-1], relations=sample.relations[::-1])
    assert digest_of(turned) == sample.digest
    assert in_order(turned) == sample


def test_the_digest_leaves_itself_out(sample: Network) -> None:
    assert digest_of(replace(sample, digest="x")) == sample.digest


@pytest.mark.parametrize(
    "changes", [{"title": "x"}, {"as_of": "2025"}, {"licence": ""}, {"actors": ()}, {"sources": ()}]
)
def test_any_change_is_seen(sample: Network, changes: dict[str, Any]) -> None:
    assert digest_of(replace(sample, **changes)) != sample.digest


def test_a_change_deep_inside_is_seen(sample: Network, with_claim: Callable[..., Network]) -> None:
    assert digest_of(with_claim(note="x")) != sample.digest


def test_records_cannot_change_places(sample: Network) -> None:
    moved = replace(sample, relations=(), policy="x")
    assert len({digest_of(moved), digest_of(replace(moved, policy="")), sample.digest}) == 3
