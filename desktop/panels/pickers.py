"""Fields that take a date or an actor: they check nothing themselves, they report and are told."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final, cast

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QGridLayout, QLineEdit, QListView, QSizePolicy, QSpinBox, QWidget

from desktop.models.meant_model import MeantModel
from desktop.models.names_model import NamesModel
from desktop.panels.widgets import plain_label
from graphdata.calling import actors_meant
from graphdata.folding import fold
from graphdata.network import Network
from graphdata.offered import Named, actors_named

Index = QModelIndex | QPersistentModelIndex
MOST_STEPS: Final = 9
LABEL_LETTERS: Final = 10
MOST_MEANT: Final = 60  # actors under a field


class DateField(QWidget):
    """A label, a field for an EDTF date, and under it what is wrong with the date."""

    entered = Signal(str)

    def __init__(self, label: str, hint: str, parent: QWidget | None = None, aligned: bool = True) -> None:
        """Start empty; the hint shows how such a date may look, and aligned ones stand in line under one another."""
        super().__init__(parent)
        self._shown, self._is_aligned = "", aligned
        self.edit, self.message = QLineEdit(), plain_label("", "warning")
        self.edit.setPlaceholderText(hint)
        self.edit.setAccessibleName(label)
        self.edit.setClearButtonEnabled(True)
        self.edit.editingFinished.connect(self._report)
        self.edit.textEdited.connect(self._begin_anew)
        self.message.hide()
        self._name = plain_label(label)
        self._name.setBuddy(self.edit)
        self._align()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(4)
        grid.addWidget(self._name, 0, 0)
        grid.addWidget(self.edit, 0, 1)
        grid.addWidget(self.message, 1, 0, 1, 2)

    def show_date(self, date: str) -> None:
        """Show the date in force, unless another one is being mended here."""
        if self.message.isHidden() or date != self._shown:
            self.message.hide()
            self.edit.setText(date)
        self._shown = date

    def refuse(self, message: str) -> None:
        """Say what is wrong with what was entered."""
        self.message.setText(message)
        self.message.show()
        self.edit.setAccessibleDescription(message)

    def changeEvent(self, event: QEvent) -> None:
        """Keep fields under one another in line in every size of type."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._align()

    def _align(self) -> None:
        if self._is_aligned:
            self._name.setMinimumWidth(self._name.fontMetrics().averageCharWidth() * LABEL_LETTERS)

    def _begin_anew(self, _: str) -> None:
        self.message.hide()
        self.edit.setAccessibleDescription("")

    def _report(self) -> None:
        text = self.edit.text().strip()
        if text == self._shown:
            self.show_date(text)
        elif self.message.isHidden():
            self.entered.emit(text)


class ActorCompleter(QCompleter):
    """Finds actors by any part of any of their names, in their script or in Latin letters, the likeliest first."""

    def __init__(self, parent: QObject) -> None:
        """Start without actors."""
        super().__init__(parent)
        self._network: Network | None = None
        self._names = NamesModel()
        self._meant = MeantModel(parent)  # one of its own it would delete as it gets the next
        self.setFilterMode(Qt.MatchFlag.MatchContains)

    def look_in(self, network: Network, names: NamesModel) -> None:
        """Find the actors of a network from now on, as rows of a list of them."""
        self._network, self._names = network, names
        self._meant.show(())
        self._meant.setSourceModel(names)
        self.setModel(self._meant)

    def splitPath(self, path: str) -> list[str]:  # noqa: N802 - Qt's name
        """Look for what is typed, and let all that is found pass: the search in rows could not tell what fits best."""
        found = actors_meant(self._network, path, MOST_MEANT) if self._network and fold(path) else ()
        self._meant.show([self._names.row_of(actor.id) for actor in found])
        return [""]

    def first_for(self, typed: str) -> int:
        """Return the row of the likeliest actor in the list of names, -1 where nobody is called so."""
        self.setCompletionPrefix(typed)
        return next(iter(self._meant.rows), -1)

    def pathFromIndex(self, index: Index) -> str:  # noqa: N802 - Qt's name
        """Return the label of what was found."""
        return str(index.data(Qt.ItemDataRole.DisplayRole))


class NameEdit(QLineEdit):
    """A line of which the first click takes all, so that what is typed replaces the name that stands there."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self._is_fresh = False

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember a click that comes from elsewhere."""
        super().focusInEvent(event)
        self._is_fresh = event.reason() is Qt.FocusReason.MouseFocusReason

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take all at the first click, put the cursor at the next."""
        super().mousePressEvent(event)
        if self._is_fresh:
            self.selectAll()
        self._is_fresh = False


class ActorPicker(QComboBox):
    """A list of actors that can be typed into."""

    picked = Signal(str)

    def __init__(self, parent: QWidget | None = None, hint: str = "") -> None:
        """Start without actors; the hint stands in the field that has none."""
        super().__init__(parent)
        self._names = NamesModel()
        self._nobody = hint or self.tr("Any actor")
        self.line = NameEdit()
        self.line.setPlaceholderText(self._nobody)
        self.line.returnPressed.connect(self._take_first)
        self.setLineEdit(self.line)
        self.line.setStyleSheet("/* */")  # or a new sheet of the window would not reach a line in a box
        self._finder = ActorCompleter(self)
        self.setCompleter(self._finder)  # the box takes over what is found
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setAccessibleName(self.tr("Actor to look round"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.activated.connect(self._report)
        self._list = cast("QListView", self.view())
        self._list.setUniformItemSizes(True)
        self._list.setLayoutMode(QListView.LayoutMode.Batched)

    def showPopup(self) -> None:  # noqa: N802 - Qt's name
        """Unfold the list, all of it laid out, since who is in force may stand far down in it.

        While nobody sees it, each change of style would lay out all its thousands of rows.
        """
        self._list.setLayoutMode(QListView.LayoutMode.SinglePass)
        self._list.doItemsLayout()
        super().showPopup()

    def hidePopup(self) -> None:  # noqa: N802 - Qt's name
        """Fold the list, and let it rest."""
        super().hidePopup()
        self._list.setLayoutMode(QListView.LayoutMode.Batched)

    def offer(self, network: Network) -> None:
        """Offer the actors of a network, by name."""
        named = (Named("", self._nobody), *actors_named(network))
        with self._without_search():
            self._names = NamesModel(named, self)
            self.setModel(self._names)  # which deletes the one before
            self._finder.look_in(network, self._names)

    def show_actor(self, actor_id: str) -> None:
        """Show the actor in force; without one the field is empty and says so by its hint."""
        row = self._names.row_of(actor_id)
        if self.currentIndex() == row and self.currentText() == self.itemText(row):
            return
        with self._without_search():
            self.setCurrentIndex(row)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take a name that is whole, and the first that fits on the tab key; let go of one that was only begun."""
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self._take_first()
        self._take_whole()
        super().focusOutEvent(event)
        self.setEditText(self.itemText(self.currentIndex()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the panel, which scrolls by it."""
        event.ignore()

    @contextmanager
    def _without_search(self) -> Iterator[None]:
        """Change the name that is shown: it is not looked for among all of them, and nothing is reported."""
        with QSignalBlocker(self):
            self.line.setCompleter(None)  # type: ignore[arg-type] # nothing completes meanwhile
            yield
            self.line.setCompleter(self._finder)
            self._finder.setWidget(self)

    def _take_whole(self) -> None:
        """Take the actor whose whole name stands in the field, in letters of any case, unless it is in force."""
        place = self.findText(self.line.text().strip(), Qt.MatchFlag.MatchFixedString)
        if place > 0 and place != self.currentIndex():
            self.setCurrentIndex(place)
            self._report(place)

    def _take_first(self) -> None:
        """Let Enter take the actor that is named, or else the first that is found."""
        typed = self.line.text()
        if self.findText(typed, Qt.MatchFlag.MatchFixedString) >= 0:
            self._take_whole()
            return
        first = self._finder.first_for(typed)
        if first >= 0:
            self.setCurrentIndex(first)
            self._report(first)

    def _report(self, place: int) -> None:
        self.picked.emit(self.itemData(place))


class StepsBox(QSpinBox):
    """How many steps round an actor."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start with one step."""
        super().__init__(parent)
        self.setRange(1, MOST_STEPS)
        self.setKeyboardTracking(False)
        self.setAccessibleName(self.tr("Steps round the actor"))
        self.valueChanged.connect(self._count)
        self._count(self.value())

    def show_steps(self, steps: int) -> None:
        """Show the number in force."""
        with QSignalBlocker(self):
            self.setValue(steps)
        self._count(steps)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the panel, which scrolls by it."""
        event.ignore()

    def _count(self, steps: int) -> None:
        """Word the unit for one or for several."""
        with QSignalBlocker(self):
            self.setSuffix(self.tr(" step") if steps == 1 else self.tr(" steps"))
