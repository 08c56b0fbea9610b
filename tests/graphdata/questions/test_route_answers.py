"""Routes, reach, go-betweens and conduits in words."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from graphdata.filter import Filter
from graphdata.network import Network, Via
from graphdata.questions.paths import Ways, conduits, reach_of, shortest_routes
from graphdata.questions.route_answers import (
    conduits_answer,
    reach_answer,
    routes_answer,
    standing_answer,
    ways_in_words,
)
from graphdata.questions.standing import Standing, go_betweens
from graphdata.view import View, view_of

WAYS = Ways()


@pytest.fixture
def view(little: Network) -> View:
    return view_of(little, Filter())


def test_each_step_of_a_route_is_a_line_that_leads_to_its_relation(view: View) -> None:
    found = shortest_routes(view, "actor:ru", "actor:houthis")
    answer = routes_answer(view, "actor:ru", "actor:houthis", WAYS, found)
    assert answer.sentence == "1 shortest route of 2 steps."
    assert [line.cells[3:5] for line in answer.lines] == [("Russia", "Iran"), ("Iran", "Ansar Allah")]
    assert answer.lines[1].id == "rel:houthi-arms"


def test_no_route_is_an_answer_too(view: View) -> None:
    found = shortest_routes(view, "actor:houthis", "actor:ru")
    answer = routes_answer(view, "actor:houthis", "actor:ru", WAYS, found)
    assert answer.sentence == "No route."
    assert answer.notes == ("There is one of 2 steps from Russia to Ansar Allah.",)


@pytest.mark.parametrize(
    ("kept", "ends", "note"),
    [
        ({"rel:training", "rel:backing"}, ("irgc", "ru"), "There is one of 2 steps either way."),
        ({"rel:attack"}, ("ir", "il"), "There is one of 1 step with hostile acts."),
        (
            {"rel:attack", "rel:houthi-arms"},
            ("houthis", "ir"),
            "There is one of 1 step from Iran to Ansar Allah.",
        ),
    ],
)
def test_what_would_find_a_route_is_said(little: Network, kept: set[str], ends: tuple[str, str], note: str) -> None:
    one, other = (f"actor:{each}" for each in ends)
    view = view_of(replace(little, relations=tuple(each for each in little.relations if each.id in kept)), Filter())
    assert routes_answer(view, one, other, WAYS, shortest_routes(view, one, other)).notes == (note,)


def test_to_oneself_no_other_route_is_offered(view: View) -> None:
    assert routes_answer(view, "actor:ru", "actor:ru", WAYS, shortest_routes(view, "actor:ru", "actor:ru")).notes == ()


def test_reach_counts_its_rings(view: View) -> None:
    answer = reach_answer(view, "actor:niiip", 2, WAYS, reach_of(view, "actor:niiip", 2))
    assert answer.sentence == "3 actors: 1 after 1 step, 2 after 2 steps."
    assert reach_answer(view, "actor:il", 2, WAYS, ()).sentence == "0 actors."


def test_go_betweens_say_whom_they_would_cut_off(view: View) -> None:
    answer = standing_answer(view, WAYS, go_betweens(view, WAYS))
    cut_off = {line.cells[0]: line.cells[3] for line in answer.lines}
    assert "Ansar Allah" in cut_off["Iran"]


def test_a_sample_is_called_one(view: View) -> None:
    assert any("estimates" in note for note in standing_answer(view, WAYS, Standing((), 300)).notes)


def test_conduits_are_listed_by_dealing(little: Network) -> None:
    through = (Via(actor="actor:irgc", role="shipper"),)
    relations = tuple(replace(each, via=through) if each.id == "rel:shahed" else each for each in little.relations)
    view = view_of(replace(little, relations=relations), Filter())
    (line,) = conduits_answer(view, conduits(view)).lines
    assert line.cells == ("Islamic Revolutionary Guard Corps", "shipper", "Iran → Russia", "Shahed drones")


def test_ways_are_put_in_words() -> None:
    assert ways_in_words(WAYS) == "through any domain, in the direction of flow, hostile acts left out"
    wide = Ways(frozenset({"tech", "arms"}), along_flow=False, hostile=True)
    assert ways_in_words(wide) == "through arms and tech, either way, hostile acts included"
