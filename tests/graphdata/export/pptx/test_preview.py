"""The preview of slides: what the first map of the deck says, and where the slide says it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from graphdata.crowding import DeckKind
from graphdata.drawing import Words, flat
from graphdata.export.pptx import Manner, Showing, deck_from
from graphdata.export.pptx.preview import first_map
from graphdata.filter import Filter
from graphdata.layout.placement import positions_of
from graphdata.network import Network
from graphdata.sheet import Request
from graphdata.style import Theme
from graphdata.ties import ties_of
from graphdata.view import view_of

EMU = 12700  # of a point


class Wide:
    """A slide of 16 to 9."""

    width_mm, height_mm = 338.67, 190.5


def made(little: Network, light: Theme, kind: DeckKind = "whole", build: bool = False) -> Any:
    view = view_of(little, Filter())
    showing = Showing("Who arms whom", view, ties_of(view), positions_of(little))
    return deck_from([showing], Request(16 / 9, light, "Who arms whom"), Wide(), Manner(kind, build))


def texts(shapes: Any) -> Iterator[tuple[str, Any]]:
    """Yield the words of every shape, those in groups too, and the shape."""
    for shape in shapes:
        if shape.shape_type == 6:
            yield from texts(shape.shapes)
        elif shape.has_text_frame:
            yield from ((word, shape) for word in shape.text_frame.text.split())


def test_what_the_slide_says_stands_in_the_preview_too(
    little: Network, light: Theme, read: Callable[[bytes], Any]
) -> None:
    deck = made(little, light)
    slide, drawing = read(deck.packed()).slides[0], first_map(deck)
    assert drawing is not None
    said = [mark for mark in flat(drawing.items) if isinstance(mark, Words)]
    words = {word for mark in said for word in mark.text.split()}
    assert {word for word, _ in texts(slide.shapes) if any(map(str.isalpha, word))} <= words
    for label, shape in ((word, shape) for word, shape in texts(slide.shapes) if word in ("Sources", "Who")):
        mark = next(each for each in said if each.text.split()[0] == label)
        assert abs(shape.left / EMU - mark.x) < 1.0
        assert 0.0 < mark.y - shape.top / EMU < 1.3 * mark.size


def test_a_build_is_shown_with_all_its_lines(little: Network, light: Theme) -> None:
    drawing = first_map(made(little, light, build=True))
    assert drawing is not None
    assert drawing.title == "Who arms whom"


@pytest.mark.parametrize(("kind", "is_map"), [("matrix", False), ("domain", True), ("ego", True), ("picture", True)])
def test_a_deck_that_begins_with_a_table_has_none(little: Network, light: Theme, kind: DeckKind, is_map: bool) -> None:
    assert (first_map(made(little, light, kind)) is not None) == is_map


def test_numbers_stand_where_they_do_on_the_slide(little: Network, light: Theme, read: Callable[[bytes], Any]) -> None:
    deck = made(little, light)
    slide, drawing = read(deck.packed()).slides[0], first_map(deck)
    assert drawing is not None
    found = [shape for word, shape in texts(slide.shapes) if shape.name == f"Sources {word}"]
    said = [mark for mark in flat(drawing.items) if isinstance(mark, Words)]
    assert found
    for shape in found:
        middle = (shape.left + shape.width / 2.0) / EMU
        top, bottom = shape.top / EMU, (shape.top + shape.height) / EMU
        near = [m for m in said if m.text == shape.text_frame.text and abs(m.x - middle) < 1.0 and top < m.y < bottom]
        assert len(near) == 1
