"""What one line of the map is: the relations on show, combined, with what the line may say of them all.

A line never claims more than its relations allow. It is solid as its best relation is, and names the worst beside it;
contested means that any of them is; single origin, dated, judgement only and hostile mean that all of them are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from graphdata.confidence import RelationAssessment
from graphdata.filter import CONTESTING
from graphdata.network import Relation
from graphdata.ruleset import ASSESSED_ONLY, DATED, SINGLE_ORIGIN, Level
from graphdata.vocabulary import DOMAIN_LABELS, DOMAINS, is_hostile, kind_label

if TYPE_CHECKING:
    from graphdata.view import View

Combine = Literal["relations", "ties", "pairs"]
COMBINE_LABELS: Final[dict[Combine, str]] = {
    "relations": "Every relation",
    "ties": "One line per domain and direction",
    "pairs": "One line per pair",
}


@dataclass(frozen=True, slots=True)
class Tie:
    """One line: who gives, who receives, and what holds for the relations it stands for."""

    id: str
    giver: str
    receiver: str
    mutual: bool
    domain: str
    relations: tuple[str, ...]
    level: Level
    worst: Level
    hostile: bool
    mixed: bool
    single_origin: bool
    contested: bool
    dated: bool
    assessed_only: bool
    origins: int
    documents: int
    label: str


def ties_of(view: View, combine: Combine = "ties") -> tuple[Tie, ...]:
    """Return the lines of a view, in an order that depends on nothing but the relations."""
    groups: dict[tuple[str, ...], list[Relation]] = defaultdict(list)
    for relation in sorted(view.relations, key=lambda relation: relation.id):
        groups[_KEYS[combine](relation)].append(relation)
    ties = [_tie(view, combine, relations) for relations in groups.values()]
    return tuple(sorted(ties, key=_rank))


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one <= other else (other, one)


def _ends(relation: Relation) -> tuple[str, str]:
    """Return giver and receiver; a mutual relation has its ends in one order, however it was written down."""
    if relation.direction == "mutual":
        return _pair(relation.giver, relation.receiver)
    return relation.giver, relation.receiver


def _tie_key(relation: Relation) -> tuple[str, ...]:
    act = "against" if is_hostile(relation.domain, relation.kind) else "support"
    return (*_ends(relation), relation.direction, relation.domain, act)


_KEYS: Final[dict[Combine, Callable[[Relation], tuple[str, ...]]]] = {
    "relations": lambda relation: (relation.id,),
    "ties": _tie_key,
    "pairs": lambda relation: _pair(relation.giver, relation.receiver),
}


def _tie(view: View, combine: Combine, relations: Sequence[Relation]) -> Tie:
    """Return the line for relations that belong together."""
    giver, receiver, mutual = _direction(relations)
    domains = {relation.domain for relation in relations}
    hostile = [is_hostile(relation.domain, relation.kind) for relation in relations]
    found = [view.assessments[relation.id] for relation in relations]
    levels = [each.level for each in found]
    flags = [frozenset(each.headline.flags) for each in found]
    return Tie(
        id=_id(combine, relations, mutual, all(hostile)),
        giver=giver,
        receiver=receiver,
        mutual=mutual,
        domain=domains.pop() if len(domains) == 1 else "",
        relations=tuple(relation.id for relation in relations),
        level=max(levels),
        worst=min(levels),
        hostile=all(hostile),
        mixed=any(hostile) and not all(hostile),
        single_origin=all(SINGLE_ORIGIN in each for each in flags),
        contested=any(each & CONTESTING for each in flags),
        dated=all(DATED in each for each in flags),
        assessed_only=all(ASSESSED_ONLY in each for each in flags),
        origins=_origins(found),
        documents=_documents(view, found),
        label=_label(relations),
    )


def _origins(found: Sequence[RelationAssessment]) -> int:
    """Return how many different origins support the headlines together; one origin behind two relations is one."""
    if len(found) == 1:
        return found[0].headline.origins
    return len({each.key for one in found for each in one.headline.classes if each.counts})


def _documents(view: View, found: Sequence[RelationAssessment]) -> int:
    """Return how many different documents speak of the headlines, whatever their stance."""
    heads = [one.headline for one in found]
    if len(heads) == 1:
        return heads[0].documents
    spoken = [(head.case.index, key) for head in heads for key in head.supports + head.contradicts + head.qualifies]
    return len({document for index, key in spoken for document in index.path(view.network.claim[key]).documents})


def _direction(relations: Sequence[Relation]) -> tuple[str, str, bool]:
    """Return giver, receiver, and whether there is giving both ways."""
    ways = {_ends(relation) for relation in relations}
    mutual = len(ways) > 1 or any(relation.direction == "mutual" for relation in relations)
    giver, receiver = _pair(*min(ways)) if mutual else min(ways)
    return giver, receiver, mutual


def _id(combine: Combine, relations: Sequence[Relation], mutual: bool, hostile: bool) -> str:
    """Return an id that stays the same while the line stands for the same dealing, whatever relations it holds."""
    first = relations[0]
    if combine == "relations":
        return f"tie:{_slug(first.id)}"
    if combine == "pairs":
        return "tie:" + "~".join(_slug(end) for end in _pair(first.giver, first.receiver))
    ends = ("=" if mutual else ">").join(_slug(end) for end in _ends(first))
    return f"tie:{ends}:{first.domain}" + ("!" if hostile else "")


def _slug(record_id: str) -> str:
    return record_id.partition(":")[2]


def _label(relations: Sequence[Relation]) -> str:
    """Return the kind where there is one, else the domains, with the number of relations."""
    kinds = {kind_label(relation.domain, relation.kind) for relation in relations}
    domains = {relation.domain for relation in relations}
    words = kinds if len(kinds) == 1 else {DOMAIN_LABELS[domain] for domain in DOMAINS if domain in domains}
    head = ", ".join(sorted(words))
    return head if len(relations) == 1 else f"{head} ×{len(relations)}"


def _rank(tie: Tie) -> tuple[str, str, str, int, bool, bool, str]:
    domain = [*DOMAINS, ""].index(tie.domain)
    return (*_pair(tie.giver, tie.receiver), tie.giver, domain, tie.mutual, tie.hostile, tie.id)
