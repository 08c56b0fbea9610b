"""The list of saved views: show one, rename it, remove it, put them in order, take them from a file or give them on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.buttons import ROLES, add_button, make_default
from desktop.dialogs.help_places import offer_help
from desktop.panels.widgets import plain_label
from desktop.screen_room import take_size
from desktop.view_asking import asked_for, told_of
from graphdata.filter import in_words
from graphdata.problems import EntenteError
from graphdata.reopening import carried_in_file
from graphdata.saved_views import Views, added, list_to_json, moved, removed, renamed
from graphdata.storage.files import VIEW_SUFFIXES
from graphdata.storage.writing import write_whole

if TYPE_CHECKING:
    from desktop.view_actions import ViewActions

CARRIERS = f"Views and files that carry them ({' '.join(f'*{suffix}' for suffix in VIEW_SUFFIXES)} *.json)"


class ViewsDialog(QDialog):
    """The list with its buttons; a name is edited in place (F2)."""

    def __init__(self, actions: ViewActions, parent: QWidget | None = None) -> None:
        """List the views of the open network."""
        super().__init__(parent)
        offer_help(self, "views")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._actions = actions
        self.setWindowTitle(self.tr("Saved views"))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Saved views"))
        self.words = plain_label("", "muted")
        self.words.setWordWrap(True)
        self.message = plain_label("", "error")
        self.buttons: dict[str, QPushButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        row = QHBoxLayout()
        row.addWidget(self.list, 1)
        row.addLayout(self._side())
        column.addLayout(row, 1)
        for label in (self.words, self.message):
            column.addWidget(label)
        column.addWidget(self._foot())
        self.list.itemChanged.connect(self._rename)
        self.list.itemActivated.connect(lambda _: self._show())
        self.list.currentRowChanged.connect(lambda _: self._follow())
        self._fill(0)
        take_size(self, 620, 420)

    @classmethod
    def show_for(cls, actions: ViewActions, parent: QWidget | None = None) -> ViewsDialog:
        """Show the dialog and return it."""
        dialog = cls(actions, parent)
        dialog.open()
        return dialog

    @property
    def views(self) -> Views:
        """The views as they are stored now."""
        return self._actions.store.views

    def _side(self) -> QVBoxLayout:
        """Return the buttons for the view that is selected."""
        side = QVBoxLayout()
        steps: tuple[tuple[str, str, Callable[[], None]], ...] = (
            ("show", self.tr("&Show"), self._show),
            ("compare", self.tr("&Compare with"), self._compare),
            ("rename", self.tr("Re&name"), self._edit),
            ("up", self.tr("Move &up"), lambda: self._move(-1)),
            ("down", self.tr("Move &down"), lambda: self._move(1)),
            ("remove", self.tr("&Remove"), self._remove),
        )
        for key, words, step in steps:
            button = QPushButton(words)
            button.setAccessibleName(words.replace("&", ""))
            button.setAutoDefault(False)
            button.clicked.connect(lambda _on, step=step: step())
            self.buttons[key] = button
            side.addWidget(button)
        side.addStretch(1)
        return side

    def _foot(self) -> QDialogButtonBox:
        """Return the buttons for the whole list."""
        box = QDialogButtonBox()
        add_button(box, self.tr("&Load…"), ROLES.ActionRole, self._ask_load, self.tr("Load views from a file"))
        self.buttons["save"] = add_button(
            box, self.tr("Sa&ve…"), ROLES.ActionRole, self._ask_save, self.tr("Save views to a file")
        )
        self.buttons["export"] = add_button(box, self.tr("&Export all…"), ROLES.ActionRole, self._actions.export_all)
        make_default(add_button(box, self.tr("Close"), ROLES.RejectRole, self.reject))
        return box

    def _fill(self, row: int) -> None:
        """List the views anew, one of them selected."""
        self.list.blockSignals(True)
        self.list.clear()
        for saved in self.views:
            item = QListWidgetItem(saved.name)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            self.list.addItem(item)
        self.list.blockSignals(False)
        self.list.setCurrentRow(min(row, len(self.views) - 1))
        self._follow()

    def _follow(self) -> None:
        """Say what the selected view asks, and offer what can be done with it."""
        row, views = self.list.currentRow(), self.views
        chosen = 0 <= row < len(views)
        for key in ("show", "compare", "rename", "remove"):
            self.buttons[key].setEnabled(chosen)
        self.buttons["up"].setEnabled(chosen and row > 0)
        self.buttons["down"].setEnabled(chosen and row < len(views) - 1)
        for key in ("save", "export"):
            self.buttons[key].setEnabled(bool(views))
        empty = self.tr("No view is kept yet. Views > Keep this view keeps what is on show.")
        self.words.setText(self._told(row) if chosen else empty)

    def _told(self, row: int) -> str:
        """Return what a view is, in words."""
        saved, network = self.views[row], self._actions.network
        counts = self.tr("{0} actors, {1} relations, dataset {2} {3}.").format(
            len(saved.shown.actors), len(saved.shown.relations), saved.dataset.id, saved.dataset.version
        )
        return f"{in_words(saved.filter, network)} {counts}"

    def _change(self, views: Views, row: int) -> None:
        if self._actions.change(views):
            self._fill(row)

    def _show(self) -> None:
        if 0 <= self.list.currentRow() < len(self.views):
            self._actions.show(self.views[self.list.currentRow()])

    def _compare(self) -> None:
        if 0 <= self.list.currentRow() < len(self.views):
            self._actions.compare(self.views[self.list.currentRow()])

    def _edit(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.list.editItem(item)

    def _rename(self, item: QListWidgetItem) -> None:
        row = self.list.row(item)
        name = item.text().strip() or self.views[row].name
        self._change(renamed(self.views, row, name), row)

    def _move(self, step: int) -> None:
        row = self.list.currentRow()
        self._change(moved(self.views, row, row + step), row + step)

    def _remove(self) -> None:
        row = self.list.currentRow()
        self._change(removed(self.views, row), row)

    def _ask_load(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Load views"), "", CARRIERS)
        if chosen:
            self.load(Path(chosen))

    def load(self, path: Path) -> None:
        """Put the views of a list, a deck or a picture behind those there are; what cannot be read is said here."""
        try:
            views = self.views
            for each in carried_in_file(path):
                views = added(views, each.saved)
        except EntenteError as fault:
            self.message.setText(str(fault))
            return
        self.message.setText("")
        self._change(views, len(views) - 1)

    def _ask_save(self) -> None:
        path = asked_for(self, self._actions.network.id)
        if path is not None:
            self.save(path)

    def save(self, path: Path) -> None:
        """Write all views into a file that can be given to others."""
        try:
            write_whole(path, list_to_json(self.views))
        except EntenteError as fault:
            self.message.setText(str(fault))
        else:
            self.message.setText("")
            self.words.setText(told_of(path))
