"""What filters ask of the relations of a network, as arrays: drawn up once per network and cut, and kept with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final, NamedTuple

import numpy as np

from graphdata.arrays import Bools, Ints
from graphdata.bulk import kept_with
from graphdata.caseload import Caseload
from graphdata.chains import Index
from graphdata.claim_columns import FAR_FUTURE, FAR_PAST, Ragged
from graphdata.collector import without_collector
from graphdata.confidence import Assessments
from graphdata.network import Network
from graphdata.patterns import FLAG_BIT
from graphdata.rules import bounds_of
from graphdata.ruleset import RULESET_1, Cut, Override
from graphdata.vocabulary import STATUS_WORDS, is_hostile

KEPT_CUTS: Final = 6  # assessments of so many cuts stay with a network


class Column(NamedTuple):
    """One property of every relation, as places in a list of words."""

    words: tuple[str, ...]
    codes: Ints

    def among(self, wanted: Iterable[str]) -> Bools:
        """Return for each row whether its word is wanted."""
        listed = frozenset(wanted)
        return np.array([word in listed for word in self.words], np.bool_)[self.codes]


class Fixed(NamedTuple):
    """What filters ask about relations whatever the cut; every array is in the order of the relations.

    Gives and takes are the places of giver and receiver among the actors, -1 for one that no record explains.
    """

    domain: Column
    kind: Column
    giver: Column
    receiver: Column
    hostile: Bools
    mutual: Bools
    gives: Ints
    takes: Ints


class Facts(NamedTuple):
    """What filters ask of relations under one cut; pairs hold places of relations beside origins and documents.

    Behind are places of relations beside the sources that count for them. Lines keeps what ties are made of. Last is
    far ahead where a claim leaves its end open; latest is the last day named all the same.
    """

    network: Network
    fixed: Fixed
    assessments: Assessments
    status: Column
    level: Ints
    origins: Ints
    documents: Ints
    flags: Mapping[str, Bools]
    first: Ints
    last: Ints
    latest: Ints
    undated: Bools
    emptied: Bools
    behind: Ints
    source: Column
    origin_pairs: Ragged
    document_pairs: Ragged
    lines: dict[str, Any]


def facts_of(network: Network, cut: Cut) -> Facts:
    """Return what filters ask of a network under a cut; the last few cuts are kept with the network."""
    kept: dict[Cut, Facts] = network.__dict__.setdefault("_facts", {})
    facts = kept.pop(cut, None) or _facts(network, cut)
    kept[cut] = facts
    for oldest in list(kept)[:-KEPT_CUTS]:
        kept.pop(oldest, None)
    return facts


def _facts(network: Network, cut: Cut) -> Facts:
    """Return the facts of a network under a cut, from one look at all its claims."""
    with without_collector():
        caseload = caseload_of(network)
        found = caseload.outcomes(bounds_of(cut, network.as_of, RULESET_1))
    undated = (found.first == FAR_FUTURE) & (found.last == FAR_PAST)
    return Facts(
        network=network,
        fixed=_fixed(network),
        assessments=Assessments(caseload.index, cut),
        status=Column((*STATUS_WORDS, ""), np.where(found.status < 0, len(STATUS_WORDS), found.status)),
        level=found.level,
        origins=found.origins,
        documents=found.documents,
        flags={flag: (found.flags & bit) != 0 for flag, bit in FLAG_BIT.items()},
        first=np.where(undated, FAR_PAST, found.first),
        last=np.where(undated | found.ongoing, FAR_FUTURE, found.last),
        latest=found.last,
        undated=undated,
        emptied=found.emptied,
        behind=found.source_pairs.rows,
        source=Column(caseload.claims.source_words, found.source_pairs.codes),
        origin_pairs=found.origin_pairs,
        document_pairs=found.document_pairs,
        lines={},
    )


def caseload_of(network: Network) -> Caseload:
    """Return what confidence knows of a network, made once: another cut then costs a fraction of the first."""
    return kept_with(network, "_caseload", lambda: Caseload(Index(network), RULESET_1))


def _fixed(network: Network) -> Fixed:
    """Return what does not depend on the cut, kept with the network."""
    return kept_with(network, "_fixed", lambda: _drawn_up(network))


def actor_places(network: Network) -> Mapping[str, int]:
    """Return the place of each actor among the actors of a network, kept with it."""
    return kept_with(network, "_actor_places", lambda: {each.id: at for at, each in enumerate(network.actors)})


def relation_places(network: Network) -> Mapping[str, int]:
    """Return the place of each relation among the relations of a network, kept with it."""
    return kept_with(network, "_relation_places", lambda: {each.id: at for at, each in enumerate(network.relations)})


def _drawn_up(network: Network) -> Fixed:
    """Return what does not depend on the cut."""
    relations, place = network.relations, actor_places(network)
    giver, receiver = (_column(getattr(each, end) for each in relations) for end in ("giver", "receiver"))
    gives, takes = (
        np.array([place.get(word, -1) for word in column.words], np.int64)[column.codes] for column in (giver, receiver)
    )
    return Fixed(
        domain=_column(relation.domain for relation in relations),
        kind=_column(relation.kind for relation in relations),
        giver=giver,
        receiver=receiver,
        hostile=bools(is_hostile(relation.domain, relation.kind) for relation in relations),
        mutual=bools(relation.direction == "mutual" for relation in relations),
        gives=gives,
        takes=takes,
    )


def overridden(facts: Facts, overrides: Mapping[str, Override]) -> Facts:
    """Return the facts with the analyst's own levels in place of the computed ones, which stay beside them."""
    places = relation_places(facts.network) if overrides else {}
    known = {key: override for key, override in overrides.items() if key in places}
    if not known:
        return facts
    level = facts.level.copy()
    level[[places[key] for key in known]] = [override.level for override in known.values()]
    return facts._replace(assessments=facts.assessments.overridden(known), level=level, lines={})


def _column(words: Iterable[str]) -> Column:
    """Return words as places in the list of the different ones, in the order of their first use."""
    places: dict[str, int] = {}
    codes = [places.setdefault(word, len(places)) for word in words]
    return Column(tuple(places), np.array(codes, np.int64))


def bools(values: Iterable[bool]) -> Bools:
    """Return truths as an array."""
    return np.fromiter(values, np.bool_)
