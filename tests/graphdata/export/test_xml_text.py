"""Text from data is text inside XML, whatever is in it."""

from hypothesis import example, given
from hypothesis import strategies as st
from lxml import etree

from graphdata.export.xml_text import clean, content, content_of_all, said


@given(st.text())
@example("\r\n")
def test_text_comes_back_from_an_attribute_and_an_element(text: str) -> None:
    root = etree.fromstring(f'<a b="{said(text)}">{said(text)}</a>'.encode())
    assert root.get("b") == clean(text)
    assert (root.text or "") == clean(text)


def test_forbidden_characters_are_left_out() -> None:
    assert clean("a\x00b\x0bc\ufffe") == "abc"


@given(st.text())
def test_text_comes_back_from_inside_an_element(text: str) -> None:
    root = etree.fromstring(f"<a>{content(text)}</a>".encode())
    assert (root.text or "") == clean(text).replace("\r\n", "\n").replace("\r", "\n")


@given(st.lists(st.text()))
@example(["plain", "R&D"])
def test_texts_looked_at_together_come_out_as_each_alone(texts: list[str]) -> None:
    assert list(map(content_of_all(texts), texts)) == list(map(content, texts))
