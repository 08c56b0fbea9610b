"""How names in a table are compared, and the stable ids that are made of them."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from typing import Final

from graphdata.folding import fold, latin

_OTHER: Final = re.compile(r"[^a-z0-9]+")


def key_of(name: str) -> str:
    """Return a name as it is compared: without regard to case, to spaces, and to how letters are composed."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def slug_of(text: str, longest: int = 40) -> str:
    """Return Latin letters, digits and hyphens for a text in any script, cut at a word, the same every time."""
    plain = "-".join(word for word in _OTHER.split(latin(fold(text))) if word)
    if len(plain) > longest:
        plain = plain[: longest + 1].rpartition("-")[0] or plain[:longest]
    return plain or "x" + hashlib.sha256(key_of(text).encode()).hexdigest()[:8]


class Slugs:
    """Gives out slugs, each once: the second that would be the same gets a number."""

    def __init__(self) -> None:
        """Start with none given out."""
        self._given: set[str] = set()
        self._last: dict[str, int] = {}

    def of(self, *texts: str, longest: int = 40) -> str:
        """Return the next free slug for some texts."""
        wanted = "-".join(slug_of(text, longest) for text in texts)
        found, number = wanted, self._last.get(wanted, 1)
        while found in self._given:
            number += 1
            found = f"{wanted}-{number}"
        self._given.add(found)
        self._last[wanted] = number
        return found
