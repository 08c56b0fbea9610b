"""The self-test sees what does not work, names it, and ends with 1."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from desktop import assets, selftest
from desktop.licences import Component

STEPS = (
    "_reads_network",
    "_draws_letters",
    "_shows_window",
    "_answers_questions",
    "_writes_files",
    "_keeps_views",
    "_knows_licences",
)
TOLD = ["network", "fonts", "window", "layouts", "questions", "exports", "views", "licences"]


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
    assert [line.split(":")[0].split() for line in lines[1:-1]] == [["ok", name] for name in TOLD]
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
    assert out.endswith("self-test failed: 1 of 8 steps\n")


def test_works_without_streams(monkeypatch: pytest.MonkeyPatch) -> None:
    """A windowed program on Windows has neither; the time limit must hold all the same."""
    for step in STEPS:
        monkeypatch.setattr(selftest, step, lambda: "fine")
    monkeypatch.setattr("sys.stdout", None)
    monkeypatch.setattr("sys.stderr", None)
    assert selftest.self_test() == 0


def test_one_that_hangs_is_ended() -> None:
    """It ends with 1 and its stacks rather than never."""
    slow = "import time; from desktop import selftest as s; s.PATIENCE = 1; s._reads_network = lambda: time.sleep(60); "
    command = [sys.executable, "-c", f"{slow} raise SystemExit(s.self_test())"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=50, check=False)
    assert done.returncode == 1
    assert "Timeout" in done.stderr


def test_questions_are_answered_here(small: None) -> None:  # noqa: ARG001 - for its effect
    assert selftest._answers_questions().endswith("go-betweens")


def test_a_missing_licence_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    assert selftest._knows_licences().endswith("parts")
    monkeypatch.setattr("desktop.licences.components", lambda: (Component("Part", "", "MIT", ""),))
    with pytest.raises(selftest.FailedError, match="no licence text for Part"):
        selftest._knows_licences()


def test_pack_and_dossiers_that_differ_are_noticed(small: None) -> None:  # noqa: ARG001 - for its effect
    with pytest.raises(selftest.FailedError, match="the pack is not made from the dossiers"):
        selftest._reads_network()


def test_letters_and_window_work_here(small: None) -> None:  # noqa: ARG001 - for its effect
    assert "\\u0420" in selftest._draws_letters()
    assert selftest._shows_window() == "7 lines between 5 actors, light and dark, at 100%"


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
