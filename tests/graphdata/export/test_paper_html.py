"""The page is sound HTML that asks for nothing, runs nothing, and carries its marking."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace

import pytest
from lxml import html

from graphdata.export.paper_html import to_html
from graphdata.paper import Paper


@pytest.fixture(scope="module")
def text(paper: Paper) -> str:
    return to_html(paper).decode()


def test_twice_the_same(paper: Paper) -> None:
    assert to_html(paper) == to_html(paper)


def test_nothing_is_asked_for_and_nothing_runs(text: str) -> None:
    tree = html.fromstring(text)
    assert not tree.xpath("//script | //link | //img | //iframe | //object | //base | //form | //@style | //@src")
    assert all(link.startswith("#") for link in tree.xpath("//@href"))
    (policy,) = tree.xpath("//meta[@http-equiv]/@content")
    (style,) = re.findall(r"<style>(.*?)</style>", text, flags=re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert policy.startswith(f"default-src 'none'; style-src 'sha256-{digest}';")
    assert "url(" not in style


def test_text_from_data_stays_text(text: str) -> None:
    tree = html.fromstring(text)
    assert tree.xpath("//h1")[0].text_content().startswith("A title <script>alert(1)</script> & \"quoted\" 'so' ]]>")
    assert "\x07" not in text


def test_marking_stands_in_the_repeated_head_and_foot(text: str) -> None:
    tree = html.fromstring(text)
    for part in ("thead", "tfoot"):
        (band,) = tree.xpath(f"//table[@role='presentation']/{part}//*[@class='marking']")
        assert band.text == "TLP:AMBER"
    assert ".marking { color: #FFC000 }" in text
    assert "print-color-adjust: exact" in text  # or a browser leaves out the black behind it


def test_links_lead_to_ids(text: str) -> None:
    tree = html.fromstring(text)
    assert {link[1:] for link in tree.xpath("//@href")} <= set(tree.xpath("//@id"))


def test_tables_have_scopes_and_lists_are_lists(text: str) -> None:
    tree = html.fromstring(text)
    (table,) = tree.xpath("//table[@aria-label='What is in it']")
    assert [head.get("scope") for head in table.xpath(".//th")] == ["col", "col"]
    assert [item.text_content() for item in tree.xpath("//ul/li")] == ["one", "two"]


@pytest.mark.parametrize(("marking", "colour"), [("TLP:CLEAR", "#FFFFFF"), ("</style><script>", "#FFFFFF")])
def test_no_marking_gets_into_the_style(paper: Paper, marking: str, colour: str) -> None:
    text = to_html(replace(paper, marking=marking)).decode()
    assert f".marking {{ color: {colour} }}" in text
    assert "<script>" not in text


def test_nothing_guesses_its_direction(text: str) -> None:
    assert html.fromstring(text).get("dir") == "ltr"
    assert "auto" not in text.replace("margin: 0 auto", "")
    assert "\u2068ایران\u2069" in text
