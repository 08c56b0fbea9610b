"""What has changed since is said as plain text, and can be copied."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.dialogs.changes_dialog import ChangesDialog
from graphdata.view_changes import Change


def test_every_change_is_listed_with_its_ids_and_copied(window: QWidget) -> None:
    changes = (Change("The dataset was <b>1</b>."), Change("5 relations are gone.", tuple(f"rel:{n}" for n in "abcde")))
    dialog = ChangesDialog.show_for("Arms", changes, window)
    assert dialog.text.toPlainText() == "The dataset was <b>1</b>.\n5 relations are gone." + "".join(
        f"\n    rel:{n}" for n in "abcde"
    )
    assert dialog.text.isReadOnly()
    copy = next(each for each in dialog.findChildren(QPushButton) if each.text() == "Copy all")
    copy.click()
    assert "rel:b" in QGuiApplication.clipboard().text()
    dialog.close()
