"""Each section gives what its fields ask for, and tells when that changes."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.dialogs.export_fields import KINDS, KindFields, LookFields, SizeFields, SlideFields
from desktop.export.formats import PRESETS, SUFFIXES
from desktop.export.kinds import DOCUMENTS
from desktop.session import Session
from graphdata.crowding import DECK_LABELS

pytestmark = pytest.mark.usefixtures("undressed")


def test_every_format_can_be_chosen(qtbot: QtBot) -> None:
    fields = KindFields()
    qtbot.addWidget(fields)
    found = []
    for at in range(fields.box.count()):
        fields.box.setCurrentIndex(at)
        found.append(fields.kind)
    assert [kind.suffix for kind in found] == [*SUFFIXES, *(kind.suffix for kind in DOCUMENTS)]
    assert tuple(found) == KINDS


@pytest.mark.parametrize("name", PRESETS)
def test_a_preset_is_the_size_wanted(qtbot: QtBot, name: str) -> None:
    fields = SizeFields()
    qtbot.addWidget(fields)
    fields.preset.setCurrentIndex(fields.preset.findData(name))
    assert fields.wanted == PRESETS[name].size
    assert f"{PRESETS[name].size.pixels[0]} x" in fields.pixels.text()
    assert not fields.width_mm.isVisibleTo(fields)


def test_own_sizes_can_be_typed_where_they_are_asked_for(qtbot: QtBot) -> None:
    fields = SizeFields()
    qtbot.addWidget(fields)
    fields.preset.setCurrentIndex(fields.preset.findData(""))
    for field, value in ((fields.width_mm, 254.0), (fields.height_mm, 127.0), (fields.dpi, 100.0)):
        with qtbot.waitSignal(fields.changed):
            field.setValue(value)
    assert fields.width_mm.isVisibleTo(fields)
    assert fields.wanted.pixels == (1000, 500)


def test_looks_begin_with_the_map(qtbot: QtBot) -> None:
    fields = LookFields("<b>Title</b>", "dark")
    qtbot.addWidget(fields)
    assert (fields.title.text(), fields.colours.currentData()) == ("<b>Title</b>", "dark")
    with qtbot.waitSignal(fields.changed):
        fields.title.setText("Other")


def test_few_lines_need_no_advice(session: Session, qtbot: QtBot) -> None:
    fields = SlideFields(session.view, session.ties)
    qtbot.addWidget(fields)
    assert not fields.advice.isVisibleTo(fields)
    assert fields.manner == ("editable", "whole", False)
    assert [fields.deck.itemData(at) for at in range(fields.deck.count())] == list(DECK_LABELS)


def test_many_lines_are_told_with_what_else_there_is(session: Session, qtbot: QtBot, undressed: QApplication) -> None:
    assert undressed
    fields = SlideFields(session.view, session.ties * 9)
    qtbot.addWidget(fields)
    assert fields.advice.isVisibleTo(fields)
    assert f"{len(session.ties) * 9} lines" in fields.advice.text()
