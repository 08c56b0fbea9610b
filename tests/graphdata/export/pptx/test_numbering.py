"""A source has one number wherever it is cited."""

from __future__ import annotations

from graphdata.citation import numbered
from graphdata.export.pptx.numbering import UNNUMBERED, Numbering
from graphdata.export.pptx.stage import Subject
from graphdata.filter import Filter
from graphdata.network import Network
from graphdata.sheet.citations import line_notes
from graphdata.view import view_of


def test_a_single_view_is_numbered_as_everywhere_else(subject: Subject) -> None:
    assert subject.numbering.notes == numbered(subject.view)
    assert subject.numbering.on_lines(subject.view, subject.ties) == line_notes(subject.view, subject.ties)


def test_later_views_add_what_is_new(little: Network) -> None:
    money, everything = (view_of(little, Filter(domains=each)) for each in (frozenset(["money"]), frozenset()))
    found = Numbering.of([money, everything])
    assert found.notes[: len(numbered(money))] == numbered(money)
    assert [note.number for note in found.notes] == [1, 2, 3, 4]
    assert found.of_view(money) == numbered(money)


def test_without_notes_nothing_is_cited(subject: Subject) -> None:
    assert UNNUMBERED.on_lines(subject.view, subject.ties) == {}
    assert UNNUMBERED.of_tie(subject.view, subject.ties[0]) == ()


def test_a_number_tells_who_and_when(subject: Subject) -> None:
    tip = subject.numbering.tip(1, subject.view.network)
    assert tip.startswith("[1] ")
    assert len(tip) < 80
