"""Slides with a template, with a painted picture, and of several views that files carry."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from pptx import Presentation

from desktop.command_line import main
from desktop.export.formats import SLIDE
from desktop.picture_file import write_picture
from desktop.session import Session
from desktop.slides_file import content_of, manner_of
from graphdata.carried import embedded_text
from graphdata.export.carriers import carrying
from graphdata.export.pptx.template_file import TemplateError
from graphdata.filter import Filter
from graphdata.saved_view import SavedView, dataset_of
from graphdata.sheet import Request
from graphdata.style import Theme


@pytest.fixture
def carriers(tmp_path: Path, session: Session, light: Theme) -> list[str]:
    """Return two pictures, each with a view of its own in it."""
    files = []
    for domain in ("arms", "money"):
        saved = SavedView(
            name=domain, title=f"Who deals in {domain}", filter=Filter(domains=frozenset([domain])),
            dataset=dataset_of(session.network),
        )  # fmt: skip
        path = tmp_path / f"{domain}.png"
        write_picture(path, session.view, session.ties, session.positions, Request(16 / 9, light), SLIDE)
        path.write_bytes(carrying(path.read_bytes(), ".png", embedded_text(saved)))
        files.append(str(path))
    return files


def deck_of(path: Path) -> Any:
    return Presentation(io.BytesIO(path.read_bytes()))


def test_several_views_become_one_deck(tmp_path: Path, pack: Path, carriers: list[str]) -> None:
    out = tmp_path / "deck.pptx"
    assert main(["export", str(pack), str(out), "--views", *carriers]) == 0
    titles = [slide.shapes.title.text_frame.text for slide in deck_of(out).slides]
    assert titles[:2] == ["Who deals in arms", "Who deals in money"]
    assert titles.count("Sources") == 1


def test_a_view_of_another_network_is_refused(
    tmp_path: Path, pack: Path, carriers: list[str], session: Session, capsys: pytest.CaptureFixture[str]
) -> None:
    other = SavedView(name="Other", dataset=replace(dataset_of(session.network), id="another"))
    path = Path(carriers[0])
    path.write_bytes(carrying(path.read_bytes(), ".png", embedded_text(other)))
    assert main(["export", str(pack), str(tmp_path / "deck.pptx"), "--views", *carriers]) == 1
    assert "is of the network" in capsys.readouterr().err
    assert not (tmp_path / "deck.pptx").exists()


def test_a_template_of_ones_own_is_used(tmp_path: Path, session: Session, light: Theme) -> None:
    own = Presentation()
    own.save(str(tmp_path / "own.pptx"))
    page = (session.view, session.ties, session.positions, Request(16 / 9, light), SLIDE)
    write_picture(tmp_path / "m.pptx", *page, template=tmp_path / "own.pptx")
    assert deck_of(tmp_path / "m.pptx").slide_width == own.slide_width


def test_a_template_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match=r"“none\.pptx” cannot be read: No such file"):
        content_of(tmp_path / "none.pptx")


@pytest.mark.usefixtures("qapp")
def test_the_map_can_be_a_picture(tmp_path: Path, session: Session, light: Theme) -> None:
    page = (session.view, session.ties, session.positions, Request(16 / 9, light), SLIDE)
    write_picture(tmp_path / "m.pptx", *page, deck="picture")
    (picture,) = [shape for shape in deck_of(tmp_path / "m.pptx").slides[0].shapes if shape.shape_type == 13]
    assert picture.image.content_type == "image/png"
    assert picture.image.size[0] > 1000
    assert manner_of().themes[1].dark
