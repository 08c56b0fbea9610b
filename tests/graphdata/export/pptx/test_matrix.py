"""A table of who gives to whom holds every line, in as few slides as it fits on."""

from __future__ import annotations

import re

from graphdata.export.pptx import matrix as matrix_module
from graphdata.export.pptx.frame import Setting, format_of
from graphdata.export.pptx.matrix import Matrix
from graphdata.export.pptx.stage import Subject
from graphdata.filter import Filter
from graphdata.view import view_of


def matrix(subject: Subject) -> Matrix:
    return Matrix(subject.view, subject.ties, subject.numbering, "A title")


def test_every_line_stands_in_a_cell_and_a_mutual_one_in_two(subject: Subject, setting: Setting) -> None:
    ((slide, view),) = matrix(subject).slides(setting)
    mutual = sum(tie.mutual for tie in subject.ties)
    rows = slide.shapes.count('sz="900" b="0" noProof="1" dirty="0"><a:solidFill>')
    signs = re.findall(r"<a:t> [0LMH][^<]* </a:t>", slide.shapes)
    assert rows
    assert len(signs) == len(subject.ties) + mutual
    assert view.relations == subject.view.relations


def test_what_does_not_fit_across_or_down_goes_on_below_or_on_another_slide(subject: Subject, setting: Setting) -> None:
    narrow = setting._replace(form=format_of(0.5)._replace(height=260.0))
    made = list(matrix(subject).slides(narrow))
    assert len(made) > 1
    assert {each.id for _, view in made for each in view.relations} == {each.id for each in subject.view.relations}


def test_no_receiver_stands_in_a_table_of_its_own(subject: Subject, setting: Setting) -> None:
    receivers = {end for tie in subject.ties for end in ((tie.giver, tie.receiver) if tie.mutual else (tie.receiver,))}
    room = (matrix_module.GIVER + (len(receivers) - 1) * matrix_module.ACROSS + 5.0, 400.0)
    found = list(matrix_module._blocks(matrix(subject), room, setting.theme))
    assert sum(len(block.into.heads) - 1 for block in found) == len(receivers)
    assert min(len(block.into.heads) - 1 for block in found) > 1


def test_a_table_of_many_receivers_is_as_wide_as_the_slide(subject: Subject, setting: Setting) -> None:
    for room in ((620.0, 400.0), (980.0, 400.0)):
        for block in matrix_module._blocks(matrix(subject), room, setting.theme):
            columns = len(block.into.heads) - 1
            most = matrix_module.GIVER + columns * matrix_module.WIDEST
            assert round(sum(block.into.widths), 3) == round(min(room[0], most), 3)


def test_signs_are_explained(subject: Subject, setting: Setting) -> None:
    ((slide, _),) = matrix(subject).slides(setting)
    words = " ".join(re.findall(r"<a:t>([^<]*)", slide.shapes))
    for said in ("▲", "arms", "H high", "× hostile", "↔ mutual", "Confidence in the 12", "TLP:AMBER"):
        assert said in words


def test_nothing_on_show_makes_no_slide(subject: Subject, setting: Setting) -> None:
    empty = view_of(subject.view.network, Filter(text="no such word"))
    assert not list(Matrix(empty, (), subject.numbering, "A title").slides(setting))
