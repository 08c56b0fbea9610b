"""SVG that another library can read: text as text, nothing outside the file."""

import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from lxml import etree

from graphdata.curves import lane, segments
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


def looks(element: etree._Element) -> str:
    """Return what the style sheet says of an element: of its class, or else of its name."""
    rules = dict(re.findall(r"([.\w]+)\{([^}]*)\}", element.getroottree().findtext(f".//{SVG}style")))
    return rules[f".{element.get('class')}" if element.get("class") else etree.QName(element).localname]


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


def test_a_title_does_not_repeat_the_words() -> None:
    group = parsed(Group("ru", "Russia", (Words(1.0, 1.0, "Russia", 9.0, "#000000"),))).find(f"{SVG}g")
    assert "".join(group.itertext()) == "Russia"


def test_it_has_the_size_of_the_drawing_and_ten_units_to_the_point() -> None:
    root = parsed(Disc(10.0, 20.04, 0.75, "#000000"))
    assert (root.get("width"), root.get("height"), root.get("viewBox")) == ("100", "50", "0 0 1000 500")
    drawn = root.find(f"{SVG}circle")
    assert [drawn.get(name) for name in ("cx", "cy", "r")] == ["100", "200", "7.5"]


def test_marks_stand_in_their_order() -> None:
    words = Words(1.0, 1.0, "x", 9.0, "#000000")
    inner = Group("b", "B", (words, Disc(1.0, 1.0, 1.0, "#000000")))
    root = parsed(Group("a", "A", (Disc(1.0, 1.0, 1.0, "#000000"), inner, words)), words)
    tags = [etree.QName(each).localname for each in root.find(f"{SVG}g").iter() if isinstance(each.tag, str)]
    assert tags == ["g", "title", "circle", "g", "title", "text", "circle", "text"]
    assert etree.QName(root[-1]).localname == "text"


def test_pieces_that_touch_are_one_path() -> None:
    root = parsed(Strokes(np.array([[0.0, 0, 5, 5], [5, 5, 9, 9], [20, 0, 30, 0]]), "#112233", 1.5))
    assert root.find(f"{SVG}path").get("d") == "M0 0l50 50l40 40m110-90h100"


def test_an_outline_is_closed_and_filled() -> None:
    path = parsed(Polygon(np.array([[0.0, 0], [1, 0], [1, 1]]), "#ABCDEF", "#000000", 1.0)).find(f"{SVG}path")
    assert path.get("d").endswith("z")
    assert "fill:#ABCDEF;stroke:#000000;stroke-width:10" in looks(path)


def test_forbidden_characters_are_left_out() -> None:
    assert parsed(Words(0.0, 0.0, "a\x00b\x0bc\ufffe", 9.0, "#000000")).find(f"{SVG}text").text == "abc"


def test_a_page_points_to_nothing_outside(page: bytes) -> None:
    root = etree.fromstring(page)
    assert not [v for e in root.iter() for k, v in e.attrib.items() if k.endswith("href") and not v.startswith("#")]
    assert not root.findall(f".//{SVG}image")


def test_every_actor_of_a_page_is_there_as_text(page: bytes, little: Network) -> None:
    text = "".join("".join(t.itertext()) for t in etree.fromstring(page).iter(f"{SVG}text")).replace(" ", "")
    assert all(actor.label.replace(" ", "") in text for actor in little.drawn)


def test_the_same_drawing_gives_the_same_bytes(page: bytes, little: Network) -> None:
    view = view_of(little, Filter())
    theme = theme_from((ROOT / "resources/themes/light.toml").read_text(encoding="utf-8"))
    assert to_svg(sheet_of(view, ties_of(view), positions_of(little), Request(16 / 9, theme))) == page


def test_a_dashed_line_is_one_line_with_a_dash() -> None:
    path = np.column_stack([np.linspace(0, 90, 29), np.zeros(29)])
    mark = Strokes(segments(path)[::2], "#112233", 1.5, path=path, dash=(6.0, 3.0))
    drawn = parsed(mark).find(f"{SVG}path")
    assert (drawn.get("d"), drawn.get("stroke-dasharray")) == ("M0 0l900 0", "60 30")


def test_a_bent_line_is_a_curve() -> None:
    path = lane(np.array([0.0, 0.0]), np.array([90.0, 0.0]), 20.0)
    drawn = parsed(Strokes(segments(path), "#112233", 1.5, path=path)).find(f"{SVG}path").get("d")
    assert drawn == "M0 0c270-267 630-267 900 0"


def test_shapes_that_come_again_are_said_once() -> None:
    star = np.array([[5.123 * np.cos(a), 5.123 * np.sin(a)] for a in np.arange(12.0)])
    root = parsed(*(Polygon(star + 20.0 * each, "#ABCDEF") for each in range(3)))
    assert len(root.findall(f"{SVG}use")) == 3
    assert len(root.findall(f"{SVG}defs/{SVG}polygon")) == 1


def test_the_usual_look_needs_no_class_and_others_take_it_back() -> None:
    half = Disc(1.0, 1.0, 1.0, "#000000", "#ABCDEF", 1.0)
    root = parsed(half, half, Disc(5.0, 5.0, 1.0, "#FFFFFF"), Words(1.0, 1.0, "x", 9.0, "#112233", anchor="middle"))
    first, _, other = root.findall(f"{SVG}circle")
    assert first.get("class") is None
    assert "stroke:none" in looks(other)
    assert root.find(f"{SVG}text").get("class") is None
    assert [root.get(name) for name in ("fill", "font-size", "text-anchor")] == ["#112233", "90px", "middle"]


def test_what_needs_no_links_declares_none() -> None:
    words = Words(1.0, 1.0, "x", 9.0, "#000000")
    assert b"xlink" not in to_svg(Drawing(9.0, 9.0, "", (words,)))
    assert b"xlink" in to_svg(Drawing(9.0, 9.0, "", (replace(words, link="#note-1"),)))


def test_one_without_a_background_has_none() -> None:
    drawing = Drawing(100.0, 50.0, "", ())
    assert etree.fromstring(to_svg(drawing)).find(f"{SVG}rect") is None


def test_a_group_without_a_title_is_taken_apart_unless_numbers_lead_to_it() -> None:
    words = (Words(1.0, 2.0, "x", 9.0, "#000000"),)
    root = parsed(Group("sign tie:a", "", words), Group("note 3", "", words))
    assert [group.get("id") for group in root.findall(f"{SVG}g")] == ["note-3"]
    assert len(root.findall(f"{SVG}text")) == 1
