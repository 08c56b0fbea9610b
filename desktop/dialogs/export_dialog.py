"""Asks what picture to export, shows how it will look, and writes it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QIcon, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from desktop import assets
from desktop.dialogs.carried_choice import CarriedChoice
from desktop.dialogs.marking_choice import MarkingChoice
from desktop.export.formats import PRESETS, SUFFIXES, Size
from desktop.export.raster import painted
from desktop.panels.widgets import plain_label
from desktop.picture_file import text_to_carry, write_picture
from desktop.session import Session
from graphdata.problems import EntenteError
from graphdata.sheet import Request, sheet_of

ROOMY: Final = 1200  # a screen so wide shows a larger preview
PREVIEW: Final = QSize(460, 400)  # beside the fields it fits a screen of 800 x 600


class ExportDialog(QDialog):
    """Format, size, colours, title, and a preview by the painter that makes the file."""

    def __init__(self, session: Session, theme_name: str, parent: QWidget | None = None) -> None:
        """Show what is on show now."""
        super().__init__(parent)
        self._session = session
        self.written: Path | None = None
        self.setWindowTitle(self.tr("Export picture"))
        self._make_fields(theme_name)
        self._preview = plain_label("", parent=self)
        self._preview.setMinimumSize(PREVIEW)
        self._preview.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._preview.setAccessibleName(self.tr("Preview of the picture"))
        self._message = plain_label("", "error")
        self._place()
        self._rest = QTimer(self, singleShot=True, interval=150)
        self._rest.timeout.connect(self._show_preview)
        wide = self.screen().availableSize().width() >= ROOMY
        self.resize(1080, 560) if wide else self.adjustSize()
        self._rest.start()

    @classmethod
    def ask(cls, session: Session, theme_name: str, parent: QWidget | None = None) -> Path | None:
        """Ask, write, and return the file that was written, or nothing."""
        dialog = cls(session, theme_name, parent)
        dialog.exec()
        return dialog.written

    def _make_fields(self, theme_name: str) -> None:
        """Make the fields; each change draws the preview anew."""
        self.preset = _combo(
            self.tr("Size"), [*(preset.words for preset in PRESETS.values()), self.tr("Own size in millimetres")]
        )
        self.width_mm, self.height_mm = (
            _spin(self.tr("Width in millimetres"), 338.7),
            _spin(self.tr("Height in millimetres"), 190.5),
        )
        self.dpi = _spin(self.tr("Dots per inch"), 300.0)
        self.colours = _combo(self.tr("Colours"), list(assets.THEMES))
        self.colours.setCurrentText(theme_name)
        self.title = QLineEdit(self._session.network.title)
        self.title.setCursorPosition(0)
        self.title.setAccessibleName(self.tr("Title, as a statement"))
        self.legend, self.notes = _check(self.tr("Legend")), _check(self.tr("Numbered citations"))
        self.carried, self.marking = CarriedChoice(), MarkingChoice(self._session.view)
        self.marking.changed.connect(self._changed)
        for combo in (self.preset, self.colours):
            combo.currentIndexChanged.connect(self._changed)
        for spin in (self.width_mm, self.height_mm, self.dpi):
            spin.valueChanged.connect(self._changed)
        for box in (self.legend, self.notes):
            box.toggled.connect(self._changed)
        self.title.textChanged.connect(self._changed)

    def _place(self) -> None:
        """Put the fields to the left of the preview."""
        form = QFormLayout()
        for words, field in (
            (self.tr("&Title"), self.title),
            (self.tr("&Size"), self.preset),
            (self.tr("&Width, mm"), self.width_mm),
            (self.tr("&Height, mm"), self.height_mm),
            (self.tr("&Dots per inch"), self.dpi),
            (self.tr("&Colours"), self.colours),
            ("", self.legend),
            ("", self.notes),
            (self.tr("&Marking"), self.marking),
            (self.tr("&Opens again"), self.carried),
        ):
            form.addRow(words, field)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setIcon(QIcon())
        save = buttons.addButton(self.tr("&Export…"), QDialogButtonBox.ButtonRole.AcceptRole)
        save.setDefault(True)
        save.clicked.connect(self._save)
        buttons.rejected.connect(self.reject)
        side = QVBoxLayout()
        side.addLayout(form)
        side.addWidget(
            plain_label(self.tr("The page carries its marking, the filter in words and its sources."), "muted")
        )
        side.addStretch(1)
        side.addWidget(self._message)
        side.addWidget(buttons)
        whole = QHBoxLayout(self)
        whole.addLayout(side)
        whole.addWidget(self._preview, 1)
        self._changed()

    def size_wanted(self) -> Size:
        """Return the size that the fields ask for."""
        if (chosen := self.preset.currentIndex()) < len(PRESETS):
            return list(PRESETS.values())[chosen].size
        return Size(self.width_mm.value(), self.height_mm.value(), self.dpi.value())

    def request(self) -> Request:
        """Return the page that the fields ask for."""
        return Request(
            self.size_wanted().aspect, assets.theme(self.colours.currentText()), self.title.text().strip(),
            self.legend.isChecked(), self.notes.isChecked(), tuple(self._session.pins),
            marking=self.marking.label, marking_reason=self.marking.reason.text(),
        )  # fmt: skip

    def _changed(self) -> None:
        """Let the preview follow when the typing rests; own sizes can be typed only where they are asked for."""
        own = self.preset.currentIndex() >= len(PRESETS)
        for spin in (self.width_mm, self.height_mm, self.dpi):
            spin.setEnabled(own)
        if hasattr(self, "_rest"):
            self._rest.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the preview fill what room there is."""
        super().resizeEvent(event)
        self._rest.start()

    def _show_preview(self) -> None:
        """Draw the page small."""
        session = self._session
        drawing = sheet_of(session.view, session.ties, session.positions, self.request())
        ratio = self.devicePixelRatioF()
        room = self._preview.size()
        share = min(room.width() / drawing.width, room.height() / drawing.height) * ratio
        picture = painted(drawing, round(drawing.width * share), round(drawing.height * share))
        picture.setDevicePixelRatio(ratio)
        self._preview.setPixmap(QPixmap.fromImage(picture))

    def _save(self) -> None:
        """Ask for the file and write it; what goes wrong is said here and nothing is lost."""
        kinds = ";;".join(f"{words} (*{suffix})" for suffix, words in SUFFIXES.items())
        chosen, kind = QFileDialog.getSaveFileName(
            self, self.tr("Export picture"), f"{self._session.network.id}.png", kinds
        )
        if not chosen:
            return
        path = Path(chosen)
        if path.suffix.lower() not in SUFFIXES:
            path = path.with_name(
                path.name + next((s for s, words in SUFFIXES.items() if kind.startswith(words)), ".png")
            )
        self.write(path)

    def write(self, path: Path) -> None:
        """Write the file and close, or say why not."""
        if self.marking.fault:
            self._message.setText(self.marking.fault)
            return
        session, wanted = self._session, self.request()
        try:
            carried = text_to_carry(self.carried.embed, session.view, session.positions, wanted, session.combine)
            write_picture(
                path, session.view, session.ties, session.positions, wanted, self.size_wanted(), carried=carried
            )
        except EntenteError as fault:
            self._message.setText(str(fault))
            return
        self.written = path
        self.accept()


def _combo(name: str, items: list[str]) -> QComboBox:
    """Return a choice with an accessible name."""
    box = QComboBox()
    box.setAccessibleName(name)
    box.addItems(items)
    return box


def _spin(name: str, value: float) -> QDoubleSpinBox:
    """Return a number field with an accessible name."""
    spin = QDoubleSpinBox()
    spin.setAccessibleName(name)
    spin.setRange(20.0, 3000.0)
    spin.setDecimals(1)
    spin.setValue(value)
    return spin


def _check(words: str) -> QCheckBox:
    """Return a switch that is on."""
    box = QCheckBox(words)
    box.setChecked(True)
    return box
