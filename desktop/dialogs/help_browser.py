"""The one place where formatted text is shown: pages that come with the program, never text from data.

It loads nothing but those pages and their shipped pictures, follows no link by itself, and reports the links that
lead to another place of the help.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, Qt, QUrl, Signal
from PySide6.QtGui import (
    QFont,
    QFontDatabase,
    QImage,
    QPalette,
    QResizeEvent,
    QShowEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextImageFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import QTextBrowser, QWidget

from desktop.dialogs.help_pages import FIRST, page_text, picture_file, place_of_link, slug

FEATURES: Final = QTextDocument.MarkdownFeature.MarkdownDialectGitHub | QTextDocument.MarkdownFeature.MarkdownNoHTML
LEADING: Final = 118.0  # per cent
HEADINGS: Final = {1: 1.7, 2: 1.28, 3: 1.08}
FIXED: Final = ("DejaVu Sans Mono", "Liberation Mono", "Consolas", "Menlo", "Courier New")
DENSITY: Final = 1.5  # dots of a picture for each point of the page
ABOVE: Final = 8  # points that a section is shown below the edge
DARK: Final = 128  # lightness of the ground below which pictures are dark, too
NOTHING: Final = QImage(1, 1, QImage.Format.Format_ARGB32)


class HelpBrowser(QTextBrowser):
    """Shows one page of the help in the colours of the window."""

    place_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show the first page."""
        super().__init__(parent)
        self.page, self.section, self._stays = "", "", True
        self._written_in: tuple[QFont, QPalette] | None = None  # the look that the page was written in
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setAccessibleName(self.tr("Page of the help"))
        self.document().setDocumentMargin(20.0)
        self.anchorClicked.connect(self._follow)
        self.verticalScrollBar().actionTriggered.connect(self._let_go)
        self.show_page(FIRST)

    def show_page(self, place: str) -> None:
        """Show a shipped page from its beginning, or from the section that the place names."""
        self.page, _, self.section = place.partition("#")
        self._fill()
        self._go()

    def look_for(self, text: str) -> bool:
        """Select the next place that holds the text, after the last the first again; return whether any does."""
        if not text:
            return False
        self._let_go()
        if self.find(text):
            return True
        self.moveCursor(QTextCursor.MoveOperation.Start)
        return self.find(text)

    def loadResource(self, kind: int, name: QUrl | str) -> object:  # noqa: N802, ARG002 - Qt's name and signature
        """Return an empty picture for whatever a page might ask for: shipped pictures are put into it beforehand."""
        return NOTHING

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pictures into the page, and keep to the section that was asked for."""
        super().resizeEvent(event)
        self._fit_pictures()
        self._settle(self.verticalScrollBar().value())

    def showEvent(self, event: QShowEvent) -> None:
        """Go to the section once the page has its width."""
        super().showEvent(event)
        self._settle(self.verticalScrollBar().value())

    def changeEvent(self, event: QEvent) -> None:
        """Write the page anew in other colours or another type."""
        super().changeEvent(event)
        if self._written_in not in (None, (self.font(), self.palette())):
            place = self.verticalScrollBar().value()
            self._fill()
            self._settle(place)

    def _follow(self, link: QUrl) -> None:
        place = place_of_link(link.toString())
        if place:
            self.place_asked.emit(place)

    def _let_go(self) -> None:
        """Keep to the section no longer: the reader has gone on."""
        self._stays = False

    def _settle(self, place: int) -> None:
        """Be at the section that was asked for, or where the reader has gone from there."""
        self.document().documentLayout().documentSize()  # all of it is laid out, or the place would not be reached
        if self._stays:
            self._go()
        else:
            self.verticalScrollBar().setValue(place)

    def _go(self) -> None:
        """Go to the section that was asked for, or to the beginning."""
        heads = (each for each in _blocks(self.document()) if each.blockFormat().headingLevel() > 1)
        head = next((each for each in heads if self.section and slug(each.text()) == self.section), None)
        top = self.document().documentLayout().blockBoundingRect(head).top() if head else 0.0
        self.verticalScrollBar().setValue(round(top) - ABOVE)
        self._stays = True

    def _fill(self) -> None:
        document = self.document()
        self._written_in = QFont(self.font()), QPalette(self.palette())
        document.setDefaultFont(self.font())
        document.setMarkdown(page_text(self.page), FEATURES)
        pictured = {document.findBlock(place).blockNumber() for place, _ in _pictures(document)}
        for block in _blocks(document):
            if block.blockNumber() not in pictured:  # leading would leave a share of its height blank under a picture
                self._dress_block(block)
        for frame in document.rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                self._dress_table(frame)
        self._fit_pictures()
        self.moveCursor(QTextCursor.MoveOperation.Start)  # the old one would draw the end of the page into sight

    def _fit_pictures(self) -> None:
        """Put the shipped pictures of the page into it, no wider than the page; any other name stays empty."""
        document = self.document()
        room = self.viewport().width() - 2 * document.documentMargin()
        dark = self.palette().color(QPalette.ColorRole.Base).lightness() < DARK
        whole = QTextCursor(document)
        whole.beginEditBlock()
        for place, form in _pictures(document):
            image = _image(picture_file(form.name(), dark))
            width = max(1.0, min(image.width() / DENSITY, room))
            smooth = Qt.TransformationMode.SmoothTransformation
            scaled = image.scaledToWidth(round(width * self.devicePixelRatioF()), smooth)
            document.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(form.name()), scaled)
            form.setWidth(width)
            form.setHeight(width * image.height() / image.width())
            whole.setPosition(place)
            whole.setPosition(place + 1, QTextCursor.MoveMode.KeepAnchor)
            whole.setCharFormat(form)
        whole.endEditBlock()
        document.markContentsDirty(0, document.characterCount())  # parts that lie ahead would keep the old height

    def _dress_block(self, block: QTextBlock) -> None:
        """Give a paragraph its room, a heading its size, and code its ground."""
        cursor = QTextCursor(block)
        level = block.blockFormat().headingLevel()
        cursor.mergeBlockFormat(self._room(block.blockFormat(), level, cursor.currentTable() is not None))
        for start, length, code in _pieces(block):
            cursor.setPosition(start)
            cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(self._look(level, code))

    def _room(self, given: QTextBlockFormat, level: int, in_table: bool) -> QTextBlockFormat:
        """Return the room round a paragraph; lines of code are wrapped rather than cut, on a ground of their own."""
        room = QTextBlockFormat()
        if not given.nonBreakableLines():  # ground between the lines of code would stay white
            room.setLineHeight(LEADING, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if in_table:
            room.setTopMargin(0.0)
            room.setBottomMargin(0.0)
        if level:
            room.setTopMargin(self.font().pointSizeF() * (1.8 if level > 1 else 0.2))
            room.setBottomMargin(self.font().pointSizeF() * 0.6)
        if given.nonBreakableLines():
            room.setNonBreakableLines(False)
            room.setBackground(self.palette().color(QPalette.ColorRole.AlternateBase))
        return room

    def _look(self, level: int, code: bool) -> QTextCharFormat:
        """Return how a piece of text looks; where the system has no fixed letters, code is in those of the window."""
        look = QTextCharFormat()
        if level:
            look.setFontPointSize(self.font().pointSizeF() * HEADINGS.get(level, 1.0))
            look.setFontWeight(QFont.Weight.Bold)
        if code:
            fixed = [family for family in FIXED if QFontDatabase.hasFamily(family)]
            look.setFontFamilies([*fixed, *self.font().families()])
            look.setBackground(self.palette().color(QPalette.ColorRole.AlternateBase))
        return look

    def _dress_table(self, table: QTextTable) -> None:
        """Give a table thin rules and the width of the page."""
        form = table.format()
        form.setBorderCollapse(True)
        form.setBorder(1.0)
        form.setCellSpacing(0.0)
        form.setBorderBrush(self.palette().color(QPalette.ColorRole.Mid))
        form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        form.setCellPadding(5.0)
        form.setTopMargin(6.0)
        form.setBottomMargin(10.0)
        form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100.0))
        table.setFormat(form)


@lru_cache(maxsize=24)
def _image(file: Path | None) -> QImage:
    """Return a picture as it is shipped, an empty one where there is none."""
    return QImage(str(file)) if file else NOTHING


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _pictures(document: QTextDocument) -> list[tuple[int, QTextImageFormat]]:
    """Return where each picture stands, and a copy of how it is shown."""
    found = []
    for block in _blocks(document):
        piece = block.begin()
        while not piece.atEnd():
            form = piece.fragment().charFormat()
            if form.isImageFormat():
                found.append((piece.fragment().position(), QTextImageFormat(form.toImageFormat())))
            piece += 1
    return found


def _pieces(block: QTextBlock) -> list[tuple[int, int, bool]]:
    """Return where each piece of a paragraph begins, how long it is, and whether it is code."""
    found = []
    place = block.begin()
    while not place.atEnd():
        piece = place.fragment()
        look = piece.charFormat()
        found.append((piece.position(), piece.length(), look.fontFixedPitch() or "monospace" in _families(look)))
        place += 1
    return found


def _families(look: QTextCharFormat) -> list[str]:
    """Return the families a piece of text asks for; a format without any answers with nothing."""
    return list(look.fontFamilies() or [])
