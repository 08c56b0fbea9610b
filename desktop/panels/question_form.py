"""The form of a question: which one, and what it asks about; only what the chosen question needs is on show."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop import worker
from desktop.models.names_model import NamesModel
from desktop.panels.flow import FlowLayout
from desktop.panels.pickers import ActorPicker, DateField, StepsBox
from desktop.panels.widgets import plain_label
from desktop.session import Session
from graphdata.filter import Filter, FilterError
from graphdata.network import Network
from graphdata.offered import Named, sources_named
from graphdata.questions.catalogue import QUESTIONS, Asked, Need
from graphdata.questions.paths import Ways
from graphdata.questions.striking import origins_of

PICKER_LETTERS = 19  # a long name of an actor
AT_ONCE: Final = 300  # relations whose origins are gathered in a moment


class QuestionForm(QWidget):
    """Takes a question together and tells when it is asked."""

    asked = Signal(object)  # Asked

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Offer every question about what is open."""
        super().__init__(parent)
        self._session = session
        self._job: worker.Job | None = None
        self._origins_of: Network | None = None
        self._names = NamesModel()
        self._build()
        self._lay_out()
        self.question.currentIndexChanged.connect(self._show_needs)
        self.button.clicked.connect(self.ask)
        self.earlier.edit.returnPressed.connect(self.ask)
        self.start.line.returnPressed.connect(self._ask_if_whole)
        self.end.line.returnPressed.connect(self.ask)
        session.network_changed.connect(self.offer)
        session.selection_changed.connect(self._take_selection)
        self.offer()
        self._show_needs()

    @property
    def name(self) -> str:
        """The name of the chosen question."""
        return str(self.question.currentData())

    def offer(self) -> None:
        """Offer the actors and sources of the network that is open; its origins once a question asks for one."""
        network = self._session.network
        self.start.offer(network)
        self.end.offer(network)
        if self._job is not None:
            self._job.cancel()
        self._job, self._origins_of = None, None
        self._names = NamesModel(sources_named(network), self.source)
        self.source.setModel(self._names)  # which deletes the one before
        self._offer_origins()

    def _offer_origins(self) -> None:
        """Offer the origins behind what is on show, once: of many relations they are gathered beside the window.

        Nothing is gathered before somebody can see that it may be asked for.
        """
        view = self._session.view
        if self._origins_of is view.network or not self.source.isVisible():
            return
        self._origins_of = view.network
        if len(view.relations) <= AT_ONCE:
            self._add_origins(origins_of(view))
        else:
            self._job = worker.run(partial(origins_of, view), self._add_origins, self._failed)

    def _add_origins(self, origins: Iterable[tuple[str, str]]) -> None:
        """Add origins to what can be struck out."""
        self._job = None
        label = self.tr("Origin: {0}")
        self._names.add((Named("", ""), *(Named(key, label.format(name)) for key, name in origins)))

    def _failed(self, fault: Exception) -> None:
        """Pass on what went wrong."""
        self._job = None
        raise fault

    def showEvent(self, event: QShowEvent) -> None:
        """Offer what a question needs that can be seen now."""
        super().showEvent(event)
        self._offer_origins()

    def choose(self, name: str) -> None:
        """Choose a question by its name."""
        self.question.setCurrentIndex(self.question.findData(name))

    def take(self, record: str) -> None:
        """Take an actor or a relation as what is asked about."""
        if record in self._session.network.actor:
            self.start.show_actor(record)
        elif record in self._session.network.relation:
            self._session.select("relation", record)

    def ask(self) -> None:
        """Tell the question, or say what is missing."""
        missing = self._missing()
        self.message.setText(missing)
        self.message.setVisible(bool(missing))
        if not missing:
            self.asked.emit(self._asked())

    def _ask_if_whole(self) -> None:
        """Tell the question where nothing is missing: who has given the first of two actors goes on to the other."""
        if not self._missing():
            self.ask()

    def _asked(self) -> Asked:
        """Return the question as it stands in the form."""
        return Asked(
            self.name,
            start=self.start.currentData() or "",
            end=self.end.currentData() or "",
            steps=self.steps.value(),
            ways=Ways(frozenset(), along_flow=not self.either.isChecked(), hostile=self.hostile.isChecked()),
            struck=(self.source.currentData(),) if self.source.currentData() else (),
            relation=self._relation(),
            earlier=self.earlier.edit.text().strip(),
        )

    def _missing(self) -> str:
        """Return what the question still needs, an empty string where it needs nothing."""
        needs = QUESTIONS[self.name].needs
        if ("start" in needs and not self.start.currentData()) or ("end" in needs and not self.end.currentData()):
            return self.tr("Choose the actors first.")
        if "relation" in needs and not self._relation():
            return self.tr("Select a relation or a line of one relation first.")
        return self._wrong_date() if "earlier" in needs else ""

    def _wrong_date(self) -> str:
        """Return what is wrong with the date, an empty string if it can be read."""
        text = self.earlier.edit.text().strip()
        if not text:
            return self.tr("Give the earlier date, such as 2024-06.")
        try:
            Filter(as_of=text)
        except FilterError as fault:
            return str(fault)
        return ""

    def _relation(self) -> str:
        """Return the selected relation; that of a line if it stands for one alone."""
        kind, item = self._session.selection
        if kind == "tie" and item in self._session.tie:
            relations = self._session.tie[item].relations
            return relations[0] if len(relations) == 1 else ""
        return item if kind == "relation" else ""

    def _build(self) -> None:
        """Make the fields."""
        self.question = QComboBox()
        for name, each in QUESTIONS.items():
            self.question.addItem(self.tr(each.label), name)
        self.start, self.end = ActorPicker(hint=self.tr("From …")), ActorPicker(hint=self.tr("To …"))
        self.steps = StepsBox()
        self.steps.show_steps(2)
        self.either, self.hostile = QCheckBox(self.tr("Either way")), QCheckBox(self.tr("Hostile acts too"))
        self.source, self.earlier = QComboBox(), DateField(self.tr("Since"), self.tr("e.g. 2024-06"), aligned=False)
        self.source.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.source.setMinimumContentsLength(28)
        self.about, self.message = plain_label("", "muted"), plain_label("", "warning")
        self.button = QPushButton(self.tr("Ask"))
        named = (
            (self.question, self.tr("Question")),
            (self.start, self.tr("From")),
            (self.end, self.tr("To")),
            (self.source, self.tr("Source or origin")),
        )
        for field, words in named:
            field.setAccessibleName(words)
        for picker in (self.start, self.end):
            picker.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            picker.setFixedWidth(picker.fontMetrics().averageCharWidth() * PICKER_LETTERS)
        self.message.hide()

    def _lay_out(self) -> None:
        """Place the fields in a row that goes on below where it is full, what is missing under it."""
        row = FlowLayout(spacing=6)
        fields = (self.question, self.start, self.end, self.steps, self.source, self.earlier, self.about)
        for field in (*fields, self.either, self.hostile, self.button):
            row.addWidget(field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self.message)

    def _show_needs(self) -> None:
        """Show the fields that the chosen question needs, and no others."""
        needs = QUESTIONS[self.name].needs
        fields: Iterable[tuple[Need, QWidget]] = (
            ("start", self.start), ("end", self.end), ("steps", self.steps), ("struck", self.source),
            ("relation", self.about), ("earlier", self.earlier), ("ways", self.either), ("ways", self.hostile),
        )  # fmt: skip
        for need, field in fields:
            field.setVisible(need in needs)
        self._offer_origins()
        self.message.hide()
        self._take_selection()

    def _take_selection(self) -> None:
        """Take what is selected as what is asked about, where that fits."""
        kind, item = self._session.selection
        if kind == "actor" and self.start.currentData() in ("", None):
            self.start.show_actor(item)
        elif kind == "source":
            self.source.setCurrentIndex(self._names.row_of(item))
        relation = self._relation()
        network = self._session.network
        words = network.relation[relation].summary if relation else self.tr("select a relation")
        self.about.setText(words)
