"""JSON Lines as records: fast where all is well, field by field where it is not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

import msgspec

from graphdata.bulk import Told, no_one
from graphdata.linter.findings import field_in_words, printable, quoted
from graphdata.problems import DatasetError, Problem
from graphdata.sourcing import Source
from graphdata.storage.characters import SUSPECTS
from graphdata.storage.fields import LONGEST, faults_in
from graphdata.storage.files import decoded

T = TypeVar("T")
MOST_TOLD = 200
BLOCK = 256 * 1024  # bytes that are decoded at once
# What the checks of fields might object to: any suspect sign but the line end, and any sign written as an escape.
_SIGN = re.compile("[" + SUSPECTS.replace("\x00-\x1f", "\x00-\x09\x0b-\x1f") + "]")
_ESCAPE = re.compile(r"\\[^\"\\/]")
_FAULTS = (msgspec.MsgspecError, UnicodeDecodeError, RecursionError, OverflowError)
_ENCODER = msgspec.json.Encoder(order="sorted")


def lines_of(records: Iterable[Any]) -> bytes:
    """Return records as JSON Lines, in the order given."""
    return _ENCODER.encode_lines(records)


def records_in(
    data: bytes, struct: type[T], file: str, elsewhere: frozenset[str] = frozenset(), told: Told = no_one
) -> list[T]:
    """Return the records of JSON Lines, or raise a DatasetError that names the faults line by line."""
    text = decoded(data, file)
    records: list[T] = []
    decoder, suspects, first = msgspec.json.Decoder(struct), list[tuple[int, str]](), 1
    try:
        for start, end in _blocks(data):
            records += decoder.decode_lines(data[start:end])
            lines = data[start:end].decode().split("\n")
            suspects += _suspects(lines, first, struct)
            first += len(lines) - 1
            told(end / len(data))
    except _FAULTS:
        problems = _problems(enumerate(text.split("\n"), 1), struct, file, elsewhere)
    else:
        problems = _problems(suspects, struct, file, elsewhere)
        if not problems:
            return records
    raise DatasetError(problems or [Problem(file, "it cannot be read.", "Export the pack again.", "pack-damaged")])


def _blocks(data: bytes) -> Iterator[tuple[int, int]]:
    """Yield where blocks of whole lines begin and end: none holds the interpreter for longer than a frame."""
    start = 0
    while start < len(data):
        end = data.find(b"\n", start + BLOCK) + 1 or len(data)
        yield start, end
        start = end


def _suspects(lines: list[str], first: int, struct: type[Any]) -> Iterator[tuple[int, str]]:
    """Yield the lines whose text needs a closer look, numbered; free tables (in a source) always do."""
    if struct is Source or _is_suspect("\n".join(lines)) or max(map(len, lines)) > LONGEST:
        for number, line in enumerate(lines, first):
            if struct is Source or len(line) > LONGEST or _is_suspect(line):
                yield number, line


def _is_suspect(text: str) -> bool:
    return bool(_ESCAPE.search(text) or _SIGN.search(text))


def _problems(
    lines: Iterable[tuple[int, str]], struct: type[Any], file: str, elsewhere: frozenset[str]
) -> list[Problem]:
    found: list[Problem] = []
    for number, line in lines:
        if line.strip():
            found.extend(_problems_of_line(line, struct, f"{file}, line {number}", elsewhere))
        if len(found) > MOST_TOLD:
            return [*found, Problem(file, "there is more like this.", "Mend these first.", "more")]
    return found


def _problems_of_line(line: str, struct: type[Any], place: str, elsewhere: frozenset[str]) -> Iterator[Problem]:
    try:
        row = msgspec.json.decode(line)
    except _FAULTS as said:
        message = f"this is not JSON: {printable(str(said))[:160]}."
        yield Problem(place, message, "Export the pack again.", "json")
        return
    name = quoted(row["id"]) if isinstance(row, dict) and "id" in row else ""
    for fault in faults_in(row, struct, elsewhere):
        where = ", ".join(part for part in (place, name, field_in_words(fault.path)) if part)
        yield Problem(where, fault.message, fault.remedy, fault.rule)
