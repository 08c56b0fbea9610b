"""The map made as large as its room on a page allows, with marks of a size at which nothing hides anything."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

import numpy as np

from graphdata.compose import compose, extent
from graphdata.faults import faults_of
from graphdata.places import Place
from graphdata.scene import Box, Scene
from graphdata.sheet.citations import line_notes
from graphdata.sheet.request import Request
from graphdata.ties import Tie
from graphdata.view import View

SMALLEST, LARGEST = 0.55, 1.7  # how far the map's marks may shrink and grow to fill a page as large as a slide
SPARE: Final = 0.85  # a map that fills less of its room has room to spare
APART: Final = 2.5  # times as far as its marks are large that a map is drawn apart there, if something hides something
COMFORTABLE: Final = 0.8  # smaller marks are drawn larger than the map is, where nothing covers anything then
SCALES: Final = (1.0, 0.95, 0.85, 0.75, 0.65)  # tried where marks are small, or hide something
MANY: Final = 130  # lines; with more a picture takes too long to be made several times
FEW: Final = 8  # faults; more of them no size of marks mends
LITTLE: Final = 0.85  # of marks that hide something: they are no smaller than so much of what they were
ROUNDED: Final = 1.006  # times a room that a map in it may be large
STRETCH: Final = 1.3  # how much further a map may be drawn out in one direction, to use a page of another shape


def fitted_scene(view: View, ties: Sequence[Tie], positions: Mapping[str, Place], wanted: Request, room: Box) -> Scene:
    """Return the map as large as its room allows."""
    wide, high = room[2] - room[0], room[3] - room[1]
    notes = line_notes(view, ties) if wanted.notes else {}

    def made(zoom: float, scale: float) -> Scene:
        return compose(
            view, ties, positions, zoom=zoom, scale=scale, pins=wanted.pins, notes=notes, arrangement=wanted.arrangement
        )

    def as_zoomed(zoom: float) -> float:
        return max(SMALLEST / max(1.0, wanted.enlargement), min(LARGEST, zoom))

    def fitted(scale: float = 0.0, most: float = LARGEST) -> Scene:
        sized = (lambda _: scale) if scale else as_zoomed
        zoom = _fitting_zoom(view, ties, positions, (wide, high), sized, most)
        scene = made(zoom, sized(zoom))
        share = _share(scene, wide, high) if scale else 1.0 / _over(scene, wide, high)
        return made(zoom * share, sized(zoom * share)) if share < 1.0 else scene  # a label above its actor, say

    positions = _stretched(view, ties, positions, wide / high)
    scene = fitted()
    if len(scene.edges) <= MANY and _over(scene, wide, high) < SPARE and faults_of(scene):
        scene = min(scene, fitted(most=APART * LARGEST), key=faults_of)
    if len(scene.edges) > MANY or not _improvable(scene):
        return scene
    least = scene.scale if scene.scale < COMFORTABLE else LITTLE * scene.scale
    others = (fitted(scale) for scale in SCALES if scale > least)
    return next((each for each in others if _over(each, wide, high) <= ROUNDED and not faults_of(each)), scene)


def _improvable(scene: Scene) -> bool:
    """Return whether marks are so small, or hide so little, that marks of another size may be better."""
    faults = faults_of(scene)
    return faults <= FEW and (faults > 0 or scene.scale < COMFORTABLE)


def _over(scene: Scene, wide: float, high: float) -> float:
    """Return how many times larger than a room a scene is."""
    left, top, right, bottom = scene.bounds
    return max((right - left) / wide, (bottom - top) / high)


def _share(scene: Scene, wide: float, high: float) -> float:
    """Return how far a scene must be drawn together to fit a room, its marks as large as they are."""
    left, top, right, bottom = scene.bounds
    apart = np.ptp(np.array([(node.x, node.y) for node in scene.nodes]).reshape(-1, 2), axis=0)
    free = np.array([wide, high]) - (np.array([right - left, bottom - top]) - apart)
    return float(max(0.0, (free / np.maximum(apart, 1.0)).min()))


def _stretched(view: View, ties: Sequence[Tie], positions: Mapping[str, Place], aspect: float) -> Mapping[str, Place]:
    """Return the places drawn out, a little, towards the shape of the room that the map has."""
    left, top, right, bottom = extent(view, positions, 1.0, 1.0, ties)
    share = aspect * max(1.0, bottom - top) / max(1.0, right - left)
    across, down = min(STRETCH, max(1.0, share)), min(STRETCH, max(1.0, 1.0 / share))
    return {key: (x * across, y * down) for key, (x, y) in positions.items()}


def _fitting_zoom(
    view: View,
    ties: Sequence[Tie],
    positions: Mapping[str, Place],
    room: tuple[float, float],
    sized: Callable[[float], float],
    most: float,
) -> float:
    """Return the zoom, of at most so much, at which the map fills its room, its marks as large as `sized` has them."""
    zoom = 1.0
    for _ in range(5):
        left, top, right, bottom = extent(view, positions, zoom, sized(zoom), ties)
        grown = min(room[0] / max(1.0, right - left), room[1] / max(1.0, bottom - top))
        zoom = max(0.02, min(most, zoom * grown * 0.99))
    return zoom
