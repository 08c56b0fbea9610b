"""The evidence panel: what the selection rests on, with a way back and forward over what was looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import cast

import msgspec
from PySide6.QtCore import QKeyCombination, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QToolButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from desktop import worker
from desktop.commands import change_filter
from desktop.panels.evidence_pages import Value, is_long, page_of, value_of
from desktop.panels.page import Page
from desktop.panels.page_area import PageArea
from desktop.panels.reading import Reading, reading_of, resume
from desktop.panels.source_page import SourceView
from desktop.panels.trail import Trail
from desktop.panels.widgets import follow_on, plain_label
from desktop.session import Selection, SelectionKind, Session
from desktop.slices import Slices
from graphdata.filter import struck_name
from graphdata.profile import empty_page

NARROWEST, WIDEST = 230, 420  # points; with the other panels it fits on a screen 800 points wide


class EvidencePanel(QWidget):
    """Follows the session's selection and shows the page of it."""

    help_place = "evidence"

    link_asked = Signal(str)  # an address is to be opened, after a question
    copied = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Show what is selected now, and keep up with it."""
        super().__init__(parent)
        self._session = session
        self._trail = Trail()
        self._shown, self._opening = Selection(), ""
        self._readings: dict[Selection, Reading] = {}  # how far each page was read that a way back may lead to
        self._returns = False  # whether the next page is one that was left
        self._latest, self._slices = worker.Latest(self), Slices(self)
        self.setMinimumWidth(NARROWEST)
        self.setMaximumWidth(WIDEST)
        self.setAccessibleName(self.tr("Evidence"))
        self._build()
        session.network_changed.connect(self._start_anew)
        session.view_changed.connect(self._show)
        session.opening_changed.connect(self._show_opening)
        session.selection_changed.connect(self._follow)
        self._follow()
        if not self.window().isVisible():  # nobody is kept
            self._slices.finish()

    def go_back(self) -> None:
        """Show what was shown before."""
        self._select(self._trail.back())

    def go_forward(self) -> None:
        """Show again what the way back was taken from."""
        self._select(self._trail.forward())

    @property
    def page(self) -> Page:
        """The page that is due, complete."""
        self._slices.finish()
        return cast("Page", self.area.page)

    def _build(self) -> None:
        """Set the way back and forward above the page."""
        self.back = self._step(Qt.ArrowType.LeftArrow, Qt.Key.Key_Left, self.tr("Back"))
        self.back.setToolTip(self.tr("Back (Alt+Left)"))
        self.forward = self._step(Qt.ArrowType.RightArrow, Qt.Key.Key_Right, self.tr("Forward"))
        self.forward.setToolTip(self.tr("Forward (Alt+Right)"))
        self.back.clicked.connect(self.go_back)
        self.forward.clicked.connect(self.go_forward)
        self.caption = plain_label("", "muted")
        bar = QHBoxLayout()
        bar.setContentsMargins(12, 6, 12, 2)
        bar.addWidget(self.caption, 1)
        bar.addWidget(self.back)
        bar.addWidget(self.forward)
        self.area = PageArea()
        self.area.setAccessibleName(self.tr("Evidence for the selection"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self.area, 1)

    def _step(self, arrow: Qt.ArrowType, key: Qt.Key, name: str) -> QToolButton:
        """Return a button for the way back or forward; Alt and the arrow key press it."""
        button = QToolButton()
        button.setArrowType(arrow)
        button.setAutoRaise(True)
        button.setAccessibleName(name)
        keys = QKeySequence(QKeyCombination(Qt.KeyboardModifier.AltModifier, key))
        shortcut = QShortcut(keys, self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(button.click)
        return button

    def _start_anew(self) -> None:
        """Forget the way: it led through another network."""
        self._trail = Trail()
        self._readings.clear()

    def _follow(self) -> None:
        """Show what is selected now."""
        self._trail.visit(self._session.selection)
        self._returns = False
        self._show()

    def _show_opening(self) -> None:
        """Say what is being opened, where there is nothing else to show."""
        opening = self._session.opening
        if opening != self._opening and not self._session.network.actors:
            self._show()

    def _select(self, selection: Selection) -> None:
        """Select what the way leads to."""
        self._session.select(selection.kind, selection.id)
        self._returns = True
        self._show()

    def _show(self) -> None:
        """Show the page of the selection, built in slices; what takes long is worked out beside the window.

        The last page stays until the new one is complete: nobody reads or copies half of one.
        """
        selection, view = self._session.selection, self._session.view
        tie = self._session.tie.get(selection.id) if selection.kind == "tie" else None
        self.back.setEnabled(self._trail.can_go_back)
        self.forward.setEnabled(self._trail.can_go_forward)
        self._latest.drop()
        self._slices.cancel()
        self._opening = self._session.opening
        if not view.network.actors and (self._opening or not self._session.is_open):
            self._make(selection, lambda: empty_page(self._opening))
        elif is_long(view, selection):
            self._latest.ask(
                lambda _: value_of(view, tie, selection), lambda value: self._make(selection, lambda: value)
            )
        else:
            self._make(selection, lambda: value_of(view, tie, selection))

    def _make(self, selection: Selection, value: Callable[[], Value]) -> None:
        """Begin to make the page that shows a value."""
        self._slices.begin(self._making(selection, value))

    def _making(self, selection: Selection, value: Callable[[], Value]) -> Iterator[None]:
        """Make a page step by step, out of sight where it will stand, and put it on show when it is complete."""
        found = value()
        yield
        caption, page = page_of(found, self.area.desk)
        try:
            yield from page.filling()
            resume(page, self._reading_of(selection))  # what is open takes its room
            yield
            room, bar = self.area.maximumViewportSize(), self.area.verticalScrollBar().sizeHint().width()
            yield from page.measuring((room.width(), room.width() - bar))
            yield from page.setting_out(room.width(), room.height(), bar)
            self._put(selection, caption, page)
        finally:
            if isValid(page) and page is not self.area.page:  # given up for another one
                page.deleteLater()

    def _put(self, selection: Selection, caption: str, page: Page) -> None:
        """Put a page on show; the same one, and one that the way leads back to, is as it was left."""
        reading = self._reading_of(selection)
        resume(page, reading)
        if isinstance(page, SourceView):
            page.strike_asked.connect(lambda strike: self._strike(selection.id, strike))
        self.caption.setText(caption)
        self._replace(page)
        self._shown, self._returns = selection, False
        self.area.verticalScrollBar().setValue(reading.place)

    def _reading_of(self, selection: Selection) -> Reading:
        """Return how far the page of a selection was read, as far as it comes again; the one on show is noted."""
        if old := self.area.page:
            self._readings[self._shown] = reading_of(old, self.area.verticalScrollBar().value())
        stays = self._returns or selection == self._shown
        return self._readings.get(selection, Reading()) if stays else Reading()

    def _replace(self, page: Page) -> None:
        """Put a page in the place of the old one, and follow what it reports."""
        page.asked.connect(lambda kind, item: self._session.select(cast("SelectionKind", kind), item))
        page.copy_asked.connect(self._copy)
        page.link_asked.connect(self.link_asked)
        page.claim_struck.connect(partial(self._strike, strike=True))
        focus = QApplication.focusWidget()
        old = self.area.page
        held = old is not None and focus is not None and (focus is old or old.isAncestorOf(focus))
        self.area.put(page)
        follow_on(self.area, page)
        if held:
            self.area.setFocus()

    def _copy(self, text: str) -> None:
        """Put a text on the clipboard, and tell so."""
        QGuiApplication.clipboard().setText(text)
        self.copied.emit()

    def _strike(self, record: str, strike: bool) -> None:
        """Push the step that lets a source or a claim count no more, or again."""
        struck = self._session.filter.struck
        wanted = msgspec.structs.replace(
            self._session.filter, struck=struck | {record} if strike else struck - {record}
        )
        name = struck_name(self._session.network, record)
        label = self.tr("Strike out {0}") if strike else self.tr("Count {0} again")
        change_filter(self._session, wanted, label.format(name))
