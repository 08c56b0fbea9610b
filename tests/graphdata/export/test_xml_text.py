"""Text from data is text inside XML, whatever is in it."""

from hypothesis import example, given
from hypothesis import strategies as st
from lxml import etree

from graphdata.export.xml_text import clean, content, said


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
