"""Plain values as TOML that people like to edit: one key a line, a record's lists of tables one table a line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

_BARE: Final = re.compile(r"[A-Za-z0-9_-]+")
_TO_ESCAPE: Final = re.compile(r'[\x00-\x1f\x7f"\\]')
_SHORT: Final = {"\b": r"\b", "\t": r"\t", "\n": r"\n", "\f": r"\f", "\r": r"\r", '"': r"\"", "\\": r"\\"}


def tables_of(name: str, records: Iterable[Mapping[str, Any]]) -> str:
    """Return records as a list of tables of one name."""
    return "\n".join(f"[[{name}]]\n{table_of_keys(record)}" for record in records)


def table_of_keys(record: Mapping[str, Any]) -> str:
    """Return a record as lines of a key and its value; what is None has no form in TOML and is left out."""
    return "".join(f"{_key(key)} = {_block(value)}\n" for key, value in record.items() if value is not None)


def _key(key: str) -> str:
    return key if _BARE.fullmatch(key) else _quoted(key)


def _block(value: object) -> str:
    """Return a value that has a line to itself, and may take more than one."""
    if isinstance(value, str) and "\n" in value:
        return f'"""\n{_escaped(value, keep=chr(10))}"""'
    if isinstance(value, (list, tuple)) and any(isinstance(item, Mapping) for item in value):
        return "[\n" + "".join(f"  {_inline(item)},\n" for item in value) + "]"
    return _inline(value)


def _inline(value: object) -> str:
    """Return a value within one line."""
    if isinstance(value, str):
        return _quoted(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        pairs = ", ".join(f"{_key(key)} = {_inline(item)}" for key, item in value.items() if item is not None)
        return f"{{ {pairs} }}" if pairs else "{}"
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(map(_inline, value))}]"
    return repr(value)


def _quoted(text: str) -> str:
    return f'"{_escaped(text)}"'


def _escaped(text: str, keep: str = "") -> str:
    return _TO_ESCAPE.sub(lambda found: found[0] if found[0] in keep else _escape(found[0]), text)


def _escape(sign: str) -> str:
    return _SHORT.get(sign, f"\\u{ord(sign):04X}")
