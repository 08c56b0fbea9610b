"""What was given away is named, and goes out with the marking of the view that was shown again."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from desktop.dialogs.export_dialog import ExportDialog
from desktop.dialogs.print_dialog import PrintDialog
from desktop.export.kinds import Written
from desktop.window import MainWindow
from graphdata.filter import Filter
from graphdata.saved_view import saved_view
from graphdata.view import view_of


def said(window: MainWindow) -> str:
    """Return what the status line says."""
    return window.statusBar().currentMessage()


@pytest.mark.parametrize(
    ("written", "words"),
    [
        (("map.png", ""), "Written: map.png into /x"),
        (("a.csv", "2 cells."), "Written: a.csv into /x 2 cells."),
        (None, ""),
    ],
)
def test_what_was_exported_is_named(
    main_window: MainWindow, monkeypatch: pytest.MonkeyPatch, written: tuple[str, str] | None, words: str
) -> None:
    told = written and Written(Path("/x") / written[0], written[1])
    monkeypatch.setattr(ExportDialog, "ask", lambda *_: told)
    main_window.actions_by_name["export"].trigger()
    assert said(main_window) == words


def test_a_print_of_a_view_shown_again_keeps_its_marking(main_window: MainWindow) -> None:
    view = view_of(main_window.session.network, Filter())
    main_window.output_actions.kept = replace(saved_view(view, "For few"), marking="TLP:RED")
    main_window.actions_by_name["print"].trigger()
    dialog = main_window.findChild(PrintDialog)
    assert dialog._marking == "TLP:RED"
    dialog.close()


@pytest.mark.parametrize(
    ("saved", "words"), [(Path("/x/page.pdf"), "Written: page.pdf into /x"), (None, "Handed to the print program")]
)
def test_where_a_page_went_is_told(main_window: MainWindow, saved: Path | None, words: str) -> None:
    main_window.actions_by_name["print"].trigger()
    dialog = main_window.findChild(PrintDialog)
    dialog.saved = saved
    dialog.accept()
    assert said(main_window) == words


def test_an_export_takes_the_words_of_the_view_shown_again(
    main_window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = saved_view(view_of(main_window.session.network, Filter()), "For few")
    asked: list[tuple[object, ...]] = []
    monkeypatch.setattr(ExportDialog, "ask", lambda *given: asked.append(given))
    for shown_again in (None, kept):
        main_window.output_actions.kept = shown_again
        main_window.actions_by_name["export"].trigger()
    assert [kept in given for given in asked] == [False, True]
    assert asked[0][-1] is asked[1][-1]  # what was chosen last is remembered
