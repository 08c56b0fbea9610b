"""The head of a pack: a Data Package descriptor that names every part with its size and its digest."""

from __future__ import annotations

import hashlib
import re
from typing import Any

import msgspec

from graphdata.linter.findings import field_in_words, printable, quoted
from graphdata.network import Network
from graphdata.problems import DatasetError, Problem
from graphdata.sourcing import Source
from graphdata.storage.fields import faults_in
from graphdata.storage.files import refusal

FORMAT = 1
PLACE = "datapackage.json"
SCHEMA = "https://datapackage.org/profiles/2.0/datapackage.json"
_RECORDS = ("actors", "sources", "relations")
_LICENCE_NAME = re.compile(r"[-a-zA-Z0-9._]+")
_ENCODER = msgspec.json.Encoder(order="deterministic")


class Part(msgspec.Struct, frozen=True):
    """One resource: where it is in the pack, how long it is, and its digest."""

    path: str
    bytes: int
    hash: str


class Descriptor(msgspec.Struct, frozen=True):
    """What the reader needs of a descriptor; the rest is for other programs."""

    resources: tuple[Part, ...]
    format: int
    network: dict[str, Any]


def descriptor_for(network: Network, parts: dict[str, bytes]) -> bytes:
    """Return the descriptor of a network in order, with the parts that stand beside it in the pack."""
    whole = {
        "$schema": SCHEMA,
        "name": network.id,
        "title": network.title,
        "version": network.version,
        "licenses": [_licence(network.licence)] if network.licence else None,
        "sources": [_bibliographic(source) for source in network.sources] or None,
        "resources": [_resource(path, data) for path, data in parts.items()],
        "format": FORMAT,
        "network": _head(network),
    }
    told = {key: value for key, value in whole.items() if value is not None}
    return msgspec.json.format(_ENCODER.encode(told), indent=2) + b"\n"


def _licence(said: str) -> dict[str, str]:
    return {"name": said} if _LICENCE_NAME.fullmatch(said) else {"name": "other", "title": said}


def _bibliographic(source: Source) -> dict[str, str]:
    web = source.url.startswith(("http://", "https://"))
    return {"title": source.title, **({"path": source.url} if web else {})}


def _resource(path: str, data: bytes) -> dict[str, Any]:
    name, _, ending = path.partition(".")
    digest = f"sha256:{hashlib.sha256(data).hexdigest()}"
    kinds = {"name": name, "path": path, "format": ending, "mediatype": f"application/{ending}", "encoding": "utf-8"}
    return {**kinds, "bytes": len(data), "hash": digest}


def _head(network: Network) -> dict[str, Any]:
    return {name: getattr(network, name) for name in network.__struct_fields__ if name not in _RECORDS}


def descriptor_in(data: bytes) -> Descriptor:
    """Return the descriptor of a pack, or raise a DatasetError; a later format is refused by name."""
    try:
        found = msgspec.json.decode(data, type=Descriptor)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as fault:
        message = f"it does not describe a pack: {printable(str(fault))[:160]}."
        raise refusal(PLACE, message, "Export the pack again.", "pack-damaged") from None
    if found.format != FORMAT:
        message = f"the pack has format {found.format}, and this version of Entente reads format {FORMAT}."
        raise refusal(PLACE, message, "Open it with a newer version.", "pack-too-new")
    return found


def ensure_untouched(descriptor: Descriptor, members: dict[str, bytes]) -> None:
    """Compare every part with its size and digest; raise one DatasetError for all that differ."""
    told = {part.path: part for part in descriptor.resources}
    problems = [_difference(name, told.get(name), members.get(name)) for name in sorted({*told, *members} - {PLACE})]
    found = [problem for problem in problems if problem]
    if found:
        raise DatasetError(found)


def _difference(name: str, part: Part | None, data: bytes | None) -> Problem | None:
    place = printable(name)[:80]
    if part is None or data is None:
        message = "it is in the pack and not in its list." if data is not None else "it is missing from the pack."
        return Problem(place, message, "Export the pack again.", "pack-damaged")
    digest = f"sha256:{hashlib.sha256(data).hexdigest()}"
    if (len(data), digest) == (part.bytes, part.hash):
        return None
    message = f"its content is not what the pack says it is ({len(data)} bytes, {digest[:19]}…)."
    return Problem(place, message, "Take the pack from its source again.", "pack-damaged")


def head_in(descriptor: Descriptor) -> Network:
    """Return the network that a descriptor announces, still without records."""
    faults = faults_in(descriptor.network, Network, frozenset(_RECORDS))
    if faults:
        raise DatasetError(
            Problem(f"{PLACE}, network.{field_in_words(fault.path)}", fault.message, fault.remedy, fault.rule)
            for fault in faults
        )
    return msgspec.convert(descriptor.network, Network)


def digest_problem(told: str, found: str) -> DatasetError:
    """Return the error for a pack whose records do not add up to the digest it carries."""
    message = f"the network has the digest {found[:12]}…, and the pack says {quoted(told[:12])}."
    return refusal(PLACE, message, "Take the pack from its source again.", "digest")
