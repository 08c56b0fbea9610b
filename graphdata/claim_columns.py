"""Every claim of a network as arrays: what confidence asks of it whatever the cut, one row a claim.

The rows stand in the order of the relations, so the claims of one relation lie together. A group is one aspect of one
relation; the groups are numbered in the order of the relations too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple, TypeVar

import msgspec
import numpy as np

from graphdata.arrays import Ints
from graphdata.attested import attested_by
from graphdata.chains import UNATTRIBUTED, UNRESOLVED, Index, Path, path_of
from graphdata.network import Relation
from graphdata.rules import is_own_denial
from graphdata.sourcing import Claim

FAR_PAST, FAR_FUTURE = 0, 10_000_000  # ordinals of days where nothing bounds a span
STANCE_CODES: Final = {"supports": 0, "contradicts": 1, "qualifies": 2}
SUPPORTS, CONTRADICTS, QUALIFIES = STANCE_CODES.values()
T = TypeVar("T")
ATTRIBUTED, NOBODY, NOT_READ = 0, 1, 2
BLOCK: Final = 4096  # rows
KEY_KINDS: Final = {UNATTRIBUTED: NOBODY, UNRESOLVED: NOT_READ}


class Trait(NamedTuple):
    """What the rules ask of a claim beside its origin, its time and its place: few claims differ in all of it."""

    stance: int
    letter: str
    digit: int
    hedged: bool
    assessed: bool
    strengthened: bool
    original_read: bool
    in_hand: bool
    answered: bool
    own_denial: bool
    key_kind: int


class Ragged(NamedTuple):
    """Several words a row: the rows, and beside each of them a word as its place in the list of words."""

    rows: Ints
    codes: Ints


class Rows(NamedTuple):
    """One number a claim; trait, bloc and markings are places in lists of their own, key and end in the words.

    First and last are days that the claim names, for the attested span; begins and finishes bound what it speaks of.
    """

    relation: Ints
    aspect: Ints
    trait: Ints
    key: Ints
    end: Ints
    bloc: Ints
    markings: Ints
    begins: Ints
    finishes: Ints
    news: Ints
    issued: Ints
    live: Ints
    first: Ints
    last: Ints
    ongoing: Ints


class Claims(NamedTuple):
    """The rows and what stands beside them; replacing and replaced pair the rows of claims with those they supersede.

    Ways, documents and citing are places in the words, sources in a list of their own.
    """

    relations: int
    rows: Rows
    traits: tuple[Trait, ...]
    aspects: tuple[str, ...]
    marking_sets: tuple[frozenset[str], ...]
    words: dict[str, int]
    source_words: tuple[str, ...]
    ids: dict[str, int]
    ways: Ragged
    documents: Ragged
    sources: Ragged
    citing: Ragged
    replacing: Ints
    replaced: Ints


class _Codes(dict[T, int]):
    """Things as the places of their first use."""

    def __missing__(self, thing: T) -> int:
        """Give a thing the next place."""
        self[thing] = place = len(self)
        return place


class _Spread:
    """Several words a row while they are gathered: how many each row has, and their places."""

    def __init__(self, words: _Codes[str]) -> None:
        """Share the list of words."""
        self.words = words
        self.counts: list[int] = []
        self.codes: list[int] = []

    def add(self, found: Sequence[str]) -> None:
        """Add the words of the next row."""
        self.counts.append(len(found))
        self.codes += [self.words[word] for word in found]

    def gathered(self) -> Ragged:
        """Return the rows beside their words."""
        return Ragged(np.repeat(np.arange(len(self.counts)), self.counts), np.array(self.codes, np.int64))


class _Gathering:
    """The columns while they are gathered, row by row."""

    def __init__(self, index: Index) -> None:
        """Begin with the word that stands for no end at all."""
        self.index = index
        self.words, self.aspects, self.blocs = _Codes[str]({"": 0}), _Codes[str](), _Codes[str]()
        self.traits, self.markings = _Codes[tuple[object, ...]](), _Codes[frozenset[str]]()
        self.rows: list[tuple[int, ...]] = []
        self.blocks: list[Ints] = []
        self.ways, self.documents = _Spread(self.words), _Spread(self.words)
        self.sources, self.citing = _Spread(_Codes[str]()), _Spread(self.words)
        self.spans: dict[tuple[str, ...], tuple[int, int, bool]] = {}

    def add(self, place: int, relation: Relation, claim: Claim) -> None:
        """Add the row of a claim; its path is let go again, as those of all claims together are large."""
        path, words = path_of(claim, self.index.known), self.words
        trait = self.traits[_trait(path, relation, self.index)]
        named = (self.aspects[claim.aspect], trait, words[path.key], words[path.end], self.blocs[path.bloc])
        times = (path.begins, path.finishes, path.news, path.issued, path.live)
        self.rows.append((place, *named, self.markings[path.markings], *times, *self._span(claim)))
        if len(self.rows) == BLOCK:
            self._settle()
        self.ways.add([facts.id for facts in path.way])
        self.documents.add(path.documents)
        self.sources.add(claim.source_ids)
        self.citing.add([citing for citing, _ in path.cites])

    def _settle(self) -> None:
        """Turn the rows so far into an array; all at once they would hold the interpreter for half a second."""
        self.blocks.append(np.array(self.rows, np.int64).reshape(-1, len(Rows._fields)))
        self.rows.clear()

    def table(self) -> Ints:
        """Return the rows as columns."""
        self._settle()
        columns: Ints = np.concatenate(self.blocks).T
        return columns

    def _span(self, claim: Claim) -> tuple[int, int, bool]:
        """Return the first and the last day that a claim names, and whether it leaves its end open."""
        texts = (claim.begins, claim.ends, claim.when, claim.asserts.interval if claim.asserts else "")
        if texts not in self.spans:
            found = attested_by((claim,))
            first = found.first.toordinal() if found.first else FAR_FUTURE
            self.spans[texts] = (first, found.last.toordinal() if found.last else FAR_PAST, found.ongoing)
        return self.spans[texts]


def columns_of(index: Index) -> Claims:
    """Return the claims of a network as arrays."""
    network, gathered = index.network, _Gathering(index)
    for place, relation in enumerate(network.relations):
        for claim in relation.claims:
            gathered.add(place, relation, claim)
    superseding = np.array(list(_superseding(network.relations)), np.int64).reshape(-1, 2)
    return Claims(
        relations=len(network.relations),
        rows=Rows(*map(np.ascontiguousarray, gathered.table())),
        traits=tuple(msgspec.convert(trait, Trait) for trait in gathered.traits),
        aspects=tuple(gathered.aspects),
        marking_sets=tuple(gathered.markings),
        words=dict(gathered.words),
        source_words=tuple(gathered.sources.words),
        ids={claim.id: row for row, claim in enumerate(network.claims)},
        ways=gathered.ways.gathered(),
        documents=gathered.documents.gathered(),
        sources=gathered.sources.gathered(),
        citing=gathered.citing.gathered(),
        replacing=superseding[:, 0],
        replaced=superseding[:, 1],
    )


def _trait(path: Path, relation: Relation, index: Index) -> tuple[object, ...]:
    """Return the fields of a trait; the trait itself is made once for all claims that share it."""
    claim = path.claim
    return (
        STANCE_CODES[claim.stance],
        path.letter,
        path.digit,
        path.hedged,
        path.assessed,
        path.strengthened,
        path.original_read,
        path.in_hand,
        bool(claim.answered),
        claim.stance == "contradicts" and is_own_denial(path, relation, index),
        KEY_KINDS.get(path.key, ATTRIBUTED),
    )


def _superseding(relations: Iterable[Relation]) -> Iterator[tuple[int, int]]:
    """Yield the rows of each claim that supersedes another one of its relation, and of that one."""
    start = 0
    for relation in relations:
        newer = [(row, claim) for row, claim in enumerate(relation.claims, start) if claim.supersedes]
        for row, claim in newer:
            for other, older in enumerate(relation.claims, start):
                if older.id == claim.supersedes:
                    yield row, other
        start += len(relation.claims)
