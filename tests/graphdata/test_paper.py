"""A document knows its words, its anchors and its links, whatever block they stand in."""

from __future__ import annotations

from graphdata.paper import (
    Heading,
    Paper,
    Paragraph,
    Row,
    Run,
    anchors_in,
    cell,
    headed,
    links_in,
    plain,
    tabled,
    text_of,
)

TABLE = tabled("Names", [("One", 0.4), ("Two", 0.6)], [Row((cell("a", ""), cell((Run("b", to="top"),))))])
PAPER = Paper("T", "S", "K", "TLP:CLEAR", "F", (Heading(1, "T", "top"), headed("Of", Run("c", to="top")), TABLE))


def test_anchors_and_links_are_found_in_every_block() -> None:
    assert anchors_in(PAPER) == ("top",)
    assert links_in(PAPER) == ("top", "top")


def test_the_text_has_every_word_once() -> None:
    assert text_of(PAPER) == "T\nOf: c\nOne\tTwo\na\nb"


def test_empty_lines_of_a_cell_are_left_out() -> None:
    assert cell("a", "", ()) == ((Run("a"),),)


def test_a_plain_paragraph_has_one_run() -> None:
    assert plain("x", "item") == Paragraph((Run("x"),), "item")
