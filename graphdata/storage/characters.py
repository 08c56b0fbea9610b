"""Characters that do not belong in a record: controls, marks that turn the reading direction, and invisible ones."""

from __future__ import annotations

import re
import unicodedata

CONTROLS = "\x00-\x1f\x7f-\x9f"
DIRECTION_MARKS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
INVISIBLE = "\u00ad\u180e\u200b-\u200d\u2028\u2029\u2060-\u2064\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"
SURROGATES = "\ud800-\udfff"
SUSPECTS = CONTROLS + DIRECTION_MARKS + INVISIBLE + SURROGATES
_SUSPECT = re.compile(f"[{SUSPECTS}]")
_JOINERS = ("\u200c", "\u200d")


def unwelcome_in(text: str, lines: bool = False) -> str:
    """Return the first character that may not stand in the text, or nothing; lines says whether line breaks may."""
    for found in _SUSPECT.finditer(text):
        if not (_is_spelling(text, found.start()) or (lines and found[0] in "\n\t")):
            return found[0]
    return ""


def _is_spelling(text: str, at: int) -> bool:
    """Persian writes its half-space with a non-joiner and Indic scripts use joiners: between such letters they stay."""
    around = text[max(at - 1, 0) : at] + text[at + 1 : at + 2]
    return text[at] in _JOINERS and len(around) == 2 and all(ord(sign) > 0x5FF and _is_letter(sign) for sign in around)


def _is_letter(sign: str) -> bool:
    return unicodedata.category(sign)[0] in "LM"


def name_of(sign: str) -> str:
    """Return a character as a reader can look it up, such as U+202E RIGHT-TO-LEFT OVERRIDE."""
    usual = {"\n": "LINE BREAK", "\t": "TAB", "\r": "CARRIAGE RETURN"}
    kind = "LONE SURROGATE" if "\ud800" <= sign <= "\udfff" else "CONTROL CHARACTER"
    return f"U+{ord(sign):04X} {usual.get(sign) or unicodedata.name(sign, kind)}"
