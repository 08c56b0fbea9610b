"""Objects are found through the table, and a stream says how long it is."""

import re
import zlib

import pytest

from graphdata.export.pdf.objects import Objects, name_of, text_string


def test_the_table_points_at_every_object() -> None:
    objects = Objects()
    later = objects.reserve()
    objects.add("<</A 1>>")
    objects.put(later, "<</B 2>>")
    data = objects.file(1, 2)
    places = [int(place) for place in re.findall(rb"(\d{10}) 00000 n", data)]
    assert [data[at:].split(b"\n")[:2] for at in places] == [[b"1 0 obj", b"<</B 2>>"], [b"2 0 obj", b"<</A 1>>"]]
    assert data[int(re.search(rb"startxref\n(\d+)", data)[1]) :].startswith(b"xref\n0 3")


@pytest.mark.parametrize("packed", [True, False])
def test_a_stream_is_as_long_as_it_says(packed: bool) -> None:
    objects = Objects()
    objects.add_stream(b"q Q" * 50, packed=packed)
    head, length, body = re.search(
        rb"<<(.*)/Length (\d+)>>\nstream\n(.*)\nendstream", objects.file(1, 1), re.DOTALL
    ).groups()
    assert (b"FlateDecode" in head) is packed
    assert (zlib.decompress(body) if packed else body) == b"q Q" * 50
    assert len(body) == int(length)


def test_the_id_follows_from_the_content() -> None:
    ids = []
    for text in ("<</A 1>>", "<</A 1>>", "<</A 2>>"):
        objects = Objects()
        objects.add(text)
        ids.append(re.search(rb"/ID\[<(\w+)>", objects.file(1, 1))[1])
    assert ids[0] == ids[1] != ids[2]


@pytest.mark.parametrize(("text", "written"), [("A", "<FEFF0041>"), ("Я", "<FEFF042F>"), ("", "<FEFF>")])
def test_texts_in_any_script(text: str, written: str) -> None:
    assert text_string(text) == written


def test_names_hold_no_syntax() -> None:
    assert name_of("Noto Sans/(Я)") == "/Noto#20Sans#2F#28#D0#AF#29"
