"""Letters written from the right among letters written from the left: names kept apart, so that arrows stay true.

An arrow between two Persian names belongs to neither script and would be turned with them: the giver would stand where
the receiver should. Names are therefore put between the isolating marks of Unicode (UAX 9).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from unicodedata import bidirectional

FIRST_STRONG: Final = "\u2068"
POP: Final = "\u2069"
LEFT_TO_RIGHT: Final = "\u200e"
FROM_THE_RIGHT: Final = frozenset({"R", "AL"})
_ISOLATING: Final = re.compile(f"[{FIRST_STRONG}{POP}]")


def is_from_the_right(text: str) -> bool:
    """Return whether any letter is written from right to left."""
    return not text.isascii() and any(bidirectional(sign) in FROM_THE_RIGHT for sign in text)


def isolated(name: str) -> str:
    """Return a name that keeps its direction to itself; one without letters from the right stays as it is."""
    return f"{FIRST_STRONG}{name}{POP}" if is_from_the_right(name) else name


def between(giver: str, receiver: str, mutual: bool) -> str:
    """Return who gives to whom, whatever the names are written in: "Iran → Russia", "Russia ↔ Iran"."""
    return f"{isolated(giver)} {'↔' if mutual else '→'} {isolated(receiver)}"


def marked(text: str) -> str:
    """Return text with marks that word processors know in the place of isolating ones, which they do not."""
    return _ISOLATING.sub(LEFT_TO_RIGHT, text)


def unmarked(text: str) -> str:
    """Return text without isolating marks, for files that are read by programs."""
    return _ISOLATING.sub("", text)


def stretches(text: str) -> Iterator[tuple[str, bool]]:
    """Yield text piece by piece, each with whether it is written from the right; blanks inside belong to the piece."""
    if not is_from_the_right(text):
        yield text, False
        return
    start = 0
    for first, end in _from_the_right(text):
        yield from [(text[start:first], False)] if first > start else []
        yield text[first:end], True
        start = end
    yield from [(text[start:], False)] if start < len(text) else []


def _from_the_right(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each stretch of letters from the right begins and ends."""
    first = last = -1
    for at, sign in enumerate(text):
        way = bidirectional(sign)
        if way in FROM_THE_RIGHT:
            first, last = (at if first < 0 else first), at
        elif first >= 0 and way in ("L", "EN"):
            yield first, last + 1
            first = -1
    if first >= 0:
        yield first, last + 1
