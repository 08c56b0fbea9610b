"""The guide as one page: every page of the help stands in it, its links hold, and it asks for nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from lxml import html

from desktop.dialogs.help_pages import PAGES, page_text, page_title, sections_of


@pytest.fixture(scope="module")
def script(load: Callable[[str], ModuleType]) -> ModuleType:
    """Return the script."""
    return load("guide.py")


@pytest.fixture(scope="module")
def page(script: ModuleType) -> html.HtmlElement:
    """Return the guide, read again."""
    return html.document_fromstring(script.guide())


def test_every_page_section_table_and_picture_is_in_it(page: html.HtmlElement) -> None:
    """As many of each as the Markdown has."""
    assert [each.text_content() for each in page.iter("h1")] == [page_title(each) for each in PAGES]
    assert len(list(page.iter("h2", "h3"))) == sum(len(sections_of(each)) for each in PAGES)
    markdown = "\n".join(page_text(each) for each in PAGES)
    assert len(list(page.iter("table"))) == len(re.findall(r"^\|---", markdown, flags=re.MULTILINE))
    assert len(list(page.iter("img"))) == markdown.count("![")


def test_links_lead_to_places_in_it(page: html.HtmlElement) -> None:
    """No link leads out, and none to a place that is not there."""
    places = [each.get("id") for each in page.iter() if each.get("id")]
    links = [each.get("href") for each in page.iter("a")]
    assert len(places) == len(set(places))
    assert {link.removeprefix("#") for link in links} <= set(places)


def test_no_markdown_is_left(page: html.HtmlElement) -> None:
    """Outside code, nothing shows how the pages are written."""
    for code in list(page.iter("code", "pre", "style")):
        code.drop_tree()
    assert not re.search(r"\]\(|\*|^\||^#|`", page.text_content(), flags=re.MULTILINE)


def test_it_asks_for_nothing_and_runs_nothing(script: ModuleType, page: html.HtmlElement) -> None:
    """No script and no address; a policy forbids both."""
    text = script.guide()
    assert not list(page.iter("script", "link", "iframe", "object", "form"))
    assert {each.get("src")[:22] for each in page.iter("img")} == {"data:image/png;base64,"}
    assert "default-src 'none'" in text
    assert not re.search(r"https?://|url\(|@import", text)


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("a < b & *c*", "a &lt; b &amp; <em>c</em>"),
        ("`<*x*>` **y**", "<code>&lt;*x*&gt;</code> <strong>y</strong>"),
        ("[Keys](keys.md#undo)", '<a href="#keys-undo">Keys</a>'),
    ],
)
def test_words_are_escaped_and_stressed(script: ModuleType, text: str, made: str) -> None:
    """What stands in a page is text."""
    assert script.inline(text) == made


def test_it_is_written_where_it_is_asked_for(script: ModuleType, tmp_path: Path) -> None:
    """The same bytes each time; without a name there is an exit code."""
    for name in ("one.html", "two.html"):
        assert script.main([str(tmp_path / name)]) == 0
    assert (tmp_path / "one.html").read_bytes() == (tmp_path / "two.html").read_bytes()
    assert script.main([]) == 2
