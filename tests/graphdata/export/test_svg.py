"""SVG that another library can read: text as text, nothing outside the file."""

from pathlib import Path

import numpy as np
import pytest
from lxml import etree

from graphdata.drawing import Disc, Drawing, Group, Polygon, Strokes, Words
from graphdata.export.svg import to_svg
from graphdata.filter import Filter
from graphdata.layout.placement import positions_of
from graphdata.network import Network
from graphdata.sheet import Request, sheet_of
from graphdata.style import theme_from
from graphdata.ties import ties_of
from graphdata.view import view_of

ROOT = next(parent for parent in Path(__file__).parents if (parent / "resources").is_dir())
SVG = "{http://www.w3.org/2000/svg}"


def parsed(*items: object) -> etree._Element:
    return etree.fromstring(to_svg(Drawing(100.0, 50.0, "#FFFFFF", items, "A title", "What it shows")))


@pytest.fixture(scope="module")
def page(little: Network) -> bytes:
    view = view_of(little, Filter())
    theme = theme_from((ROOT / "resources/themes/light.toml").read_text(encoding="utf-8"))
    return to_svg(sheet_of(view, ties_of(view), positions_of(little), Request(16 / 9, theme)))


def test_it_says_its_title_and_description() -> None:
    root = parsed()
    assert root.find(f"{SVG}title").text == "A title"
    assert root.find(f"{SVG}desc").text == "What it shows"


def test_text_is_text_and_markup_in_it_is_not() -> None:
    root = parsed(Words(1.0, 2.0, '<script>alert("x")</script> & Россия', 9.0, "#000000"))
    assert root.find(f"{SVG}text").text == '<script>alert("x")</script> & Россия'
    assert not root.findall(f".//{SVG}script")


def test_a_group_keeps_its_id_and_title() -> None:
    group = parsed(Group("actor:ru", "Russia (state)", (Disc(1.0, 1.0, 1.0, "#000000"),))).find(f"{SVG}g")
    assert group.get("id") == "actor-ru"
    assert group.find(f"{SVG}title").text == "Russia (state)"


def test_pieces_that_touch_are_one_path() -> None:
    root = parsed(Strokes(np.array([[0.0, 0, 5, 5], [5, 5, 9, 9], [20, 0, 30, 0]]), "#112233", 1.5))
    assert root.find(f"{SVG}path").get("d").count("M") == 2


def test_an_outline_is_closed_and_filled() -> None:
    path = parsed(Polygon(np.array([[0.0, 0], [1, 0], [1, 1]]), "#ABCDEF", "#000000", 1.0)).find(f"{SVG}path")
    assert path.get("d").endswith("z")
    assert path.get("fill") == "#ABCDEF"


def test_forbidden_characters_are_left_out() -> None:
    assert parsed(Words(0.0, 0.0, "a\x00b\x0bc\ufffe", 9.0, "#000000")).find(f"{SVG}text").text == "abc"


def test_a_page_points_to_nothing_outside(page: bytes) -> None:
    root = etree.fromstring(page)
    assert not [v for e in root.iter() for k, v in e.attrib.items() if k.endswith("href")]
    assert not root.findall(f".//{SVG}image")


def test_every_actor_of_a_page_is_there_as_text(page: bytes, little: Network) -> None:
    text = "".join("".join(t.itertext()) for t in etree.fromstring(page).iter(f"{SVG}text")).replace(" ", "")
    assert all(actor.label.replace(" ", "") in text for actor in little.drawn)


def test_the_same_drawing_gives_the_same_bytes(page: bytes, little: Network) -> None:
    view = view_of(little, Filter())
    theme = theme_from((ROOT / "resources/themes/light.toml").read_text(encoding="utf-8"))
    assert to_svg(sheet_of(view, ties_of(view), positions_of(little), Request(16 / 9, theme))) == page
