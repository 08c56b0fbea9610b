"""PNG, written by hand: rows go in unfiltered and lightly compressed, which suits flat drawings.

Qt's writer tries filters on every row, and for drawings they make the file larger: this way it takes a third of the
time and less room. Rows come in strips, so a poster never lies in memory whole.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from typing import Final

import numpy as np
import numpy.typing as npt

Rows = npt.NDArray[np.uint8]
SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
COLOUR_TYPES: Final = {3: 2, 4: 6}  # bytes of a pixel: red, green, blue, and opacity, as PNG numbers them
INDEXED: Final = 3
METRE: Final = 1  # pHYs: the unit is the metre
INCH: Final = 0.0254  # metres
PIECE: Final = 1 << 20  # bytes of one IDAT chunk
BAND: Final = 64  # rows that go in at once: few enough to stay in the processor's cache on their way


def to_png_bytes(strips: Iterable[Rows], size: tuple[int, int], dots_per_inch: float) -> bytes:
    """Return strips of rows (rows, width, 3 or 4 bytes), from the top down, as a PNG of so many pixels."""
    packer = zlib.compressobj(1, zlib.DEFLATED, zlib.MAX_WBITS, 9)
    pieces: list[bytes] = []
    depth = 3
    for strip in strips:
        depth = strip.shape[2]
        pieces += [packer.compress(_unfiltered(strip[top : top + BAND]).data) for top in range(0, len(strip), BAND)]
    return _file(COLOUR_TYPES[depth], b"".join([*pieces, packer.flush()]), size, dots_per_inch)


def to_indexed_bytes(strips: Iterable[Rows], colours: Rows, size: tuple[int, int], dots_per_inch: float) -> bytes:
    """Return strips of numbers (rows, width, 1 byte) of colours (n, 3) as a PNG.

    Drawings are runs of one number: packing those alone is quickest, and here smallest too.
    """
    packer = zlib.compressobj(1, zlib.DEFLATED, zlib.MAX_WBITS, 9, zlib.Z_RLE)
    pieces = [packer.compress(_unfiltered(strip).data) for strip in strips]
    return _file(INDEXED, b"".join([*pieces, packer.flush()]), size, dots_per_inch, _chunk(b"PLTE", colours.tobytes()))


def _file(kind: int, packed: bytes, size: tuple[int, int], dots_per_inch: float, palette: bytes = b"") -> bytes:
    """Return the file for packed rows."""
    per_metre = round(dots_per_inch / INCH)
    return b"".join(
        [
            SIGNATURE,
            _chunk(b"IHDR", struct.pack(">IIBBBBB", *size, 8, kind, 0, 0, 0)),
            _chunk(b"pHYs", struct.pack(">IIB", per_metre, per_metre, METRE)),
            palette,
            *(_chunk(b"IDAT", packed[at : at + PIECE]) for at in range(0, len(packed), PIECE)),
            _chunk(b"IEND", b""),
        ]
    )


def _unfiltered(strip: Rows) -> Rows:
    """Return the rows with a zero before each: the number of PNG's filter that changes nothing."""
    rows, width, depth = strip.shape
    lines = np.empty((rows, width * depth + 1), np.uint8)
    lines[:, 0], lines[:, 1:] = 0, strip.reshape(rows, width * depth)
    return lines


def _chunk(name: bytes, data: bytes) -> bytes:
    """Return a chunk with its length and its checksum."""
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
