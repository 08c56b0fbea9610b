"""Stands in for Pillow inside the bundle, where it would add 12 MB of picture codecs.

python-pptx alone asks for it, and only for kind, size and density of a picture; ours are all PNG.
"""

from __future__ import annotations

import struct
from typing import BinaryIO, Final, NamedTuple

SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
METRES_PER_INCH: Final = 0.0254


class Picture(NamedTuple):
    """A picture as far as python-pptx looks at it; size in pixels, density in dots per inch."""

    format: str
    size: tuple[int, int]
    info: dict[str, tuple[float, float]]


def open(stream: BinaryIO) -> Picture:  # noqa: A001  the name that Pillow gave it
    """Return kind, size and density of a PNG; raises ValueError for any other picture."""
    if stream.read(8) != SIGNATURE:
        raise ValueError("only PNG pictures can be put on slides")
    size, info = (0, 0), {}
    while head := stream.read(8):
        length, kind = struct.unpack(">I4s", head)
        content = stream.read(length + 4)
        if kind == b"IHDR":
            size = struct.unpack(">II", content[:8])
        elif kind == b"pHYs" and content[8] == 1:
            across, down = struct.unpack(">II", content[:8])
            info["dpi"] = (across * METRES_PER_INCH, down * METRES_PER_INCH)
        elif kind == b"IDAT":
            break
    return Picture("PNG", size, info)
