"""From a query to the filter that it asks for, or to every mistake in it."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, Final, NamedTuple

from graphdata.dates import span_of
from graphdata.filter import Filter, FilterError
from graphdata.folding import fold
from graphdata.naming import actor_called, actor_named, nearest, one_of
from graphdata.network import Network
from graphdata.query.keys import (
    BY_DENIED_WORD,
    BY_WORD,
    ENDS,
    HOSTILE,
    PREFIXES,
    TURNED,
    UNDATED,
    Key,
    choices_of,
    levels,
    markings_of,
)
from graphdata.query.tokens import QueryError, Slip, Term, scanned, written

MOST_STEPS: Final = 99
LEAST: Final = ("level", "number")  # forms that ask for this much or more
SINGLE: Final = ("level", "number", "date", "actor", "ends", "marking", "text")


class Query(NamedTuple):
    """What a line of text asks: a filter, as far as it can be read, and the mistakes in it."""

    filter: Filter
    slips: tuple[Slip, ...]


def read_query(text: str, network: Network) -> Query:
    """Return what a query asks of a network, with every mistake in it."""
    terms, slips = scanned(text)
    reader = _Reader(network)
    for term in terms:
        reader.take(term)
    return Query(reader.filter(), tuple(sorted({*slips, *reader.slips})))


def from_query(text: str, network: Network) -> Filter:
    """Return the filter that a query asks for; raises QueryError with every mistake."""
    query = read_query(text, network)
    if query.slips:
        raise QueryError(text, query.slips)
    return query.filter


class _Reader:
    """Takes one term after the other into the fields of a filter."""

    def __init__(self, network: Network) -> None:
        """Ask for nothing yet."""
        self.network = network
        self.fields: dict[str, Any] = {}
        self.given: dict[str, Term] = {}
        self.slips: list[Slip] = []

    def filter(self) -> Filter:
        """Return the filter of what has been taken."""
        self._settle_ends()
        steps = self.given.get("steps")
        if steps and "ego" not in self.fields:
            self._slip(steps.start, steps.end, "steps count from an actor.", "Write around:iran steps:2.")
        return Filter(**self.fields)

    def _settle_ends(self) -> None:
        """Let either end be of the kinds that are asked for, and both where kinds are left out: unless it is said."""
        kinds, ends = self.given.get("actor-kind"), self.given.get("actor-ends")
        if "actor_kinds" not in self.fields:
            if ends:
                self._slip(ends.start, ends.end, "no kind of actor is asked for.", "Write actor-kind:state before it.")
            self.fields.pop("actor_ends", None)
        elif kinds:
            self.fields.setdefault("actor_ends", "both" if kinds.negated else "either")

    def take(self, term: Term) -> None:
        """Take a term."""
        if not term.key:
            self._take_word(term)
            return
        key = (BY_DENIED_WORD if term.negated and term.key not in TURNED else BY_WORD).get(term.key)
        if key is None:
            self._slip(*_span_of_key(term), *_no_such_key(term))
        elif self._is_well_formed(key, term):
            self._take_key(key, term)

    def _take_word(self, term: Term) -> None:
        """Take a word without a key: hostile, undated, or a word to look for."""
        word = term.values[0].text
        if not term.quoted and word.lower() == HOSTILE:
            self.fields["hostile"] = "none" if term.negated else "only"
        elif not term.quoted and word.lower() == UNDATED and term.negated:
            self.fields["undated"] = False
        elif not term.quoted and word.lower() == UNDATED:
            self._slip(term.start, term.end, "undated relations are shown anyway.", "Write not undated to drop them.")
        elif term.negated:
            remedy = "Write not before source:, origin:, claim:, actor:, relation:, domain:, hostile or undated."
            self._slip(term.start, term.end, "words to look for cannot be turned round.", remedy)
        else:
            self._look_for(word)

    def _is_well_formed(self, key: Key, term: Term) -> bool:
        """Return whether the sign fits the key and the values are as many as it takes; else tell."""
        start, end = _span_of_key(term)
        if term.sign not in ((">=", ":") if key.form in LEAST and key.word != "steps" else (":",)):
            self._slip(start, end, f"“{term.sign}” cannot follow {key.word}.", f"Write {key.example}.")
        elif any(not value.text for value in term.values) and key.form != "text":
            self._slip(start, term.end, f"a value is missing after {key.word}.", f"Write {key.example}.")
        elif len(term.values) > 1 and key.form in SINGLE:
            self._slip(start, term.end, f"{key.word} takes one value.", f"Write {key.example}.")
        elif key.form in SINGLE and key.word in self.given:
            self._slip(start, term.end, f"{key.word} is there twice.", "Keep one of the two.")
        else:
            self.given[key.word] = term
            return True
        return False

    def _take_key(self, key: Key, term: Term) -> None:
        """Take the values of a key into its field; a value that cannot be is told, and the others count."""
        found = []
        for value in term.values:
            try:
                found.append(value_of(key, value.text, self.network))
            except FilterError as fault:
                message, _, remedy = str(fault).removeprefix(f"{key.word}: ").partition(". ")
                self._slip(value.start, value.end, f"{message.rstrip('.')}.", remedy or f"Write {key.example}.")
        if not found:
            return
        if key.field == "period":
            begins, ends = self.fields.get("period", ("", ""))
            self.fields["period"] = (found[0], ends) if key.word == "since" else (begins, found[0])
        elif key.form == "text":
            self._look_for(found[0])
        elif key.form in SINGLE:
            self.fields[key.field] = found[0]
        else:
            wanted = _all_but(key, frozenset(found)) if term.negated and key.word in TURNED else frozenset(found)
            self.fields[key.field] = self.fields.get(key.field, frozenset()) | wanted

    def _look_for(self, words: str) -> None:
        """Take words that have to be mentioned, after those taken before."""
        self.fields["text"] = f"{self.fields['text']} {words}" if "text" in self.fields else words

    def _slip(self, start: int, end: int, message: str, remedy: str) -> None:
        self.slips.append(Slip(start, end, message, remedy))


def _all_but(key: Key, words: frozenset[str]) -> frozenset[str]:
    """Return the other words of a closed list."""
    return frozenset(word for word, _ in choices_of(key).values()) - words


def _span_of_key(term: Term) -> tuple[int, int]:
    """Return where a term begins, and where its key and sign end."""
    return term.start, term.values[0].start


def _no_such_key(term: Term) -> tuple[str, str]:
    """Return what is wrong with a key and what to write instead."""
    if term.negated and term.key in BY_WORD:
        return f"not cannot stand before {term.key}:.", f"not takes {', '.join([*BY_DENIED_WORD, *sorted(TURNED)])}."
    if not term.negated and term.key in BY_DENIED_WORD:
        return f"{term.key}: can only be left out.", f"Write not {term.key}:…"
    keys = BY_DENIED_WORD if term.negated else BY_WORD
    near = keys.get(nearest(term.key, {word: word for word in keys}) or "")
    listed = f"There are {', '.join(keys)}; words with a sign go into quotes."
    remedy = f"Did you mean {_with_key(term, near)}?" if near else listed
    return f"there is no “{term.key}{term.sign}”.", remedy


def _with_key(term: Term, key: Key) -> str:
    """Return a term as it would stand with another key; the example of the key, where no value was written."""
    values = ",".join(written(value.text) for value in term.values if value.text)
    return f"{'not ' * term.negated}{key.word}{key.sign}{values}" if values else key.example


def value_of(key: Key, text: str, network: Network) -> Any:  # noqa: ANN401 - whatever a field of the filter holds
    """Return what a value means to the filter; raises FilterError with what to write instead."""
    if key.form == "choices":
        choices = choices_of(key)
        return choices[one_of(key.word, text.lower().replace("_", "-"), choices)][0]
    if key.form == "level":
        return levels()[one_of(key.word, text.lower(), levels())]
    if key.form == "ends":
        return one_of(key.word, text.lower(), ENDS)
    if key.form == "number":
        return _number(key, text)
    if key.form == "date":
        return _date(key, text)
    if key.form == "marking":
        return one_of(key.word, text, markings_of(network))
    if key.form in ("actors", "actor"):
        return actor_named(key.word, text, network)
    if key.form == "sources":
        return _source(key.word, text, network)
    return text if key.form == "text" else _record(key, text, network)


def _date(key: Key, text: str) -> str:
    """Return a date as it is written, if it can be read."""
    try:
        span_of(text)
    except ValueError as fault:
        raise FilterError(f"{key.word}: {fault}") from fault
    return text


def _number(key: Key, text: str) -> int:
    """Return a whole number in its bounds."""
    low, high = (1, MOST_STEPS) if key.word == "steps" else (0, 10**6)
    if not (text.isascii() and text.isdigit()) or not low <= int(text) <= high:
        raise FilterError(f"{key.word}: “{text}” is not a number from {low} to {high}. Write {key.example}.")
    return int(text)


def _source(word: str, text: str, network: Network) -> str:
    """Return the id of a source named by its id, with or without the prefix, or by its title or outlet alone."""
    for wanted in (text, f"src:{text}"):
        if wanted in network.source:
            return wanted
    said = fold(text)
    called = [each.id for each in network.sources if said in (fold(each.short_title), fold(each.publisher))]
    if len(called) == 1:
        return called[0]
    if called:
        raise FilterError(f"{word}: several sources are called “{text}”. Write one of {_listed(called)}.")
    return _one_id(word, f"src:{text.removeprefix('src:')}", network.source)


def _record(key: Key, text: str, network: Network) -> str:
    """Return the id of a claim or a relation, or an origin: an actor, a source, or what the evidence names it by."""
    if key.word == "origin":
        origin = actor_called(text, network)
        if origin or ":" in text or text == "unattributed":
            return origin or text
        return actor_named(key.word, text, network)
    records = network.claim if key.word == "claim" else network.relation
    return _one_id(key.word, PREFIXES[key.word] + text.removeprefix(PREFIXES[key.word]), records)


def _one_id(word: str, wanted: str, known: Collection[str]) -> str:
    """Return an id that there is; raises FilterError with the nearest."""
    if wanted in known:
        return wanted
    slug = wanted.partition(":")[2]
    near = nearest(slug, {each.partition(":")[2]: each for each in known})
    remedy = f"Did you mean {near.partition(':')[2]}?" if near else "Find it with Ctrl+F and take the id from its page."
    raise FilterError(f"{word}: there is no {word} “{slug}”. {remedy}")


def _listed(ids: list[str]) -> str:
    """Return ids without their prefixes, in words."""
    return ", ".join(each.partition(":")[2] for each in sorted(ids))
