"""The filter in force as chips: each is a button that drops its criterion, in any order."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.commands import clear_filter, remove_chip
from desktop.panels.elided import ElidedButton
from desktop.panels.flow import FlowLayout
from desktop.panels.widgets import plain_label
from desktop.session import Session
from graphdata.filter import Chip, chips_of


class Notice(QWidget):
    """A sentence with buttons under it; what has nothing to say takes no room."""

    def __init__(self, role: str, parent: QWidget | None = None) -> None:
        """Start silent; role names the look of the sentence in the style sheet."""
        super().__init__(parent)
        self.buttons: tuple[QPushButton, ...] = ()
        self._label = plain_label("", role)
        self._row = QWidget()
        self._flow = FlowLayout(self._row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._label)
        column.addWidget(self._row)
        self.say()

    @property
    def words(self) -> str:
        """What is said."""
        return self._label.text()

    def say(self, words: str = "", buttons: Iterable[QPushButton] = ()) -> None:
        """Say something else; the keyboard stays at the place in the row where it was."""
        focused = next((at for at, button in enumerate(self.buttons) if button.hasFocus()), -1)
        old, self.buttons = self.buttons, tuple(buttons)
        self._label.setText(words)
        parts = {self._label: bool(words), self._row: bool(self.buttons)}
        for part in sorted(parts, key=lambda each: parts[each]):  # what goes goes first, or all below would move twice
            part.setVisible(parts[part])
        for button in self.buttons:
            self._flow.addWidget(button)
            button.show()  # what cannot be seen takes no keyboard
        self.setVisible(bool(words or self.buttons))
        if focused >= 0 and self.buttons:
            self.buttons[min(focused, len(self.buttons) - 1)].setFocus()
        for button in old:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()


class ViewNotice(Notice):
    """A notice that keeps up with what a session has on show."""

    role: ClassVar = "muted"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Watch a session."""
        super().__init__(self.role, parent)
        self._session = session
        session.view_changed.connect(self._outdate)
        self._show()

    def _outdate(self) -> None:
        """Say it anew when it is this notice's turn."""
        self._session.in_turn.ask(self, self._show)

    def _show(self) -> None:
        """Say what there is to say of the session."""
        raise NotImplementedError


class ChipBar(ViewNotice):
    """Every criterion in force as a chip, and one button that shows everything again."""

    def _show(self) -> None:
        chips = chips_of(self._session.filter, self._session.network)
        if chips:
            self.say("", [*(self._chip(chip) for chip in chips), self._everything()])
        else:
            self.say(self.tr("Nothing is filtered out."))

    def _chip(self, chip: Chip) -> QPushButton:
        button = dropping_button(self._session, chip, chip.label, " ×")
        button.setProperty("role", "chip")
        return button

    def _everything(self) -> QPushButton:
        button = QPushButton(self.tr("Show everything"))
        button.setAccessibleName(button.text())
        button.clicked.connect(lambda: clear_filter(self._session))
        return button


def dropping_button(session: Session, chip: Chip, text: str, tail: str = "") -> QPushButton:
    """Return a button that drops one criterion; its tooltip says what the criterion does, in our own words."""
    button = ElidedButton(text, tail)
    button.setToolTip(button.tr(chip.tooltip))
    button.setAccessibleName(button.tr("Remove filter: {0}").format(chip.label))
    button.clicked.connect(partial(_drop, session, chip.key))
    return button


def _drop(session: Session, key: str, _checked: bool = False) -> None:
    remove_chip(session, key)
