"""The legend, made from what is on show: nothing is explained that is not there, nothing there is unexplained."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Final, Literal, NamedTuple

import numpy as np

from graphdata import curves, rendering, shapes, style, typeface
from graphdata.drawing import Disc, Group, Mark, Polygon, Strokes, Words
from graphdata.network import Actor
from graphdata.scene import badges_of
from graphdata.style import Theme
from graphdata.ties import Tie
from graphdata.vocabulary import ACTOR_KINDS, DOMAIN_LABELS, DOMAINS

Section = Literal["domain", "confidence", "direction", "change", "badge", "width", "actor"]
HEADINGS: Final[dict[Section, str]] = {
    "domain": "Domain",
    "confidence": "Confidence",
    "direction": "Direction",
    "change": "Changes",
    "badge": "Badges",
    "width": "Width",
    "actor": "Actors",
}
LEVELS: Final = {3: "High", 2: "Moderate", 1: "Low", 0: "None: claimed, not supported"}
DIRECTIONS: Final = {
    "forward": "from giver to receiver",
    "mutual": "mutual",
    "hostile": "hostile act or threat",
}
BADGES: Final = {
    "single": "one independent origin",
    "contested": "contested",
    "dated": "information is dated",
    "judgement": "rests on judgement alone",
}
CHANGES: Final = {
    "added": "added",
    "gone": "gone",
    "ended": "ended",
    "changed": "changed",
}
SAMPLE: Final = 30.0  # length of a sample line
PITCH: Final = 16.0
SIZE: Final = 9.5
_LOOK: Final = attrgetter(
    "domain", "level", "hostile", "mutual", "change", "contested", "single_origin", "dated", "assessed_only"
)  # ties that agree in these need no other entry
LONGEST: Final = 5  # entries in one part of a section


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the legend: what it explains, by key, and in which words."""

    section: Section
    key: str
    text: str


def legend_of(ties: Sequence[Tie], actors: Sequence[Actor]) -> tuple[Entry, ...]:
    """Return the entries for the lines and actors on show, in the order of the style tables."""
    several = any(len(tie.relations) > 1 for tie in ties)
    ties = tuple({_LOOK(tie): tie for tie in ties}.values())
    domains, levels = {tie.domain for tie in ties}, {int(tie.level) for tie in ties}
    entries = [Entry("domain", d, DOMAIN_LABELS[d]) for d in DOMAINS if d in domains]
    entries += [Entry("domain", "", "Several domains")] if "" in domains else []
    entries += [Entry("confidence", str(level), words) for level, words in LEVELS.items() if level in levels]
    directions = _directions(ties)
    entries += [Entry("direction", key, words) for key, words in DIRECTIONS.items() if key in directions]
    met = {tie.change for tie in ties}
    entries += [Entry("change", key, words) for key, words in CHANGES.items() if key in met]
    worn = {badge for tie in ties for badge in badges_of(tie)}
    entries += [Entry("badge", key, words) for key, words in BADGES.items() if key in worn]
    if several:
        entries.append(Entry("width", "several", "more relations in one line"))
    kinds = {actor.kind for actor in actors}
    return (*entries, *(Entry("actor", kind, label) for kind, label in ACTOR_KINDS.items() if kind in kinds))


def _directions(ties: Sequence[Tie]) -> set[str]:
    """Return which heads the lines wear."""
    return {"hostile" if tie.hostile else "mutual" if tie.mutual else "forward" for tie in ties}


class Column(NamedTuple):
    """A section of the legend with its upper left corner."""

    section: Section
    members: list[Entry]
    x: float
    y: float


class Plan(NamedTuple):
    """Where the sections of a legend stand, and the width and height they take."""

    columns: tuple[Column, ...]
    width: float
    height: float


def legend_plan(entries: tuple[Entry, ...], scale: float = 1.0, room: float = 1e9) -> Plan:
    """Return the sections under each other until the room (a height) is used up; then the next column begins."""
    columns: list[Column] = []
    left, top, widest, lowest = 0.0, 0.0, 0.0, 0.0
    for section, members in _sections(entries):
        goes_on = bool(columns) and columns[-1].section == section
        high = (len(members) + (0.0 if goes_on else 1.35)) * PITCH * scale
        if top and top + high > room:
            left, top, widest, goes_on = left + widest + 18.0 * scale, 0.0, 0.0, False
            high = (len(members) + 1.35) * PITCH * scale
        if goes_on:
            columns[-1] = columns[-1]._replace(members=[*columns[-1].members, *members])
        else:
            columns.append(Column(section, members, left, top))
        widest = max([widest, *(section_width(entry, scale) for entry in members)])
        top += high
        lowest = max(lowest, top)
    return Plan(tuple(columns), left + widest, lowest)


def legend_group(
    entries: tuple[Entry, ...], theme: Theme, x: float, y: float, scale: float = 1.0, room: float = 1e9
) -> tuple[Group, float, float]:
    """Return the legend with its upper left corner at a place, and its width and height."""
    plan = legend_plan(entries, scale, room)
    marks: list[Mark] = []
    for rank, column in enumerate(plan.columns):
        goes_on = any(before.section == column.section for before in plan.columns[:rank])
        part = section_marks(column.section, column.members, theme, x + column.x, y + column.y, scale)
        marks += part[1:] if goes_on else part  # a section that goes on needs no second heading
    return Group("legend", "Legend", tuple(marks)), plan.width, plan.height


def _sections(entries: tuple[Entry, ...]) -> list[tuple[Section, list[Entry]]]:
    """Return the entries by section, long sections cut into parts."""
    found: list[tuple[Section, list[Entry]]] = []
    for entry in entries:
        if not found or found[-1][0] != entry.section or len(found[-1][1]) == LONGEST:
            found.append((entry.section, []))
        found[-1][1].append(entry)
    return found


def section_width(entry: Entry, scale: float) -> float:
    """Return how wide an entry is with its sample."""
    return (SAMPLE + 10.0) * scale + typeface.width(entry.text, SIZE * scale)


def section_marks(section: Section, members: list[Entry], theme: Theme, x: float, y: float, scale: float) -> list[Mark]:
    """Return a section's heading and entries."""
    marks: list[Mark] = [Words(x, y + 11.0 * scale, HEADINGS[section], SIZE * scale, theme.map.ink, bold=True)]
    for rank, entry in enumerate(members):
        marks += _entry_marks(entry, theme, x, y + (rank + 1.5) * PITCH * scale, scale)
    return marks


def _entry_marks(entry: Entry, theme: Theme, x: float, middle: float, scale: float) -> list[Mark]:
    """Return one entry's sample and words."""
    words = Words(x + (SAMPLE + 10.0) * scale, middle + 3.4 * scale, entry.text, SIZE * scale, theme.map.ink)
    return [*_sample(entry, theme, x, middle, scale), words]


def _sample(entry: Entry, theme: Theme, x: float, middle: float, scale: float) -> list[Mark]:
    """Return the sample of an entry, drawn by the rules that draw the map."""
    centre = x + SAMPLE * scale / 2.0
    if entry.section == "domain":
        return _domain_sample(entry.key, theme, x, middle, scale)
    if entry.section == "actor":
        return list(rendering.outline_marks(entry.key, centre, middle, 6.6 * scale, scale * 0.7, theme))
    if entry.section == "change":
        line = curves.lane(np.array([x, middle]), np.array([x + SAMPLE * scale, middle]), 0.0)
        badge = rendering.badge_marks(entry.key, centre, middle, scale * 1.15, theme)
        return [rendering.band_marks(line, entry.key, 2.0 * scale, scale, theme), *badge]
    if entry.section == "badge":
        return rendering.badge_marks(entry.key, centre, middle, scale * 1.15, theme)
    if entry.section == "width":
        return [
            Strokes(
                np.array([[x, middle + dy * scale, x + SAMPLE * scale, middle + dy * scale]]),
                theme.map.ink,
                w * scale,
                True,
            )
            for dy, w in ((-3.0, style.line_width(1)), (3.0, style.line_width(4)))
        ]
    path = curves.lane(np.array([x, middle]), np.array([x + SAMPLE * scale, middle]), 0.0)
    if entry.section == "confidence":
        return list(
            rendering.pattern_marks(path, int(entry.key), 2.0 * scale, scale, theme.map.ink, theme.map.background)
        )
    return _direction_sample(entry.key, theme, path, scale)


def _domain_sample(domain: str, theme: Theme, x: float, middle: float, scale: float) -> list[Mark]:
    """Return a line with the domain's glyph on it."""
    colour, centre, radius = theme.domain(domain), x + SAMPLE * scale / 2.0, 6.0 * scale
    line = Strokes(np.array([[x, middle, x + SAMPLE * scale, middle]]), colour, 2.0 * scale, round_cap=True)
    glyph = shapes.GLYPH_OUTLINES[style.GLYPHS.get(domain, "disc")] * radius + [centre, middle]
    return [line, Disc(centre, middle, radius, theme.map.plate, colour, scale), Polygon(glyph, colour)]


def _direction_sample(key: str, theme: Theme, path: curves.Points, scale: float) -> list[Mark]:
    """Return a line with the heads of a direction; a hostile line wears its cross."""
    ink, size = theme.map.ink, style.HEAD * scale
    right, left = np.array([1.0, 0.0]), np.array([-1.0, 0.0])
    head = curves.bar if key == "hostile" else curves.arrowhead
    marks: list[Mark] = [
        Strokes(curves.segments(path[2:-3]), ink, 1.8 * scale),
        Polygon(head(path[-1], right, size), ink),
    ]
    if key == "mutual":
        marks.append(Polygon(curves.arrowhead(path[0], left, size), ink))
    if key == "hostile":
        middle = path[len(path) // 2]
        marks.append(Disc(float(middle[0]), float(middle[1]), 6.0 * scale, theme.map.plate, ink, scale))
        marks.append(Polygon(shapes.GLYPH_OUTLINES["cross"] * 6.0 * scale + middle, ink))
    return marks
