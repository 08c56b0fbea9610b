"""Text from data inside XML: what XML forbids is left out, what it takes for markup is written as text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Final
from xml.sax.saxutils import escape

FORBIDDEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
SPECIAL: Final = re.compile(FORBIDDEN.pattern[:-1] + "&<>]")


def clean(text: str) -> str:
    """Return the text without the characters that XML 1.0 forbids."""
    return FORBIDDEN.sub("", text)


def content(text: str) -> str:
    """Return text from data, fit to stand in an element; most of it is so already."""
    return escape(clean(text)) if SPECIAL.search(text) else text


def content_of_all(texts: Iterable[str]) -> Callable[[str], str]:
    """Return how each of some texts is made fit for an element: by nothing, where one look finds no need in any."""
    return content if SPECIAL.search("\n".join(texts)) else str


def said(text: str) -> str:
    """Return text from data, fit for an element or an attribute."""
    return escape(clean(text), {'"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})
