"""The parts of all pages are a tree that another library finds, each part tied to its place on its page."""

import io
from typing import Any

import pypdf

from graphdata.drawing import Disc, Drawing, Group, Mark, Words
from graphdata.export.pdf import Bookmark, Information, Typesetter, to_pdf_bytes
from graphdata.export.pdf.objects import Objects
from graphdata.export.pdf.structure import Leaf, Tag, write_tree
from graphdata.table_marks import row_of

DOT = Disc(5.0, 5.0, 1.0, "#000000")


def words(text: str) -> Words:
    return Words(1.0, 5.0, text, 6.0, "#000000")


def read_again(typeset: Typesetter, *marks: Mark, pages: int = 1) -> tuple[pypdf.PdfReader, list[Any]]:
    """Return what another library reads of pages with marks, and what the document holds."""
    page = Drawing(100.0, 90.0, "#FFFFFF", marks, "Who arms whom")
    listed = [Bookmark(2, "Facts", "facts")]
    data = to_pdf_bytes([page] * pages, [(100.0, 90.0)] * pages, typeset, Information("T", "", ()), listed)
    reader = pypdf.PdfReader(io.BytesIO(data), strict=True)
    return reader, kids_of(reader.trailer["/Root"]["/StructTreeRoot"]["/K"])


def kids_of(element: Any) -> list[Any]:
    return [each.get_object() for each in element["/K"]]


def test_the_tree_is_tied_to_the_page() -> None:
    objects = Objects()
    page = objects.add("<<>>")
    root = write_tree(objects, [Leaf(page, (Tag("H1"), Tag("Figure", "Map"), Tag("LI")))])
    written = objects.file(root, root).decode("latin-1")
    assert "/S/Figure" in written
    assert written.count("/Pg 1 0 R") == 3
    assert all(f"/K {mark}" in written for mark in range(3))


def test_every_marked_content_has_its_owner(typeset: Typesetter) -> None:
    marks = (words("Who arms whom"), words("text"), Group("map", "Map", (DOT,)), Group("facts", "", (words("Facts"),)))
    reader, kids = read_again(typeset, *marks, pages=2)
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert [kid["/S"] for kid in kids] == ["/H1", "/P", "/Figure", "/H2"] * 2
    assert kids[2]["/Alt"] == "Map: Who arms whom"
    owners = reader.trailer["/Root"]["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    assert [page["/StructParents"] for page in reader.pages] == owners[::2] == [0, 1]
    for sheet, own in zip(reader.pages, owners[1::2], strict=True):
        assert sheet.get_contents().get_data().count(b"BDC") == len(own)
        assert [each.get_object()["/K"] for each in own] == list(range(len(own)))


def test_a_table_has_rows_of_cells_under_their_heads(typeset: Typesetter) -> None:
    head = row_of([[words("Giver")], [words("Receiver")]], head=True)
    rows = [row_of([[words("Iran")], []]), row_of([[words("Russia")], [words("Iran")]])]
    _, (before, table) = read_again(typeset, words("text"), head, *rows)
    assert (before["/S"], table["/S"]) == ("/P", "/Table")
    found = [[cell["/S"] for cell in kids_of(row)] for row in kids_of(table)]
    assert found == [["/TH", "/TH"], ["/TD", "/TD"], ["/TD", "/TD"]]
    assert kids_of(kids_of(table)[0])[0]["/A"]["/Scope"] == "/Column"


def test_two_tables_parted_by_words_are_two(typeset: Typesetter) -> None:
    row = row_of([[words("Iran")]])
    _, kids = read_again(typeset, row, words("text"), row, row)
    assert [kid["/S"] for kid in kids] == ["/Table", "/P", "/Table"]
    assert [len(kids_of(kids[at])) for at in (0, 2)] == [1, 2]


def test_sources_are_the_items_of_a_list(typeset: Typesetter) -> None:
    _, (listed,) = read_again(typeset, *(Group(f"note {rank}", "", (words(f"[{rank}]"),)) for rank in (1, 2)))
    assert listed["/S"] == "/L"
    assert [[body["/S"] for body in kids_of(item)] for item in kids_of(listed)] == [["/LBody"]] * 2
