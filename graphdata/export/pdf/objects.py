"""The objects of a PDF file and the table that finds them; everything that PDF calls syntax is here."""

from __future__ import annotations

import hashlib
import zlib
from typing import Final

HEAD: Final = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"


class Objects:
    """Objects by number, in the order in which their numbers were given out."""

    def __init__(self) -> None:
        """Begin without any."""
        self._bodies: list[bytes] = []

    def reserve(self) -> int:
        """Return the number of an object that is written later."""
        self._bodies.append(b"")
        return len(self._bodies)

    def put(self, number: int, body: str | bytes) -> None:
        """Write an object whose number is known."""
        self._bodies[number - 1] = body.encode("latin-1") if isinstance(body, str) else body

    def add(self, body: str | bytes) -> int:
        """Write an object and return its number."""
        number = self.reserve()
        self.put(number, body)
        return number

    def add_stream(self, data: bytes, entries: str = "", packed: bool = True) -> int:
        """Write a stream, compressed unless it must be readable, and return its number."""
        kept = zlib.compress(data, 6) if packed else data
        way = "/Filter/FlateDecode" if packed else ""
        return self.add(f"<<{entries}{way}/Length {len(kept)}>>\nstream\n".encode() + kept + b"\nendstream")

    def file(self, root: int, info: int) -> bytes:
        """Return the whole file; its id is made from what is in it."""
        out, places = bytearray(HEAD), []
        for number, body in enumerate(self._bodies, start=1):
            places.append(len(out))
            out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
        name = hashlib.sha256(out).hexdigest()[:32]
        start, count = len(out), len(places) + 1
        table = "".join(f"{place:010} 00000 n \n" for place in places)
        trailer = f"<</Size {count}\n/Root {root} 0 R\n/Info {info} 0 R\n/ID[<{name}><{name}>]>>"
        tail = f"xref\n0 {count}\n0000000000 65535 f \n{table}trailer\n{trailer}\nstartxref\n{start}\n%%EOF\n"
        return bytes(out) + tail.encode()


def text_string(text: str) -> str:
    """Return a text as PDF writes it, in any script."""
    return f"<FEFF{text.encode('utf-16-be', 'replace').hex().upper()}>"


def name_of(text: str) -> str:
    """Return a name, signs that PDF takes for syntax and all beyond ASCII as their numbers."""
    return "/" + "".join(chr(each) if _is_plain(each) else f"#{each:02X}" for each in text.encode())


def _is_plain(sign: int) -> bool:
    return 33 <= sign <= 126 and chr(sign) not in "#/()<>[]{}%"
