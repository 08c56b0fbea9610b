"""Labels are painted once, each in a place of its own, and the oldest make room."""

from __future__ import annotations

import numpy as np
from PySide6.QtWidgets import QApplication

from desktop.canvas.letters import MOST, Letters
from graphdata.batch.batch import Label
from graphdata.style import Theme


def label(text: str, size: float = 11.0) -> Label:
    """Return a label of one line."""
    return Label((text,), bold=False, size=size, x=0.0, top=0.0)


def test_no_two_labels_share_a_pixel(undressed: QApplication, light: Theme) -> None:  # noqa: ARG001 - its fonts
    labels = [label(f"Actor {number}") for number in range(400)]
    sheets = [*Letters(light, 1.0).sheets(labels, [None] * 400)]
    assert sorted(row for sheet in sheets for row in sheet.rows.tolist()) == list(range(400))
    for sheet in sheets:
        used = np.zeros((sheet.page.height(), sheet.page.width()), dtype=int)
        for left, top, wide, high in sheet.sources.astype(int):
            used[top : top + high, left : left + wide] += 1
        assert used.max() == 1


def test_a_label_is_painted_once(undressed: QApplication, light: Theme) -> None:  # noqa: ARG001 - its fonts
    letters = Letters(light, 1.0)
    assert letters.spots([label("Iran"), label("Russia")]) == [None, None]
    letters.paint([label("Iran")])
    known, *others = letters.spots([label("Iran"), label("Russia"), label("Iran", 14.0)])
    assert known
    assert others == [None, None]
    (sheet,) = letters.sheets([label("Iran"), label("Iran")], [known, None])
    assert (sheet.sources[0] == sheet.sources[1]).all()


def test_old_pages_make_room_for_new_ones(undressed: QApplication, light: Theme) -> None:  # noqa: ARG001 - its fonts
    letters, large = Letters(light, 4.0), [label(str(number) * 9, 60.0) for number in range(60)]
    for each in large:
        letters.paint([each])
    assert len(letters._pages) == MOST
    first, *_, last = letters.spots(large)
    assert first is None
    assert last


def test_a_label_larger_than_a_page_has_one_to_itself(undressed: QApplication, light: Theme) -> None:  # noqa: ARG001
    large = label("A name that is as long as names of institutes are", 40.0)
    (sheet,) = Letters(light, 8.0).sheets([large], [None])
    assert sheet.page.width() >= sheet.sources[0, 2] > 1024
