"""The main window places everything, and hands every wish on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtWidgets import QApplication, QComboBox, QMenu, QWidget
from pytestqt.qtbot import QtBot

from desktop.actions import ACTIONS, SEPARATOR
from desktop.commands import arrange_anew, change_filter, pin_actors
from desktop.screen_room import FRAME
from desktop.session import Session
from desktop.settings import SettingsStore
from desktop.window import MINIMUM, ROOMY, MainWindow
from graphdata.arrangement import Arrangement
from graphdata.filter import Filter
from graphdata.legend import legend_of
from graphdata.network import Network
from graphdata.style import Theme

ARMS = Filter(domains=frozenset({"arms"}))
FOCUS_BY_TAB = Qt.FocusPolicy.TabFocus


@pytest.fixture
def shown(main_window: MainWindow, qtbot: QtBot) -> MainWindow:
    with qtbot.waitExposed(main_window):
        main_window.show()
    return main_window


def menus(window: MainWindow) -> Iterator[QMenu]:
    """Yield the menus of the menu bar."""
    return (menu for action in window.menuBar().actions() if isinstance(menu := action.menu(), QMenu))


def spoken(widget: QWidget) -> str:
    """Return the name that a screen reader says; on Linux it says a choice's value before its name."""
    if isinstance(widget, QComboBox):
        return widget.accessibleName()
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface else ""


def test_the_title_names_the_network(main_window: MainWindow) -> None:
    assert main_window.windowTitle() == "Small — Entente"


def test_every_action_of_the_table_does_something(main_window: MainWindow) -> None:
    assert set(main_window._handlers()) == {spec.name for spec in ACTIONS} - {SEPARATOR}


def test_access_keys_are_unique_in_the_menus_as_they_stand(main_window: MainWindow) -> None:
    pin_actors(main_window.session, {"actor:ir": (1.0, 1.0)})
    for menu in menus(main_window):
        texts = [action.text() for action in menu.actions() if action.text()]
        keys = Counter(text.partition("&")[2][:1].lower() for text in texts)
        assert max(keys.values()) == 1, f"{menu.title()}: {texts}"


def test_panels_come_when_they_are_asked_for(main_window: MainWindow) -> None:
    assert not main_window.board.is_filled
    main_window.fill()
    box = main_window.search_box
    main_window.fill()
    assert main_window.board.is_filled
    assert main_window.search_box is box is not None


@pytest.mark.parametrize("steps", [0, 1, 10, 20, 30])
def test_who_does_not_wait_for_the_panels_finds_them(main_window: MainWindow, steps: int) -> None:
    for _ in range(steps):
        next(main_window.filling)
    main_window.actions_by_name["go_evidence"].trigger()
    assert main_window.board.evidence_panel is not None
    main_window.actions_by_name["search"].trigger()
    assert main_window.search_box is not None
    assert main_window.search_box in (main_window.focusWidget(), QApplication.focusWidget())
    assert main_window.board.is_filled


@pytest.mark.parametrize("steps", [0, 10, 25, 30])
@pytest.mark.parametrize("name", ["go_timeline", "go_questions"])
def test_who_does_not_wait_comes_to_what_is_under_the_map(main_window: MainWindow, steps: int, name: str) -> None:
    main_window.show()
    for _ in range(steps):
        next(main_window.filling)
    main_window.actions_by_name[name].trigger()
    board = main_window.board
    assert board.timeline_panel is not None
    assert board.questions_panel is not None
    target = board.timeline_panel.chart if name == "go_timeline" else board.questions_panel.form.question
    assert main_window.focusWidget() is target is not None


def test_the_map_keeps_its_size_when_the_panels_come(main_window: MainWindow, qtbot: QtBot) -> None:
    main_window.show()
    qtbot.waitExposed(main_window)
    before = main_window.canvas.size()
    main_window.fill()
    QApplication.processEvents()
    assert main_window.canvas.size() == before


def test_everything_that_takes_the_keyboard_has_a_name(filled: MainWindow) -> None:
    filled.session.select("relation", "rel:drones")
    found = [w for w in filled.findChildren(QWidget) if w.isVisible() and w.focusPolicy() & FOCUS_BY_TAB]
    assert len(found) > 20
    assert [f"{type(w).__name__} in {type(w.parent()).__name__}" for w in found if not spoken(w)] == []


def test_the_legend_explains_the_marks_on_show(main_window: MainWindow) -> None:
    session = main_window.session
    change_filter(session, ARMS, "Arms alone")
    texts = [entry.text for entry in legend_of(session.ties, session.view.actors)]
    assert main_window.legend.accessibleDescription() == "; ".join(texts)
    assert "Arms" in texts
    assert "Money" not in texts


@pytest.mark.parametrize("name", ["filters", "evidence", "tables", "legend"])
def test_a_panel_can_be_hidden_and_comes_back(shown: MainWindow, name: str) -> None:
    panel = shown.legend if name == "legend" else getattr(shown.board, name)
    shown.actions_by_name[name].trigger()
    assert not panel.isVisible()
    shown.actions_by_name[name].trigger()
    assert panel.isVisible()


def test_the_legend_says_more_without_the_filter_panel(shown: MainWindow) -> None:
    before = len(shown.legend._shown())
    shown.actions_by_name["filters"].trigger()
    assert len(shown.legend._shown()) > before


def test_the_layout_in_force_is_ticked(main_window: MainWindow) -> None:
    session = main_window.session
    arrange_anew(session, dict(session.positions), "Arrange by bloc", Arrangement("blocs"))
    assert main_window.actions_by_name["layout_blocs"].isChecked()
    session.undo_stack.undo()
    assert main_window.actions_by_name["layout_clusters"].isChecked()


def test_reduced_motion_is_a_setting(main_window: MainWindow) -> None:
    assert main_window.controller.may_move()
    main_window.actions_by_name["reduced_motion"].trigger()
    assert main_window.store.settings.reduced_motion
    assert not main_window.controller.may_move()


def test_a_theme_changes_map_and_window_and_is_remembered(main_window: MainWindow) -> None:
    corner = main_window.canvas.grab().toImage().pixelColor(2, 2)
    main_window.actions_by_name["theme_dark"].trigger()
    dark = main_window.canvas.grab().toImage().pixelColor(2, 2)
    assert dark == QColor(main_window.canvas.theme.map.background) != corner
    assert main_window.canvas.theme.dark
    assert main_window.palette().window().color().lightness() < 100
    assert main_window.store.settings.theme == "dark"


def test_zoom_and_whole_map(shown: MainWindow) -> None:
    whole = shown.canvas.camera
    shown.actions_by_name["zoom_in"].trigger()
    assert shown.canvas.camera.zoom == pytest.approx(whole.zoom * 1.25)
    shown.actions_by_name["zoom_out"].trigger()
    shown.actions_by_name["fit"].trigger()
    shown.canvas.grab()
    assert shown.canvas.camera == whole


def test_show_everything_clears_the_filter(main_window: MainWindow) -> None:
    change_filter(main_window.session, ARMS, "Arms alone")
    main_window.actions_by_name["clear_filter"].trigger()
    assert main_window.session.filter == Filter()


def test_panels_come_up_to_date_in_turns_and_then_agree(filled: MainWindow, qtbot: QtBot) -> None:
    session, board = filled.session, filled.board
    assert board.filter_panel is not None
    assert board.relations_table is not None
    qtbot.waitUntil(lambda: not session.in_turn.busy)
    for domain in ("arms", "money", "tech"):
        change_filter(session, Filter(domains=frozenset({domain})), "")
        assert session.in_turn.busy  # nothing of it in the call itself
        qtbot.waitUntil(lambda: not session.in_turn.busy)
        drawn = sum(len(tie.relations) for tie in session.ties)
        assert board.relations_table.model().rowCount() == len(session.view.relations) == drawn
        assert board.filter_panel.chips.buttons[0].accessibleName() == f"Remove filter: {domain}"


def test_the_search_takes_the_keyboard(filled: MainWindow) -> None:
    filled.actions_by_name["search"].trigger()
    assert filled.search_box is not None
    assert filled.search_box.isAncestorOf(filled.focusWidget())


def test_enter_on_the_map_leads_to_the_evidence(filled: MainWindow, qtbot: QtBot) -> None:
    filled.actions_by_name["evidence"].trigger()
    filled.session.select("relation", "rel:drones")
    qtbot.keyClick(filled.canvas, Qt.Key.Key_Return)
    assert filled.board.evidence.isVisible()
    assert filled.actions_by_name["evidence"].isChecked()
    assert filled.board.evidence.isAncestorOf(filled.focusWidget())


def test_enter_in_a_table_leads_to_the_evidence(filled: MainWindow) -> None:
    assert filled.board.relations_table is not None
    filled.session.select("relation", "rel:drones")
    filled.board.relations_table.inspected.emit()
    assert filled.board.evidence.isAncestorOf(filled.focusWidget())


def test_an_address_in_the_evidence_is_shown_before_it_is_opened(filled: MainWindow) -> None:
    assert filled.board.evidence_panel is not None
    filled.board.evidence_panel.link_asked.emit("https://example.org/wsj")
    dialog = QApplication.activeModalWidget()
    assert type(dialog).__name__ == "LinkDialog"
    dialog.close()


def test_full_screen_and_back(shown: MainWindow) -> None:
    shown.actions_by_name["full_screen"].trigger()
    assert shown.isFullScreen()
    shown.actions_by_name["full_screen"].trigger()
    assert not shown.isFullScreen()


def test_closing_remembers_sizes_for_the_next_window(
    filled: MainWindow, qtbot: QtBot, tmp_path: Path, light: Theme, session: Session
) -> None:
    filled.board.set_sizes((330, 700, 402, 501, 300))
    sizes = filled.board.taken_sizes()
    filled.close()
    store = SettingsStore(tmp_path / "settings.json")
    assert store.settings.splitters == {"board": sizes}
    assert store.settings.geometry
    store.change(geometry="")  # the offscreen screen is smaller than the window
    other = MainWindow(session, store, light)
    qtbot.addWidget(other)
    other.fill()
    other.show()
    assert other.board.taken_sizes() == sizes


def test_quit_closes_the_window(shown: MainWindow) -> None:
    shown.actions_by_name["quit"].trigger()
    assert not shown.isVisible()


def test_a_window_with_nothing_open_says_what_to_do(main_window: MainWindow) -> None:
    main_window.session.open(Network(id="empty", title="No network", version="0", as_of=""), {})
    assert "Ctrl+O" in main_window.canvas._message


def test_the_tab_key_goes_round_as_the_eye_does(filled: MainWindow, session: Session) -> None:
    session.select("actor", "actor:ru")
    board, stops = filled.board, [filled.canvas]
    filled.canvas.setFocus()
    for _ in range(200):
        filled.focusWidget().focusNextPrevChild(True)
        if filled.focusWidget() is filled.canvas:
            break
        stops.append(filled.focusWidget())
    parts = (filled.canvas, board.tables, board.evidence, filled.search_box, filled.toolbar.layout_button)
    parts += (filled.toolbar.combine_box, board.filters)
    order = [next(at for at, part in enumerate(parts) if part is stop or part.isAncestorOf(stop)) for stop in stops]
    assert order == sorted(order)
    assert set(order) == set(range(len(parts)))


def test_the_keyboard_goes_to_map_and_evidence(filled: MainWindow) -> None:
    assert filled.board.evidence_panel is not None
    filled.actions_by_name["go_evidence"].trigger()
    assert filled.focusWidget() is filled.board.evidence_panel.area
    filled.actions_by_name["go_map"].trigger()
    assert filled.focusWidget() is filled.canvas


def test_the_first_window_fits_the_screen(main_window: MainWindow) -> None:
    room = main_window.screen().availableSize()
    assert main_window.size().boundedTo(room) == main_window.size()


def test_copying_is_told_in_the_status_line(filled: MainWindow) -> None:
    assert filled.board.evidence_panel is not None
    filled.board.evidence_panel.copied.emit()
    assert filled.statusBar().currentMessage() == "Copied"


def test_a_first_start_fills_a_small_screen(main_window: MainWindow) -> None:
    main_window.present()
    assert main_window.isMaximized() == (main_window.screen().availableSize().width() < ROOMY)


def test_the_panels_do_not_make_the_window_wider_than_a_small_screen(filled: MainWindow) -> None:
    assert filled.minimumSizeHint().width() <= MINIMUM.width()


@pytest.mark.parametrize("name", ["go_timeline", "go_questions"])
def test_timeline_and_questions_are_a_key_away(filled: MainWindow, qtbot: QtBot, name: str) -> None:
    filled.actions_by_name["tables"].trigger()
    assert not filled.board.tables.isVisible()
    filled.actions_by_name[name].trigger()
    board = filled.board
    panel = board.timeline_panel if name == "go_timeline" else board.questions_panel
    assert panel is not None
    assert filled.actions_by_name["tables"].isChecked()
    qtbot.waitUntil(lambda: panel.isAncestorOf(QApplication.focusWidget()))


def test_the_tab_key_goes_through_a_question_to_its_answer(filled: MainWindow) -> None:
    filled.actions_by_name["go_timeline"].trigger()
    board = filled.board
    timeline, questions = board.timeline_panel, board.questions_panel
    assert timeline is not None
    assert timeline.chart is not None
    chain = [filled.toolbar.combine_box.nextInFocusChain()]
    while chain[-1] is not filled.toolbar.combine_box:
        chain.append(chain[-1].nextInFocusChain())
    assert questions is not None
    assert board.evidence_panel is not None
    form = questions.form
    wanted = [timeline.undated, timeline.chart, form.question, form.button, questions.mark, questions.table]
    places = [chain.index(widget) for widget in (*wanted, board.evidence_panel.area)]
    assert places == sorted(places)


def test_the_window_fits_on_a_screen_of_800_by_500_points(filled: MainWindow) -> None:
    room = QSize(800, 500) - FRAME
    least = filled.minimumSizeHint()
    assert least.width() <= room.width()
    assert least.height() <= room.height()
