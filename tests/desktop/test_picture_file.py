"""A picture is written whole, at the size asked for, or the old file stays."""

from __future__ import annotations

import io
import zipfile
from argparse import Namespace
from pathlib import Path

import pypdf
import pytest

from desktop.command_line import main
from desktop.export.formats import SLIDE, Size, UnknownFormatError
from desktop.export.raster import PictureTooLargeError
from desktop.export_options import size_from
from desktop.picture_file import Picture, _advice, picture_bytes, write_picture
from desktop.session import Session
from graphdata import typeface
from graphdata.drawing import Group, Words, flat
from graphdata.reopening import carried_in_file
from graphdata.sheet import Request
from graphdata.storage.writing import NotWrittenError
from graphdata.style import Theme

HEADS = {"m.png": b"\x89PNG", "m.svg": b"<?xml", "M.PDF": b"%PDF", "m.pptx": b"PK", "m.html": b"<!DOCTYPE html>"}


def write(path: Path, session: Session, theme: Theme, size: Size = SLIDE) -> None:
    """Write what the session shows."""
    write_picture(path, session.view, session.ties, session.positions, Request(16 / 9, theme), size)


@pytest.mark.parametrize(("name", "head"), HEADS.items())
def test_the_ending_names_the_format(tmp_path: Path, session: Session, light: Theme, name: str, head: bytes) -> None:
    write(tmp_path / name, session, light, Size(100.0, 56.0, 96.0))
    assert (tmp_path / name).read_bytes().startswith(head)
    assert [file.name for file in tmp_path.glob("*")] == [name]


def words_on(session: Session, theme: Theme, size: Size) -> list[tuple[float, Words, str]]:
    """Return the words of a page with their sizes in points on paper, and the part that they stand in."""
    wanted = Request(size.aspect, theme, marking="TLP:AMBER+STRICT", enlargement=size.enlargement)
    made = Picture(session.view, session.ties, session.positions, wanted, size).drawing
    parts = [(part, part.id) for part in made.items if isinstance(part, Group)]
    point = size.width_mm / 25.4 * 72.0 / made.width
    return [(m.size * point, m, name) for part, name in parts for m in flat([part]) if isinstance(m, Words)]


@pytest.mark.parametrize(("wide", "high"), [(210, 148), (148, 210), (148, 105), (105, 148), (141, 79), (60, 45)])
@pytest.mark.usefixtures("undressed")
def test_on_small_paper_the_marking_has_twelve_points_and_words_can_be_read(
    session: Session, light: Theme, wide: float, high: float
) -> None:
    """The label of TLP 2.0 is as large on A6 as on A4; other words shrink no further than on A5."""
    said = words_on(session, light, Size(wide, high, 300.0))
    marks = [points for points, word, _ in said if word.text == "TLP:AMBER+STRICT"]
    assert len(marks) == 2
    assert min(marks) >= 11.99 if wide >= 79 else 5.0
    if min(wide, high) >= 148:
        assert min(points for points, word, part in said if part in ("head", "legend", "foot") and word.text[1:]) >= 6.0


@pytest.mark.parametrize(("wide", "high"), [(210, 148), (148, 105), (141, 79)])
@pytest.mark.usefixtures("undressed")
def test_on_small_paper_the_legend_keeps_to_its_room(session: Session, light: Theme, wide: float, high: float) -> None:
    said = [(word, part) for _, word, part in words_on(session, light, Size(wide, high, 300.0))]
    left = min(word.x for word, part in said if part == "sources")
    assert max(w.x + typeface.width(w.text, w.size, w.bold) for w, part in said if part == "legend") <= left


def test_an_unknown_ending_names_the_known_ones(tmp_path: Path, session: Session, light: Theme) -> None:
    with pytest.raises(UnknownFormatError, match=r"'\.gif' is not a format .* \.png, \.svg, \.pdf"):
        write(tmp_path / "m.gif", session, light)


def test_slides_are_written_with_the_lines_asked_for(tmp_path: Path, session: Session, light: Theme) -> None:
    for lines in ("editable", "exact"):
        page = (session.view, session.ties, session.positions, Request(16 / 9, light), SLIDE)
        write_picture(tmp_path / "m.pptx", *page, lines)
        slide = zipfile.ZipFile(tmp_path / "m.pptx").read("ppt/slides/slide1.xml")
        assert slide.count(b"<p:cxnSp>") == (len(session.ties) if lines == "editable" else 0)


@pytest.mark.parametrize(
    ("name", "lines", "told"),
    [
        ("m.pptx", 58, "58 lines"),
        ("m.pptx", 40, ""),
        ("m.png", 58, ""),
        ("m.html", 600, ""),
        ("m.html", 601, "The page"),
    ],
)
def test_only_crowded_slides_are_advised_on(session: Session, name: str, lines: int, told: str) -> None:
    chosen = Namespace(out_file=Path(name), deck="whole")
    assert _advice(chosen, session.view, session.ties[:1] * lines)[:8] == told


@pytest.mark.parametrize(("annex", "pages"), [(True, 3), (False, 1)])
def test_a_pdf_goes_on_after_the_picture(session: Session, light: Theme, annex: bool, pages: int) -> None:
    wanted = Request(16 / 9, light)
    picture = Picture(session.view, session.ties, session.positions, wanted, SLIDE, annex=annex)
    reader = pypdf.PdfReader(io.BytesIO(picture_bytes(".pdf", picture)), strict=True)
    titles = ["Small", "What the picture rests on, and its sources", "Relations shown"]
    assert [entry.title for entry in reader.outline] == titles[:pages]
    target = reader.pages[0]["/Annots"][0].get_object()["/Dest"][0].get_object()
    assert target == reader.pages[1 if annex else 0].get_object()


@pytest.mark.parametrize("old", [b"", b"the old picture"])
def test_a_refused_picture_leaves_the_old_file(tmp_path: Path, session: Session, light: Theme, old: bytes) -> None:
    (tmp_path / "m.png").write_bytes(old)
    with pytest.raises(PictureTooLargeError, match="Ask for 1 to 20000 a side"):
        write(tmp_path / "m.png", session, light, Size(3000.0, 3000.0, 3000.0))
    assert (tmp_path / "m.png").read_bytes() == old


def test_a_folder_that_is_not_there_is_told(tmp_path: Path, session: Session, light: Theme) -> None:
    with pytest.raises(NotWrittenError, match=r"no folder .*no. Make it, or choose another"):
        write(tmp_path / "no" / "m.svg", session, light)


@pytest.mark.parametrize(
    ("asked", "pixels", "dots"),
    [
        ({}, (1920, 1080), 144.0),
        ({"size": (1600.0, 1200.0)}, (1600, 1200), 144.0),
        ({"size": (1600.0, 1200.0), "dpi": 300.0}, (1600, 1200), 300.0),
        ({"mm": (254.0, 127.0)}, (3000, 1500), 300.0),
        ({"mm": (254.0, 127.0), "dpi": 100.0}, (1000, 500), 100.0),
        ({"preset": "a4"}, (3508, 2480), 300.0),
        ({"preset": "a0", "dpi": 100.0}, (4681, 3311), 100.0),
    ],
)
def test_sizes_from_options(asked: dict[str, object], pixels: tuple[int, int], dots: float) -> None:
    size = size_from(Namespace(**{"size": None, "mm": None, "dpi": None, "preset": "", **asked}))
    assert (size.pixels, size.dots_per_inch) == (pixels, dots)


@pytest.mark.parametrize(
    ("options", "layout"), [([], "radial actor:ir"), (["--centre", "Hezbollah"], "radial actor:hz")]
)
def test_the_layout_asked_for_is_drawn_and_carried(pack: Path, tmp_path: Path, options: list[str], layout: str) -> None:
    out = tmp_path / "map.svg"
    assert main(["export", str(pack), str(out), "--layout", "radial", *options]) == 0
    assert carried_in_file(out)[0].saved.layout == layout
    assert "1 step from" in out.read_text("utf-8")


def test_a_page_of_too_many_lines_is_refused_before_they_are_laid_out(
    pack: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("graphdata.export.page.page.MOST_LINES", 2)
    monkeypatch.setattr("desktop.export_options.places_in", pytest.fail)
    assert main(["export", str(pack), str(tmp_path / "map.html")]) == 1
    assert "are too many for a page" in capsys.readouterr().err
    monkeypatch.undo()
    monkeypatch.setattr("graphdata.export.page.page.MOST_LINES", 2)
    assert main(["export", str(pack), str(tmp_path / "map.svg")]) == 0
    assert main(["export", str(pack), str(tmp_path / "annex.html"), "--what", "annex"]) == 0
