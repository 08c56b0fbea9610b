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
from desktop.dialogs.help_pages import FIRST, PAGES, page_title, pages_with
from desktop.panels.widgets import plain_label

PAGE_ROLE = Qt.ItemDataRole.UserRole


class HelpDialog(QDialog):
    """Shows the shipped pages beside the window, which can be used meanwhile."""

    def __init__(self, page: str = FIRST, parent: QWidget | None = None) -> None:
        """Show a page."""
        super().__init__(parent)
        self._visited, self._place = [page if page in PAGES else FIRST], 0
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(940, 680)
        self.search, self.list, self.browser = self._make_search(), self._make_list(), HelpBrowser()
        self.browser.page_asked.connect(self.visit)
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
        self._offer(PAGES)
        self._show()
        self.browser.setFocus()

    @classmethod
    def show_for(cls, page: str = FIRST, parent: QWidget | None = None) -> HelpDialog:
        """Show a page and return the window; the one that is open already is used again."""
        dialog = parent.findChild(cls) if parent else None
        if dialog is None:
            dialog = cls(page, parent)
        else:
            dialog.visit(page)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()
        return dialog

    @property
    def page(self) -> str:
        """The page on show."""
        return self._visited[self._place]

    def visit(self, page: str) -> None:
        """Go to a page of the help; what lay ahead is forgotten."""
        if page in PAGES and page != self.page:
            self._visited = [*self._visited[: self._place + 1], page]
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
        halves.setSizes([270, 670])
        halves.setStretchFactor(1, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(halves)

    def _show(self) -> None:
        """Show the page of the place, in the list too, with what is searched."""
        self.browser.show_page(self.page)
        self.browser.look_for(self.search.text().strip())
        self.setWindowTitle(self.tr("{0} — Help").format(page_title(self.page)))
        self.back.setEnabled(self._place > 0)
        self.forward.setEnabled(self._place < len(self._visited) - 1)
        self._mark_page()

    def _mark_page(self) -> None:
        """Choose the row of the page on show, if it is listed."""
        rows = [self.list.item(row).data(PAGE_ROLE) for row in range(self.list.count())]
        self.list.blockSignals(True)
        self.list.setCurrentRow(rows.index(self.page) if self.page in rows else -1)
        self.list.blockSignals(False)

    def _offer(self, pages: tuple[str, ...]) -> None:
        """List some pages."""
        self.list.blockSignals(True)
        self.list.clear()
        for page in pages:
            item = QListWidgetItem(page_title(page))
            item.setData(PAGE_ROLE, page)
            self.list.addItem(item)
        self.list.blockSignals(False)
        self._mark_page()

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.visit(item.data(PAGE_ROLE))

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
        self._offer(pages)
        if pages and self.page not in pages:
            self.visit(pages[0])
        elif self.page in pages:
            self.browser.look_for(text.strip())

    def _look_further(self) -> None:
        self.browser.look_for(self.search.text().strip())
