"""What every relation of a network amounts to under a cut: its claims, as far as the cut leaves them, judged in bulk.

The rules themselves stay in rules.py: patterns.py puts one group of each kind to them. What a relation amounts to in
all its detail is worked out when it is looked at (confidence.py); here is only what filters and the map ask of all.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

import numpy as np

from graphdata.arrays import Bools, Ints, distinct_pairs
from graphdata.chains import Index
from graphdata.claim_columns import FAR_FUTURE, FAR_PAST, SUPPORTS, Claims, Ragged, columns_of
from graphdata.patterns import Judged, Patterns
from graphdata.rules import Bounds
from graphdata.ruleset import Ruleset
from graphdata.vocabulary import STATUS_WORDS

BY_STATUS, BY_EXISTENCE = 1 << 40, 1 << 39


class Outcomes(NamedTuple):
    """What each relation amounts to, in their order; pairs name relations beside origins, documents and sources.

    Status is a place in the list of status words, -1 where no status has support.
    """

    status: Ints
    level: Ints
    origins: Ints
    flags: Ints
    documents: Ints
    first: Ints
    last: Ints
    ongoing: Bools
    emptied: Bools
    origin_pairs: Ragged
    document_pairs: Ragged
    source_pairs: Ragged


class Caseload:
    """What stays the same whatever the cut: the claims as arrays, their groups, and the patterns judged so far."""

    def __init__(self, index: Index, ruleset: Ruleset) -> None:
        """Draw up the claims of a network."""
        self.index = index
        self.claims = columns_of(index)
        rows = self.claims.rows
        named = rows.relation * max(1, len(self.claims.aspects)) + rows.aspect
        groups, self.group = np.unique(named, return_inverse=True)
        self.group_relation, aspect = np.divmod(groups, max(1, len(self.claims.aspects)))
        self.status = np.array([_status_place(word) for word in self.claims.aspects], np.int64)[aspect]
        self.exists = np.array([word == "exists" for word in self.claims.aspects], np.bool_)[aspect]
        by_name = {word: place for place, word in enumerate(sorted(self.claims.aspects))}
        self.by_name = np.array([by_name[word] for word in self.claims.aspects], np.int64)[aspect]
        self.patterns = Patterns(index, self.claims, self.group, ruleset)

    def outcomes(self, bounds: Bounds) -> Outcomes:
        """Return what every relation amounts to within bounds."""
        claims, relations = self.claims, self.claims.relations
        kept, current = kept_of(claims, bounds)
        judged = self.patterns.judged(np.flatnonzero(kept & current), bounds)
        head = self._headlines(judged, current)
        drawn = head >= 0
        at_head = np.zeros(len(self.group_relation), np.bool_)
        at_head[head[drawn]] = True
        counted = kept & current
        documents = _pairs(claims.documents, counted & at_head[self.group], claims)
        first, last, ongoing = spans_of(claims, counted)
        any_kept, any_live = (_any(claims, which) for which in (counted, claims.rows.live == 1))
        status = np.where(drawn & (_taken(judged.level, head, 0) > 0), _taken(self.status, head, -1), -1)
        return Outcomes(
            status=status,
            level=_taken(judged.level, head, 0),
            origins=_taken(judged.origins, head, 0),
            flags=_taken(judged.flags, head, 0),
            documents=np.bincount(documents.rows, minlength=relations),
            first=first,
            last=last,
            ongoing=ongoing,
            emptied=any_live & ~any_kept,
            origin_pairs=_origin_pairs(self.group_relation, at_head, judged.origin_pairs),
            document_pairs=documents,
            source_pairs=_pairs(claims.sources, counted, claims),
        )

    def _headlines(self, judged: Judged, current: Bools) -> Ints:
        """Return for each relation the group it is drawn at, -1 where no claim speaks of it.

        The furthest status with support, else "exists" with support, else the best supported aspect.
        """
        supported = judged.level > 0
        rank = (judged.level << 32) + (self.exists.astype(np.int64) << 31) + self.by_name
        rank[supported & self.exists] = BY_EXISTENCE
        by_status = supported & (self.status >= 0)
        rank[by_status] = BY_STATUS + self.status[by_status]
        present = np.zeros(len(rank), np.bool_)
        present[self.group[current]] = True
        spoken = np.flatnonzero(present)
        order = spoken[np.lexsort((rank[spoken], self.group_relation[spoken]))]
        head = np.full(self.claims.relations, -1, np.int64)
        head[self.group_relation[order]] = order  # of several under one relation the last is written last
        return head


def kept_of(claims: Claims, bounds: Bounds) -> tuple[Bools, Bools]:
    """Return which claims are in view, and which are not superseded by one that is."""
    rows = claims.rows
    kept = (rows.live == 1) & (rows.begins <= bounds.as_of) & (rows.issued <= bounds.known_by)
    if bounds.markings is not None:
        allowed = np.array([found <= bounds.markings for found in claims.marking_sets], np.bool_)
        kept &= allowed[rows.markings] if len(allowed) else True
    if bounds.struck:
        kept &= ~struck_claims(claims, bounds.struck)
    current = np.ones(len(kept), np.bool_)
    current[claims.replaced[kept[claims.replacing]]] = False
    return kept, current


def struck_claims(claims: Claims, struck: Collection[str]) -> Bools:
    """Return which claims are struck out, or came from or through something that is."""
    codes = np.array([claims.words[word] for word in struck if word in claims.words], np.int64)
    found = np.isin(claims.rows.key, codes)
    found[claims.ways.rows[np.isin(claims.ways.codes, codes)]] = True
    found[[claims.ids[word] for word in struck if word in claims.ids]] = True
    return found


def _status_place(aspect: str) -> int:
    """Return the place of a status in its list, -1 for any other aspect."""
    word = aspect.removeprefix("status:")
    return [*STATUS_WORDS].index(word) if aspect != word else -1


def _taken(values: Ints, places: Ints, otherwise: int) -> Ints:
    """Return the values at some places, another one where the place is -1."""
    found = np.full(len(places), otherwise, np.int64)
    there = places >= 0
    found[there] = values[places[there]]
    return found


def _any(claims: Claims, which: Bools) -> Bools:
    """Return for each relation whether it has any of some claims."""
    found = np.zeros(claims.relations, np.bool_)
    found[claims.rows.relation[which]] = True
    return found


def spans_of(claims: Claims, counted: Bools) -> tuple[Ints, Ints, Bools]:
    """Return the first and last day that supporting claims name for each relation, and which are left open."""
    rows = claims.rows
    stances = np.array([trait.stance for trait in claims.traits], np.int64)
    which = counted & (stances[rows.trait] == SUPPORTS) if len(stances) else counted
    relation = rows.relation[which]
    first, last = np.full(claims.relations, FAR_FUTURE), np.full(claims.relations, FAR_PAST)
    np.minimum.at(first, relation, rows.first[which])
    np.maximum.at(last, relation, rows.last[which])
    return first, last, _any(claims, which & (rows.ongoing == 1))


def _pairs(spread: Ragged, which: Bools, claims: Claims) -> Ragged:
    """Return each relation once beside each different word of some of its claims."""
    chosen = which[spread.rows]
    return Ragged(*distinct_pairs(claims.rows.relation[spread.rows[chosen]], spread.codes[chosen]))


def _origin_pairs(group_relation: Ints, at_head: Bools, pairs: Ragged) -> Ragged:
    """Return the relations beside the origins of their headlines."""
    chosen = at_head[pairs.rows]
    return Ragged(*distinct_pairs(group_relation[pairs.rows[chosen]], pairs.codes[chosen]))
