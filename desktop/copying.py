"""Words for the clipboard: those of a large network are made beside the window, which says when they are there."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop import worker


class Copying:
    """What one widget puts on the clipboard: the last of what it was asked for."""

    def __init__(self, widget: QWidget) -> None:
        """Serve a widget: at the foot of its window it is said that something was copied."""
        self._widget, self._latest = widget, worker.Latest(widget)

    def copy(self, words: Callable[[], str], is_long: bool) -> None:
        """Put words on the clipboard, made at once, or beside the window where that takes long."""
        from desktop.panels.widgets import copy_words

        self._latest.drop()
        if is_long:
            self._latest.ask(lambda _: words(), partial(copy_words, self._widget))
        else:
            copy_words(self._widget, words())
