"""The parts of a query: terms such as from:russia or origins>=2, words alone, and what is amiss with its form."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from graphdata.filter import FilterError

NOT: Final = "not"
_HEAD: Final = re.compile(r"([A-Za-z][A-Za-z-]*)(>=|<=|[:=<>])")
_QUOTED: Final = re.compile(r'"((?:[^"\\]|\\.)*)("?)')
_BARE: Final = re.compile(r'[^\s"]+')
_LISTED: Final = re.compile(r'[^\s",]*')
_ESCAPED: Final = re.compile(r"\\(.)")


class Slip(NamedTuple):
    """A mistake: where it stands in the line, what it is, and what to write instead."""

    start: int
    end: int
    message: str
    remedy: str


class QueryError(FilterError):
    """A query that cannot be read; it names every mistake with its place."""

    def __init__(self, text: str, slips: tuple[Slip, ...]) -> None:
        """Say what is wrong, one line a mistake."""
        lines = [f"“{text[each.start : each.end]}” at {each.start + 1}: {each.message} {each.remedy}" for each in slips]
        super().__init__("\n".join(lines))
        self.slips = slips


class Value(NamedTuple):
    """One value of a term as it was meant, without quotation marks, and where it stands."""

    text: str
    start: int
    end: int


class Term(NamedTuple):
    """One thing asked: a key with its values, or a word alone, which has no key; not turns it round."""

    key: str
    sign: str
    values: tuple[Value, ...]
    negated: bool
    quoted: bool
    start: int
    end: int


class Scanned(NamedTuple):
    """The terms of a query, and the mistakes in its form."""

    terms: tuple[Term, ...]
    slips: tuple[Slip, ...]


def scanned(text: str) -> Scanned:
    """Return the terms of a query."""
    return _Scanner(text).scan()


class _Scanner:
    """Goes through a query from left to right."""

    def __init__(self, text: str) -> None:
        """Begin at the beginning."""
        self.text, self.at = text, 0
        self.terms: list[Term] = []
        self.slips: list[Slip] = []

    def scan(self) -> Scanned:
        """Return all terms."""
        denied = -1  # where a not stands that waits for its term
        while self._to_next():
            start = self.at
            head = _HEAD.match(self.text, start)
            if head:
                self.at = head.end()
                values = self._values()
                key, sign, quoted = head[1].lower(), head[2], False
            else:
                key, sign, quoted = "", "", self.text[start] == '"'
                values = (self._value(_BARE),)
            if not quoted and not key and values[0].text.lower() == NOT and denied < 0:
                denied = start
                continue
            self.terms.append(
                Term(key, sign, values, denied >= 0, quoted, max(denied, 0) if denied >= 0 else start, self.at)
            )
            denied = -1
        if denied >= 0:
            self._slip(denied, "nothing follows “not”.", "Write what to leave out, such as not source:…")
        return Scanned(tuple(self.terms), tuple(self.slips))

    def _to_next(self) -> bool:
        """Go past spaces; return whether anything is left."""
        while self.at < len(self.text) and self.text[self.at].isspace():
            self.at += 1
        return self.at < len(self.text)

    def _values(self) -> tuple[Value, ...]:
        """Return values that commas part."""
        found = [self._value(_LISTED)]
        while self.text[self.at : self.at + 1] == ",":
            self.at += 1
            found.append(self._value(_LISTED))
        return tuple(found)

    def _value(self, bare: re.Pattern[str]) -> Value:
        """Return one value, in quotation marks or without."""
        start = self.at
        quoted = _QUOTED.match(self.text, start)
        if quoted:
            self.at = quoted.end()
            if not quoted[2]:
                self._slip(start, "the quotation mark is not closed.", 'Add another " after the last word.')
            return Value(_ESCAPED.sub(r"\1", quoted[1]), start, self.at)
        found = bare.match(self.text, start)
        self.at = found.end() if found else start
        return Value(self.text[start : self.at], start, self.at)

    def _slip(self, start: int, message: str, remedy: str) -> None:
        self.slips.append(Slip(start, len(self.text), message, remedy))


def written(value: str) -> str:
    """Return a value as it is written in a query: in quotation marks where it has to be."""
    if value and re.fullmatch(r"[\w.:+/~*?=<>-]+", value):
        return value
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
