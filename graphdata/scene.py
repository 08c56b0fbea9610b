"""The scene: every actor and line on show as a mark with its place, size and badges, before any colour is chosen.

Coordinates are points with y downwards; positions are multiplied by the zoom, mark sizes by the scale. Pure: the same
view, ties and positions give the same scene.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

import numpy as np
import numpy.typing as npt

from graphdata import style, typeface
from graphdata.footprint import LABEL_GAP, is_bold, lettering
from graphdata.network import Actor
from graphdata.places import Place
from graphdata.seats import TOP, seat_size
from graphdata.ties import Tie
from graphdata.vocabulary import ACTOR_KINDS

Points = npt.NDArray[np.float64]
MOST: Final = 320  # actors and lines that a scene composes with the care of a page; more of them are a crowd
HAIR: Final = 1e-6
OUTER: Final = 1.12  # how far an outline with its line reaches, in radii
Box = tuple[float, float, float, float]  # left, top, right, bottom


@dataclass(frozen=True, slots=True, eq=False)
class NodeMark:
    """An actor as it is drawn: outline, icon, and its label where there is room."""

    id: str
    kind: str
    x: float
    y: float
    radius: float
    lines: tuple[str, ...]
    label: Box
    label_size: float
    labelled: bool
    bold: bool
    pinned: bool
    title: str
    name: str = ""  # on one line, and whole

    @property
    def shape(self) -> str:
        """The outline's name, by kind."""
        return style.SHAPES[self.kind]

    @property
    def box(self) -> Box:
        """The square round the outline."""
        reach = self.radius * OUTER
        return (self.x - reach, self.y - reach, self.x + reach, self.y + reach)

    @property
    def seated(self) -> bool:
        """Whether the label stands inside the outline, where it is in nobody's way."""
        return abs(self.label[1] - self.y) < self.radius and abs(sum(self.label[::2]) / 2.0 - self.x) < HAIR


@dataclass(frozen=True, slots=True, eq=False)
class EdgeMark:
    """A tie as it is drawn: its trimmed path, heads, glyph and badges."""

    id: str
    giver: str
    receiver: str
    domain: str
    level: int
    mutual: bool
    hostile: bool
    width: float
    path: Points
    glyph: Place
    badges: tuple[str, ...]
    count: str
    note: str
    title: str

    @property
    def change(self) -> str:
        """What happened to the line, where two views are compared: the first of its badges."""
        return next((badge for badge in self.badges if badge in style.CHANGES), "")

    @property
    def glyph_kind(self) -> str:
        """The glyph's name: a cross for a hostile act, else the domain's sign."""
        return style.glyph_of(self.domain, self.hostile)


@dataclass(frozen=True, slots=True, eq=False)
class GuideMark:
    """What shows how a map is arranged: a faint line under all marks, and its words on their baseline at a place."""

    path: Points
    words: str
    at: Place
    anchor: Literal["start", "middle", "end"] = "middle"

    def box(self, scale: float) -> Box:
        """Return the box round the words."""
        size = style.GUIDE_SIZE * scale
        wide, high = typeface.block((self.words,), size, True)
        left = self.at[0] - wide * {"start": 0.0, "middle": 0.5, "end": 1.0}[self.anchor]
        return (left, self.at[1] - 0.8 * high, left + wide, self.at[1] + 0.2 * high)


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """Everything that is drawn of a view, at one zoom and one mark scale."""

    nodes: tuple[NodeMark, ...]
    edges: tuple[EdgeMark, ...]
    scale: float
    guides: tuple[GuideMark, ...] = ()

    @property
    def bounds(self) -> Box:
        """The box round every mark and label; a box of one point where there is nothing."""
        boxes = [node.box for node in self.nodes] + [node.label for node in self.nodes if node.labelled]
        boxes += [(*edge.path.min(axis=0), *edge.path.max(axis=0)) for edge in self.edges]
        boxes += [(*guide.path.min(axis=0), *guide.path.max(axis=0)) for guide in self.guides]
        boxes += [guide.box(self.scale) for guide in self.guides]
        if not boxes:
            return (0.0, 0.0, 1.0, 1.0)
        found = np.array(boxes)
        left, top = found[:, :2].min(axis=0)
        right, bottom = found[:, 2:].max(axis=0)
        return (float(left), float(top), float(right), float(bottom))


def title_of(actor: Actor) -> str:
    """Return what stands for an actor where there is no picture."""
    return f"{actor.name} ({ACTOR_KINDS[actor.kind].lower()})"


def node_marks(
    actors: Sequence[Actor],
    degree: Mapping[str, int],
    positions: Mapping[str, Place],
    zoom: float,
    scale: float,
    pins: frozenset[str] = frozenset(),
) -> tuple[NodeMark, ...]:
    """Return the actors that have a place, most related first, each with its label below it."""
    placed = sorted((a for a in actors if a.id in positions), key=lambda a: (-degree.get(a.id, 0), a.id))
    return tuple(_node_mark(a, degree.get(a.id, 0), positions[a.id], zoom, scale, a.id in pins) for a in placed)


def _node_mark(actor: Actor, relations: int, place: Place, zoom: float, scale: float, pinned: bool) -> NodeMark:
    """Return one actor's mark, its label below."""
    label = lettering(actor)
    x, y = place[0] * zoom, place[1] * zoom
    size, radius = style.LABEL_SIZE * scale, style.radius_of(actor.kind, relations) * scale
    half, top = label.width * scale / 2.0, y + radius * 1.1 + LABEL_GAP * scale
    box = (x - half, top, x + half, top + label.height * scale)
    bold, title = is_bold(actor), title_of(actor)
    mark = NodeMark(actor.id, actor.kind, x, y, radius, label.lines, box, size, True, bold, pinned, title, actor.label)
    return seated(mark, scale)


def seated(node: NodeMark, scale: float) -> NodeMark:
    """Return an actor with its label inside the outline, if it has room for it there."""
    size = seat_size(node.lines, node.bold, node.radius / scale, node.shape) * scale
    if not size:
        return node
    wide, high = typeface.block(node.lines, size, node.bold)
    top = node.y + TOP * node.radius
    return replace(node, label=(node.x - wide / 2.0, top, node.x + wide / 2.0, top + high), label_size=size)


def badges_of(tie: Tie) -> tuple[str, ...]:
    """Return the badges a tie wears, in drawing order."""
    worn = (
        (tie.change, bool(tie.change)),
        ("contested", tie.contested),
        ("single", tie.single_origin),
        ("dated", tie.dated),
        ("judgement", tie.assessed_only),
    )
    return tuple(name for name, on in worn if on)


def is_crowd(actors: int, lines: int) -> bool:
    """Return whether a view has too many marks to be composed with the care of a page."""
    return actors + lines > MOST
