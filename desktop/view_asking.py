"""What is asked about kept views and told of them: a name, a file to write them to, where they went."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6 import QtWidgets  # its dialogs have many names: they are looked up when one is shown
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from graphdata.storage.file_names import safe_stem
from graphdata.storage.files import VIEWS_SUFFIX

NAME_WIDTH: Final = 460  # pixels of the question for a name: a sentence can be seen whole
VIEWS_KIND: Final = f"Entente views (*{VIEWS_SUFFIX})"


def asked_for(parent: QWidget, dataset: str) -> Path | None:
    """Return the file that a list of views is to be written to, ending as such files do; nothing if none is chosen."""
    dialog = QtWidgets.QFileDialog(
        parent, QCoreApplication.translate("ViewActions", "Save views as"), f"{safe_stem(dataset)}{VIEWS_SUFFIX}"
    )
    dialog.setAcceptMode(QtWidgets.QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(VIEWS_KIND)
    dialog.setDefaultSuffix(VIEWS_SUFFIX.removeprefix("."))  # so that it is this file which may be written over
    chosen = dialog.selectedFiles() if dialog.exec() else []
    dialog.deleteLater()
    return Path(chosen[0]) if chosen else None


def asked_name(parent: QWidget, title: str, suggested: str) -> str:
    """Return the name that a view is to be kept under, the suggested one if it is taken; nothing if that is left."""
    dialog = QtWidgets.QInputDialog(parent)
    dialog.setWindowTitle(title)
    dialog.setLabelText(QCoreApplication.translate("ViewActions", "Name of the view:"))
    dialog.setTextValue(suggested)
    dialog.resize(NAME_WIDTH, dialog.sizeHint().height())
    named = dialog.textValue() if dialog.exec() else ""
    dialog.deleteLater()
    return named


def told_of(path: Path) -> str:
    """Return that a file was written, and into which folder."""
    told = QCoreApplication.translate("ViewActions", "Written: {name} into {folder}")
    return told.format(name=path.name, folder=path.absolute().parent)
