"""Traces of copying in records and in texts at hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from graphdata.linter.copying import findings_in, paragraphs_of
from graphdata.network import Network

Changed = Callable[..., Network]
UP = "src:up-2023-12-08"


@pytest.mark.parametrize("note", ["It fell . Then it rose.", "so he said , and left", "the drones ."])
def test_a_blank_before_a_full_stop(with_claim: Changed, note: str) -> None:
    finding = next(findings_in(with_claim(note=note), {}))
    assert (finding.rule, finding.field) == ("citation-mark-lost", ("note",))


@pytest.mark.parametrize("note", ["", "It fell. Then … so", "version .5 of it", "a ... b", "one\n. two"])
def test_other_blanks_are_let_pass(with_claim: Changed, note: str) -> None:
    assert list(findings_in(with_claim(note=note), {})) == []


def test_gaps_in_a_text_are_one_finding_with_its_paragraphs(sample: Network) -> None:
    finding = next(findings_in(sample, {UP: "Title\n\nOne . Two .\n\nThree.\nFour .\n"}))
    assert finding.message.startswith("its text has 3 blanks before a full stop or a comma, in paragraphs 2, 4:")


def test_entries_of_a_list_that_the_text_never_marks(sample: Network) -> None:
    text = "So it is[1]. And so[3].\n[1] A, 2020.\n2- B, 2021.\n3) C.\n12. D\n"
    finding = next(findings_in(sample, {UP: text}))
    assert finding.rule == "listed-never-marked"
    assert "[2], [12]" in finding.message


def test_a_text_without_marks_has_no_list(sample: Network) -> None:
    assert list(findings_in(sample, {UP: "1. First of all\n2. Second\n"})) == []


def test_paragraphs_are_the_lines_that_are_not_blank() -> None:
    assert paragraphs_of("a\n\n  \nb\r\nc") == ["a", "b", "c"]
