"""The marking of an export: computed, raised at will, lowered for a reason."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from desktop.dialogs.marking_choice import MarkingChoice
from graphdata.filter import Filter
from graphdata.network import Network
from graphdata.view import view_of


@pytest.fixture
def choice(network: Network, qtbot: QtBot) -> MarkingChoice:
    """Return the choice for a network that is marked TLP:AMBER as a whole."""
    made = MarkingChoice(view_of(replace(network, marking="TLP:AMBER"), Filter()))
    qtbot.addWidget(made)
    return made


def test_it_begins_with_the_computed_marking(choice: MarkingChoice) -> None:
    assert (choice.box.currentText(), choice.label, choice.fault) == ("TLP:AMBER", "", "")
    assert choice.reason.isHidden()


def test_raising_asks_for_nothing(choice: MarkingChoice) -> None:
    choice.box.setCurrentText("TLP:RED")
    assert (choice.label, choice.fault, choice.reason.isHidden()) == ("TLP:RED", "", True)


def test_lowering_asks_for_a_reason(choice: MarkingChoice) -> None:
    choice.box.setCurrentText("TLP:GREEN")
    assert (choice.label, choice.reason.isHidden()) == ("", False)
    assert "needs a reason" in choice.fault
    choice.reason.setText("Cleared")
    assert (choice.label, choice.fault) == ("TLP:GREEN", "")


def test_a_label_that_is_none_is_told(choice: MarkingChoice) -> None:
    choice.box.setCurrentText("TLP:PINK")
    assert "not a label of TLP 2.0" in choice.words.text()
    assert choice.label == ""


def test_what_the_ceiling_leaves_out_is_said(network: Network, qtbot: QtBot) -> None:
    made = MarkingChoice(view_of(network, Filter(ceiling="TLP:GREEN")))
    qtbot.addWidget(made)
    assert "Above TLP:GREEN and left out: 0 relations" in made.words.text()
