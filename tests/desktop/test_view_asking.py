"""A file of views ends as such files do, and a name that is taken as it stands is the one suggested."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QInputDialog, QWidget

from desktop.view_asking import NAME_WIDTH, asked_for, asked_name, told_of


@pytest.mark.parametrize("answer", [True, False])
def test_a_file_of_views_is_asked_for(
    window: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: bool
) -> None:
    seen: list[QFileDialog] = []
    monkeypatch.setattr(QFileDialog, "exec", lambda dialog: seen.append(dialog) or answer)
    monkeypatch.setattr(QFileDialog, "selectedFiles", lambda _: [str(tmp_path / "mine.ententeviews")])
    assert asked_for(window, "russia/iran") == (tmp_path / "mine.ententeviews" if answer else None)
    assert seen[0].acceptMode() == QFileDialog.AcceptMode.AcceptSave
    assert seen[0].nameFilters() == [f"Entente views (*.{seen[0].defaultSuffix()})"]


@pytest.mark.parametrize(("answer", "name"), [(True, "Arms 2023"), (False, "")])
def test_a_name_is_asked_for(window: QWidget, monkeypatch: pytest.MonkeyPatch, answer: bool, name: str) -> None:
    seen: list[QInputDialog] = []
    monkeypatch.setattr(QInputDialog, "exec", lambda dialog: seen.append(dialog) or answer)
    assert asked_name(window, "Keep this view", "Arms 2023") == name
    assert (seen[0].windowTitle(), seen[0].width()) == ("Keep this view", NAME_WIDTH)


def test_what_was_written_is_told_with_its_folder(tmp_path: Path) -> None:
    assert told_of(tmp_path / "map.png") == f"Written: map.png into {tmp_path}"
