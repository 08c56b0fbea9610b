"""The page is one file with a policy, the same twice, and whatever stands in the data is inert in it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from msgspec.structs import replace

from graphdata.export.page import MOST_LINES, SMOOTH_LINES, Looks, TooManyLinesError, advice_on_lines, to_page
from graphdata.export.page.markup import hash_of
from graphdata.filter import Filter
from graphdata.network import Name, Network
from graphdata.sheet import Request
from graphdata.ties import ties_of
from graphdata.view import view_of

Made = Callable[..., bytes]
HOSTILE = (
    "</script><script>document.title='broken'</script><img src=x onerror=\"document.title='broken'\">"
    "\" href='javascript:alert(1)'"
)


@pytest.fixture(scope="session")
def hostile(little: Network) -> Network:
    """Return the little network with markup in every text that a page shows."""
    actors = tuple(replace(a, names=(Name(text=f"{HOSTILE}{a.id}"), *a.names), note=HOSTILE) for a in little.actors)
    sources = tuple(replace(s, csl={**s.csl, "title": HOSTILE, "URL": "javascript:alert(1)"}) for s in little.sources)
    relations = tuple(
        replace(r, summary=HOSTILE, claims=tuple(replace(c, summary=HOSTILE, note=HOSTILE) for c in r.claims))
        for r in little.relations
    )
    return replace(little, title=HOSTILE, actors=actors, sources=sources, relations=relations)


def test_the_same_view_gives_the_same_bytes(made: Made) -> None:
    assert made() == made()


def test_the_policy_names_the_hashes_of_what_is_there(page: Any) -> None:
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == "'none'"
    assert rules["img-src"] == "data:"
    run = page.xpath("//script[not(@type)]")
    assert rules["script-src"].split() == [hash_of(script.text) for script in run]
    assert rules["style-src"] == hash_of(page.xpath("//style")[0].text)
    assert len(run) == 2


@pytest.mark.parametrize("subject", ["made", "hostile"])
def test_nothing_points_outside_the_file(made: Made, parsed: Any, request: pytest.FixtureRequest, subject: str) -> None:
    page = parsed(made(request.getfixturevalue(subject)) if subject == "hostile" else made())
    pointing = page.xpath("//@src | //@href | //@srcset | //@action | //@data | //@poster | //@background")
    assert all(each.startswith(("data:image/svg+xml;base64,", "#note-")) for each in pointing)
    assert not page.xpath("//link | //iframe | //object | //embed | //form | //base | //@style")
    assert not [name for name in page.xpath("//@*") if name.attrname.startswith("on")]


def test_markup_in_the_data_is_text(made: Made, parsed: Any, hostile: Network, page: Any) -> None:
    found = parsed(made(hostile))
    assert len(found.xpath("//script")) == len(page.xpath("//script"))
    assert len(found.xpath("//img")) == len(page.xpath("//img"))
    assert found.xpath("//h1")[0].text_content() == HOSTILE


def test_the_blocks_hold_map_evidence_and_view(made: Made, parsed: Any, block: Any, little: Network) -> None:
    page = parsed(made(state='{"name":"<x>"}'))
    lines = {tie.id for tie in ties_of(view_of(little, Filter()))}
    assert {edge["id"] for edge in block(page, "map")["edges"]} == set(block(page, "evidence")["lines"]) == lines
    assert block(page, "view") == {"name": "<x>"}
    assert json.loads(parsed(made()).get_element_by_id("entente-view").text) is None


def test_a_dark_request_opens_dark(made: Made, parsed: Any) -> None:
    assert parsed(made(theme="dark")).get("data-theme") == "dark"
    assert parsed(made()).get("data-theme") is None


def test_scripts_read_no_markup_and_open_nothing(page: Any) -> None:
    own = page.xpath("//script[not(@type)]")[1].text
    words = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function|fetch\(|XMLHttp|window\.open"
    assert not re.findall(rf"{words}|location\.|\.href|localStorage|import\(", own)


def test_too_many_lines_are_refused_with_a_remedy(little: Network, looks: Looks) -> None:
    view = view_of(little, Filter())
    ties = ties_of(view)[:1] * (MOST_LINES + 1)
    with pytest.raises(TooManyLinesError, match=r"4,001 lines are too many .* Filter, combine"):
        to_page(view, ties, {}, Request(1.0, looks.light), looks)


def test_many_lines_are_advised_on() -> None:
    assert advice_on_lines(SMOOTH_LINES) == ""
    assert "moves slowly" in advice_on_lines(SMOOTH_LINES + 1)
