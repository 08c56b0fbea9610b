"""How wide a text will be: advance widths of the shipped fonts, so that a picture is composed without a screen.

Kerning is left out, so a width is exact or slightly too large (below 3 %): it errs towards room, not towards overlap.
Widths are in the unit of the given size; the table is made by packaging/font_advances.py.
"""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from typing import Final

import msgspec

FAMILY: Final = "Noto Sans"
ASCENT: Final = 0.80  # share of the size from the baseline to the top of tall letters, for placing
DESCENT: Final = 0.24
LINE: Final = 1.22  # line pitch as a share of the size
UNKNOWN: Final = 700  # a letter the fonts lack, which another font of the system draws
WHOLE: Final = 1000  # the same of Chinese, Japanese and Korean letters, which fill a square
ELLIPSIS: Final = "…"


@cache
def _advances() -> dict[str, dict[str, int]]:
    """Return the table of advances, read once."""
    return msgspec.json.decode(Path(__file__).with_name("advances.json").read_bytes(), type=dict[str, dict[str, int]])


@lru_cache(maxsize=8192)
def width(text: str, size: float, bold: bool = False) -> float:
    """Return how wide the text is at the size, in the size's unit."""
    table = _advances()["bold" if bold else "regular"]
    known = [table.get(letter, 0) or _unknown(letter) for letter in text]
    return sum(known) * size / 1000


@cache
def _unknown(letter: str) -> int:
    """Return how wide a letter is that the table does not know, or that takes no room."""
    from unicodedata import east_asian_width  # seldom needed

    table = _advances()["regular"]
    return 0 if letter in table else WHOLE if east_asian_width(letter) in "WF" else UNKNOWN


def cut(text: str, room: float, size: float, bold: bool = False) -> str:
    """Return the text, shortened with an ellipsis where it is wider than the room."""
    if width(text, size, bold) <= room:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        fits = width(text[:middle].rstrip() + ELLIPSIS, size, bold) <= room
        low, high = (middle, high) if fits else (low, middle - 1)
    return text[:low].rstrip() + ELLIPSIS


@lru_cache(maxsize=4096)
def wrap(text: str, room: float, size: float, bold: bool = False, most: int = 99) -> tuple[str, ...]:
    """Return the text in lines no wider than the room, broken at spaces and, where a word is too long, inside it.

    No more than `most` lines come back; the last one ends in an ellipsis where more would follow.
    """
    lines: list[str] = []
    for word in text.split():
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and width(joined, size, bold) <= room:
            lines[-1] = joined
        else:
            lines += _pieces(word, room, size, bold)
    if len(lines) > most:
        lines = [*lines[: most - 1], cut(" ".join(lines[most - 1 :]), room, size, bold)]
    return tuple(lines)


def _pieces(word: str, room: float, size: float, bold: bool) -> list[str]:
    """Return a word in pieces that fit, whole where it does."""
    pieces, rest = [], word
    while width(rest, size, bold) > room and len(rest) > 1:
        fitting = max(1, len(cut(rest, room, size, bold)) - 1)
        pieces.append(rest[:fitting])
        rest = rest[fitting:]
    return [*pieces, rest]


def block(lines: tuple[str, ...], size: float, bold: bool = False) -> tuple[float, float]:
    """Return width and height of lines set under each other."""
    return max((width(line, size, bold) for line in lines), default=0.0), len(lines) * size * LINE
