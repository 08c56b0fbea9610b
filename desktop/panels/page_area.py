"""Where the pages of the evidence panel stand, one on show at a time.

No page is ever taken off: Qt would dress and lay out each of its parts anew, for nothing. The old one is hidden where
it is, and goes part by part.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget
from shiboken6 import isValid

from desktop.panels.page import Page
from desktop.panels.row_button import USUAL
from desktop.unhurried import Unhurried


class PageArea(QScrollArea):
    """A scrolled place for one page."""

    def __init__(self) -> None:
        """Have no page yet."""
        super().__init__()
        self.desk = Desk()  # a page is made on it: elsewhere it would be dressed and laid out once more as it comes
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(self.desk)

    @property
    def page(self) -> Page | None:
        """The page on show."""
        return self.desk.page

    def put(self, page: Page) -> None:
        """Put a page that was made on the desk in the place of the one on show, which may still be telling of a click.

        It has its size and can be scrolled at once, before anything is painted.
        """
        old, self.desk.page = self.page, page
        QCoreApplication.sendEvent(self, QEvent(QEvent.Type.LayoutRequest))
        page.setGeometry(self.desk.rect())
        page.show()
        if old is not None:
            old.hide()
            Unhurried(_going(old), old.deleteLater, old)


class Desk(QWidget):
    """As large as the page that is on show on it; others are hidden there, as they come and go."""

    def __init__(self) -> None:
        """Have no page yet."""
        super().__init__()
        self.page: Page | None = None
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Return that a narrow page is a high one."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return how high the page is at a width."""
        return self.page.heightForWidth(width) if self.page else 0

    def sizeHint(self) -> QSize:
        """Return the usual width; the height follows from the width, and is not asked for at one that will not be."""
        return QSize(USUAL, 0)

    def minimumSizeHint(self) -> QSize:
        """Return the least size of the page."""
        return self.page.minimumSizeHint() if self.page else QSize()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the page take all the room."""
        super().resizeEvent(event)
        if self.page:
            self.page.setGeometry(self.rect())

    def event(self, event: QEvent) -> bool:
        """Pass on that the page wants another size."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().event(event)


def _going(page: Page) -> Iterator[None]:
    """Let a page go, a part in a step: one with hundreds of rows takes a while."""
    for part in page.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        if isValid(part):
            part.deleteLater()
            yield
