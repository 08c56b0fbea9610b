"""JSON Lines become records, or a list of faults by line."""

from __future__ import annotations

import pytest

from graphdata.network import Actor, Name
from graphdata.problems import DatasetError
from graphdata.sourcing import Source
from graphdata.storage.lines import MOST_TOLD, lines_of, records_in

RUSSIA = Actor(id="actor:ru", kind="state", names=(Name(text="Россия"),), note="one\n\ttwo \\ “three”")


def refusal(data: bytes, struct: type = Actor) -> tuple[str, ...]:
    with pytest.raises(DatasetError) as refused:
        records_in(data, struct, "a.jsonl")
    return tuple(str(problem) for problem in refused.value.problems)


def test_records_come_back() -> None:
    assert records_in(lines_of([RUSSIA, RUSSIA]), Actor, "a.jsonl") == [RUSSIA, RUSSIA]
    assert records_in(b"", Actor, "a.jsonl") == []


def test_each_faulty_line_is_told() -> None:
    told = refusal(lines_of([RUSSIA]) + b'{"id": "actor:x"}\n{{\n')
    assert [line.split(":")[1].strip() for line in told] == [
        "a.jsonl, line 2, 'actor",
        "a.jsonl, line 2, 'actor",
        "a.jsonl, line 3",
    ]


def test_escapes_cannot_smuggle_signs_in() -> None:
    data = lines_of([RUSSIA]).replace("Россия".encode(), b"Ru\\u202essia")
    assert "U+202E" in refusal(data)[0]


def test_free_tables_are_looked_at_too() -> None:
    assert "nested too deeply" in refusal(b'{"id":"src:a","csl":' + b'{"a":' * 90 + b"1" + b"}" * 91, Source)[0]


def test_nesting_beyond_reason_is_refused() -> None:
    assert refusal(b'{"id":' + b"[" * 200_000)


def test_a_wholly_wrong_file_ends_soon() -> None:
    assert len(refusal(b"{}\n" * 100_000)) < MOST_TOLD + 10


@pytest.mark.parametrize("data", [b"\xff\xfe{}", b'{"id":"\xed\xa0\x80"}', b'"\\ud800"', b"null\n", b"\x00"])
def test_bytes_that_are_no_records(data: bytes) -> None:
    assert refusal(data)
