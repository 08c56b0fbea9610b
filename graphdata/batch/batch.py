"""The arrays of a scene: one row an actor or a line, codes instead of words, so that numpy can work on all at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from graphdata.scene import NodeMark, Scene
from graphdata.style import CHANGES
from graphdata.vocabulary import ACTOR_KINDS, DOMAINS

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

SEVERAL: Final = len(DOMAINS)  # the code of a line that joins several domains
DOMAIN_CODES: Final[dict[str, int]] = {domain: code for code, domain in enumerate((*DOMAINS, ""))}
KINDS: Final = tuple(ACTOR_KINDS)
KIND_CODES: Final[dict[str, int]] = {kind: code for code, kind in enumerate(KINDS)}
BADGES: Final = ("contested", "single", "dated", "judgement", *CHANGES)  # in drawing order; the codes are bits


@dataclass(frozen=True, slots=True, eq=False)
class Lines:
    """Lines as rows: trimmed paths (n, points, 2), and their looks as codes."""

    paths: Floats
    domains: Ints
    levels: Ints
    widths: Floats
    mutual: Flags
    hostile: Flags

    def __len__(self) -> int:
        """Return the number of lines."""
        return len(self.paths)

    def taken(self, rows: Ints | Flags | slice) -> Lines:
        """Return some of the lines."""
        return Lines(*(getattr(self, name)[rows] for name in self.__slots__))


@dataclass(frozen=True, slots=True, eq=False)
class Signs:
    """The signs on lines as rows: places, and what they say as codes."""

    places: Floats
    domains: Ints
    hostile: Flags
    badges: Ints

    def __len__(self) -> int:
        """Return the number of signs."""
        return len(self.places)


@dataclass(frozen=True, slots=True, eq=False)
class Nodes:
    """Actors as rows: places, sizes and kinds as codes."""

    places: Floats
    radii: Floats
    kinds: Ints
    pinned: Flags
    seated: Flags  # whether the name stands inside

    def __len__(self) -> int:
        """Return the number of actors."""
        return len(self.places)


class Label(NamedTuple):
    """A label as it is set: its lines, its type, and the middle of its upper edge."""

    lines: tuple[str, ...]
    bold: bool
    size: float
    x: float
    top: float
    inside: str = ""  # the kind of actor in whose outline it stands; none on the map, where it has a plate


@dataclass(frozen=True, slots=True, eq=False)
class Batch:
    """Everything that is drawn of a scene, in painting order: lines, signs, actors, labels."""

    lines: Lines
    signs: Signs
    nodes: Nodes
    labels: tuple[Label, ...]
    scale: float


def badge_code(badges: tuple[str, ...]) -> int:
    """Return the badges of a line as bits."""
    return sum(1 << BADGES.index(badge) for badge in badges)


def badges_in(code: int) -> tuple[str, ...]:
    """Return the badges that bits stand for."""
    return tuple(badge for place, badge in enumerate(BADGES) if code >> place & 1)


def batch_of(scene: Scene) -> Batch:
    """Return the arrays of a scene."""
    edges, nodes = scene.edges, scene.nodes
    lines = Lines(
        paths=_even([edge.path for edge in edges]),
        domains=np.array([DOMAIN_CODES[edge.domain] for edge in edges], dtype=np.int64),
        levels=np.array([edge.level for edge in edges], dtype=np.int64),
        widths=np.array([edge.width for edge in edges], dtype=float),
        mutual=np.array([edge.mutual for edge in edges], dtype=bool),
        hostile=np.array([edge.hostile for edge in edges], dtype=bool),
    )
    signs = Signs(
        places=np.array([edge.glyph for edge in edges], dtype=float).reshape(-1, 2),
        domains=lines.domains,
        hostile=lines.hostile,
        badges=np.array([badge_code(edge.badges) for edge in edges], dtype=np.int64),
    )
    rows = Nodes(
        places=np.array([(node.x, node.y) for node in nodes], dtype=float).reshape(-1, 2),
        radii=np.array([node.radius for node in nodes], dtype=float),
        kinds=np.array([KIND_CODES[node.kind] for node in nodes], dtype=np.int64),
        pinned=np.array([node.pinned for node in nodes], dtype=bool),
        seated=np.array([node.seated for node in nodes], dtype=bool),
    )
    return Batch(lines, signs, rows, tuple(label_of(node) for node in nodes if node.labelled), scene.scale)


def _even(paths: list[Floats]) -> Floats:
    """Return paths as one array; where some have fewer points, they are given more along their pieces."""
    if not paths:
        return np.empty((0, 2, 2))
    most = max(map(len, paths))
    steps = {len(path): np.linspace(0.0, len(path) - 1.0, most) for path in paths if len(path) < most}
    return np.array([path if len(path) == most else _at(path, steps[len(path)]) for path in paths])


def _at(path: Floats, steps: Floats) -> Floats:
    """Return the points of a path at fractional steps."""
    whole = np.arange(float(len(path)))
    return np.column_stack([np.interp(steps, whole, path[:, axis]) for axis in (0, 1)])


def label_of(node: NodeMark) -> Label:
    """Return the label of an actor's mark."""
    left, top, right, _ = node.label
    inside = node.kind if node.seated else ""
    return Label(node.lines, node.bold, node.label_size, (left + right) / 2.0, top, inside)
