"""A row makes one claim, or two where it tells how far a dealing went and how much it was."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from graphdata.storage.table_claims import draft_of
from graphdata.storage.table_rows import Ledger, Row

MakeRow = Callable[..., Row]


def aspects(row: Row, ledger: Ledger) -> list[str]:
    draft = draft_of(row, ledger)
    assert draft, ledger.problems
    return [claim["aspect"] for claim in draft.claims]


@pytest.mark.parametrize(
    ("cells", "made"),
    [
        ({}, ["exists"]),
        ({"aspect": "Delivered"}, ["status:delivered"]),
        ({"amount": "5", "unit": "drones"}, ["magnitude"]),
        ({"aspect": "magnitude", "amount": "5", "unit": "drones"}, ["magnitude"]),
        ({"aspect": "agreed", "amount": "5", "unit": "drones"}, ["status:agreed", "magnitude"]),
    ],
)
def test_aspects_follow_from_status_and_amount(
    row: MakeRow, ledger: Ledger, cells: dict[str, str], made: list[str]
) -> None:
    assert aspects(row(**cells), ledger) == made


def test_every_default_is_told(row: MakeRow, ledger: Ledger) -> None:
    draft_of(row(), ledger)
    assert {problem.place.rpartition("column ")[2] for problem in ledger.problems} == {
        "direction", "kind", "aspect", "claim", "marking", "origin", "stance", "basis", "locator", "credibility",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("cells", "column", "rule"),
    [
        ({"domain": "weather"}, "domain", "not-in-list"),
        ({"kind": "treaty"}, "kind", "kind-not-in-domain"),
        ({"receiver": " IRAN "}, "receiver", "giver-is-receiver"),
        ({"amount": "5"}, "unit", "cell-empty"),
        ({"aspect": "magnitude"}, "amount", "cell-empty"),
        ({"credibility": "1"}, "credibility", "out-of-range"),
        ({"claim": "x" * 281}, "claim", "too-long"),
        ({"summary": "x" * 281}, "claim", "too-long"),
        ({"summary": "two\nlines"}, "summary", "hidden-character"),
        ({"giver": "Ir\u202ean"}, "giver", "hidden-character"),
        ({"origin": "Wa\u200bll"}, "origin", "hidden-character"),
        ({"unit": "dro\u0007nes", "amount": "5"}, "unit", "hidden-character"),
        ({"note": "x" * 4001}, "note", "too-long"),
        ({"marking": "x" * 65}, "marking", "too-long"),
    ],
)
def test_a_faulty_cell_refuses_its_row(
    row: MakeRow, ledger: Ledger, cells: dict[str, str], column: str, rule: str
) -> None:
    assert draft_of(row(**cells), ledger) is None
    assert (f"t.csv, row 2, column {column}", rule) in {(problem.place, problem.rule) for problem in ledger.problems}


def test_rows_of_one_dealing_have_one_key(row: MakeRow, ledger: Ledger) -> None:
    keys = {draft.key for name in ("Iran", "IRAN ") if (draft := draft_of(row(giver=name, note=name), ledger))}
    assert len(keys) == 1
