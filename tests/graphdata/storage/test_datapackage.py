"""The head of a pack describes its parts, and differences are told part by part."""

from __future__ import annotations

import msgspec
import pytest
from msgspec.structs import replace

from graphdata.network import Network
from graphdata.problems import DatasetError
from graphdata.storage.datapackage import descriptor_for, descriptor_in, ensure_untouched, head_in


def test_the_head_comes_back(sample: Network) -> None:
    head = head_in(descriptor_in(descriptor_for(sample, {})))
    assert head == replace(sample, actors=(), sources=(), relations=())


def test_every_difference_is_told(sample: Network) -> None:
    descriptor = descriptor_in(descriptor_for(sample, {"a.jsonl": b"1", "b.jsonl": b"2"}))
    ensure_untouched(descriptor, {"a.jsonl": b"1", "b.jsonl": b"2", "datapackage.json": b""})
    with pytest.raises(DatasetError) as refused:
        ensure_untouched(descriptor, {"a.jsonl": b"x", "c.jsonl": b""})
    assert [(problem.place, problem.message[:21]) for problem in refused.value.problems] == [
        ("a.jsonl", "its content is not wh"),
        ("b.jsonl", "it is missing from th"),
        ("c.jsonl", "it is in the pack and"),
    ]


@pytest.mark.parametrize(("licence", "told"), [("CC-BY-4.0", "CC-BY-4.0"), ("All rights reserved", "other")])
def test_a_licence_has_a_name(sample: Network, licence: str, told: str) -> None:
    found = msgspec.json.decode(descriptor_for(replace(sample, licence=licence), {}))
    assert found["licenses"][0]["name"] == told


def test_addresses_of_sources_are_named_where_they_are_addresses(sample: Network) -> None:
    source = replace(sample.sources[0], csl={"title": "T", "URL": "javascript:alert(1)"})
    found = msgspec.json.decode(descriptor_for(replace(sample, sources=(source,)), {}))
    assert found["sources"] == [{"title": "T"}]


@pytest.mark.parametrize("data", [b"", b"[]", b'{"resources":[]}', b"\xff", b"[" * 100_000])
def test_what_describes_no_pack(data: bytes) -> None:
    with pytest.raises(DatasetError, match="does not describe a pack"):
        descriptor_in(data)


def test_faults_of_the_head_are_told(sample: Network) -> None:
    data = descriptor_for(sample, {}).replace(b'"id": "sample"', b'"id": "Not a slug", "colour": 1')
    with pytest.raises(DatasetError, match=r"network\.id.*\n.*|network\.colour") as refused:
        head_in(descriptor_in(data))
    assert {problem.rule for problem in refused.value.problems} == {"pattern", "unknown-key"}
