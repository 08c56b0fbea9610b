"""The parts of an XLSX file, which is a zip of XML and may have been made to do harm.

Sizes are looked at before anything is unpacked. A document type, through which XML names entities and other files, is
refused: no spreadsheet writes one.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Callable
from typing import Final, Protocol
from xml.parsers import expat

from graphdata.linter.findings import printable, quoted
from graphdata.problems import DatasetError
from graphdata.storage.archive import FAULTS
from graphdata.storage.files import refusal

UNPACKED_LIMIT: Final = 400 * 1024 * 1024
MOST_PARTS: Final = 4096
DEEPEST: Final = 100
_RATIO: Final = 300  # tables compress well; a bomb reaches a thousand
_BLOCK: Final = 1 << 20
_ASK: Final = "Do not open it; ask where it came from."
_SAVE_AGAIN: Final = "Open it in a spreadsheet program and save it again as .xlsx."


class Listener(Protocol):
    """What reads one part: it is told of each element as it begins, of its text, and of its end."""

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        """Take the beginning of an element; names come without their namespace."""

    def text(self, text: str) -> None:
        """Take a piece of text."""

    def end(self, name: str) -> None:
        """Take the end of an element."""


class Parts:
    """The parts of one file by their names."""

    def __init__(self, data: bytes, place: str) -> None:
        """Look at the directory of the zip, and refuse what is too large."""
        self.place = place
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except FAULTS as fault:
            raise self.damaged(fault) from None
        infos = self._zip.infolist()
        if (
            len(infos) > MOST_PARTS
            or sum(info.file_size for info in infos) > UNPACKED_LIMIT
            or any(map(_swells, infos))
        ):
            message = (
                f"unpacked it would exceed what is allowed ({UNPACKED_LIMIT // 1024**2} MB, {_RATIO} times its size)."
            )
            raise refusal(place, message, _ASK, "table-too-large")
        self.names = frozenset(info.filename for info in infos)

    def damaged(self, fault: object) -> DatasetError:
        """Return the error for a file that does not hold what it should."""
        message = f"the workbook is damaged: {quoted(str(fault) or type(fault).__name__)}."
        return refusal(self.place, message, _SAVE_AGAIN, "workbook-damaged")

    def read(self, name: str, listener: Listener) -> None:
        """Tell a listener everything that stands in one part."""
        parser = _parser(listener, lambda said, remedy: refusal(self.place, f"{name}: {said}", remedy, "hostile-xml"))
        try:
            with self._zip.open(name) as part:
                while block := part.read(_BLOCK):
                    parser.Parse(block, False)
                parser.Parse(b"", True)
        except (*FAULTS, expat.ExpatError) as fault:
            raise self.damaged(f"{name}: {printable(str(fault))[:80]}") from None


def _swells(info: zipfile.ZipInfo) -> bool:
    return info.file_size > _BLOCK and info.file_size > _RATIO * max(info.compress_size, 1)


def _parser(listener: Listener, refused: Callable[[str, str], DatasetError]) -> expat.XMLParserType:
    """Return a parser that knows no namespaces, no entities but XML's own, and no endless depth."""
    parser = expat.ParserCreate(namespace_separator=" ")
    depth = 0

    def begin(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise refused("elements are nested too deeply.", _ASK)
        listener.begin(_bare(name), {_bare(key): value for key, value in attributes.items()})

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        listener.end(_bare(name))

    def doctype(*_: object) -> None:
        raise refused("it has a document type, which no spreadsheet writes.", _ASK)

    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = begin, end
    parser.CharacterDataHandler = listener.text
    parser.StartDoctypeDeclHandler = doctype
    return parser


def _bare(name: str) -> str:
    return name.rpartition(" ")[2]


def resolved(base: str, target: str) -> str:
    """Return the name of a part that another one points at, such as worksheets/sheet1.xml from xl/workbook.xml."""
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(base), target)).lstrip("/")
