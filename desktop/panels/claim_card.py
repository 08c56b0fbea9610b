"""One claim as a light frame: its stance and own words at a glance, the rest when it is opened."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from desktop.panels.page import block_of, push_button, side_by_side, words
from desktop.panels.section import Section
from graphdata.cards import Card


class ClaimCard(QFrame):
    """A claim; it reports what is asked for."""

    source_asked = Signal(str)
    copy_asked = Signal(str)
    strike_asked = Signal(str)  # the claim is to count no more

    def __init__(self, card: Card, parent: QWidget | None = None) -> None:
        """Show the claim, closed."""
        super().__init__(parent)
        self.card = card
        self.setProperty("role", "card")
        heading = f"{card.sign} {card.stance} · {card.grade} · {card.when}"
        self.section = Section(heading, self._details, preview=self._preview())
        self.section.button.setAccessibleName(f"{heading}: {card.summary}")
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 4, 8, 8)
        column.addWidget(self.section)

    def _preview(self) -> QWidget:
        """Return what is seen of a closed card."""
        block, column = block_of(words(self.card.summary), words(self.card.chain, "muted"), spacing=2, indent=4)
        if self.card.set_aside:
            column.addWidget(words(self.tr("Does not count: {0}").format(self.card.set_aside), "warning"))
        return block

    def _details(self) -> QWidget:
        """Return what an opened card adds."""
        block, column = block_of(spacing=3, indent=4)
        for text in self._facts():
            column.addWidget(words(text))
        for text in self._cautions():
            column.addWidget(words(text, "warning"))
        column.addSpacing(2)
        column.addLayout(side_by_side(*self._buttons()))
        return block

    def _facts(self) -> Iterator[str]:
        card = self.card
        facts = (
            (self.tr("Says"), card.value),
            (self.tr("Basis"), card.basis),
            (self.tr("Grade"), f"{card.grade}, {card.grade_words}"),
            (self.tr("Information of"), card.when),
            (self.tr("Place"), card.locator),
            (self.tr("Quote"), f"“{card.quote}”" if card.quote else ""),
            (self.tr("Translation"), card.translation),
            (self.tr("Answered"), card.answered),
        )
        return (f"{name}: {text}" for name, text in facts if text)

    def _cautions(self) -> Iterator[str]:
        if self.card.note:
            yield self.tr("Note: {0}").format(self.card.note)
        yield from self.card.faults

    def _buttons(self) -> Iterator[QPushButton]:
        """Yield what can be done with the claim."""
        card = self.card
        name = self.tr("Copy the citation of: {0}").format(card.summary)
        yield push_button(self.tr("Copy citation"), name, lambda: self.copy_asked.emit(card.citation))
        if card.source:
            name = self.tr("Show the source of: {0}").format(card.summary)
            yield push_button(self.tr("Show source"), name, lambda: self.source_asked.emit(card.source))
        if not card.set_aside:
            name = self.tr("Strike out: {0}").format(card.summary)
            yield push_button(self.tr("Strike out"), name, lambda: self.strike_asked.emit(card.id))
