"""Modules are imported by Python itself, though PySide6 would look into each one."""

from __future__ import annotations

import subprocess
import sys

LOOK = """
from desktop.plain_imports import take_back
take_back()
import builtins, linecache
import desktop.theme
print(builtins.__import__ is builtins.__orig_import__, [name for name in linecache.cache if "theme" in name])
"""


def test_no_source_is_read_through() -> None:
    run = subprocess.run([sys.executable, "-c", LOOK], capture_output=True, text=True, timeout=60, check=True)
    assert run.stdout.strip() == "True []"
