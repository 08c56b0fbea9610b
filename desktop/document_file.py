"""From what is on show to a document or a table; the window and the command line both come here."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from desktop.export.kinds import FileKind, Written
from desktop.export_options import chosen_from, told_of_nothing
from graphdata.annex import Annex, annex_of, paper_of
from graphdata.export.carriers import carrying
from graphdata.storage.writing import write_whole
from graphdata.ties import Tie
from graphdata.view import View

FIRST_SHEET: Final = FileKind("relations", ".csv", "")  # what the preview of a workbook shows


class Document(NamedTuple):
    """The bytes of a file, and what its reader should be told of it."""

    content: bytes
    advice: str = ""


class Asked(NamedTuple):
    """What is asked of a document: its title, another marking than that of what is shown with the reason, its view.

    The view is the text that lets an annex be opened again.
    """

    title: str = ""
    marking: str = ""
    reason: str = ""
    carried: str = ""


AS_IT_IS: Final = Asked()


def write_document(path: Path, kind: FileKind, view: View, ties: Sequence[Tie], asked: Asked = AS_IT_IS) -> str:
    """Write a document and return what its reader should be told; raises EntenteError where the disk refuses."""
    made = document_of(kind, view, ties, asked)
    write_whole(path, made.content)
    return made.advice


def document_of(kind: FileKind, view: View, ties: Sequence[Tie], asked: Asked = AS_IT_IS) -> Document:
    """Return the file of a kind for what is on show; the same view gives the same bytes. A PDF needs an application."""
    annex = annex_of(view, ties, *asked[:3])
    if kind.suffix == ".csv":
        return _csv(annex, kind.what)
    return Document(carrying(_WRITERS[kind.suffix](annex), kind.suffix, asked.carried))


def document_preview(kind: FileKind, view: View, ties: Sequence[Tie], asked: Asked, room: QSize) -> QImage:
    """Return the first page of a document, or the first lines of a table, on an image as large as a room allows."""
    if kind.suffix in (".docx", ".html", ".pdf"):
        from desktop.export.paper_pdf import first_page
        from desktop.export.raster import fitting

        return fitting(first_page(paper_of(annex_of(view, ties, *asked[:3]))), room)
    from desktop.export.text_page import first_lines

    shown = FIRST_SHEET if kind.suffix == ".xlsx" else kind
    return first_lines(document_of(shown, view, ties, asked).content.decode("utf-8-sig"), room)


def _docx(annex: Annex) -> bytes:
    from graphdata.export.docx import to_docx

    return to_docx(paper_of(annex))


def _html(annex: Annex) -> bytes:
    from graphdata.export.paper_html import to_html

    return to_html(paper_of(annex))


def _pdf(annex: Annex) -> bytes:
    from desktop.export.paper_pdf import paper_to_pdf

    return paper_to_pdf(paper_of(annex))


def _xlsx(annex: Annex) -> bytes:
    from graphdata.export.xlsx import to_xlsx

    return to_xlsx(annex)


def _csv(annex: Annex, name: str) -> Document:
    from graphdata.export.csv_table import to_csv, told

    made = to_csv(annex, name)
    return Document(made.content, told(made.marked))


def _csl(annex: Annex) -> bytes:
    from graphdata.export.csl import to_csl_json

    return to_csl_json((entry.source for entry in annex.sources), annex.network, _numbers(annex), _listed(annex))


def _ris(annex: Annex) -> bytes:
    from graphdata.export.ris import to_ris

    return to_ris((entry.source for entry in annex.sources), annex.network, _numbers(annex), _listed(annex))


def _listed(annex: Annex) -> str:
    """Return how a list of sources is marked, with the reason where it is lower than what it is of."""
    return f"list marked {annex.marking}" + (f" ({annex.lowered.rstrip('.')})" if annex.lowered else "")


def _numbers(annex: Annex) -> dict[str, int]:
    """Return the number of each source among the notes."""
    return {entry.source.id: entry.note.number for entry in annex.sources}


_WRITERS: Final[dict[str, Callable[[Annex], bytes]]] = {
    ".docx": _docx,
    ".html": _html,
    ".pdf": _pdf,
    ".xlsx": _xlsx,
    ".json": _csl,
    ".ris": _ris,
}


def export_from_options(chosen: argparse.Namespace, kind: FileKind) -> Written:
    """Write what the options of the command line ask for, and return where it went."""
    if kind.suffix == ".pdf":  # Qt sets and paints the pages
        from desktop.app import headless_app

        headless_app()
    if chosen.views:
        from desktop.views_file import write_each

        return Written(write_each(chosen, kind), "")
    made = chosen_from(chosen, kind.carries and chosen.embed != "none")
    asked = Asked(chosen.title, chosen.marking, chosen.marking_reason, made.carried)
    advice = write_document(chosen.out_file, kind, made.view, made.ties, asked)
    return Written(Path(chosen.out_file), told_of_nothing(made.view) or advice)
