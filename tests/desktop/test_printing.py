"""The page goes to the print program on its input; what that says against it is told, with what to do instead."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from desktop import printing
from desktop.printing import NotPrintedError, print_program, send


@pytest.fixture
def program(tmp_path: Path) -> str:
    """Return a program that keeps what it is given, and refuses what is empty."""
    path = tmp_path / "lp"
    path.write_text(
        f"#!{sys.executable}\nimport pathlib, sys\ndata = sys.stdin.buffer.read()\n"
        f"pathlib.Path({str(tmp_path / 'got')!r}).write_bytes(data)\n"
        "sys.exit(0 if data else 'no such destination')\n",
        encoding="utf-8",
    )
    path.chmod(0o755)
    return str(path)


def test_the_page_arrives(program: str, tmp_path: Path) -> None:
    send(b"%PDF-1.7", program)
    assert (tmp_path / "got").read_bytes() == b"%PDF-1.7"


def test_a_refusal_is_told_in_the_programs_words(program: str) -> None:
    with pytest.raises(NotPrintedError, match=r"did not take the page: no such destination\. Save the page as PDF"):
        send(b"", program)


def test_a_program_that_cannot_run_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotPrintedError, match="did not answer"):
        send(b"x", str(tmp_path / "nothing"))


def test_without_a_program_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert print_program() == ""
    with pytest.raises(NotPrintedError, match="no program to print with"):
        send(b"x")


def test_windows_has_none(program: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(Path(program).parent))
    assert print_program() == program
    monkeypatch.setattr(sys, "platform", "win32")
    assert print_program() == ""


def test_a_program_that_does_not_end_is_left(program: str, monkeypatch: pytest.MonkeyPatch) -> None:
    Path(program).write_text(f"#!{sys.executable}\nimport time\ntime.sleep(20)\n", encoding="utf-8")
    monkeypatch.setattr(printing, "PATIENCE", 0.3)
    with pytest.raises(NotPrintedError, match="did not answer"):
        send(b"x", program)
