"""The list of saved views: renamed in place, moved, removed, written and taken in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.dialogs.views_dialog import ViewsDialog
from desktop.view_actions import ViewActions
from desktop.window import MainWindow


@pytest.fixture
def actions(main_window: MainWindow) -> ViewActions:
    """Return the actions of a window with two views."""
    for name in ("One", "Two"):
        main_window.view_actions.keep_as(name)
    return main_window.view_actions


@pytest.fixture
def dialog(actions: ViewActions, main_window: MainWindow) -> Iterator[ViewsDialog]:
    made = ViewsDialog.show_for(actions, main_window)
    yield made
    made.close()


def names(actions: ViewActions) -> list[str]:
    return [each.name for each in actions.store.views]


def test_a_view_is_renamed_in_place(dialog: ViewsDialog, actions: ViewActions) -> None:
    dialog.list.item(0).setText("Two")
    assert names(actions) == ["Two (2)", "Two"]
    assert dialog.list.item(0).text() == "Two (2)"


def test_views_are_moved_and_removed(dialog: ViewsDialog, actions: ViewActions) -> None:
    dialog.buttons["down"].click()
    assert (names(actions), dialog.list.currentRow()) == (["Two", "One"], 1)
    assert not dialog.buttons["down"].isEnabled()
    dialog.buttons["remove"].click()
    assert names(actions) == ["Two"]


def test_the_selected_view_is_told_in_words_and_shown(dialog: ViewsDialog, main_window: MainWindow) -> None:
    assert dialog.words.text().startswith("All relations. 5 actors")
    dialog.buttons["show"].click()
    assert main_window.session.undo_stack.undoText() == "Show view “One”"


def test_a_list_goes_to_a_file_and_comes_from_one(dialog: ViewsDialog, actions: ViewActions, tmp_path: Path) -> None:
    dialog.save(tmp_path / "views.entente")
    assert dialog.words.text() == f"Written: views.entente into {tmp_path}"
    dialog.load(tmp_path / "views.entente")
    assert names(actions) == ["One", "Two", "One (2)", "Two (2)"]
    (tmp_path / "views.entente").write_bytes(b'{"form":1}')
    dialog.load(tmp_path / "views.entente")
    assert "list of views cannot be read" in dialog.message.text()


def test_an_empty_list_says_how_to_begin(main_window: MainWindow) -> None:
    dialog = ViewsDialog.show_for(main_window.view_actions, main_window)
    assert "Keep this view" in dialog.words.text()
    assert not any(dialog.buttons[key].isEnabled() for key in ("show", "rename", "remove", "save", "export"))
    dialog.close()


def test_what_is_on_show_can_be_compared_with_a_view(dialog: ViewsDialog, main_window: MainWindow) -> None:
    dialog.buttons["compare"].click()
    kept = dialog.views[dialog.list.currentRow()]
    assert main_window.session.baseline.filter == kept.filter
    assert main_window.session.undo_stack.undoText().startswith("Compare with")
