"""Date fields and the actor picker report what is entered, and nothing by accident."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QListView, QWidget
from pytestqt.qtbot import QtBot

from desktop.panels.pickers import ActorPicker, DateField, StepsBox
from graphdata.network import Actor, Name, Network


@pytest.fixture
def date_field(window: QWidget) -> DateField:
    return DateField("From", "2022", window)


@pytest.fixture
def picker(window: QWidget, network: Network) -> ActorPicker:
    made = ActorPicker(window)
    made.offer(network)
    return made


def test_a_date_is_reported_once_and_trimmed(date_field: DateField, qtbot: QtBot) -> None:
    with qtbot.waitSignal(date_field.entered) as entered:
        qtbot.keyClicks(date_field.edit, " 2022 ")
        qtbot.keyClick(date_field.edit, Qt.Key.Key_Return)
    assert entered.args == ["2022"]


def test_an_unchanged_date_is_not_reported(date_field: DateField, qtbot: QtBot) -> None:
    date_field.show_date("2022")
    with qtbot.assertNotEmitted(date_field.entered):
        qtbot.keyClick(date_field.edit, Qt.Key.Key_Return)


def test_a_refused_date_stays_to_be_mended(date_field: DateField, qtbot: QtBot) -> None:
    qtbot.keyClicks(date_field.edit, "soon")
    date_field.refuse("This is no date.")
    date_field.show_date("")
    assert (date_field.edit.text(), date_field.edit.accessibleDescription()) == ("soon", "This is no date.")
    qtbot.keyClicks(date_field.edit, "!")
    assert date_field.message.isHidden()


def test_another_date_in_force_replaces_a_refused_one(date_field: DateField) -> None:
    date_field.edit.setText("soon")
    date_field.refuse("This is no date.")
    date_field.show_date("2023")
    assert (date_field.edit.text(), date_field.message.isHidden()) == ("2023", True)


def test_actors_are_offered_by_name_after_any(picker: ActorPicker) -> None:
    labels = [picker.itemText(place) for place in range(picker.count())]
    assert labels == ["Any actor", "Hezbollah", "Iran", "Radar institute", "Russia", "US"]


@pytest.mark.parametrize("typed", ["radar inst", "НИИИП", "niiip", "NIIIP"])
def test_an_actor_is_found_by_any_name_in_any_script(picker: ActorPicker, typed: str) -> None:
    picker.completer().setCompletionPrefix(typed)
    assert picker.completer().completionCount() == 1
    assert picker.completer().currentCompletion() == "Radar institute"


def test_the_actor_in_force_is_shown_without_a_search(picker: ActorPicker) -> None:
    completer = picker.completer()
    picker.show_actor("actor:ru")
    assert picker.currentText() == "Russia"
    assert completer.completionPrefix() == ""
    assert picker.completer() is completer
    assert picker.line.completer() is completer
    assert completer.widget() is picker


def test_a_found_actor_is_picked(picker: ActorPicker, window: QWidget, qtbot: QtBot) -> None:
    window.show()
    window.activateWindow()
    picker.show_actor("")
    picker.setFocus()
    qtbot.keyClicks(picker.lineEdit(), "niiip")
    popup = picker.completer().popup()
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    with qtbot.waitSignal(picker.picked) as picked:
        qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert (picked.args, picker.currentText()) == (["actor:niiip"], "Radar institute")


def test_a_name_that_was_only_begun_is_let_go(picker: ActorPicker, window: QWidget, qtbot: QtBot) -> None:
    other = DateField("From", "", window)
    window.show()
    picker.show_actor("actor:ir")
    picker.setFocus()
    qtbot.waitUntil(lambda: picker.hasFocus() or picker.lineEdit().hasFocus())
    picker.setEditText("Rus")
    other.edit.setFocus()
    assert picker.currentText() == "Iran"


def offered(picker: ActorPicker, typed: str) -> list[str]:
    """Return what unfolds under the field when something is typed into it."""
    picker.completer().setCompletionPrefix(typed)
    model = picker.completer().completionModel()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_who_is_called_so_is_offered_before_whose_name_comes_first(window: QWidget, network: Network) -> None:
    more = (Actor(id="actor:a", kind="firm", names=(Name(text="Bank of Iran"),)), *network.actors)
    made = ActorPicker(window)
    made.offer(replace(network, actors=more))
    assert offered(made, "iran") == ["Iran", "Bank of Iran"]
    made.offer(network)
    assert offered(made, "iran") == ["Iran"]


def test_of_two_of_one_name_the_one_is_picked_that_was_chosen(window: QWidget, network: Network, qtbot: QtBot) -> None:
    twin = Actor(id="actor:twin", kind="firm", names=(Name(text="Iran"),))
    made = ActorPicker(window)
    made.offer(replace(network, actors=(twin, *network.actors)))
    assert offered(made, "ira") == ["Iran", "Iran"]
    with qtbot.waitSignal(made.picked) as picked:
        made.completer().activated[QModelIndex].emit(made.completer().completionModel().index(1, 0))
    assert picked.args == ["actor:twin"]


@pytest.mark.parametrize("made", [ActorPicker, StepsBox])
def test_the_wheel_scrolls_the_panel_and_changes_nothing(made: type[ActorPicker | StepsBox], window: QWidget) -> None:
    widget = made(window)
    event = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(0, 0), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    widget.wheelEvent(event)
    assert not event.isAccepted()


def test_steps_are_counted_in_words(window: QWidget) -> None:
    steps = StepsBox(window)
    steps.show_steps(1)
    assert steps.text() == "1 step"
    steps.show_steps(3)
    assert steps.text() == "3 steps"


def test_enter_takes_the_first_actor_that_is_found(picker: ActorPicker, window: QWidget, qtbot: QtBot) -> None:
    window.show()
    picker.show_actor("")
    qtbot.keyClicks(picker.lineEdit(), "hezb")
    with qtbot.waitSignal(picker.picked) as picked:
        qtbot.keyClick(picker.lineEdit(), Qt.Key.Key_Return)
    assert (picked.args, picker.currentText()) == (["actor:hz"], "Hezbollah")


def test_a_click_takes_the_name_that_stands_there(picker: ActorPicker, window: QWidget, qtbot: QtBot) -> None:
    DateField("From", "", window)
    window.show()
    picker.show_actor("actor:ir")
    field = picker.lineEdit()
    QApplication.sendEvent(field, QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.MouseFocusReason))
    qtbot.mouseClick(field, Qt.MouseButton.LeftButton)
    assert field.selectedText() == "Iran"
    qtbot.mouseClick(field, Qt.MouseButton.LeftButton)
    assert field.selectedText() == ""


def test_a_picker_says_what_it_asks_for(window: QWidget, network: Network) -> None:
    made = ActorPicker(window, hint="To …")
    made.offer(network)
    assert (made.itemText(0), made.lineEdit().placeholderText()) == ("To …", "To …")


def test_one_step_is_one_step(window: QWidget) -> None:
    steps = StepsBox(window)
    assert steps.text() == "1 step"
    steps.stepUp()
    assert steps.text() == "2 steps"


@pytest.mark.parametrize("typed", ["russia", "Russ"])
def test_tab_takes_what_is_typed(picker: ActorPicker, window: QWidget, qtbot: QtBot, typed: str) -> None:
    window.show()
    picker.setEditText(typed)
    with qtbot.waitSignal(picker.picked) as picked:
        QApplication.sendEvent(picker, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.TabFocusReason))
    assert (picked.args, picker.currentText()) == (["actor:ru"], "Russia")


def test_a_whole_name_is_taken_when_the_field_is_left(picker: ActorPicker, qtbot: QtBot) -> None:
    picker.setEditText("russia")
    with qtbot.waitSignal(picker.picked):
        QApplication.sendEvent(picker, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.MouseFocusReason))
    assert picker.currentData() == "actor:ru"
    with qtbot.assertNotEmitted(picker.picked):
        QApplication.sendEvent(picker, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.MouseFocusReason))


def test_a_folded_list_rests_and_an_unfolded_one_shows_who_is_in_force(window: QWidget, network: Network) -> None:
    names = [f"Actor {at:03}" for at in range(400)]
    actors = tuple(Actor(id=f"actor:{at}", kind="state", names=(Name(text=name),)) for at, name in enumerate(names))
    picker = ActorPicker(window)
    picker.offer(replace(network, actors=actors, relations=()))
    picker.show_actor("actor:301")
    view = picker.view()
    assert isinstance(view, QListView)
    assert view.layoutMode() is QListView.LayoutMode.Batched
    window.show()
    picker.showPopup()
    assert view.viewport().rect().contains(view.visualRect(view.currentIndex()))
    picker.hidePopup()
    assert view.layoutMode() is QListView.LayoutMode.Batched
