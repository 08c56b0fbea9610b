"""The words that pages share."""

from __future__ import annotations

import pytest

from graphdata.filter import Filter
from graphdata.network import Network
from graphdata.rows import counted, date_of, domain_in_words, label_of, relation_row, resting, source_rows, title_of
from graphdata.ruleset import Level
from graphdata.view import view_of


@pytest.mark.parametrize(("number", "words"), [(0, ""), (1, "1 actor"), (2, "2 actors"), (1234, "1,234 actors")])
def test_nouns_agree_with_their_number(number: int, words: str) -> None:
    assert counted(number, "actor", "actors") == words


def test_what_something_rests_on_is_never_left_open() -> None:
    assert resting(0, 0) == "no document"
    assert resting(2, 0) == "2 documents, no origin named"
    assert resting(5, 1) == "5 documents, 1 origin"


def test_a_date_that_cannot_be_read_stands_as_it_is() -> None:
    assert (date_of("2023-03"), date_of("spring?")) == ("Mar 2023", "spring?")


def test_an_id_stands_for_an_actor_that_no_record_explains(little: Network) -> None:
    assert label_of(little, "actor:gone") == "actor:gone"
    assert title_of(little, "actor:ru", "actor:gone", mutual=True) == "Russia ↔ actor:gone"


def test_a_line_of_several_domains_says_so() -> None:
    assert domain_in_words("", hostile=False) == "Several domains"
    assert domain_in_words("arms", hostile=True) == "Arms, hostile"


def test_a_row_of_a_relation_names_status_and_verdict(little: Network) -> None:
    view = view_of(little, Filter())
    row = relation_row(little.relation["rel:treaty"], view.assessments["rel:treaty"])
    assert (row.text, row.level) == ("Partnership treaty", Level.HIGH)
    assert row.detail == "Agreed · High · 1 document, 1 origin"


def test_sources_come_best_graded_first_and_unread_ones_say_so(sample: Network) -> None:
    rows = source_rows(sample, [source.id for source in sample.sources])
    assert [row.detail for row in rows] == ["not read", ""]
