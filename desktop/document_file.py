"""From what is on show to a document: the evidence annex; the window and the command line both come here."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from desktop.export.kinds import FileKind, Written
from graphdata.filter_options import filter_from
from graphdata.storage.reading import read_network
from graphdata.storage.writing import write_whole
from graphdata.ties import Tie, ties_of
from graphdata.view import View, view_of


def write_document(path: Path, kind: FileKind, view: View, ties: Sequence[Tie], title: str = "") -> str:
    """Write a document and return what its reader should be told; raises EntenteError where the disk refuses."""
    write_whole(path, document_bytes(kind, view, ties, title))
    return ""


def document_bytes(kind: FileKind, view: View, ties: Sequence[Tie], title: str = "") -> bytes:
    """Return the file of a kind for what is on show; the same view gives the same bytes. A PDF needs an application."""
    return _annex(kind.suffix, view, ties, title)


def _annex(suffix: str, view: View, ties: Sequence[Tie], title: str) -> bytes:
    """Return the evidence annex."""
    from graphdata.annex import annex_of, paper_of

    paper = paper_of(annex_of(view, ties, title))
    if suffix == ".docx":
        from graphdata.export.docx import to_docx

        return to_docx(paper)
    if suffix == ".html":
        from graphdata.export.paper_html import to_html

        return to_html(paper)
    from desktop.export.paper import to_pdf

    return to_pdf(paper)


def export_from_options(chosen: argparse.Namespace, kind: FileKind) -> Written:
    """Write what the options of the command line ask for, and return where it went."""
    if kind.suffix == ".pdf":  # Qt sets and paints the pages
        from desktop.app import headless_app

        headless_app()
    network = read_network(chosen.network)
    view = view_of(network, filter_from(chosen, network))
    advice = write_document(chosen.out_file, kind, view, ties_of(view, chosen.combine), chosen.title)
    return Written(Path(chosen.out_file), advice)
