"""Marks are sorted by kind, and come back in the order in which they are painted."""

from graphdata.drawing import Disc, Group, Words
from graphdata.export.svg_order import Order

DISC = Disc(1.0, 1.0, 1.0)
WORDS = Words(1.0, 1.0, "Russia", 9.0, "#000000")


def written(*items: object) -> str:
    order = Order(items)
    order.group(lambda name: name.replace(" ", "-"), str.upper)
    order.write(Disc, ["o"] * len(order.marks[Disc]))
    order.write(Words, ["w"] * len(order.marks[Words]))
    return order.text()


def test_marks_come_back_in_their_order() -> None:
    assert written(DISC, Group("a1", "one", (DISC, WORDS, DISC)), WORDS) == (
        '\no\n<g id="a1"><title>ONE</title>owo</g>\nw'
    )


def test_groups_in_groups() -> None:
    assert written(Group("a", "one", (Group("b", "two", (WORDS,)), DISC))) == (
        '\n<g id="a"><title>ONE</title><g id="b"><title>TWO</title>w</g>o</g>'
    )


def test_a_title_does_not_repeat_words() -> None:
    assert written(Group("a", "Russia", (DISC, WORDS))) == '\n<g id="a">ow</g>'


def test_groups_without_a_title_are_taken_apart_but_not_citations() -> None:
    assert written(Group("sign", "", (DISC, WORDS)), Group("note 1", "", (WORDS,))) == '\now\n<g id="note-1">w</g>'
