"""What a cell of a workbook shows: shared text, a number as it was typed, a date as a date."""

from __future__ import annotations

import math
import re
from datetime import date, timedelta
from typing import Final, NamedTuple

_DATE_FORMATS: Final = frozenset({14, 15, 16, 17, 22, *range(27, 37), *range(50, 59)})
_NOT_CODE: Final = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')
_FIRST_DAY: Final = date(1899, 12, 30)  # spreadsheets count a 29 February 1900, so the days before it are one off
_NO_SUCH_DAY: Final = 60
_FROM_1904: Final = 1462


class Values(NamedTuple):
    """What the cells of a workbook refer to."""

    texts: list[str]
    dates: frozenset[int]
    from_1904: bool = False

    def shown(self, kind: str, style: int, text: str) -> str:
        """Return what a cell shows, from its type, its style and its stored text."""
        if kind == "s":
            number = int(text) if text.isascii() and text.isdigit() else -1
            return self.texts[number] if 0 <= number < len(self.texts) else ""
        if kind == "b":
            return "yes" if text == "1" else "no"
        if kind == "d":
            return text.partition("T")[0]
        return self._number(text, style) if kind in ("", "n") else text

    def _number(self, text: str, style: int) -> str:
        try:
            value = float(text)
        except ValueError:
            return text
        day = day_of(value, self.from_1904) if style in self.dates else ""
        return day or written(value) or text


def written(value: float) -> str:
    """Return a number as somebody types it, an empty string for what is none."""
    if not math.isfinite(value):
        return ""
    return str(int(value)) if value == int(value) and abs(value) < 1e15 else format(value, ".15g")


def day_of(value: float, from_1904: bool = False) -> str:
    """Return the day that a spreadsheet counts as a number, an empty string where there is none."""
    days = int(value) + _FROM_1904 * from_1904 if math.isfinite(value) else -1
    if days < 1 or days == _NO_SUCH_DAY:
        return ""
    try:
        return (_FIRST_DAY + timedelta(days + (days < _NO_SUCH_DAY))).isoformat()
    except OverflowError:
        return ""


def is_date_format(form: int, code: str) -> bool:
    """Return whether a number format shows days, months or years; what it quotes is no part of it."""
    bare = _NOT_CODE.sub("", code).casefold()
    return form in _DATE_FORMATS or any(letter in bare for letter in "dy") or "mmm" in bare
