"""What filters ask of the relations of a network, as arrays: drawn up once per network and cut, and kept with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt
from msgspec.structs import replace

from graphdata.bulk import without_collector
from graphdata.chains import Index
from graphdata.confidence import RelationAssessment, assess_network
from graphdata.network import Network, Relation
from graphdata.ruleset import FLAGS, Cut, Override
from graphdata.vocabulary import is_hostile

KEPT_CUTS: Final = 6  # assessments of so many cuts stay with a network
FAR_PAST, FAR_FUTURE = 0, 10_000_000  # ordinals of days where nothing bounds a span
Bools = npt.NDArray[np.bool_]
Ints = npt.NDArray[np.int64]


class Column(NamedTuple):
    """One property of every relation, as places in a list of words."""

    words: tuple[str, ...]
    codes: Ints

    def among(self, wanted: Iterable[str]) -> Bools:
        """Return for each row whether its word is wanted."""
        listed = frozenset(wanted)
        return np.array([word in listed for word in self.words], np.bool_)[self.codes]


class Fixed(NamedTuple):
    """What filters ask about relations whatever the cut; every array is in the order of the relations."""

    domain: Column
    kind: Column
    giver: Column
    receiver: Column
    hostile: Bools


class Facts(NamedTuple):
    """What filters ask about relations under one cut; behind pairs places of relations with their sources."""

    network: Network
    fixed: Fixed
    assessments: Mapping[str, RelationAssessment]
    status: Column
    level: Ints
    origins: Ints
    flags: Mapping[str, Bools]
    first: Ints
    last: Ints
    undated: Bools
    emptied: Bools
    behind: Ints
    source: Column


def facts_of(network: Network, cut: Cut) -> Facts:
    """Return what filters ask of a network under a cut; the last few cuts are kept with the network."""
    kept: dict[Cut, Facts] = network.__dict__.setdefault("_facts", {})
    facts = kept.pop(cut, None) or _facts(network, cut)
    kept[cut] = facts
    for oldest in list(kept)[:-KEPT_CUTS]:
        kept.pop(oldest, None)
    return facts


def _facts(network: Network, cut: Cut) -> Facts:
    """Return the facts of a network under a cut, from one assessment of all its relations."""
    index = _index(network)
    with without_collector():
        assessments = assess_network(index, cut)
    found = [assessments[relation.id] for relation in network.relations]
    return Facts(
        network=network,
        fixed=_fixed(network),
        assessments=assessments,
        status=_column(each.status for each in found),
        level=_ints(each.level for each in found),
        origins=_ints(each.headline.origins for each in found),
        flags=_flags([each.headline.flags for each in found]),
        first=_ints(each.first.toordinal() if each.first else FAR_PAST for each in found),
        last=_ints(each.last.toordinal() if each.last and not each.ongoing else FAR_FUTURE for each in found),
        undated=bools(each.undated for each in found),
        emptied=bools(_is_emptied(each, index, network.relation[each.relation]) for each in found),
        behind=np.repeat(np.arange(len(found)), _ints(len(each.sources) for each in found)),
        source=_column(source for each in found for source in each.sources),
    )


def _flags(flagged: list[tuple[str, ...]]) -> dict[str, Bools]:
    """Return for each flag which relations carry it."""
    columns = {flag: np.zeros(len(flagged), np.bool_) for flag in FLAGS}
    for place, flags in enumerate(flagged):
        for flag in flags:
            columns[flag][place] = True
    return columns


def _index(network: Network) -> Index:
    """Return what confidence knows of a network, made once: another cut then costs less than the first."""
    found: Index = network.__dict__.setdefault("_index", None) or Index(network)
    network.__dict__["_index"] = found
    return found


def _fixed(network: Network) -> Fixed:
    """Return what does not depend on the cut, kept with the network."""
    kept = network.__dict__
    if "_fixed" not in kept:
        relations = network.relations
        kept["_fixed"] = Fixed(
            domain=_column(relation.domain for relation in relations),
            kind=_column(relation.kind for relation in relations),
            giver=_column(relation.giver for relation in relations),
            receiver=_column(relation.receiver for relation in relations),
            hostile=bools(is_hostile(relation.domain, relation.kind) for relation in relations),
        )
    found: Fixed = kept["_fixed"]
    return found


def overridden(facts: Facts, overrides: Mapping[str, Override]) -> Facts:
    """Return the facts with the analyst's own levels in place of the computed ones, which stay beside them."""
    known = {key: override for key, override in overrides.items() if key in facts.assessments}
    if not known:
        return facts
    changed = {key: replace(facts.assessments[key], override=override) for key, override in known.items()}
    assessments = {**facts.assessments, **changed}
    return facts._replace(assessments=assessments, level=_ints(each.level for each in assessments.values()))


def _is_emptied(assessment: RelationAssessment, index: Index, relation: Relation) -> bool:
    """Return whether the cut leaves no claim of a relation that has some; one without any stays a hollow line."""
    if any(each.supports or each.contradicts or each.qualifies for each in assessment.aspects.values()):
        return False
    return any(index.path(claim).live for claim in relation.claims)


def _column(words: Iterable[str]) -> Column:
    """Return words as places in the list of the different ones, in the order of their first use."""
    places: dict[str, int] = {}
    codes = [places.setdefault(word, len(places)) for word in words]
    return Column(tuple(places), np.array(codes, np.int64))


def _ints(values: Iterable[int]) -> Ints:
    return np.fromiter(values, np.int64)


def bools(values: Iterable[bool]) -> Bools:
    """Return truths as an array."""
    return np.fromiter(values, np.bool_)
