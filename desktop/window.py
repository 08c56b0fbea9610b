"""The main window: places map, panels, menus and status line, and hands every wish on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QComboBox, QMainWindow, QPushButton, QToolBar, QToolButton, QWidget

from desktop import actions, commands, theme
from desktop.board import Board, Slot
from desktop.canvas.map_widget import MapWidget
from desktop.context_menu import ContextMenu
from desktop.enter_key import EnterKey
from desktop.file_actions import FileActions
from desktop.last_places import LastPlaces
from desktop.layout_button import LayoutButton
from desktop.legend_overlay import LegendOverlay
from desktop.map_controller import MapController
from desktop.network_actions import NetworkActions
from desktop.passing_keys import PassingKeys
from desktop.screen_room import take_size
from desktop.session import Session
from desktop.settings import SettingsStore
from desktop.unhurried import Stepwise, brought
from desktop.view_actions import ViewActions
from desktop.view_store import ViewStore
from graphdata.arrangement import LAYOUTS
from graphdata.style import Theme
from graphdata.vocabulary import COMBINE_LABELS, Combine

if TYPE_CHECKING:
    from desktop.panels.query_bar import QueryBar
    from desktop.panels.search_box import SearchBox

MINIMUM: Final = QSize(1200, 760)
FOOT: Final = 5  # points that the status bar leaves over and under a button, in all
ROOMY: Final = 1700  # points of width on which a map, a filter and an evidence panel stand side by side at ease
COMBINES: Final[tuple[Combine, ...]] = ("ties", "relations", "pairs")


def dropped_path(event: QDropEvent) -> Path | None:
    """Return the file or folder that is being dropped, nothing where it is anything else, or several."""
    urls = event.mimeData().urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None


def short_for(action: QAction, text: str, parent: QWidget) -> QAction:
    """Return a toolbar action with fixed words that follows another one; the menu's own words name the step."""
    button = QAction(text, parent)
    button.setEnabled(action.isEnabled())
    button.triggered.connect(action.trigger)
    action.enabledChanged.connect(button.setEnabled)
    return button


def lead_to_rest(bar: QToolBar, name: str) -> None:
    """Let a narrow toolbar lead to what has no room in it by a letter: Qt's icon cannot be seen in the dark."""
    rest = bar.findChild(QToolButton, "qt_toolbar_ext_button")
    assert rest is not None
    rest.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
    rest.setText("»")
    rest.setAccessibleName(name)


class MainWindow(QMainWindow, Stepwise):
    """One session in one window."""

    def __init__(self, session: Session, store: SettingsStore, colours: Theme) -> None:
        """Build frame and map; the panels come by fill(), once the map is painted."""
        super().__init__()
        self.session, self.store = session, store
        self._forgotten = False
        self.canvas = MapWidget(colours)
        self.controller = MapController(session, self.canvas)
        self.controller.may_move = lambda: not (store.settings.reduced_motion or theme.system_reduces_motion())
        self.legend = LegendOverlay(self.canvas)
        self.board = Board(self.canvas, session)
        self.search_slot = Slot()
        self.search_box: SearchBox | None = None
        self.query_bar: QueryBar | None = None
        self.network_actions = NetworkActions(self)
        self.view_actions = ViewActions(self, ViewStore(store))
        self.last_places = LastPlaces(session, store, parent=self)
        self.file_actions = FileActions(self)
        self.setAcceptDrops(True)
        self.setCentralWidget(self.board)
        self._take_size()
        self.actions_by_name = actions.made(self, self._handlers())
        self.passing_keys = PassingKeys(self.actions_by_name.values(), self)
        self.enter_key = EnterKey(self)
        self._fill_menus()
        self._fill_toolbar()
        self.context_menu = ContextMenu(self)
        self.context_menu.asked.connect(self._ask)
        self._make_foot()
        session.network_changed.connect(self._name_window)
        session.view_changed.connect(self._follow_view)
        self.controller.inspect_asked.connect(self._inspect)
        self.board.inspected.connect(self._inspect)
        self.board.link_asked.connect(self.network_actions.show_link)
        self.board.copied.connect(lambda: self.statusBar().showMessage(self.tr("Copied"), 3000))
        self._restore()
        self._name_window()

    def _take_size(self) -> None:
        """Take most of the screen at the first start: a map wants room."""
        room = self.screen().availableSize()
        wide, high = round(room.width() * 0.95), round(room.height() * 0.92)
        take_size(self, max(wide, MINIMUM.width()), max(high, MINIMUM.height()))

    def _make_foot(self) -> None:
        """Keep the height of the status line with work in it: the map would change its size, and be made anew."""
        foot = self.statusBar()
        foot.setSizeGripEnabled(False)
        foot.setMinimumHeight(QPushButton(self.tr("Stop")).sizeHint().height() + FOOT)

    def present(self) -> None:
        """Show the window: where it was last time, or filling a screen that is small for a map."""
        first_start = not self.store.settings.geometry
        small = self.screen().availableSize().width() < ROOMY
        self.showMaximized() if first_start and small else self.show()

    def _in_steps(self) -> Iterator[None]:
        """Build panels, search box and status line in steps of some milliseconds."""
        yield from brought(("graphdata.search", "desktop.panels.search_box", "desktop.panels.status"))
        from desktop.panels.search_box import SearchBox
        from desktop.panels.status import StatusLine

        self.search_box = SearchBox(self.session)
        self.search_box.left.connect(self.canvas.setFocus)
        self.search_slot.put(self.search_box)
        StatusLine(self.session, self.store).stand_in(self.statusBar())
        yield from self.board.filling
        QWidget.setTabOrder(self.search_box, self.layout_button)
        QWidget.setTabOrder(self.layout_button, self.combine_box)
        self.board.order_tabs(self.combine_box)
        self.passing_keys.pass_through(self)

    def _choices(self) -> dict[str, Callable[..., object]]:
        """Return what actions of the File menu do, and those that turn something on or choose among several."""
        session, network = self.session, self.network_actions
        panels, themes = ("filters", "evidence", "tables", "legend"), ("system", "light", "dark")
        return {
            **self.file_actions.handlers,
            **{name: (lambda on, n=name: self._show_panel(n, on)) for name in panels},
            **{f"theme_{name}": (lambda _on, n=name: self.choose_theme(n)) for name in themes},
            **{f"combine_{c}": (lambda _on, c=c: commands.change_combine(session, c)) for c in COMBINES},
            **{f"layout_{m}": (lambda _on, m=m: network.arrange(m)) for m in LAYOUTS},
        }

    def _handlers(self) -> dict[str, Callable[..., object]]:
        """Return what each action of the table does."""
        session, canvas, network = self.session, self.canvas, self.network_actions
        return {
            **self._choices(),
            "open_folder": network.ask_folder,
            "open_pack": network.ask_pack,
            "open_shipped": network.open_shipped,
            "compare": network.ask_other,
            "export": network.export,
            "keep_view": self.view_actions.keep,
            "manage_views": self.view_actions.manage,
            "save_views": self.view_actions.save_as,
            "export_views": self.view_actions.export_all,
            "print": network.print_page,
            "copy_picture": network.copy_picture,
            "quit": self.close,
            "search": self._search,
            "query": self._query,
            "palette": self._show_palette,
            "clear_filter": lambda: commands.clear_filter(session),
            "ego": network.show_neighbours,
            "hide": network.hide_selected,
            "go_map": lambda: canvas.setFocus(Qt.FocusReason.ShortcutFocusReason),
            "go_evidence": self._inspect,
            "go_timeline": lambda: self._go_under("timeline"),
            "go_questions": lambda: self._go_under("questions"),
            "fit": self.controller.fit,
            "zoom_in": lambda: canvas.zoom_by(1.25),
            "zoom_out": lambda: canvas.zoom_by(0.8),
            "full_screen": lambda on: self.showFullScreen() if on else self.showNormal(),
            "pin": network.pin_selected,
            "open_link": network.open_link,
            "help": network.show_help,
            "reduced_motion": lambda on: self.store.change(reduced_motion=on),
            "private": lambda on: self.store.change(private_mode=on),
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
        self.view_actions.fill(menus["View&s"])
        self.file_actions.fill(menus["&File"], self.actions_by_name["read_again"])
        edit = menus["&Edit"]
        edit.insertActions(edit.actions()[0], [self.undo, self.redo, edit.insertSeparator(edit.actions()[0])])
        for name in ("filters", "evidence", "tables", "legend", "combine_ties", f"theme_{self.store.settings.theme}"):
            self.actions_by_name[name].setChecked(True)
        self.actions_by_name["private"].setChecked(self.store.settings.private_mode)
        self.actions_by_name["reduced_motion"].setChecked(self.store.settings.reduced_motion)

    def _fill_toolbar(self) -> None:
        """Fill the toolbar with the steps of every day."""
        bar = QToolBar(self.tr("Main"))
        bar.setMovable(False)
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.addToolBar(bar)
        short = {"open_folder": self.tr("Open"), "fit": self.tr("Whole map"), "export": self.tr("Export…")}
        undo, redo = (
            short_for(action, text, self)
            for action, text in ((self.undo, self.tr("Undo")), (self.redo, self.tr("Redo")))
        )
        self.actions_by_name["open_folder"].setIconText(short["open_folder"])
        bar.addAction(self.actions_by_name["open_folder"])
        bar.addActions([undo, redo])
        bar.addSeparator()
        self.search_slot.setMinimumWidth(220)
        bar.addWidget(self.search_slot)
        bar.addSeparator()
        self.layout_button = LayoutButton(self.session, self.actions_by_name)
        bar.addWidget(self.layout_button)
        bar.addWidget(self._combine_box())
        for name in ("fit", "export"):
            self.actions_by_name[name].setIconText(short[name])
            bar.addAction(self.actions_by_name[name])
        lead_to_rest(bar, self.tr("More of the toolbar"))

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
        board = self.board
        panels = {"filters": board.filters, "evidence": board.evidence, "tables": board.tables, "legend": self.legend}
        panels[name].setVisible(on)
        if name == "filters":
            self.legend.set_whole(not on)

    def _follow_view(self) -> None:
        """Show the combine level in force, and explain the marks on show."""
        self.combine_box.setCurrentIndex(COMBINES.index(self.session.combine))
        self.actions_by_name[f"combine_{self.session.combine}"].setChecked(True)
        self.legend.set_entries(self.session.shown.legend, self.session.shown.whole.legend)

    def _ask(self, question: str, record: str) -> None:
        """Take a question about what is under the pointer to the questions under the map."""
        self._bring("tables")
        self.board.ask(question, record)

    def _go_under(self, name: str) -> None:
        """Take the keyboard to the timeline or the questions under the map."""
        self._bring("tables")
        self.board.focus_under(name)

    def _bring(self, name: str) -> None:
        """Show a panel that may be hidden."""
        self.actions_by_name[name].setChecked(True)
        self._show_panel(name, on=True)

    def _show_palette(self) -> None:
        """Offer everything by a few letters: the steps back and forward, the actions, and what is in the network."""
        from desktop.dialogs.palette_dialog import PaletteDialog

        steps = {"undo": self.undo, "redo": self.redo}
        PaletteDialog.show_for(self.session, {**steps, **self.actions_by_name}, self)

    def _query(self) -> None:
        """Take the keyboard into the query line, which stands under the toolbar from then on until it is left."""
        if self.query_bar is None:
            from desktop.panels.query_bar import QueryBar

            self.query_bar = QueryBar(self.session)
            self.query_bar.left.connect(self._leave_query)
            self.query_row = QToolBar(self.tr("Query"))
            self.query_row.setMovable(False)
            self.query_row.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
            self.query_row.addWidget(self.query_bar)
            self.passing_keys.pass_through(self.query_bar)
            self.addToolBarBreak()
            self.addToolBar(self.query_row)
        self.query_row.show()
        self.query_bar.focus()

    def _leave_query(self) -> None:
        """Put the query line away; the keyboard goes to the map."""
        self.query_row.hide()
        self.canvas.setFocus()

    def _search(self) -> None:
        """Take the keyboard into the search box."""
        self.fill()
        assert self.search_box is not None
        self.search_box.focus()

    def _name_window(self) -> None:
        """Put the network's title into the window's."""
        self.setWindowTitle(f"{self.session.network.title} — Entente")

    def _inspect(self) -> None:
        """Take the keyboard into the evidence panel."""
        self._bring("evidence")
        self.board.focus_evidence()

    def _restore(self) -> None:
        """Take up the place and panel sizes of last time."""
        settings = self.store.settings
        if settings.geometry:
            self.restoreGeometry(QByteArray.fromBase64(settings.geometry.encode("ascii")))
        self.board.set_sizes(settings.splitters.get("board", ()))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and folders of this machine, one at a time."""
        if dropped_path(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped: a network, a pack, saved views, or a picture with its view."""
        path = dropped_path(event)
        if path is not None:
            event.acceptProposedAction()
            self.network_actions.open(path)

    def forget(self) -> None:
        """Write nothing at the end of this session: its traces were cleared."""
        self._forgotten = True
        self.view_actions.store.forget()
        self.last_places.forget()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the place and panel widths, and let running work end."""
        self.network_actions.stop()
        self.last_places.keep()
        if not (self._forgotten or self.store.settings.private_mode):
            self.store.change(
                geometry=bytes(self.saveGeometry().toBase64().data()).decode("ascii"),
                splitters={"board": self.board.taken_sizes()},
            )
        event.accept()
