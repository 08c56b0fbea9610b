"""Whatever comes from data is text; a script or style is known by its hash."""

from __future__ import annotations

import base64
import hashlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from graphdata.export.page.markup import Markup, data_block, hash_of, joined, json_block, own_script, own_style, tag


def test_text_and_attributes_are_escaped() -> None:
    assert tag("p", "<b>&", class_='a"b', data_x="<") == '<p class="a&quot;b" data-x="&lt;">&lt;b&gt;&amp;</p>'
    assert tag("img", src="x") == '<img src="x">'
    assert joined(Markup("<i>"), "<i>") == "<i>&lt;i&gt;"


@given(st.text())
def test_any_text_comes_back_from_a_data_block(text: str) -> None:
    block = data_block("x", {"a": text})
    assert block.lower().count("<") == 2
    body = block.partition(">")[2].rpartition("<")[0]
    assert json.loads(body)["a"] == text


@pytest.mark.parametrize("hostile", ["</script><script>alert(1)</script>", "<!--<script>", "]]>", "\u2028", "\ud800"])
def test_no_text_ends_a_data_block(hostile: str) -> None:
    page = html.fromstring(f"<html><body>{data_block('x', [hostile])}<p>after</p></body></html>")
    assert [each.tag for each in page.body] == ["script", "p"]


def test_ready_json_is_kept_as_it_is() -> None:
    assert json_block("v", '{"a":"<"}') == '<script type="application/json" id="v">{"a":"\\u003c"}</script>'


def test_own_scripts_and_styles_cannot_end_themselves() -> None:
    for text in ("</script>", "<!-- "):
        with pytest.raises(AssertionError):
            own_script(text)
    with pytest.raises(AssertionError):
        own_style("</style>")


def test_a_hash_is_that_of_the_text() -> None:
    digest = base64.b64encode(hashlib.sha256(b"let a;").digest()).decode()
    assert hash_of("let a;") == f"'sha256-{digest}'"
