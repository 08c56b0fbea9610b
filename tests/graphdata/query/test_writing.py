"""Writing a query: what is written reads as the same filter, and is written the same way again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from graphdata.filter import Filter
from graphdata.network import Network
from graphdata.query.reading import from_query
from graphdata.query.writing import to_query

Filters = st.SearchStrategy[Filter]


@given(st.data())
def test_a_filter_is_read_back_as_it_was_written(little: Network, filters: Filters, data: st.DataObject) -> None:
    wanted = data.draw(filters)
    wanted = replace(wanted, steps=data.draw(st.integers(1, 9)) if wanted.ego else 1)
    line = to_query(wanted, little)
    assert from_query(line, little) == wanted
    assert to_query(from_query(line, little), little) == line


@given(text=st.text(min_size=1))
def test_any_words_to_look_for_survive(little: Network, text: str) -> None:
    assert from_query(to_query(Filter(text=text), little), little).text == text


@pytest.mark.parametrize(
    ("wanted", "line"),
    [
        (Filter(), ""),
        (Filter(text="drone plant"), "drone plant"),
        (Filter(text="not hostile"), 'text:"not hostile"'),
        (Filter(text="hostile"), 'text:"hostile"'),
        (Filter(domains=frozenset({"tech", "arms"}), min_origins=2), "domain:arms,tech origins>=2"),
        (Filter(statuses=frozenset({""}), undated=False), "status:none not undated"),
        (Filter(ego="actor:ir", steps=3), "around:ir steps:3"),
        (Filter(actor_kinds=frozenset({"firm"}), actor_ends="either"), "actor-kind:firm"),
        (Filter(actor_kinds=frozenset({"firm"})), "actor-kind:firm actor-ends:both"),
        (
            Filter(struck=frozenset({"src:essay", "actor:ru", "named:a, b"})),
            'not source:essay not origin:"named:a, b",ru',
        ),
    ],
)
def test_a_line_is_as_short_as_it_can_be(little: Network, wanted: Filter, line: str) -> None:
    assert to_query(wanted, little) == line


def test_a_word_that_the_lists_do_not_know_is_shown_as_it_is(little: Network) -> None:
    assert to_query(Filter(kinds=frozenset({"barter", "loan"})), little) == "kind:loan,barter"
