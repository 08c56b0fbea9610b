"""Rows become relations with their claims and chains; what does not fit with the rest is refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Import = Callable[..., Any]


def chain(imported: Import, *rows: dict[str, str], at: int = 0) -> list[tuple[Any, ...]]:
    links = imported(*rows).network.claims[at].chain
    return [(link.node or link.named or link.unstated, link.role) for link in links]


def test_rows_of_one_dealing_become_one_relation_with_several_claims(imported: Import) -> None:
    found = imported({"note": "a"}, {"giver": "IRAN", "summary": "attack  drones", "note": "b"}, {"kind": "training"})
    assert found.made == (2, 2, 3, 1, 0)
    assert sorted(len(relation.claims) for relation in found.network.relations) == [1, 2]


def test_a_row_that_says_the_same_is_told_and_made_once(imported: Import) -> None:
    found = imported({}, {}, {})
    assert found.made.claims == 1
    assert [problem.place for problem in found.problems if problem.rule == "row-twice"] == ["t.csv, rows 3 to 4"]


def test_without_an_origin_the_source_says_it_itself(imported: Import) -> None:
    assert chain(imported, {}) == [("src:drone-report", "origin")]


@pytest.mark.parametrize(
    ("origin", "end"),
    [("unstated", True), ("russia", "actor:russia"), ("Leak", "src:leak"), ("An officer", "An officer")],
)
def test_an_origin_is_an_actor_a_source_a_name_or_unstated(imported: Import, origin: str, end: object) -> None:
    found = chain(imported, {"origin": origin}, {"source title": "Leak", "note": "other"})
    assert found == [("src:drone-report", "cited_in"), (end, "origin")]


def test_a_source_that_is_its_own_origin_is_not_cited_in_itself(imported: Import) -> None:
    assert chain(imported, {"origin": "Drone Report"}) == [("src:drone-report", "origin")]


def test_an_origin_that_may_be_two_sources_is_refused(imported: Import) -> None:
    found = imported({"source date": "2022"}, {"source date": "2023"}, {"source title": "C", "origin": "drone report"})
    assert found.errors == ["t.csv, row 4, column origin: several sources have the title 'drone report'."]


def test_an_assumed_kind_is_written_down(imported: Import) -> None:
    assert imported({}).network.relations[0].note.startswith("The table gives no kind")
    assert imported({"kind": "transfer"}).network.relations[0].note == ""


def test_improbable_needs_somebody_who_contradicts(imported: Import) -> None:
    found = imported({"credibility": "5"}, {"giver": "Oman"})
    assert found.made.refused == 1
    assert found.errors[0].startswith("t.csv, row 2, column credibility: credibility 5 (improbable) is given")
    assert imported({"credibility": "5"}, {"stance": "contradicts"}).made.refused == 0


def test_refusing_one_row_may_leave_another_without_its_ground(imported: Import) -> None:
    weak = {"credibility": "5", "basis": "observed"}
    found = imported({"credibility": "5"}, {"stance": "contradicts", "direction": "mutual"}, weak)
    assert (found.network, found.made.refused) == (None, 3)


def test_a_direction_that_changes_is_refused(imported: Import) -> None:
    found = imported({"direction": "both"}, {"direction": "forward"})
    assert found.errors == ["t.csv, row 3, column direction: the dealing is forward here and mutual in row 2."]


def test_the_network_is_as_old_as_its_newest_source(imported: Import) -> None:
    assert imported({"date": "2027", "source date": "2023-05"}).network.as_of == "2023-05-31"
    assert imported({"date": "2021-02-03"}).network.as_of == "2021-02-03"
    assert imported({}).network.as_of == ""


def test_records_are_as_open_as_the_most_open_row(imported: Import) -> None:
    red, open_row = {"marking": "tlp:red"}, {"receiver": "Oman", "marking": "TLP:GREEN"}
    network = imported(red, open_row).network
    assert {actor.name: actor.marking for actor in network.actors} == {
        "Iran": "TLP:GREEN", "Russia": "TLP:RED", "Oman": "TLP:GREEN",
    }  # fmt: skip
    assert network.sources[0].marking == "TLP:GREEN"
    assert sorted(relation.marking for relation in network.relations) == ["TLP:GREEN", "TLP:RED"]


def test_a_faulty_source_in_its_sheet_takes_its_rows_with_it(workbook: Callable[..., Any]) -> None:
    from graphdata.storage.table import network_from_table

    relations = [["giver", "receiver", "domain", "summary", "source title"], ["a", "b", "arms", "c", "S"]]
    path = workbook({"relations": relations, "sources": [["title", "grade"], ["s", "Z"]]})
    network, problems, made = network_from_table(path)
    assert (network, made.refused) == (None, 2)
    assert [problem.rule for problem in problems if problem.severity == "error"] == ["not-in-list", "row-refused"]
