"""The years worth writing after a key that takes a date: those in which something of what is on show happens."""

from __future__ import annotations

from datetime import date
from typing import Final

import numpy as np

from graphdata.arrays import Ints
from graphdata.claim_columns import FAR_FUTURE, FAR_PAST
from graphdata.counts import let_through
from graphdata.facts import caseload_of
from graphdata.query.keys import Key
from graphdata.view import View

EPOCH: Final = date(1970, 1, 1).toordinal()  # from which numpy counts days
HAPPENS: Final = {
    "since": ("relation", "first attested"),
    "until": ("relation", "last attested"),
    "as-of": ("claim", "dating from then"),
    "known-by": ("claim", "published"),
}


def years_of(key: Key, view: View) -> list[tuple[str, str]]:
    """Return the years, the last first, with how many relations begin or end or claims date from or appear in each.

    They are those of the relations that every chip but the one of the key lets through.
    """
    days = _days(key, view.now)
    dated = days[(days > FAR_PAST) & (days < FAR_FUTURE)]
    years, counts = np.unique((dated - EPOCH).astype("datetime64[D]").astype("datetime64[Y]"), return_counts=True)
    thing, happens = HAPPENS[key.word]
    found = zip((years.astype(np.int64) + 1970).tolist(), counts.tolist(), strict=True)
    return [(f"{year:04}", f"{number} {thing}{'s' * (number != 1)} {happens}") for year, number in reversed([*found])]


def _days(key: Key, view: View) -> Ints:
    """Return the days, as ordinals, that a date after a key can part; undated ones are far off."""
    left = let_through(view, key.field)
    if key.field == "period":
        return (view.facts.first if key.word == "since" else view.facts.latest)[left]
    rows = caseload_of(view.network).claims.rows
    return (rows.begins if key.field == "as_of" else rows.issued)[left[rows.relation]]
