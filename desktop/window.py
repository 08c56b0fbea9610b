"""The main window: places map, panels, menus and status line, and hands every wish on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QComboBox, QMainWindow, QSplitter, QTabWidget, QToolBar, QWidget

from desktop import actions, commands, theme
from desktop.canvas.map_widget import MapWidget
from desktop.legend_overlay import LegendOverlay
from desktop.map_controller import MapController
from desktop.network_actions import NetworkActions
from desktop.panels.evidence_panel import EvidencePanel
from desktop.panels.filter_panel import FilterPanel
from desktop.panels.search_box import SearchBox
from desktop.panels.status import StatusLine
from desktop.panels.tables import RelationsTable, SourcesTable
from desktop.session import Session
from desktop.settings import SettingsStore
from graphdata.style import Theme
from graphdata.ties import COMBINE_LABELS, Combine

COMBINES: Final[tuple[Combine, ...]] = ("ties", "relations", "pairs")


class MainWindow(QMainWindow):
    """One session in one window."""

    def __init__(self, session: Session, store: SettingsStore, colours: Theme) -> None:
        """Build everything; the session may still be empty."""
        super().__init__()
        self.session, self.store = session, store
        self.canvas = MapWidget(colours)
        self.controller = MapController(session, self.canvas)
        self.legend = LegendOverlay(self.canvas)
        self.filter_panel, self.evidence_panel = FilterPanel(session), EvidencePanel(session)
        self.relations_table, self.sources_table = RelationsTable(session), SourcesTable(session)
        self.search_box = SearchBox(session)
        self.network_actions = NetworkActions(self)
        self.tables = self._tables()
        self._place()
        self.actions_by_name = actions.made(self, self._handlers())
        self._fill_menus()
        self._fill_toolbar()
        self.statusBar().addWidget(StatusLine(session), 1)
        session.network_changed.connect(self._name_window)
        session.view_changed.connect(self._follow_view)
        self.controller.inspect_asked.connect(self._inspect)
        self._restore()
        self._name_window()

    def _tables(self) -> QTabWidget:
        """Return the tabs under the map."""
        tabs = QTabWidget()
        tabs.setDocumentMode(True)
        tabs.setAccessibleName(self.tr("Tables"))
        tabs.tabBar().setAccessibleName(self.tr("Tables: relations or sources"))
        tabs.addTab(self.relations_table, self.tr("Relations"))
        tabs.addTab(self.sources_table, self.tr("Sources"))
        return tabs

    def _place(self) -> None:
        """Put filter panel, map over tables, and evidence panel beside each other."""
        self.middle = QSplitter(Qt.Orientation.Vertical)
        self.middle.addWidget(self.canvas)
        self.middle.addWidget(self.tables)
        self.middle.setStretchFactor(0, 1)
        self.middle.setSizes([620, 190])
        self.columns = QSplitter(Qt.Orientation.Horizontal)
        for widget in (self.filter_panel, self.middle, self.evidence_panel):
            self.columns.addWidget(widget)
        self.columns.setStretchFactor(1, 1)
        self.columns.setSizes([270, 900, 350])
        for splitter in (self.columns, self.middle):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(4)
        self.setCentralWidget(self.columns)
        self.resize(1440, 900)

    def _handlers(self) -> dict[str, Callable[..., object]]:
        """Return what each action of the table does."""
        session, canvas, network = self.session, self.canvas, self.network_actions
        return {
            **{name: (lambda on, n=name: self._show_panel(n, on)) for name in ("filters", "evidence", "tables", "legend")},
            **{f"theme_{name}": (lambda _on, n=name: self.choose_theme(n)) for name in ("system", "light", "dark")},
            **{f"combine_{c}": (lambda _on, c=c: commands.change_combine(session, c)) for c in COMBINES},
            **{f"layout_{m}": (lambda _on, m=m: network.arrange(m)) for m in ("clusters", "distances")},
            "open_folder": network.ask_folder,
            "open_pack": network.ask_pack,
            "open_shipped": network.open_shipped,
            "export": network.export,
            "quit": self.close,
            "search": self.search_box.focus,
            "clear_filter": lambda: commands.clear_filter(session),
            "ego": network.show_neighbours,
            "hide": network.hide_selected,
            "fit": canvas.fit,
            "zoom_in": lambda: canvas.zoom_by(1.25),
            "zoom_out": lambda: canvas.zoom_by(0.8),
            "full_screen": lambda on: self.showFullScreen() if on else self.showNormal(),
            "pin": network.pin_selected,
            "open_link": network.open_link,
            "shortcuts": network.show_shortcuts,
            "about": network.show_about,
        }

    def _fill_menus(self) -> None:
        """Fill the menu bar; undo and redo lead the Edit menu and name the step."""
        menus = actions.fill_menus(self.menuBar(), self.actions_by_name)
        stack = self.session.undo_stack
        self.undo = stack.createUndoAction(self, self.tr("&Undo"))
        self.redo = stack.createRedoAction(self, self.tr("&Redo"))
        self.undo.setShortcut(QKeySequence("Ctrl+Z"))
        self.redo.setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
        edit = menus["&Edit"]
        edit.insertActions(edit.actions()[0], [self.undo, self.redo])
        for name in ("filters", "evidence", "tables", "legend", "combine_ties", f"theme_{self.store.settings.theme}"):
            self.actions_by_name[name].setChecked(True)

    def _fill_toolbar(self) -> None:
        """Fill the toolbar with the steps of every day."""
        bar = QToolBar(self.tr("Main"))
        bar.setMovable(False)
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.addToolBar(bar)
        short = {"open_folder": self.tr("Open"), "fit": self.tr("Whole map"), "export": self.tr("Export…")}
        undo, redo = (self._short(action, text) for action, text in ((self.undo, self.tr("Undo")), (self.redo, self.tr("Redo"))))
        self.actions_by_name["open_folder"].setIconText(short["open_folder"])
        bar.addAction(self.actions_by_name["open_folder"])
        bar.addActions([undo, redo])
        bar.addSeparator()
        bar.addWidget(self.search_box)
        bar.addSeparator()
        bar.addWidget(self._combine_box())
        for name in ("fit", "export"):
            self.actions_by_name[name].setIconText(short[name])
            bar.addAction(self.actions_by_name[name])

    def _short(self, action: QAction, text: str) -> QAction:
        """Return a toolbar action with fixed words that follows another one; the menu's own words name the step."""
        button = QAction(text, self)
        button.setEnabled(action.isEnabled())
        button.triggered.connect(action.trigger)
        action.enabledChanged.connect(button.setEnabled)
        return button

    def _combine_box(self) -> QComboBox:
        """Return the choice of what one line stands for."""
        self.combine_box = QComboBox()
        self.combine_box.setAccessibleName(self.tr("What one line stands for"))
        for combine in COMBINES:
            self.combine_box.addItem(self.tr(COMBINE_LABELS[combine]), combine)
        self.combine_box.activated.connect(
            lambda _: commands.change_combine(self.session, self.combine_box.currentData())
        )
        return self.combine_box

    def choose_theme(self, choice: str) -> None:
        """Take on a theme and remember it."""
        self.store.change(theme=choice)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            colours = theme.theme_for(choice, app)
            theme.dress(app, colours)
            self.canvas.set_theme(colours)
            self.legend.refresh()

    def _show_panel(self, name: str, on: bool) -> None:
        """Show or hide a panel; the legend says more when the filter panel does not."""
        panels = {"filters": self.filter_panel, "evidence": self.evidence_panel, "tables": self.tables, "legend": self.legend}
        panels[name].setVisible(on)
        if name == "filters":
            self.legend.set_whole(not on)

    def _follow_view(self) -> None:
        """Show the combine level in force."""
        self.combine_box.setCurrentIndex(COMBINES.index(self.session.combine))
        self.actions_by_name[f"combine_{self.session.combine}"].setChecked(True)

    def _name_window(self) -> None:
        """Put the network's title into the window's."""
        self.setWindowTitle(f"{self.session.network.title} — Entente")

    def _inspect(self) -> None:
        """Take the keyboard into the evidence panel."""
        self.actions_by_name["evidence"].setChecked(True)
        self.evidence_panel.setVisible(True)
        first = next((w for w in self.evidence_panel.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisible()), self.evidence_panel)
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _restore(self) -> None:
        """Take up the place and panel widths of last time."""
        settings = self.store.settings
        if settings.geometry:
            self.restoreGeometry(QByteArray.fromBase64(settings.geometry.encode("ascii")))
        for name, splitter in (("columns", self.columns), ("middle", self.middle)):
            if len(settings.splitters.get(name, ())) == splitter.count():
                splitter.setSizes(list(settings.splitters[name]))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the place and panel widths, and let running work end."""
        self.network_actions.stop()
        self.store.change(
            geometry=bytes(self.saveGeometry().toBase64().data()).decode("ascii"),
            splitters={"columns": tuple(self.columns.sizes()), "middle": tuple(self.middle.sizes())},
        )
        event.accept()
