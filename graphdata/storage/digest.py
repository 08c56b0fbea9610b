"""One order and one fingerprint for a network, whatever form it was stored in."""

from __future__ import annotations

import hashlib

import msgspec

from graphdata.network import Actor, Network, Relation
from graphdata.sourcing import Claim, Source
from graphdata.storage.defaults import settled

_ENCODER = msgspec.json.Encoder(order="sorted")


def in_order(network: Network) -> Network:
    """Return the network with every record sorted by id and its digest filled in: what each reader hands on."""
    ordered = settled(_sorted(network))
    return msgspec.structs.replace(ordered, digest=_digest(ordered))


def digest_of(network: Network) -> str:
    """Return the SHA-256 over everything the network holds but the digest itself; the order of records is no matter."""
    return _digest(settled(_sorted(network)))


def _digest(ordered: Network) -> str:
    head = msgspec.structs.replace(ordered, digest="", actors=(), sources=(), relations=())
    digest = hashlib.sha256(_ENCODER.encode(head))
    for records in (ordered.actors, ordered.sources, ordered.relations):
        digest.update(b"\n")
        for record in records:
            digest.update(_ENCODER.encode(record) + b"\n")
    return digest.hexdigest()


def _sorted(network: Network) -> Network:
    return msgspec.structs.replace(
        network,
        actors=tuple(sorted(network.actors, key=_by_id)),
        sources=tuple(sorted(network.sources, key=_by_id)),
        relations=tuple(sorted(map(_with_sorted_claims, network.relations), key=_by_id)),
    )


def _with_sorted_claims(relation: Relation) -> Relation:
    ordered = tuple(sorted(relation.claims, key=_by_id))
    return relation if ordered == relation.claims else msgspec.structs.replace(relation, claims=ordered)


def _by_id(record: Actor | Source | Relation | Claim) -> str:
    return record.id
