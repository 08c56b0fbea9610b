"""The one place that knows pyvis: it lends the drawing library of the page and builds the lists that this one reads.

Neither its template nor its `generate_html` is used: both load files from elsewhere, and read headings as markup.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from importlib.resources import files
from types import ModuleType
from typing import Any, Final

from graphdata.scene import Scene

SCRIPT: Final = ("templates", "lib", "vis-9.1.2", "vis-network.min.js")
NOTEBOOKS: Final = ("IPython", "IPython.display")
MAPPED: Final = re.compile(r"\n?//# sourceMappingURL=\S*\s*$")  # a browser's tools would ask for that file
UNSEEN: Final = {"opacity": 0}


@contextmanager
def _without_notebooks() -> Iterator[None]:
    """Keep IPython from being imported: pyvis wants one name of it, for notebooks, and it takes 40 MB and a second."""
    if NOTEBOOKS[0] in sys.modules:
        yield
        return
    stand_ins = [ModuleType(name) for name in NOTEBOOKS]
    stand_ins[1].IFrame = None  # type: ignore[attr-defined]  # the one name that pyvis imports
    sys.modules.update(zip(NOTEBOOKS, stand_ins, strict=True))
    try:
        yield
    finally:
        for name in NOTEBOOKS:
            sys.modules.pop(name, None)


def _pyvis() -> Any:  # noqa: ANN401  pyvis carries no types
    """Return pyvis' module of networks, imported without IPython."""
    with _without_notebooks():
        import pyvis.network
    return pyvis.network


@cache
def script() -> str:
    """Return vis-network as pyvis ships it, without the hint at a file that is not there."""
    _pyvis()
    text = files("pyvis").joinpath(*SCRIPT).read_text(encoding="utf-8")
    return MAPPED.sub("", text).strip()


def lists_of(scene: Scene, labels: Mapping[str, str]) -> tuple[Sequence[object], Sequence[object]]:
    """Return the nodes and edges of a scene as vis-network reads them; they are found and held, our own marks are seen.

    Parallel edges stay apart only in a directed network. A `via` is the point towards which a line bends.
    """
    built = _pyvis().Network(directed=True)
    for node in scene.nodes:
        across = round(node.radius * 2.3, 1)
        place = {"x": round(node.x, 1), "y": round(node.y, 1), "across": across}
        built.add_node(node.id, label=labels[node.id], shape="custom", **place)
    places = {node.id: (node.x, node.y) for node in scene.nodes}
    for edge in scene.edges:
        (x1, y1), (x2, y2) = places[edge.giver], places[edge.receiver]
        x, y = edge.path[len(edge.path) // 2]
        via = [round(2 * float(x) - (x1 + x2) / 2, 1), round(2 * float(y) - (y1 + y2) / 2, 1)]
        built.add_edge(edge.giver, edge.receiver, id=edge.id, arrows="", color=UNSEEN, via=via)
    return built.nodes, built.edges
