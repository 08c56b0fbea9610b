"""What can follow in a query at the cursor: keys, and after a key its values, with what each would show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from heapq import nsmallest
from typing import Final, NamedTuple

from graphdata.bulk import kept_with
from graphdata.calling import actors_meant, as_called
from graphdata.chains import publisher_of
from graphdata.counts import Counts, counts_of
from graphdata.folding import all_spellings, fold
from graphdata.network import Network
from graphdata.query.keys import (
    BY_DENIED_WORD,
    BY_WORD,
    ENDS,
    HOSTILE,
    KEYS,
    STRIKING,
    TURNED,
    UNDATED,
    Key,
    choices_of,
    levels,
    markings_of,
)
from graphdata.query.tokens import NOT, Term, Value, scanned, written
from graphdata.query.years import years_of
from graphdata.view import View

MOST: Final = 12
ENOUGH: Final = 2  # letters of a word before actors are offered for it


class Offer(NamedTuple):
    """Something that can be written at the cursor, and a word about it; complete says that a space may follow."""

    text: str
    note: str
    complete: bool = True


class Completion(NamedTuple):
    """What can stand between two places of a line."""

    start: int
    end: int
    offers: tuple[Offer, ...]


def completion(text: str, cursor: int, view: View) -> Completion:
    """Return what can follow in a query at the cursor, the likeliest first."""
    before = text[:cursor]
    terms = scanned(before).terms
    last = terms[-1] if terms and terms[-1].end == cursor else None
    if last and last.key:
        value = last.values[-1]
        found = _values(last, value, view)
        return Completion(value.start, cursor, tuple(found)[:MOST])
    part = last.values[0].text if last else ""
    start = cursor - len(part)
    words = before[:start].split()
    negated = bool(words) and words[-1].lower() == NOT
    return Completion(start, cursor, tuple(_keys(part, negated, view))[:MOST])


def _keys(part: str, negated: bool, view: View) -> Iterator[Offer]:
    """Yield the keys that begin with a part, and actors that do."""
    keys = (*STRIKING, *(key for key in KEYS if key.word in TURNED)) if negated else KEYS
    for key in keys:
        if key.word.startswith(part.lower()):
            yield Offer(f"{key.word}{key.sign}", key.about, False)
    plain = {HOSTILE: "acts against the receiver", UNDATED: "relations without any date"}
    bare = plain if negated else {HOSTILE: "hostile acts only", NOT: "leave out what follows"}
    yield from (Offer(word, about) for word, about in bare.items() if word.startswith(part.lower()))
    if not negated and len(part) >= ENOUGH:
        yield from (offer._replace(text=f"with:{offer.text}") for offer in _actors(part, (), view))


def _values(term: Term, value: Value, view: View) -> Iterable[Offer]:
    """Return the values that may follow a key, those left out that the term has already."""
    key = (BY_DENIED_WORD if term.negated and term.key not in TURNED else BY_WORD).get(term.key)
    taken = tuple(each.text.lower() for each in term.values[:-1])
    if key is None:
        return ()
    if key.form in ("actors", "actor") or key.word == "origin":
        return _actors(value.text, taken, view)
    if key.form == "sources":
        return _sources(value.text, taken, view)
    return (
        Offer(word, note) for word, note in _closed(key, view) if word not in taken and _begins(value.text, word, note)
    )


def _closed(key: Key, view: View) -> Iterator[tuple[str, str]]:
    """Yield the values of a key whose list is closed or short, each with a note."""
    if key.form == "choices":
        counts = _counts(counts_of(view), key)
        for word, (own, label) in choices_of(key).items():
            yield word, f"{label} · {counts.get(own, 0)}"
    elif key.form == "level":
        yield from ((word, f"{counts_of(view).min_confidence[level]} relations") for word, level in levels().items())
    elif key.word == "origins":
        yield from (
            (str(least), f"{number} relations") for least, number in counts_of(view).min_origins.items() if least
        )
    elif key.word == "steps":
        yield from ((str(steps), "steps") for steps in (1, 2, 3))
    elif key.form == "ends":
        yield from ENDS.items()
    elif key.form == "marking":
        yield from ((marking, "and below") for marking in markings_of(view.network))
    elif key.form == "date":
        yield from years_of(key, view)


def _counts(counts: Counts, key: Key) -> Mapping[str, int]:
    """Return how many relations each word of a closed list would show."""
    found: Mapping[str, int] = getattr(counts, key.field)
    return found


def _actors(part: str, taken: tuple[str, ...], view: View) -> Iterator[Offer]:
    """Yield actors on the map that may be meant by a part, the likeliest first."""
    but = _not_drawn(view.network) | {f"actor:{slug}" for slug in taken}
    for actor in actors_meant(view.network, part, MOST, but):
        yield Offer(written(actor.id.partition(":")[2]), actor.label)


def _not_drawn(network: Network) -> frozenset[str]:
    """Return the actors without a place on the map; kept with the network."""
    everyone = network.actor.keys()
    return kept_with(network, "_not_drawn", lambda: frozenset(everyone - {actor.id for actor in network.drawn}))


def _sources(part: str, taken: tuple[str, ...], view: View) -> Iterator[Offer]:
    """Yield sources of which title, outlet or id holds a part, those first that most rests on."""
    network, counts, wanted = view.network, counts_of(view).sources, as_called(part)
    names = [
        f"{each.id.partition(':')[2]} {each.short_title} {publisher_of(network, each)}" for each in network.sources
    ]
    found = [
        (-counts[source.id], slug, source.short_title)
        for source, text in zip(network.sources, all_spellings(names), strict=True)
        if f" {wanted}" in f" {text}" and (slug := source.id.partition(":")[2]) not in taken
    ]
    yield from (Offer(written(slug), title) for _, slug, title in nsmallest(MOST, found))


def _begins(part: str, word: str, note: str) -> bool:
    """Return whether a word or its label begins with a part."""
    return word.lower().startswith(part.lower().replace("_", "-")) or fold(note).startswith(fold(part) or "\0")
