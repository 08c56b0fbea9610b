"""Page setup in millimetres, a preview of the sheet of paper, and the step that prints it or saves it as PDF."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop import assets, printing, worker
from desktop.dialogs.export_fields import Section
from desktop.dialogs.help_places import offer_help
from desktop.dialogs.picture_preview import Paint, PicturePreview
from desktop.dialogs.save_name import asked_path
from desktop.export.formats import Size
from desktop.export.pdf import Leaf, to_pdf
from desktop.export.raster import fitting
from desktop.panels.widgets import plain_label
from desktop.session import Session
from graphdata.arrangement import CLUSTERS, Arrangement
from graphdata.drawing import Drawing, framed
from graphdata.marking import raised_marking
from graphdata.problems import EntenteError
from graphdata.sheet import Request, sheet_of
from graphdata.storage.file_names import safe_stem
from graphdata.storage.writing import write_whole

PRINTED: Final = 300.0  # dots per inch that a printer has at the least
PAPERS: Final = {"A4": (210.0, 297.0), "A3": (297.0, 420.0), "Letter": (215.9, 279.4), "Legal": (215.9, 355.6)}


class PageFields(Section):
    """Paper, which way it lies, its margins, and the colours."""

    def __init__(self) -> None:
        """Begin with A4 across, in black and grey."""
        super().__init__()
        self.paper = self.choice(self.tr("&Paper"), self.tr("Paper"), {name: name for name in PAPERS})
        ways = {"landscape": self.tr("Landscape"), "portrait": self.tr("Portrait")}
        self.way = self.choice(self.tr("&Orientation"), self.tr("Orientation"), ways)
        self.margin = self.number(self.tr("&Margins, mm"), self.tr("Margins in millimetres"), 10.0, 0.0, 60.0)
        names = {name: self.tr(name) for name in reversed(assets.THEMES)}
        self.colours = self.choice(self.tr("&Colours"), self.tr("Colours"), names)
        self.legend = self.switch(self.tr("&Legend"), True)
        self.notes = self.switch(self.tr("&Numbered citations"), True)

    @property
    def paper_mm(self) -> tuple[float, float]:
        """Width and height of the sheet of paper."""
        short, long = PAPERS[self.paper.currentData()]
        return (long, short) if self.way.currentData() == "landscape" else (short, long)

    def request(self, pins: tuple[str, ...], arrangement: Arrangement = CLUSTERS, marking: str = "") -> Request:
        """Return the page that fits between the margins."""
        wide, high = (side - 2 * self.margin.value() for side in self.paper_mm)
        theme = assets.theme(self.colours.currentData())
        legend, notes = self.legend.isChecked(), self.notes.isChecked()
        size = Size(wide, high, PRINTED)
        return Request(
            size.aspect, theme, "", legend, notes, pins, marking=marking, arrangement=arrangement,
            enlargement=size.enlargement, paper=size.paper,
        )  # fmt: skip


class PrintDialog(QDialog):
    """The page setup beside its preview."""

    def __init__(self, session: Session, parent: QWidget | None = None, marking: str = "") -> None:
        """Show what is on show now; the marking of a view shown again stays where it is the higher one."""
        super().__init__(parent)
        offer_help(self, "exporting#print")
        self._session = session
        self._marking = raised_marking(session.view, marking)
        self._job: worker.Job | None = None
        self.saved: Path | None = None
        self.setWindowTitle(self.tr("Print"))
        self.page = PageFields()
        self.preview = PicturePreview(self._wish)
        self.preview.setAccessibleName(self.tr("Preview of the sheet of paper"))
        self._message = plain_label("", "error")
        side, whole = QVBoxLayout(), QHBoxLayout(self)
        side.addWidget(self.page)
        asked = self.tr("The system's print program is asked only when you print.")
        none = self.tr("Entente does not print here: save the page, and print it from the program that shows it.")
        side.addWidget(plain_label(asked if printing.print_program() else none, "muted"))
        side.addStretch(1)
        side.addWidget(self._message)
        side.addWidget(self._buttons())
        whole.addLayout(side)
        whole.addWidget(self.preview, 1)
        self.page.changed.connect(self.preview.refresh)
        self.page.changed.connect(self._message.clear)
        self.preview.refresh()

    def _buttons(self) -> QDialogButtonBox:
        """Return the buttons; without a print program the page can be saved alone."""
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.save = buttons.addButton(self.tr("&Save as PDF…"), QDialogButtonBox.ButtonRole.ActionRole)
        self.print = buttons.addButton(self.tr("P&rint"), QDialogButtonBox.ButtonRole.AcceptRole)
        able = bool(printing.print_program())
        self.print.setVisible(able)
        (self.print if able else self.save).setDefault(True)
        self.save.clicked.connect(self._save)
        self.print.clicked.connect(lambda: self._hand_over(printing.send))
        buttons.rejected.connect(self.reject)
        return buttons

    def _wish(self) -> Paint:
        """Return what paints the sheet of paper."""
        make = self._made()
        return lambda room: fitting(make(), room)

    def _made(self) -> Callable[[], Drawing]:
        """Return what draws the sheet of paper, margins and all."""
        session = self._session
        wanted = self.page.request(tuple(session.pins), session.arrangement, self._marking)
        held = session.view, session.ties, session.positions, wanted
        margin, wide = self.page.margin.value(), self.page.paper_mm[0]

        def make() -> Drawing:
            drawing = sheet_of(*held)
            return framed(drawing, margin * drawing.width / (wide - 2 * margin))

        return make

    def _save(self) -> None:
        """Ask for a file and write the page."""
        name, kinds = f"{safe_stem(self._session.network.id)}.pdf", self.tr("PDF page (*.pdf)")
        path = asked_path(self, self.tr("Save as PDF"), name, kinds, _ended)
        if path:
            self._hand_over(lambda pdf: write_whole(path, pdf), path)

    def _hand_over(self, take: Callable[[bytes], None], saved: Path | None = None) -> None:
        """Make the page beside the window and hand it over; then close, or say why not."""
        make, paper = self._made(), self.page.paper_mm
        self.setEnabled(False)

        def done(_: object) -> None:
            self.saved = saved
            self.accept()

        self._job = worker.run(lambda _: take(to_pdf((Leaf(make(), paper),))), done, self._failed)

    def _failed(self, fault: Exception) -> None:
        """Say why nothing came of it."""
        self._job = None
        self.setEnabled(True)
        if not isinstance(fault, EntenteError):
            raise fault
        self._message.setText(str(fault))

    def done(self, result: int) -> None:
        """Let go of work under way, and close."""
        self.preview.stop()
        if self._job is not None:
            self._job.cancel()
        super().done(result)


def _ended(path: Path) -> Path:
    """Return a path that ends as a PDF does."""
    return path if path.suffix.lower() == ".pdf" else path.with_name(f"{path.name}.pdf")
