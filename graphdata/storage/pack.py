"""Packs: a network as JSON Lines in one zip, with the digest of each part, written the same way every time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from math import isfinite
from pathlib import Path
from typing import TypeAlias

import msgspec

from graphdata.bulk import Told, no_one, part_of
from graphdata.collector import without_collector
from graphdata.linter.findings import quoted
from graphdata.network import Actor, Network, Relation
from graphdata.problems import DatasetError, Problem, errors_in
from graphdata.sourcing import Claim, Source
from graphdata.storage.archive import members_of, zipped
from graphdata.storage.datapackage import (
    descriptor_for,
    descriptor_in,
    digest_problem,
    ensure_untouched,
    head_in,
)
from graphdata.storage.digest import in_order
from graphdata.storage.files import PACK_LIMIT, bytes_of, refusal
from graphdata.storage.lines import lines_of, records_in
from graphdata.validate import problems_in_network

PACKAGE, POSITIONS = "datapackage.json", "positions.json"
ACTORS, SOURCES, RELATIONS, CLAIMS = "actors.jsonl", "sources.jsonl", "relations.jsonl", "claims.jsonl"
NEEDED = (PACKAGE, ACTORS, SOURCES, RELATIONS, CLAIMS)
Positions: TypeAlias = Mapping[str, tuple[float, float]]
_NO_CLAIMS = frozenset({"claims"})


def to_pack(network: Network, positions: Positions | None = None) -> bytes:
    """Return the network as a pack; the same content gives the same bytes, in whatever order it came."""
    ordered = in_order(network)
    bare = (msgspec.structs.replace(relation, claims=()) for relation in ordered.relations)
    claims = sorted(ordered.claims, key=lambda claim: claim.id)
    parts = {
        ACTORS: lines_of(ordered.actors),
        SOURCES: lines_of(ordered.sources),
        RELATIONS: lines_of(bare),
        CLAIMS: lines_of(claims),
    }
    if positions:
        parts[POSITIONS] = msgspec.json.encode(dict(positions), order="sorted")
    return zipped({PACKAGE: descriptor_for(ordered, parts), **parts})


def read_pack(source: Path | bytes, told: Told = no_one) -> Network:
    """Return the network of a pack, every digest compared, or raise a DatasetError; told hears how far it is."""
    with without_collector():
        members = _members(source)
        descriptor = descriptor_in(members[PACKAGE])
        ensure_untouched(descriptor, members)
        head = head_in(descriptor)
        network = in_order(_with_records(head, members, part_of(told, 0.1, 0.5)))
        told(0.6)
        if network.digest != head.digest:
            raise digest_problem(head.digest, network.digest)
        problems = problems_in_network(network, told=part_of(told, 0.6, 1.0))
    if errors_in(problems):
        raise DatasetError(problems)
    return network


def positions_in_pack(source: Path | bytes) -> dict[str, tuple[float, float]]:
    """Return where the actors of a pack were drawn, empty where it does not say, or raise a DatasetError."""
    members = _members(source)
    ensure_untouched(descriptor_in(members[PACKAGE]), members)
    try:
        found = msgspec.json.decode(members.get(POSITIONS, b"{}"), type=dict[str, tuple[float, float]])
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as fault:
        message = f"this is not a list of positions: {quoted(fault)}."
        raise refusal(POSITIONS, message, "Export the pack again.", "positions") from None
    if not all(isfinite(x) and isfinite(y) for x, y in found.values()):
        raise refusal(POSITIONS, "a position is not a finite number.", "Export the pack again.", "positions")
    return found


def _members(source: Path | bytes) -> dict[str, bytes]:
    place = "the pack" if isinstance(source, bytes) else source.name
    data = source if isinstance(source, bytes) else bytes_of(source, place, PACK_LIMIT)
    members = members_of(data, frozenset({*NEEDED, POSITIONS}), place)
    missing = [name for name in NEEDED if name not in members]
    if missing:
        message = f"the pack lacks {', '.join(missing)}."
        raise refusal(place, message, "Export the pack again, or take it from a backup.", "pack-damaged")
    return members


def _with_records(head: Network, members: Mapping[str, bytes], told: Told) -> Network:
    relations = records_in(members[RELATIONS], Relation, RELATIONS, _NO_CLAIMS, part_of(told, 0.0, 0.3))
    claims = records_in(members[CLAIMS], Claim, CLAIMS, told=part_of(told, 0.3, 1.0))
    return msgspec.structs.replace(
        head,
        actors=tuple(records_in(members[ACTORS], Actor, ACTORS)),
        sources=tuple(records_in(members[SOURCES], Source, SOURCES)),
        relations=_joined(relations, claims),
    )


def _joined(relations: list[Relation], claims: list[Claim]) -> tuple[Relation, ...]:
    """Give each relation its claims; a claim of an unknown relation, or one outside claims.jsonl, is refused."""
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        found[claim.relation].append(claim)
    strays = found.keys() - {relation.id for relation in relations}
    strays |= {relation.id for relation in relations if relation.claims}
    if strays:
        raise DatasetError(_stray(relation) for relation in sorted(strays))
    return tuple(msgspec.structs.replace(relation, claims=tuple(found[relation.id])) for relation in relations)


def _stray(relation: str) -> Problem:
    message = f"the claims of {quoted(relation)} have no relation in relations.jsonl, or stand outside claims.jsonl."
    return Problem(CLAIMS, message, "Export the pack again.", "unknown-id")
