"""A part of a TrueType font: the glyphs that are used, under their own numbers, and nothing that layout alone needs."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

KEPT: Final = ("cvt ", "fpgm", "prep")  # instructions of the outlines
MORE, WORDS, SCALE, SCALES, MATRIX = 0x20, 0x01, 0x08, 0x40, 0x80  # flags of a glyph made of others
CHECKED: Final = 0xB1B0AFBA  # what the whole file and its adjustment add up to


def subset(tables: Mapping[str, bytes], used: Iterable[int]) -> bytes:
    """Return a font file with the glyphs of these numbers, those they are made of, and the one for what is missing."""
    places = _places(tables)
    wanted = _with_parts({0, *used}, tables["glyf"], places)
    count = max(wanted) + 1
    glyphs, ends = bytearray(), [0]
    for number in range(count):
        if number in wanted:
            glyphs += tables["glyf"][places[number] : places[number + 1]]
            glyphs += bytes(-len(glyphs) % 4)
        ends.append(len(glyphs))
    made = {name: tables[name] for name in KEPT if tables.get(name)}
    made["head"] = _patched(tables["head"], {8: b"\0\0\0\0", 50: struct.pack(">h", 1)})
    made["hhea"] = _patched(tables["hhea"], {34: struct.pack(">H", count)})
    made["maxp"] = _patched(tables["maxp"], {4: struct.pack(">H", count)})
    made["hmtx"] = b"".join(_metric(tables, number) if number in wanted else bytes(4) for number in range(count))
    made["loca"] = struct.pack(f">{count + 1}I", *ends)
    made["glyf"] = bytes(glyphs)
    return _file(made)


def _places(tables: Mapping[str, bytes]) -> tuple[int, ...]:
    """Return where each glyph begins, and where the last one ends."""
    wide = struct.unpack_from(">h", tables["head"], 50)[0]
    loca = tables["loca"]
    if wide:
        return struct.unpack(f">{len(loca) // 4}I", loca[: len(loca) // 4 * 4])
    return tuple(2 * place for place in struct.unpack(f">{len(loca) // 2}H", loca[: len(loca) // 2 * 2]))


def _with_parts(wanted: set[int], glyf: bytes, places: tuple[int, ...]) -> set[int]:
    """Return the glyphs with all that they are made of."""
    found, waiting = set(), list(wanted)
    while waiting:
        number = waiting.pop()
        if number in found or number + 1 >= len(places):
            continue
        found.add(number)
        waiting += _parts(glyf[places[number] : places[number + 1]])
    return found


def _parts(glyph: bytes) -> Iterator[int]:
    """Yield the glyphs that a glyph is made of."""
    if len(glyph) < 10 or struct.unpack_from(">h", glyph)[0] >= 0:
        return
    at, flags = 10, MORE
    while flags & MORE:
        flags, number = struct.unpack_from(">HH", glyph, at)
        yield number
        at += 4 + (4 if flags & WORDS else 2)
        at += 2 if flags & SCALE else 4 if flags & SCALES else 8 if flags & MATRIX else 0


def _metric(tables: Mapping[str, bytes], number: int) -> bytes:
    """Return a glyph's advance and left bearing; glyphs at the end of a table share their advance."""
    (count,) = struct.unpack_from(">H", tables["hhea"], 34)
    hmtx = tables["hmtx"]
    if number < count:
        return hmtx[4 * number : 4 * number + 4]
    bearing = 4 * count + 2 * (number - count)
    return hmtx[4 * count - 4 : 4 * count - 2] + hmtx[bearing : bearing + 2]


def _patched(table: bytes, places: Mapping[int, bytes]) -> bytes:
    """Return a table with other bytes at some places."""
    made = bytearray(table)
    for place, data in places.items():
        made[place : place + len(data)] = data
    return bytes(made)


def _file(tables: Mapping[str, bytes]) -> bytes:
    """Return tables as a font file, its sums in order."""
    count = len(tables)
    power = count.bit_length() - 1
    head = struct.pack(">IHHHH", 0x00010000, count, 16 << power, power, 16 * count - (16 << power))
    place, rows, bodies = 12 + 16 * count, bytearray(), bytearray()
    for name in sorted(tables):
        data = tables[name]
        rows += name.encode() + struct.pack(">III", _sum(data), place + len(bodies), len(data))
        bodies += data + bytes(-len(data) % 4)
    made = bytearray(head + rows + bodies)
    at = place + sum(len(tables[name]) + -len(tables[name]) % 4 for name in sorted(tables) if name < "head")
    made[at + 8 : at + 12] = struct.pack(">I", (CHECKED - _sum(bytes(made))) & 0xFFFFFFFF)
    return bytes(made)


def _sum(data: bytes) -> int:
    """Return the sum of a table's words."""
    padded = data + bytes(-len(data) % 4)
    words: tuple[int, ...] = struct.unpack(f">{len(padded) // 4}I", padded)
    return sum(words) & 0xFFFFFFFF
