"""From an attribution chain to a path: which origin a claim leads back to, and how good the way there is (rules 1-3).

Choices where the published rules are terse:

* A path starts at the document nearest to the origin that the analyst has read: once the original is in hand, what its
  carriers are worth no longer matters. That is why fetching the original raises a grade.
* An origin without a grade takes its voucher's letter; so does an actor in between. A carrier without a grade is F.
* A chain that ends at a link with the role "cited_in", or at no actor and no name, is as good as unstated.
* A document that derives from exactly one other is a copy of it, and its own reporting is the other's.
* An unread item at the far end (a leaked paper) is an origin and not yet a document.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from typing import Final

import msgspec

from graphdata.dates import edtf_of_issued, span_of
from graphdata.network import Actor, Network, Relation
from graphdata.sourcing import Claim, Link, Source

UNATTRIBUTED: Final = "unattributed"
UNRESOLVED: Final = "unresolved"
CIRCULAR: Final = "circular"
NEVER: Final = 0
FOREVER: Final = 10_000_000
STRENGTH: Final = {"asserted": 3, "assessed": 2, "possible": 1, "denied": 0}
ITEM_BASES: Final = frozenset({"documented", "observed"})


class Facts(msgspec.Struct, frozen=True):
    """What the rules ask of a source or an actor; letter is empty where no editor judged it."""

    id: str
    label: str
    letter: str = ""
    bloc: str = ""
    marking: str = "TLP:CLEAR"
    read: bool = False
    archived: bool = False
    retracted: bool = False
    issued: int = NEVER
    copy_of: str = ""
    is_source: bool = False


class Path(msgspec.Struct, frozen=True):
    """The way from a claim's document to its origin; days are ordinals, NEVER and FOREVER where nothing bounds them."""

    claim: Claim
    way: tuple[Facts, ...]
    key: str
    label: str
    end: str
    bloc: str
    letter: str
    digit: int
    hedged: bool
    assessed: bool
    strengthened: bool
    original_read: bool
    in_hand: bool
    live: bool
    begins: int
    finishes: int
    news: int
    issued: int
    documents: tuple[str, ...]
    cites: tuple[tuple[str, str], ...]

    @property
    def informational(self) -> bool:
        """Whether this is asserted information rather than a judgement or a maybe."""
        return not (self.assessed or self.hedged)

    @property
    def ids(self) -> frozenset[str]:
        """The claim, everything along its way, and its origin: whatever takes it away when it is struck out."""
        return frozenset([self.claim.id, self.key, *(facts.id for facts in self.way)])

    @property
    def markings(self) -> frozenset[str]:
        """Every marking that the claim and what it rests on carry."""
        return frozenset([self.claim.marking, *(facts.marking for facts in self.way)])


class Index:
    """What a network knows of its sources and actors, made once, with the paths of its claims as they are asked for."""

    def __init__(self, network: Network, known: dict[str, Facts] | None = None) -> None:
        """Gather the facts of every source and actor, unless they are given."""
        self.network = network
        self.known = known if known is not None else _facts_of(network)
        self._paths: dict[str, Path] = {}

    def path(self, claim: Claim) -> Path:
        """Return the path of a claim; an edited claim under the same id gets a new one."""
        found = self._paths.get(claim.id)
        if found is None or found.claim is not claim:
            found = self._paths[claim.id] = path_of(claim, self.known)
        return found

    def having_read(self, sources: Iterable[str]) -> Index:
        """Return the index as it would be with these sources read and archived."""
        changed = {key: msgspec.structs.replace(self.known[key], read=True, archived=True) for key in sources}
        return Index(self.network, {**self.known, **changed})

    def lineage(self, node: str) -> frozenset[str]:
        """Return all that an actor or a source speaks for: itself, whom it belongs to, and its bloc."""
        source = self.network.source.get(node)
        members = _ancestors(self.network, source.publisher if source else node)
        facts = self.known.get(node)
        return frozenset([node, facts.bloc if facts else node, *(actor.id for actor in members)])

    def parties(self, relation: Relation) -> frozenset[str]:
        """Return giver and receiver, and the blocs they speak for."""
        blocs = (self.known[actor].bloc for actor in (relation.giver, relation.receiver) if actor in self.known)
        return frozenset([relation.giver, relation.receiver, *blocs])


def path_of(claim: Claim, known: dict[str, Facts]) -> Path:
    """Return the path of a claim by rules 1 to 3."""
    last = claim.chain[-1]
    named = _names_origin(claim.chain)
    way = _way(claim.chain, known, named)
    end = way[-1] if named and last.node else None
    key = _key(claim, end, named)
    sources = [facts for facts in way if facts.is_source]
    item = end if end and key == end.id and end.is_source else None
    near = _nearest_read(way)
    strengths = _strengths(claim)
    weakest = min(strengths[min(near, len(strengths) - 1) :])
    issued = way[0].issued if way else NEVER
    begins, finishes, news = _period(claim.when, issued)
    return Path(
        claim=claim,
        way=tuple(way),
        key=key,
        label=end.label if end else last.named,
        end=end.id if end and end.is_source else "",
        bloc=end.bloc if end else key,
        letter=_letter(way, near, end),
        digit=max(2, claim.credibility),
        hedged=weakest < STRENGTH["assessed"],
        assessed=claim.basis == "assessed" or weakest == STRENGTH["assessed"],
        strengthened=strengths != sorted(strengths),
        original_read=bool(sources and sources[-1].read),
        in_hand=bool(item and claim.direct and item.read and item.archived),
        live=claim.rank == "normal" and not any(facts.retracted for facts in way),
        begins=begins,
        finishes=finishes,
        news=news,
        issued=issued,
        documents=_documents(claim, item),
        cites=_cites(sources),
    )


def _names_origin(chain: tuple[Link, ...]) -> bool:
    """Return whether a chain leads to somebody or something it names."""
    last = chain[-1]
    return bool(last.node or last.named) and last.role != "cited_in" and not any(link.unstated for link in chain)


def _way(chain: tuple[Link, ...], known: dict[str, Facts], named: bool) -> list[Facts]:
    """Return the facts along a chain, followed on from a copy to what it copies, until one comes up again."""
    way = [known.get(link.node) or _stranger(link.node) for link in chain if link.node]
    while named and chain[-1].node and way[-1].copy_of in known:
        way.append(known[way[-1].copy_of])
        if way[-1] in way[:-1]:
            break
    return way


def _stranger(node: str) -> Facts:
    """Return the facts of an id that no record explains."""
    return Facts(node, node, bloc=node, is_source=node.startswith("src:"))


def _key(claim: Claim, end: Facts | None, named: bool) -> str:
    """Return the origin key of rule 1, loops aside."""
    if not named:
        return UNATTRIBUTED
    if end is None:
        return "named:" + " ".join(claim.chain[-1].named.casefold().split())
    if not end.is_source or claim.basis in ITEM_BASES:
        return end.id
    return f"own:{end.id}" if end.read else UNRESOLVED


def _nearest_read(way: list[Facts]) -> int:
    """Return the place of the read document that lies nearest to the origin, 0 where none was read."""
    for place in range(len(way) - 1, 0, -1):
        if way[place].read:
            return place
    return 0


def _letter(way: list[Facts], near: int, end: Facts | None) -> str:
    """Return the letter of the way that starts at a read document, or of the whole way where that is better."""
    whole = _worst(way, end)
    return min(whole, _worst(way[near:], end)) if near else whole


def _worst(way: list[Facts], end: Facts | None) -> str:
    """Return the worst judged letter along a way, F where nobody judged it."""
    letters = [facts.letter or "F" for facts in way if facts.letter or (facts.is_source and facts is not end)]
    return max(letters) if letters else "F"


def _strengths(claim: Claim) -> list[int]:
    """Return how firmly each link words it; to deny is firm in a claim that contradicts."""
    strengths = [STRENGTH[link.modality] for link in claim.chain]
    if claim.stance == "supports":
        return strengths
    return [strength or STRENGTH["asserted"] for strength in strengths]


def _documents(claim: Claim, item: Facts | None) -> tuple[str, ...]:
    """Return the sources of a chain, sorted, without an item at its end that nobody here has read."""
    unread = item.id if item and not item.read and item.id != claim.chain[0].node else None
    found = {link.node for link in claim.chain if link.node and link.node.startswith("src:") and link.node != unread}
    return tuple(sorted(found))


def _cites(sources: list[Facts]) -> tuple[tuple[str, str], ...]:
    """Return who cites whom along a way; a document that is named twice running does not cite itself."""
    return tuple((citing.id, cited.id) for citing, cited in pairwise(sources) if citing.id != cited.id)


@lru_cache(maxsize=16384)
def _period(when: str, issued: int) -> tuple[int, int, int]:
    """Return first and last day a claim may speak of, and how new it is; what goes on is as new as its document."""
    if not when:
        return NEVER, FOREVER, NEVER
    span = span_of(when)
    first = span.first.toordinal() if span.first else NEVER
    last = span.last.toordinal() if span.last else FOREVER
    if span.last:
        return first, last, last
    return first, last, max(first, issued) if span.open_end else first


def _facts_of(network: Network) -> dict[str, Facts]:
    """Return the facts of every actor and source of a network."""
    actors = {actor.id: _actor_facts(network, actor) for actor in network.actors}
    return actors | {source.id: _source_facts(network, source) for source in network.sources}


def _actor_facts(network: Network, actor: Actor) -> Facts:
    """Return the facts of an actor as an origin."""
    letter = actor.grade[0].grade if actor.grade else ""
    return Facts(actor.id, actor.label, letter, _bloc(network, actor.id), actor.marking)


def _source_facts(network: Network, source: Source) -> Facts:
    """Return the facts of a document; an outlet without a stake is a bloc of its own."""
    issued = edtf_of_issued(source.csl)
    first = span_of(issued).first if issued else None
    return Facts(
        id=source.id,
        label=publisher_of(network, source),
        letter=source.reliability[0].grade if source.reliability else "",
        bloc=source.bloc or _bloc(network, source.publisher) or source.id,
        marking=source.marking,
        read=source.read,
        archived=source.archive is not None,
        retracted=bool(source.retracted),
        issued=first.toordinal() if first else NEVER,
        copy_of=source.derives_from[0] if len(source.derives_from) == 1 else "",
        is_source=True,
    )


def publisher_of(network: Network, source: Source) -> str:
    """Return the name of the outlet, or the title where the record names none."""
    outlet = network.actor.get(source.publisher)
    return outlet.label if outlet else source.publisher or source.short_title


def _bloc(network: Network, actor: str) -> str:
    """Return the bloc of an actor: its own, else of the nearest it belongs to, else the topmost itself."""
    line = _ancestors(network, actor)
    return next((member.bloc for member in line if member.bloc), line[-1].id if line else actor)


def _ancestors(network: Network, actor: str) -> list[Actor]:
    """Return an actor and all it belongs to, upwards; an id that is no actor has none."""
    line: list[Actor] = []
    found = network.actor.get(actor)
    while found and not any(found is member for member in line):
        line.append(found)
        found = network.actor.get(found.parent or "")
    return line
