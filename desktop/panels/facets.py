"""The controls of the filter panel, each for one thing a filter asks; all report by asking the session for a change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Final

import msgspec
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.commands import change_filter
from desktop.models.choices_model import Choice, ChoicesModel
from desktop.panels.checklist import Checklist
from desktop.panels.pickers import ActorPicker, DateField, StepsBox
from desktop.panels.segment import SegmentButton
from desktop.session import Session
from graphdata.filter import Filter, FilterError
from graphdata.folding import all_spellings, fits, fold
from graphdata.view import View

ChoicesOf = Callable[[View], Sequence[Choice]]
IconOf = Callable[[str], QIcon]
SEARCHED: Final = 12  # a longer list has a field to look for a choice


class Facet(QWidget):
    """The base of the controls: reads the filter of a session and asks for another one."""

    def __init__(self, session: Session, title: str, fields: tuple[str, ...], parent: QWidget | None = None) -> None:
        """Work on some fields of the filter; the title is the one of its section."""
        super().__init__(parent)
        self.session, self.title, self.fields = session, title, fields
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(4, 0, 4, 0)
        self.column.setSpacing(4)

    @property
    def narrows(self) -> bool:
        """Whether the filter asks for something here."""
        return any(getattr(self.session.filter, field) != getattr(Filter(), field) for field in self.fields)

    def refresh(self) -> None:
        """Show the filter in force, with counts."""
        raise NotImplementedError

    def ask(self, **fields: Any) -> None:  # noqa: ANN401 - whatever a field of the filter holds
        """Ask for a filter with other values in some fields."""
        wanted = msgspec.structs.replace(self.session.filter, **fields)
        change_filter(self.session, wanted, self.tr("Filter by {0}").format(self.title.lower()))

    def reset(self) -> None:
        """Ask for nothing here."""
        self.ask(**{field: getattr(Filter(), field) for field in self.fields})


class ChecklistFacet(Facet):
    """A checklist of which some can be asked for: all checked, or none that narrows, asks for nothing.

    An opting one is unchecked to begin with: it asks for relations that have at least one of what is checked.
    """

    def __init__(
        self,
        session: Session,
        title: str,
        field: str,
        choices_of: ChoicesOf,
        icon_of: IconOf | None = None,
        opting: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Offer what choices_of finds in a view as values of a field."""
        super().__init__(session, title, (field,), parent)
        self._field, self._choices_of, self._opting = field, choices_of, opting
        self.model = ChoicesModel(icon_of)
        self.list = Checklist(self.model)
        self.list.setAccessibleName(title)
        self.search = self._make_search()
        self.column.addWidget(self.search)
        self.column.addWidget(self.list)
        self.model.toggled.connect(self._toggle)
        self.list.only.connect(lambda key: self.choose(frozenset({key})))

    def refresh(self) -> None:
        """Show the choices with their counts."""
        choices = self._choices_of(self.session.view)
        asked = getattr(self.session.filter, self._field)
        everything = frozenset() if self._opting else frozenset(choice.key for choice in choices)
        self.model.show(choices, asked or everything)
        self.search.setVisible(len(choices) > SEARCHED)
        self._look_for(self.search.text())

    def _toggle(self, key: str, checked: bool) -> None:
        """Ask for one more or less than what is asked for now, which the list may be about to show."""
        everything = frozenset(choice.key for choice in self.model.choices)
        asked = getattr(self.session.filter, self._field) or (frozenset() if self._opting else everything)
        wanted = asked | {key} if checked else asked - {key}
        is_all = not self._opting and wanted >= everything
        self.choose(frozenset() if is_all else wanted)

    def choose(self, wanted: frozenset[str]) -> None:
        """Ask for some of the choices, for nothing in particular where there are none."""
        self.ask(**{self._field: wanted})

    def _look_for(self, text: str) -> None:
        """Show the choices that hold every word."""
        words = fold(text).split()
        labels = all_spellings([choice.label for choice in self.model.choices]) if words else ()
        self.list.hide_rows(row for row, label in enumerate(labels) if not fits(label, words))

    def _make_search(self) -> QLineEdit:
        field = QLineEdit()
        field.setPlaceholderText(self.tr("Look for …"))
        field.setAccessibleName(self.tr("Look for one of: {0}").format(self.title))
        field.setClearButtonEnabled(True)
        field.textChanged.connect(self._look_for)
        return field


class SegmentFacet(Facet):
    """A row of buttons of which one is down: a level, a number, or one of few words."""

    def __init__(
        self,
        session: Session,
        title: str,
        field: str,
        values: Sequence[Any],
        choices_of: ChoicesOf,
        parent: QWidget | None = None,
    ) -> None:
        """Offer values of a field, in the order of the choices that show them."""
        super().__init__(session, title, (field,), parent)
        self._field, self._values, self._choices_of = field, tuple(values), choices_of
        self.group = QButtonGroup(self)
        self.buttons = [SegmentButton() for _ in self._values]
        row = QHBoxLayout()
        row.setSpacing(2)
        for at, button in enumerate(self.buttons):
            self.group.addButton(button, at)
            row.addWidget(button)
        self.group.idClicked.connect(lambda at: self.ask(**{field: self._values[at]}))
        self.column.addLayout(row)

    def refresh(self) -> None:
        """Press the button of the value in force, and show counts."""
        for at, choice in enumerate(self._choices_of(self.session.view)):
            button = self.buttons[at]
            button.show_count(choice.label, choice.relations)
            words = self.tr("{0}: {1}, relations: {2}")
            button.setAccessibleName(words.format(self.title, choice.label, choice.relations))
        value = getattr(self.session.filter, self._field)
        if value in self._values:
            self.buttons[self._values.index(value)].setChecked(True)


class DatesFacet(Facet):
    """Fields for dates; a date that cannot be read is said to be so and changes nothing."""

    def __init__(self, session: Session, title: str, fields: tuple[str, ...], parent: QWidget | None = None) -> None:
        """Work on date fields of the filter."""
        super().__init__(session, title, fields, parent)
        self.dates: list[DateField] = []

    def add_date(self, label: str, hint: str, dates_for: Callable[[str], dict[str, Any]]) -> None:
        """Offer one more date; dates_for returns the fields of the filter that an entered text changes."""
        field = DateField(label, hint)
        field.entered.connect(partial(self._enter, field, dates_for))
        self.dates.append(field)
        self.column.addWidget(field)

    def _enter(self, field: DateField, dates_for: Callable[[str], dict[str, Any]], text: str) -> None:
        try:
            self.ask(**dates_for(text))
        except FilterError as error:
            field.refuse(str(error))


class PeriodFacet(DatesFacet):
    """From when to when a relation is attested, and what becomes of undated ones."""

    help_place = "time#as-of-and-known-by"

    def __init__(
        self, session: Session, title: str, undated_of: Callable[[View], int], parent: QWidget | None = None
    ) -> None:
        """Count undated relations by undated_of."""
        super().__init__(session, title, ("period", "undated"), parent)
        self._undated_of = undated_of
        self.add_date(
            self.tr("From"), self.tr("e.g. 2022-02"), lambda text: {"period": (text, session.filter.period[1])}
        )
        self.add_date(self.tr("To"), self.tr("e.g. 2026"), lambda text: {"period": (session.filter.period[0], text)})
        self.undated = QCheckBox()
        self.undated.clicked.connect(lambda checked: self.ask(undated=checked))
        self.column.addWidget(self.undated)

    def refresh(self) -> None:
        """Show the period in force."""
        for field, date in zip(self.dates, self.session.filter.period, strict=True):
            field.show_date(date)
        number = self.locale().toString(self._undated_of(self.session.view))
        self.undated.setText(self.tr("Keep undated ({0})").format(number))
        self.undated.setAccessibleName(self.tr("Keep undated relations: {0}").format(number))
        self.undated.setChecked(self.session.filter.undated)


class CutFacet(DatesFacet):
    """What was so by a date, and what was known by a date."""

    help_place = "time#as-of-and-known-by"

    def __init__(self, session: Session, title: str, parent: QWidget | None = None) -> None:
        """Offer both dates."""
        super().__init__(session, title, ("as_of", "known_by"), parent)
        self.add_date(self.tr("As of"), self.tr("e.g. 2024-06"), lambda text: {"as_of": text})
        self.add_date(self.tr("Known by"), self.tr("e.g. 2025-01-31"), lambda text: {"known_by": text})

    def refresh(self) -> None:
        """Show the dates in force."""
        for field, name in zip(self.dates, self.fields, strict=True):
            field.show_date(getattr(self.session.filter, name))


class EgoFacet(Facet):
    """One actor and how many steps round it."""

    def __init__(self, session: Session, title: str, parent: QWidget | None = None) -> None:
        """Offer the actors of a session."""
        super().__init__(session, title, ("ego", "steps"), parent)
        self.actor = ActorPicker()
        self.steps = StepsBox()
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.actor, 1)
        row.addWidget(self.steps)
        self.column.addLayout(row)
        self.actor.picked.connect(lambda actor: self.ask(ego=actor) if actor else self.reset())
        self.steps.valueChanged.connect(lambda steps: self.ask(steps=steps))
        session.network_changed.connect(self._offer)
        self._offer()

    def refresh(self) -> None:
        """Show the actor and the steps in force."""
        self.actor.show_actor(self.session.filter.ego)
        self.steps.show_steps(self.session.filter.steps)
        self.steps.setEnabled(bool(self.session.filter.ego))

    def _offer(self) -> None:
        self.actor.offer(self.session.network)
