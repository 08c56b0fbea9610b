"""The fields of the export dialog in sections; each section tells when something in it has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QFormLayout, QLineEdit, QWidget

from desktop import assets
from desktop.dialogs.template_choice import TemplateChoice
from desktop.export.formats import PRESETS, SUFFIXES, Size
from desktop.export.kinds import DOCUMENTS, MAP, FileKind
from desktop.panels.widgets import plain_label
from graphdata.crowding import DECK_LABELS, crowding_of
from graphdata.ties import Tie
from graphdata.view import View

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graphdata.crowding import DeckKind
    from graphdata.export.pptx import Lines

LABEL: Final = 8  # letters M that a label is wide
LIST_MARGIN: Final = 28  # pixels beside the words of a list, for its edge and its scroll bar
LINES: Final = {"editable": "Straight and glued to their actors", "exact": "Bent as on the screen, not glued"}
KINDS: Final = (*(FileKind(MAP, suffix, words) for suffix, words in SUFFIXES.items()), *DOCUMENTS)


class Section(QWidget):
    """Fields below one another; changed is told whenever one of them has another value."""

    changed = Signal()

    def __init__(self) -> None:
        """Begin without a field."""
        super().__init__()
        self.form = QFormLayout(self)
        self.form.setContentsMargins(0, 0, 0, 0)

    def choice(self, label: str, name: str, items: dict[str, str]) -> QComboBox:
        """Add a choice of words; what is chosen is the key."""
        box = QComboBox()
        box.setAccessibleName(name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for key, words in items.items():
            box.addItem(words, key)
        box.view().setMinimumWidth(box.view().sizeHintForColumn(0) + LIST_MARGIN)  # cut in the box, whole in its list
        box.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.row(label, box)
        return box

    def row(self, label: str, field: QWidget) -> None:
        """Add a field behind its label; labels of all sections are as wide, so that the fields stand in one line."""
        self.form.addRow(label, field)
        shown = self.form.labelForField(field)
        assert shown is not None
        shown.setMinimumWidth(shown.fontMetrics().horizontalAdvance("M" * LABEL))

    def number(self, label: str, name: str, value: float, least: float = 20.0, most: float = 3000.0) -> QDoubleSpinBox:
        """Add a number."""
        spin = QDoubleSpinBox()
        spin.setAccessibleName(name)
        spin.setRange(least, most)
        spin.setDecimals(1)
        spin.setValue(value)
        spin.valueChanged.connect(lambda _: self.changed.emit())
        self.row(label, spin)
        return spin

    def switch(self, words: str, on: bool) -> QCheckBox:
        """Add a switch."""
        box = QCheckBox(words)
        box.setChecked(on)
        box.toggled.connect(lambda _: self.changed.emit())
        self.form.addRow("", box)
        return box


class KindFields(Section):
    """What is written: a picture, slides, a page, the evidence, and as which kind of file."""

    def __init__(self) -> None:
        """Begin with the first kind; its name has a line to itself."""
        super().__init__()
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        names = {str(at): f"{self.tr(kind.words)} ({kind.suffix})" for at, kind in enumerate(KINDS)}
        self.box = self.choice(self.tr("&File"), self.tr("Kind of file"), names)

    @property
    def kind(self) -> FileKind:
        """What is chosen."""
        return KINDS[self.box.currentIndex()]


class SizeFields(Section):
    """How large: a size by its name, or millimetres and dots of one's own."""

    def __init__(self) -> None:
        """Begin with a slide."""
        super().__init__()
        names = {key: self.tr(preset.words) for key, preset in PRESETS.items()}
        self.preset = self.choice(self.tr("&Size"), self.tr("Size"), {**names, "": self.tr("Own size in millimetres")})
        self.width_mm = self.number(self.tr("&Width, mm"), self.tr("Width in millimetres"), 338.7)
        self.height_mm = self.number(self.tr("&Height, mm"), self.tr("Height in millimetres"), 190.5)
        self.dpi = self.number(self.tr("&Dots per inch"), self.tr("Dots per inch"), 300.0)
        self.pixels = plain_label("", "muted")
        self.form.addRow("", self.pixels)
        self.changed.connect(self._follow)
        self._follow()

    @property
    def wanted(self) -> Size:
        """The size that the fields ask for."""
        preset = PRESETS.get(self.preset.currentData())
        return preset.size if preset else Size(self.width_mm.value(), self.height_mm.value(), self.dpi.value())

    def _follow(self) -> None:
        """Let own sizes be typed only where they are asked for, and say what comes of them."""
        own = self.preset.currentData() not in PRESETS
        for spin in (self.width_mm, self.height_mm, self.dpi):
            self.form.setRowVisible(spin, own)
        size = self.wanted
        wide, high = size.pixels
        self.pixels.setText(f"{size.width_mm:.0f} x {size.height_mm:.0f} mm, {wide} x {high} pixels")


class LookFields(Section):
    """Title, colours, and what stands beside the map."""

    def __init__(self, title: str, theme_name: str) -> None:
        """Begin with a title and the colours of the map."""
        super().__init__()
        self.title = QLineEdit(title)
        self.title.setCursorPosition(0)
        self.title.setAccessibleName(self.tr("Title, as a statement"))
        self.title.textChanged.connect(lambda _: self.changed.emit())
        self.row(self.tr("&Title"), self.title)
        names = {name: self.tr(name) for name in assets.THEMES}
        self.colours = self.choice(self.tr("&Colours"), self.tr("Colours"), names)
        self.colours.setCurrentIndex(self.colours.findData(theme_name))
        self.legend = self.switch(self.tr("&Legend"), True)
        self.notes = self.switch(self.tr("&Numbered citations"), True)
        self.transparent = self.switch(self.tr("See-throu&gh background"), False)
        self.annex = self.switch(self.tr("&Annex pages: sources in full, table"), True)

    def show_for(self, kind: FileKind) -> None:
        """Show the fields that a kind of file has."""
        picture = kind.what == MAP
        for field in (self.colours, self.legend, self.notes):
            self.form.setRowVisible(field, picture)
        self.form.setRowVisible(self.transparent, picture and kind.suffix in (".png", ".svg", ".pdf"))
        self.form.setRowVisible(self.annex, picture and kind.suffix == ".pdf")


class SlideFields(Section):
    """How lines are drawn on slides, and what to do where there are too many of them."""

    help_place = "slides"

    def __init__(self, view: View, ties: Sequence[Tie], saved: int = 0) -> None:
        """Say what there is to say of a view, and offer the saved ones where there are any."""
        super().__init__()
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        crowding = crowding_of(view, ties)
        self.advice = plain_label(crowding.advice if crowding else "", "warning")
        self.form.addRow(self.advice)
        self.form.setRowVisible(self.advice, crowding is not None)
        ways = {key: self.tr(words) for key, words in LINES.items()}
        self.lines = self.choice(self.tr("&Kind of line"), self.tr("How lines are drawn"), ways)
        decks: dict[str, str] = {key: self.tr(words) for key, words in DECK_LABELS.items()}
        decks |= {offer.key: offer.label for offer in (crowding.offers if crowding else ())}
        self.deck = self.choice(self.tr("Slid&es"), self.tr("Which slides are made"), decks)
        self.build = self.switch(self.tr("Build up &by domain"), False)
        self.every = self.switch(self.tr("All saved &views ({0}) in one deck").format(saved), False)
        self.form.setRowVisible(self.every, saved > 0)
        self.template = TemplateChoice()
        self.template.changed.connect(self.changed)
        self.form.addRow(self.tr("Tem&plate"), self.template)

    @property
    def manner(self) -> tuple[Lines, DeckKind, bool]:
        """Lines, deck, and whether it builds up."""
        return self.lines.currentData(), self.deck.currentData(), self.build.isChecked()
