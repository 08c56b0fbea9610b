"""Parts of a view show what it shows, all of it, and nothing else."""

from __future__ import annotations

import pytest

from graphdata.filter import Filter
from graphdata.network import Network
from graphdata.parts import by_actor, by_domain, part_of
from graphdata.ties import ties_of
from graphdata.view import View, view_of


@pytest.fixture
def view(little: Network) -> View:
    return view_of(little, Filter())


@pytest.mark.parametrize("split", [by_actor, by_domain])
def test_parts_together_show_every_line(view: View, split: object) -> None:
    ties = ties_of(view)
    parts = split(view, ties)  # type: ignore[operator]
    assert {tie.id for part in parts for tie in part.ties} == {tie.id for tie in ties}
    for part in parts:
        assert {each.id for each in part.view.relations} == {each for tie in part.ties for each in tie.relations}


def test_a_part_is_judged_as_the_whole_is(view: View) -> None:
    few = frozenset([view.relations[0].id])
    part = part_of(view, few)
    assert part.assessments is view.assessments
    assert {actor.id for actor in part.actors} == {view.relations[0].giver, view.relations[0].receiver}
    assert set(part.sources) == set(view.assessments[view.relations[0].id].sources)


def test_a_domain_is_the_view_that_its_filter_gives(view: View, little: Network) -> None:
    for part in by_domain(view, ties_of(view)):
        asked = view_of(little, part.view.filter)
        assert part.view.relations == asked.relations
        assert part.view.sources == asked.sources


def test_lines_of_several_domains_come_last(view: View) -> None:
    parts = by_domain(view, ties_of(view, "pairs"))
    assert parts[-1].title == "Lines of several domains"
    assert all(not tie.domain for tie in parts[-1].ties)


def test_an_actor_has_all_its_lines_and_no_others(view: View) -> None:
    parts = by_actor(view, ties_of(view))
    first = parts[0]
    assert first.scope == "Relations of Iran with its neighbours."
    assert all("actor:ir" in (tie.giver, tie.receiver) for tie in first.ties)


def test_an_actor_with_too_many_lines_is_split_by_domain(view: View) -> None:
    titles = [part.title for part in by_actor(view, ties_of(view), most=3)]
    assert titles[0] == "Iran, arms"
