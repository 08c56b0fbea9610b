"""The marking of an export: computed from what is on show, or set by hand, with a reason where that lowers it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from desktop.panels.widgets import plain_label
from graphdata.marking import MarkingError, highest_marking, label_of, needs_reason
from graphdata.sheet.words import left_out
from graphdata.view import View
from graphdata.vocabulary import MARKINGS


class MarkingChoice(QWidget):
    """A label to choose or to type, a field for the reason, and what the ceiling leaves out."""

    help_place = "exporting#marking"

    changed = Signal()

    def __init__(self, view: View, parent: QWidget | None = None) -> None:
        """Begin with the marking that what is on show has."""
        super().__init__(parent)
        self.computed = highest_marking(view)
        self.box = QComboBox()
        self.box.setEditable(True)
        self.box.setAccessibleName(self.tr("Marking"))
        line = self.box.lineEdit()
        assert line is not None
        line.setAccessibleName(self.tr("Marking, chosen or typed"))
        self.box.addItems(list(dict.fromkeys((self.computed, *MARKINGS))))
        self.reason = QLineEdit()
        self.reason.setAccessibleName(self.tr("Reason for a lower marking"))
        self.reason.setPlaceholderText(self.tr("Reason, kept in the file"))
        self.words = plain_label("", "muted")
        self.words.setWordWrap(True)
        self.setFocusProxy(self.box)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for widget in (self.box, self.reason, self.words):
            column.addWidget(widget)
        self._above = left_out(view) if view.filter.ceiling else ""
        self.box.currentTextChanged.connect(lambda _: self._follow())
        self.reason.textChanged.connect(lambda _: self._follow())
        self._follow()

    @property
    def label(self) -> str:
        """The label asked for, empty where it is the computed one or none that can be printed yet."""
        try:
            found = label_of(self.box.currentText())
        except MarkingError:
            return ""
        if found == self.computed or (needs_reason(found, self.computed) and not self.reason.text().strip()):
            return ""
        return found

    @property
    def fault(self) -> str:
        """What is missing before the label can be printed, empty where nothing is."""
        try:
            found = label_of(self.box.currentText())
        except MarkingError as fault:
            return str(fault)
        if found and needs_reason(found, self.computed) and not self.reason.text().strip():
            return self.tr("What is shown is marked {0}. A lower marking needs a reason.").format(self.computed)
        return ""

    def _follow(self) -> None:
        """Ask for a reason where one is needed, and say what is missing."""
        try:
            lower = needs_reason(label_of(self.box.currentText()) or self.computed, self.computed)
        except MarkingError:
            lower = False
        self.reason.setVisible(lower)
        said = self.fault or self._above
        self.words.setText(said)
        self.words.setVisible(bool(said))
        self.changed.emit()
