"""Finding actors, relations, sources and claims by words, across scripts, spellings and slips of the finger.

How text is compared is in folding.py, which words lead to which records in search_index.py; here is how well they fit.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from heapq import nsmallest
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from graphdata.calling import BEGINS, LABEL, WHOLE, as_called, called_of, fit_of
from graphdata.folding import all_spellings, fold, heard, latin
from graphdata.network import Network, Relation
from graphdata.search_index import KINDS, HitKind, Index, Record, index_of
from graphdata.vocabulary import kind_label

Scores = npt.NDArray[np.float64]
KIND_BONUS: Final[dict[HitKind, float]] = {"actor": 3.0, "relation": 2.0, "source": 1.0, "claim": 0.0}
EXACT, PREFIX, INSIDE, SOUNDS, CLOSE, IN_BODY, CONSONANTS = 100.0, 90.0, 75.0, 70.0, 60.0, 50.0, 30.0
WHOLE_TITLE: Final = 20.0
CALLED: Final = {LABEL: EXACT + WHOLE_TITLE, WHOLE: EXACT + 16.0, BEGINS: EXACT + 12.0}  # beats a word inside a name
CONNECTED: Final = 0.9  # of the best connected actor: less than from kind to kind
SNIPPET: Final = 96  # characters
SHORT_WORD: Final = 4  # letters; one slip in so short a word makes another word


class Hit(NamedTuple):
    """One record that was found: what to call it, where it fits, and how well."""

    kind: HitKind
    id: str
    title: str
    snippet: str
    score: float


def search(network: Network, text: str, limit: int = 30) -> tuple[Hit, ...]:
    """Return the records that fit every word, best first; an empty text finds nothing."""
    words = tuple(dict.fromkeys(fold(text).split()))
    if not words:
        return ()
    index = index_of(network)
    scores = _scores(index, words)
    found = {at: (float(scores[at]), index.record(at)) for at in _foremost(index, scores, limit)}
    ranked = nsmallest(limit, found.values(), key=lambda hit: _rank(*hit))
    return tuple(_hit(record, words, score) for score, record in ranked)


def texts_of(network: Network) -> tuple[str, ...]:
    """Return for each relation, in their order, everything that is said of it, folded; kept with the network."""
    kept = network.__dict__
    if "_relation_texts" not in kept:
        called = all_spellings([" ".join(name.text for name in actor.names) for actor in network.actors])
        names = {actor.id: words for actor, words in zip(network.actors, called, strict=True)}
        said = all_spellings([_said_of(relation) for relation in network.relations])
        kept["_relation_texts"] = tuple(
            " ".join([words, *(names.get(actor, "") for actor in relation.actors)])
            for words, relation in zip(said, network.relations, strict=True)
        )
    found: tuple[str, ...] = kept["_relation_texts"]
    return found


def _said_of(relation: Relation) -> str:
    """Return all that is said of a relation."""
    said = [relation.id, relation.summary, kind_label(relation.domain, relation.kind)]
    return " ".join(said + [claim.summary for claim in relation.claims])


def _scores(index: Index, words: tuple[str, ...]) -> Scores:
    """Return how well every record fits all words, 0 where it does not; consonants are asked where no actor fits."""
    fits = [_well(index, word) for word in words]
    found = _every(fits)
    if not found[: index.ends[0]].any():
        found = _every([_or_by_consonants(index, word, fit) for word, fit in zip(words, fits, strict=True)])
    bonus = np.repeat([KIND_BONUS[kind] for kind in KINDS], np.diff(index.ends, prepend=0))
    bonus[: index.ends[0]] += CONNECTED * index.connected
    _raise_those_called(index, words, fits, found)
    scores: Scores = np.where(found > 0, found / len(words) + bonus, 0.0)
    exact = np.logical_and.reduce([fit == EXACT for fit in fits]) & (index.title_words == len(words))
    for at in (index.ends[0] + np.flatnonzero(exact[index.ends[0] :])).tolist():
        scores[at] += WHOLE_TITLE if fold(index.record(at).title) == " ".join(words) else 0.0
    return scores


def _raise_those_called(index: Index, words: tuple[str, ...], fits: Sequence[Scores], found: Scores) -> None:
    """Raise the sums of actors that are called so, and less those with a name that begins so."""
    wanted, called = as_called(" ".join(words)), called_of(index.network)
    likely = np.logical_and.reduce([fit[: index.ends[0]] >= PREFIX for fit in fits])
    for at in np.flatnonzero(likely).tolist():
        found[at] = max(found[at], len(words) * CALLED.get(fit_of(wanted, called[at]), 0.0))


def _every(fits: Sequence[Scores]) -> Scores:
    """Return the sum of the scores of each record, 0 where a word does not fit it."""
    together: Scores = np.where(np.logical_and.reduce([fit > 0 for fit in fits]), reduce(np.add, fits), 0.0)
    return together


def _foremost(index: Index, scores: Scores, limit: int) -> list[int]:
    """Return the records that may be among the first: of many that fit equally, those with the shorter titles."""
    found = np.flatnonzero(scores)
    if len(found) <= limit:
        return [*map(int, found)]
    worth, length = scores[found], index.title_lengths[found]
    least = np.partition(worth, -limit)[-limit]
    better, alike = found[worth > least], found[worth == least]
    room = limit - len(better)
    longest = np.partition(length[worth == least], room - 1)[room - 1]
    return [*map(int, better), *map(int, alike[index.title_lengths[alike] <= longest])]


def _rank(score: float, record: Record) -> tuple[float, int, str, str]:
    """Return what hits are sorted by: of two that fit equally, the shorter title is meant more often."""
    return -score, len(record.title), record.title, record.id


def _well(index: Index, word: str) -> Scores:
    """Return how well one word fits every record: as it is written, as it sounds, or but for a slip."""
    found = np.zeros(index.size)
    spellings = tuple(dict.fromkeys((word, latin(word))))
    held = {spelling: index.holding(spelling) for spelling in spellings}
    found[index.rest.of([word for words in held.values() for word in words])] = IN_BODY
    for other, alikeness in _close(index, word):
        found[_named(index, [index.names[other]])] = CLOSE * alikeness
    found[_named(index, index.by_sound.get(heard(word)[0], []))] = SOUNDS
    begun = {code for spelling in spellings for code in held[spelling] if index.vocabulary[code].startswith(spelling)}
    whole = {code for code in begun if index.vocabulary[code] in spellings}
    found[index.head.of([code for words in held.values() for code in words])] = INSIDE
    found[index.head.of([*begun])] = PREFIX
    found[index.head.of([*whole])] = EXACT
    return found


def _named(index: Index, words: Sequence[int]) -> npt.NDArray[np.int32]:
    """Return the records other than claims that have any of some words in their title."""
    records = index.head.of(words)
    return records[records < index.ends[2]]


def _close(index: Index, word: str) -> list[tuple[str, float]]:
    """Return the names that differ from a word by a slip or two, with their likeness, the closest last."""
    from rapidfuzz import process
    from rapidfuzz.distance import JaroWinkler

    if len(word) < SHORT_WORD:
        return []
    cutoff = 0.9 if len(word) == SHORT_WORD else 0.86
    alike = process.extract(
        latin(word), index.names.keys(), scorer=JaroWinkler.similarity, score_cutoff=cutoff, limit=20
    )
    return [(other, alikeness) for other, alikeness, _ in reversed(alike)]


def _or_by_consonants(index: Index, word: str, fit: Scores) -> Scores:
    """Return how well a word fits, else actors whose name has the same consonants, or all but one at the end."""
    row = heard(word)[1]
    rows = (row, row[:-1]) if len(row) > 2 else (row,) if len(row) == 2 else ()
    found = np.zeros(len(fit))
    for shorter, each in enumerate(rows):
        found[index.by_consonants.get(each, [])] = CONSONANTS - shorter
    merged: Scores = np.where(fit > 0, fit, found)
    return merged


def _hit(record: Record, words: tuple[str, ...], score: float) -> Hit:
    return Hit(record.kind, record.id, record.title, _snippet(record.body, words), round(score, 1))


def _snippet(body: str, words: tuple[str, ...]) -> str:
    """Return the part of a text round the first word that fits, cut at words."""
    if len(body) <= SNIPPET:
        return body
    parts = body.split()
    first = next((at for at, part in enumerate(parts) if any(word in fold(part) for word in words)), 0)
    start = max(0, first - 4)
    cut = " ".join(parts[start:])
    return ("… " if start else "") + (cut if len(cut) <= SNIPPET else cut[:SNIPPET].rpartition(" ")[0] + " …")
