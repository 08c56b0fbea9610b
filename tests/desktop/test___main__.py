"""`python -m desktop` is the command `entente`."""

from __future__ import annotations

import importlib
import subprocess
import sys

from desktop import command_line
from graphdata import __version__


def test_the_module_runs_the_command_line() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "desktop", "--version"], capture_output=True, text=True, timeout=60, check=False
    )
    assert (run.returncode, run.stdout, run.stderr) == (0, f"entente {__version__}\n", "")


def test_exit_codes_are_handed_on() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "desktop", "check", "nowhere"], capture_output=True, timeout=60, check=False
    )
    assert run.returncode == 1


def test_importing_it_runs_nothing() -> None:
    assert importlib.import_module("desktop.__main__").main is command_line.main
