"""Make equal values be written alike.

msgspec leaves a field out when it *is* its default and not when it merely equals it, and it writes 6000 where a number
with a point is declared and a whole one was given. Two equal networks could be written differently; after this, not.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple, TypeVar

import msgspec

T = TypeVar("T", bound=msgspec.Struct)


class _Plan(NamedTuple):
    """The fields of a struct that have a word as their default, that hold a number, or that hold further structs.

    Empty texts are left alone: Python keeps a single one.
    """

    words: tuple[tuple[str, str], ...]
    numbers: tuple[str, ...]
    nested: tuple[str, ...]


def settled(record: T) -> T:
    """Return the record itself, with equal values made the same ones."""
    plan = _plan(type(record))
    for name, default in plan.words:
        found = getattr(record, name)
        if found is not default and found == default:
            msgspec.structs.force_setattr(record, name, default)
    for name in plan.numbers:
        if isinstance(getattr(record, name), int):
            msgspec.structs.force_setattr(record, name, float(getattr(record, name)))
    for name in plan.nested:
        inner = getattr(record, name)
        for item in inner if isinstance(inner, tuple) else (inner,) if inner else ():
            settled(item)
    return record


@cache
def _plan(struct: type[msgspec.Struct]) -> _Plan:
    fields = msgspec.structs.fields(struct)
    words = tuple((field.name, field.default) for field in fields if isinstance(field.default, str) and field.default)
    numbers = tuple(field.name for field in fields if float in getattr(field.type, "__args__", (field.type,)))
    nested = tuple(field.name for field in fields if any(any(_plan(inner)) for inner in _structs_in(field.type)))
    return _Plan(words, numbers, nested)


def _structs_in(annotation: object) -> Iterator[type[msgspec.Struct]]:
    if isinstance(annotation, type) and issubclass(annotation, msgspec.Struct):
        yield annotation
    for part in getattr(annotation, "__args__", ()):
        yield from _structs_in(part)
