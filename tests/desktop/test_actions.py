"""One table makes every menu, toolbar and shortcut, without two meanings for one key."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenuBar, QWidget

from desktop import actions
from desktop.actions import ACTIONS, MENUS, SEPARATOR, ActionSpec

SPECS = [spec for spec in ACTIONS if spec.name != SEPARATOR]
OF_THE_STACK = ("Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Y")


def twice(found: Iterable[str]) -> list[str]:
    """Return what occurs more than once."""
    return [each for each, times in Counter(found).items() if times > 1]


def access_key(text: str) -> str:
    """Return the letter after the ampersand."""
    return text.partition("&")[2][:1].lower()


def test_names_are_unique() -> None:
    assert not twice(spec.name for spec in SPECS)


def test_shortcuts_are_unique() -> None:
    keys = [QKeySequence(spec.keys) for spec in SPECS if spec.keys] + [QKeySequence(keys) for keys in OF_THE_STACK]
    assert not any(key.isEmpty() for key in keys)
    assert not twice(key.toString() for key in keys)


@pytest.mark.parametrize("menu", MENUS)
def test_access_keys_are_unique_in_a_menu(menu: str) -> None:
    of_the_stack = ["&Undo", "&Redo"] if menu == "&Edit" else []
    keys = [access_key(text) for text in [*(spec.text for spec in SPECS if spec.menu == menu), *of_the_stack]]
    assert all(keys)
    assert not twice(keys)


def test_access_keys_of_the_menus_are_unique() -> None:
    assert not twice(access_key(menu) for menu in MENUS)


def test_every_action_belongs_to_a_menu() -> None:
    assert {spec.menu for spec in ACTIONS} == set(MENUS)


@pytest.mark.parametrize("menu", MENUS)
def test_lines_in_a_menu_stand_between_actions(menu: str) -> None:
    names = [spec.name for spec in ACTIONS if spec.menu == menu]
    assert SEPARATOR not in (names[0], names[-1])
    assert not any(one == other == SEPARATOR for one, other in pairwise(names))


def test_an_action_without_a_handler_is_told(window: QWidget) -> None:
    handlers = {spec.name: print for spec in SPECS[1:]}
    with pytest.raises(KeyError, match=SPECS[0].name):
        actions.made(window, handlers)


def test_each_action_calls_its_handler(window: QWidget) -> None:
    called: list[str] = []
    found = actions.made(window, {spec.name: lambda *_, name=spec.name: called.append(name) for spec in SPECS})
    for action in found.values():
        action.trigger()
    assert called == [spec.name for spec in SPECS]


def test_one_theme_excludes_the_others(window: QWidget) -> None:
    found = actions.made(window, {spec.name: lambda *_: None for spec in SPECS})
    for name in ("theme_light", "theme_dark", "combine_pairs", "tables", "legend"):
        found[name].setChecked(True)
    checked = {name for name, action in found.items() if action.isChecked()}
    assert checked == {"theme_dark", "combine_pairs", "tables", "legend"}


def test_every_action_says_in_the_status_line_what_it_does(window: QWidget) -> None:
    found = actions.made(window, {spec.name: print for spec in SPECS})
    assert all(action.statusTip() and "&" not in action.statusTip() for action in found.values())


def test_menus_hold_the_table_in_its_order(window: QWidget) -> None:
    bar = QMenuBar(window)
    found = actions.made(window, {spec.name: print for spec in SPECS})
    menus = actions.fill_menus(bar, found)
    file = [action.text() or SEPARATOR for action in menus["&File"].actions()]
    assert file == [spec.text or SEPARATOR for spec in ACTIONS if spec.menu == "&File"]
    assert [menu.title() for menu in menus.values()] == list(MENUS)


@pytest.mark.parametrize("spec", [spec for spec in SPECS if spec.keys], ids=lambda spec: spec.name)
def test_help_lists_every_shortcut_in_plain_words(spec: ActionSpec) -> None:
    assert dict(actions.shortcut_lines())[spec.keys] == spec.text.replace("&", "").rstrip("…")
