"""Qt writes the time into every PDF: here it is stopped, without moving what follows."""

from __future__ import annotations

import re
from typing import Final

EPOCH: Final = b"19700101000000"
XMP_EPOCH: Final = b"1970-01-01T00:00:00+00:00"


def without_clock(pdf: bytes) -> bytes:
    """Return the file with its times of making, and their zone, set to fixed ones of the same length: offsets hold."""
    pdf = re.sub(rb"(/(?:CreationDate|ModDate) ?\(D:)\d{14}([^)]*)", _fixed_info, pdf)
    return re.sub(rb"""(xmp:(?:Create|Modify|Metadata)Date(?:>|=["']))[^<"']*""", _fixed_xmp, pdf)


def _fixed_info(match: re.Match[bytes]) -> bytes:
    """Return an Info date in Greenwich time of the same length as the one found."""
    return match.group(1) + EPOCH + re.sub(rb"\d", b"0", match.group(2)).replace(b"-", b"+")


def _fixed_xmp(match: re.Match[bytes]) -> bytes:
    """Return an XMP date of the same length as the one found."""
    room = len(match.group(0)) - len(match.group(1))
    return match.group(1) + XMP_EPOCH[:room].ljust(room)
