"""Parts of a page are told by what they are, in reading order, and another library finds them."""

import io
from dataclasses import replace

import pypdf

from graphdata.drawing import Disc, Drawing, Group, Mark, Words
from graphdata.export.pdf import Bookmark, Information, Typesetter, to_pdf_bytes
from graphdata.export.pdf.objects import Objects
from graphdata.export.pdf.tagging import Leaf, parts_of, write_tree

DOT = Disc(5.0, 5.0, 1.0, "#000000")


def words(text: str) -> Words:
    return Words(1.0, 5.0, text, 6.0, "#000000")


def note(rank: int) -> Group:
    return Group(f"note {rank}", "", (words(f"[{rank}]"),))


HEAD = Group("head", "", (words("Who arms whom"), words("As of 1 Jun 2025"), words("Low confidence")))
SOURCES = Group("sources", "Sources", (words("Sources"), note(1), note(2)))
MARKS: tuple[Mark, ...] = (HEAD, Group("map", "Map", (DOT,)), Group("legend", "Legend", (DOT,)), SOURCES)
PAGE = Drawing(100.0, 90.0, "#FFFFFF", MARKS, "Who arms whom")


def roles(drawing: Drawing, **levels: int) -> list[tuple[str, str]]:
    return [part[:2] for part in parts_of(drawing, levels)]


def test_a_page_has_a_title_pictures_and_a_list() -> None:
    assert roles(PAGE) == [
        ("H1", ""),
        ("P", ""),
        ("Figure", "Map: Who arms whom"),
        ("Figure", "Legend: Who arms whom"),
        ("P", ""),
        ("LI", ""),
        ("LI", ""),
    ]


def test_no_mark_is_lost() -> None:
    found = [mark for part in parts_of(PAGE, {}) for mark in part.marks]
    assert found == [*HEAD.items, *MARKS[1:3], *SOURCES.items]


def test_headings_are_those_that_bookmarks_lead_to() -> None:
    drawing = Drawing(9.0, 9.0, "", (Group("a", "", (words("A"),)), Group("b", "", (words("B"),)), words("text")))
    assert roles(drawing, a=1, b=9) == [("H1", ""), ("H6", ""), ("P", "")]


def test_many_pictures_in_a_row_are_the_drawing() -> None:
    drawing = Drawing(9.0, 9.0, "", tuple(Group(f"n{each}", f"{each}", (DOT,)) for each in range(50)), "Graph")
    assert roles(drawing) == [("Figure", "Graph")]


def test_the_tree_is_tied_to_the_page() -> None:
    objects = Objects()
    page = objects.add("<<>>")
    root = write_tree(objects, [Leaf(page, (("H1", ""), ("Figure", "Map"), ("LI", "")))])
    written = objects.file(root, root).decode("latin-1")
    assert "/S/Figure" in written
    assert written.count("/Pg 1 0 R") == 3
    assert all(f"/K {mark}" in written for mark in range(3))


def test_another_library_finds_the_parts(typeset: Typesetter) -> None:
    marks = [Bookmark(2, "Facts", "facts")]
    page = replace(PAGE, items=(*MARKS[:3], Group("facts", "", (words("Facts"),))))
    data = to_pdf_bytes([page, page], [(100.0, 90.0)] * 2, typeset, Information("T", "", ()), marks)
    reader = pypdf.PdfReader(io.BytesIO(data), strict=True)
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    tree = root["/StructTreeRoot"]
    kids = [each.get_object() for each in tree["/K"]["/K"]]
    assert [kid["/S"] for kid in kids] == ["/H1", "/P", "/Figure", "/Figure", "/H2"] * 2
    assert kids[2]["/Alt"] == "Map: Who arms whom"
    owners = tree["/ParentTree"]["/Nums"]
    assert [page["/StructParents"] for page in reader.pages] == owners[::2] == [0, 1]
    for sheet, own in zip(reader.pages, owners[1::2], strict=True):
        assert sheet.get_contents().get_data().count(b"BDC") == len(own)
        assert [each.get_object()["/K"] for each in own] == list(range(len(own)))
