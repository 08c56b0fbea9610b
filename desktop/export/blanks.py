"""Blanks in a PDF of Qt's: it says that they are tabulators, since the font draws both with one glyph.

A reader that takes the file at its word finds no two words of a sentence. The tables from glyphs to letters are not
compressed, and both letters are written with four digits, so they change in place.
"""

from __future__ import annotations

import re
from typing import Final

TABLE: Final = re.compile(rb"beginbfrange.*?endbfrange", re.DOTALL)
LETTERS: Final = re.compile(rb"\[[^\]]*\]")


def with_blanks(pdf: bytes) -> bytes:
    """Return the file with blanks that are blanks; its length, and so every place in it, stays."""
    return TABLE.sub(_mended, pdf)


def _mended(table: re.Match[bytes]) -> bytes:
    """Return one table with blanks for tabulators, in the lists of letters alone: glyphs have numbers like theirs."""
    return LETTERS.sub(lambda letters: letters.group().replace(b"<0009>", b"<0020>"), table.group())
