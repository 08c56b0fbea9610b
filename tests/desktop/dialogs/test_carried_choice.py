"""The choice of what a file carries says in words what that is."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from desktop.dialogs.carried_choice import CarriedChoice
from graphdata.carried import EMBED_LABELS, EMBED_WORDS


def test_the_reference_is_the_first_choice_and_each_is_explained(qtbot: QtBot) -> None:
    choice = CarriedChoice()
    qtbot.addWidget(choice)
    assert choice.embed == "reference"
    for at, embed in enumerate(EMBED_LABELS):
        choice.box.setCurrentIndex(at)
        assert (choice.embed, choice.words.text()) == (embed, EMBED_WORDS[embed])
