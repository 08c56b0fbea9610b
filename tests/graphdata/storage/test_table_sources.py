"""Sources are one by their title, unless publisher, date or address tell them apart."""

from __future__ import annotations

from collections.abc import Callable
from itertools import permutations

import pytest

from graphdata.sourcing import Source
from graphdata.storage.table_rows import Ledger, Row
from graphdata.storage.table_sources import Shelf, look_at_source, newest_day

MakeRow = Callable[..., Row]


def shelf_of(ledger: Ledger, *rows: Row) -> Shelf:
    shelf = Shelf([], rows, ledger)
    for row in rows:
        shelf.meet(row)
    return shelf


def sources(shelf: Shelf) -> list[Source]:
    return list(shelf.records({}).values())


def test_rows_fill_in_what_others_leave_out(row: MakeRow, ledger: Ledger) -> None:
    full = row(source_date="2023-03", source_url="https://a.example/1", source_publisher="AP")
    shelf = shelf_of(ledger, row(), full, row(source_title="drone  REPORT", grade="b", read="yes"))
    source = sources(shelf)[0]
    assert (len(sources(shelf)), source.id, source.title) == (1, "src:drone-report", "Drone report")
    assert (source.publisher, source.letter, source.read) == ("AP", "B", True)
    assert source.csl["issued"] == {"date-parts": [[2023, 3]]}


def test_dates_tell_sources_of_one_title_apart_in_any_order(row: MakeRow, ledger: Ledger) -> None:
    rows = [row(source_date="2023"), row(source_date="2024"), row(source_date="2024", source_url="https://a.example")]
    for order in permutations(rows):
        assert len(sources(shelf_of(ledger, *order))) == 2
    assert "same-title" in {problem.rule for problem in ledger.problems}


def test_a_row_that_fits_two_sources_is_refused(row: MakeRow, ledger: Ledger) -> None:
    vague = Row("", 9, row().cells)
    shelf_of(ledger, row(source_date="2023"), row(source_date="2024"), vague)
    assert ledger.problems[0].message == "2 sources have the title 'Drone report' and fit this row."
    assert not ledger.takes(vague)


def test_two_grades_for_one_source_are_a_contradiction(row: MakeRow, ledger: Ledger) -> None:
    shelf_of(ledger, row(grade="B"), Row("", 3, row(grade="C").cells))
    assert ledger.problems[0].message == "'C' stands here and 'B' in row 2."


def test_a_grade_without_a_reason_is_told(row: MakeRow, ledger: Ledger) -> None:
    source = sources(shelf_of(ledger, row(grade="B")))[0]
    assert source.reliability[0].why == "The table gives no reason."
    assert "t.csv, row 2, column grade reason" in {problem.place for problem in ledger.problems}


def test_a_publisher_that_is_an_actor_goes_by_its_id(row: MakeRow, ledger: Ledger) -> None:
    shelf = shelf_of(ledger, row(source_publisher="TASS"))
    assert next(iter(shelf.records({"tass": "actor:tass"}).values())).publisher == "actor:tass"


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        ({"source_date": "12/2023"}, "source date"),
        ({"source_url": "https://\u202ea"}, "source url"),
        ({"grade": "G"}, "grade"),
        ({"grade": "B2"}, "grade"),
        ({"grade_reason": "why"}, "grade"),
        ({"grade": "B", "grade_reason": "x" * 513}, "grade reason"),
        ({"read": "perhaps"}, "read"),
    ],
)
def test_a_faulty_cell_refuses_its_row(row: MakeRow, ledger: Ledger, cells: dict[str, str], column: str) -> None:
    look_at_source(row(**cells), ledger)
    assert [problem.place for problem in ledger.problems] == [f"t.csv, row 2, column {column}"]


def test_the_newest_day_of_a_column(row: MakeRow) -> None:
    assert newest_day([row(date="2023-02"), row(date="2022/.."), row()], "date") == "2023-02-28"
    assert newest_day([row()], "date") == ""
