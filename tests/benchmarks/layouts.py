"""Layouts: ours in both modes beside those of networkx, graphviz, igraph and OGDF; time, quality, and staying put."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import numpy as np
import numpy.typing as npt
from drawings import Page, Quality, quality
from graphs import Graph, communities, real, scale_free, shipped
from peers import Peer, peers
from startup import BARE, SCREEN, started
from timing import RUNS, Table, Timing, cpu_seconds, ratio, timing_of

from desktop.assets import shipped_network
from desktop.opening import opened
from graphdata.compose import compose
from graphdata.filter import Filter
from graphdata.layout.arrange import Mode, arrange
from graphdata.layout.placement import positions_of
from graphdata.layout.plan import Plan
from graphdata.ties import ties_of
from graphdata.view import view_of

Floats = npt.NDArray[np.float64]

LONG = 2.0
"""CPU seconds from which a layout is run once only."""

HEADS = ("layout", "CPU s", "times ours", "stress", "crossings a line", "neighbours near", "discs over", "boxes over")
MODES: tuple[Mode, Mode] = ("clusters", "distances")


def tables(*, quick: bool) -> Iterator[Table]:
    """Yield the way of the shipped network, a table for each graph, and how much stays put after a change."""
    yield _whole(2 if quick else 9)
    others, missing = peers()
    for graph in _graphs(quick=quick):
        yield _compared(graph, others, missing, 1 if quick else RUNS)
    yield _staying([shipped(), *real()[:1]] if quick else [shipped(), *real()[:1], scale_free(300)], 2 if quick else 5)


def _whole(runs: int) -> Table:
    """Return what the shipped network costs from nothing to placed labels, beside the start of a bare window."""
    network = opened(shipped_network()).network
    view = view_of(network, Filter())
    costs: dict[str, list[float]] = {"a bare window": [], "places": [], "places, lines, signs and labels": []}
    with tempfile.TemporaryDirectory() as kept:
        Path(kept, "screen.json").write_text(SCREEN, encoding="utf-8")
        for _ in range(runs):
            costs["a bare window"].append(started((sys.executable, "-c", BARE), kept, "FIRST_FRAME {} CPU {}")[1])
            begun = cpu_seconds()
            places = positions_of(network, seed=2)
            costs["places"].append(cpu_seconds() - begun)
            compose(view, ties_of(view, "ties"), places)
            costs["places, lines, signs and labels"].append(cpu_seconds() - begun)
    bare, *_ = timings = [timing_of(found) for found in costs.values()]
    rows = [[name, timing.median, ratio(timing, bare)] for name, timing in zip(costs, timings, strict=True)]
    return Table("L1: the shipped network laid out anew", ("what", "CPU s", "times a bare window"), rows)


def _graphs(*, quick: bool) -> Iterator[Graph]:
    """Yield the graphs, small ones first; only those up to 300 nodes when it is to be quick."""
    yield shipped()
    yield from real()
    yield scale_free(300)
    if not quick:
        yield from (scale_free(1000), communities(1000), scale_free(10_000), communities(10_000), scale_free(100_000))


def _compared(graph: Graph, others: tuple[Peer, ...], missing: tuple[str, ...], runs: int) -> Table:
    """Return the table of one graph."""
    plan = plan_of(graph)
    draws = {f"Entente {mode}": partial(arrange, plan, mode) for mode in MODES}
    draws |= {peer.name: peer.prepare(graph) for peer in others if graph.nodes <= peer.largest}
    page = page_of(graph, plan, arrange(plan))
    first, rows = None, []
    for name, draw in draws.items():
        timing, places = _measured(draw, runs)
        first = first or timing
        rows.append([name, timing.median, ratio(timing, first), *_figures(quality(places, graph, page))])
    size = f"{graph.nodes:,} nodes, {len(graph.ends):,} lines"
    wide, high = page.boxes.max(axis=0)
    note = f"Fitted to {page.size[0]:.0f} x {page.size[1]:.0f}, the largest box with its label {wide:.0f} x {high:.0f}."
    return Table(f"{graph.name}: {size}", HEADS, rows, (note, *_said(graph), *missing))


def _said(graph: Graph) -> tuple[str, ...]:
    """Return how the figures of a large graph are taken."""
    said = ("Ours includes the removal of all overlaps; the peers' has none but where prism is named.",)
    if graph.nodes > 2000:
        said += ("Stress and neighbours are taken from the same 500 nodes for all.",)
    if len(graph.ends) > 35_000:
        said += ("Crossings are those of the same 2,000 lines for all.",)
    return said


def _measured(draw: Callable[[], Floats], runs: int) -> tuple[Timing, Floats]:
    """Return what a layout costs and what it drew; one run where it takes long."""
    costs: list[float] = []
    while len(costs) < runs:
        begun = cpu_seconds()
        places = draw()
        costs.append(cpu_seconds() - begun)
        if costs[0] > LONG:
            break
    return timing_of(costs), places


def _figures(found: Quality) -> list[object]:
    """Return the figures as cells."""
    return list(found)


def plan_of(graph: Graph) -> Plan:
    """Return what ours is asked: the labels' real boxes for the shipped network, alike ones for the others."""
    if graph.sizes is not None:
        return Plan(graph.nodes, graph.ends, graph.sizes, 16 / 9, seed=1)
    return Plan(graph.nodes, graph.ends, np.tile((44.0, 24.0), (graph.nodes, 1)), 16 / 9, seed=1)


def page_of(graph: Graph, plan: Plan, places: Floats) -> Page:
    """Return the page and, the same for all layouts, boxes as large as ours has them when it fills that page.

    Larger than they were asked for they are not.
    """
    size = np.array((1920.0, 1080.0) if graph.nodes <= 400 else (3840.0, 2160.0))
    spans = np.ptp(places, axis=0) + plan.sizes.max(axis=0)
    scale = min(1.0, float((size / spans).min()))
    return Page(size, plan.sizes * scale, float(plan.sizes[:, 1].min()) * 0.4 * scale)


def _staying(graphs: list[Graph], changes: int) -> Table:
    """Return how far kept actors move, what it costs in stress, and what it costs in time, after a tenth went away."""
    rows = [[graph.name, *_change(graph, mode, changes), mode] for graph in graphs for mode in MODES]
    heads = ("graph", "moved", "moved by a fresh one", "moved, share", "stress, share", "time, share", "mode")
    notes = (
        "Moved: mean way of a kept actor, as a share of the drawing's longer side; a fresh one is laid over the old.",
        f"Medians of {changes} changes.",
    )
    return Table("A new layout after a tenth of the actors went", heads, rows, notes)


def _change(graph: Graph, mode: Mode, changes: int) -> list[float]:
    """Return the row of one graph: medians over some changes."""
    plan = plan_of(graph)
    old = arrange(plan, mode)
    found = [_one_change(graph, plan, old, mode, seed) for seed in range(changes)]
    moved, anew, stress, time = np.median(np.array(found), axis=0)
    return [float(moved), float(anew), float(moved / anew), float(stress), float(time)]


def _one_change(graph: Graph, plan: Plan, old: Floats, mode: Mode, seed: int) -> tuple[float, float, float, float]:
    """Return how far actors moved, how far in a fresh layout, and the shares of stress and time."""
    kept = np.sort(np.random.default_rng(seed).choice(graph.nodes, round(graph.nodes * 0.9), replace=False))
    number = np.full(graph.nodes, -1)
    number[kept] = np.arange(len(kept))
    ends = number[plan.pairs]
    less = Graph(graph.name, len(kept), ends[(ends >= 0).all(axis=1)], plan.sizes[kept])
    held = Plan(less.nodes, less.ends, plan.sizes[kept], plan.aspect, seed + 2, anchor=old[kept])
    new = Plan(less.nodes, less.ends, plan.sizes[kept], plan.aspect, seed + 2)
    (time, places), (whole, fresh) = (_measured(partial(arrange, each, mode), 3) for each in (held, new))
    page = Page(np.array([1920.0, 1080.0]), plan.sizes[kept], 10.0)
    side = float(np.ptp(old, axis=0).max())
    shares = quality(places, less, page).stress / quality(fresh, less, page).stress, ratio(time, whole)
    return _way(places, old[kept]) / side, _way(_aligned(fresh, old[kept]), old[kept]) / side, *shares


def _way(places: Floats, old: Floats) -> float:
    """Return how far an actor moved in the mean."""
    return float(np.linalg.norm(places - old, axis=1).mean())


def _aligned(places: Floats, old: Floats) -> Floats:
    """Return a drawing turned, mirrored, scaled and shifted to lie as near to the old one as it can (Procrustes)."""
    here, there = places - places.mean(axis=0), old - old.mean(axis=0)
    left, values, right = np.linalg.svd(here.T @ there)
    return np.asarray(here @ left @ right * (values.sum() / (here**2).sum()) + old.mean(axis=0))
