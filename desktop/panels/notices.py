"""The notices of the filter panel: why something is hidden or shown, and what to drop where nothing is on show."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QPushButton, QWidget

from desktop.commands import change_baseline, change_filter
from desktop.panels.chips import ViewNotice, dropping_button
from desktop.panels.elided import ElidedButton
from desktop.session import Session
from graphdata.filter import Chip, chips_of, without
from graphdata.questions.baseline import Baseline
from graphdata.view import empty_advice, why_hidden
from graphdata.why import why_shown


class SelectionNotice(ViewNotice):
    """A notice that keeps up with what is selected, too."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Watch a session and its selection."""
        super().__init__(session, parent)
        session.selection_changed.connect(self._outdate)


class HiddenNotice(SelectionNotice):
    """Why the selected actor or relation is not on the map, with a button for each chip that hides it."""

    help_place = "filters#why-is-this-hidden"
    role = "warning"

    def _show(self) -> None:
        kind, record = self._session.selection
        chips = why_hidden(self._session.view, record) if kind in ("actor", "relation") else ()
        if not chips:
            self.say()
            return
        words = self.tr("Why hidden? {0} is left out by:").format(self._name(record))
        drop = self.tr("Drop: {0}")
        self.say(words, [dropping_button(self._session, chip, drop.format(chip.label)) for chip in chips])

    def _name(self, record: str) -> str:
        network = self._session.network
        if record in network.actor:
            return network.actor[record].label
        return f"“{network.relation[record].summary}”" if record in network.relation else record


class ShownNotice(SelectionNotice):
    """Why the selected actor or relation is on show while a filter is in force, or why it is never drawn."""

    def _show(self) -> None:
        kind, record = self._session.selection
        asked = chips_of(self._session.filter, self._session.network)
        self.say(why_shown(self._session.view, record) if asked and kind in ("actor", "relation") else "")


class CompareNotice(ViewNotice):
    """What the view is compared with, with a button that ends it."""

    def _show(self) -> None:
        if not self._session.baseline.is_given:
            self.say()
            return
        button = ElidedButton(self.tr("Stop comparing"))
        button.clicked.connect(self._stop)
        view = self._session.view
        gone = (
            self.tr("The counts below leave out what is gone.") if len(view.relations) > len(view.now.relations) else ""
        )
        self.say(f"{view.remark} {gone}".rstrip(), [button])

    def _stop(self) -> None:
        """Push the step back to what there is alone."""
        session = self._session
        change_baseline(session, Baseline(), session.positions, self.tr("Stop comparing"))


class EmptyNotice(ViewNotice):
    """What to drop where nothing matches."""

    role = "warning"

    def _show(self) -> None:
        view = self._session.view
        if view.relations or not chips_of(view.filter, view.network):
            self.say()
            return
        advice = empty_advice(view)
        if advice.relations:
            words = self.tr("No relation matches. This would bring back {0}:")
            self.say(words.format(advice.relations), [self._button(advice.chips)])
        else:
            self.say(self.tr("This network has no relations to show."))

    def _button(self, chips: tuple[Chip, ...]) -> QPushButton:
        names = " + ".join(chip.label for chip in chips)
        button = ElidedButton(self.tr("Drop: {0}").format(names))
        button.setAccessibleName(self.tr("Remove filter: {0}").format(names))
        button.clicked.connect(partial(self._drop, tuple(chip.key for chip in chips)))
        return button

    def _drop(self, keys: tuple[str, ...], _checked: bool = False) -> None:
        """Drop several criteria in one step."""
        wanted = self._session.filter
        for key in keys:
            wanted = without(wanted, key)
        change_filter(self._session, wanted, self.tr("Bring relations back"))
