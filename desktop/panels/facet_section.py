"""One part of the filter panel: a heading that folds its facet away, and a button that resets what the facet asks."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from desktop.panels.facets import Facet
from desktop.panels.swatches import SIZE, fold_icon


class FacetSection(QWidget):
    """A facet under its heading; while it is folded away it is not kept up to date."""

    def __init__(self, facet: Facet, is_open: bool, parent: QWidget | None = None) -> None:
        """Put a facet under a heading with its title."""
        super().__init__(parent)
        self.facet = facet
        self.head = self._make_head()
        self.reset = self._make_reset()
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.head, 1)
        row.addWidget(self.reset)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(facet)
        self.head.setChecked(is_open)
        self._fold(is_open)
        self.head.toggled.connect(self._fold)

    def refresh(self) -> None:
        """Show what the filter asks here."""
        is_mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.head.setIcon(fold_icon(self.head.isChecked(), is_mirrored))
        self.reset.setVisible(self.facet.narrows)
        if self.head.isChecked():
            self.facet.refresh()

    def _fold(self, is_open: bool) -> None:
        state = self.tr("{0}, open") if is_open else self.tr("{0}, folded away")
        self.head.setAccessibleName(state.format(self.facet.title))
        self.facet.setVisible(is_open)
        self.refresh()

    def _make_head(self) -> QToolButton:
        head = QToolButton()
        head.setText(self.facet.title)
        head.setIconSize(QSize(SIZE, SIZE))
        head.setCheckable(True)
        head.setProperty("role", "section")
        head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        head.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        return head

    def _make_reset(self) -> QPushButton:
        button = QPushButton(self.tr("Reset"))
        button.setProperty("role", "row")
        button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Ignored)  # as high as the heading beside it
        button.setAccessibleName(self.tr("Reset: {0}").format(self.facet.title))
        button.clicked.connect(self.facet.reset)
        return button
