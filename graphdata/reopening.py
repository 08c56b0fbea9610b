"""From the bytes of an exported file to the views it carries, whatever has happened to the file on its way here.

Every kind is read by a scan of our own with a limit on what is unpacked: nothing in a picture or a deck is trusted, and
no parser of a whole format stands between. A deck may hold several views, and pictures that hold one each.
"""

from __future__ import annotations

import codecs
import html
import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from graphdata.carried import LARGEST, MAGIC, Carried, carried_from
from graphdata.problems import EntenteError
from graphdata.saved_view import KEY, SavedViewError
from graphdata.saved_views import list_from_json
from graphdata.storage.archive import FAULTS
from graphdata.storage.files import PACK_LIMIT, VIEWS_SUFFIX, bytes_of

MOST_MEMBERS: Final = 20_000  # of a package: a deck of 500 slides has some 2,000
MOST_STREAMS: Final = 200_000  # of a PDF
PNG_HEAD: Final = b"\x89PNG\r\n\x1a\n"
EMPTY: Final = (b"", b"null")  # what a page has in place of a view it does not carry
_CHUNK: Final = struct.Struct(">I4s")
_PARTS: Final = re.compile(r"customXml/item\d+\.xml|docProps/custom\.xml|meta\.xml|(?:\w+/media|Pictures)/[^/]+\.png")
_HELD: Final = re.compile(
    rb"""id=["']%(key)s["'][^>]*>([^<]*)<|<view xmlns="urn:entente:view">([^<]*)<"""
    rb"""|name="%(key)s(?:-\d+)?"[^>]*>(?:\s*<vt:lpwstr>)?([^<]*)<""" % {b"key": KEY.encode()}
)


class NothingCarriedError(EntenteError):
    """A file that carries no view."""


def carried_in_file(path: Path) -> tuple[Carried, ...]:
    """Return the views that a file carries, at least one; raises an EntenteError with cause and remedy."""
    return carried_in(bytes_of(path, path.name, PACK_LIMIT), path.name)


def carried_in(data: bytes, place: str) -> tuple[Carried, ...]:
    """Return the views in the bytes of a file or a list, each once, or raise an EntenteError with the remedy."""
    if is_list(data):
        return _listed(data, place)
    texts = tuple(dict.fromkeys(text for text in texts_in(data, place) if text not in EMPTY))
    if not texts and place.lower().endswith(VIEWS_SUFFIX):
        raise SavedViewError(
            f"{place} is no list of saved views: {'it does not begin as one' if data else 'it is empty'}. "
            "Take the file from its source again, or save the views once more."
        )
    if not texts:
        raise NothingCarriedError(
            f"{place} carries no view: it was exported without one, or a program took it out. "
            "Open the network itself, or a file that was exported with its view."
        )
    return tuple(carried_from(text) for text in texts)


def is_list(data: bytes) -> bool:
    """Return whether data are a list of saved views, by their beginning: no other file that carries views is JSON."""
    begins = data[:64].removeprefix(codecs.BOM_UTF8).lstrip()
    return begins.startswith(b"{") and not begins.startswith(MAGIC)


def _listed(data: bytes, place: str) -> tuple[Carried, ...]:
    """Return the views of a list; what is wrong with it is said with its place."""
    try:
        found = list_from_json(data)
    except SavedViewError as fault:
        raise SavedViewError(f"{place}: {fault}") from None
    if not found:
        raise NothingCarriedError(
            f"There is no view in {place}. Keep one first (Views > Keep this view), then save anew."
        )
    return tuple(Carried(saved) for saved in found)


def texts_in(data: bytes, place: str) -> Iterator[bytes]:
    """Yield the carried texts as they stand in a file; raises SavedViewError where their wrapping is damaged."""
    if data.startswith(PNG_HEAD):
        yield from _in_png(data, place)
    elif data[:2] == b"PK":
        yield from _in_package(data, place)
    elif b"%PDF-" in data[:1024]:
        yield from _in_pdf(data, place)
    else:
        yield from _in_text(data)


def _in_text(data: bytes) -> Iterator[bytes]:
    """Yield what stands in elements of XML and pages, as our writer or another one spelt it."""
    for found in _HELD.finditer(data):
        yield _spelt(next(group for group in found.groups() if group is not None))


def _spelt(text: bytes) -> bytes:
    """Return text without the escapes of XML."""
    told = text.strip()
    return html.unescape(told.decode("ascii", "replace")).encode("utf-8", "replace") if b"&" in told else told


def _in_png(data: bytes, place: str) -> Iterator[bytes]:
    """Yield the texts of the chunks with our keyword, each chunk's sum compared."""
    at = len(PNG_HEAD)
    key = KEY.encode() + b"\0"
    while at + 12 <= len(data):
        size, kind = _CHUNK.unpack_from(data, at)
        body = data[at + 8 : at + 8 + size]
        if kind == b"iTXt" and body.startswith(key):
            if data[at + 8 + size : at + 12 + size] != struct.pack(">I", zlib.crc32(kind + body)):
                raise _damaged(place)
            yield _of_chunk(body[len(key) :], place)
        at += 12 + size


def _of_chunk(rest: bytes, place: str) -> bytes:
    """Return the text of an iTXt chunk after its keyword: flag, method, language, translated keyword, text."""
    packed, parts = rest[:1] == b"\x01", rest[2:].split(b"\0", 2)
    if len(parts) < 3:
        raise _damaged(place)
    return _inflated(parts[2], place) if packed else parts[2]


def _in_pdf(data: bytes, place: str) -> Iterator[bytes]:
    """Yield the streams that begin as our text does, packed or not."""
    for number, found in enumerate(re.finditer(rb"stream\r?\n", data)):
        if number > MOST_STREAMS:
            return
        start = found.end()
        if data.startswith(MAGIC, start):
            end = data.find(b"endstream", start)
            yield data[start : end if end > 0 else None].strip()
        elif _begins_packed(data[start : start + 1024]):
            yield _inflated(data[start:], place)


def _begins_packed(data: bytes) -> bool:
    """Return whether a packed stream begins with our text."""
    try:
        return zlib.decompressobj().decompress(data, len(MAGIC)) == MAGIC
    except zlib.error:
        return False


def _inflated(data: bytes, place: str) -> bytes:
    """Return what is packed, up to the length that a text may have."""
    unpacking = zlib.decompressobj()
    try:
        found = unpacking.decompress(data, LARGEST)
    except zlib.error:
        raise _damaged(place) from None
    if not unpacking.eof:
        raise _damaged(place)
    return found


def _in_package(data: bytes, place: str) -> Iterator[bytes]:
    """Yield the texts in the parts and pictures of an office file."""
    if data.count(b"PK\x01\x02") > MOST_MEMBERS:
        raise SavedViewError(f"{place} lists more parts than a deck has. Do not open it; ask where it came from.")
    for name, part in _parts_of(data, place):
        yield from _in_png(part, f"{name} in {place}") if part.startswith(PNG_HEAD) else _in_text(part)


def _parts_of(data: bytes, place: str) -> list[tuple[str, bytes]]:
    """Return the parts that may hold a view, as long as they are small enough together."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = [info for info in archive.infolist() if _PARTS.fullmatch(info.filename)]
            if sum(info.file_size for info in infos) <= PACK_LIMIT:
                return [(info.filename, archive.read(info)) for info in infos]
    except FAULTS as fault:
        said = str(fault)[:120] or type(fault).__name__
        raise SavedViewError(f"{place} is damaged: {said}. Take the file from its source again.") from None
    raise SavedViewError(f"{place} would unpack to more than {PACK_LIMIT // 1024**2} MB. Ask where it came from.")


def _damaged(place: str) -> SavedViewError:
    return SavedViewError(f"The view in {place} is damaged. Take the file from its source again.")
