"""What a file carries is found again in every kind, and no damage leads to another error than one in words."""

from __future__ import annotations

import io
import random
import struct
import zipfile
import zlib
from pathlib import Path

import pytest

from graphdata import reopening
from graphdata.carried import MAGIC, Carried, embedded_text
from graphdata.export.carriers import into_png, into_svg
from graphdata.filter import Filter
from graphdata.network import Network
from graphdata.problems import EntenteError
from graphdata.reopening import NothingCarriedError, carried_in, carried_in_file
from graphdata.saved_view import KEY, SavedView, SavedViewError, saved_view
from graphdata.saved_views import list_to_json
from graphdata.view import view_of

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><rect/></svg>'
PAGE = b'<html><body><script type="application/json" id="entente-view">%s</script></body></html>'


def png() -> bytes:
    """Return a PNG picture of one black dot."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return reopening.PNG_HEAD + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"")


@pytest.fixture(scope="module")
def saved(little: Network) -> SavedView:
    """Return a saved view."""
    return saved_view(view_of(little, Filter(domains=frozenset(["arms"]))), "Arms, Лист")


@pytest.fixture(scope="module")
def text(saved: SavedView) -> str:
    """Return the view as a file carries it."""
    return embedded_text(saved)


def zipped(**parts: bytes) -> bytes:
    """Return an office package of some parts, their names with __ for the slash."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/").replace("_DOT_", "."), data)
    return held.getvalue()


def files(text: str) -> dict[str, bytes]:
    """Return a file of each kind that carries the text."""
    spelt = text.replace('"', "&quot;").encode()
    prop = b'<property pid="2" name="entente-view"><vt:lpwstr>%s</vt:lpwstr></property>' % spelt
    packed = zlib.compress(text.encode())
    return {
        "png": into_png(png(), text),
        "svg": into_svg(SVG, text),
        "html": PAGE % text.encode(),
        "pdf": b"%PDF-1.4\n1 0 obj <<>>\nstream\r\n" + packed + b"\nendstream",
        "plain pdf": b"%PDF-1.4\n1 0 obj <<>>\nstream\n" + text.encode() + b"\nendstream",
        "pptx": zipped(customXml__item1_DOT_xml=b'<view xmlns="urn:entente:view">%s</view>' % text.encode()),
        "resaved pptx": zipped(docProps__custom_DOT_xml=prop),
        "picture in pptx": zipped(ppt__media__image1_DOT_png=into_png(png(), text)),
        "odp": zipped(meta_DOT_xml=b'<meta:user-defined meta:name="entente-view">%s</meta:user-defined>' % spelt),
    }


def test_the_view_is_found_in_every_kind(saved: SavedView, text: str) -> None:
    """Each kind gives the view once."""
    for kind, data in files(text).items():
        assert carried_in(data, kind) == (Carried(saved),), kind


def test_several_views_come_in_order_and_each_once(little: Network, saved: SavedView, text: str) -> None:
    """A deck that holds a view twice and another one gives two."""
    other = saved_view(view_of(little, Filter()), "All")
    deck = zipped(
        customXml__item1_DOT_xml=b'<view xmlns="urn:entente:view">%s</view>' % text.encode(),
        ppt__media__a_DOT_png=into_png(png(), text),
        ppt__media__b_DOT_png=into_png(png(), embedded_text(other)),
    )
    assert [each.saved for each in carried_in(deck, "deck")] == [saved, other]


@pytest.mark.parametrize("data", [b"", b"PK", b"%PDF-1.4", png(), SVG, PAGE % b"null", b"\0" * 100, zipped(other=b"x")])
def test_a_file_without_a_view_says_so(data: bytes) -> None:
    """The message names the file, and what to do."""
    with pytest.raises(EntenteError, match=r"here\.any"):
        carried_in(data, "here.any")


def test_a_list_of_views_is_known_by_its_content(saved: SavedView, text: str) -> None:
    """Whatever the file is called; and a picture that was given the ending of a list is read as a picture."""
    assert carried_in(list_to_json((saved,)), "views.txt") == (Carried(saved),)
    assert carried_in(into_png(png(), text), "map.entente") == (Carried(saved),)


@pytest.mark.parametrize("data", [b"", b"PK", b"%PDF-1.4", png(), b"[]", b"{}", b'{"entente":"views"}', b"\0" * 100])
def test_what_only_ends_as_a_list_is_told(data: bytes) -> None:
    """The message names the file, and what to do."""
    with pytest.raises(EntenteError, match=r"kept\.entente.*(again|anew|newer)"):
        carried_in(data, "kept.entente")


def test_damaged_files_are_refused_or_read_as_before(text: str) -> None:
    """Bytes changed, cut, moved and doubled at places drawn by lot: the same view, or an error in words."""
    lot = random.Random(7)  # noqa: S311 - the same lots every time
    for kind, good in files(text).items():
        expected = carried_in(good, kind)
        for _ in range(150):
            at, other = sorted(lot.randrange(len(good)) for _ in range(2))
            damaged = lot.choice(
                [
                    good[:at] + bytes([lot.randrange(256)]) + good[at + 1 :],
                    good[:at],
                    good[:at] + good[other:],
                    good[:other] + good[at:],
                    good[:at] + bytes(min(512, len(good) - at)) + good[at + 512 :],
                ]
            )
            try:
                found = carried_in(damaged, kind)
            except EntenteError:
                continue
            assert found == expected, kind


def test_a_packed_text_that_never_ends_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    """What unpacks to more than a text may be is refused, in a picture and in a PDF."""
    monkeypatch.setattr(reopening, "LARGEST", 1000)
    bomb = zlib.compress(MAGIC + b" " * 100_000)
    body = b"iTXt" + KEY.encode() + b"\0\x01\0\0\0" + bomb
    chunk = struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
    for data in (png()[:-12] + chunk, b"%PDF-1.4\nstream\n" + bomb):
        with pytest.raises(SavedViewError, match="damaged"):
            carried_in(data, "bomb")


def test_a_package_that_would_unpack_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """The sizes are added up before anything is unpacked; a directory of too many parts is not read at all."""
    monkeypatch.setattr(reopening, "PACK_LIMIT", 1000)
    with pytest.raises(SavedViewError, match="unpack to more"):
        carried_in(zipped(customXml__item1_DOT_xml=b" " * 2000), "bomb")
    monkeypatch.setattr(reopening, "MOST_MEMBERS", 1)
    with pytest.raises(SavedViewError, match="more parts"):
        carried_in(zipped(a=b"", b=b""), "bomb")


def test_a_file_is_read_from_the_disk(tmp_path: Path, saved: SavedView, text: str) -> None:
    """A path leads to what its file carries; a folder and a missing file are refused in words."""
    path = tmp_path / "map.svg"
    path.write_bytes(into_svg(SVG, text))
    assert carried_in_file(path) == (Carried(saved),)
    for wrong in (tmp_path, tmp_path / "gone.png"):
        with pytest.raises(EntenteError):
            carried_in_file(wrong)


def test_nothing_carried_is_an_error_of_its_own() -> None:
    """The caller can tell a file without a view from a damaged one."""
    with pytest.raises(NothingCarriedError):
        carried_in(SVG, "map.svg")
