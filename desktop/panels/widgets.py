"""Small widgets that every panel uses; text from data is plain text here, always."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QLabel, QMainWindow, QScrollArea, QSizePolicy, QWidget


def plain_label(
    text: str, role: str = "", selectable: bool = False, parent: QWidget | None = None, label: QLabel | None = None
) -> QLabel:
    """Return a label, a new one or the one given, that shows its text as it is: no markup, no link.

    Its role names its look in the style sheet.
    """
    label = QLabel(parent) if label is None else label
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setOpenExternalLinks(False)
    label.setWordWrap(True)
    label.setText(text)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    if role:
        label.setProperty("role", role)
    if selectable:
        label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
    return label


def scrolled(content: QWidget) -> QScrollArea:
    """Return a frame that holds fields: as wide as its room, scrolled where they are higher; it takes no focus."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(content)
    return area


def copy_words(asked_in: QWidget, words: str) -> None:
    """Put words on the clipboard, and say so for three seconds at the foot of the window that they were asked in."""
    QGuiApplication.clipboard().setText(words)
    window = asked_in.window()
    if isinstance(window, QMainWindow):
        window.statusBar().showMessage(QCoreApplication.translate("widgets", "Copied"), 3000)


def follow_on(before: QWidget, block: QWidget) -> QWidget:
    """Let the tab key go from a widget into a block and through it as it was built; return where it comes out.

    Qt puts what is made later at the end of the whole window.
    """
    inside = (block, *block.findChildren(QWidget))
    for widget in inside:
        if widget is not before and _takes_tab(widget) and widget.window() is block.window():
            QWidget.setTabOrder(before, widget)
            before = widget
    return before


def lead_to(after: QWidget, widgets: Iterable[QWidget]) -> None:
    """Let the tab key go through widgets right before it comes to another one."""
    before = after.previousInFocusChain() or after
    for widget in widgets:
        QWidget.setTabOrder(before, widget)
        before = widget


def _takes_tab(widget: QWidget) -> bool:
    """Return whether the tab key stops at a widget itself, not at another one in its place."""
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None


def rule(parent: QWidget | None = None) -> QFrame:
    """Return a thin horizontal line."""
    line = QFrame(parent)
    line.setFrameShape(QFrame.Shape.HLine)
    line.setProperty("role", "rule")
    return line
