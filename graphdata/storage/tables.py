"""TOML text as plain tables, with every way in which the text can be wrong told in words."""

from __future__ import annotations

import re
import tomllib
from typing import Any

from graphdata.linter.findings import printable
from graphdata.storage.characters import name_of
from graphdata.storage.files import refusal

_AT = re.compile(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)$")
_KEY = re.compile(r"\s*([\w.\"'-]+)\s*=")
# A key of a hundred parts costs the parser quadratic time, and no dossier has one.
_ENDLESS_KEY = re.compile(r"""(?<![\w"'-])(?:(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+){100}""")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_INLINE_TWICE = "Duplicate inline table key "
_TWICE = ("Cannot overwrite a value", _INLINE_TWICE)
_WORDS = {
    "Cannot declare": ("this table is opened twice.", "Join the two tables, or use [[double brackets]] for a list."),
    "Illegal character": ("", "Delete the invisible character."),
    "Unescaped '\\' in a string": ("", "Double the backslash, or use 'single quotes'."),
    "Invalid value": ("", "Put text between quotation marks; true and false are written small."),
    "Invalid statement": ("", "Each line needs the form key = value; a table begins with [[ or [."),
    "Unterminated string": ("", "Close the quotation marks."),
    "Expected '=' after a key": ("", "Write key = value."),
}


def tables_in(text: str, place: str) -> dict[str, Any]:
    """Return the tables of a TOML file; the parser stops at the first fault of grammar, so that one is told alone."""
    _ensure_harmless(text, place)
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise refusal(place, "tables are nested too deeply.", "Flatten them.", "nesting") from None
    except ValueError as fault:
        raise _grammar(str(fault), text, place) from None


def _ensure_harmless(text: str, place: str) -> None:
    control, endless = _CONTROL.search(text), _ENDLESS_KEY.search(text)
    if control:
        message = f"the text holds {name_of(control[0])}."
        raise refusal(f"{place}, line {_line(control, text)}", message, "Delete that character.", "hidden-character")
    if endless:
        message = "a key here has more than a hundred parts joined by dots."
        raise refusal(f"{place}, line {_line(endless, text)}", message, "Flatten it.", "nesting")


def _line(found: re.Match[str], text: str) -> int:
    return text.count("\n", 0, found.start()) + 1


def _grammar(said: str, text: str, place: str) -> Exception:
    at = _AT.search(said)
    bare = _AT.sub("", said)
    line = _line_of(at, text)
    twice = bare.startswith(_TWICE)
    message, remedy = _doubled(bare, text, line) if twice else _in_words(bare)
    note = " The rest of this file could not be checked."
    return refusal(f"{place}, line {line}", message + note, remedy, "duplicate-key" if twice else "toml")


def _line_of(at: re.Match[str] | None, text: str) -> int:
    last = text.count("\n") + (0 if text.endswith("\n") else 1)
    return min(int(at[1]), last) if at and at[1] else max(last, 1)


def _in_words(bare: str) -> tuple[str, str]:
    plain = printable(bare)[:160]
    for start, (message, remedy) in _WORDS.items():
        if bare.startswith(start):
            return message or f"this is not TOML: {plain}.", remedy
    return f"this is not TOML: {plain}.", "Correct the line, or the one before it."


def _doubled(bare: str, text: str, line: int) -> tuple[str, str]:
    inline = bare.removeprefix(_INLINE_TWICE)
    message = _twice(text, line) if inline == bare else f"the key {printable(inline)[:80]} is given twice on this line."
    return message, "Keep one of the two."


def _twice(text: str, line: int) -> str:
    """Name the doubled key and the line of its first use, looking upwards from the second."""
    lines = text.split("\n")[:line]
    while lines and not _KEY.match(lines[-1]):
        lines.pop()
    found = _KEY.match(lines[-1]) if lines else None
    if not found:
        return "a key is given twice."
    name = found[1]
    first = next((number for number, row in enumerate(lines[:-1], 1) if _names(row, name, lines, number)), 0)
    where = f"; the first is on line {first}" if first else ""
    return f"the key '{printable(name)[:80]}' is given twice{where}."


def _names(row: str, name: str, lines: list[str], number: int) -> bool:
    """Whether a row gives the key in the table that is still open at the end of the lines."""
    found = _KEY.match(row)
    return bool(found and found[1] == name and not any(later.lstrip().startswith("[") for later in lines[number:]))
