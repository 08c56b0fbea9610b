"""What a check hands back: a finding about one record, before anybody knows in which file the record stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple, TypeAlias

from graphdata.network import Actor, Network, Relation
from graphdata.problems import Problem, Severity
from graphdata.sourcing import Accepted, Claim, Source

FieldPath: TypeAlias = tuple[str | int, ...]
Place: TypeAlias = Callable[[str, FieldPath], str]
NOUNS = {"actor": "actor", "src": "source", "rel": "relation", "clm": "claim"}
SHOWN = 80
COMPARISONS = 4_000_000


class Finding(NamedTuple):
    """One thing to mend or to think about; beside names a second record that may accept it as well."""

    record: str
    field: FieldPath
    message: str
    remedy: str
    rule: str
    severity: Severity = "warning"
    beside: str = ""


def error(record: str, field: FieldPath, message: str, remedy: str, rule: str) -> Finding:
    """Return a finding that forbids opening the network."""
    return Finding(record, field, message, remedy, rule, "error")


def field_in_words(field: FieldPath) -> str:
    """Return a path of keys as a reader follows it; items of a list count from one."""
    said = ""
    for step in field:
        said += f" item {step + 1}" if isinstance(step, int) else f".{step}"
    return said.removeprefix(".")


def record_in_words(record: str) -> str:
    """Return an id with the noun of its record before it; the network itself has no id of this form."""
    noun = NOUNS.get(record.partition(":")[0])
    return f"{noun} {record}" if noun else "network"


def place_in_words(record: str, field: FieldPath) -> str:
    """Return where a finding is when no file is known: the record, then the field."""
    return ", ".join(part for part in (record_in_words(record), field_in_words(field)) if part)


def printable(text: str) -> str:
    """Return the text with every sign that a terminal would obey, or that no reader could see, spelt out."""
    return "".join(sign if sign.isprintable() else f"\\u{ord(sign):04x}" for sign in text)


def quoted(text: object) -> str:
    """Return a value between quotes, cut to a readable length, with nothing in it that a terminal would obey."""
    said = _said(text)
    safe = printable(said[:SHOWN])
    return f"'{safe}…'" if len(said) > SHOWN else f"'{safe}'"


def _said(value: object) -> str:
    if isinstance(value, int) and value.bit_length() > 256:
        return f"a number of {value.bit_length()} bits"
    return str(value)


def records_of(network: Network) -> Iterator[Actor | Source | Relation | Claim]:
    """Yield every record that has an id."""
    yield from network.actors
    yield from network.sources
    yield from network.relations
    yield from network.claims


def acceptances(network: Network) -> dict[str, tuple[Accepted, ...]]:
    """Return what the editors let stand, by the id of the record that says so."""
    return {record.id: record.accepted for record in records_of(network) if record.accepted}


def problems_from(findings: Iterable[Finding], network: Network, place: Place) -> tuple[Problem, ...]:
    """Return the findings as problems with their places; an error cannot be accepted away."""
    accepted = acceptances(network)
    return tuple(_problem(finding, accepted, place) for finding in findings)


def _problem(finding: Finding, accepted: Mapping[str, tuple[Accepted, ...]], place: Place) -> Problem:
    reason = "" if finding.severity == "error" else _reason(finding, accepted)
    where = place(finding.record, finding.field)
    return Problem(where, finding.message, finding.remedy, finding.rule, finding.severity, reason)


def _reason(finding: Finding, accepted: Mapping[str, tuple[Accepted, ...]]) -> str:
    asked = (*accepted.get(finding.record, ()), *accepted.get(finding.beside, ()))
    return next((item.reason for item in asked if item.finding == finding.rule), "")


class Names:
    """Known names that a misspelt one is compared with; silent after a while, so that a wholly wrong file ends soon."""

    def __init__(self, known: Iterable[str], questions: int = 200) -> None:
        """Keep the names, and how many misspelt words are worth the search."""
        self.known = tuple(known)
        self._questions_left = min(questions, COMPARISONS // max(len(self.known), 1))

    def nearest(self, word: str) -> str:
        """Return a closing remark that names the most similar known name, or nothing when none is like it."""
        from rapidfuzz import fuzz, process

        self._questions_left -= 1
        if self._questions_left < 0:
            return ""
        found = process.extractOne(_tail(word[:200]), self._tails, scorer=fuzz.ratio, score_cutoff=60)
        return f" Nearest name: {quoted(self.known[found[2]])}." if found else ""

    @cached_property
    def _tails(self) -> list[str]:
        return [_tail(name) for name in self.known]


def _tail(name: str) -> str:
    """What tells one id from another: the part behind the kind of record that all of them share."""
    return name.partition(":")[2] or name


def loops_in(steps: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, ...]]:
    """Yield each loop among records that point at one another, once, starting at its first id in order."""
    done: set[str] = set()
    for start in sorted(steps):
        if start not in done:
            yield from _loops_from(start, steps, done)


def _loops_from(start: str, steps: Mapping[str, Iterable[str]], done: set[str]) -> Iterator[tuple[str, ...]]:
    trail, waiting = {start: None}, [iter(steps.get(start, ()))]
    while waiting:
        following = next(waiting[-1], None)
        if following is None:
            waiting.pop()
            done.add(trail.popitem()[0])
        elif following in trail:
            yield _turned(tuple(trail), following)
        elif following not in done:
            trail[following] = None
            waiting.append(iter(steps.get(following, ())))


def _turned(trail: tuple[str, ...], entry: str) -> tuple[str, ...]:
    loop = trail[trail.index(entry) :]
    first = loop.index(min(loop))
    return (*loop[first:], *loop[:first])
