"""Questions under the map: one is asked, its answer stands as a table, and can be shown on the map and copied."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QScrollArea, QSplitter, QVBoxLayout, QWidget

from desktop import worker
from desktop.commands import change_baseline
from desktop.panels.answer_table import AnswerTable
from desktop.panels.picture_view import PictureView
from desktop.panels.question_form import QuestionForm
from desktop.panels.swatches import theme_in_force
from desktop.panels.widgets import copy_words, plain_label, scrolled
from desktop.session import Session
from graphdata.problems import EntenteError
from graphdata.questions.answers import Answer, as_text
from graphdata.questions.baseline import Baseline
from graphdata.questions.catalogue import QUESTIONS, Asked, answer_to
from graphdata.view import View

LOWEST = 80  # points of an answer: its heads and two lines; where there is less, question and answer are scrolled
LETTERS = 64  # the least width of a panel in which buttons stand beside the sentence
PAUSE = 250  # milliseconds that a changed filter is left to settle before the question is asked again


class QuestionsPanel(QWidget):
    """Asks beside the window, and asks again when what is on show has changed."""

    answered = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Start without a question."""
        super().__init__(parent)
        self._session = session
        self._asked: Asked | None = None
        self.answer: Answer | None = None
        self._job: worker.Job | None = None
        self._again = QTimer(self, singleShot=True, interval=PAUSE)
        self._again.timeout.connect(self._ask_again)
        self.setAccessibleName(self.tr("Questions"))
        self._content = QWidget()
        whole, self._area = QVBoxLayout(self), scrolled(self._content)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._area)  # before it holds anything: what changes its place is dressed anew
        self.form, self.table = QuestionForm(session, self._content), AnswerTable(session, self._content)
        self.picture, self.frame = PictureView(), QScrollArea()
        self.frame.setWidgetResizable(True)
        self.frame.setWidget(self.picture)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.sentence, self.notes = plain_label("", "heading"), plain_label("", "muted")
        self.mark, self.copy = QPushButton(self.tr("Show on the map")), QPushButton(self.tr("Copy"))
        self.copy.setAccessibleName(self.tr("Copy the answer"))
        self.copy.setToolTip(self.tr("Copy the answer"))
        self._lay_out()
        self.form.asked.connect(self.ask)
        self.mark.clicked.connect(self._show_on_map)
        self.copy.clicked.connect(self._copy)
        session.network_changed.connect(self._forget)
        session.view_changed.connect(self._again.start)

    @property
    def help_place(self) -> str:
        """The section of the help about the chosen question."""
        from desktop.dialogs.help_pages import slug

        return f"questions#{slug(QUESTIONS[self.form.name].label)}"

    def begin(self, question: str, record: str) -> None:
        """Choose a question about an actor or a relation, and ask it unless something else is needed."""
        self.form.choose(question)
        self.form.take(record)
        if "end" in QUESTIONS[question].needs:
            self.form.end.setFocus()
        else:
            self.form.ask()

    def ask(self, asked: Asked) -> None:
        """Answer a question beside the window; the one asked before is let go."""
        self._let_go()
        self._asked = asked
        view = self._session.view
        self.sentence.setText(self.tr("Looking …"))
        self._job = worker.run(lambda progress: _answered(view, asked, progress), self._show, self._failed)

    def _ask_again(self) -> None:
        """Ask the last question of what is on show now."""
        if self._asked is not None and self.isVisible():
            self.ask(self._asked)

    def _show(self, answer: Answer) -> None:
        """Show an answer."""
        self._job, self.answer = None, answer
        self.sentence.setText(answer.heading)
        self.notes.setText(" ".join(answer.notes))
        self.notes.setVisible(bool(answer.notes))
        self.table.show_answer(answer)
        self._show_picture()
        self._allow(shown=bool(self._records()), copied=True)
        self.answered.emit()

    def _show_picture(self) -> None:
        """Show the picture of the answer, in the colours in force; an answer without one leaves the table its room."""
        picture = self.answer.picture if self.answer else None
        self.picture.show_drawing(picture(theme_in_force()) if picture else None)
        self.frame.setVisible(picture is not None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the sentence the whole width where there is little of it."""
        super().resizeEvent(event)
        is_narrow = self.width() < self.fontMetrics().averageCharWidth() * LETTERS
        way = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        self._head.setDirection(way)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the picture anew in the colours of another theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.answer is not None:
            self._show_picture()

    def _failed(self, fault: Exception) -> None:
        """Say why there is no answer."""
        self._job = None
        if not isinstance(fault, EntenteError):
            raise fault
        self._empty(str(fault))

    def _forget(self) -> None:
        """Let go of question and answer: they were about another network."""
        self._let_go()
        self._asked = None
        self._empty(self.tr("Choose a question and ask it: its answer stands here."))

    def _empty(self, words: str) -> None:
        """Show no answer, and say in words why."""
        self.answer = None
        self.sentence.setText(words)
        self.notes.hide()
        self.table.show_answer(Answer("", "", (), ()))
        self._show_picture()
        self._allow(shown=False, copied=False)

    def _allow(self, shown: bool, copied: bool) -> None:
        """Offer what can be done with the answer that stands here."""
        self.mark.setEnabled(shown)
        self.copy.setEnabled(copied)

    def _let_go(self) -> None:
        """Stop waiting for an answer."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _records(self) -> frozenset[str]:
        """Return the actors, relations and sources that the answer names."""
        lines = self.answer.lines if self.answer else ()
        return frozenset(each for line in lines if line.kind for each in (line.id, *line.others))

    def _show_on_map(self) -> None:
        """Lift what the answer names out of the map; what changed is drawn on it instead."""
        asked = self._asked
        if asked is not None and asked.question == "changes":
            label = self.tr("Compare with {0}").format(asked.earlier)
            change_baseline(self._session, Baseline(asked.earlier), self._session.positions, label)
            self._session.emphasise(frozenset())
        else:
            self._session.emphasise(self._records())

    def _copy(self) -> None:
        """Put the answer on the clipboard as text."""
        if self.answer is not None:
            copy_words(self, as_text(self.answer))

    def _lay_out(self) -> None:
        """Place the form over the answer."""
        deeds = QHBoxLayout()
        deeds.addStretch()
        deeds.addWidget(self.mark)
        deeds.addWidget(self.copy)
        self._head.addWidget(self.sentence, 1)
        self._head.addLayout(deeds)
        column = QVBoxLayout(self._content)
        column.setContentsMargins(8, 6, 8, 4)
        column.setSpacing(4)
        column.addWidget(self.form)
        column.addLayout(self._head)
        column.addWidget(self.notes)
        split = _Low()
        split.setChildrenCollapsible(False)
        split.setMinimumHeight(LOWEST)
        self.table.setMinimumHeight(1)
        split.addWidget(self.table)
        split.addWidget(self.frame)
        split.setSizes([500, 500])
        column.addWidget(split, 1)
        self.form.asked.connect(lambda _: self._area.ensureWidgetVisible(self.sentence))
        self._area.setProperty("role", "fields")
        self._forget()


class _Low(QSplitter):
    """Table and picture of an answer side by side, content with little height."""

    def sizeHint(self) -> QSize:
        """Return the least height: the rest of the panel is theirs anyway."""
        return QSize(super().sizeHint().width(), LOWEST)


def _answered(view: View, asked: Asked, progress: worker.Progress) -> Answer:
    """Return the answer; every word of progress is a chance to notice that nobody waits any more."""

    def cancelled() -> bool:
        progress(0.0)
        return False

    return answer_to(view, asked, cancelled)
