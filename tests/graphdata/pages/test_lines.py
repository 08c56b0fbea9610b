"""Every word stands on a line no wider than its room, in its own look, and none is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphdata import typeface
from graphdata.pages.lines import FAINT, LINK, Line, Look, Measure, lines_of
from graphdata.paper import Run, Runs

PLAIN = Look(False, "#000000")


def measured(text: str, bold: bool) -> float:
    return typeface.width(text, 1.0, bold)


def said(lines: list[Line]) -> list[str]:
    return ["".join(piece.text for piece in line.pieces) for line in lines]


@given(st.lists(st.builds(Run, st.text(), st.booleans()), max_size=6).map(tuple), st.floats(60.0, 300.0))
def test_no_sign_is_lost_and_no_line_is_too_wide(runs: Runs, width: float) -> None:
    lines = list(lines_of(runs, 9.0, PLAIN, width, measured))
    assert "".join("".join(said(lines)).split()) == "".join("".join(run.text for run in runs).split())
    for line in lines:
        end = line.pieces[-1] if line.pieces else None
        assert end is None or end.x + measured(end.text, end.look.bold) * 9.0 <= width + 0.01


def test_words_of_two_looks_without_a_blank_stay_together(measure: Measure) -> None:
    lines = list(lines_of((Run("aaa bbb"), Run("[1]", to="note-1"), Run(" ccc")), 9.0, PLAIN, 40.0, measure))
    assert said(lines) == ["aaa", "bbb[1]", "ccc"]
    assert lines[1].pieces[1].look == Look(False, LINK, "#note-1")
    assert lines[1].pieces[1].x == pytest.approx(measure("bbb", False) * 9.0)


def test_an_end_of_line_is_kept_and_a_long_word_is_broken(measure: Measure) -> None:
    assert said(list(lines_of((Run("a\nb"),), 9.0, PLAIN, 100.0, measure))) == ["a", "b"]
    assert len(list(lines_of((Run("a" * 400),), 9.0, PLAIN, 100.0, measure))) > 1


def test_runs_may_be_bold_and_faint(measure: Measure) -> None:
    (line,) = lines_of((Run("bold", bold=True), Run(" faint", faint=True)), 9.0, PLAIN, 100.0, measure)
    assert [piece.look for piece in line.pieces] == [Look(True, "#000000"), Look(False, FAINT)]
