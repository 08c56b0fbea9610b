"""A plain table becomes a network that opens, and holds what each row says."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graphdata.network import Network
from graphdata.storage.dossier_writing import write_dossiers
from graphdata.storage.dossiers import problems_in_dossiers
from graphdata.storage.table import network_from_table
from graphdata.storage.table_names import key_of
from graphdata.vocabulary import KINDS

Import = Callable[..., Any]
EXAMPLES = Path(__file__).parents[3] / "resources" / "examples"
names = st.text(st.characters(codec="utf-8", categories=["L", "N"]), min_size=1, max_size=8)
kinds = st.sampled_from([(domain, kind) for domain, known in KINDS.items() for kind in known])
dates = st.sampled_from(["", "2021", "2022-03", "2023-03-27", "2022/2024", "2022-02/.."])


@st.composite
def table_rows(draw: st.DrawFn) -> dict[str, str]:
    """Draw a row that can be taken."""
    domain, kind = draw(kinds)
    giver, receiver = draw(st.lists(names, min_size=2, max_size=2, unique_by=key_of))
    cells = {"giver": giver, "receiver": receiver, "domain": domain, "kind": kind}
    cells |= {"summary": draw(names), "source title": draw(names), "claim": draw(names), "date": draw(dates)}
    cells |= {"stance": draw(st.sampled_from(["supports", "contradicts", "qualifies"]))}
    return cells | {"credibility": draw(st.sampled_from("2346")), "page": draw(st.sampled_from("123"))}


def facts_of(network: Network) -> set[tuple[str, ...]]:
    """Return what each claim says, in the words of a table."""
    return {
        (
            key_of(network.actor[relation.giver].name), key_of(network.actor[relation.receiver].name),
            relation.domain, relation.kind, key_of(relation.summary), key_of(network.source[claim.document].title),
            claim.summary, claim.when, claim.stance, str(claim.credibility), claim.locator.value,
        )
        for relation in network.relations
        for claim in relation.claims
    }  # fmt: skip


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.lists(table_rows(), min_size=1, max_size=8), st.sampled_from([",", ";", "\t"]))
def test_the_network_on_disk_holds_the_facts_of_every_row(
    imported: Import, rows: list[dict[str, str]], separator: str
) -> None:
    network, problems, made = imported(*rows, separator=separator)
    assert not [problem for problem in problems if problem.severity == "error"]
    with tempfile.TemporaryDirectory() as folder:
        write_dossiers(network, Path(folder))
        read, found = problems_in_dossiers(Path(folder))
    assert read == network
    assert not [problem for problem in found if problem.severity == "error"]
    wanted = ("giver", "receiver", "domain", "kind", "summary", "source title")
    plain = ("claim", "date", "stance", "credibility", "page")
    told = {
        (*(key_of(row[name]) if at not in (2, 3) else row[name] for at, name in enumerate(wanted)),
         *(row[name] for name in plain))
        for row in rows
    }  # fmt: skip
    assert facts_of(read) == told
    assert made.claims == len(told)


def test_a_row_that_cannot_be_taken_is_told_and_the_others_are_made(imported: Import) -> None:
    found = imported({}, {"domain": "weather"}, {"giver": ""})
    assert found.made == (2, 1, 1, 1, 2)
    assert sorted(error.partition(":")[0] for error in found.errors) == [
        "t.csv, row 3, column domain",
        "t.csv, row 4, column giver",
    ]


def test_nothing_is_made_of_rows_that_are_all_refused(imported: Import) -> None:
    found = imported({"domain": "weather"})
    assert (found.network, found.made) == (None, (0, 0, 0, 0, 1))


def test_text_that_looks_like_a_formula_is_text(imported: Import) -> None:
    assert imported({"summary": "=1+1"}).network.relations[0].summary == "=1+1"


@pytest.mark.parametrize(
    ("data", "rule"),
    [(b"", "no-header"), (b"giver,receiver,domain,summary,source\n", "empty"), (b"\xd0\xcf\x11\xe0", "not-a-workbook")],
)
def test_what_is_no_table(tmp_path: Path, data: bytes, rule: str) -> None:
    (tmp_path / "t.csv").write_bytes(data)
    network, problems, made = network_from_table(tmp_path / "t.csv")
    assert (network, made) == (None, (0, 0, 0, 0, 0))
    assert [problem.rule for problem in problems] == [rule]


def test_a_table_that_is_too_large_or_not_there(tmp_path: Path) -> None:
    with (tmp_path / "t.csv").open("wb") as file:
        file.truncate(51 * 1024 * 1024)
    assert network_from_table(tmp_path / "t.csv")[1][0].rule == "file-too-large"
    assert network_from_table(tmp_path / "none.csv")[1][0].rule == "file-missing"


def test_merged_cells_and_formulas_of_a_workbook_refuse_their_rows(workbook: Callable[..., Path]) -> None:
    head = ["giver", "receiver", "domain", "summary", "source title"]
    rows = [[*"ab", "arms", "c", "d"], [*"ab", "arms", "e", "d"], [*"ab", "arms", "=1+1", "d"]]

    def merge(book: Any) -> None:
        book.active.merge_cells("A2:A3")

    _, problems, made = network_from_table(workbook({"Any name": [head, *rows]}, merge))
    assert made.refused == 2
    assert [(problem.place, problem.rule) for problem in problems if problem.severity == "error"] == [
        ("t.xlsx, sheet Any name, row 3, column giver", "merged"),
        ("t.xlsx, sheet Any name, row 4, column summary", "formula"),
    ]


def test_sheets_that_are_not_read_are_told(workbook: Callable[..., Path]) -> None:
    head = ["giver", "receiver", "domain", "summary", "source title"]
    path = workbook({"Notes": [["x"]], "Relations": [head, [*"ab", "arms", "c", "d"]]})
    _, problems, made = network_from_table(path)
    assert made.relations == 1
    assert "t.xlsx, sheet Notes" in {problem.place for problem in problems if problem.rule == "sheet-not-read"}


@pytest.mark.parametrize("name", ["claims.csv", "claims.xlsx"])
def test_the_shipped_examples_make_sound_networks(name: str, tmp_path: Path) -> None:
    network, problems, made = network_from_table(EXAMPLES / name)
    assert network
    assert (made, {problem.rule for problem in problems}) == ((4, 4, 9, 3, 0), {"defaulted"})
    write_dossiers(network, tmp_path / "out")
    assert not problems_in_dossiers(tmp_path / "out")[1]


def test_counts_in_words(imported: Import) -> None:
    assert imported({}).made.in_words == "Made 2 actors, 1 relation, 1 claim, 1 source; 0 rows refused."
