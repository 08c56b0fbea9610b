"""A zip made to do harm is refused before it is unpacked."""

from __future__ import annotations

import io
import zipfile

import pytest

from graphdata.problems import DatasetError
from graphdata.storage.archive import members_of, zipped

KNOWN = frozenset({"a", "b"})


def made(parts: list[tuple[str, bytes]], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, data in parts:
            archive.writestr(name, data)
    return file.getvalue()


def refusal_of(data: bytes) -> str:
    with pytest.raises(DatasetError) as refused:
        members_of(data, KNOWN, "x.ententepack")
    return str(refused.value)


def test_parts_come_back_by_name() -> None:
    assert members_of(zipped({"a": b"1", "b": b""}), KNOWN, "x") == {"a": b"1", "b": b""}


def test_the_same_parts_give_the_same_bytes() -> None:
    assert zipped({"a": b"1"}) == zipped({"a": b"1"})


@pytest.mark.parametrize("name", ["../a", "/etc/passwd", "c", "a/", "A"])
def test_only_known_names_are_taken(name: str) -> None:
    assert "does not belong in a pack" in refusal_of(made([(name, b"1")]))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_name_stands_once() -> None:
    assert "is there twice" in refusal_of(made([("a", b"1"), ("a", b"2")]))


def test_a_bomb_is_not_unpacked() -> None:
    assert "[pack-too-large]" in refusal_of(made([("a", b"\0" * 3_000_000)]))


def test_a_directory_of_many_names_is_not_read() -> None:
    assert "more parts than a pack has" in refusal_of(made([(f"n{number}", b"") for number in range(500)]))


@pytest.mark.parametrize("data", [b"", b"PK", b"PK\x05\x06" + b"\0" * 17, b"\0" * 5000])
def test_what_is_no_zip(data: bytes) -> None:
    assert "[pack-damaged]" in refusal_of(data)


def test_an_encrypted_part_is_refused() -> None:
    data = bytearray(made([("a", b"1")], zipfile.ZIP_STORED))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + offset] |= 1
    assert "encrypted" in refusal_of(bytes(data))


def test_sizes_and_sums_set_to_nothing_do_not_pass_as_content() -> None:
    data = bytearray(made([("a", b"content")]))
    for signature, offset in ((b"PK\x03\x04", 14), (b"PK\x01\x02", 16)):
        start = data.index(signature) + offset
        data[start : start + 12] = bytes(12)
    assert members_of(bytes(data), KNOWN, "x") == {"a": b""}, "the digests of the pack have to catch this"
