"""A few signs that stand for a record: enough to see that it was edited, too few to tell anything of what it says."""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

import msgspec

from graphdata.network import Actor, Relation
from graphdata.sourcing import Source
from graphdata.view import View

Described = Actor | Relation | Source

SIGNS: Final = 8  # of one record by its id
BYTES: Final = 3  # of one record among many: an edit is missed once in sixteen million times
MOST: Final = 5000  # relations; of more, those of all actors and of all relations are one row of signs each
ROWS: Final = ("actors", "relations")  # their names beside the ids of records, which have a colon
_ENCODER: Final = msgspec.json.Encoder(order="sorted")


def fingerprint(record: Described) -> str:
    """Return the first signs of the SHA-256 over every field of a record."""
    return _digest(record).hex()[:SIGNS]


def fingerprints_of(view: View) -> dict[str, str]:
    """Return the fingerprint of each actor, relation and source on show by its id; of many a row in order of their ids.

    A relation is taken with the claims that the view counts: what a ceiling keeps back leaves no trace.
    """
    found = {each.id: fingerprint(each) for each in _sources(view)}
    if len(view.relations) > MOST:
        rows: tuple[Sequence[Described], ...] = (view.actors, view.relations)
        return found | {name: _row(each) for name, each in zip(ROWS, rows, strict=True)}
    every: tuple[Described, ...] = (*view.actors, *view.relations)
    return found | {each.id: fingerprint(each) for each in every}


def spelt_out(kept: Mapping[str, str], actors: Iterable[str], relations: Iterable[str]) -> dict[str, str]:
    """Return the fingerprint of each record by its id, whether it was kept so or in a row; none of a damaged row."""
    found = {key: sign for key, sign in kept.items() if key not in ROWS}
    for name, ids in zip(ROWS, (actors, relations), strict=True):
        found |= _spelt(kept.get(name, ""), sorted(ids))
    return found


def edited_in(view: View, before: Mapping[str, str]) -> set[str]:
    """Return the ids of the records on show that have another fingerprint than before; one without any is not told."""
    records: tuple[Described, ...] = (*view.actors, *view.relations, *_sources(view))
    return {each.id for each in records if each.id in before and not _is_same(each, before[each.id])}


def _digest(record: Described) -> bytes:
    return hashlib.sha256(_ENCODER.encode(record)).digest()


def _sources(view: View) -> Iterator[Source]:
    """Yield the sources on show that the network describes."""
    known = view.network.source
    return (known[each] for each in view.sources if each in known)


def _row(records: Iterable[Described]) -> str:
    """Return the signs of many records, in the order of their ids."""
    return base64.b64encode(
        b"".join(_digest(each)[:BYTES] for each in sorted(records, key=lambda each: each.id))
    ).decode()


def _spelt(row: str, ids: Sequence[str]) -> dict[str, str]:
    """Return the signs of each record of a row by its id, in hexadecimal; nothing where the row is not of so many."""
    try:
        signs = base64.b64decode(row, validate=True).hex()
    except binascii.Error:
        return {}
    wide = 2 * BYTES
    if len(signs) != wide * len(ids):
        return {}
    return {key: signs[at : at + wide] for key, at in zip(ids, range(0, len(signs), wide), strict=True)}


def _is_same(record: Described, sign: str) -> bool:
    """Return whether a record is the one that some signs were taken of."""
    return bool(sign) and _digest(record).hex().startswith(sign)
