"""Actors are one by their name, in whatever form; what contradicts an earlier row is refused."""

from __future__ import annotations

from collections.abc import Callable

from graphdata.storage.table_actors import Listed, Roster
from graphdata.storage.table_rows import Ledger, Row

MakeRow = Callable[..., Row]


def listed(ledger: Ledger, *rows: dict[str, str]) -> Listed:
    return Listed([Row("actors", number, cells) for number, cells in enumerate(rows, 2)], ledger)


def test_actors_are_one_by_name(row: MakeRow, ledger: Ledger) -> None:
    roster = Roster(listed(ledger), ledger)
    roster.meet(row())
    roster.meet(row(giver=" IRAN", receiver="Syria", giver_kind="State"))
    assert [(actor.id, actor.kind) for actor in roster.records().values()] == [
        ("actor:iran", "state"), ("actor:russia", "unknown"), ("actor:syria", "unknown"),
    ]  # fmt: skip
    assert roster.id_of("iran") == "actor:iran"


def test_a_kind_that_no_row_gives_is_told(row: MakeRow, ledger: Ledger) -> None:
    roster = Roster(listed(ledger), ledger)
    roster.meet(row(giver_kind="state"))
    roster.records()
    assert [problem.place for problem in ledger.problems] == ["t.csv, row 2, column receiver kind"]


def test_two_kinds_for_one_actor_are_a_contradiction(row: MakeRow, ledger: Ledger) -> None:
    roster = Roster(listed(ledger), ledger)
    roster.meet(row(giver_kind="state"))
    roster.meet(Row("", 3, {"giver": "iran", "receiver": "Oman", "giver kind": "firm"}))
    assert ledger.problems[0].message == "'iran' is firm here and state in row 2."
    assert "oman" not in roster.records()


def test_the_sheet_of_actors_gives_names_and_more(row: MakeRow, ledger: Ledger) -> None:
    sheet = {"name": "Iran", "kind": "state", "other names": "IRI; Persia;iran", "country": "IR", "bloc": "Axis"}
    roster = Roster(listed(ledger, sheet), ledger)
    roster.meet(row(giver="persia"))
    iran = roster.records()["iran"]
    assert [name.text for name in iran.names] == ["Iran", "IRI", "Persia"]
    assert (iran.country, iran.bloc, roster.id_of("Persia")) == ("IR", "axis", "actor:iran")
    assert "actor-not-listed" in {problem.rule for problem in ledger.problems}


def test_a_name_that_is_listed_twice(ledger: Ledger) -> None:
    listed(ledger, {"name": "Iran", "kind": "state"}, {"name": "IRI", "other names": "iran", "kind": "state"})
    assert ledger.problems[0].message == "the name 'iran' is in use in row 2."


def test_rows_about_an_actor_that_could_not_be_taken_are_refused(row: MakeRow, ledger: Ledger) -> None:
    roster = Roster(listed(ledger, {"name": "Iran", "kind": "planet"}), ledger)
    roster.meet(row())
    assert [problem.rule for problem in ledger.problems] == ["not-in-list", "row-refused"]
