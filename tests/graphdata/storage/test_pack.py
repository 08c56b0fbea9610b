"""A pack gives back the network it was made from, and refuses every damage in words."""

from __future__ import annotations

import gc
import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from graphdata.network import Actor, Name, Network, Relation
from graphdata.problems import DatasetError
from graphdata.sourcing import Asserts, Claim, Link, Locator, Source
from graphdata.storage.digest import digest_of, in_order
from graphdata.storage.pack import positions_in_pack, read_pack, to_pack
from graphdata.storage.reading import read_network

words = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S"]), min_size=1, max_size=40)
slugs = st.from_regex(r"[a-z0-9][a-z0-9-]{0,8}", fullmatch=True)
dates = st.sampled_from(["", "2023", "2023-03", "2023-03-27", "2022/2024", "2022-02/.."])
numbers = st.none() | st.floats(allow_nan=False, allow_infinity=False, width=32) | st.integers(-9999, 9999)
plain = st.recursive(
    words | st.integers(-9999, 9999) | st.booleans() | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=8,
)


@st.composite
def networks(draw: st.DrawFn) -> Network:
    """Draw a network whose records fit together."""
    actors = [draw(actor_named(slug)) for slug in draw(st.lists(slugs, min_size=2, max_size=5, unique=True))]
    sources = [draw(source_named(slug)) for slug in draw(st.lists(slugs, min_size=1, max_size=4, unique=True))]
    names = draw(st.lists(slugs, max_size=4, unique=True))
    relations = [draw(relation_named(slug, actors, sources)) for slug in names]
    head = Network(id=draw(slugs), title=draw(words), version=draw(words), as_of=draw(dates), licence=draw(words))
    return replace(head, actors=tuple(actors), sources=tuple(sources), relations=tuple(relations))


def actor_named(slug: str) -> st.SearchStrategy[Actor]:
    names = st.lists(st.builds(Name, text=words, type=st.sampled_from(["official", "alias"])), min_size=1, max_size=3)
    return st.builds(Actor, id=st.just(f"actor:{slug}"), kind=st.just("firm"), names=names.map(tuple), note=words)


def source_named(slug: str) -> st.SearchStrategy[Source]:
    csl = st.dictionaries(words.filter(lambda word: word not in {"issued", "URL"}), plain, max_size=3)
    return st.builds(Source, id=st.just(f"src:{slug}"), csl=csl, read=st.booleans(), marking=words)


def relation_named(slug: str, actors: list[Actor], sources: list[Source]) -> st.SearchStrategy[Relation]:
    name = f"rel:{slug}"
    asserts = st.none() | st.builds(Asserts, value=numbers, unit=words)
    claim = st.builds(
        Claim,
        id=st.just(f"clm:{slug}"),
        relation=st.just(name),
        aspect=st.just("exists"),
        stance=st.sampled_from(["supports", "contradicts"]),
        basis=st.just("reported"),
        summary=words,
        locator=st.builds(Locator, label=words, value=words),
        chain=st.builds(lambda source: (Link(node=source.id, role="origin"),), st.sampled_from(sources)),
        asserts=asserts,
        when=dates,
        credibility=st.sampled_from([2, 3, 4, 6]),
    )
    return st.builds(
        Relation,
        id=st.just(name),
        domain=st.just("money"),
        kind=st.just("loan"),
        giver=st.just(actors[0].id),
        receiver=st.just(actors[1].id),
        summary=words,
        claims=claim.map(lambda made: (made,)),
    )


@given(networks())
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_a_pack_gives_back_its_network(network: Network) -> None:
    packed = to_pack(network)
    read = read_pack(packed)
    assert read == in_order(network)
    assert read.digest == digest_of(network)
    assert to_pack(read) == packed


def test_dossiers_and_pack_hold_the_same(sample: Network, tmp_path: Path) -> None:
    file = tmp_path / "sample.ententepack"
    file.write_bytes(to_pack(sample))
    assert read_network(file) == sample


def test_the_order_of_records_leaves_no_trace(sample: Network) -> None:
    turned = replace(sample, actors=sample.actors[::-1], relations=sample.relations[::-1])
    assert to_pack(turned) == to_pack(sample)


def test_the_descriptor_is_a_data_package(sample: Network) -> None:
    with zipfile.ZipFile(io.BytesIO(to_pack(sample))) as archive:
        package = msgspec.json.decode(archive.read("datapackage.json"))
        lines = archive.read("claims.jsonl").splitlines()
    assert (package["name"], package["licenses"]) == ("sample", [{"name": "CC-BY-4.0"}])
    assert [part["path"] for part in package["resources"]] == [
        "actors.jsonl",
        "sources.jsonl",
        "relations.jsonl",
        "claims.jsonl",
    ]
    assert [msgspec.json.decode(line)["id"] for line in lines] == ["clm:up-drones", "clm:up-wsj"]


def test_positions_travel_with_the_network(sample: Network) -> None:
    packed = to_pack(sample, {"actor:ru": (1.5, -2.0)})
    assert positions_in_pack(packed) == {"actor:ru": (1.5, -2.0)}
    assert read_pack(packed) == sample
    assert positions_in_pack(to_pack(sample)) == {}


@pytest.mark.parametrize("told", [b"[]", b'{"actor:ru": [1]}', b'{"actor:ru": [1e999, 0]}', b"[" * 100_000])
def test_positions_that_are_none(sample: Network, told: bytes) -> None:
    with pytest.raises(DatasetError, match=r"positions\.json"):
        positions_in_pack(repacked(to_pack(sample, {"actor:ru": (0, 0)}), "positions.json", told))


def repacked(pack: bytes, name: str, data: bytes, **package: Any) -> bytes:
    """Return the pack with one part exchanged and its digest made to fit."""
    import hashlib

    with zipfile.ZipFile(io.BytesIO(pack)) as archive:
        parts = {part: archive.read(part) for part in archive.namelist()}
    parts[name] = data
    described = {**msgspec.json.decode(parts["datapackage.json"]), **package}
    for part in described["resources"]:
        told = parts[part["path"]]
        part["bytes"], part["hash"] = len(told), f"sha256:{hashlib.sha256(told).hexdigest()}"
    if name != "datapackage.json":
        parts["datapackage.json"] = msgspec.json.encode(described)
    return zipped(parts)


def zipped(parts: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return file.getvalue()


def refusal_of(pack: bytes) -> str:
    with pytest.raises(DatasetError) as refused:
        read_pack(pack)
    return str(refused.value)


def test_a_changed_part_is_seen(sample: Network) -> None:
    pack = to_pack(sample)
    with zipfile.ZipFile(io.BytesIO(pack)) as archive:
        parts = {part: archive.read(part) for part in archive.namelist()}
    parts["actors.jsonl"] = parts["actors.jsonl"].replace(b"Russia", b"Prussia")
    assert "its content is not what the pack says it is" in refusal_of(zipped(parts))


def test_a_changed_record_is_seen_even_when_its_part_is_described_anew(sample: Network) -> None:
    with zipfile.ZipFile(io.BytesIO(to_pack(sample))) as archive:
        actors = archive.read("actors.jsonl").replace(b"Russia", b"Prussia")
    assert "[digest]" in refusal_of(repacked(to_pack(sample), "actors.jsonl", actors))


def test_faults_of_records_are_told_line_by_line(sample: Network) -> None:
    lines = b'{"id":"actor:x","kind":"stat","names":[]}\n{"id":"actor:y"}\nnot json\n'
    told = refusal_of(repacked(to_pack(sample), "actors.jsonl", lines))
    assert "actors.jsonl, line 1, 'actor:x', kind: 'stat' is not in the list." in told
    assert "actors.jsonl, line 1, 'actor:x', names: the list is empty." in told
    assert "actors.jsonl, line 2, 'actor:y', names: the key 'names' is missing." in told
    assert "actors.jsonl, line 3: this is not JSON" in told


def test_hidden_characters_are_refused(sample: Network) -> None:
    name = '{"id":"actor:ru","kind":"state","names":[{"text":"Ru\\u202essia"}]}'
    assert "U+202E" in refusal_of(repacked(to_pack(sample), "actors.jsonl", name.encode()))


def test_claims_without_a_relation_are_refused(sample: Network) -> None:
    assert "have no relation" in refusal_of(repacked(to_pack(sample), "relations.jsonl", b""))


def test_records_that_do_not_fit_together_are_refused(with_relation: Callable[..., Network]) -> None:
    assert "[unknown-id]" in refusal_of(to_pack(with_relation(receiver="actor:x")))


def test_a_later_format_asks_for_a_newer_version(sample: Network) -> None:
    told = refusal_of(repacked(to_pack(sample), "actors.jsonl", b"", format=9))
    assert "Open it with a newer version." in told


def test_a_missing_part_is_named(sample: Network) -> None:
    with zipfile.ZipFile(io.BytesIO(to_pack(sample))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist() if name != "claims.jsonl"}
    assert "the pack lacks claims.jsonl." in refusal_of(zipped(parts))


def test_the_collector_is_on_again_after_a_refusal() -> None:
    refusal_of(b"no zip")
    assert gc.isenabled()


@given(st.data())
@settings(max_examples=400, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_damage_anywhere_changes_nothing_or_is_refused(sample: Network, data: st.DataObject) -> None:
    pack = to_pack(sample)
    at = data.draw(st.integers(0, len(pack) - 1))
    cut = data.draw(st.integers(0, 40))
    damaged = pack[:at] + data.draw(st.binary(max_size=8)) + pack[at + cut :]
    told = outcome_of(damaged)
    assert told == sample or all(line.isprintable() for line in told)


def outcome_of(pack: bytes) -> Any:
    """Return the network, or what was told about the pack; anything else fails the test."""
    try:
        return read_pack(pack)
    except DatasetError as refused:
        return tuple(str(problem) for problem in refused.problems)


@given(st.sampled_from(["actors.jsonl", "sources.jsonl", "relations.jsonl", "claims.jsonl"]), st.data())
@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_damage_that_is_described_correctly_is_refused_too(sample: Network, name: str, data: st.DataObject) -> None:
    with zipfile.ZipFile(io.BytesIO(to_pack(sample))) as archive:
        part = archive.read(name)
    at = data.draw(st.integers(0, len(part) - 1))
    damaged = part[:at] + data.draw(st.binary(max_size=4)) + part[at + data.draw(st.integers(0, 9)) :]
    told = outcome_of(repacked(to_pack(sample), name, damaged))
    assert told == sample or "error: " in told[0]
