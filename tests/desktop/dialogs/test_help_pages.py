"""The shipped pages: found by words, reached by links between them, and nothing else."""

from __future__ import annotations

import pytest

from desktop import assets
from desktop.dialogs.help_pages import FIRST, PAGES, page_of_link, page_text, page_title, pages_with


def test_every_shipped_page_is_listed_once() -> None:
    shipped = {path.stem for path in (assets.root() / "help").glob("*.md")}
    assert set(PAGES) == shipped
    assert len(PAGES) == len(shipped)


def test_pages_have_titles() -> None:
    assert page_title("evidence") == "Evidence"
    assert all(page_title(page) for page in PAGES)


@pytest.mark.parametrize("name", ["", "nothing", "../../../etc/passwd", "evidence.md"])
def test_what_is_no_page_is_the_first_one(name: str) -> None:
    assert page_text(name) == page_text(FIRST)


@pytest.mark.parametrize(
    ("link", "page"),
    [
        ("evidence.md", "evidence"),
        ("evidence", ""),
        ("https://example.org/evidence.md", ""),
        ("file:///evidence.md", ""),
        ("../evidence.md", ""),
        ("javascript:evidence.md", ""),
    ],
)
def test_only_names_of_pages_are_links(link: str, page: str) -> None:
    assert page_of_link(link) == page


def test_pages_are_found_by_the_beginning_of_words() -> None:
    assert pages_with("QtProject") == ("privacy",)
    assert pages_with("keys")[0] == "keys"
    assert "table" in pages_with("merg formul")
    assert pages_with("") == PAGES
    assert pages_with("zzzz") == ()
