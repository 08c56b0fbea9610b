"""The main window: places map, panels, menus and status line, and hands every wish on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QMainWindow, QPushButton

from desktop import actions, commands, theme
from desktop.board import Board, Slot
from desktop.canvas.map_widget import MapWidget
from desktop.combine_box import COMBINES
from desktop.context_menu import ContextMenu
from desktop.enter_key import EnterKey
from desktop.file_actions import FileActions
from desktop.help_actions import HelpActions
from desktop.last_places import LastPlaces
from desktop.layout_actions import LayoutActions
from desktop.legend_overlay import LegendOverlay
from desktop.map_controller import MapController
from desktop.network_actions import NetworkActions
from desktop.output_actions import OutputActions
from desktop.passing_keys import PassingKeys
from desktop.screen_room import take_size
from desktop.selection_actions import SelectionActions
from desktop.session import Session
from desktop.settings import SettingsStore
from desktop.toolbar import MainToolbar
from desktop.unhurried import Stepwise, brought
from desktop.view_actions import ViewActions
from desktop.view_store import ViewStore
from graphdata.style import Theme

if TYPE_CHECKING:
    from desktop.panels.search_box import SearchBox
    from desktop.query_row import QueryRow

MESSAGE_MS: Final = 6000  # a passing message at the foot
MINIMUM: Final = QSize(1200, 760)
FOOT: Final = 5  # points that the status bar leaves over and under a button, in all
ROOMY: Final = 1700  # points of width on which a map, a filter and an evidence panel stand side by side at ease


def dropped_path(event: QDropEvent) -> Path | None:
    """Return the file or folder that is being dropped, nothing where it is anything else, or several."""
    urls = event.mimeData().urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None


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
        self.query_row: QueryRow | None = None
        self.network_actions = NetworkActions(self)
        self.layout_actions = LayoutActions(self)
        self.selection_actions = SelectionActions(self)
        self.output_actions = OutputActions(self)
        self.view_actions = ViewActions(self, ViewStore(store))
        self.last_places = LastPlaces(session, store, parent=self)
        self.file_actions = FileActions(self)
        self.help_actions = HelpActions(self)
        self.setAcceptDrops(True)
        self.setCentralWidget(self.board)
        self._take_size()
        self.actions_by_name = actions.made(self, self._handlers())
        self.passing_keys = PassingKeys(self.actions_by_name.values(), self)
        self.enter_key = EnterKey(self)
        self._fill_menus()
        self.toolbar = MainToolbar(session, self.actions_by_name, (self.undo, self.redo), self.search_slot)
        self.addToolBar(self.toolbar)
        self.context_menu = ContextMenu(self)
        self.context_menu.asked.connect(self._ask)
        self._make_foot()
        self._listen()
        self._restore()
        self._name_window()

    def _listen(self) -> None:
        """Follow the session, and hand on what map and panels ask for."""
        self.session.network_changed.connect(self._name_window)
        self.session.view_changed.connect(self._follow_view)
        self.controller.inspect_asked.connect(self._inspect)
        self.board.inspected.connect(self._inspect)
        self.board.link_asked.connect(self.selection_actions.show_link)
        self.board.copied.connect(lambda: self.statusBar().showMessage(self.tr("Copied"), 3000))

    def say(self, text: str) -> None:
        """Show a passing message at the foot of the window."""
        self.statusBar().showMessage(text, MESSAGE_MS)

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
        self.board.order_tabs(self.toolbar.order_tabs(self.search_box))
        self.passing_keys.pass_through(self)

    def _choices(self) -> dict[str, Callable[..., object]]:
        """Return what the actions do that turn something on or choose among several."""
        panels, themes = ("filters", "evidence", "tables", "legend"), ("system", "light", "dark")
        return {
            **{name: (lambda on, n=name: self._show_panel(n, on)) for name in panels},
            **{f"theme_{name}": (lambda _on, n=name: self.choose_theme(n)) for name in themes},
            **{f"combine_{c}": (lambda _on, c=c: commands.change_combine(self.session, c)) for c in COMBINES},
        }

    def _handlers(self) -> dict[str, Callable[..., object]]:
        """Return what each action of the table does."""
        session, canvas = self.session, self.canvas
        of_menus = (self.network_actions, self.layout_actions, self.selection_actions, self.output_actions)
        others = (self.view_actions, self.file_actions, self.help_actions)
        return {
            **{name: does for each in (*of_menus, *others) for name, does in each.handlers.items()},
            **self._choices(),
            "quit": self.close,
            "search": self._search,
            "query": self._query,
            "palette": self._show_palette,
            "clear_filter": lambda: commands.clear_filter(session),
            "go_map": lambda: canvas.setFocus(Qt.FocusReason.ShortcutFocusReason),
            "go_evidence": self._inspect,
            "go_timeline": lambda: self._go_under("timeline"),
            "go_questions": lambda: self._go_under("questions"),
            "fit": self.controller.fit,
            "zoom_in": lambda: canvas.zoom_by(1.25),
            "zoom_out": lambda: canvas.zoom_by(0.8),
            "full_screen": lambda on: self.showFullScreen() if on else self.showNormal(),
            "reduced_motion": lambda on: self.store.change(reduced_motion=on),
            "private": lambda on: self.store.change(private_mode=on),
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

    def choose_theme(self, choice: str) -> None:
        """Take on a theme and remember it."""
        self.store.change(theme=choice)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            colours = theme.theme_for(choice, app)
            theme.dress_anew(app, colours)
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
        """Tick the combine level in force, and explain the marks on show."""
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
        if self.query_row is None:
            from desktop.query_row import QueryRow

            self.query_row = QueryRow(self)
        self.query_row.ask()

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
