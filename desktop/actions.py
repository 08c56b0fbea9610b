"""Every action of the program as one table: menus, toolbar and shortcuts are read from here."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget


class ActionSpec(NamedTuple):
    """One action: its name in the code, its words, its keys, its menu, and the group it excludes others in."""

    name: str
    text: str
    keys: str = ""
    menu: str = ""
    group: str = ""
    tip: str = ""


SEPARATOR: Final = "-"
MENUS: Final = ("&File", "&Edit", "&View", "&Map", "View&s", "&Help")
ACTIONS: Final[tuple[ActionSpec, ...]] = (
    ActionSpec("open_folder", "&Open network…", "Ctrl+O", "&File", tip="Open a folder of dossiers"),
    ActionSpec(
        "open_pack",
        "Open &pack, views or picture…",
        "Ctrl+Shift+O",
        "&File",
        tip="Open a pack, kept views or a picture",
    ),
    ActionSpec(
        "read_again", "Read a&gain", "F5", "&File", tip="Take over what was changed in the files of the network"
    ),
    ActionSpec("open_shipped", "Open the shipped &network", "", "&File"),
    ActionSpec("from_table", "&Make a network from a table…", "", "&File", tip="Make dossiers from a list of claims"),
    ActionSpec("compare", "Compare &with another network…", "", "&File", tip="Mark what changed since another network"),
    ActionSpec(SEPARATOR, "", "", "&File"),
    ActionSpec("export", "&Export…", "Ctrl+Shift+E", "&File", tip="Export the picture with its sources"),
    ActionSpec("print", "Pr&int…", "Ctrl+P", "&File", tip="Print the picture, or save the page as PDF"),
    ActionSpec(SEPARATOR, "", "", "&File"),
    ActionSpec("private", "P&rivate mode", "", "&File", "toggle", tip="Keep no list of files and no log"),
    ActionSpec("clear_traces", "Clear &traces…", "", "&File", tip="Remove what Entente has written unasked"),
    ActionSpec(SEPARATOR, "", "", "&File"),
    ActionSpec("quit", "&Quit", "Ctrl+Q", "&File"),
    ActionSpec("copy_picture", "Copy p&icture", "Ctrl+Shift+C", "&Edit", tip="Copy the picture with its sources"),
    ActionSpec(SEPARATOR, "", "", "&Edit"),
    ActionSpec("search", "&Search…", "Ctrl+F", "&Edit", tip="Search actors, relations and sources"),
    ActionSpec("palette", "&Command palette…", "Ctrl+K", "&Edit", tip="Find every action, actor, relation and source"),
    ActionSpec("query", "Filter by a &query…", "Ctrl+J", "&Edit", tip="Write the filter as one line"),
    ActionSpec(SEPARATOR, "", "", "&Edit"),
    ActionSpec("clear_filter", "Show &everything", "Ctrl+Shift+F", "&Edit", tip="Drop every filter"),
    ActionSpec("ego", "&Neighbours of the selected actor", "Ctrl+G", "&Edit"),
    ActionSpec("hide", "&Hide the selected actor", "Ctrl+H", "&Edit"),
    ActionSpec("go_map", "Go to the &map", "Ctrl+M", "&View", tip="Take the keyboard to the map"),
    ActionSpec("go_evidence", "Go to the evide&nce", "Ctrl+E", "&View", tip="Take the keyboard to the evidence"),
    ActionSpec("go_timeline", "Go to the t&imeline", "Ctrl+T", "&View", tip="Take the keyboard to the timeline"),
    ActionSpec("go_questions", "Go to the &questions", "Ctrl+Shift+Q", "&View", tip="Take the keyboard to a question"),
    ActionSpec(SEPARATOR, "", "", "&View"),
    ActionSpec("fit", "&Whole map", "Ctrl+0", "&View", tip="Show the whole map"),
    ActionSpec("zoom_in", "&Zoom in", "Ctrl++", "&View"),
    ActionSpec("zoom_out", "Zoom &out", "Ctrl+-", "&View"),
    ActionSpec(SEPARATOR, "", "", "&View"),
    ActionSpec("filters", "&Filter panel", "F6", "&View", "toggle"),
    ActionSpec("evidence", "E&vidence panel", "F7", "&View", "toggle"),
    ActionSpec("tables", "&Tables", "F8", "&View", "toggle"),
    ActionSpec("legend", "L&egend", "F9", "&View", "toggle"),
    ActionSpec(SEPARATOR, "", "", "&View"),
    ActionSpec("theme_system", "Colours of the &system", "", "&View", "theme"),
    ActionSpec("theme_light", "Li&ght", "", "&View", "theme"),
    ActionSpec("theme_dark", "&Dark", "", "&View", "theme"),
    ActionSpec(SEPARATOR, "", "", "&View"),
    ActionSpec("reduced_motion", "&Reduce motion", "", "&View", "toggle", "A new layout appears at once"),
    ActionSpec("full_screen", "F&ull screen", "F11", "&View", "toggle"),
    ActionSpec("combine_ties", "One line per &domain and direction", "Ctrl+1", "&Map", "combine"),
    ActionSpec("combine_relations", "Every &relation", "Ctrl+2", "&Map", "combine"),
    ActionSpec("combine_pairs", "One line per &pair", "Ctrl+3", "&Map", "combine"),
    ActionSpec(SEPARATOR, "", "", "&Map"),
    ActionSpec("layout_clusters", "Arrange by &clusters", "Ctrl+L", "&Map", "layout"),
    ActionSpec("layout_distances", "Arrange by d&istances", "Ctrl+Shift+L", "&Map", "layout"),
    ActionSpec(
        "layout_radial",
        "Arrange in ri&ngs round an actor",
        "Ctrl+R",
        "&Map",
        "layout",
        "Rings by steps from the selected actor, the one of the filter, or the most related one",
    ),
    ActionSpec(
        "layout_layered",
        "Arrange by direction of &flow",
        "Ctrl+Shift+R",
        "&Map",
        "layout",
        "Who gives to the left of who receives",
    ),
    ActionSpec("layout_blocs", "Arrange by &bloc", "Ctrl+B", "&Map", "layout"),
    ActionSpec("layout_kinds", "Arrange by &kind of actor", "Ctrl+Shift+B", "&Map", "layout"),
    ActionSpec(SEPARATOR, "", "", "&Map"),
    ActionSpec("pin", "Pin or &unpin the selected actor", "Ctrl+Shift+P", "&Map"),
    ActionSpec(SEPARATOR, "", "", "&Map"),
    ActionSpec("open_link", "Open the selected source's &address…", "", "&Map"),
    ActionSpec("keep_view", "&Keep this view…", "Ctrl+D", "View&s", tip="Keep filter, places and pins under a name"),
    ActionSpec("manage_views", "&Saved views…", "Ctrl+Shift+D", "View&s", tip="Show, rename, remove and order views"),
    ActionSpec("save_views", "Save views &as…", "", "View&s", tip="Write the kept views into a file for others"),
    ActionSpec("export_views", "&Export all views…", "", "View&s", tip="Write a picture of every saved view"),
    ActionSpec("help", "&Help", "F1", "&Help", tip="Help for the place you are in"),
    ActionSpec("shortcuts", "&Keyboard shortcuts", "Shift+F1", "&Help"),
    ActionSpec("about", "&About Entente", "", "&Help"),
)


# What macOS keeps for itself (hide, minimise, log out, show the desktop) has other keys there; Ctrl is Command.
MAC_KEYS: Final[Mapping[str, str]] = {
    "hide": "Ctrl+Shift+H",
    "go_map": "Ctrl+Shift+M",
    "go_questions": "Ctrl+Shift+A",
    "full_screen": "Ctrl+Meta+F",
}


def keys_of(spec: ActionSpec, platform: str = sys.platform) -> str:
    """Return the keys of an action on a system."""
    return MAC_KEYS.get(spec.name, spec.keys) if platform == "darwin" else spec.keys


def words(text: str) -> str:
    """Return an action's words in the user's language."""
    return QCoreApplication.translate("actions", text)


def made(parent: QWidget, handlers: Mapping[str, Callable[..., object]]) -> dict[str, QAction]:
    """Return the actions, each calling the handler of its name; raises KeyError where one has none."""
    found: dict[str, QAction] = {}
    groups: dict[str, QActionGroup] = {}
    for spec in ACTIONS:
        if spec.name == SEPARATOR:
            continue
        action = QAction(words(spec.text), parent)
        action.setShortcut(QKeySequence(keys_of(spec)))
        action.setStatusTip(words(spec.tip or spec.text.replace("&", "")))
        action.setCheckable(bool(spec.group))
        if spec.group and spec.group != "toggle":
            groups.setdefault(spec.group, QActionGroup(parent)).addAction(action)
        action.triggered.connect(handlers[spec.name])
        found[spec.name] = action
    return found


def fill_menus(bar: QMenuBar, actions: Mapping[str, QAction]) -> dict[str, QMenu]:
    """Fill the menu bar from the table; undo and redo are put in by the window, since their words change."""
    menus = {name: bar.addMenu(words(name)) for name in MENUS}
    for spec in ACTIONS:
        menu = menus[spec.menu]
        if spec.name == SEPARATOR:
            menu.addSeparator()
        else:
            menu.addAction(actions[spec.name])
    return menus


def shortcut_lines() -> tuple[tuple[str, str], ...]:
    """Return every shortcut with its action in words, for the help."""
    table = [(keys_of(spec), words(spec.text).replace("&", "").rstrip("…")) for spec in ACTIONS if spec.keys]
    gestures = [
        ("Arrow keys", "Walk from actor to actor on the map"),
        ("Enter", "Inspect what is selected"),
        ("Esc", "Clear the selection"),
        ("Space", "Select one actor more, or one less"),
        ("Shift+arrow keys", "Move the selected actor and pin it"),
        ("Ctrl+arrow keys", "Move the map"),
        ("Ctrl+Z, Ctrl+Shift+Z", "Undo, redo"),
        ("Shift+F10", "The menu of what has the keyboard, as the key for a menu does"),
    ]
    return (*table, *((keys, words(text)) for keys, text in gestures))
