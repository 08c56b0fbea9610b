"""A picture with its sources on one page: marking, title, as-of line, map, legend, filter in words, numbered citations.

What it must carry is taken from ICD 203 and 206 (visuals meet the sourcing standards) and FIRST TLP 2.0 (the label
right-justified at head and foot, 12 points or more). The page is laid out in logical points; a file scales it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

import numpy as np

from graphdata import shapes, typeface
from graphdata.arrangement import CLUSTERS, Arrangement
from graphdata.attested import years_in_words
from graphdata.citation import Note, notes_of_relation, numbered
from graphdata.compose import compose, extent
from graphdata.dates import in_words as date_in_words
from graphdata.drawing import Drawing, Group, Mark, Polygon, Words, moved
from graphdata.faults import faults_of
from graphdata.filter import in_words
from graphdata.legend import legend_group, legend_of
from graphdata.marking import ceiling_in_words, lowered_in_words, marking_colours, printed_marking
from graphdata.places import Place
from graphdata.rendering import marks_of
from graphdata.rows import counted
from graphdata.ruleset import Level
from graphdata.scene import Box, Scene
from graphdata.style import Theme
from graphdata.ties import Tie
from graphdata.view import View

AREA: Final = 1600.0 * 900.0  # logical size of every page: the same words fit whatever the format
NARROWEST: Final = 560.0  # a side that leaves room for a map between head, legend and foot
MARGIN: Final = 26.0
SMALLEST, LARGEST = 0.55, 1.7  # how far the map's marks may shrink and grow to fill a page
COMFORTABLE: Final = 0.8  # smaller marks are drawn larger than the map is, where nothing covers anything then
SCALES: Final = (1.0, 0.95, 0.85, 0.75, 0.65)  # tried where marks are small, or hide something
MANY: Final = 130  # lines; with more a picture takes too long to be made several times
FEW: Final = 8  # faults; more of them no size of marks mends
LITTLE: Final = 0.85  # of marks that hide something: they are no smaller than so much of what they were
ROUNDED: Final = 1.006  # times a room that a map in it may be large
MARKING: Final = 21.0  # 12 points on an A4 page and on a slide, the least that TLP 2.0 asks for
PLATE: Final = 1.6  # height of the marking's black box, as a share of its letters
LONGEST_MARKING: Final = 0.5  # of the page's width; a longer one, which no TLP label is, has smaller letters
FACTS, WORDS = 13.0, 12.0  # sizes of the lines below the title, and of the filter in words: 7 to 8 points on A4
LEGEND: Final = 1.15  # times the legend of the screen
NOTE_SIZES: Final = (13.0, 12.0, 11.0, 10.0, 9.5, 9.0, 8.5, 8.0, 7.5, 7.0, 6.5, 6.0)
NOTES_PER_LINE: Final = 3
TITLE_SIZES: Final = ((24.0, 2), (20.0, 2), (16.0, 3), (14.0, 4))  # and how many lines of each
HEADING, BELOW_HEADING = 13.0, 21.0  # size of the heading over the citations, and where they begin
NOTE_PITCH: Final = 1.24  # from line to line, as a share of the size
GUTTER: Final = 14.0  # between columns of citations
LEGEND_ROOM: Final = 124.0  # height of the legend's columns
WIDE: Final = 1.15  # width to height of a page with the citations beside the map
BESIDE, BELOW = 0.235, 0.24  # share of the page that citations beside or below the map take
STRETCH: Final = 1.3  # how much further a map may be drawn out in one direction, to use a page of another shape


@dataclass(frozen=True, slots=True)
class Request:
    """What is wanted of a page: its shape, its colours, its words."""

    aspect: float
    theme: Theme
    title: str = ""
    legend: bool = True
    notes: bool = True
    pins: tuple[str, ...] = field(default=())
    transparent: bool = False
    marking: str = ""
    marking_reason: str = ""
    arrangement: Arrangement = CLUSTERS


class Rooms(NamedTuple):
    """Where the parts of a page stand: the map with its legend, and the citations in so many columns."""

    picture: Box
    notes: Box
    columns: int


def page_extent(aspect: float) -> tuple[float, float]:
    """Return the logical width and height of a page of a shape; a long strip is larger, and so has smaller letters."""
    width, height = (AREA * aspect) ** 0.5, (AREA / aspect) ** 0.5
    share = max(1.0, NARROWEST / min(width, height))
    return width * share, height * share


def rooms_on(wanted: Request, top: float, bottom: float, has_notes: bool) -> Rooms:
    """Return the rooms between head and foot: citations beside the map, or below it on a page that is not wide."""
    width, _ = page_extent(wanted.aspect)
    left, right = MARGIN, width - MARGIN
    if wanted.aspect >= WIDE:
        edge = width * (1.0 - BESIDE)
        picture = (left, top, edge - MARGIN if has_notes else right, bottom)
        return Rooms(picture, (edge, top + 6.0, right, bottom), 1)
    edge = top + (bottom - top) * (1.0 - BELOW)
    return Rooms((left, top, right, edge if has_notes else bottom), (left, edge + 8.0, right, bottom), 3)


def sheet_of(view: View, ties: Sequence[Tie], positions: Mapping[str, Place], wanted: Request) -> Drawing:
    """Return the page for a view; the same view, places and request give the same page."""
    width, height = page_extent(wanted.aspect)
    notes = numbered(view) if wanted.notes else ()
    head, top = _head(view, wanted, width)
    foot, bottom = _foot(view, wanted, width, height)
    rooms = rooms_on(wanted, top, bottom, bool(notes))
    listed = notes_marks(notes, rooms.notes, wanted.theme, rooms.columns) if notes else ()
    picture = _picture(view, ties, positions, wanted, rooms.picture)
    return Drawing(
        width, height, "" if wanted.transparent else wanted.theme.map.background, (*head, *picture, *listed, *foot),
        title=title_of(view, wanted), description=describe(view, notes, wanted), keywords=(view.network.title,),
    )  # fmt: skip


def scene_on_page(view: View, ties: Sequence[Tie], positions: Mapping[str, Place], wanted: Request) -> Scene:
    """Return the map of a page as a scene, its marks in points of the page."""
    width, height = page_extent(wanted.aspect)
    top, bottom = _head(view, wanted, width)[1], _foot(view, wanted, width, height)[1]
    box = rooms_on(wanted, top, bottom, wanted.notes and bool(numbered(view))).picture
    return _fitted_scene(view, ties, positions, wanted, _beside_legend(view, ties, wanted, box)[1])


def marking_on(view: View, wanted: Request) -> str:
    """Return the marking to print: what is on show decides, unless another one was asked for; raises MarkingError."""
    return printed_marking(view, wanted.marking, wanted.marking_reason)


def marking_note(view: View, wanted: Request) -> str:
    """Return the sentence that keeps the reason for a lowered marking, empty for every other one."""
    return lowered_in_words(view, wanted.marking, wanted.marking_reason)


def title_of(view: View, wanted: Request) -> str:
    """Return the page's title: the one asked for, else the network's."""
    return wanted.title or view.network.title


def line_notes(view: View, ties: Sequence[Tie]) -> dict[str, str]:
    """Return for each tie the citation numbers printed on it, the first few and a plus where there are more."""
    found = {}
    for tie in ties:
        numbers = sorted({note.number for relation in tie.relations for note in notes_of_relation(view, relation)})
        found[tie.id] = numbers_on_line(numbers)
    return found


def numbers_on_line(numbers: Sequence[int]) -> str:
    """Return what is printed of the numbers of a line's sources: the first few, and a plus where there are more."""
    more = "+" if len(numbers) > NOTES_PER_LINE else ""
    return ",".join(str(number) for number in numbers[:NOTES_PER_LINE]) + more


def _picture(
    view: View, ties: Sequence[Tie], positions: Mapping[str, Place], wanted: Request, box: Box
) -> tuple[Mark, ...]:
    """Return the map and its legend inside a box."""
    legend, room = _beside_legend(view, ties, wanted, box)
    scene = _fitted_scene(view, ties, positions, wanted, room)
    (left, top, right, bottom), (x1, y1, x2, y2) = room, scene.bounds
    shift = ((left + right - x1 - x2) / 2.0, (top + bottom - y1 - y2) / 2.0)
    marks = tuple(moved(mark, *shift) for mark in marks_of(scene, wanted.theme))
    return (Group("map", "Map", marks), *legend)


def _beside_legend(view: View, ties: Sequence[Tie], wanted: Request, box: Box) -> tuple[tuple[Mark, ...], Box]:
    """Return the legend at the foot of a box, and what it leaves of the box."""
    left, top, right, bottom = box
    if not wanted.legend or not view.actors:
        return (), box
    group, _, high = legend_group(legend_of(ties, view.actors), wanted.theme, left, 0.0, LEGEND, LEGEND_ROOM)
    return (moved(group, 0.0, bottom - high),), (left, top, right, bottom - high - 10.0)


def _fitted_scene(view: View, ties: Sequence[Tie], positions: Mapping[str, Place], wanted: Request, room: Box) -> Scene:
    """Return the map as large as its room allows."""
    wide, high = room[2] - room[0], room[3] - room[1]
    notes = line_notes(view, ties) if wanted.notes else {}

    def made(zoom: float, scale: float) -> Scene:
        return compose(
            view, ties, positions, zoom=zoom, scale=scale or _scale(zoom), pins=wanted.pins, notes=notes,
            arrangement=wanted.arrangement,
        )  # fmt: skip

    def fitted(scale: float = 0.0) -> Scene:
        zoom = _fitting_zoom(view, ties, positions, wide, high, scale)
        scene = made(zoom, scale)
        share = _share(scene, wide, high) if scale else 1.0 / _over(scene, wide, high)
        return made(zoom * share, scale) if share < 1.0 else scene  # a label above its actor, say

    positions = _stretched(view, ties, positions, wide / high)
    scene = fitted()
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


def _scale(zoom: float) -> float:
    """Return how large marks are drawn at a zoom."""
    return max(SMALLEST, min(LARGEST, zoom))


def _fitting_zoom(
    view: View, ties: Sequence[Tie], positions: Mapping[str, Place], wide: float, high: float, scale: float = 0.0
) -> float:
    """Return the zoom at which the map fills its box, with marks of a scale or as large as at that zoom."""
    zoom = 1.0
    for _ in range(5):
        left, top, right, bottom = extent(view, positions, zoom, scale or _scale(zoom), ties)
        grown = min(wide / max(1.0, right - left), high / max(1.0, bottom - top))
        zoom = max(0.02, min(LARGEST, zoom * grown * 0.99))
    return zoom


def _head(view: View, wanted: Request, width: float) -> tuple[tuple[Mark, ...], float]:
    """Return marking, title, as-of line and confidence statement, and where they end."""
    ink = wanted.theme.map
    marking = marking_on(view, wanted)
    marks = list(marking_marks(marking, width - MARGIN, 12.0, letters := marking_size(marking, width)))
    room = width - 2 * MARGIN - marking_width(marking, letters) - 24.0
    size, title = _set_title(title_of(view, wanted), room)
    top = 14.0
    for line in title:
        marks.append(Words(MARGIN, top + size * 0.92, line, size, ink.ink, bold=True))
        top += size * 1.17
    for line in (as_of_line(view), confidence_statement(view)):
        top += FACTS * 1.35
        marks.append(Words(MARGIN, top, typeface.cut(line, width - 2 * MARGIN, FACTS), FACTS, ink.faint))
    return (Group("head", "", tuple(marks)),), top + 10.0


def _set_title(title: str, room: float) -> tuple[float, tuple[str, ...]]:
    """Return a title in lines, as large as it may be in two; only one too long for four small lines is cut."""
    for size, most in TITLE_SIZES:
        lines = typeface.wrap(title, room, size, True)
        if len(lines) <= most:
            return size, lines
    return size, typeface.wrap(title, room, size, True, most)


def _foot(view: View, wanted: Request, width: float, height: float) -> tuple[tuple[Mark, ...], float]:
    """Return the filter in words and the marking, and where the room above them ends."""
    theme, marking, pitch = wanted.theme, marking_on(view, wanted), 1.3 * WORDS
    size = marking_size(marking, width)
    said = (f"Shown: {in_words(view.filter, view.network)}", left_out(view), marking_note(view, wanted))
    room = width - 2 * MARGIN - marking_width(marking, size) - 24.0
    lines = typeface.wrap(" ".join(filter(None, said)), room, WORDS, False, 5)
    top = height - 14.0 - len(lines) * pitch
    marks: list[Mark] = [
        Words(MARGIN, top + WORDS + rank * pitch, line, WORDS, theme.map.ink) for rank, line in enumerate(lines)
    ]
    plate = height - 12.0 - PLATE * size
    marks += marking_marks(marking, width - MARGIN, plate, size)
    return (Group("foot", "", tuple(marks)),), min(top, plate) - 10.0


def marking_size(marking: str, width: float) -> float:
    """Return how large a marking is printed on a page of a width."""
    return min(MARKING, MARKING * LONGEST_MARKING * width / marking_width(marking, MARKING))


def marking_width(marking: str, size: float) -> float:
    """Return how wide a marking in its box is."""
    return typeface.width(marking, size, True) + size


def marking_marks(marking: str, right: float, top: float, size: float) -> tuple[Mark, ...]:
    """Return the marking in its own colour on black, right-justified."""
    plate = shapes.box(right - marking_width(marking, size), top, right, top + PLATE * size)
    x, y = right - 0.5 * size, top + 1.16 * size
    return (Polygon(plate, "#000000"), Words(x, y, marking, size, marking_colours(marking), bold=True, anchor="end"))


class Block(NamedTuple):
    """One citation of the list: its number, and its words in lines."""

    number: str
    lines: tuple[str, ...]


def notes_marks(notes: Sequence[Note], box: Box, theme: Theme, columns: int) -> tuple[Mark, ...]:
    """Return the numbered citations, as large as the box allows; what does not fit is counted, never dropped unsaid."""
    left, top, right, bottom = box
    wide = (right - left - GUTTER * (columns - 1)) / columns
    for size in NOTE_SIZES:
        rows = max(2, int((bottom - top - BELOW_HEADING) / (size * NOTE_PITCH)))
        blocks = _blocks(notes, wide, size)
        filled = _filled(blocks, rows, columns)
        if sum(map(len, filled)) == len(blocks):
            break
    else:
        filled = _shortened(blocks, rows, columns)
    hang = typeface.width("[00] ", size)
    marks: list[Mark] = [Words(left, top + HEADING, "Sources", HEADING, theme.map.ink, bold=True)]
    for rank, column in enumerate(filled):
        x, y = left + rank * (wide + GUTTER), top + BELOW_HEADING + 0.85 * size * NOTE_PITCH
        for block in column:
            marks.append(_block_group(block, x, y, hang, size, theme))
            y += len(block.lines) * size * NOTE_PITCH
    return (Group("sources", "Sources", tuple(marks)),)


def _block_group(block: Block, x: float, y: float, hang: float, size: float, theme: Theme) -> Group:
    """Return a citation, its number hanging out to the left; numbers on the map lead to it."""
    number = [Words(x, y, f"[{block.number}]", size, theme.map.ink)] if block.number else []
    lines = [
        Words(x + hang, y + at * size * NOTE_PITCH, text, size, theme.map.ink) for at, text in enumerate(block.lines)
    ]
    return Group(f"note {block.number}" if block.number else "", "", (*number, *lines))


def _blocks(notes: Sequence[Note], wide: float, size: float) -> list[Block]:
    """Return all citations, set in lines."""
    room = wide - typeface.width("[00] ", size)
    return [Block(str(note.number), typeface.wrap(note.text, room, size) or ("",)) for note in notes]


def _filled(blocks: Sequence[Block], rows: int, columns: int) -> list[list[Block]]:
    """Return the citations by columns of so many rows, none torn apart; those that do not fit are missing."""
    filled: list[list[Block]] = [[]]
    used = 0
    for block in blocks:
        if filled[-1] and used + len(block.lines) > rows:
            if len(filled) == columns:
                return filled
            filled.append([])
            used = 0
        filled[-1].append(block)
        used += len(block.lines)
    return filled


def _shortened(blocks: Sequence[Block], rows: int, columns: int) -> list[list[Block]]:
    """Return as many whole citations as fit, and a line that counts the others."""
    filled = _filled(blocks, rows, columns)
    while sum(len(block.lines) for block in filled[-1]) >= rows and len(filled[-1]) > 1:
        filled[-1].pop()
    left = len(blocks) - sum(map(len, filled))
    filled[-1].append(Block("", (f"and {left} more, for which there is no room",)))
    return filled


def as_of_line(view: View) -> str:
    """Return of when the picture is, and of which dataset and ruleset."""
    network = view.network
    years = years_in_words([found for each in view.relations if (found := view.assessments[each.id])])
    dated = f" · information dated {years}" if years else ""
    digest = f" ({network.digest[:8]})" if network.digest else ""
    when = date_in_words(view.as_of)
    known = f" · known by {date_in_words(view.filter.known_by)}" if view.filter.known_by else ""
    return f"As of {when}{known}{dated} · dataset {network.version}{digest} · ruleset {network.ruleset}"


def confidence_statement(view: View) -> str:
    """Return how well the relations shown are supported, without a word of likelihood (ICD 203)."""
    found = (view.assessments[relation.id].headline for relation in view.relations)
    return counted_confidence([(each.level, each.origins) for each in found])


def counted_confidence(found: Sequence[tuple[Level, int]]) -> str:
    """Return the confidence statement for relations, each with its level and how many origins it has."""
    if not found:
        return "Nothing is on show."
    counts = Counter(level for level, _ in found)
    levels = ", ".join(
        f"{level.label.lower()} in {counts[level]}" for level in sorted(Level, reverse=True) if counts[level]
    )
    of = "relation" if len(found) == 1 else f"{len(found)} relations"
    return f"Confidence in the {of} shown: {levels}; {_origins([origins for _, origins in found])}."


def _origins(counts: Sequence[int]) -> str:
    """Return in words how many relations rest on one origin alone; of a single one, on how many it rests."""
    if len(counts) == 1:
        return f"it rests on {counted(counts[0], 'origin', 'origins') or 'no named origin'}"
    single = counts.count(1)
    return {0: "none rests on one origin", 1: "1 rests on one origin"}.get(single, f"{single} rest on one origin")


def left_out(view: View) -> str:
    """Return how much of the network is not on show."""
    relations = len(view.network.relations) - len(view.relations)
    actors = len(view.network.drawn) - len(view.actors)
    whole, above = view.network, " ".join(filter(None, (view.remark, ceiling_in_words(view))))
    if not relations and not actors:
        return above or "Nothing is left out."
    said = f"Not shown: {relations} of {len(whole.relations)} relations, {actors} of {len(whole.drawn)} actors."
    return f"{said} {above}".rstrip()


def describe(view: View, notes: Sequence[Note], wanted: Request) -> str:
    """Return the page in words: for screen readers, and so that every source travels with the file."""
    shown = (in_words(view.filter, view.network), left_out(view), marking_note(view, wanted))
    lines = [as_of_line(view), confidence_statement(view), *filter(None, shown)]
    return "\n".join([*lines, *(f"[{note.number}] {note.text}" for note in notes)])
