"""The shipped pages: found by words, reached by links between them, and nothing else."""

from __future__ import annotations

import pytest

from desktop import assets
from desktop.dialogs.help_pages import (
    FIRST,
    PAGES,
    known_place,
    page_text,
    page_title,
    pages_with,
    picture_file,
    place_of_link,
    sections_of,
    sections_with,
    slug,
)


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
    ("link", "place"),
    [
        ("evidence.md", "evidence"),
        ("evidence", ""),
        ("https://example.org/evidence.md", ""),
        ("file:///evidence.md", ""),
        ("../evidence.md", ""),
        ("evidence.md#levels", "evidence#levels"),
        ("evidence.md#nothing", ""),
        ("evidence.md?x#levels", ""),
        ("javascript:evidence.md", ""),
    ],
)
def test_only_places_of_the_help_are_links(link: str, place: str) -> None:
    assert place_of_link(link) == place


@pytest.mark.parametrize(
    ("asked", "place"),
    [("keys", "keys"), ("keys#undo", "keys#undo"), ("keys#nothing", "keys"), ("nothing#undo", FIRST), ("", FIRST)],
)
def test_an_unknown_section_is_its_page_and_an_unknown_page_the_first(asked: str, place: str) -> None:
    assert known_place(asked) == place


def test_sections_are_what_stands_under_headings() -> None:
    headings = [section.heading for section in sections_of("curating")]
    assert headings[:2] == ["The folder", "A whole example"]
    assert slug("As of, and known by") == "as-of-and-known-by"


def test_sections_are_found_by_words_of_their_own() -> None:
    assert [each.place for each in sections_with("questions", "fewest betweenness")] == []
    assert [each.place for each in sections_with("questions", "betweenness")] == [
        "questions#who-stands-between-the-others"
    ]
    assert sections_with("questions", " ") == ()


def test_pictures_are_in_the_folder_of_the_pages_light_and_dark() -> None:
    for dark, name in ((False, "chain.png"), (True, "chain-dark.png")):
        file = picture_file("pictures/chain.png", dark)
        assert file
        assert file.relative_to(assets.root()).as_posix() == f"help/pictures/{name}"


@pytest.mark.parametrize(
    "name",
    [
        "pictures/nothing.png", "pictures/../pictures/chain.png", "../fonts/x.png", "/etc/passwd", "chain.png",
        "file:///pictures/chain.png", "https://example.org/pictures/chain.png", "pictures/chain.svg",
        "pictures//chain.png", "pictures/chain.png?x", "pictures/CHAIN.png", "qrc:/pictures/chain.png", "",
    ],
)  # fmt: skip
def test_any_other_name_is_no_picture(name: str) -> None:
    assert picture_file(name, dark=False) is None


def test_pages_are_found_by_the_beginning_of_words() -> None:
    assert pages_with("QtProject") == ("privacy",)
    assert pages_with("keys")[0] == "keys"
    assert "table" in pages_with("merg formul")
    assert pages_with("") == PAGES
    assert pages_with("zzzz") == ()
