"""The Help menu opens its windows beside the work."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QDialog

from desktop.window import MainWindow


@pytest.mark.parametrize(("name", "kind"), [("shortcuts", "ShortcutsDialog"), ("about", "AboutDialog")])
def test_help_does_not_block(main_window: MainWindow, name: str, kind: str) -> None:
    main_window.actions_by_name[name].trigger()
    assert type(main_window.findChild(QDialog)).__name__ == kind
    main_window.findChild(QDialog).close()
