"""From a scene to the marks of a drawing, in the colours of a theme; the one place that decides how anything looks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final, NamedTuple

import numpy as np

from graphdata import curves, shapes, style, typeface
from graphdata.drawing import Disc, Group, Mark, Polygon, Strokes, Words
from graphdata.scene import EdgeMark, GuideMark, NodeMark, Points, Scene
from graphdata.sign_room import BADGE_PLACES, BADGE_RADIUS, note_top
from graphdata.style import Theme

PLATE_OPACITY: Final = 0.8
BESIDE_NAME: Final = 0.7  # the share of its size that an icon has above a name inside its outline
RAISED: Final = 0.36  # radii that it moves up


def marks_of(scene: Scene, theme: Theme) -> tuple[Group, ...]:
    """Return the scene's marks in painting order: guides, lines, heads, words of guides, signs, actors, labels on top.

    No line lies over a head: that would hide which way another one goes.
    """
    guides = [Group("", "", (guide_line(guide, scene.scale, theme),)) for guide in scene.guides]
    headings = [Group("", guide.words, guide_words(guide, scene.scale, theme)) for guide in scene.guides]
    lines = [Group(edge.id, edge.title, body_marks(edge, scene.scale, theme)) for edge in scene.edges]
    heads = [Group(f"head {edge.id}", "", heads_in(edge, scene.scale, theme)) for edge in scene.edges]
    signs = [Group(f"sign {edge.id}", "", sign_marks(edge, scene.scale, theme)) for edge in scene.edges]
    actors = [node_group(node, scene.scale, theme) for node in scene.nodes]
    labels = [Group(f"label {node.id}", "", label_marks(node, theme)) for node in scene.nodes if node.labelled]
    return (*guides, *lines, *heads, *headings, *signs, *actors, *labels)


def guide_line(guide: GuideMark, scale: float, theme: Theme) -> Strokes:
    """Return the faint line that shows how the map is arranged."""
    return Strokes(curves.segments(guide.path), theme.map.hairline, 1.2 * scale, path=guide.path)


def guide_words(guide: GuideMark, scale: float, theme: Theme) -> tuple[Mark, ...]:
    """Return the words of a guide, on a plate."""
    size = style.GUIDE_SIZE * scale
    left, top, right, bottom = guide.box(scale)
    plate = shapes.box(left - size * 0.3, top, right + size * 0.3, bottom)
    return (
        Polygon(plate, theme.map.background, opacity=PLATE_OPACITY),
        Words(*guide.at, guide.words, size, theme.map.faint, True, guide.anchor),
    )


def line_group(edge: EdgeMark, scale: float, theme: Theme) -> Group:
    """Return a line with its pattern and heads; its title is what a screen reader or a tooltip says."""
    return Group(edge.id, edge.title, (*body_marks(edge, scale, theme), *heads_in(edge, scale, theme)))


def body_marks(edge: EdgeMark, scale: float, theme: Theme) -> tuple[Mark, ...]:
    """Return a line in its pattern, on a band where something happened to it."""
    body = pattern_marks(
        shaft(edge, scale), edge.level, edge.width, scale, theme.domain(edge.domain), theme.map.background
    )
    return (change_band(edge, scale, theme), *body) if edge.change else body


def heads_in(edge: EdgeMark, scale: float, theme: Theme) -> tuple[Polygon, ...]:
    """Return the heads of a line in the colours of a theme."""
    return head_marks(edge, scale, theme.domain(edge.domain), theme.map.background)


def change_band(edge: EdgeMark, scale: float, theme: Theme) -> Strokes:
    """Return the broad see-through band under a line that something happened to, in the pattern of the change."""
    return band_marks(edge.path, edge.change, edge.width, scale, theme)


def band_marks(path: Points, change: str, width: float, scale: float, theme: Theme) -> Strokes:
    """Return a band along a path: unbroken for what was added, dashed and dotted for what changed, went or ended."""
    dash, gap = (length * scale for length in style.CHANGES[change])
    pieces = curves.dashes(path, dash, gap) if gap else curves.segments(path)
    colour = {"added": theme.ui.accent, "changed": theme.ui.warning}.get(change, theme.map.faint)
    return Strokes(pieces, colour, width + style.BAND * scale, opacity=0.4)


def shaft(edge: EdgeMark, scale: float) -> Points:
    """Return the path without the part that the arrowheads cover."""
    length = float(curves.lengths(edge.path)[-1])
    head = min(style.HEAD * scale * 0.75, length * 0.3)
    first = head if edge.mutual else 0.0
    return curves.between(edge.path, first, max(first + 0.1, length - (0.0 if edge.hostile else head)))


def pattern_marks(
    path: Points, level: int, width: float, scale: float, colour: str, background: str
) -> tuple[Mark, ...]:
    """Return a path in the pattern of its confidence: solid, long dash, dots, or hollow for none."""
    dash, gap = style.PATTERNS[level]
    if level == style.HOLLOW:
        wide = max(width + 2.2 * scale, 4.0 * scale)
        inner = wide - 1.7 * scale
        whole = curves.segments(path)
        return (
            Strokes(whole, colour, wide, round_cap=True, path=path),
            Strokes(whole, background, inner, round_cap=True, path=path),
        )
    if not gap:
        return (Strokes(curves.segments(path), colour, width, round_cap=True, path=path),)
    dots = dash < 1.0
    thick = width * (1.25 if dots else 1.0)
    pitch = (dash * scale, (gap + (width / scale - 1.6) * dots) * scale)
    fitted = curves.fitted_dash(float(curves.lengths(path)[-1]), *pitch)
    return (Strokes(curves.dashes(path, *pitch), colour, thick, round_cap=dots, path=path, dash=fitted),)


def head_marks(edge: EdgeMark, scale: float, colour: str, background: str) -> tuple[Polygon, ...]:
    """Return the heads: one at the receiver, two where mutual, a bar for a hostile act, hollow without support."""
    size = style.head_length(edge.width / scale) * scale
    ends = [(edge.path[-1], edge.path[-1] - edge.path[-3])]
    if edge.mutual:
        ends.append((edge.path[0], edge.path[0] - edge.path[2]))
    found = []
    for tip, along in ends:
        direction = along / (float(np.hypot(*along)) or 1.0)
        outline = curves.bar(tip, direction, size) if edge.hostile else curves.arrowhead(tip, direction, size)
        hollow = edge.level == style.HOLLOW
        found.append(Polygon(outline, background if hollow else colour, colour, 1.2 * scale if hollow else 0.0))
    return tuple(found)


class Sign(NamedTuple):
    """What a line's sign says: the domain, whether the act is hostile, and the badges."""

    domain: str
    hostile: bool
    badges: tuple[str, ...]


def sign_marks(edge: EdgeMark, scale: float, theme: Theme) -> tuple[Mark, ...]:
    """Return the sign on a line: the domain's glyph on a plate, its badges round it, and the note numbers below."""
    x, y = edge.glyph
    marks = signs_at(Sign(edge.domain, edge.hostile, edge.badges), x, y, scale, theme)
    if not edge.note:
        return marks
    below = y + note_top(edge.badges) * scale
    return (*marks, *note_marks(edge.note, x, below, style.NOTE_SIZE * scale, theme))


def signs_at(sign: Sign, x: float, y: float, scale: float, theme: Theme) -> tuple[Mark, ...]:
    """Return a sign at a place."""
    colour, radius = theme.domain(sign.domain), style.GLYPH_RADIUS * scale
    marks: list[Mark] = [Disc(x, y, radius, theme.map.plate, colour, 1.1 * scale)]
    marks.append(Polygon(shapes.GLYPH_OUTLINES[style.glyph_of(sign.domain, sign.hostile)] * radius + [x, y], colour))
    for badge in sign.badges:
        dx, dy = BADGE_PLACES[badge]
        marks += badge_marks(badge, x + dx * radius, y + dy * radius, scale, theme)
    return tuple(marks)


def note_marks(note: str, x: float, top: float, size: float, theme: Theme) -> tuple[Mark, ...]:
    """Return the numbers of citations on a plate, centred below a height; each leads to its citation."""
    plate, words = plated((note,), x, top, size, False, theme)
    assert isinstance(words, Words)
    left, found = x - typeface.width(note, size) / 2.0, []
    for part, number in re.findall(r"((\d+)\D*)", note):
        found.append(replace(words, x=left, text=part, anchor="start", link=f"#note-{number}"))
        left += typeface.width(part, size)
    return (plate, *(found or [words]))


def badge_marks(badge: str, x: float, y: float, scale: float, theme: Theme) -> list[Mark]:
    """Return a badge: 1 for a single origin, an unequal sign for contested, a clock for dated, J for judgement."""
    ink, plate = theme.map.ink, theme.map.plate
    radius, line = BADGE_RADIUS * scale, 0.9 * scale
    disc = Disc(x, y, radius, plate, ink, 0.7 * scale)
    if badge in ("single", "judgement"):
        size = 6.6 * scale
        return [
            disc,
            Words(x, y + size * 0.36, "1" if badge == "single" else "J", size, ink, bold=True, anchor="middle"),
        ]
    reach = radius * 0.55
    if badge in style.CHANGES:
        return [disc, *_change_sign(badge, x, y, reach, line, ink)]
    if badge == "dated":
        hands = np.array([[x, y, x, y - reach], [x, y, x + reach * 0.8, y]])
        return [disc, Strokes(hands, ink, line, round_cap=True)]
    bars = np.array(
        [
            [x - reach, y - reach * 0.4, x + reach, y - reach * 0.4],
            [x - reach, y + reach * 0.4, x + reach, y + reach * 0.4],
            [x - reach * 0.6, y + reach, x + reach * 0.6, y - reach],
        ]
    )
    return [disc, Strokes(bars, ink, line)]


def _change_sign(change: str, x: float, y: float, reach: float, line: float, ink: str) -> list[Mark]:
    """Return what a change badge shows: a plus, a minus, a square for an end, a triangle for a change."""
    if change == "ended":
        return [Polygon(shapes.box(x - reach * 0.7, y - reach * 0.7, x + reach * 0.7, y + reach * 0.7), ink)]
    if change == "changed":
        return [Polygon(shapes.ring(3, -90.0, reach * 1.15, (x, y)), "", ink, line)]
    across, down = [x - reach, y, x + reach, y], [x, y - reach, x, y + reach]
    return [Strokes(np.array([across, down] if change == "added" else [across]), ink, line * 1.3)]


def node_group(node: NodeMark, scale: float, theme: Theme) -> Group:
    """Return an actor: its outline and icon, and a pin where it is held in place."""
    marks = [*outline_marks(node.kind, node.x, node.y, node.radius, scale, theme, node.seated)]
    if node.pinned:
        marks.append(pin_mark(node.x, node.y, node.radius, scale, theme))
    return Group(node.id, node.title, tuple(marks))


def pin_mark(x: float, y: float, radius: float, scale: float, theme: Theme) -> Disc:
    """Return the pin that an actor held in place wears."""
    reach = radius * 0.8
    return Disc(x + reach, y - reach, 3.2 * scale, theme.map.selection, theme.map.plate, scale)


def outline_marks(
    kind: str, x: float, y: float, radius: float, scale: float, theme: Theme, seated: bool = False
) -> tuple[Mark, ...]:
    """Return the outline and icon of a kind of actor at a place; the icon makes room for a name that is inside."""
    colours = theme.nodes[kind]
    outline = shapes.OUTLINES[style.SHAPES[kind]] * radius + [x, y]
    marks: list[Mark] = [Polygon(outline, colours.fill, colours.line, 1.3 * scale)]
    if kind == "bloc":
        marks.append(
            Polygon(shapes.OUTLINES["octagon"] * (radius - 2.6 * scale) + [x, y], "", colours.line, 0.8 * scale)
        )
    inner = radius * (0.66 if kind == "bloc" else 0.8)
    if seated:
        inner, y = inner * BESIDE_NAME, y - RAISED * radius
    marks += [Polygon(part * inner + [x, y], colours.icon) for part in shapes.ICONS[kind]]
    return tuple(marks)


def label_marks(node: NodeMark, theme: Theme) -> tuple[Mark, ...]:
    """Return an actor's label, line under line, on a plate that keeps it readable where it crosses lines."""
    left, top, right, _ = node.label
    inside = node.kind if node.seated else ""
    return lettered(node.lines, (left + right) / 2.0, top, node.label_size, node.bold, inside, theme)


def lettered(
    lines: tuple[str, ...], x: float, top: float, size: float, bold: bool, inside: str, theme: Theme
) -> tuple[Mark, ...]:
    """Return centred lines of text below a height: on plates, or in the colour of icons inside a kind of actor."""
    if inside:
        return words_on(lines, x, top, size, bold, theme.nodes[inside].icon)
    return plated(lines, x, top, size, bold, theme)


def plated(lines: tuple[str, ...], x: float, top: float, size: float, bold: bool, theme: Theme) -> tuple[Mark, ...]:
    """Return centred lines of text below a height, each on its own see-through plate."""
    pitch = size * typeface.LINE
    marks: list[Mark] = []
    for rank, line in enumerate(lines):
        half, upper = typeface.width(line, size, bold) / 2.0 + size * 0.12, top + rank * pitch
        plate = shapes.box(x - half, upper + size * 0.04, x + half, upper + pitch - size * 0.04)
        marks.append(Polygon(plate, theme.map.plate, opacity=PLATE_OPACITY))
    return (*marks, *words_on(lines, x, top, size, bold, theme.map.ink))


def words_on(lines: tuple[str, ...], x: float, top: float, size: float, bold: bool, ink: str) -> tuple[Words, ...]:
    """Return centred lines of text below a height, in a colour that is readable on what they stand on."""
    baseline = size * (typeface.LINE + typeface.ASCENT - typeface.DESCENT) / 2.0
    return tuple(
        Words(x, top + rank * size * typeface.LINE + baseline, line, size, ink, bold, "middle")
        for rank, line in enumerate(lines)
    )


def highlight_marks(scene: Scene, ids: Iterable[str], focus: str, theme: Theme) -> Iterator[Mark]:
    """Yield actors and lines lifted out of a scene, in full; the one in focus wears a coloured rim."""
    wanted = set(ids)
    edges = [edge for edge in scene.edges if edge.id in wanted]
    yield from (_rim(edge, scene.scale, theme) for edge in edges if edge.id == focus)
    yield from (line_group(edge, scene.scale, theme) for edge in edges)
    for edge in edges:
        yield from sign_marks(edge, scene.scale, theme)
    for node in (node for node in scene.nodes if node.id in wanted):
        if node.id == focus:
            yield focus_mark(node, scene.scale, theme)
        yield node_group(node, scene.scale, theme)
        yield from label_marks(node, theme)


def focus_mark(node: NodeMark, scale: float, theme: Theme) -> Polygon:
    """Return the coloured rim round an actor in focus."""
    outline = shapes.OUTLINES[node.shape] * (node.radius + 4.0 * scale) + [node.x, node.y]
    return Polygon(outline, "", theme.map.selection, 2.8 * scale)


def _rim(edge: EdgeMark, scale: float, theme: Theme) -> Strokes:
    """Return the broad see-through rim under a line in focus."""
    return Strokes(
        curves.segments(edge.path), theme.map.selection, edge.width + 7.0 * scale, round_cap=True, opacity=0.4
    )
