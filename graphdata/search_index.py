"""What search knows of a network: every word of every record, and the records that have it in their title or below it.

Records are numbered: actors, relations, sources, then claims. Postings pair words with records in numpy arrays sorted
by word, so that a network of 150,000 claims takes tens of megabytes and any part of a word leads to its records.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Final, Literal, NamedTuple

import numpy as np
import numpy.typing as npt

from graphdata.arrays import distinct_pairs
from graphdata.chains import publisher_of
from graphdata.collector import without_collector
from graphdata.folding import all_spellings, fold, heard
from graphdata.network import Actor, Network, Relation
from graphdata.sourcing import Source
from graphdata.vocabulary import kind_label

HitKind = Literal["actor", "relation", "source", "claim"]
KINDS: Final[tuple[HitKind, ...]] = ("actor", "relation", "source", "claim")
Places = npt.NDArray[np.int32]
SLICED: Final = 400  # words; the records of more are found by a look at every posting
LEAPS: Final = 2000
BLOCK: Final = 4096  # texts that are folded together
BETWEEN: Final = "\n"


class Postings(NamedTuple):
    """Words, sorted, beside the records that have them, and where each word begins."""

    words: Places
    records: Places
    starts: npt.NDArray[np.int64]

    def of(self, words: Sequence[int]) -> Places:
        """Return the records that have any of some words; one may come twice."""
        if len(words) <= SLICED:
            parts = [self.records[self.starts[word] : self.starts[word + 1]] for word in words]
            return np.concatenate(parts) if parts else self.records[:0]
        wanted = np.zeros(len(self.starts), np.bool_)
        wanted[words] = True
        return np.compress(wanted.take(self.words), self.records)


class Record(NamedTuple):
    """One record as a reader sees it."""

    kind: HitKind
    id: str
    title: str
    body: str


class Index(NamedTuple):
    """Every record of a network by its words; names are the words of titles other than those of claims.

    Connected says of each actor how many relations it has, as a share of those of the best connected one.
    """

    network: Network
    ends: tuple[int, ...]
    connected: npt.NDArray[np.float64]
    title_lengths: Places
    title_words: Places
    vocabulary: tuple[str, ...]
    joined: str
    offsets: tuple[int, ...]
    head: Postings
    rest: Postings
    names: dict[str, int]
    by_sound: dict[str, list[int]]
    by_consonants: dict[str, list[int]]

    @property
    def size(self) -> int:
        """How many records there are."""
        return self.ends[-1]

    def record(self, at: int) -> Record:
        """Return a record by its number."""
        kind = bisect_right(self.ends, at)
        place = at - (self.ends[kind - 1] if kind else 0)
        network = self.network
        if kind == 0:
            return _of_actor(network.actors[place])
        if kind == 1:
            return _of_relation(network.relations[place], network)
        if kind == 2:
            return _of_source(network.sources[place], network)
        claim = network.claims[place]
        return Record("claim", claim.id, claim.summary, f"{claim.quote} {claim.note}".strip())

    def holding(self, part: str) -> list[int]:
        """Return the words that hold a part; where many do, looking at each word is quicker than leaping ahead."""
        found: list[int] = []
        at = self.joined.find(part)
        while at >= 0 and len(found) < LEAPS:
            word = bisect_right(self.offsets, at) - 1
            found.append(word)
            at = self.joined.find(part, self.offsets[word + 1])
        return found if at < 0 else [word for word, letters in enumerate(self.vocabulary) if part in letters]


def index_of(network: Network) -> Index:
    """Return the index of a network, built once and kept with it."""
    kept = network.__dict__
    if "_search_index" not in kept:
        with without_collector():
            kept["_search_index"] = _index(network)
    found: Index = kept["_search_index"]
    return found


def _of_actor(actor: Actor) -> Record:
    others = " · ".join(dict.fromkeys([name.text for name in actor.names[1:]] + [actor.short] * bool(actor.short)))
    return Record("actor", actor.id, actor.name, others or actor.note)


def _of_relation(relation: Relation, network: Network) -> Record:
    giver, receiver = (_label(network, end) for end in (relation.giver, relation.receiver))
    body = f"{giver} → {receiver} · {kind_label(relation.domain, relation.kind)}"
    return Record("relation", relation.id, relation.summary, body)


def _told_of(relation: Relation, network: Network) -> str:
    """Return the words of the text below a relation; without its arrow, most of them fold in bulk."""
    return f"{_label(network, relation.giver)} {_label(network, relation.receiver)} " + kind_label(
        relation.domain, relation.kind
    )


def _label(network: Network, actor_id: str) -> str:
    actor = network.actor.get(actor_id)
    return actor.label if actor else actor_id


def _of_source(source: Source, network: Network) -> Record:
    names = source.csl.get("author") or ()
    people = " ".join(str(name.get("family", "")) for name in names if isinstance(name, dict))
    return Record("source", source.id, source.title, f"{publisher_of(network, source)} {people}".strip())


def _titles_of_actor(actor: Actor) -> str:
    """Return all that an actor may be called."""
    return " ".join([*(name.text for name in actor.names), actor.short, actor.id.partition(":")[2]])


def _heads(network: Network) -> list[str]:
    """Return for each record the text that counts as its title."""
    return [
        *map(_titles_of_actor, network.actors),
        *(relation.summary for relation in network.relations),
        *(f"{source.title} {publisher_of(network, source)}" for source in network.sources),
        *(claim.summary for claim in network.claims),
    ]


def _bodies(network: Network) -> list[str]:
    """Return for each record the text below its title."""
    return [
        *(_of_actor(actor).body for actor in network.actors),
        *(_told_of(relation, network) for relation in network.relations),
        *(_of_source(source, network).body for source in network.sources),
        *(f"{claim.quote} {claim.note}" if claim.quote or claim.note else "" for claim in network.claims),
    ]


def _titles(network: Network) -> Iterable[str]:
    """Return for each record its title as it is shown."""
    return chain(
        (actor.name for actor in network.actors),
        (relation.summary for relation in network.relations),
        (source.title for source in network.sources),
        (claim.summary for claim in network.claims),
    )


def record_texts(network: Network) -> dict[str, str]:
    """Return what each record is found by, title and body in their spellings, for searches outside the program."""
    kinds = (network.actor, network.relation, network.source, network.claim)
    heads, bodies = all_spellings(_heads(network)), all_spellings(_bodies(network))
    return {key: f" {head}  {body} " for key, head, body in zip(chain(*kinds), heads, bodies, strict=True)}


class _Words(dict[str, int]):
    """Words as the places of their first use."""

    def __missing__(self, word: str) -> int:
        """Give a word the next place."""
        self[word] = place = len(self)
        return place


def _index(network: Network) -> Index:
    """Return the index; claims are found by what they say, not by slips in it, and give no names."""
    sizes = (len(network.actors), len(network.relations), len(network.sources), len(network.claims))
    ends = tuple(np.cumsum(sizes).tolist())
    words = _Words()
    titles, heads = list(_titles(network)), _heads(network)
    head, rest = _pairs(heads, words), _pairs(_bodies(network), words)
    vocabulary = tuple(words)
    names = _names(vocabulary, head, ends[2])
    by_sound, by_consonants = _tables(names, heads[: ends[0]])
    return Index(
        network=network,
        ends=ends,
        connected=_connected(network),
        title_lengths=np.fromiter(map(len, titles), np.int32),
        title_words=_title_words(titles),
        vocabulary=vocabulary,
        joined=BETWEEN.join(vocabulary) + BETWEEN,
        offsets=(0, *np.cumsum([len(word) + 1 for word in vocabulary]).tolist()),
        head=_postings(*head, len(vocabulary)),
        rest=_postings(*rest, len(vocabulary)),
        names=names,
        by_sound=by_sound,
        by_consonants=by_consonants,
    )


def _connected(network: Network) -> npt.NDArray[np.float64]:
    """Return for each actor its relations as a share of those of the best connected one."""
    degrees = np.array([network.degree[actor.id] for actor in network.actors], np.float64)
    return np.divide(degrees, max(1.0, float(degrees.max(initial=0.0))))


def _pairs(texts: Sequence[str], words: _Words) -> tuple[Places, Places]:
    """Return the words of texts beside the numbers of the texts; a block at a time, which keeps the memory small."""
    codes, counts = array("i"), []
    for start in range(0, len(texts), BLOCK):
        for text in all_spellings(texts[start : start + BLOCK]):
            row = text.split()
            counts.append(len(row))
            codes.extend([words[word] for word in row])
    return np.array(codes, np.int32), np.repeat(np.arange(len(counts), dtype=np.int32), counts)


def _postings(codes: Places, records: Places, words: int) -> Postings:
    """Return postings, each pair once."""
    found, having = distinct_pairs(codes, records)
    starts = np.searchsorted(found, np.arange(words + 1))
    return Postings(found.astype(np.int32), having.astype(np.int32), starts)


def _names(vocabulary: Sequence[str], head: tuple[Places, Places], end: int) -> dict[str, int]:
    """Return the words of the titles of records before some number, in the order of their first use."""
    codes = head[0][head[1] < end]
    _, firsts = np.unique(codes, return_index=True)
    return {vocabulary[code]: code for code in codes[np.sort(firsts)].tolist()}


def _tables(names: dict[str, int], heads: Sequence[str]) -> tuple[dict[str, list[int]], dict[str, list[int]]]:
    """Return which names sound alike, and which actors have a name in another script with the same consonants."""
    by_sound, by_consonants = defaultdict[str, list[int]](list), defaultdict[str, list[int]](list)
    for word, code in names.items():
        by_sound[heard(word)[0]].append(code)
    for at, text in enumerate(heads):
        for word in dict.fromkeys(fold(text).split() if not text.isascii() else ()):
            if not word.isascii():
                by_consonants[heard(word)[1]].append(at)
    return dict(by_sound), dict(by_consonants)


def _title_words(titles: Sequence[str]) -> Places:
    """Return of how many words each title is in one spelling."""
    counts = np.zeros(len(titles), np.int32)
    for start in range(0, len(titles), BLOCK):
        block = titles[start : start + BLOCK]
        folded = zip(block, all_spellings(block), strict=True)
        counts[start : start + BLOCK] = [
            len((words if title.isascii() else fold(title)).split()) for title, words in folded
        ]
    return counts
