"""The self-test sees what does not work, names it, and ends with 1."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from desktop import assets, selftest

STEPS = ("_reads_network", "_draws_letters", "_shows_window", "_writes_files")


@pytest.fixture
def small(pack: Path, undressed: QApplication, unhooked: None, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ARG001 - for their effect
    """Let the small network take the place of the shipped one."""
    monkeypatch.setattr(assets, "shipped_network", lambda: pack)


def broken() -> str:
    """Fail as a step does."""
    raise selftest.FailedError("no glyph for 'ж'")


def test_every_step_is_told_and_all_must_pass(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    for step in STEPS:
        monkeypatch.setattr(selftest, step, lambda: "fine")
    assert selftest.self_test() == 0
    lines = capfd.readouterr().out.splitlines()
    assert [line.split(":")[0].split() for line in lines[1:-1]] == [
        ["ok", n] for n in ("network", "fonts", "window", "exports")
    ]
    assert lines[-1] == "self-test passed"


@pytest.mark.parametrize("step", STEPS)
def test_one_broken_step_fails_it(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], step: str
) -> None:
    for each in STEPS:
        monkeypatch.setattr(selftest, each, broken if each == step else lambda: "fine")
    assert selftest.self_test() == 1
    out = capfd.readouterr().out
    assert "FailedError: no glyph for 'ж'" in out
    assert out.endswith("self-test failed: 1 of 4 steps\n")


def test_pack_and_dossiers_that_differ_are_noticed(small: None) -> None:  # noqa: ARG001 - for its effect
    with pytest.raises(selftest.FailedError, match="the pack is not made from the dossiers"):
        selftest._reads_network()


def test_letters_and_window_work_here(small: None) -> None:  # noqa: ARG001 - for its effect
    assert "\\u0420" in selftest._draws_letters()
    assert selftest._shows_window() == "7 lines between 5 actors, light and dark"


def test_every_format_is_written(small: None, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ARG001 - for its effect
    told = selftest._writes_files()
    written = [part.split()[0] for part in told.split(", ")]
    assert written[:6] == ["png", "svg", "pdf", "pptx", "html", "annex.docx"]
    monkeypatch.setattr("desktop.export.formats.to_bytes", lambda *_: b"GIF89a")
    with pytest.raises(selftest.FailedError, match=r"\.png begins with b'GIF89a'"):
        selftest._writes_files()


def test_a_blank_map_is_noticed(qapp: QApplication) -> None:  # noqa: ARG001 - Qt must run first
    image = QImage(200, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("#FFFFFF"))
    assert not selftest._inked(image, "#FFFFFF")
