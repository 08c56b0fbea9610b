"""One slide gives out its own numbers, and keeps its elements in order."""

from graphdata.export.pptx.page import Page


def test_numbers_are_given_out_once() -> None:
    page = Page()
    assert [page.named("a", "").id, page.named("b", "").id, page.named("a", "").id] == [2, 3, 4]


def test_elements_are_read_in_the_order_in_which_they_came() -> None:
    page = Page()
    page.add("<one/>", "<two/>")
    page.add("<three/>")
    slide = page.slide("notes")
    assert slide.shapes.index("<one/>") < slide.shapes.index("<two/>") < slide.shapes.index("<three/>")
    assert slide.notes == "notes"
