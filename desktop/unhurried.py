"""What nobody waits for: it is done step by step between the events, so that the window answers meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import import_module

from PySide6.QtCore import QObject, QTimer


class Stepwise:
    """The part of a widget that is built in steps: the same ones, whoever takes them."""

    _left: Iterator[None] | None = None  # made when it is asked for: it holds the widget until all steps are taken

    @property
    def filling(self) -> Iterator[None]:
        """The steps that are left to take."""
        if self._left is None:
            self._left = self._in_steps()
        return self._left

    def fill(self) -> None:
        """Build what is not there yet, without a pause."""
        for _ in self.filling:
            pass

    def _in_steps(self) -> Iterator[None]:
        """Build everything in steps of some milliseconds."""
        raise NotImplementedError


class Unhurried(QObject):
    """Takes one step each time the window has seen its events, and tells when none is left."""

    def __init__(self, steps: Iterator[None], done: Callable[[], None], parent: QObject) -> None:
        """Begin with the first step when the events at hand are seen; somebody else may take steps, too."""
        super().__init__(parent)
        self._steps, self._done = steps, done
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._step)
        self._timer.start()

    def _step(self) -> None:
        """Take a step; a fault in it ends the work, not the program."""
        self._timer.stop()
        try:
            next(self._steps)
        except StopIteration:
            self._done()
        else:
            self._timer.start()


def brought(modules: Iterable[str]) -> Iterator[None]:
    """Import modules ahead of those that need them, each in a step of its own."""
    for module in modules:
        import_module(module)
        yield


def bring(modules: Sequence[str], progress: Callable[[float], None]) -> None:
    """Import modules as a task beside the window: for a library that comes as one piece, of many milliseconds."""
    for at, module in enumerate(modules):
        progress(at / len(modules))
        import_module(module)


def looked_at(modules: Iterable[str]) -> Iterator[None]:
    """Look at every name of some modules, one in a step: PySide makes a class when it is first looked at."""
    for module in modules:
        found = import_module(module)
        for name in dir(found):
            getattr(found, name)
            yield
