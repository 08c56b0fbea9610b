"""The help in a window of its own: a list of pages, the page, a search, and the way back and forward."""

from __future__ import annotations

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.help_browser import HelpBrowser
from desktop.dialogs.help_pages import FIRST, PAGES, known_place, page_title, pages_with, sections_with
from desktop.panels.widgets import plain_label
from desktop.screen_room import take_size

PLACE_ROLE = Qt.ItemDataRole.UserRole
MOST_SECTIONS = 4  # listed under a page that was found


class HelpDialog(QDialog):
    """Shows the shipped pages beside the window, which can be used meanwhile."""

    def __init__(self, place: str = FIRST, parent: QWidget | None = None) -> None:
        """Show a page, or a section of it."""
        super().__init__(parent)
        self._visited, self._place = [known_place(place)], 0
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        take_size(self, 1120, 760)
        self.search, self.list, self.browser = self._make_search(), self._make_list(), HelpBrowser()
        self.browser.place_asked.connect(self.visit)
        self.back = self._step(Qt.ArrowType.LeftArrow, Qt.Key.Key_Left, self.tr("Back"))
        self.forward = self._step(Qt.ArrowType.RightArrow, Qt.Key.Key_Right, self.tr("Forward"))
        self.back.setToolTip(self.tr("Back (Alt+Left)"))
        self.forward.setToolTip(self.tr("Forward (Alt+Right)"))
        self.back.clicked.connect(lambda: self._walk(-1))
        self.forward.clicked.connect(lambda: self._walk(1))
        self.found = plain_label("", "muted")
        self.found.hide()
        self._lay_out()
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self).activated.connect(self._begin_search)
        self._offer(PAGES, "")
        self._show()
        self.browser.setFocus()

    @classmethod
    def show_for(cls, place: str = FIRST, parent: QWidget | None = None) -> HelpDialog:
        """Show a page or a section and return the window; the one that is open already is used again."""
        dialog = parent.findChild(cls) if parent else None
        if dialog is None:
            dialog = cls(place, parent)
        else:
            dialog.visit(place)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()
        return dialog

    @property
    def place(self) -> str:
        """The page or section on show."""
        return self._visited[self._place]

    @property
    def page(self) -> str:
        """The page on show."""
        return self.place.partition("#")[0]

    def visit(self, place: str) -> None:
        """Go to a page of the help or a section; what lay ahead is forgotten."""
        if known_place(place) == place and place != self.place:
            self._visited = [*self._visited[: self._place + 1], place]
            self._place += 1
            self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc clear the search before it closes the window, and Enter look further."""
        if event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
            self.browser.setFocus()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def _make_search(self) -> QLineEdit:
        field = QLineEdit()
        field.setPlaceholderText(self.tr("Search the help (Ctrl+F)"))
        field.setAccessibleName(self.tr("Search the help"))
        field.setClearButtonEnabled(True)
        field.textChanged.connect(self._look)
        field.returnPressed.connect(self._look_further)
        return field

    def _make_list(self) -> QListWidget:
        pages = QListWidget()
        pages.setAccessibleName(self.tr("Pages of the help"))
        pages.setSpacing(3)
        pages.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # long headings end in dots
        pages.currentItemChanged.connect(self._choose)
        return pages

    def _step(self, arrow: Qt.ArrowType, key: Qt.Key, name: str) -> QToolButton:
        """Return a button for the way back or forward; Alt and the arrow key press it."""
        button = QToolButton()
        button.setArrowType(arrow)
        button.setAutoRaise(True)
        button.setAccessibleName(name)
        QShortcut(QKeySequence(QKeyCombination(Qt.KeyboardModifier.AltModifier, key)), self, button.click)
        return button

    def _lay_out(self) -> None:
        """Place steps, search and list to the left of the page."""
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(12, 10, 8, 12)
        bar = QHBoxLayout()
        for widget in (self.back, self.forward):
            bar.addWidget(widget)
        bar.addWidget(self.search, 1)
        column.addLayout(bar)
        column.addWidget(self.list, 1)
        column.addWidget(self.found)
        halves = QSplitter()
        halves.setChildrenCollapsible(False)
        for half in (side, self.browser):
            halves.addWidget(half)
        halves.setSizes([290, 830])
        halves.setStretchFactor(1, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(halves)

    def _show(self) -> None:
        """Show the page of the place, in the list too, with what is searched."""
        self.browser.show_page(self.place)
        if "#" not in self.place:
            self.browser.look_for(self.search.text().strip())
        self.setWindowTitle(self.tr("{0} — Help").format(page_title(self.page)))
        self.back.setEnabled(self._place > 0)
        self.forward.setEnabled(self._place < len(self._visited) - 1)
        self._mark_page()

    def _mark_page(self) -> None:
        """Choose the row of the section or page on show, if it is listed."""
        rows = [self.list.item(row).data(PLACE_ROLE) for row in range(self.list.count())]
        self.list.blockSignals(True)
        listed = next((place for place in (self.place, self.page) if place in rows), "")
        self.list.setCurrentRow(rows.index(listed) if listed else -1)
        self.list.blockSignals(False)

    def _offer(self, pages: tuple[str, ...], text: str) -> None:
        """List some pages, and under each the first sections of it that hold the words searched."""
        self.list.blockSignals(True)
        self.list.clear()
        for page in pages:
            self._add_row(page_title(page), page)
            for section in sections_with(page, text)[:MOST_SECTIONS]:
                self._add_row(f"    {section.heading}", section.place)
        self.list.blockSignals(False)
        self._mark_page()

    def _add_row(self, words: str, place: str) -> None:
        item = QListWidgetItem(words)
        item.setData(PLACE_ROLE, place)
        self.list.addItem(item)

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.visit(item.data(PLACE_ROLE))

    def _walk(self, step: int) -> None:
        self._place = max(0, min(len(self._visited) - 1, self._place + step))
        self._show()

    def _begin_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _look(self, text: str) -> None:
        """List the pages that hold the words, and go to the first of them unless the one on show does."""
        pages = pages_with(text)
        self.found.setText(self.tr("Pages found: {0} of {1}").format(len(pages), len(PAGES)))
        self.found.setVisible(bool(text.strip()))
        self._offer(pages, text)
        if pages and self.page not in pages:
            self.visit(pages[0])
        elif self.page in pages:
            self.browser.look_for(text.strip())

    def _look_further(self) -> None:
        self.browser.look_for(self.search.text().strip())
