"""Reading a query: it asks for what the panel asks for, and every mistake is told with place and remedy."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphdata.filter import Filter
from graphdata.network import Network
from graphdata.query.reading import from_query, read_query
from graphdata.query.tokens import QueryError
from graphdata.ruleset import Level
from graphdata.vocabulary import ACTOR_KINDS


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("", Filter()),
        ("from:russia", Filter(givers=frozenset({"actor:ru"}))),
        ("to:ایران", Filter(receivers=frozenset({"actor:ir"}))),
        ('with:"Ansar Allah",ru', Filter(parties=frozenset({"actor:houthis", "actor:ru"}))),
        ("domain:arms domain:TECH", Filter(domains=frozenset({"arms", "tech"}))),
        ("not domain:arms,tech", Filter(domains=frozenset({"money", "diplomacy"}))),
        ("kind:licensed_production", Filter(kinds=frozenset({"licensed_production"}))),
        ("actor-kind:state-body", Filter(actor_kinds=frozenset({"state_body"}), actor_ends="either")),
        ("actor-ends:both actor-kind:state-body", Filter(actor_kinds=frozenset({"state_body"}))),
        ("not actor-kind:firm", Filter(actor_kinds=frozenset(ACTOR_KINDS) - {"firm"})),
        ("status:delivered,none", Filter(statuses=frozenset({"delivered", ""}))),
        ("confidence>=moderate", Filter(min_confidence=Level.MODERATE)),
        ("confidence:low", Filter(min_confidence=Level.LOW)),
        ("origins>=2", Filter(min_origins=2)),
        ("flag:single-origin", Filter(flags=frozenset({"SINGLE_ORIGIN"}))),
        ("hostile", Filter(hostile="only")),
        ("not hostile", Filter(hostile="none")),
        ("source:wsj", Filter(sources=frozenset({"src:wsj-2023"}))),
        ("since:2022 until:2024-06", Filter(period=("2022", "2024-06"))),
        ("not undated", Filter(undated=False)),
        ("shahed drones", Filter(text="shahed drones")),
        ('"not hostile"', Filter(text="not hostile")),
        ("around:iran steps:2", Filter(ego="actor:ir", steps=2)),
        ("as-of:2024 known-by:2025-01", Filter(as_of="2024", known_by="2025-01")),
        ("ceiling:TLP:AMBER", Filter(ceiling="TLP:AMBER")),
        ("not source:up-2023", Filter(struck=frozenset({"src:up-2023"}))),
        ("not origin:russia,own:src:essay", Filter(struck=frozenset({"actor:ru", "own:src:essay"}))),
        ("not claim:loan-1", Filter(struck=frozenset({"clm:loan-1"}))),
        ("not actor:hezbollah", Filter(hidden_actors=frozenset({"actor:hezbollah"}))),
        ("not relation:loan", Filter(hidden_relations=frozenset({"rel:loan"}))),
    ],
)
def test_each_term_asks_for_what_the_panel_asks_for(little: Network, text: str, wanted: Filter) -> None:
    assert from_query(text, little) == wanted


@pytest.mark.parametrize(
    ("text", "place", "message", "remedy"),
    [
        ("arms frm:ru", "frm:", "there is no “frm:”.", "Did you mean from:ru?"),
        ('frm:"the west",ir', "frm:", "there is no “frm:”.", 'Did you mean from:"the west",ir?'),
        ("orgin:2", "orgin:", "there is no “orgin:”.", "Did you mean origins>=2?"),
        ("not sources:essay", "not sources:", "there is no “sources:”.", "Did you mean not source:essay?"),
        ("from:rusia", "rusia", "no actor is called 'rusia'.", "Did you mean Russia?"),
        ("domain:arm", "arm", "'arm' is not known.", "Did you mean arms?"),
        ("origins>2", "origins>", "“>” cannot follow origins.", "Write origins>=2."),
        ("from=ru", "from=", "“=” cannot follow from.", "Write from:russia."),
        ("origins>=two", "two", "“two” is not a number from 0 to 1000000.", "Write origins>=2."),
        ("around:ir steps:0", "0", "“0” is not a number from 1 to 99.", "Write around:iran steps:2."),
        ("steps:2", "steps:2", "steps count from an actor.", "Write around:iran steps:2."),
        ("actor-ends:both", "actor-ends:both", "no kind of actor is asked for.", "Write actor-kind:state before it."),
        ("from: to:ir", "from:", "a value is missing after from.", "Write from:russia."),
        ("since:2022 since:2023", "since:2023", "since is there twice.", "Keep one of the two."),
        ("since:2022,2023", "since:2022,2023", "since takes one value.", "Write since:2022."),
        ("undated", "undated", "undated relations are shown anyway.", "Write not undated to drop them."),
        ("claim:loan-1", "claim:", "claim: can only be left out.", "Write not claim:…"),
        ("source:wsj-2024", "wsj-2024", "there is no source “wsj-2024”.", "Did you mean wsj-2023?"),
        ("ceiling:TLP:AMBR", "TLP:AMBR", "'TLP:AMBR' is not known.", "Did you mean TLP:AMBER?"),
    ],
)
def test_a_mistake_is_told_with_its_place_and_its_remedy(
    little: Network, text: str, place: str, message: str, remedy: str
) -> None:
    [slip] = read_query(text, little).slips
    assert (text[slip.start : slip.end], slip.message, slip.remedy) == (place, message, remedy)


def test_a_date_that_cannot_be_read_is_told_with_examples(little: Network) -> None:
    [slip] = read_query("since:20222", little).slips
    assert (slip.start, slip.end) == (6, 11)
    assert "2023-03-27" in slip.remedy


def test_what_can_be_read_counts_beside_a_mistake(little: Network) -> None:
    query = read_query("domain:arms,ams from:ru", little)
    assert query.filter == Filter(domains=frozenset({"arms"}), givers=frozenset({"actor:ru"}))
    assert len(query.slips) == 1


def test_what_not_cannot_turn_round_is_told(little: Network) -> None:
    assert "not takes source" in read_query("not since:2022", little).slips[0].remedy
    assert "cannot be turned round" in read_query("not drones", little).slips[0].message


def test_every_mistake_is_raised_at_once(little: Network) -> None:
    with pytest.raises(QueryError) as found:
        from_query("frm:x origins>2", little)
    assert len(found.value.slips) == len(str(found.value).splitlines()) == 2


@given(text=st.text() | st.text("adfimnorstu:>=, \"'\\", max_size=30))
def test_any_text_is_read_or_explained(little: Network, text: str) -> None:
    for slip in read_query(text, little).slips:
        assert 0 <= slip.start <= slip.end <= len(text)
        assert slip.message.endswith(".")
        assert slip.remedy
