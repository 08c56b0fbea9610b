"""From a filter to the query that asks for it: the same filter always gives the same line."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Final

from graphdata.filter import Filter
from graphdata.network import Network
from graphdata.query.keys import HOSTILE, KEYS, UNDATED, Key, choices_of
from graphdata.query.tokens import NOT, written

_PLAIN_WORDS: Final = re.compile(r"[^\W_]+( [^\W_]+)*")
_RESERVED: Final = frozenset({NOT, HOSTILE, UNDATED})


def to_query(wanted: Filter, network: Network) -> str:
    """Return the query that asks for what a filter asks for."""
    return " ".join(_parts(wanted, network))


def _parts(wanted: Filter, network: Network) -> Iterator[str]:
    """Yield the terms, in the order of the keys, and at last what is left out."""
    for key in KEYS:
        yield from _of_key(key, wanted)
    if wanted.hostile != "all":
        yield HOSTILE if wanted.hostile == "only" else f"{NOT} {HOSTILE}"
    if not wanted.undated:
        yield f"{NOT} {UNDATED}"
    yield from _left_out(wanted, network)


def _of_key(key: Key, wanted: Filter) -> Iterator[str]:
    """Yield the term of a key, if the filter asks for it."""
    found = getattr(wanted, key.field)
    if key.form == "ends":
        yield from [f"{key.word}:{found}"] * (found == "both" and bool(wanted.actor_kinds))
        return
    if key.field == "period":
        found = found[key.word == "until"]
    if found == getattr(Filter(), key.field) or not found or (key.word == "steps" and not wanted.ego):
        return
    if key.form == "level":
        yield f"{key.word}>={found.name.lower()}"
    elif key.form == "text":
        is_plain = _PLAIN_WORDS.fullmatch(found) and _RESERVED.isdisjoint(found.lower().split())
        yield found if is_plain else f"{key.word}:{_quoted(found)}"
    elif key.form == "choices":
        known = [word for word, (own, _) in choices_of(key).items() if own in found]
        yield _term(key.word, known + _strange(key, found))
    elif isinstance(found, frozenset):
        yield _term(key.word, sorted(_slug(each) for each in found))
    else:
        yield f"{key.word}{'>=' if key.word == 'origins' else ':'}{written(_slug(str(found)))}"


def _left_out(wanted: Filter, network: Network) -> Iterator[str]:
    """Yield the terms of what is struck out and hidden, by kind."""
    claims = {each for each in wanted.struck if each in network.claim}
    sources = {each for each in wanted.struck - claims if each in network.source}
    listed = {
        "source": map(_slug, sources),
        "origin": (_slug(each) if each in network.actor else each for each in wanted.struck - claims - sources),
        "claim": map(_slug, claims),
        "actor": map(_slug, wanted.hidden_actors),
        "relation": map(_slug, wanted.hidden_relations),
    }
    for word, found in listed.items():
        names = sorted(found)
        if names:
            yield f"{NOT} {_term(word, names)}"


def _term(word: str, values: Collection[str]) -> str:
    return f"{word}:{','.join(map(written, values))}"


def _strange(key: Key, found: Collection[str]) -> list[str]:
    """Return words that the lists do not know, as they are."""
    return sorted(set(found) - {own for own, _ in choices_of(key).values()})


def _slug(record_id: str) -> str:
    """Return an id without its prefix."""
    prefix, _, slug = record_id.partition(":")
    return slug if prefix in ("actor", "src", "rel", "clm") else record_id


def _quoted(text: str) -> str:
    """Return a text in quotation marks, whatever it holds."""
    return written(text) if written(text) != text else f'"{text}"'
