"""Reading again, opening what was open lately, and making a network from a table, by the File menu."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from desktop.commands import change_filter, pin_actors
from desktop.dialogs.changes_dialog import ChangesDialog
from desktop.dialogs.problems_dialog import ProblemsDialog
from desktop.file_actions import FileActions
from desktop.session import Selection
from desktop.window import MainWindow
from graphdata.filter import Filter
from graphdata.storage.dossier_writing import write_dossiers

HEAD = "giver,receiver,domain,summary,source title,grade\n"
ROW = "Northland,Coastal Guard,arms,Howitzers for the coast,Northland ships guns,B\n"


@pytest.fixture
def actions(main_window: MainWindow) -> FileActions:
    return main_window.file_actions


@pytest.fixture
def folder(main_window: MainWindow, tmp_path: Path, qtbot: QtBot) -> Path:
    """The dossiers of the network on show, and these open in its place."""
    path = tmp_path / "dossiers"
    write_dossiers(main_window.session.base, path)
    with qtbot.waitSignal(main_window.session.network_changed):
        main_window.network_actions.open(path)
    return path


def said(window: MainWindow) -> str:
    """Return what the status line says."""
    return window.statusBar().currentMessage()


def test_what_was_edited_is_taken_over_and_all_else_stays(
    main_window: MainWindow, actions: FileActions, folder: Path, qtbot: QtBot
) -> None:
    session = main_window.session
    change_filter(session, Filter(domains=frozenset(["arms", "money"])), "Arms and money")
    pin_actors(session, {"actor:ir": (400.0, 100.0)})
    session.select("actor", "actor:ir")
    places = dict(session.positions)
    text = (folder / "actors.toml").read_text("utf-8")
    (folder / "actors.toml").write_text(text.replace('"Iran"', '"Persia"'), "utf-8")
    with qtbot.waitSignal(session.network_changed):
        actions.read_again()
    assert session.base.actor["actor:ir"].label == "Persia"
    assert session.filter == Filter(domains=frozenset(["arms", "money"]))
    assert (dict(session.positions), dict(session.pins)) == (places, {"actor:ir": (400.0, 100.0)})
    assert session.selection == Selection("actor", "actor:ir")
    told = main_window.findChild(ChangesDialog)
    assert "1 actor on show has been edited: Persia (actor:ir)." in told.text.toPlainText()
    told.close()


def test_steps_can_be_undone_after_the_network_was_read_again(
    main_window: MainWindow, actions: FileActions, folder: Path, qtbot: QtBot
) -> None:
    session = main_window.session
    places = dict(session.positions)
    pin_actors(session, {"actor:ir": (400.0, 100.0)})
    change_filter(session, Filter(domains=frozenset(["arms"])), "Arms")
    text = (folder / "actors.toml").read_text("utf-8")
    newer = '\n[[actor]]\nid = "actor:newer"\nkind = "firm"\nnames = [{ text = "Newer" }]\n'
    (folder / "actors.toml").write_text(text + newer, "utf-8")
    with qtbot.waitSignal(session.network_changed):
        actions.read_again()
    main_window.findChild(ChangesDialog).close()
    session.undo_stack.undo()
    assert session.filter == Filter()
    assert "actor:newer" in session.positions
    session.undo_stack.undo()
    assert session.pins == {}
    assert {key: session.positions[key] for key in places} == places
    assert "actor:newer" in session.positions
    session.undo_stack.redo()
    assert session.pins == {"actor:ir": (400.0, 100.0)}


def test_what_was_not_edited_keeps_its_steps_back(
    main_window: MainWindow, actions: FileActions, folder: Path, qtbot: QtBot
) -> None:
    change_filter(main_window.session, Filter(domains=frozenset(["arms"])), "Arms")
    actions.read_again()
    qtbot.waitUntil(lambda: said(main_window) == f"Nothing has changed in {folder.name}.")
    assert main_window.session.undo_stack.undoText() == "Arms"


def test_what_cannot_be_read_any_more_is_explained_and_all_stays(
    main_window: MainWindow, actions: FileActions, folder: Path, qtbot: QtBot
) -> None:
    before = main_window.session.base
    (folder / "actors.toml").write_text("[[actor]", "utf-8")
    actions.read_again()
    qtbot.waitUntil(lambda: main_window.findChild(ProblemsDialog) is not None)
    main_window.findChild(ProblemsDialog).close()
    assert main_window.session.base is before


def test_nothing_is_read_again_where_nothing_is_open(main_window: MainWindow, actions: FileActions) -> None:
    main_window.session.open(replace(main_window.session.base), {}, "")
    actions.read_again()
    assert said(main_window) == "No network is open."


def test_what_was_open_lately_opens_by_the_menu(main_window: MainWindow, folder: Path, qtbot: QtBot) -> None:
    main_window.session.open(main_window.session.base, {})
    menu = main_window.menuBar().actions()[0].menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    recent = next(each for each in menu.findChildren(QMenu) if each.isEnabled())
    line = recent.actions()[0]
    assert line.text() == f"dossiers — {folder.parent}"
    with qtbot.waitSignal(main_window.session.network_changed):
        line.trigger()
    assert main_window.session.path == str(folder)


def test_private_mode_offers_nothing_lately_open(main_window: MainWindow, folder: Path) -> None:
    assert str(folder) in main_window.store.settings.recent
    main_window.store.change(private_mode=True)
    menu = main_window.menuBar().actions()[0].menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    assert not any(each.isEnabled() for each in menu.findChildren(QMenu))


def test_a_table_becomes_a_network_that_is_open(
    main_window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    table = tmp_path / "claims.csv"
    table.write_text(HEAD + ROW + ROW.replace(",B", ",Z"), "utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(table), ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *args: (args[2], ""))
    with qtbot.waitSignal(main_window.session.network_changed):
        main_window.actions_by_name["from_table"].trigger()
    assert main_window.session.path == str(tmp_path / "claims")
    assert {each.name for each in main_window.session.base.actors} == {"Northland", "Coastal Guard"}
    told = main_window.findChild(ProblemsDialog)
    assert "row 3, column grade" in told.text
    told.close()


def test_a_table_that_is_opened_or_dropped_becomes_a_network(
    main_window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    (tmp_path / "claims.CSV").write_text(HEAD + ROW, "utf-8")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *args: (args[2], ""))
    with qtbot.waitSignal(main_window.session.network_changed):
        main_window.network_actions.open(tmp_path / "claims.CSV")
    assert main_window.session.path == str(tmp_path / "claims")
    main_window.findChild(ProblemsDialog).close()


def test_a_table_of_which_nothing_comes_leaves_what_was_open(
    main_window: MainWindow, actions: FileActions, tmp_path: Path, qtbot: QtBot
) -> None:
    before = main_window.session.base
    (tmp_path / "bad.csv").write_text("one,two\n1,2\n", "utf-8")
    actions.make(tmp_path / "bad.csv", tmp_path / "bad")
    qtbot.waitUntil(lambda: main_window.findChild(ProblemsDialog) is not None)
    assert "names of columns" in main_window.findChild(ProblemsDialog).text
    main_window.findChild(ProblemsDialog).close()
    assert main_window.session.base is before
    assert not (tmp_path / "bad").exists()
