"""Without any script the page has its marking, title, picture, table, sources and filter in words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from graphdata.citation import numbered
from graphdata.filter import Filter
from graphdata.network import Network
from graphdata.view import view_of

Parsed = Callable[[bytes], Any]


def texts(page: Any, path: str) -> list[str]:
    return [each.text_content() for each in page.xpath(path)]


def test_the_table_has_a_row_for_every_relation(page: Any, little: Network) -> None:
    rows = page.xpath("//section[@id='table']//tbody/tr")
    assert sorted(row.get("data-relation") for row in rows) == sorted(relation.id for relation in little.relations)
    assert {len(row.xpath("td")) for row in rows} == {len(page.xpath("//section[@id='table']//th"))}


def test_every_number_in_the_table_leads_to_a_source(page: Any, little: Network) -> None:
    listed = {item.get("id") for item in page.xpath("//section[@id='sources']//li")}
    assert listed == {f"note-{note.number}" for note in numbered(view_of(little, Filter()))}
    assert {link.get("href") for link in page.xpath("//a")} == {f"#{name}" for name in listed}


def test_marking_stands_first_and_last(made: Callable[..., bytes], parsed: Parsed, little: Network) -> None:
    page = parsed(made(replace(little, marking="TLP:AMBER")))
    markings = texts(page, "//p[contains(@class,'marking')]")
    assert markings == ["TLP:AMBER", "TLP:AMBER"]
    assert page.body.text_content().startswith("TLP:AMBER")
    assert "--marking:#FFC000" in page.xpath("//style")[0].text


def test_it_says_what_is_shown_and_of_which_data(made: Callable[..., bytes], parsed: Parsed, little: Network) -> None:
    page = parsed(made(filter=Filter(domains=frozenset({"arms"})), title="Who arms whom"))
    assert texts(page, "//h1") == texts(page, "//title") == ["Who arms whom"]
    foot = texts(page, "//footer")[0]
    assert "arms" in foot.casefold()
    assert f"digest {little.digest}" in foot
    assert "Not shown:" in foot
    assert "Confidence in the" in texts(page, "//header")[0]


def test_it_says_what_the_picture_rests_on(
    made: Callable[..., bytes], parsed: Parsed, page: Any, little: Network
) -> None:
    heads = texts(page, "//section[@id='summary']//dt")
    assert heads == ["Documents", "Most used", "Corroborated", "In conflict", "Gaps", "Grades"]
    empty = parsed(made(replace(little, relations=())))
    assert not empty.xpath("//section[@id='summary']")


def test_what_needs_scripts_is_hidden_until_they_run(page: Any) -> None:
    assert page.get_element_by_id("live").get("hidden") == "hidden"
    assert "Scripts are off" in texts(page, "//noscript")[0]


def test_the_legend_is_what_was_asked_for(made: Callable[..., bytes], parsed: Parsed, page: Any) -> None:
    assert "one independent origin" in page.xpath("//section[@id='controls']//img/@alt")[0]
    assert not parsed(made(legend=False)).xpath("//section[@id='controls']//img")


def test_only_domains_on_show_can_be_chosen(made: Callable[..., bytes], parsed: Parsed) -> None:
    page = parsed(made(filter=Filter(domains=frozenset({"arms", "tech"}))))
    assert page.xpath("//fieldset//input/@value") == ["arms", "tech"]


def test_an_empty_view_makes_a_page(made: Callable[..., bytes], parsed: Parsed) -> None:
    page = parsed(made(filter=Filter(text="no such word")))
    assert "Nothing is on show." in page.body.text_content()
