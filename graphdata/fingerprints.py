"""Eight signs that stand for a record: enough to see that it was edited, too few to tell anything of what it says."""

from __future__ import annotations

import hashlib
from typing import Final

import msgspec

from graphdata.view import View

SIGNS: Final = 8
MOST: Final = 5000  # relations; of larger views the digest of the whole dataset has to do
_ENCODER: Final = msgspec.json.Encoder(order="sorted")


def fingerprint(record: msgspec.Struct) -> str:
    """Return the first signs of the SHA-256 over every field of a record."""
    return hashlib.sha256(_ENCODER.encode(record)).hexdigest()[:SIGNS]


def fingerprints_of(view: View) -> dict[str, str]:
    """Return the fingerprint of each actor, relation and source on show by its id, none where there are too many.

    A relation is taken with the claims that the view counts: what a ceiling keeps back leaves no trace.
    """
    if len(view.relations) > MOST:
        return {}
    known = view.network.source
    sources = (known[each] for each in view.sources if each in known)
    found = {each.id: fingerprint(each) for each in view.actors}
    found |= {each.id: fingerprint(each) for each in view.relations}
    return found | {each.id: fingerprint(each) for each in sources}
