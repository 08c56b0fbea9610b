"""The sheets of an XLSX workbook as grids, read in one pass with what must be said of single cells.

Written here rather than taken from a library, because a formula, its stored value and merged cells have to be seen
together, and because of what a hostile file may do; openpyxl gives the second opinion in the tests.
"""

from __future__ import annotations

from typing import Final

from graphdata.linter.findings import quoted
from graphdata.storage.files import refusal
from graphdata.storage.grids import Grid
from graphdata.storage.workbook_cells import SheetListener
from graphdata.storage.workbook_parts import Parts, resolved
from graphdata.storage.workbook_values import Values, is_date_format

_BOOK: Final = "xl/workbook.xml"
_LINKS: Final = "xl/_rels/workbook.xml.rels"
_STRINGS: Final = "sharedStrings"
_STYLES: Final = "styles"
_SHEET: Final = "worksheet"


def grids_of_workbook(data: bytes, place: str) -> tuple[Grid, ...]:
    """Return every sheet of a workbook in its order, or raise a DatasetError."""
    parts = Parts(data, place)
    if not {_BOOK, _LINKS} <= parts.names:
        message = "this is a zip, and not a workbook that can be read."
        raise refusal(place, message, "Save the table as .xlsx or as CSV.", "not-a-workbook")
    book, links = _BookListener(), _LinksListener()
    parts.read(_BOOK, book)
    parts.read(_LINKS, links)
    values = _values(parts, book, links)
    return tuple(_grid(parts, sheet, links, values) for sheet in book.sheets if links.kinds.get(sheet[1]) == _SHEET)


def _grid(parts: Parts, sheet: tuple[str, str, bool], links: _LinksListener, values: Values) -> Grid:
    name, link, hidden = sheet
    listener = SheetListener(values, f"{parts.place}, sheet {quoted(name)}")
    parts.read(links.targets[link], listener)
    return Grid(name, tuple(listener.rows), listener.all_remarks(), hidden)


def _values(parts: Parts, book: _BookListener, links: _LinksListener) -> Values:
    """Return what the cells refer to: the texts they share, and which of their formats are dates."""
    strings, styles = _StringsListener(), _StylesListener()
    for link, kind in links.kinds.items():
        if kind in (_STRINGS, _STYLES) and links.targets[link] in parts.names:
            parts.read(links.targets[link], strings if kind == _STRINGS else styles)
    return Values(strings.texts, styles.dates(), book.from_1904)


class _Listener:
    """A listener that hears nothing."""

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        """Take the beginning of an element."""

    def text(self, text: str) -> None:
        """Take a piece of text."""

    def end(self, name: str) -> None:
        """Take the end of an element."""


class _BookListener(_Listener):
    """Hears the sheets in their order, each with its link and whether it is hidden, and from when days are counted."""

    def __init__(self) -> None:
        """Start with no sheets."""
        self.sheets: list[tuple[str, str, bool]] = []
        self.from_1904 = False

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        """Keep a sheet, or the way days are counted."""
        if name == "sheet":
            hidden = attributes.get("state", "visible") != "visible"
            self.sheets.append((attributes.get("name", ""), attributes.get("id", ""), hidden))
        elif name == "workbookPr":
            self.from_1904 = attributes.get("date1904", "") in ("1", "true", "on")


class _LinksListener(_Listener):
    """Hears which part each link leads to, and of what kind it is."""

    def __init__(self) -> None:
        """Start with no links."""
        self.targets: dict[str, str] = {}
        self.kinds: dict[str, str] = {}

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        """Keep a link that stays inside of the file."""
        if name == "Relationship" and attributes.get("TargetMode") != "External":
            link = attributes.get("Id", "")
            self.targets[link] = resolved(_BOOK, attributes.get("Target", ""))
            self.kinds[link] = attributes.get("Type", "").rpartition("/")[2]


class _StringsListener(_Listener):
    """Hears the texts that cells share; a text may be in pieces, and how it is pronounced is left out."""

    def __init__(self) -> None:
        """Start with no texts."""
        self.texts: list[str] = []
        self._pieces: list[str] = []
        self._is_text = self._is_sound = False

    def begin(self, name: str, attributes: dict[str, str]) -> None:  # noqa: ARG002 - a Listener
        """Begin a text or a piece of one."""
        if name == "si":
            self._pieces = []
        self._is_text = name == "t"
        self._is_sound = self._is_sound or name == "rPh"

    def text(self, text: str) -> None:
        """Keep a piece."""
        if self._is_text and not self._is_sound:
            self._pieces.append(text)

    def end(self, name: str) -> None:
        """Put the pieces together."""
        self._is_text = False
        self._is_sound = self._is_sound and name != "rPh"
        if name == "si":
            self.texts.append("".join(self._pieces))


class _StylesListener(_Listener):
    """Hears the number format of each style."""

    def __init__(self) -> None:
        """Start with no styles."""
        self._codes: dict[int, str] = {}
        self._formats: list[int] = []
        self._is_cell = False

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        """Keep a format, or the format of a style of cells."""
        self._is_cell = self._is_cell or name == "cellXfs"
        if name == "numFmt":
            self._codes[_number(attributes, "numFmtId")] = attributes.get("formatCode", "")
        elif name == "xf" and self._is_cell:
            self._formats.append(_number(attributes, "numFmtId"))

    def end(self, name: str) -> None:
        """Leave the styles of cells."""
        self._is_cell = self._is_cell and name != "cellXfs"

    def dates(self) -> frozenset[int]:
        """Return the styles that show a number as a date."""
        return frozenset(
            style for style, form in enumerate(self._formats) if is_date_format(form, self._codes.get(form, ""))
        )


def _number(attributes: dict[str, str], key: str) -> int:
    return int(attributes[key]) if attributes.get(key, "").isascii() and attributes.get(key, "").isdigit() else 0
