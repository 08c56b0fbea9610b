"""The page setup is in millimetres; the preview is the sheet of paper; printing hands a PDF over, and no sooner."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pypdf
import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from desktop import printing, worker
from desktop.dialogs.print_dialog import PAPERS, PageFields, PrintDialog
from desktop.session import Session
from desktop.window import MainWindow
from graphdata.storage.writing import write_whole

MM = 25.4 / 72


@pytest.fixture
def dialog(
    session: Session, undressed: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Iterator[PrintDialog]:
    assert undressed
    monkeypatch.setattr(printing, "print_program", lambda: "/usr/bin/lp")
    made = PrintDialog(session)
    qtbot.addWidget(made)
    yield made
    made.reject()
    assert worker.wait_all()


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("way", ["landscape", "portrait"])
def test_paper_and_way(undressed: QApplication, qtbot: QtBot, paper: str, way: str) -> None:
    assert undressed
    fields = PageFields()
    qtbot.addWidget(fields)
    fields.paper.setCurrentIndex(fields.paper.findData(paper))
    fields.way.setCurrentIndex(fields.way.findData(way))
    fields.margin.setValue(20.0)
    wide, high = fields.paper_mm
    assert sorted((wide, high)) == sorted(PAPERS[paper])
    assert (wide > high) is (way == "landscape")
    assert fields.request(()).aspect == pytest.approx((wide - 40) / (high - 40))
    assert fields.request(()).theme.name == "print"


def test_the_preview_is_the_sheet_of_paper_with_white_margins(dialog: PrintDialog, qtbot: QtBot) -> None:
    dialog.page.margin.setValue(30.0)
    with qtbot.waitSignal(dialog.preview.painted):
        dialog.preview.refresh()
    image = dialog.preview.image
    assert image.width() / image.height() == pytest.approx(297 / 210, abs=0.01)
    band = int(image.width() * 25 / 297)
    assert {image.pixelColor(x, y).name() for x in range(band) for y in range(0, image.height(), 7)} == {"#ffffff"}


def test_printing_hands_over_a_page_of_the_paper(
    dialog: PrintDialog, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    handed: list[bytes] = []
    monkeypatch.setattr(printing, "send", handed.append)
    dialog.print.clicked.disconnect()
    dialog.print.clicked.connect(lambda: dialog._hand_over(printing.send))
    with qtbot.waitSignal(dialog.accepted):
        dialog.print.click()
    (page,) = pypdf.PdfReader(io.BytesIO(handed[0])).pages
    assert (float(page.mediabox.width) * MM, float(page.mediabox.height) * MM) == pytest.approx((297, 210), abs=0.1)
    assert "Russia" in page.extract_text()


def test_what_the_printer_says_is_told(dialog: PrintDialog, qtbot: QtBot) -> None:
    def refuse(_: bytes) -> None:
        raise printing.NotPrintedError("No paper <b>at all</b>.")

    dialog._hand_over(refuse)
    qtbot.waitUntil(lambda: dialog._job is None)
    assert dialog._message.text() == "No paper <b>at all</b>."
    assert dialog.isEnabled()


def test_the_page_is_saved(dialog: PrintDialog, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "page"), ""))
    with qtbot.waitSignal(dialog.accepted):
        dialog.save.click()
    assert (tmp_path / "page.pdf").read_bytes().startswith(b"%PDF")
    assert dialog.saved == tmp_path / "page.pdf"


def test_without_a_print_program_it_can_be_saved(
    session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "print_program", lambda: "")
    made = PrintDialog(session)
    qtbot.addWidget(made)
    assert not made.print.isVisibleTo(made)
    assert made.save.isDefault()
    made.reject()


def test_the_menu_opens_it(main_window: MainWindow) -> None:
    main_window.actions_by_name["print"].trigger()
    opened = main_window.findChild(PrintDialog)
    assert opened
    assert opened.result() == QDialog.DialogCode.Rejected
    opened.reject()


def test_the_page_of_a_view_shown_again_keeps_its_higher_marking(main_window: MainWindow, tmp_path: Path) -> None:
    actions = main_window.view_actions
    actions.keep_as("For few")
    actions.show(replace(actions.store.views[0], marking="TLP:RED"))
    main_window.actions_by_name["print"].trigger()
    opened = main_window.findChild(PrintDialog)
    assert opened
    path = tmp_path / "page.pdf"
    opened._hand_over(lambda pdf: write_whole(path, pdf))
    assert worker.wait_all()
    assert "TLP:RED" in pypdf.PdfReader(path).pages[0].extract_text()
