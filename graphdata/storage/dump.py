"""The whole network as one JSON object: the lossless form that other programs read."""

from __future__ import annotations

from typing import Any

import msgspec

from graphdata.network import Network
from graphdata.storage.digest import in_order

RECORDS = ("actors", "sources", "relations")


def dump(network: Network) -> bytes:
    """Return the network as indented JSON, every field spelt out, the same bytes for the same content."""
    spelt = _spelt(in_order(network))
    head = {name: value for name, value in spelt.items() if name not in RECORDS}
    whole = {"network": head, **{name: spelt[name] for name in RECORDS}}
    return msgspec.json.format(msgspec.json.encode(whole), indent=2) + b"\n"


def _spelt(value: object) -> Any:  # noqa: ANN401 - a tree of plain values
    """Return records as tables with their defaults, which the stored forms leave out."""
    if isinstance(value, msgspec.Struct):
        return {name: _spelt(getattr(value, name)) for name in value.__struct_fields__}
    if isinstance(value, dict):
        return {key: _spelt(value[key]) for key in sorted(value)}
    return [_spelt(item) for item in value] if isinstance(value, (tuple, list)) else value
