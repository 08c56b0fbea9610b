"""The board stands with the map alone, and is filled once."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.board import Board, Slot
from desktop.session import Session


@pytest.fixture
def board(session: Session, qtbot: QtBot) -> Board:
    made = Board(QWidget(), session)
    made.resize(1440, 900)
    qtbot.addWidget(made)
    return made


def test_an_empty_slot_takes_a_panel_in(qtbot: QtBot) -> None:
    slot, panel = Slot(), QLabel("panel")
    qtbot.addWidget(slot)
    slot.put(panel)
    assert panel.parent() is slot


def test_the_map_does_not_wait_for_panels(board: Board) -> None:
    assert not board.is_filled
    assert not [panel for slot in (board.filters, board.evidence, board.tables) for panel in slot.findChildren(QWidget)]


def test_it_is_filled_once(board: Board) -> None:
    board.fill()
    first = (board.filter_panel, board.evidence_panel, board.relations_table, board.sources_table)
    board.fill()
    assert board.is_filled
    assert first == (board.filter_panel, board.evidence_panel, board.relations_table, board.sources_table)


def test_sizes_of_last_time_come_back(board: Board, qtbot: QtBot) -> None:
    board.show()
    board.set_sizes((300, 740, 392, 500, 396))
    taken = board.taken_sizes()
    board.set_sizes(())
    assert board.taken_sizes() != taken
    board.set_sizes(taken)
    assert board.taken_sizes() == taken
    qtbot.waitExposed(board)


@pytest.mark.parametrize("sizes", [(), (1, 2), (1, 2, 3, 4, 5, 6)])
def test_sizes_of_another_version_give_the_usual_ones(board: Board, sizes: tuple[int, ...]) -> None:
    board.show()
    board.set_sizes(())
    usual = board.taken_sizes()
    board.set_sizes(sizes)
    assert board.taken_sizes() == usual


def test_a_wider_window_widens_the_map_alone(board: Board) -> None:
    board.show()
    before = board.sizes()
    board.resize(1640, 900)
    assert [new - old for new, old in zip(board.sizes(), before, strict=True)] == [0, 200, 0]


def test_the_keyboard_can_go_to_the_evidence(board: Board, session: Session, qtbot: QtBot) -> None:
    session.select("relation", "rel:drones")
    board.fill()
    with qtbot.waitExposed(board):
        board.show()
    board.focus_evidence()
    assert board.evidence_panel is not None
    assert board.window().focusWidget() is board.evidence_panel.area


def test_the_first_answer_gets_room_and_no_other(board: Board) -> None:
    board.show()
    board.fill()
    assert board.questions_panel is not None
    before = board.middle.sizes()[1]
    board.questions_panel.answered.emit()
    assert board.middle.sizes()[1] > before
    board.set_sizes((300, 740, 392, 700, 190))
    taken = board.taken_sizes()
    board.questions_panel.answered.emit()
    assert board.taken_sizes() == taken
