"""Answers about time: what changed, and what there was month by month."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

import numpy as np

from graphdata.network import Network
from graphdata.questions.answers import Answer, Line, joined_labels
from graphdata.questions.comparing import Comparison
from graphdata.questions.standings import CHANGES
from graphdata.questions.timeline import Counts, Timeline
from graphdata.vocabulary import DOMAIN_LABELS, DOMAINS


def comparison_answer(found: Comparison, network: Network, cancelled: Callable[[], bool] = lambda: False) -> Answer:
    """Return what changed from one view to another; relations that stayed the same are counted, not listed."""
    listed = (each for each, change in found.changes.items() if change != "same" and not cancelled())
    lines = tuple(
        Line(
            (CHANGES[e.change], e.ends, DOMAIN_LABELS[e.domain], e.summary, "; ".join(e.respects)),
            "relation",
            e.relation,
        )
        for e in found.said_of(listed)
    )
    actors = [("Actors added", found.actors_added), ("Actors gone", found.actors_gone)]
    notes = tuple(f"{head}: {joined_labels(network, named)}." for head, named in actors if named)
    heads = ("Change", "Between", "Domain", "Dealing", "In what respect")
    return Answer("What changed?", found.sentence, heads, lines, notes)


def timeline_answer(found: Timeline) -> Answer:
    """Return relations, claims and publications by month; months in which nothing changes share a line."""
    parts = (("Relations", found.relations), ("Claims", found.claims), ("Published", found.published))
    counts = np.concatenate([series.counts for _, series in parts])
    heads = ("Months", *(f"{name}, {DOMAIN_LABELS[domain].lower()}" for name, _ in parts for domain in DOMAINS))
    undated = (f"{name.lower()} {sum(series.undated.values())}" for name, series in parts)
    sentence = f"From {found.months[0]} to {found.months[-1]}." if found.months else "Nothing has a date."
    notes = (f"Without a date: {', '.join(undated)}.",)
    return Answer("What was there, month by month?", sentence, heads, tuple(_runs(found.months, counts)), notes)


def _runs(months: tuple[str, ...], counts: Counts) -> Iterator[Line]:
    """Yield one line for each run of months with the same counts, leaving out those with nothing at all."""
    if not months:
        return
    breaks = np.flatnonzero((counts[:, 1:] != counts[:, :-1]).any(axis=0)) + 1
    for first, last in pairwise([0, *breaks.tolist(), len(months)]):
        if counts[:, first].any():
            span = months[first] if last - first == 1 else f"{months[first]} to {months[last - 1]}"
            yield Line((span, *(str(int(count)) for count in counts[:, first])))
