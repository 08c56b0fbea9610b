"""A document is written whole, and the window and the command line give the same bytes."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pypdf
import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication

from desktop.command_line import main
from desktop.document_file import Asked, document_of, write_document
from desktop.export.kinds import DOCUMENTS, FileKind
from desktop.session import Session
from graphdata.carried import embedded_text
from graphdata.filter import Filter
from graphdata.network import Network
from graphdata.reopening import carried_in_file
from graphdata.storage.pack import to_pack
from graphdata.storage.reading import read_network
from graphdata.storage.writing import NotWrittenError
from graphdata.ties import ties_of
from graphdata.view import view_of

HEADS = {
    ".docx": b"PK", ".pdf": b"%PDF", ".html": b"<!DOCTYPE html>", ".xlsx": b"PK", ".csv": b"\xef\xbb\xbf",
    ".json": b"[", ".ris": b"TY  - ",
}  # fmt: skip


@pytest.mark.parametrize("kind", DOCUMENTS, ids=lambda kind: f"{kind.what}{kind.suffix}")
def test_window_and_command_line_write_the_same(
    tmp_path: Path, session: Session, network: Network, kind: FileKind, qapp: QApplication
) -> None:
    assert qapp
    (tmp_path / "n.ententepack").write_bytes(to_pack(network))
    session.open(read_network(tmp_path / "n.ententepack"), session.positions)
    out = tmp_path / f"out{kind.suffix}"
    assert main(["export", str(tmp_path / "n.ententepack"), str(out), "--what", kind.what, "--title", "T"]) == 0
    content = out.read_bytes()
    assert content.startswith(HEADS[kind.suffix])
    carried = embedded_text(carried_in_file(out)[0].saved) if kind.carries else ""
    assert content == document_of(kind, session.view, session.ties, Asked("T", carried=carried)).content


@pytest.mark.parametrize("kind", DOCUMENTS, ids=lambda kind: f"{kind.what}{kind.suffix}")
def test_the_reason_for_a_lower_marking_is_kept_in_every_document(
    network: Network, kind: FileKind, qapp: QApplication
) -> None:
    assert qapp
    asked, view = (
        Asked("T", "TLP:CLEAR", "cleared by the desk"),
        view_of(replace(network, marking="TLP:AMBER"), Filter()),
    )
    content = document_of(kind, view, ties_of(view), asked).content
    told = [content]
    if kind.suffix == ".pdf":
        told = [page.extract_text().encode() for page in pypdf.PdfReader(io.BytesIO(content)).pages]
    elif content[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            told = [archive.read(name) for name in archive.namelist()]
    assert any(b"cleared by the desk" in part for part in told)


def test_a_disk_that_refuses_is_told(tmp_path: Path, session: Session) -> None:
    with pytest.raises(NotWrittenError):
        write_document(tmp_path / "no" / "a.docx", DOCUMENTS[0], session.view, session.ties)


def test_marked_cells_are_told(tmp_path: Path, session: Session) -> None:
    kind = next(kind for kind in DOCUMENTS if (kind.what, kind.suffix) == ("sources", ".csv"))
    assert write_document(tmp_path / "s.csv", kind, session.view, session.ties).startswith("1 cell begins like")


@pytest.mark.usefixtures("qapp")
def test_an_annex_says_what_changed(tmp_path: Path, pack: Path) -> None:
    for name, more in (("plain", []), ("changed", ["--earlier", "2022-06"])):
        assert main(["export", str(pack), str(tmp_path / f"{name}.html"), "--what", "annex", *more]) == 0
    plain, changed = ((tmp_path / f"{name}.html").read_text("utf-8") for name in ("plain", "changed"))
    assert "Compared:" not in plain
    assert changed.count("Compared:") > 1
