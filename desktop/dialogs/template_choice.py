"""The choice of a slide template: a file of the user's own, or none."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget


class TemplateChoice(QWidget):
    """A field for a path, and a button that asks for a file."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without a template."""
        super().__init__(parent)
        self.field = QLineEdit()
        self.field.setAccessibleName(self.tr("Template, a PowerPoint file of your own"))
        self.field.setPlaceholderText(self.tr("None"))
        self.field.setClearButtonEnabled(True)
        self.button = QPushButton(self.tr("Choose…"))
        self.button.setAccessibleName(self.tr("Choose a template"))
        self.button.setAutoDefault(False)
        self.setFocusProxy(self.field)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.field, 1)
        row.addWidget(self.button)
        self.button.clicked.connect(self._ask)
        self.field.textChanged.connect(lambda _: self.changed.emit())

    @property
    def path(self) -> Path | None:
        """The file that is chosen, nothing where none is."""
        text = self.field.text().strip()
        return Path(text) if text else None

    def _ask(self) -> None:
        """Ask for a file."""
        kinds = self.tr("PowerPoint slides and templates (*.pptx *.potx)")
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Template for slides"), self.field.text(), kinds)
        if chosen:
            self.field.setText(chosen)
