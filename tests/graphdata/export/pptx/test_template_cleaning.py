"""Nothing that a template's owner left in it goes along."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable
from typing import Any

import pytest
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE

from graphdata.export.pptx.template_cleaning import PNG, clean, without_notes


def chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


HEAD = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
DOT = chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"")
JPEG = b"\xff\xd8\xff\xe0\x00\x04JF\xff\xe1\x00\x08Exif42\xff\xfe\x00\x06Jane\xff\xda\x00\x02pixels"


@pytest.fixture
def cleaned(template: Callable[..., bytes]) -> Callable[[Any], Any]:
    """Return a function that gives a deck something, cleans it, and returns it."""

    def give(change: Callable[[Any], None]) -> Any:
        deck = Presentation(io.BytesIO(template(change=change)))
        for each in list(deck.element.sldIdLst):
            deck.part.drop_rel(each.rId)
        clean(deck)
        return deck

    return give


def test_pictures_lose_what_was_written_into_them() -> None:
    assert without_notes(PNG + HEAD + chunk(b"tEXt", b"Author\0Jane") + DOT) == PNG + HEAD + DOT
    assert without_notes(JPEG) == b"\xff\xd8\xff\xe0\x00\x04JF\xff\xda\x00\x02pixels"
    assert without_notes(b"another") == b"another"


def test_links_outwards_are_cut(cleaned: Any) -> None:
    def linked(deck: Any) -> None:
        title = deck.slide_layouts[5].placeholders[0]
        title.click_action.hyperlink.address = "file:///home/jane/plan.docx"

    layout = cleaned(linked).slide_layouts[5]
    assert not [rel for rel in layout.part.rels.values() if rel.is_external]
    assert not layout.element.xpath(".//a:hlinkClick")


def test_names_that_are_paths_and_words_of_footers_go(cleaned: Any) -> None:
    def named(deck: Any) -> None:
        shape = deck.slide_master.placeholders[0]
        shape._element.xpath(".//p:cNvPr")[0].set("descr", "C:\\Users\\jane\\logo.png")
        footer = next(each for each in deck.slide_master.placeholders if "Footer" in each.name)
        footer.text_frame.text = "Jane Doe, 2013"

    master = cleaned(named).slide_master
    assert "jane" not in master.element.xml.lower()


def test_only_looks_are_kept(cleaned: Any) -> None:
    deck = cleaned(lambda deck: deck.part.relate_to("https://tracker.example/", RELATIONSHIP_TYPE.HYPERLINK, True))
    kinds = {rel.reltype.rpartition("/")[2] for rel in deck.part.rels.values()}
    assert kinds <= {"slideMaster", "notesMaster", "theme", "tableStyles"}
    assert not deck.element.xpath("./p:sldIdLst")
