"""The two environments of a release: the tools that build it, and exactly what the bundle holds."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

from project import BUILD, PACKAGING, python_in, run, say

PIP = ("-I", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input")


def tools() -> Path:
    """Return the Python with the building tools of tools.lock; it is made anew when the lock changes."""
    return _locked("tools", "tools.lock")


def bundle(wheel: Path) -> Path:
    """Return the Python that has what the bundle holds, Entente from its wheel included, and nothing else."""
    python = _locked("bundle", "bundle.lock")
    run([python, *PIP, "--no-index", "--no-deps", "--force-reinstall", wheel])
    return python


def _locked(name: str, lock: str) -> Path:
    """Return the Python of an environment that holds the packages of a lock, without pip's own choice of others."""
    folder, path = BUILD / name, PACKAGING / lock
    stamp = folder / "stamp"
    made = hashlib.sha256(sys.version.encode() + path.read_bytes()).hexdigest()
    python = python_in(folder)
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == made:
        return python
    say(f"installing {lock}")
    run([sys.executable, "-m", "venv", "--clear", folder])
    run([python, *PIP, "--no-deps", "--only-binary", ":all:", "--require-hashes", "-r", path])
    stamp.write_text(made, encoding="utf-8")
    return python
