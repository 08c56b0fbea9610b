"""A heading that opens and closes what is below it; what is below is made when it is first opened."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget

from desktop.panels.widgets import follow_on


class Section(QWidget):
    """A heading button and, while it is open, its content."""

    toggled = Signal(bool)

    def __init__(
        self,
        heading: str,
        content: Callable[[], QWidget],
        is_open: bool = False,
        preview: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Show the heading, below it the preview if there is one, and the content at once if it starts open."""
        super().__init__(parent)
        self._make = content
        self._content: QWidget | None = None
        self.button = _heading_button(heading)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(4)
        self.column.addWidget(self.button)
        if preview is not None:
            self.column.addWidget(preview)
        self.button.toggled.connect(self._show)
        self.button.setChecked(is_open)

    @property
    def is_open(self) -> bool:
        """Whether the content is on show."""
        return self.button.isChecked()

    def _show(self, is_open: bool) -> None:
        """Show or hide the content, making it the first time."""
        self.button.setArrowType(Qt.ArrowType.DownArrow if is_open else Qt.ArrowType.RightArrow)
        if is_open and self._content is None:
            self._content = self._make()
            self.column.addWidget(self._content)
            follow_on(self.button, self._content)
        if self._content is not None:
            self._content.setVisible(is_open)
        self.toggled.emit(is_open)


def _heading_button(heading: str) -> QToolButton:
    """Return a flat button across the whole width, without an access key read from its words."""
    button = QToolButton()
    button.setProperty("role", "section")
    button.setText(heading.replace("&", "&&"))
    button.setAccessibleName(heading)
    button.setCheckable(True)
    button.setArrowType(Qt.ArrowType.RightArrow)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button
