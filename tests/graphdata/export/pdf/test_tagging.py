"""Parts of a page are told by what they are, in reading order."""

from graphdata.drawing import Disc, Drawing, Group, Mark, Words
from graphdata.export.pdf.tagging import parts_of
from graphdata.table_marks import row_of

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


def test_each_cell_is_a_part_and_the_first_begins_a_row() -> None:
    rows = (row_of([[words("Giver")], [words("Receiver")]], head=True), row_of([[words("Iran")], []]))
    found = [part[:3] for part in parts_of(Drawing(9.0, 9.0, "", (words("text"), *rows)), {})]
    assert found == [
        ("P", "", False), ("TH", "", True), ("TH", "", False), ("TD", "", True), ("TD", "", False),
    ]  # fmt: skip
