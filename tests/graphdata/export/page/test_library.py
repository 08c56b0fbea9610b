"""pyvis lends its drawing library and its lists, and brings nothing else with it."""

from __future__ import annotations

import subprocess
import sys

from graphdata.compose import compose
from graphdata.export.page.library import lists_of, script
from graphdata.filter import Filter
from graphdata.layout.placement import positions_of
from graphdata.network import Network
from graphdata.ties import ties_of
from graphdata.view import view_of

LISTED = "import sys; from graphdata.export.page import library; library.script(); print(*sys.modules)"


def test_the_script_is_vis_network_and_points_at_no_other_file() -> None:
    assert "vis-network" in script()[:40]
    assert len(script()) > 400_000
    assert "sourceMappingURL" not in script()
    assert "</script" not in script().lower()


def test_ipython_is_never_imported_and_no_stand_in_is_left() -> None:
    done = subprocess.run([sys.executable, "-c", LISTED], capture_output=True, text=True, check=True)
    loaded = done.stdout.split()
    assert "pyvis.network" in loaded
    assert not [name for name in loaded if name.partition(".")[0] in ("IPython", "jedi")]


def test_the_page_package_is_imported_without_pyvis() -> None:
    wanted = "import sys; import graphdata.export.page; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", wanted], capture_output=True, text=True, check=True)
    assert not {"pyvis", "networkx", "jinja2"} & set(done.stdout.split())


def test_parallel_lines_stay_apart_and_bend_as_they_are_painted(little: Network) -> None:
    view = view_of(little, Filter())
    scene = compose(view, ties_of(view), positions_of(little))
    nodes, edges = lists_of(scene, {actor.id: actor.label for actor in view.actors})
    assert len(nodes) == len(scene.nodes)
    assert [edge["id"] for edge in edges] == [edge.id for edge in scene.edges]
    between = [tuple(edge["via"]) for edge in edges if {edge["from"], edge["to"]} == {"actor:ru", "actor:ir"}]
    assert len(between) > 3
    assert len(set(between)) == len(between)
    assert {node["shape"] for node in nodes} == {"custom"}
