"""Opening by the menus and by dropping; what fails leaves what was open."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from desktop import assets, worker
from desktop.dialogs.changes_dialog import ChangesDialog
from desktop.dialogs.problems_dialog import ProblemsDialog
from desktop.document_file import Asked, write_document
from desktop.export.formats import SLIDE
from desktop.export.kinds import DOCUMENTS
from desktop.export_options import text_to_carry
from desktop.network_actions import NetworkActions
from desktop.opening import opened
from desktop.panels.work_line import WorkLine
from desktop.picture_file import write_picture
from desktop.reopening import Found
from desktop.session import Session
from desktop.window import MainWindow
from graphdata.filter import Filter
from graphdata.network import Network
from graphdata.problems import EntenteError
from graphdata.saved_view import SavedView, reopened, saved_view
from graphdata.sheet import Request
from graphdata.view import view_of


@pytest.fixture
def actions(main_window: MainWindow) -> NetworkActions:
    return main_window.network_actions


@pytest.fixture
def session(main_window: MainWindow) -> Session:
    return main_window.session


def said(window: MainWindow) -> str:
    """Return what the status line says."""
    return window.statusBar().currentMessage()


def old_view(network: Network) -> SavedView:
    """Return the view of all of a network."""
    return saved_view(view_of(network, Filter()), "Old")


def dialog(window: MainWindow, kind: type[Any] = QDialog) -> Any:
    """Return the dialog on show."""
    return next(iter(window.findChildren(kind)), None)


def test_a_pack_is_opened_with_its_places(main_window: MainWindow, pack: Path, qtbot: QtBot) -> None:
    main_window.session.open(main_window.session.network, {})
    with qtbot.waitSignal(main_window.session.network_changed):
        main_window.network_actions.open(pack)
    assert said(main_window) == "Opened Small"
    assert main_window.session.positions["actor:hz"] == (300.0, 220.0)
    assert main_window.store.settings.recent == (str(pack),)


def test_whoever_waits_for_a_network_is_told_how_far_it_is(main_window: MainWindow, pack: Path, qtbot: QtBot) -> None:
    told: list[tuple[str, float]] = []
    session = main_window.session
    session.opening_changed.connect(lambda share: told.append((session.opening, share)))
    with qtbot.waitSignal(session.network_changed):
        main_window.network_actions.open(pack)
    assert {words for words, _ in told[:-1]} == {f"Opening {pack.name} …"}
    assert [share for _, share in told[:-1]] == sorted(share for _, share in told[:-1])
    assert told[-1] == ("", 0.0)


def test_a_map_without_a_network_names_the_one_that_cannot_be_read_no_longer(
    session: Session, main_window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    session.open(replace(session.network, actors=(), relations=()), {})
    main_window.network_actions.open(tmp_path / "nothing")
    assert main_window.canvas._message == "Opening nothing …"
    qtbot.waitUntil(lambda: dialog(main_window, ProblemsDialog) is not None)
    assert main_window.canvas._message.startswith("No network is open.")
    dialog(main_window, ProblemsDialog).close()


def test_private_mode_forgets_what_was_opened(main_window: MainWindow, pack: Path, qtbot: QtBot) -> None:
    main_window.store.change(private_mode=True)
    with qtbot.waitSignal(main_window.session.network_changed):
        main_window.network_actions.open(pack)
    assert main_window.store.settings.recent == ()


def test_a_broken_folder_is_explained_and_what_was_open_stays(
    main_window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "broken" / "relations").mkdir(parents=True)
    (tmp_path / "broken" / "network.toml").write_text("id = ", encoding="utf-8")
    network = main_window.session.network
    main_window.session.select("actor", "actor:ir")
    main_window.network_actions.open(tmp_path / "broken")
    qtbot.waitUntil(lambda: dialog(main_window, ProblemsDialog) is not None)
    assert "network.toml" in dialog(main_window, ProblemsDialog).text
    assert main_window.session.network is network
    assert (main_window.session.selection.id, said(main_window)) == ("actor:ir", "")
    assert main_window.store.settings.recent == ()
    dialog(main_window).close()


def test_a_folder_is_asked_for(main_window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(main_window.network_actions, "open", opened.append)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    main_window.network_actions.ask_folder()
    main_window.network_actions.ask_pack()
    main_window.network_actions.open_shipped()
    assert opened == [tmp_path, assets.shipped_network()]


def test_a_pack_is_asked_for(main_window: MainWindow, pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(main_window.network_actions, "open", opened.append)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(pack), "Packs"))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    main_window.network_actions.ask_pack()
    main_window.network_actions.ask_folder()
    assert opened == [pack]


@pytest.mark.parametrize(
    ("chosen", "compared"), [("old.ententepack", "old.ententepack"), ("old/network.toml", "old"), ("", "")]
)
def test_a_network_to_compare_with_is_asked_for(
    main_window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, chosen: str, compared: str
) -> None:
    asked: list[Path] = []
    monkeypatch.setattr(main_window.network_actions, "compare", asked.append)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / chosen) if chosen else "", ""))
    main_window.network_actions.ask_other()
    assert asked == ([tmp_path / compared] if compared else [])


def test_work_that_is_let_go_of_changes_nothing(
    main_window: MainWindow, session: Session, actions: NetworkActions, pack: Path, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(session.network_changed), qtbot.assertNotEmitted(session.positions_changed):
        actions.open(pack)
        main_window.layout_actions.arrange("clusters")
        actions.stop()
        worker.wait_all()
    assert session.undo_stack.count() == 0


def test_a_failure_in_words_is_shown_as_plain_text(main_window: MainWindow, actions: NetworkActions) -> None:
    actions.tell_fault(EntenteError("No room left in <b>here</b>."))
    box = dialog(main_window, QMessageBox)
    assert (box.text(), box.textFormat()) == ("No room left in <b>here</b>.", Qt.TextFormat.PlainText)
    box.close()


def test_a_failure_of_the_program_goes_to_the_crash_dialog(actions: NetworkActions) -> None:
    with pytest.raises(ZeroDivisionError):
        actions.tell_fault(ZeroDivisionError("a bug"))


@pytest.mark.parametrize("embed", ["reference", "data"])
def test_an_exported_picture_is_opened_again(main_window: MainWindow, tmp_path: Path, qtbot: QtBot, embed: Any) -> None:
    session = main_window.session
    view, ties, places = session.view, session.ties, dict(session.positions)
    wanted = Request(16 / 9, main_window.canvas.theme)
    carried = text_to_carry(embed, view_of(view.network, Filter(domains=frozenset(["arms"]))), places, wanted, "pairs")
    write_picture(tmp_path / "map.svg", view, ties, places, wanted, SLIDE, carried=carried)
    with qtbot.waitSignal(session.positions_changed):
        main_window.network_actions.open(tmp_path / "map.svg")
    assert {each.domain for each in session.view.relations} == {"arms"}
    assert session.combine == "pairs"
    assert session.undo_stack.canUndo() is (embed == "reference")
    session.undo_stack.undo()
    assert (len(session.view.relations) == len(view.relations)) is (embed == "reference")


def test_what_has_changed_since_is_shown(main_window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    session = main_window.session
    older = replace(session.network, digest="0" * 64, version="0.1")
    view = view_of(older, Filter())
    wanted = Request(16 / 9, main_window.canvas.theme)
    carried = text_to_carry("reference", view, session.positions, wanted, "ties")
    write_picture(tmp_path / "map.svg", view, session.ties, session.positions, wanted, SLIDE, carried=carried)
    main_window.network_actions.open(tmp_path / "map.svg")
    qtbot.waitUntil(lambda: dialog(main_window, ChangesDialog) is not None)
    assert "was version 0.1" in dialog(main_window, ChangesDialog).text.toPlainText()
    dialog(main_window).close()


def test_data_that_take_the_place_of_an_edited_network_are_told(main_window: MainWindow, pack: Path) -> None:
    """Who has edited a network and opens an old picture gets the old data where these are at hand, and is told."""
    session = main_window.session
    old = opened(pack).network
    found = Found(old, str(pack), old_view(old), reopened(old, old_view(old)), (), False)
    session.open(replace(old, digest="f" * 64), {}, "edited")
    main_window.network_actions.show_found(found)
    told = f"Opened view Old · with the data it was made of ({old.digest[:8]}), in place of ffffffff"
    assert said(main_window) == told


def test_a_picture_without_a_view_says_so(main_window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "map.svg").write_text("<svg></svg>", encoding="utf-8")
    main_window.network_actions.open(tmp_path / "map.svg")
    qtbot.waitUntil(lambda: dialog(main_window, QMessageBox) is not None)
    assert "map.svg carries no view" in dialog(main_window, QMessageBox).text()
    dialog(main_window).close()


def test_long_work_can_be_called_off_in_the_status_line(
    main_window: MainWindow, actions: NetworkActions, pack: Path, qtbot: QtBot
) -> None:
    before = main_window.session.network
    actions.open(pack)
    line = main_window.statusBar().findChildren(WorkLine)[0]
    line.stop.click()
    qtbot.waitUntil(lambda: not main_window.statusBar().findChildren(WorkLine))
    assert not actions.is_busy
    assert main_window.session.network is before


def drop(window: MainWindow, path: Path) -> None:
    """Drag a file over the map and let it go there, as a file manager would."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    where, action, button = window.canvas.geometry().center(), Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(where, action, mime, button, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    fall = QDropEvent(QPointF(where), action, mime, button, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(window, fall)
    assert fall.isAccepted()


def test_nothing_on_the_map_keeps_a_file_from_the_window(main_window: MainWindow) -> None:
    canvas = main_window.canvas
    assert not [each for each in (canvas, *canvas.findChildren(QWidget)) if each.acceptDrops()]


@pytest.mark.parametrize(
    "name", ["map.png", "map.svg", "map.pdf", "map.pptx", "map.html", "annex.docx", "annex.pdf", "annex.html"]
)
def test_every_kind_of_file_that_is_dropped_opens_as_its_view(
    main_window: MainWindow, tmp_path: Path, qtbot: QtBot, name: str
) -> None:
    session = main_window.session
    view, places = session.view, dict(session.positions)
    wanted = Request(16 / 9, main_window.canvas.theme, "Who arms whom", marking="TLP:RED")
    arms = view_of(view.network, Filter(domains=frozenset(["arms"])))
    carried = text_to_carry("reference", arms, places, wanted, "pairs")
    if name.startswith("map"):
        write_picture(tmp_path / name, view, session.ties, places, wanted, SLIDE, carried=carried)
    else:
        kind = next(each for each in DOCUMENTS if f"{each.what}{each.suffix}" == name)
        write_document(tmp_path / name, kind, view, session.ties, Asked(carried=carried))
    with qtbot.waitSignal(session.positions_changed):
        drop(main_window, tmp_path / name)
    assert {each.domain for each in session.view.relations} == {"arms"}
    assert session.combine == "pairs"
    kept = main_window.output_actions.kept
    assert kept is not None
    assert (kept.title, kept.marking) == ("Who arms whom", "TLP:RED")
