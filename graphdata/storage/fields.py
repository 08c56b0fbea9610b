"""Check plain values against the structs of the model, field by field, and say every fault, not the first alone."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, NamedTuple, cast

from msgspec import Struct, inspect, structs

from graphdata.linter.findings import FieldPath, Names, quoted
from graphdata.storage.characters import name_of, unwelcome_in
from graphdata.vocabulary import ASPECT_PATTERN

LONGEST = 65_536
DEEPEST = 24
LARGEST: dict[type, float] = {int: 2**53, float: 1e300, bool: 1}
MANY_LINES = frozenset({"note", "policy", "quote", "quote_translation", "abstract"})
ID_WORDS = "followed by lower-case letters, digits and hyphens"
PATTERN_WORDS = {
    r"^actor:[a-z0-9][a-z0-9-]*$": f"Write actor: {ID_WORDS}.",
    r"^src:[a-z0-9][a-z0-9-]*$": f"Write src: {ID_WORDS}.",
    r"^rel:[a-z0-9][a-z0-9-]*$": f"Write rel: {ID_WORDS}.",
    r"^clm:[a-z0-9][a-z0-9-]*$": f"Write clm: {ID_WORDS}.",
    r"^(actor|src):[a-z0-9][a-z0-9-]*$": f"Write actor: or src: {ID_WORDS}.",
    r"^[a-z0-9][a-z0-9-]*$": "Write lower-case letters, digits and hyphens.",
    r"^[0-9a-f]{64}$": "Write the SHA-256 of the copy: 64 digits 0-9 and a-f.",
    ASPECT_PATTERN: (
        "Write exists, period, via, magnitude, magnitude:<word>, nature:<word>, "
        "or status: with proposed, agreed, in_progress, delivered or ended."
    ),
}


class Fault(NamedTuple):
    """What is wrong with one field, and what to do about it."""

    path: FieldPath
    message: str
    remedy: str
    rule: str


Check = Callable[[Any, Any, FieldPath], Iterator[Fault]]


def faults_in(value: object, struct: type, elsewhere: frozenset[str] = frozenset()) -> tuple[Fault, ...]:
    """Return every fault of a plain table that should make up the struct; some of its fields may have another place."""
    return tuple(_faults(value, described(struct, elsewhere), ()))


@cache
def described(struct: type, elsewhere: frozenset[str] = frozenset()) -> inspect.StructType:
    """Return what the annotations of a struct ask of each field that belongs here."""
    asked = [field for field in structs.fields(cast("type[Struct]", struct)) if field.name not in elsewhere]
    types = inspect.multi_type_info([field.type for field in asked])  # of these alone: a network's records take longer
    fields = zip(asked, types, strict=True)
    return inspect.StructType(
        struct, fields=tuple(inspect.Field(each.name, each.encode_name, kind, each.required) for each, kind in fields)
    )


def _faults(value: object, expected: inspect.Type, path: FieldPath) -> Iterator[Fault]:
    return _CHECKS[type(expected)](value, expected, path)


def _table(value: object, expected: inspect.StructType, path: FieldPath) -> Iterator[Fault]:
    if not isinstance(value, dict):
        yield _wrong_type(value, "a table of keys and values", path)
        return
    known = {field.name: field for field in expected.fields}
    for key in value:
        if key not in known:
            yield _unknown_key(key, tuple(known), path)
    for name, field in known.items():
        if name in value:
            yield from _faults(value[name], field.type, (*path, name))
        elif field.required:
            yield Fault((*path, name), f"the key {quoted(name)} is missing.", f"Add {name} = …", "missing-key")


def _unknown_key(key: object, known: tuple[str, ...], path: FieldPath) -> Fault:
    closing = Names(known).nearest(str(key)) or f" Known keys: {', '.join(known)}."
    message = f"the key {quoted(key)} is not known here."
    return Fault((*path, str(key)), message, f"Correct or remove it.{closing}", "unknown-key")


def _text(value: object, expected: inspect.StrType, path: FieldPath) -> Iterator[Fault]:
    if not isinstance(value, str):
        yield _wrong_type(value, "text", path)
        return
    yield from _length(value, expected, path)
    yield from _signs(value, path)
    if expected.pattern and not re.search(expected.pattern, value):
        remedy = PATTERN_WORDS.get(expected.pattern, f"Follow the pattern {expected.pattern}.")
        yield Fault(path, f"{quoted(value)} does not have the form that is needed here.", remedy, "pattern")


def _length(value: str, expected: inspect.StrType, path: FieldPath) -> Iterator[Fault]:
    limit = LONGEST if expected.max_length is None else expected.max_length
    if len(value) > limit:
        message = f"the text has {len(value):,} characters; at most {limit:,} are allowed here."
        yield Fault(path, message, "Shorten it, or move the rest into a note.", "too-long")
    if len(value.strip()) < (expected.min_length or 0):
        yield Fault(path, "the text is empty.", "Fill it in.", "empty")


def _signs(value: str, path: FieldPath) -> Iterator[Fault]:
    found = unwelcome_in(value, lines=bool(MANY_LINES.intersection(path)))
    if found:
        before = quoted(value[max(0, value.index(found) - 20) : value.index(found)])
        message = f"the text holds {name_of(found)} after {before}."
        remedy = "Write it on one line." if found in "\n\t" else "Delete that character and type the text again there."
        yield Fault(path, message, remedy, "hidden-character")


def _whole_number(value: object, expected: inspect.IntType, path: FieldPath) -> Iterator[Fault]:
    if not isinstance(value, int) or isinstance(value, bool):
        yield _wrong_type(value, "a whole number", path)
    elif not (_or(expected.ge, -math.inf) <= value <= _or(expected.le, math.inf)):
        remedy = f"Write a number from {expected.ge} to {expected.le}."
        yield Fault(path, f"{quoted(value)} is out of range.", remedy, "out-of-range")


def _or(limit: float | None, otherwise: float) -> float:
    return otherwise if limit is None else limit


def _number(value: object, expected: inspect.FloatType, path: FieldPath) -> Iterator[Fault]:  # noqa: ARG001 - a Check
    if not isinstance(value, (int, float)) or isinstance(value, bool):
        yield _wrong_type(value, "a number", path)
    else:
        yield from _finite(value, path)


def _finite(value: float, path: FieldPath) -> Iterator[Fault]:
    if isinstance(value, float) and not math.isfinite(value):
        yield Fault(path, f"{quoted(value)} is not a number to count with.", "Write a finite number.", "not-finite")
    elif abs(value) > LARGEST[type(value)]:
        yield Fault(path, "the number is too large to count with.", "Write a smaller number.", "not-finite")


def _yes_or_no(value: object, expected: inspect.BoolType, path: FieldPath) -> Iterator[Fault]:  # noqa: ARG001 - a Check
    if not isinstance(value, bool):
        yield _wrong_type(value, "true or false", path)


def _word(value: object, expected: inspect.LiteralType, path: FieldPath) -> Iterator[Fault]:
    words = tuple(str(word) for word in expected.values)
    if not isinstance(value, str):
        yield _wrong_type(value, f"one of {', '.join(words)}", path)
    elif value not in words:
        remedy = f"Choose one of: {', '.join(words)}.{Names(words).nearest(value)}"
        yield Fault(path, f"{quoted(value)} is not in the list.", remedy, "not-in-list")


def _list(value: object, expected: inspect.VarTupleType, path: FieldPath) -> Iterator[Fault]:
    if not isinstance(value, (list, tuple)):
        yield _wrong_type(value, "a list in square brackets", path)
        return
    if len(value) < (expected.min_length or 0):
        yield Fault(path, "the list is empty.", f"Give at least {expected.min_length}.", "empty")
    for index, item in enumerate(value):
        yield from _faults(item, expected.item_type, (*path, index))


def _perhaps(value: object, expected: inspect.UnionType, path: FieldPath) -> Iterator[Fault]:
    if value is not None:
        inner = next(kind for kind in expected.types if not isinstance(kind, inspect.NoneType))
        yield from _faults(value, inner, path)


def _mapping(value: object, expected: inspect.DictType, path: FieldPath) -> Iterator[Fault]:
    if not isinstance(value, dict):
        yield _wrong_type(value, "a table of keys and values", path)
        return
    for key, item in value.items():
        yield from _signs(str(key), path)
        yield from _faults(item, expected.value_type, (*path, str(key)))


def _anything(value: object, expected: inspect.AnyType, path: FieldPath) -> Iterator[Fault]:
    """Free tables (a bibliographic item) hold text, numbers, yes or no, lists and tables, and nothing else."""
    if len(path) > DEEPEST:
        yield Fault(path[:DEEPEST], "tables are nested too deeply here.", "Flatten them.", "nesting")
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _signs(str(key), path)
            yield from _anything(item, expected, (*path, str(key)))
    elif isinstance(value, (list, tuple)):
        for index, item in enumerate(value):
            yield from _anything(item, expected, (*path, index))
    else:
        yield from _plain(value, path)


def _plain(value: object, path: FieldPath) -> Iterator[Fault]:
    if isinstance(value, str):
        yield from _length(value, inspect.StrType(), path)
        yield from _signs(value, path)
    elif isinstance(value, (int, float)):
        yield from _finite(value, path)
    elif value is not None:
        yield _wrong_type(value, "text, a number, true or false", path)


def _wrong_type(value: object, wanted: str, path: FieldPath) -> Fault:
    found, remedy = _NOUNS.get(type(value).__name__, ("a value of another kind", ""))
    shown = "" if isinstance(value, (dict, list, tuple)) or value is None else f" {quoted(value)}"
    message = f"{wanted} is needed here, and this is {found}{shown}."
    if wanted == "text" and found.startswith("the bare"):
        remedy = _QUOTES
    return Fault(path, message, remedy or f"Write {wanted}.", "wrong-type")


_QUOTES = "Put it between quotation marks."
_NOUNS = {
    "str": ("the text", ""),
    "int": ("the bare number", ""),
    "float": ("the bare number", ""),
    "bool": ("the bare word", ""),
    "dict": ("a table", ""),
    "list": ("a list", ""),
    "tuple": ("a list", ""),
    "NoneType": ("nothing", "Leave the key out."),
    "date": ("the bare date", ""),
    "datetime": ("the bare date", ""),
    "time": ("the bare time", ""),
}
_CHECKS: dict[type[inspect.Type], Check] = {
    inspect.StructType: _table,
    inspect.StrType: _text,
    inspect.IntType: _whole_number,
    inspect.FloatType: _number,
    inspect.BoolType: _yes_or_no,
    inspect.LiteralType: _word,
    inspect.VarTupleType: _list,
    inspect.UnionType: _perhaps,
    inspect.DictType: _mapping,
    inspect.AnyType: _anything,
}
