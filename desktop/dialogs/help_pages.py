"""The pages of the help as they are shipped: order, titles, sections, pictures, and what of it holds some words.

A place is a page or one of its sections, written as in a link: "questions" or "questions#who-is-within-reach".
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from desktop import assets
from graphdata.folding import fold

PAGES: Final = (
    "index", "first-map", "filters", "evidence", "policy", "questions", "time", "revealed",
    "views", "exporting", "slides", "table", "curating", "keys", "command-line", "privacy",
)  # fmt: skip
FIRST: Final = PAGES[0]
PICTURE: Final = re.compile(r"pictures/([a-z0-9-]+)\.png")


class Section(NamedTuple):
    """A part of a page under a heading of its own."""

    place: str
    heading: str
    text: str


@cache
def page_text(page: str) -> str:
    """Return a shipped page as Markdown; whatever is no page of the help is the first one."""
    name = page if page in PAGES else FIRST
    return (assets.root() / "help" / f"{name}.md").read_text(encoding="utf-8")


def page_title(page: str) -> str:
    """Return the heading of a page."""
    return page_text(page).partition("\n")[0].removeprefix("# ")


def slug(heading: str) -> str:
    """Return a heading as it stands in a link: small letters and digits, with hyphens between."""
    return "-".join(re.findall(r"[a-z0-9]+", heading.lower()))


@cache
def sections_of(page: str) -> tuple[Section, ...]:
    """Return the sections of a page in their order; what stands before the first heading belongs to none."""
    text = re.sub(r"(?ms)^```.*?^```", "", page_text(page))  # a comment in a dossier is no heading
    parts = re.split(r"(?m)^##+ (.+)\n", text)
    heads = (head.replace("`", "") for head in parts[1::2])
    return tuple(Section(f"{page}#{slug(head)}", head, text) for head, text in zip(heads, parts[2::2], strict=True))


def known_place(place: str) -> str:
    """Return a place of the help, the page alone where it has no such section, the first page where there is none."""
    page = place.partition("#")[0]
    if place in PAGES or any(place == each.place for each in sections_of(page)):
        return place
    return page if page in PAGES else FIRST


def place_of_link(link: str) -> str:
    """Return the place that a link on a page leads to, empty for any other address."""
    page, _, section = link.partition("#")
    place = page.removesuffix(".md") + (f"#{section}" if section else "")
    return place if page.endswith(".md") and known_place(place) == place else ""


@cache
def picture_file(name: str, dark: bool) -> Path | None:
    """Return the file of a picture that a page names, in the colours asked for; None for any name but theirs."""
    asked = PICTURE.fullmatch(name)
    if asked is None:
        return None
    shipped = assets.root() / "help" / "pictures" / f"{asked[1]}{'-dark' if dark else ''}.png"
    return shipped if shipped.is_file() else None


def pages_with(text: str) -> tuple[str, ...]:
    """Return the pages that hold a beginning of each word, those with a word in their title first."""
    wanted = fold(text).split()
    fitting = [page for page in PAGES if _holds(page_text(page), wanted)]
    return tuple(sorted(fitting, key=lambda page: not any(word in fold(page_title(page)) for word in wanted)))


def sections_with(page: str, text: str) -> tuple[Section, ...]:
    """Return the sections of a page that hold a beginning of each word, in heading or text; none for no words."""
    wanted = fold(text).split()
    return tuple(each for each in sections_of(page) if wanted and _holds(f"{each.heading} {each.text}", wanted))


def _holds(text: str, wanted: list[str]) -> bool:
    """Return whether each beginning begins a word of a text."""
    words = _words_of(text)
    return all(any(word.startswith(start) for word in words) for start in wanted)


@cache
def _words_of(text: str) -> frozenset[str]:
    return frozenset(fold(text).split())
