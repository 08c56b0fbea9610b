"""The pages of the help as they are shipped: their order, titles and text, and which of them hold some words."""

from __future__ import annotations

from functools import cache
from typing import Final

from desktop import assets
from graphdata.folding import fold

PAGES: Final = (
    "index", "first-map", "filters", "evidence", "policy",
    "exporting", "slides", "table", "curating", "keys", "command-line", "privacy",
)  # fmt: skip
FIRST: Final = PAGES[0]


@cache
def page_text(page: str) -> str:
    """Return a shipped page as Markdown; whatever is no page of the help is the first one."""
    name = page if page in PAGES else FIRST
    return (assets.root() / "help" / f"{name}.md").read_text(encoding="utf-8")


def page_title(page: str) -> str:
    """Return the heading of a page."""
    return page_text(page).partition("\n")[0].removeprefix("# ")


def page_of_link(link: str) -> str:
    """Return the page that a link on a page leads to, empty for any other address."""
    page = link.removesuffix(".md")
    return page if link.endswith(".md") and page in PAGES else ""


def pages_with(text: str) -> tuple[str, ...]:
    """Return the pages that hold a beginning of each word, those with a word in their title first."""
    wanted = fold(text).split()
    fitting = [page for page in PAGES if all(_begins(word, _words_of(page)) for word in wanted)]
    return tuple(sorted(fitting, key=lambda page: not any(word in fold(page_title(page)) for word in wanted)))


@cache
def _words_of(page: str) -> frozenset[str]:
    return frozenset(fold(page_text(page)).split())


def _begins(start: str, words: frozenset[str]) -> bool:
    return any(word.startswith(start) for word in words)
