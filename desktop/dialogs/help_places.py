"""Which place of the help belongs to the place one is in: a widget names its own, or the ones round it do."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QTabWidget, QWidget

ATTRIBUTE: Final = "help_place"  # of a widget: the page, or page#section, that explains it
ELSEWHERE: Final = "first-map"


def place_of(widget: QWidget | None) -> str:
    """Return the place of the help for a widget: the nearest that it or what is round it names."""
    while widget is not None:
        inside = widget.currentWidget() if isinstance(widget, QTabWidget) else widget
        named = getattr(widget, ATTRIBUTE, "") or getattr(inside, ATTRIBUTE, "")
        if named:
            return str(named)
        widget = widget.parentWidget()
    return ELSEWHERE


def place_in_focus() -> str:
    """Return the place of the help for whatever has the keyboard."""
    return place_of(QApplication.focusWidget())


def offer_help(dialog: QWidget, place: str) -> QShortcut:
    """Let F1 in a dialog open the help at its place; the help stays usable while the dialog waits."""
    setattr(dialog, ATTRIBUTE, place)
    key = QShortcut(QKeySequence("F1"), dialog)

    def show() -> None:
        from desktop.dialogs.help_dialog import HelpDialog

        focus = QApplication.focusWidget()
        inside = focus if focus is not None and dialog.isAncestorOf(focus) else dialog
        asked = place_of(inside)
        beside: QWidget | None = dialog
        if dialog.windowType() == Qt.WindowType.Popup:  # it goes when anything else comes up, the help with it
            beside = dialog.parentWidget()
            dialog.close()
        HelpDialog.show_for(asked, beside)

    key.activated.connect(show)
    return key
