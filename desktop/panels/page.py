"""What all pages of the evidence panel share: a column of plain words, rows that lead on, and sections."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.panels.flow import FlowLayout
from desktop.panels.paragraph import Paragraph
from desktop.panels.row_button import USUAL, RowButton
from desktop.panels.row_column import RowColumn
from desktop.panels.section import Section
from desktop.panels.swatches import SIZE, domain_icon
from desktop.panels.widgets import plain_label, rule
from graphdata.rows import Row
from graphdata.steps import Steps, at_once

ROWS_AT_ONCE = 40  # more rows wait behind a button, so that a page of thousands opens at once


class Page(QWidget):
    """A column of parts; it reports what is asked for and does nothing itself."""

    asked = Signal(str, str)  # show something else: its kind and id
    copy_asked = Signal(str)
    link_asked = Signal(str)
    claim_struck = Signal(str)  # a claim is to count no more

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(12, 8, 12, 12)
        self.column.setSpacing(6)

    def minimumSizeHint(self) -> QSize:
        """Return the least width alone: the height follows from the width, and more would leave a blank foot."""
        return QSize(super().minimumSizeHint().width(), 0)

    def say(self, text: str, role: str = "") -> None:
        """Add a paragraph; nothing for no words."""
        if text:
            self.column.addWidget(words(text, role))

    def say_all(self, texts: Iterable[str], role: str = "") -> None:
        """Add a paragraph for each text."""
        for text in texts:
            self.say(text, role)

    def say_domain(self, domain: str, text: str) -> None:
        """Add a heading with the glyph that the map gives the domain."""
        line = QHBoxLayout()
        line.setSpacing(6)
        glyph = plain_label("")
        glyph.setPixmap(domain_icon(domain).pixmap(SIZE))
        line.addWidget(glyph)
        line.addWidget(words(text, "heading"), 1)
        self.column.addLayout(line)

    def head(self, text: str) -> None:
        """Add a thin rule and a heading."""
        self.column.addSpacing(4)
        self.column.addWidget(rule())
        self.column.addWidget(plain_label(text, "heading"))

    def filling(self) -> Steps[None]:
        """Make the parts, some at a time: a page of hundreds would keep the window for long."""
        raise NotImplementedError

    def adding_rows(self, rows: Iterable[Row]) -> Steps[None]:
        """Add rows that lead on, one at a time; the tail of a long list when it is asked for."""
        block, making = self._block_of_rows(tuple(rows))
        self.column.addWidget(block)
        yield from making

    def measuring(self, widths: Iterable[int]) -> Steps[None]:
        """Measure the parts, one at a time, for a page of some widths, and for the width that layouts ask of first."""
        margins = self.column.contentsMargins()
        rooms = [width - margins.left() - margins.right() for width in widths]
        for part in self.findChildren(QWidget):
            part.ensurePolished()
            if isinstance(part, RowButton | Paragraph):
                for room in (USUAL, *rooms):
                    part.heightForWidth(room)
                    yield

    def setting_out(self, width: int, height: int, bar: int) -> Steps[None]:
        """Lay the page out for a room of some size, in which a bar may stand beside it: it will be shown as it is."""
        self.column.addStretch(1)  # an alignment at the top would leave parts the height of their hints
        wanted = self.heightForWidth(width)
        if wanted > height:
            wanted = self.heightForWidth(width - bar)
            width -= bar
        self.resize(width, max(wanted, height))
        self.column.activate()
        yield
        for part in self.findChildren(QWidget):  # those around come before those inside
            if isinstance(part, RowColumn):
                part.set_out()
                yield
            elif inner := part.layout():
                inner.activate()

    def _block_of_rows(self, rows: tuple[Row, ...]) -> tuple[QWidget, Steps[None]]:
        """Return a block for rows, and what makes them, one at a time."""
        listed = RowColumn()
        block, column = block_of(listed, spacing=0)
        if len(rows) > ROWS_AT_ONCE:
            rest = rows[ROWS_AT_ONCE:]
            column.addWidget(Section(self.tr("{0} more").format(len(rest)), lambda: self._rest(rest)))
        return block, self._making(listed, rows[:ROWS_AT_ONCE])

    def _making(self, listed: RowColumn, rows: tuple[Row, ...]) -> Steps[None]:
        """Make rows, one at a time."""
        for row in rows:
            button = RowButton(row)
            button.clicked.connect(self._ask(row))
            listed.add(button)
            yield

    def _rest(self, rows: tuple[Row, ...]) -> QWidget:
        """Return the tail of a long list as a block."""
        block, making = self._block_of_rows(rows)
        at_once(making)
        return block

    def section(self, heading: str, content: Callable[[], QWidget], is_open: bool = False) -> Section:
        """Add a section and return it."""
        section = Section(heading, content, is_open)
        self.column.addWidget(section)
        return section

    def add_buttons(self, *buttons: QPushButton) -> None:
        """Add buttons side by side."""
        self.column.addLayout(side_by_side(*buttons))

    def _ask(self, row: Row) -> Callable[[], None]:
        return lambda: self.asked.emit(row.kind, row.id)


def words(text: str, role: str = "") -> Paragraph:
    """Return a paragraph that can be selected and copied."""
    return Paragraph(text, role)


def block_of(*widgets: QWidget, spacing: int = 4, indent: int = 0) -> tuple[QWidget, QVBoxLayout]:
    """Return widgets one below the other, and the layout to go on with."""
    block = QWidget()
    column = QVBoxLayout(block)
    column.setContentsMargins(indent, 0, 0, 0)
    column.setSpacing(spacing)
    for widget in widgets:
        column.addWidget(widget)
    return block, column


def block_of_words(texts: Iterable[str], role: str = "", indent: int = 8) -> QWidget:
    """Return paragraphs one below the other."""
    block, _ = block_of(*(words(text, role) for text in texts), indent=indent)
    return block


def side_by_side(*buttons: QPushButton) -> FlowLayout:
    """Return buttons in a line, from the left, and below where there is no room beside."""
    line = FlowLayout(spacing=6)
    for button in buttons:
        line.addWidget(button)
    return line


def push_button(text: str, name: str, action: Callable[[], None]) -> QPushButton:
    """Return a small button with its full name for a screen reader."""
    button = QPushButton(text)
    button.setAccessibleName(name)
    button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
    button.clicked.connect(lambda _checked: action())
    return button
