"""The box and the menu agree on what one line stands for."""

from __future__ import annotations

from desktop.window import MainWindow


def test_box_and_menu_agree_on_the_combine_level(main_window: MainWindow) -> None:
    main_window.actions_by_name["combine_pairs"].trigger()
    assert main_window.toolbar.combine_box.currentText() == "One line per pair"
    main_window.session.undo_stack.undo()
    assert main_window.toolbar.combine_box.currentText() == "One line per domain and direction"
    assert main_window.actions_by_name["combine_ties"].isChecked()


def test_the_box_combines(main_window: MainWindow) -> None:
    main_window.toolbar.combine_box.setCurrentIndex(1)
    main_window.toolbar.combine_box.activated.emit(1)
    assert main_window.session.combine == "relations"
    assert main_window.actions_by_name["combine_relations"].isChecked()
