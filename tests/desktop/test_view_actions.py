"""Keeping, showing again and exporting views by the menu."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog, QInputDialog
from pytestqt.qtbot import QtBot

from desktop import commands
from desktop.reopening import found_in
from desktop.view_actions import ViewActions
from desktop.view_asking import NAME_WIDTH
from desktop.window import MainWindow
from graphdata.filter import Filter
from graphdata.network import Network
from graphdata.places import Place
from graphdata.questions.baseline import Baseline
from graphdata.reopening import carried_in_file
from graphdata.storage.digest import in_order


@pytest.fixture
def actions(main_window: MainWindow) -> ViewActions:
    return main_window.view_actions


def test_a_view_is_kept_and_shown_again_as_one_step(main_window: MainWindow, actions: ViewActions) -> None:
    session = main_window.session
    commands.change_filter(session, Filter(domains=frozenset(["arms"])), "Arms")
    commands.change_combine(session, "relations")
    commands.pin_actors(session, {"actor:ir": (500.0, 10.0)})
    actions.keep_as("Arms alone")
    commands.clear_filter(session)
    commands.unpin_actors(session, ["actor:ir"])
    actions.show(actions.store.views[0])
    assert (session.filter.domains, session.combine) == (frozenset(["arms"]), "relations")
    assert session.pins == {"actor:ir": (500.0, 10.0)}
    assert session.undo_stack.undoText() == "Show view “Arms alone”"
    session.undo_stack.undo()
    assert (session.filter, dict(session.pins)) == (Filter(), {})


def test_a_view_brings_back_what_it_was_compared_with(main_window: MainWindow, actions: ViewActions) -> None:
    session = main_window.session
    commands.change_baseline(session, Baseline("2022"), session.positions, "Compare")
    marked = {tie.id: tie.change for tie in session.ties}
    actions.keep_as("What changed")
    commands.change_baseline(session, Baseline(), session.positions, "Stop comparing")
    actions.keep_as("Plain")
    actions.show(actions.store.views[0])
    assert session.baseline == Baseline("2022")
    assert {tie.id: tie.change for tie in session.ties} == marked
    actions.show(actions.store.views[1])
    assert not session.baseline.is_given
    session.undo_stack.undo()
    assert session.baseline == Baseline("2022")


def test_a_view_of_two_networks_is_shown_again(main_window: MainWindow, actions: ViewActions, qtbot: QtBot) -> None:
    session = main_window.session
    older = in_order(replace(session.base, version="0.9", relations=session.base.relations[2:]))
    commands.change_baseline(session, Baseline(other=older), session.positions, "Compare")
    actions.keep_as("Since 0.9")
    commands.change_filter(session, Filter(domains=frozenset(["money"])), "Money")
    actions.show(actions.store.views[0])
    qtbot.waitUntil(lambda: session.filter == Filter(), timeout=10_000)
    assert session.baseline.other is older


def test_a_name_is_asked_for(main_window: MainWindow, actions: ViewActions, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.view_actions.asked_name", lambda *_: "Mine")
    main_window.actions_by_name["keep_view"].trigger()
    main_window.actions_by_name["keep_view"].trigger()
    monkeypatch.setattr("desktop.view_actions.asked_name", lambda *_: "")
    main_window.actions_by_name["keep_view"].trigger()
    assert [each.name for each in actions.store.views] == ["Mine", "Mine (2)"]


def test_the_name_of_a_view_is_suggested_from_its_filter(main_window: MainWindow, actions: ViewActions) -> None:
    """Enter alone keeps it, and the words can be seen whole."""
    commands.change_filter(main_window.session, Filter(domains=frozenset(["money"]), as_of="2024"), "Money")
    widths: list[int] = []

    def accept() -> None:
        dialog = main_window.findChild(QInputDialog)
        assert dialog is not None
        widths.append(dialog.width())
        dialog.accept()

    QTimer.singleShot(0, accept)
    actions.keep()
    assert [each.name for each in actions.store.views] == ["money, as of 2024"]
    assert widths[0] >= NAME_WIDTH


def test_the_menu_lists_the_views(main_window: MainWindow, actions: ViewActions) -> None:
    actions.keep_as("Ships & shells")
    menu = next(each.menu() for each in main_window.menuBar().actions() if each.text() == "View&s")
    for _ in range(2):
        menu.aboutToShow.emit()
        listed = [each for each in menu.actions() if "Ships" in each.text()]
        assert [each.text() for each in listed] == ["Ships && shells"]
    listed[0].trigger()
    assert main_window.session.undo_stack.undoText() == "Show view “Ships & shells”"


def test_the_menu_offers_the_filter_of_last_time(
    main_window: MainWindow, network: Network, places: dict[str, Place]
) -> None:
    session, arms = main_window.session, Filter(domains=frozenset(["arms"]))
    menu = next(each.menu() for each in main_window.menuBar().actions() if each.text() == "View&s")
    commands.change_filter(session, arms, "Arms")
    for path in ("other.ententepack", "small.ententepack"):
        session.open(network, places, path)
    menu.aboutToShow.emit()
    assert not [each for each in menu.actions() if "last time" in each.text()]
    main_window.last_places.take_up()
    menu.aboutToShow.emit()
    next(each for each in menu.actions() if "last time" in each.text()).trigger()
    assert (session.filter, session.undo_stack.undoText()) == (arms, "Filter as last time")


def test_all_are_exported_in_order(main_window: MainWindow, actions: ViewActions, tmp_path: Path, qtbot: QtBot) -> None:
    for name in ("One", "Two"):
        actions.keep_as(name)
    actions.export_to(tmp_path)
    said = f"Written: 2 pictures into {tmp_path}"
    qtbot.waitUntil(lambda: main_window.statusBar().currentMessage() == said, timeout=20_000)
    assert sorted(path.name for path in tmp_path.glob("*.png")) == ["01-One.png", "02-Two.png"]


def test_a_file_of_views_restores_them(main_window: MainWindow, actions: ViewActions, tmp_path: Path) -> None:
    session, network = main_window.session, main_window.network_actions
    for domain in ("arms", "money"):
        commands.change_filter(session, Filter(domains=frozenset([domain])), domain)
        actions.keep_as(domain)
    actions.save_to(tmp_path / "kept.entente")
    actions.store.forget()
    commands.clear_filter(session)
    for _ in range(2):  # opened twice, kept once
        network.show_found(found_in(tmp_path / "kept.entente", network.at_hand(), ()))
    assert session.filter.domains == {"arms"}
    assert [each.name for each in actions.store.views] == ["arms", "money"]
    assert "the Views menu has 2 of the file" in main_window.statusBar().currentMessage()


def test_views_of_other_networks_are_left_out_and_counted(actions: ViewActions) -> None:
    actions.keep_as("One")
    one = actions.store.views[0]
    other = replace(one, name="Two", dataset=replace(one.dataset, id="another"))
    assert actions.take((replace(one, title="New"), other)).endswith(", 1 of other networks are left out")
    assert [each.title for each in actions.store.views] == ["", "New"]


def test_the_view_on_show_is_saved_where_none_is_kept(actions: ViewActions, tmp_path: Path) -> None:
    actions.save_to(tmp_path / "kept.entente")
    assert [each.saved.filter for each in carried_in_file(tmp_path / "kept.entente")] == [Filter()]
    assert actions.store.views == ()


def test_a_file_of_views_gets_its_ending(
    actions: ViewActions, main_window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def choose(dialog: QFileDialog) -> int:
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setDirectory(str(tmp_path))
        dialog.selectFile("mine")
        return 1

    monkeypatch.setattr(QFileDialog, "exec", choose)
    main_window.actions_by_name["save_views"].trigger()
    assert carried_in_file(tmp_path / "mine.entente")
    assert actions.store.views == ()


def test_without_a_view_nothing_is_exported(main_window: MainWindow, actions: ViewActions) -> None:
    actions.export_all()
    assert "no saved view yet" in main_window.statusBar().currentMessage()
