"""Imports as Python makes them: PySide6 reads through the source of each module that is imported after it."""

from __future__ import annotations

import builtins


def take_back() -> None:
    """Import Qt, then let Python import again: the switches that PySide6 looks for in each module are not used here."""
    import PySide6.QtWidgets  # noqa: F401 - for its effect

    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
