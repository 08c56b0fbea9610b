"""Long work in the status line: what is being done, how far it is, and a way to call it off."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QSizePolicy, QStatusBar, QWidget

from desktop import worker
from desktop.panels.widgets import plain_label
from graphdata.bulk import no_one

PATIENCE: Final = 250  # milliseconds; what is done by then need not be told
BAR_WIDTH: Final = 160


class WorkLine(QWidget):
    """One piece of long work; it shows itself when the work takes its time, and goes when it has ended."""

    called_off = Signal()

    def __init__(self, words: str, bar: QStatusBar) -> None:
        """Stand at the end of a status line, hidden at first."""
        super().__init__(bar)
        self._bar = bar
        self.share = QProgressBar()
        self.share.setRange(0, 100)
        self.share.setFixedWidth(BAR_WIDTH)
        self.share.setAccessibleName(words)
        self.stop = QPushButton(self.tr("Stop"))
        self.stop.setAccessibleName(self.tr("Stop: {0}").format(words))
        self.stop.clicked.connect(self._call_off)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        label = plain_label(words)
        label.setWordWrap(False)
        row.addWidget(label)
        row.addWidget(self.share)
        row.addWidget(self.stop)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)  # the rest is for the message
        bar.addPermanentWidget(self)
        self.hide()
        self._timer = QTimer(self, singleShot=True, interval=PATIENCE)
        self._timer.timeout.connect(self.show)
        self._timer.start()

    def show_share(self, share: float) -> None:
        """Show how much is done, from 0 to 1."""
        self.share.setValue(round(100 * share))

    def _call_off(self) -> None:
        """Ask once; the work ends at its next word of progress."""
        self.stop.setEnabled(False)
        self.called_off.emit()

    def end(self) -> None:
        """Go: the work is done, has failed, or was called off."""
        self._timer.stop()
        self._bar.removeWidget(self)
        self.deleteLater()


def started(
    words: str,
    bar: QStatusBar,
    task: worker.Task,
    done: Callable[[Any], None],
    failed: Callable[[Exception], None],
    told: worker.Progress = no_one,
) -> tuple[WorkLine, worker.Job]:
    """Start a task beside the window; return its line, which goes when the task ends, and its job."""
    line = WorkLine(words, bar)

    def ended(result: object) -> None:
        line.end()
        done(result)

    def gave_up(fault: Exception) -> None:
        line.end()
        failed(fault)

    def progressed(share: float) -> None:
        line.show_share(share)
        told(share)

    return line, worker.run(task, ended, gave_up, line.end, progressed)
