"""The foot of the window: how much is on show, of when, of which dataset, and under which marking."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QStatusBar, QWidget

from desktop import commands
from desktop.panels.elided import ElidedLabel
from desktop.panels.widgets import plain_label
from desktop.panels.work_line import WorkLine
from desktop.session import Session
from desktop.settings import SettingsStore
from graphdata.filter import chips_of
from graphdata.marking import highest_marking
from graphdata.view import status_line


class StatusLine(QWidget):
    """One sentence on the left, the marking on the right; private mode stands beside it."""

    def __init__(self, session: Session, store: SettingsStore, parent: QWidget | None = None) -> None:
        """Show the state of a session and whether traces are kept, and keep up with both."""
        super().__init__(parent)
        self._session = session
        self._sentence = ElidedLabel("muted")
        self._marking = plain_label("", "marking")
        self._marking.setWordWrap(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 2, 8, 2)
        row.setSpacing(8)
        row.addWidget(self._sentence, 1)
        self._private = plain_label(self.tr("Private mode"), "marking")
        self._private.setWordWrap(False)
        self._marks = _in_a_row(self._private, self._marking)
        row.addWidget(self._marks)
        self._bar: QStatusBar | None = None
        self._work: WorkLine | None = None
        store.settings_changed.connect(lambda: self._private.setVisible(store.settings.private_mode))
        self._private.setVisible(store.settings.private_mode)
        session.view_changed.connect(self._outdate)
        session.opening_changed.connect(self._show)
        session.behind_changed.connect(self._follow_work)
        self._show()

    def stand_in(self, bar: QStatusBar) -> None:
        """Take a place in a status bar, and make room for its passing messages; the marking stands beside them.

        Qt shows hidden parts again when another part comes or goes under a message, unless they were hidden by hand.
        """
        self._bar = bar
        bar.addWidget(self, 1)
        bar.addPermanentWidget(self._marks)
        self._marks.show()
        bar.messageChanged.connect(lambda message: self.setVisible(not message))

    def _follow_work(self, is_behind: bool) -> None:
        """Say that what is asked for is being worked out, and how far that is; it can be called off there."""
        if self._work is not None:
            self._work.end()
            self._work = None
        if is_behind and self._bar is not None:
            self._work = WorkLine(self.tr("Finding what is on show"), self._bar)
            self._work.called_off.connect(partial(commands.call_off, self._session))
            self._session.progressed.connect(self._work.show_share)

    def _outdate(self) -> None:
        """Say it anew when it is this line's turn."""
        self._session.in_turn.ask(self, self._show)

    def _show(self) -> None:
        view = self._session.view
        if not self._session.is_open:
            self._sentence.show_text(self._session.opening or self.tr("No network is open"))
            self._marking.setText("")
            return
        marking = highest_marking(view)
        chips = ", ".join(chip.label for chip in chips_of(view.filter, view.network))
        asked = self.tr(" · filter: {0}").format(chips) if chips else ""
        self._sentence.show_text(status_line(view) + asked)
        self._marking.setText(marking)
        self._marking.setAccessibleName(self.tr("Marking: {0}").format(marking))


def _in_a_row(*widgets: QWidget) -> QWidget:
    """Return a widget with others side by side."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 8, 0)
    row.setSpacing(8)
    for widget in widgets:
        row.addWidget(widget)
    return holder
