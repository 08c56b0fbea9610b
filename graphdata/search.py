"""Finding actors, relations, sources and claims by words, across scripts, spellings and slips of the finger.

Text is compared folded: no case, no accents, one yeh and one kaf, no half-space. Other scripts are compared in Latin
letters too; Persian and Arabic write few vowels, so consonants alone lead to an actor where nothing else does.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from heapq import nsmallest
from typing import Final, Literal, NamedTuple

from graphdata.chains import publisher_of
from graphdata.network import Actor, Network, Relation
from graphdata.sourcing import Source
from graphdata.vocabulary import kind_label

HitKind = Literal["actor", "relation", "source", "claim"]
KIND_BONUS: Final[dict[HitKind, float]] = {"actor": 3.0, "relation": 2.0, "source": 1.0, "claim": 0.0}
EXACT, PREFIX, INSIDE, SOUNDS, CLOSE, IN_BODY, CONSONANTS = 100.0, 90.0, 75.0, 70.0, 60.0, 50.0, 30.0
WHOLE_TITLE: Final = 20.0
SNIPPET: Final = 96  # characters
SHORT_WORD: Final = 4  # letters; one slip in so short a word makes another word

_WORD: Final = re.compile(r"[^\W_]+")
_REPEATED: Final = re.compile(r"(.)\1+")
_VOWELS: Final = re.compile(r"[aeiou]+")


def _table(pairs: str) -> dict[int, str]:
    """Return a table for str.translate from words of a letter and what stands for it."""
    return {ord(pair[0]): pair[1:] for pair in pairs.split()}


_DROPPED: Final = dict.fromkeys(map(ord, "\u200c\u200d\u200e\u200f\u00ad\u0640'’‘ʼʻ`´ʹ"))
_ONE_SHAPE: Final = _table(
    "\u064a\u06cc \u0649\u06cc \u0643\u06a9 \u0629\u0647 \u06be\u0647 \u06c1\u0647 \u06d5\u0647 łl øo đd ıi"
) | {start + digit: str(digit) for start in (0x660, 0x6F0) for digit in range(10)}
_CYRILLIC: Final = _table(
    "аa бb вv гg ґg дd еe жzh зz иi іi кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh щshch ъ ыy ь эe юyu яya"
    " єye ђdj јj љlj њnj ћc џdz"
)
_ARABIC: Final = _table(
    "\u0627a \u0628b \u067ep \u062at \u062bs \u062cj \u0686ch \u062dh \u062ekh \u062fd \u0630z \u0631r \u0632z"
    " \u0698zh \u0633s \u0634sh \u0635s \u0636z \u0637t \u0638z \u0639 \u063agh \u0641f \u0642q \u06a9k \u06afg"
    " \u0644l \u0645m \u0646n \u0648v \u0647h \u06ccy \u0621"
)
_LATIN: Final = _CYRILLIC | _ARABIC
_AS_HEARD: Final = str.maketrans("yjw", "iiv")


class Hit(NamedTuple):
    """One record that was found: what to call it, where it fits, and how well."""

    kind: HitKind
    id: str
    title: str
    snippet: str
    score: float


class Entry(NamedTuple):
    """One record as the index knows it: what is shown of it, and title and body folded, a space at both ends."""

    kind: HitKind
    id: str
    title: str
    body: str
    head: str
    rest: str


class Index(NamedTuple):
    """Every record of a network, and those that each word and sound of a title, or an actor's consonants, lead to."""

    entries: tuple[Entry, ...]
    by_word: dict[str, list[int]]
    by_sound: dict[str, list[int]]
    by_consonants: dict[str, list[int]]


def fold(text: str) -> str:
    """Return the text as it is compared: lower case, without accents, words apart by one space."""
    text = text.translate(_DROPPED)
    if not text.isascii():
        bare = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
        text = "".join(letter for letter in bare if not unicodedata.combining(letter)).translate(_ONE_SHAPE)
    return " ".join(_WORD.findall(text.lower()))


def letters_folded() -> dict[str, str]:
    """Return what folding puts in the place of single letters, beside case and accents: for searches outside Python."""
    return {chr(letter): "" for letter in _DROPPED} | {chr(letter): shape for letter, shape in _ONE_SHAPE.items()}


def latin(folded: str) -> str:
    """Return folded text in Latin letters; what is in another script than Cyrillic or Arabic stays as it is."""
    return folded if folded.isascii() else folded.translate(_LATIN) or folded


def search(network: Network, text: str, limit: int = 30) -> tuple[Hit, ...]:
    """Return the records that fit every word, best first; an empty text finds nothing."""
    words = tuple(dict.fromkeys(fold(text).split()))
    if not words:
        return ()
    index = index_of(network)
    scores = _scores(index, words)
    ranked = nsmallest(limit, scores, key=lambda at: _rank(index.entries[at], scores[at]))
    return tuple(_hit(index.entries[at], words, scores[at]) for at in ranked)


def index_of(network: Network) -> Index:
    """Return the index of a network, built once and kept with it."""
    kept = network.__dict__
    if "_search_index" not in kept:
        kept["_search_index"] = _index(tuple(_entries(network)))
    found: Index = kept["_search_index"]
    return found


def texts_of(network: Network) -> tuple[str, ...]:
    """Return for each relation, in their order, everything that is said of it, folded; kept with the network."""
    kept = network.__dict__
    if "_relation_texts" not in kept:
        names = {actor.id: _spellings(" ".join(name.text for name in actor.names)) for actor in network.actors}
        kept["_relation_texts"] = tuple(_relation_text(relation, names) for relation in network.relations)
    found: tuple[str, ...] = kept["_relation_texts"]
    return found


def fits(folded: str, words: Iterable[str]) -> bool:
    """Return whether a folded text holds every word, as it is written or in Latin letters."""
    return all(word in folded or latin(word) in folded for word in words)


def _relation_text(relation: Relation, names: dict[str, str]) -> str:
    said = [relation.id, relation.summary, kind_label(relation.domain, relation.kind)]
    said += [claim.summary for claim in relation.claims]
    return " ".join([_spellings(" ".join(said)), *(names.get(actor, "") for actor in relation.actors)])


def _spellings(text: str) -> str:
    """Return a text folded, followed by its Latin letters where they differ."""
    folded = fold(text)
    return folded if folded.isascii() else f"{folded} {latin(folded)}"


def _entries(network: Network) -> Iterator[Entry]:
    """Yield every record of a network as the index knows it."""
    names = {actor.id: actor.label for actor in network.actors}
    for actor in network.actors:
        yield _actor_entry(actor)
    for relation in network.relations:
        yield _relation_entry(relation, names)
    for source in network.sources:
        yield _source_entry(source, network)
    for claim in network.claims:
        yield _entry("claim", claim.id, claim.summary, f"{claim.quote} {claim.note}".strip())


def _actor_entry(actor: Actor) -> Entry:
    others = " · ".join(dict.fromkeys([name.text for name in actor.names[1:]] + [actor.short] * bool(actor.short)))
    titles = " ".join([*(name.text for name in actor.names), actor.short, actor.id.partition(":")[2]])
    return _entry("actor", actor.id, actor.name, others or actor.note, titles)


def _relation_entry(relation: Relation, names: dict[str, str]) -> Entry:
    ends = f"{names.get(relation.giver, relation.giver)} → {names.get(relation.receiver, relation.receiver)}"
    body = f"{ends} · {kind_label(relation.domain, relation.kind)}"
    return _entry("relation", relation.id, relation.summary, body)


def _source_entry(source: Source, network: Network) -> Entry:
    names = source.csl.get("author") or ()
    people = " ".join(str(name.get("family", "")) for name in names if isinstance(name, dict))
    outlet = publisher_of(network, source)
    return _entry("source", source.id, source.title, f"{outlet} {people}".strip(), f"{source.title} {outlet}")


def _entry(kind: HitKind, record: str, title: str, body: str, titles: str = "") -> Entry:
    return Entry(kind, record, title, body, f" {_spellings(titles or title)} ", f" {_spellings(body)} ")


def _index(entries: tuple[Entry, ...]) -> Index:
    """Return the index; claims are found by what they say, not by slips in it, and stay out of the tables of words."""
    by_word, by_sound, by_consonants = (defaultdict[str, list[int]](list) for _ in range(3))
    for at, word, of_actor in _title_words(entries):
        sound, consonants = _heard(word)
        by_word[word].append(at)
        by_sound[sound].append(at)
        if of_actor and not word.isascii():
            by_consonants[consonants].append(at)
    return Index(entries, dict(by_word), dict(by_sound), dict(by_consonants))


def _title_words(entries: Iterable[Entry]) -> Iterator[tuple[int, str, bool]]:
    """Yield each different word of each title but those of claims, with its place and whether an actor has it."""
    for at, entry in enumerate(entries):
        if entry.kind != "claim":
            yield from ((at, word, entry.kind == "actor") for word in set(entry.head.split()))


@lru_cache(maxsize=65536)
def _heard(word: str) -> tuple[str, str]:
    """Return how a word sounds, and its consonants; transliterations differ in y, j and i, and in doubled letters."""
    sound = _REPEATED.sub(r"\1", latin(word).translate(_AS_HEARD))
    return sound, _VOWELS.sub("", sound)


def _scores(index: Index, words: tuple[str, ...]) -> dict[int, float]:
    """Return the records that fit every word; consonants are asked only where no actor fits otherwise."""
    fits = [_well(index, word) for word in words]
    found = _every(fits)
    if not any(index.entries[at].kind == "actor" for at in found):
        found = _every(_by_consonants(index, word) | fit for word, fit in zip(words, fits, strict=True))
    whole = " ".join(words)
    return {at: score / len(words) + _bonus(index.entries[at], whole) for at, score in found.items()}


def _every(fits: Iterable[dict[int, float]]) -> dict[int, float]:
    """Return the records in all of the scores, with their sum."""
    scores = list(fits)
    return {at: sum(score[at] for score in scores) for at in set(scores[0]).intersection(*scores[1:])}


def _rank(entry: Entry, score: float) -> tuple[float, int, str, str]:
    """Return what hits are sorted by: of two that fit equally, the shorter title is meant more often."""
    return -score, len(entry.title), entry.title, entry.id


def _bonus(entry: Entry, whole: str) -> float:
    is_whole = entry.head.startswith(f" {whole} ") and fold(entry.title) == whole
    return KIND_BONUS[entry.kind] + (WHOLE_TITLE if is_whole else 0.0)


def _well(index: Index, word: str) -> dict[int, float]:
    """Return the records that one word fits as it is written, as it sounds, or but for a slip."""
    found = _close(index, word)
    found |= dict.fromkeys(index.by_sound.get(_heard(word)[0], ()), SOUNDS)
    for spelling in {word, latin(word)}:
        for at, entry in enumerate(index.entries):
            if spelling in entry.head or spelling in entry.rest:
                found[at] = max(found.get(at, 0.0), _written(entry, spelling))
    return found


def _written(entry: Entry, word: str) -> float:
    """Return how well an entry fits a word that it holds somewhere."""
    if word not in entry.head:
        return IN_BODY
    if f" {word}" not in entry.head:
        return INSIDE
    return EXACT if f" {word} " in entry.head else PREFIX


def _close(index: Index, word: str) -> dict[int, float]:
    """Return the records whose title holds a word that differs by a slip or two."""
    from rapidfuzz import process
    from rapidfuzz.distance import JaroWinkler

    if len(word) < SHORT_WORD:
        return {}
    cutoff = 0.9 if len(word) == SHORT_WORD else 0.86
    alike = process.extract(
        latin(word), index.by_word.keys(), scorer=JaroWinkler.similarity, score_cutoff=cutoff, limit=20
    )
    return {at: CLOSE * alikeness for other, alikeness, _ in reversed(alike) for at in index.by_word[other]}


def _by_consonants(index: Index, word: str) -> dict[int, float]:
    """Return the actors whose name in another script has the same consonants, or all but one at the end."""
    row = _heard(word)[1]
    if len(row) < 2:
        return {}
    rows = (row, row[:-1]) if len(row) > 2 else (row,)
    return {at: CONSONANTS - shorter for shorter, each in enumerate(rows) for at in index.by_consonants.get(each, ())}


def _hit(entry: Entry, words: tuple[str, ...], score: float) -> Hit:
    return Hit(entry.kind, entry.id, entry.title, _snippet(entry.body, words), round(score, 1))


def _snippet(body: str, words: tuple[str, ...]) -> str:
    """Return the part of a text round the first word that fits, cut at words."""
    if len(body) <= SNIPPET:
        return body
    parts = body.split()
    first = next((at for at, part in enumerate(parts) if any(word in fold(part) for word in words)), 0)
    start = max(0, first - 4)
    cut = " ".join(parts[start:])
    return ("… " if start else "") + (cut if len(cut) <= SNIPPET else cut[:SNIPPET].rpartition(" ")[0] + " …")
