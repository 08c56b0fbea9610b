"""Completion: what can follow at the cursor, and what it would show."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from graphdata.filter import Filter
from graphdata.network import Network
from graphdata.query.completing import MOST, completion
from graphdata.query.reading import read_query
from graphdata.view import view_of


def offered(network: Network, text: str) -> list[str]:
    return [offer.text for offer in completion(text, len(text), view_of(network, Filter())).offers]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("", "from:"),
        ("domain:arms st", "status:"),
        ("conf", "confidence>="),
        ("not s", "source:"),
        ("not u", "undated"),
        ("ho", "hostile"),
        ("hezb", "with:hezbollah"),
        ("from:rus", "ru"),
        ("from:ru,ira", "ir"),
        ("to:росс", "ru"),
        ("domain:t", "tech"),
        ("status:no", "none"),
        ("confidence>=m", "moderate"),
        ("origins>=", "1"),
        ("source:ws", "wsj-2023"),
        ("not origin:russ", "ru"),
        ("since:", "2025"),
        ("around:ir steps:", "1"),
        ("actor-kind:armed-group actor-ends:b", "both"),
        ("ceiling:TLP:A", "TLP:AMBER"),
    ],
)
def test_what_can_follow_is_offered(little: Network, text: str, first: str) -> None:
    assert offered(little, text)[0] == first


def test_what_is_there_already_is_not_offered_again(little: Network) -> None:
    assert "arms" not in offered(little, "domain:arms,")
    assert "ru" not in offered(little, "from:ru,")


def test_only_the_part_before_the_cursor_is_replaced(little: Network) -> None:
    found = completion("from:ru domain:ar tail", 17, view_of(little, Filter()))
    assert (found.start, found.end) == (15, 17)


def test_an_offer_says_how_many_relations_it_would_show(little: Network) -> None:
    found = completion("domain:a", 8, view_of(little, Filter()))
    assert [(offer.text, offer.note) for offer in found.offers] == [("arms", "Arms · 5")]


def test_a_key_that_there_is_not_and_a_network_without_dates_offer_nothing(little: Network) -> None:
    assert offered(little, "frm:") == []
    assert offered(replace(little, relations=()), "since:") == []


@given(text=st.sampled_from(["from:", "domain:", "not ", "fl", "flag:", "source:", "", "not relation:", "ceiling:"]))
def test_what_is_offered_can_be_read(little: Network, text: str) -> None:
    found = completion(text, len(text), view_of(little, Filter()))
    assert len(found.offers) <= MOST
    for offer in found.offers:
        line = text[: found.start] + offer.text
        slips = read_query(line, little).slips
        assert not slips or not offer.complete or offer.text == "not"
