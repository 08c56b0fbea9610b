"""The pages after the picture hold every source and every relation, marked, numbered and tied to one another."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from graphdata.citation import numbered
from graphdata.drawing import Drawing, Group, Words, flat
from graphdata.export.annex_pages import SUMMARY, annex_pages
from graphdata.filter import Filter
from graphdata.network import Network
from graphdata.sheet import Request
from graphdata.statement import source_summary
from graphdata.style import theme_from
from graphdata.ties import ties_of
from graphdata.view import view_of

ROOT = next(parent for parent in Path(__file__).parents if (parent / "resources").is_dir())
LIGHT = theme_from((ROOT / "resources/themes/light.toml").read_text(encoding="utf-8"))


def pages(network: Network, wanted: Filter | None = None, **fields: object) -> tuple[Drawing, ...]:
    view = view_of(network, wanted or Filter())
    return annex_pages(view, ties_of(view), Request(**{"aspect": 16 / 9, "theme": LIGHT, **fields}))


def words(drawing: Drawing) -> list[Words]:
    return [mark for mark in flat(drawing.items) if isinstance(mark, Words)]


def test_every_source_is_there_with_its_grade(little: Network) -> None:
    text = " ".join(" ".join(word.text for word in words(page)) for page in pages(little))
    for note in numbered(view_of(little, Filter())):
        assert f"[{note.number}]" in text
        assert all(part in text for part in note.text.split())
    assert "Reliability" in text


def test_the_statement_of_what_the_picture_rests_on_comes_first(little: Network) -> None:
    page = pages(little)[0]
    text = " ".join(word.text for word in words(page))
    for heading, said in source_summary(view_of(little, Filter())):
        assert f"{heading} {said}" in text
    assert page.title == "What the picture rests on, and its sources"


def test_sources_begin_below_a_short_statement_and_on_a_page_of_their_own_below_a_long_one(little: Network) -> None:
    short, long = pages(little), pages(little, aspect=4.0)
    assert [page.title for page in short if page.title != "Relations shown"] == [short[0].title]
    assert [page.title for page in long][:2] == ["What the picture rests on", "Sources"]
    statement = max(word.y for word in words(short[0]) if word.size == SUMMARY and word.text != "Sources")
    assert all(word.y > statement for word in words(short[0]) if word.text.startswith("[1]"))


def test_every_relation_is_in_the_table_with_links_to_its_sources(little: Network) -> None:
    found = pages(little)
    text = " ".join(" ".join(word.text for word in words(page)) for page in found if page.title == "Relations shown")
    assert all(part in text for relation in little.relations for part in relation.summary.split())
    targets = {group.id.replace(" ", "-") for page in found for group in page.items if isinstance(group, Group)}
    links = {word.link.lstrip("#") for page in found for word in words(page) if word.link}
    assert links
    assert links <= targets


@pytest.mark.parametrize("aspect", [16 / 9, 2**0.5, 2**-0.5])
def test_pages_are_marked_numbered_and_nothing_leaves_them(little: Network, aspect: float) -> None:
    found = pages(little, aspect=aspect)
    for at, page in enumerate(found, start=2):
        said = [word.text for word in words(page)]
        assert said.count("TLP:AMBER") == 2
        assert any(text.startswith(f"Page {at} of {len(found) + 1} · ") for text in said)
        assert "ruleset 1" in " ".join(said)
        assert page.width / page.height == pytest.approx(aspect)
        assert all(0 <= word.x <= page.width and 0 <= word.y <= page.height - 18.0 for word in words(page))


def test_many_sources_take_many_pages_and_none_is_lost(little: Network) -> None:
    more = (replace(each, id=f"{each.id}-{copy}") for copy in range(20) for each in little.relations)
    many = replace(little, relations=tuple(more))
    tall = pages(many)
    assert len([page for page in tall if page.title == "Relations shown"]) > 1
    listed = [g.id for page in tall for g in page.items if isinstance(g, Group) and g.id.startswith("note")]
    assert len(listed) == len(set(listed)) == len(numbered(view_of(many, Filter())))


def test_without_citations_there_is_the_table_alone(little: Network) -> None:
    found = pages(little, notes=False)
    assert {page.title for page in found} == {"Relations shown"}
    assert not [word for page in found for word in words(page) if word.link]


def test_an_empty_view_has_no_pages(little: Network) -> None:
    assert pages(little, Filter(text="no such word anywhere")) == ()
