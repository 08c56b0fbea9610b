"""A picture with its sources on one page: marking, title, as-of line, map, legend, filter in words, numbered citations.

What it must carry is taken from ICD 203 and 206 (visuals meet the sourcing standards) and FIRST TLP 2.0 (the label
right-justified at head and foot, 12 points or more). The page is laid out in logical points; a file scales it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graphdata.citation import numbered
from graphdata.citing import Citing
from graphdata.drawing import Drawing, Group, Mark, moved
from graphdata.legend import legend_group, legend_of
from graphdata.places import Place
from graphdata.rendering import marks_of
from graphdata.scene import Box, Scene
from graphdata.sheet.citations import all_fit, notes_marks
from graphdata.sheet.edges import foot_of, head_of
from graphdata.sheet.fitting import fitted_scene
from graphdata.sheet.request import Request, Rooms, least_print, page_extent, rooms_on
from graphdata.sheet.words import describe, title_of
from graphdata.ties import Tie
from graphdata.view import View

LEGEND, LEGIBLE = 1.15, 1.25  # times the legend of the screen, and on small paper: six points
LEGEND_ROOM, HIGHER = 124.0, 200.0  # height of the legend's columns, and where so many have no room side by side


def sheet_of(view: View, ties: Sequence[Tie], positions: Mapping[str, Place], wanted: Request) -> Drawing:
    """Return the page for a view; the same view, places and request give the same page."""
    width, height = page_extent(wanted)
    notes = numbered(view) if wanted.notes else ()
    head, top = head_of(view, wanted, width)
    foot, bottom = foot_of(view, wanted, width, height)
    citing = Citing([view], notes)
    rooms = _rooms(citing, wanted, top, bottom)
    listed = notes_marks(citing, rooms.notes, wanted.theme, rooms.columns, least_print(wanted)) if notes else ()
    picture = _picture(view, ties, positions, wanted, rooms.picture)
    return Drawing(
        width, height, "" if wanted.transparent else wanted.theme.map.background, (*head, *picture, *listed, *foot),
        title=title_of(view, wanted), description=describe(view, citing, wanted), keywords=(view.network.title,),
    )  # fmt: skip


def scene_on_page(view: View, ties: Sequence[Tie], positions: Mapping[str, Place], wanted: Request) -> Scene:
    """Return the map of a page as a scene, its marks in points of the page."""
    width, height = page_extent(wanted)
    top, bottom = head_of(view, wanted, width)[1], foot_of(view, wanted, width, height)[1]
    citing = Citing([view], numbered(view) if wanted.notes else ())
    box = _rooms(citing, wanted, top, bottom).picture
    return fitted_scene(view, ties, positions, wanted, _beside_legend(view, ties, wanted, box)[1])


def _rooms(citing: Citing, wanted: Request, top: float, bottom: float) -> Rooms:
    """Return the rooms of a page; citations take more of it where, on A4 or larger, all of them have room only then."""
    usual = rooms_on(wanted, top, bottom, bool(citing.notes))
    least = least_print(wanted)
    if wanted.enlargement < 1.0 or not citing.notes or all_fit(citing, usual.notes, usual.columns, least):
        return usual
    more = rooms_on(wanted, top, bottom, True, crowded=True)
    return more if all_fit(citing, more.notes, more.columns, least) else usual


def _picture(
    view: View, ties: Sequence[Tie], positions: Mapping[str, Place], wanted: Request, box: Box
) -> tuple[Mark, ...]:
    """Return the map and its legend inside a box."""
    legend, room = _beside_legend(view, ties, wanted, box)
    scene = fitted_scene(view, ties, positions, wanted, room)
    (left, top, right, bottom), (x1, y1, x2, y2) = room, scene.bounds
    shift = ((left + right - x1 - x2) / 2.0, (top + bottom - y1 - y2) / 2.0)
    marks = tuple(moved(mark, *shift) for mark in marks_of(scene, wanted.theme))
    return (Group("map", "Map", marks), *legend)


def _beside_legend(view: View, ties: Sequence[Tie], wanted: Request, box: Box) -> tuple[tuple[Mark, ...], Box]:
    """Return the legend at the foot of a box, and what it leaves of the box."""
    left, top, right, bottom = box
    if not wanted.legend or not view.actors:
        return (), box
    entries, look = legend_of(ties, view.actors), (wanted.theme, left, 0.0)
    scale = LEGEND if wanted.enlargement >= 1.0 else LEGIBLE
    group, wide, high = legend_group(entries, *look, scale, LEGEND_ROOM)
    if wide > right - left:
        group, wide, high = legend_group(entries, *look, scale, HIGHER)
    if wide > right - left:
        group, wide, high = legend_group(entries, *look, scale * (right - left) / wide, HIGHER)
    return (moved(group, 0.0, bottom - high),), (left, top, right, bottom - high - 10.0)
