"""Asks what to export, shows how it will look, and writes it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from desktop import assets, worker
from desktop.dialogs.carried_choice import CarriedChoice
from desktop.dialogs.export_fields import KINDS, KindFields, LookFields, SizeFields, SlideFields
from desktop.dialogs.export_memory import ExportMemory
from desktop.dialogs.help_places import offer_help
from desktop.dialogs.marking_choice import MarkingChoice
from desktop.dialogs.picture_preview import Paint, PicturePreview
from desktop.dialogs.save_name import asked_path
from desktop.document_file import Asked, document_of, document_preview
from desktop.export.formats import PAGE, SLIDES
from desktop.export.kinds import MAP, FileKind, Written, kind_of
from desktop.export.raster import fitting
from desktop.export_options import text_to_carry
from desktop.opening import Opened
from desktop.panels.widgets import plain_label, scrolled
from desktop.picture_file import SHOWN_AT_ONCE, Picture, picture_bytes
from desktop.session import Session
from desktop.slides_file import deck_of, manner_of
from graphdata.problems import EntenteError
from graphdata.saved_view import SavedView
from graphdata.saved_views import Views
from graphdata.sheet import Request
from graphdata.storage.file_names import safe_stem
from graphdata.storage.writing import write_whole

ROOMY: Final = 1200  # a screen so wide shows a larger preview
SIDE: Final = 340  # width of the fields


class ExportDialog(QDialog):
    """The kinds of file, the fields that each has, and a live preview."""

    def __init__(
        self, session: Session, theme_name: str, parent: QWidget | None = None, views: Views = (),
        kept: SavedView | None = None, memory: ExportMemory | None = None,
    ) -> None:  # fmt: skip
        """Show what is on show now, with the words and marking of the view that it is, where it was kept with them.

        What was asked at the last export of the same view comes before these.
        """
        super().__init__(parent)
        offer_help(self, "exporting")
        self._session, self._views = session, views
        self._memory = memory or ExportMemory()
        self._view = (session.base.digest, session.filter, session.baseline, theme_name, kept)
        self._job: worker.Job | None = None
        self.written: Written | None = None
        self.setWindowTitle(self.tr("Export"))
        self.kinds = KindFields()
        self.sizes = SizeFields()
        self.looks = LookFields(session.network.title, theme_name)
        self.slides = SlideFields(session.view, session.ties, len(views))
        self.carried, self.marking = CarriedChoice(), MarkingChoice(session.view)
        self.preview = PicturePreview(self._wish)
        self.preview.setAccessibleName(self.tr("Preview of the picture"))
        self._labels: list[QLabel] = []
        self._remark, self._message = plain_label("", "muted"), plain_label("", "error")
        self._place()
        for section in (self.kinds, self.sizes, self.looks, self.slides, self.marking):
            section.changed.connect(self._changed)
        self.preview.failed.connect(self._message.setText)
        wide = self.screen().availableSize().width() >= ROOMY
        self.resize(1080, 620) if wide else self.adjustSize()
        if kept is not None and kept.filter == session.filter:
            self._recall(kept)
        self._memory.put_back(*self._fields, self._view)
        self._changed()

    @classmethod
    def ask(
        cls, session: Session, theme_name: str, parent: QWidget | None = None, views: Views = (),
        kept: SavedView | None = None, memory: ExportMemory | None = None,
    ) -> Written | None:  # fmt: skip
        """Ask, write, and return the file that was written and what to tell of it, or nothing."""
        dialog = cls(session, theme_name, parent, views, kept, memory)
        dialog.exec()
        return dialog.written

    def _place(self) -> None:
        """Put the fields to the left of the preview; on a small screen they scroll."""
        fields = QWidget()
        column = QVBoxLayout(fields)
        for part in (self.kinds, self.looks, self.sizes, self.slides):
            column.addWidget(part)
        for words, choice in ((self.tr("&Marking"), self.marking), (self.tr("&Opens again"), self.carried)):
            label = plain_label(words)
            label.setBuddy(choice)
            column.addWidget(label)
            column.addWidget(choice)
            self._labels.append(label)
        column.addStretch(1)
        scroll = scrolled(fields)
        scroll.setProperty("role", "fields")
        scroll.setFixedWidth(SIDE)
        side, right, whole = QVBoxLayout(), QVBoxLayout(), QHBoxLayout(self)
        side.addWidget(scroll, 1)
        side.addWidget(self._message)
        side.addWidget(self._buttons())
        right.addWidget(self.preview, 1)
        right.addWidget(self._remark)
        whole.addLayout(side)
        whole.addLayout(right, 1)

    def _buttons(self) -> QDialogButtonBox:
        """Return the buttons; Enter exports and Esc leaves."""
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.save = buttons.addButton(self.tr("E&xport…"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.save.setDefault(True)
        self.save.clicked.connect(self._save)
        buttons.rejected.connect(self.reject)
        return buttons

    def _recall(self, kept: SavedView) -> None:
        """Put back what a view was kept with: title, colours, lines, what stands beside it, marking and its reason."""
        looks = self.looks
        looks.title.setText(kept.title or looks.title.text())
        looks.title.setCursorPosition(0)
        looks.colours.setCurrentIndex(max(looks.colours.findData(kept.theme), 0))
        looks.legend.setChecked(kept.legend)
        looks.notes.setChecked(kept.notes)
        self.slides.lines.setCurrentIndex(self.slides.lines.findData(kept.lines))
        self.marking.box.setCurrentText(kept.marking or self.marking.computed)
        self.marking.reason.setText(kept.marking_reason)

    @property
    def _fields(self) -> tuple[tuple[QWidget, ...], tuple[QWidget, ...]]:
        """The fields that hold for every export, and those that hold for one of the same view."""
        kind, size, looks, slides, marking = self.kinds, self.sizes, self.looks, self.slides, self.marking
        sizes, beside = (size.preset, size.width_mm, size.height_mm, size.dpi), (looks.legend, looks.notes)
        pages = (looks.transparent, looks.annex, slides.lines, slides.build, slides.template.field)
        words = (looks.title, looks.colours, slides.deck, marking.box, marking.reason, self.carried.box)
        return (kind.box, *sizes, *beside, *pages), words

    @property
    def request(self) -> Request:
        """The page that the fields ask for."""
        looks, size = self.looks, self.sizes.wanted
        return Request(
            size.aspect, assets.theme(looks.colours.currentData()), looks.title.text().strip(),
            looks.legend.isChecked(), looks.notes.isChecked(), tuple(self._session.pins),
            looks.transparent.isChecked() and looks.transparent.isVisibleTo(self),
            self.marking.label, self.marking.reason.text(), self._session.arrangement, size.enlargement,
            size.paper,
        )  # fmt: skip

    @property
    def asked(self) -> Asked:
        """What is asked of a document."""
        return Asked(self.looks.title.text().strip(), self.marking.label, self.marking.reason.text())

    def picture(self) -> Picture:
        """Return the picture that the fields ask for; what it carries is put in when it is written."""
        session = self._session
        manner = self.slides.manner
        page = (session.view, session.ties, session.positions, self.request, self.sizes.wanted)
        template, annex = self.slides.template.path, self.looks.annex.isChecked()
        return Picture(*page, *manner, template=template, annex=annex)

    def _changed(self) -> None:
        """Show the fields that the chosen kind has, and let the preview follow."""
        kind = self.kinds.kind
        picture = kind.what == MAP
        self.looks.show_for(kind)
        self.sizes.setVisible(picture and kind.suffix != PAGE)
        self.slides.setVisible(kind.suffix == SLIDES)
        for part in (*self._labels[1:], self.carried):
            part.setVisible(kind.carries)
        self._remark.setText(self._said_of(kind))
        self._message.setText(self._refusal_of(kind))
        self.save.setEnabled(not self._message.text())
        self.preview.refresh()

    def _refusal_of(self, kind: FileKind) -> str:
        """Return why a kind of file cannot hold what is on show, an empty text where it can."""
        if (kind.what, kind.suffix) == (MAP, PAGE):
            from graphdata.export.page import TooManyLinesError, ensure_few

            try:
                ensure_few(len(self._session.ties))
            except TooManyLinesError as fault:
                return str(fault)
        return ""

    def _said_of(self, kind: FileKind) -> str:
        """Return what the preview cannot show."""
        if kind.suffix == SLIDES:
            return self._said_of_slides()
        if kind.suffix == PAGE and kind.what == MAP:
            from graphdata.export.page import advice_on_lines

            words = self.tr("The page shows this map with filters, search and the claims behind each line.")
            return f"{words} {advice_on_lines(len(self._session.ties))}".rstrip()
        if kind.what == MAP:
            return ""
        return self.tr("This is the first page.") if kind.what == "annex" else self.tr("These are the first lines.")

    def _said_of_slides(self) -> str:
        """Return which slide the preview is of."""
        if self.slides.manner[1] == "matrix":
            return self.tr("The slides are tables of who gives to whom; the preview is the map they are of.")
        if len(self._session.ties) > SHOWN_AT_ONCE:
            return self.tr("So many lines take long to arrange on slides; the preview is of the map as a picture.")
        if self.slides.every.isChecked():
            return self.tr("The first map as the view on show would stand in the deck; the deck holds the saved views.")
        return self.tr("The first map of the deck, in its own arrangement; tables and citations follow it.")

    def _wish(self) -> Paint:
        """Return what paints the preview of what the fields ask for."""
        kind, picture, asked = self.kinds.kind, self.picture(), self.asked
        if kind.what != MAP:
            return lambda room: document_preview(kind, picture.view, picture.ties, asked, room)
        if kind.suffix == SLIDES:
            return lambda room: fitting(picture.first_slide or picture.drawing, room)
        return lambda room: fitting(picture.drawing, room)

    def _save(self) -> None:
        """Ask for the file and write it; what goes wrong is said here and nothing is lost."""
        kind = self.kinds.kind
        name = f"{safe_stem(self._session.network.id)}{'' if kind.what == MAP else '-' + kind.what}{kind.suffix}"
        kinds, place = f"{self.tr(kind.words)} (*{kind.suffix})", self._memory.place_for(name, self._view)
        path = asked_path(self, self.tr("Export"), place, kinds, lambda chosen: with_ending(chosen, kind))
        if path:
            self.write(path)

    def write(self, path: Path) -> None:
        """Write the file beside the window and close, or say why not."""
        session, picture = self._session, self.picture()
        kind = next(each for each in KINDS if (each.what, each.suffix) == (self.kinds.kind.what, path.suffix.lower()))
        embed, combine, asked = self.carried.embed, session.combine, self.asked
        views = self._views if kind.suffix == SLIDES and self.slides.every.isChecked() else ()
        found, others = Opened(session.base, dict(session.positions), ""), session.others
        self._message.setText(self.marking.fault)
        if self.marking.fault:
            return
        self.save.setEnabled(False)
        self._remark.setText(self.tr("Writing {0} …").format(path.name))

        def work(progress: worker.Progress) -> str:
            held = (picture.view, picture.positions, picture.wanted, combine)
            carried = text_to_carry(embed, *held, lines=picture.lines) if kind.carries and not views else ""
            if views:
                manner = manner_of(picture.deck, picture.build, picture.template)
                made, advice = deck_of(found, views, picture.wanted, picture.size, manner, embed, others), ""
            elif kind.what == MAP:
                made, advice = picture_bytes(kind.suffix, picture._replace(carried=carried)), ""
            else:
                made, advice = document_of(kind, picture.view, picture.ties, asked._replace(carried=carried))
            progress(0.9)
            write_whole(path, made)
            return advice

        self._job = worker.run(
            work, lambda advice: self._done(path, advice), self._failed, lambda: self.save.setEnabled(True)
        )

    def _done(self, path: Path, advice: str = "") -> None:
        """Close, the file being written."""
        self._job, self.written = None, Written(path, advice)
        self._memory.take(*self._fields, self._view, path)
        self.accept()

    def _failed(self, fault: Exception) -> None:
        """Say why nothing was written; everything can be mended and tried again."""
        self._job = None
        self.save.setEnabled(True)
        if not isinstance(fault, EntenteError):
            raise fault
        self._message.setText(str(fault))
        self._remark.setText(self._said_of(self.kinds.kind))

    def done(self, result: int) -> None:
        """Let go of work under way, and close."""
        self.preview.stop()
        if self._job is not None:
            self._job.cancel()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let go of work under way, however the dialog is closed."""
        self.preview.stop()
        super().closeEvent(event)


def with_ending(path: Path, kind: FileKind) -> Path:
    """Return the path with the ending of the kind, unless it names another kind that may hold the same."""
    try:
        kind_of(path, kind.what)
    except EntenteError:
        return path.with_name(path.name + kind.suffix)
    return path
