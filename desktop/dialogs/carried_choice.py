"""The choice of what an exported file carries so that it can be opened again, with plain words for what that is."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from desktop.panels.widgets import plain_label
from graphdata.carried import EMBED_LABELS, EMBED_WORDS, Embed


class CarriedChoice(QWidget):
    """A choice of three, the one that is chosen explained below it."""

    help_place = "exporting#opening-a-picture-again"

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with the reference."""
        super().__init__(parent)
        self.box = QComboBox()
        self.box.setAccessibleName(self.tr("What the file carries, to be opened again"))
        for embed, words in EMBED_LABELS.items():
            self.box.addItem(self.tr(words), embed)
        self.words = plain_label("", "muted")
        self.words.setWordWrap(True)
        self.setFocusProxy(self.box)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.box)
        column.addWidget(self.words)
        self.box.currentIndexChanged.connect(lambda _: self._explain())
        self._explain()

    @property
    def embed(self) -> Embed:
        """What is chosen."""
        chosen: Embed = self.box.currentData()
        return chosen

    def _explain(self) -> None:
        self.words.setText(self.tr(EMBED_WORDS[self.embed]))
        self.words.setMinimumHeight(self.words.heightForWidth(max(200, self.width())))
