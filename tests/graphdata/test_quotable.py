"""What can be copied of something on the map."""

from __future__ import annotations

import pytest

from graphdata.filter import Filter
from graphdata.network import Network
from graphdata.quotable import actor_in_words, citations_of, citations_of_tie, relation_in_words, tie_in_words
from graphdata.ties import ties_of
from graphdata.view import View, view_of


@pytest.fixture
def view(little: Network) -> View:
    return view_of(little, Filter())


def test_an_actor_comes_with_all_its_names(view: View) -> None:
    assert actor_in_words(view, "actor:ir") == "Iran (ایران): state"
    assert actor_in_words(view, "actor:il") == "Israel: state"


def test_a_relation_comes_with_its_verdict_and_its_sources(view: View) -> None:
    head, *cited = relation_in_words(view, "rel:loan").splitlines()
    assert head.startswith("Russia → Iran · Money · Loan for a power plant · ")
    assert cited == list(citations_of(view, "rel:loan"))
    assert len(cited) == 2
    assert all(line.startswith("[") for line in cited)


def test_a_line_comes_with_every_relation_it_stands_for(view: View) -> None:
    tie = next(tie for tie in ties_of(view) if len(tie.relations) > 1)
    assert tie_in_words(view, tie).count("\n\n") == len(tie.relations) - 1


def test_the_citations_of_a_line_stand_each_once(view: View) -> None:
    tie = next(tie for tie in ties_of(view) if len(tie.relations) > 1)
    lines = citations_of_tie(view, tie).splitlines()
    assert len(lines) == len(set(lines))
    assert set(lines) == {line for each in tie.relations for line in citations_of(view, each)}
