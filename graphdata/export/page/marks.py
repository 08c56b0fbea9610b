"""The marks of the map as the page's painter reads them: path data, numbers, and colours by number of a palette."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from graphdata.drawing import Disc, Group, Mark, Polygon, Strokes, Words, flat
from graphdata.export.beziers import fitted
from graphdata.export.svg_data import outline_data, path_data, run
from graphdata.export.xml_text import clean
from graphdata.rendering import marks_of
from graphdata.scene import Scene
from graphdata.style import Theme

Plain = list[object]
LAYERS: Final = ("head", "sign", "label")
ALL_LAYERS: Final = ("guide", "line", "head", "heading", "sign", "actor", "label")  # in painting order


class Palette:
    """Colours that belong together, one per theme, each known by a number; an empty colour is -1."""

    def __init__(self) -> None:
        """Begin without any colour."""
        self._places: dict[tuple[str, ...], int] = {}

    def place(self, colours: tuple[str, ...]) -> int:
        """Return the number of some colours, one for each theme."""
        return self._places.setdefault(colours, len(self._places)) if any(colours) else -1

    @property
    def rows(self) -> list[list[str]]:
        """The colours of each theme, by number."""
        return [list(row) for row in zip(*self._places, strict=True)]


def painted(scene: Scene, themes: Sequence[Theme]) -> dict[str, object]:
    """Return the marks of every group by layer and id, and the palette of each theme.

    The themes differ in colours alone, so that their marks stand in the same order.
    """
    palette = Palette()
    drawn = [marks_of(scene, theme) for theme in themes]
    layers: dict[str, dict[str, list[Plain]]] = {name: {} for name in ALL_LAYERS}
    actors = {node.id for node in scene.nodes}
    for at, groups in enumerate(zip(*drawn, strict=True)):
        layer, record = _layer(groups[0], actors)
        layers[layer][record or f"{at}"] = [
            _plain(alike, palette) for alike in zip(*(flat(g.items) for g in groups), strict=True)
        ]
    return {"layers": layers, "palettes": palette.rows, "bounds": [round(edge, 1) for edge in scene.bounds]}


def _layer(group: Group, actors: set[str]) -> tuple[str, str]:
    """Return in which layer a group is painted, and whose it is; a guide and its words are nobody's."""
    if not group.id:
        return ("guide" if isinstance(group.items[0], Strokes) else "heading"), ""
    head, _, rest = group.id.partition(" ")
    if head in LAYERS and rest:
        return head, rest
    return ("actor" if group.id in actors else "line"), group.id


def _plain(alike: tuple[Mark, ...], palette: Palette) -> Plain:
    """Return one mark, of which there is one for each theme, as a list."""
    first = alike[0]
    if isinstance(first, Strokes):
        ink = palette.place(tuple(mark.colour for mark in alike if isinstance(mark, Strokes)))
        data = path_data(first.segments) if first.path is None else run(fitted([first.path])[0])
        dash = [[_short(length) for length in first.dash]] if first.dash[1] else []
        return ["s", data, ink, _short(first.width), int(first.round_cap), _short(first.opacity), *dash]
    if isinstance(first, Words):
        ink = palette.place(tuple(mark.colour for mark in alike if isinstance(mark, Words)))
        place = (_short(first.x), _short(first.y))
        return ["w", *place, clean(first.text), _short(first.size), ink, int(first.bold), first.anchor]
    filled = [mark for mark in alike if isinstance(mark, Polygon | Disc)]
    fill, line = palette.place(tuple(m.fill for m in filled)), palette.place(tuple(m.line for m in filled))
    if isinstance(first, Polygon):
        return ["p", outline_data(first.points), fill, line, _short(first.width), _short(first.opacity)]
    assert isinstance(first, Disc)
    return ["d", _short(first.x), _short(first.y), _short(first.radius), fill, line, _short(first.width)]


def _short(value: float) -> float:
    """Return a length with two decimals: a hundredth of a point."""
    return round(float(value), 2)
