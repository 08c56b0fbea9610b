"""A deck of the little network, as written and as python-pptx reads it again."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from pptx.dml.color import RGBColor

from graphdata.drawing import Points
from graphdata.export.pptx import Manner, to_pptx
from graphdata.export.pptx.frame import Setting, format_of
from graphdata.export.pptx.numbering import Numbering
from graphdata.export.pptx.stage import Subject
from graphdata.filter import Filter
from graphdata.layout.placement import positions_of
from graphdata.network import Network
from graphdata.sheet import Request
from graphdata.style import Theme, theme_from
from graphdata.ties import ties_of
from graphdata.view import view_of

ROOT = next(parent for parent in Path(__file__).parents if (parent / "resources").is_dir())
Made = Callable[..., bytes]


class Wide:
    """A slide of 16 to 9."""

    width_mm, height_mm = 338.67, 190.5


class Square:
    """A slide of 4 to 3."""

    width_mm, height_mm = 254.0, 190.5


def themed(name: str) -> Theme:
    return theme_from((ROOT / f"resources/themes/{name}.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def light() -> Theme:
    """Return the light theme."""
    return themed("light")


@pytest.fixture(scope="session")
def themes(light: Theme) -> tuple[Theme, Theme]:
    """Return the light theme and the dark one."""
    return light, themed("dark")


@pytest.fixture(scope="session")
def setting(light: Theme) -> Setting:
    """Return what the slides of a wide, light deck share."""
    return Setting(format_of(16 / 9), light, "TLP:AMBER")


@pytest.fixture(scope="session")
def made(little: Network) -> Made:
    """Return a function that writes slides of the little network, or of another one."""

    def write(network: Network = little, paper: Any = Wide, lines: Any = "editable", **asked: Any) -> bytes:
        view = view_of(network, asked.pop("filter", Filter()))
        manner = Manner(
            **{key: asked.pop(key) for key in ("kind", "build", "paint", "template", "themes") if key in asked}
        )
        theme = themed(asked.pop("theme", "light"))
        wanted = Request(paper.width_mm / paper.height_mm, theme, **asked)
        return to_pptx(view, ties_of(view), positions_of(network), wanted, paper, lines, manner)

    return write


@pytest.fixture(scope="session")
def read() -> Callable[[bytes], Any]:
    """Return a function that reads slides."""
    return lambda content: Presentation(io.BytesIO(content))


@pytest.fixture(scope="session")
def deck(made: Made, read: Callable[[bytes], Any]) -> Any:
    """Return the slides of the little network, read again; no test changes them."""
    return read(made())


@pytest.fixture
def subject(little: Network) -> Subject:
    """Return what the map of the little network shows."""
    view = view_of(little, Filter())
    ties = ties_of(view)
    return Subject(view, ties, positions_of(little), Numbering.of([view]), straight=True)


@pytest.fixture(scope="session")
def apart() -> Callable[[Points], float]:
    """Return a function that tells how far boxes (left, top, right, bottom) overlap at most, in square points."""

    def worst(boxes: Points) -> float:
        wide = boxes[:, None, 2].clip(max=boxes[None, :, 2]) - boxes[:, None, 0].clip(min=boxes[None, :, 0])
        high = boxes[:, None, 3].clip(max=boxes[None, :, 3]) - boxes[:, None, 1].clip(min=boxes[None, :, 1])
        area = wide.clip(min=0.0) * high.clip(min=0.0)
        area[range(len(boxes)), range(len(boxes))] = 0.0
        return float(area.max(initial=0.0))

    return worst


Templates = Callable[..., bytes]


@pytest.fixture
def template() -> Templates:
    """Return a function that makes somebody's own template: its size in inches, its ground, its owner's traces."""

    def make(size: tuple[float, float] = (10.0, 5.625), ground: str = "", change: Any = None) -> bytes:
        deck = Presentation()
        deck.slide_width, deck.slide_height = (round(side * 914_400) for side in size)
        if ground:
            fill = deck.slide_master.background.fill
            fill.solid()
            fill.fore_color.rgb = RGBColor.from_string(ground)
        slide = deck.slides.add_slide(deck.slide_layouts[0])
        slide.shapes.title.text = "A slide of Jane Doe"
        slide.notes_slide.notes_text_frame.text = "Notes of Jane Doe"
        deck.core_properties.author = "Jane Doe"
        if change:
            change(deck)
        held = io.BytesIO()
        deck.save(held)
        return held.getvalue()

    return make
