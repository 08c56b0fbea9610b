"""The map fitted to its room on a slide: spread for reading, or as it lies on the screen where that can be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

import numpy as np

from graphdata.arrangement import CLUSTERS, Arrangement
from graphdata.compose import edge_marks, extent
from graphdata.export.pptx.bends import led_past
from graphdata.export.pptx.flaws import (
    CROWDED,
    FOLLOWED,
    Flaws,
    Stage,
    all_heads,
    covers,
    flaws_of,
    hides_nothing,
    is_clear,
    on_heads,
    taken_by,
)
from graphdata.export.pptx.hubs import grown, least_radii
from graphdata.export.pptx.markup import Box
from graphdata.export.pptx.numbering import Numbering
from graphdata.export.pptx.settling import settled
from graphdata.export.pptx.sites import glued
from graphdata.export.pptx.spots import FULL, fitting_spots, sign_box, sign_sizes, spots_of
from graphdata.export.pptx.spread import MOST_STRETCH, READABLE, SCALES, Spread, spread, taken
from graphdata.faults import strays
from graphdata.guides import guides_of
from graphdata.places import Place
from graphdata.placing import place_labels
from graphdata.scene import EdgeMark, GuideMark, NodeMark, Points, Scene, node_marks
from graphdata.ties import Tie
from graphdata.view import View

SMALLEST, LARGEST = 0.5, 1.1
CLOSEST, FARTHEST = 0.02, 2.4
LINE_SCALE: Final = 0.82  # lines keep their width whatever the size of the actors
TRIES: Final = 3  # scales at which lines are tried until nothing is covered
QUICK: Final = 2  # of the rooms below, for each scale of a full slide
SHAKES: Final = ((0.97, 1.0), (1.0, 0.97), (0.95, 0.95), (0.92, 1.0))  # rooms in which it may lie better, as shares
MANY: Final = 120  # lines; with more there is one try: each takes half a second, and the first covers next to nothing
LEGIBLE: Final = 0.73  # labels of 8 points: none are smaller for the sake of fewer faults
PULL: Final = 0.985  # a little more than what marks of a fixed size reach beyond the room
GUIDED: Final = {"kinds": (20.0, 20.0), "blocs": (20.0, 20.0), "layered": (0.0, 26.0)}  # points that guides take
FEW: Final = 18  # for each so many lines one more sign may lie over a head where that leaves its numbers legible
SLACK: Final = 2.0  # points by which a map may reach beyond its room: there is air round it
FAR: Final = 4000.0  # points to beyond any slide


@dataclass(frozen=True, slots=True)
class Subject:
    """What the map shows: the view, its lines, where its actors are and why, and the numbers of its deck's sources."""

    view: View
    ties: Sequence[Tie]
    positions: Mapping[str, Place]
    numbering: Numbering
    straight: bool
    arrangement: Arrangement = CLUSTERS


class Tried(NamedTuple):
    """A map, and what is wrong with it."""

    flaws: Flaws
    stage: Stage


def roominess(subject: Subject, room: tuple[float, float]) -> float:
    """Return how far apart a room lets the actors stand."""
    placed = [subject.positions[each.id] for each in subject.view.actors if each.id in subject.positions]
    if not placed or min(room) <= 0.0:
        return 0.0
    across, down = (room / np.maximum(np.ptp(np.array(placed), axis=0), 60.0)).tolist()
    return float(min(across * MOST_STRETCH, down * MOST_STRETCH, (across * down) ** 0.5))


def fullness(subject: Subject, room: tuple[float, float]) -> float:
    """Return how much of a room the actors take with labels as small as they may be."""
    view = subject.view
    placed = [each for each in view.actors if each.id in subject.positions]
    return taken(placed, view.network.degree, subject.ties, room) if min(room) > 0.0 else 0.0


def lettering(subject: Subject, room: tuple[float, float]) -> float:
    """Return how large a room lets marks and labels be on a map that is spread; 1 where there is no room."""
    return _spread_in(subject, room, SCALES[0]).scale if min(room) > 0.0 else 1.0


def _spread_in(subject: Subject, room: tuple[float, float], most: float) -> Spread:
    """Return the actors drawn apart; places in rings or frames say something, so that those are not free."""
    view, free = subject.view, subject.arrangement.layout in ("clusters", "distances")
    room = _inside(subject.arrangement, room, min(most, READABLE))
    return spread(view.actors, view.network.degree, subject.ties, subject.positions, room, free, most)


def staged(subject: Subject, box: Box) -> Stage:
    """Return the map in the middle of a box, pulled together where bends or labels reach beyond it."""
    room = (box[2] - box[0], box[3] - box[1])
    stage = _apart(subject, room) if subject.straight else _exact(subject, room)
    stage = _with_larger_signs(subject, stage, room) if len(subject.ties) <= MANY else stage
    left, top, right, bottom = stage.scene.bounds
    shift = ((box[0] + box[2] - left - right) / 2.0, (box[1] + box[3] - top - bottom) / 2.0)
    return stage._replace(scene=_shifted(stage.scene, *shift))


def _apart(subject: Subject, room: tuple[float, float]) -> Stage:
    """Return the map spread out, with the largest marks of which none lies over another one; else with the fewest."""
    lines, most, found = len(subject.ties), SCALES[0], list[Tried]()
    shakes = SHAKES[:QUICK] if FULL < lines <= MANY else ()
    while len(found) < (TRIES if lines <= MANY else 1):
        found.append(_shaken(subject, room, _tried(subject, room, most), shakes))
        flaws, scale = found[-1].flaws, found[-1].stage.scene.scale
        smaller = [each for each in SCALES if each < scale]
        if not any(flaws) or not smaller or (lines > FULL and not flaws.misleads):
            break
        if smaller[0] < LEGIBLE <= scale and lines <= FULL:
            break
        most = smaller[0]
    best = min(found, key=lambda each: each.flaws.cost)
    return _shaken(subject, room, best, SHAKES if lines <= FULL else ()).stage


def _shaken(subject: Subject, room: tuple[float, float], best: Tried, shakes: Iterable[tuple[float, float]]) -> Tried:
    """Return the map with marks no smaller and less hidden, where a room a little narrower lets it come to lie so."""
    scale = best.stage.scene.scale
    for across, down in shakes:
        if not best.flaws.misleads:
            break
        other = _tried(subject, (room[0] * across, room[1] * down), scale)
        if other.stage.scene.scale == scale and other.flaws.cost < best.flaws.cost:
            best = other
    return best


def _tried(subject: Subject, room: tuple[float, float], most: float) -> Tried:
    """Return the map spread out in a room, with marks no larger than the most, and what is wrong with it."""
    stage = _spread_out(subject, room, most)
    return Tried(flaws_of(stage), stage)


def _spread_out(subject: Subject, room: tuple[float, float], most: float) -> Stage:
    """Return the map spread out in a room, with marks no larger than the most."""
    apart = _spread_in(subject, room, most)
    return _fitted(replace(subject, positions=apart.positions), 1.0, apart.scale, room)


def _fitted(subject: Subject, zoom: float, scale: float, room: tuple[float, float]) -> Stage:
    """Return the map at a zoom, or pulled together where bends or labels reach beyond the room.

    A spread map is pulled together that way alone in which it does.
    """
    sizes: Sequence[float] = ()
    for _ in range(3):
        stage = _composed(subject, zoom, scale, room, sizes)
        sizes = (stage.signs,)
        left, top, right, bottom = stage.scene.bounds
        if right - left <= room[0] + SLACK and bottom - top <= room[1] + SLACK:
            break
        across, down = room[0] / max(1.0, right - left), room[1] / max(1.0, bottom - top)
        shares = (across, down)
        pull = [share * PULL if share < 1.0 else 1.0 for share in shares]
        places = {key: (x * pull[0], y * pull[1]) for key, (x, y) in subject.positions.items()}
        subject = replace(subject, positions=places)
    return stage


def _with_larger_signs(subject: Subject, stage: Stage, room: tuple[float, float]) -> Stage:
    """Return the map with the largest signs that find room together with the labels; smaller ones, if these do not."""
    scale, lines = stage.scene.scale, len(stage.scene.edges)
    least = stage.signs * hides_nothing(stage)
    most, astray = on_heads(stage) + lines // FEW * (lines > FULL), strays(stage.scene.nodes)
    for size in sign_sizes(scale, lines):
        if size <= least:
            break
        for found in _signed(subject, stage, size):
            left, top, right, bottom = found.scene.bounds
            fits = right - left <= room[0] and bottom - top <= room[1]
            if fits and hides_nothing(found) and on_heads(found) <= most and strays(found.scene.nodes) <= astray:
                return found
    return stage


def _signed(subject: Subject, stage: Stage, size: float) -> Iterator[Stage]:
    """Yield the map with signs of a scale, first kept off heads where that can be, then placed without these."""
    scene, bare = stage.scene, [replace(node, labelled=False) for node in stage.scene.nodes]
    usual = spots_of(scene.edges, bare, size)
    heads = all_heads(usual, scene.scale)
    for start in (spots_of(scene.edges, bare, size, heads), usual):
        nodes, spots = settled(scene.nodes, start, heads, size, scene.scale)
        moved = replace(scene, nodes=nodes, edges=tuple(spot.edge for spot in spots))
        sides = tuple(spot.side for spot in spots)
        yield _guided(subject, stage._replace(scene=moved, sides=sides, signs=size))


def _scale(zoom: float) -> float:
    """Return how large marks are drawn at a zoom."""
    return max(SMALLEST, min(LARGEST, zoom))


def _exact(subject: Subject, room: tuple[float, float]) -> Stage:
    """Return the map with its places as they are, where all can be read in them; else drawn apart for reading."""
    zoom = _zoom(subject, room)
    least = _scale(zoom)
    for scale in SCALES[::2] if len(subject.ties) <= FOLLOWED else ():
        larger = _zoom(subject, room, scale)
        if scale > least and scale >= LEGIBLE and is_clear(_composed(subject, larger, scale, room)):
            stage = _fitted(subject, larger, scale, room)
            if is_clear(stage):
                return stage
    as_it_is = _fitted(subject, zoom, least, room) if least >= LEGIBLE else None
    return as_it_is if as_it_is and is_clear(as_it_is) else _apart(subject, room)


def _zoom(subject: Subject, room: tuple[float, float], scale: float = 0.0) -> float:
    """Return the zoom at which actors and labels fill a room, with marks of a scale or as large as at that zoom."""
    zoom = 1.0
    for _ in range(6):
        left, top, right, bottom = extent(subject.view, subject.positions, zoom, scale or _scale(zoom))
        grown = min(room[0] / max(1.0, right - left), room[1] / max(1.0, bottom - top))
        zoom = max(CLOSEST, min(FARTHEST, zoom * grown))
    return zoom * 0.99


def _composed(
    subject: Subject, zoom: float, scale: float, room: tuple[float, float], sizes: Sequence[float] = ()
) -> Stage:
    """Return the scene, its lines straight between sites or bent as on the screen, signs of the best of some sizes.

    Labels keep inside the room, wherever they can.
    """
    view = subject.view
    nodes = node_marks(view.actors, view.network.degree, subject.positions, zoom, scale)
    nodes = grown(nodes, least_radii(subject.ties), scale) if subject.straight else nodes
    edges = edge_marks(subject.ties, nodes, scale, subject.numbering.on_lines(view, subject.ties))
    held = glued(edges, nodes, scale) if subject.straight else ()
    edges = edges if subject.straight else led_past(edges, nodes, scale)
    edges = tuple(_thinned(edge, scale) for edge in [h.edge for h in held] or edges)
    spots, size = fitting_spots(edges, [replace(node, labelled=False) for node in nodes], scale, sizes)
    walls = _walls(nodes, _inside(subject.arrangement, room, scale))
    for _ in range(2):  # labels give way to signs, and signs to labels
        taken = taken_by(spots, size, scale)
        nodes = place_labels(nodes, edges, scale, np.vstack([taken, walls]))
        if any(covers(node, taken) for node in nodes if node.labelled):
            nodes = place_labels(nodes, edges, scale, np.vstack([taken, walls]), farther=True)
        spots = spots_of(edges, nodes, size)
    nodes, spots = settled(nodes, spots, np.vstack([all_heads(spots, scale), walls]), size, scale)
    sites = tuple((line.begins, line.ends) for line in held)
    scene = Scene(nodes, tuple(spot.edge for spot in spots), scale)
    return _guided(subject, Stage(scene, sites, tuple(spot.side for spot in spots), size))


def _guided(subject: Subject, stage: Stage) -> Stage:
    """Return the map with its guides round the labels where these stand, their words clear of signs of its size."""
    scene, signs = stage.scene, np.array([sign_box(*spot, size=stage.signs) for spot in stage.spots]).reshape(-1, 4)
    marks, network = (scene.nodes, scene.edges), subject.view.network
    return stage._replace(
        scene=replace(scene, guides=guides_of(network, marks, subject.arrangement, scene.scale, signs))
    )


def _inside(arrangement: Arrangement, room: tuple[float, float], scale: float) -> tuple[float, float]:
    """Return the room that is left for actors and labels inside of frames, or below the arrow of a flow."""
    across, down = GUIDED.get(arrangement.layout, (0.0, 0.0))
    return room[0] - across * scale, room[1] - down * scale


def _walls(nodes: Sequence[NodeMark], room: tuple[float, float]) -> Points:
    """Return boxes along the edges of a room, its middle where that of the actors with their labels is."""
    if not nodes:
        return np.empty((0, 4))
    boxes = np.array([box for node in nodes for box in (node.box, node.label)])
    low, high = boxes[:, :2].min(axis=0), boxes[:, 2:].max(axis=0)
    (x, y), half = (low + high) / 2.0, np.maximum(np.array(room), high - low) / 2.0
    left, top, right, bottom = x - half[0], y - half[1], x + half[0], y + half[1]
    far = (x - FAR, y - FAR, x + FAR, y + FAR)
    return np.array(
        [
            (far[0], far[1], left, far[3]),
            (right, far[1], far[2], far[3]),
            (far[0], far[1], far[2], top),
            (far[0], bottom, far[2], far[3]),
        ]
    )


def _thinned(edge: EdgeMark, scale: float) -> EdgeMark:
    """Return a line as wide as it is on slides; among small marks wide lines are less wide."""
    width = edge.width / scale * LINE_SCALE
    return replace(edge, width=width * min(1.0, scale / CROWDED) ** 1.5)


def _shifted(scene: Scene, dx: float, dy: float) -> Scene:
    """Return the scene moved."""
    nodes = tuple(_shifted_node(node, dx, dy) for node in scene.nodes)
    guides = tuple(_shifted_guide(guide, dx, dy) for guide in scene.guides)
    return Scene(nodes, tuple(_shifted_edge(edge, dx, dy) for edge in scene.edges), scene.scale, guides)


def _shifted_node(node: NodeMark, dx: float, dy: float) -> NodeMark:
    left, top, right, bottom = node.label
    return replace(node, x=node.x + dx, y=node.y + dy, label=(left + dx, top + dy, right + dx, bottom + dy))


def _shifted_edge(edge: EdgeMark, dx: float, dy: float) -> EdgeMark:
    return replace(edge, path=edge.path + np.array([dx, dy]), glyph=(edge.glyph[0] + dx, edge.glyph[1] + dy))


def _shifted_guide(guide: GuideMark, dx: float, dy: float) -> GuideMark:
    return replace(guide, path=guide.path + np.array([dx, dy]), at=(guide.at[0] + dx, guide.at[1] + dy))
