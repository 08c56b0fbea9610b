"""What is inside of a workbook cannot fill the memory, name other files, or nest without end."""

from __future__ import annotations

import io
import zipfile

import pytest

from graphdata.problems import DatasetError, Problem
from graphdata.storage import workbook_parts
from graphdata.storage.workbook_parts import Parts, resolved


class Heard:
    """Keeps the names of elements and the text."""

    def __init__(self) -> None:
        """Start with nothing heard."""
        self.names: list[str] = []
        self.words = ""

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        """Keep a name."""
        self.names += [name, *attributes]

    def text(self, text: str) -> None:
        """Keep text."""
        self.words += text

    def end(self, name: str) -> None:
        """Hear the end."""


def parts(xml: bytes, copies: int = 1) -> Parts:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(copies):
            archive.writestr(f"{number or 'a'}.xml", xml)
    return Parts(file.getvalue(), "t.xlsx")


def refusal(xml: bytes, copies: int = 1) -> Problem:
    with pytest.raises(DatasetError) as refused:
        parts(xml, copies).read("a.xml", Heard())
    return refused.value.problems[0]


def test_elements_come_without_their_namespace() -> None:
    heard = Heard()
    parts(b'<x:a xmlns:x="urn:one" x:id="1"><b>text</b></x:a>').read("a.xml", heard)
    assert (heard.names, heard.words) == (["a", "id", "b"], "text")


@pytest.mark.parametrize(
    "xml",
    [
        b'<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><a>&c;</a>',
        b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
        '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'.encode("utf-16"),
        b"<a>" * 200,
    ],
)
def test_hostile_xml_is_refused(xml: bytes) -> None:
    assert refusal(xml).rule == "hostile-xml"


def test_what_swells_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    assert refusal(b"<a>" + b" " * 20_000_000).rule == "table-too-large"
    assert refusal(b"<a/>", copies=5000).rule == "table-too-large"
    monkeypatch.setattr(workbook_parts, "UNPACKED_LIMIT", 100)
    assert refusal(b"<a>" + b" " * 100 + b"</a>").rule == "table-too-large"


@pytest.mark.parametrize("xml", [b"", b"<a>", b"<a></b>", b"\xff\xfe\xff"])
def test_xml_that_is_not_whole_is_damage(xml: bytes) -> None:
    assert refusal(xml).rule == "workbook-damaged"


@pytest.mark.parametrize(
    ("target", "name"),
    [("sheet1.xml", "xl/sheet1.xml"), ("/xl/a.xml", "xl/a.xml"), ("../b.xml", "b.xml"), ("../../c.xml", "c.xml")],
)
def test_links_stay_inside_of_the_file(target: str, name: str) -> None:
    assert resolved("xl/workbook.xml", target) == name
