"""One claim as a card."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop.panels.claim_card import ClaimCard
from desktop.session import Session
from graphdata.cards import card_of
from graphdata.chains import Index

MakeCard = Callable[..., ClaimCard]


@pytest.fixture
def card(session: Session, qtbot: QtBot) -> MakeCard:
    """Return a function that makes the card of a claim with fields changed."""

    def made(counted: bool = True, **changes: object) -> ClaimCard:
        claim = replace(session.network.claim["clm:jets-1"], **changes)
        widget = ClaimCard(card_of(claim, Index(session.network), counted))
        qtbot.addWidget(widget)
        return widget

    return made


def said(widget: ClaimCard) -> list[str]:
    """Return the words on the labels."""
    return [label.text() for label in widget.findChildren(QLabel)]


def test_stance_grade_and_date_head_a_closed_card(card: MakeCard) -> None:
    made = card()
    assert made.section.button.text() == "+ Supports · C2 · 2023"
    assert said(made) == ["The document in hand reports jets.", "UP, own reporting"]


def test_quote_note_and_faults_wait_inside(card: MakeCard) -> None:
    made = card(quote="they <b>may</b>", note="A misprint.")
    made.section.button.click()
    assert "Quote: “they <b>may</b>”" in said(made)
    assert "Note: A misprint." in said(made)


def test_a_claim_that_does_not_count_says_so_at_a_glance(card: MakeCard) -> None:
    assert "Does not count: deprecated: misread" in said(card(counted=False, rank="deprecated", reason="misread"))


def test_buttons_are_named_after_the_claim(card: MakeCard) -> None:
    made = card()
    made.section.button.click()
    names = [button.accessibleName() for button in made.findChildren(QPushButton)]
    assert names == [
        "Copy the citation of: The document in hand reports jets.",
        "Show the source of: The document in hand reports jets.",
        "Strike out: The document in hand reports jets.",
    ]


def test_a_claim_that_does_not_count_cannot_be_struck_out(card: MakeCard) -> None:
    made = card(counted=False, rank="deprecated", reason="superseded")
    made.section.button.click()
    assert not any(button.text() == "Strike out" for button in made.findChildren(QPushButton))
