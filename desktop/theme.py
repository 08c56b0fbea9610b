"""A theme in Qt's terms: palette and style sheet from the colour tables, following the system unless told otherwise."""

from __future__ import annotations

from string import Template
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from desktop import assets
from graphdata.style import Theme, UiColours

FAMILIES: Final = ["Noto Sans", "Noto Sans Arabic", "Entente Signs"]
POINTS: Final = 9.5
OUTLINE: Final = 140  # percent: by so much Fusion's outlines are darker than the ground
SHEET: Final = Template("""
QWidget { font-size: ${size}pt; }
QToolTip { color: $text; background: $base; border: 1px solid $border; }
QMainWindow, QDialog { background: $window; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QToolBar { background: $window; border: none; border-bottom: 1px solid $border; spacing: 4px; padding: 4px 8px; }
QToolBar QToolButton { padding: 4px 8px; border-radius: 4px; }
QToolBar QToolButton#qt_toolbar_ext_button { padding: 0; }
QToolBar QToolButton:hover, QMenuBar::item:selected { background: $chip; color: $chip_text; }
QStatusBar { background: $window; border-top: 1px solid $border; }
QStatusBar::item { border: none; }
QGraphicsView { border: 2px solid transparent; }
QSplitter::handle { background: $border; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QScrollArea { border: none; background: $base; }
QScrollArea > QWidget > QWidget { background: $base; }
QScrollArea[role="fields"], QScrollArea[role="fields"] > QWidget > QWidget { background: $window; }
QTabWidget::pane { border: none; }
QTabBar::tab { padding: 5px 14px; border: none; border-bottom: 2px solid transparent; color: $muted; }
QTabBar::tab:selected { color: $text; border-bottom: 2px solid $accent; }
QTabBar::tab:focus { color: $accent; }
QTableView { background: $base; alternate-background-color: $alternate; gridline-color: $border;
  border: 2px solid $window; selection-background-color: $chip; selection-color: $chip_text; }
QHeaderView::section { background: $window; color: $muted; border: none; border-bottom: 1px solid $border;
  padding: 4px 3px; }
QLineEdit { background: $base; border: 1px solid $border; border-radius: 4px; padding: 3px 6px;
  selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit:focus, QPushButton:focus, QToolButton:focus, QTableView:focus,
QScrollArea:focus, QGraphicsView:focus { border: 2px solid $accent; }
QLineEdit:focus { padding: 2px 5px; }
QPushButton { background: $button; border: 1px solid $border; border-radius: 4px; padding: 4px 10px; }
QPushButton:hover { border-color: $accent; }
QPushButton:default { border-color: $accent; }
QPushButton:disabled, QToolButton:disabled { color: $border; }
QCheckBox::indicator, QAbstractItemView::indicator { background: $base; border: 1px solid $muted; border-radius: 2px; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked { image: url("$tick"); }
QCheckBox::indicator:checked:disabled, QAbstractItemView::indicator:checked:disabled { image: url("$tick_off"); }
QCheckBox:focus, QRadioButton:focus { color: $accent; text-decoration: underline; }
QLabel[role="title"] { font-size: ${title}pt; font-weight: bold; }
QLabel[role="heading"] { font-weight: bold; }
QLabel[role="muted"], QLabel[role="count"] { color: $muted; }
QLabel[role="warning"] { color: $warning; }
QLabel[role="error"] { color: $error; }
QFrame[role="rule"] { color: $border; background: $border; max-height: 1px; border: none; }
QFrame[role="card"] { background: $alternate; border: 1px solid $border; border-radius: 6px; }
QPushButton[role="chip"], QToolButton[role="chip"] { background: $chip; color: $chip_text; border: 1px solid $chip;
  border-radius: 10px; padding: 2px 9px; }
QPushButton[role="chip"]:hover, QPushButton[role="chip"]:focus, QToolButton[role="chip"]:hover,
QToolButton[role="chip"]:focus { border: 1px solid $accent; }
QPushButton[role="row"], QToolButton[role="row"] { background: transparent; border: 1px solid transparent;
  border-radius: 4px;
  padding: 4px 6px; text-align: left; }
QPushButton[role="row"]:hover, QToolButton[role="row"]:hover { background: $chip; color: $chip_text; }
QPushButton[role="row"]:focus, QToolButton[role="row"]:focus { border: 2px solid $accent; outline: none; }
QPushButton[role="section"], QToolButton[role="section"] { background: transparent;
  border: 1px solid transparent; text-align: left;
  font-weight: bold; padding: 4px 2px; }
QPushButton[role="section"]:focus, QToolButton[role="section"]:focus { border: 1px solid $accent; }
QScrollBar { background: transparent; border: none; margin: 0; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar:vertical { width: 10px; }
QScrollBar:horizontal { height: 10px; }
QScrollBar::handle { background: $border; border-radius: 4px; margin: 1px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QMenu { background: $base; border: 1px solid $border; }
QMenu::item { padding: 5px 24px; }
QMenu::item:selected { background: $chip; color: $chip_text; }
""")


def load_fonts() -> None:
    """Register the shipped fonts, so that a bare system draws letters, not boxes."""
    for file in assets.font_files():
        QFontDatabase.addApplicationFont(str(file))


def system_is_dark(app: QApplication) -> bool:
    """Return whether the system asks for dark colours."""
    return app.styleHints().colorScheme() is Qt.ColorScheme.Dark


def system_reduces_motion() -> bool:
    """Return whether the system asks programs to move nothing; Qt tells it as animations that take no time."""
    from PySide6.QtWidgets import QStyle  # a thousand names, which the start does not wait for

    return QApplication.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) == 0


def theme_for(choice: str, app: QApplication) -> Theme:
    """Return the theme for a setting: light, dark, or what the system asks for."""
    dark = choice == "dark" or (choice == "system" and system_is_dark(app))
    return assets.theme("dark" if dark else "light")


def dress(app: QApplication, theme: Theme, scale: float = 1.0) -> None:
    """Give the whole application the colours and the font of a theme."""
    _colour(app, theme, scale)
    app.setStyleSheet(sheet_of(theme, scale))


def dress_anew(app: QApplication, theme: Theme) -> None:
    """Give the application, and every window that stands, another theme.

    The sheet goes to each window, which has those that come up over it share it. In the place of the application's own
    one Qt would dress each widget once for every widget around it, in which there may be a list of ten thousand names.
    """
    _colour(app, theme, 1.0)
    for window in app.topLevelWidgets():
        if window.parent() is None:
            window.setStyleSheet(sheet_of(theme))


def _colour(app: QApplication, theme: Theme, scale: float) -> None:
    """Give the application the font and the palette of a theme."""
    font = QFont()
    font.setFamilies(FAMILIES)
    font.setPointSizeF(POINTS * scale)
    app.setFont(font)
    app.setPalette(palette_of(theme.ui))
    outlined = palette_of(theme.ui)  # Fusion outlines a choice by a darker ground, which cannot be seen in the dark
    outlined.setColor(QPalette.ColorRole.Window, QColor(theme.ui.muted).lighter(OUTLINE))
    app.setPalette(outlined, "QRadioButton")  # type: ignore[arg-type] # it takes no bytes, as it says


def sheet_of(theme: Theme, scale: float = 1.0) -> str:
    """Return the style sheet in the colours of a theme."""
    words = {name: getattr(theme.ui, name) for name in theme.ui.__struct_fields__}
    ticks = {"tick": assets.tick(theme.name).as_posix(), "tick_off": assets.tick(theme.name, enabled=False).as_posix()}
    return SHEET.substitute(words | ticks, size=POINTS * scale, title=POINTS * 1.25 * scale)


def palette_of(colours: UiColours) -> QPalette:
    """Return Qt's palette in the colours of a theme."""
    role = QPalette.ColorRole
    pairs = {
        role.Window: colours.window,
        role.WindowText: colours.text,
        role.Base: colours.base,
        role.AlternateBase: colours.alternate,
        role.Text: colours.text,
        role.PlaceholderText: colours.muted,
        role.Button: colours.button,
        role.ButtonText: colours.text,
        role.ToolTipBase: colours.base,
        role.ToolTipText: colours.text,
        role.Highlight: colours.accent,
        role.HighlightedText: colours.on_accent,
        role.Link: colours.accent,
        role.Mid: colours.border,
    }
    palette = QPalette()
    for key, name in pairs.items():
        palette.setColor(key, QColor(name))
    for key in (role.Text, role.WindowText, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, key, QColor(colours.muted))
    return palette
