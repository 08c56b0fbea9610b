"""The rules of drawing as tables: which channel says what, and the colours of a theme.

Colour and glyph say the domain, the line's pattern says the confidence, shape and icon say the actor's kind, the width
says how many relations a line holds, and nothing else. Lengths are in points at a mark scale of 1.
"""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Final, Literal, TypeVar

import msgspec

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

Glyph = Literal["triangle", "disc", "square", "diamond", "cross"]
Width = TypeVar("Width", float, "npt.NDArray[np.float64]")
Shape = Literal["circle", "rounded", "diamond", "hexagon", "pentagon", "octagon", "slanted"]

GLYPHS: Final[dict[str, Glyph]] = {"arms": "triangle", "money": "disc", "tech": "square", "diplomacy": "diamond"}
SHAPES: Final[dict[str, Shape]] = {
    "state": "circle",
    "state_body": "rounded",
    "armed_group": "diamond",
    "firm": "hexagon",
    "party": "pentagon",
    "media": "slanted",
    "bloc": "octagon",
    "person": "circle",
    "unknown": "circle",
}
# Line pattern per confidence level (0 none, 1 low, 2 moderate, 3 high): lengths of dash and gap, empty for solid.
# None is drawn hollow, so that it cannot be mistaken for a fact.
PATTERNS: Final[dict[int, tuple[float, float]]] = {0: (0.0, 0.0), 1: (0.1, 5.2), 2: (13.0, 6.0), 3: (0.0, 0.0)}
HOLLOW: Final = 0
# The band under a line where two views are compared: lengths of dash and gap, empty for an unbroken one.
CHANGES: Final[dict[str, tuple[float, float]]] = {
    "added": (0.0, 0.0),
    "gone": (9.0, 7.0),
    "ended": (2.5, 6.0),
    "changed": (24.0, 8.0),
}
BAND: Final = 5.5  # how much wider than its line a band is
LABEL_SIZE: Final = 11.0
NOTE_SIZE: Final = 8.0  # points of the numbers under a sign
LABEL_ROOM: Final = 104.0  # widest label line
LABEL_LINES: Final = 5  # a longer name is cut, and whole in the tooltip and in the words for a screen reader
GLYPH_RADIUS: Final = 7.0
LANE: Final = 19.0  # distance between parallel lines: two glyphs side by side and a hair's breadth
GUIDE_SIZE: Final = 9.5  # words that say how a map is arranged
HEAD: Final = 9.0  # length of an arrowhead
FEW: Final = 20  # relations that the rim of any actor has room for
RIM: Final = 0.12  # points of radius for each relation above


class NodeColours(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Fill, outline and icon of a kind of actor."""

    fill: str
    line: str
    icon: str


class MapColours(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The colours of the map that are not a domain's or an actor's."""

    background: str
    ink: str
    faint: str
    hairline: str
    plate: str
    selection: str
    hover: str


class UiColours(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The colours of the window round the map."""

    window: str
    base: str
    alternate: str
    text: str
    muted: str
    border: str
    button: str
    accent: str
    on_accent: str
    chip: str
    chip_text: str
    warning: str
    error: str


class Theme(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A complete set of colours, for the window and for every picture."""

    name: str
    dark: bool
    domains: dict[str, str]
    map: MapColours
    nodes: dict[str, NodeColours]
    ui: UiColours

    def domain(self, domain: str) -> str:
        """Return the colour of a domain; ink for a line that joins several."""
        return self.domains.get(domain, self.map.ink)


def theme_from(text: str) -> Theme:
    """Return the theme that a TOML text describes; raises msgspec.ValidationError where it is incomplete."""
    return msgspec.convert(tomllib.loads(text), Theme)


def glyph_of(domain: str, hostile: bool) -> Glyph:
    """Return the glyph on a line: a cross for a hostile act, else the domain's sign."""
    return "cross" if hostile else GLYPHS.get(domain, "disc")


def line_width(relations: int) -> float:
    """Return the width of a line that holds so many relations, in points: 1.6 for one, 5 at most."""
    return min(5.0, 1.6 + 0.75 * (relations - 1))


def head_length(width: Width) -> Width:
    """Return the length of the head of a line of a width, both in points: 9 for the thinnest."""
    return HEAD + 1.1 * (width - 1.6)


def radius_of(kind: str, relations: int) -> float:
    """Return the radius of an actor that the whole network gives so many relations; area grows with the number.

    Hubs grow faster: lines need rim, not area.
    """
    smallest, largest = (13.0, 36.0) if kind == "state" else (10.5, 25.0)
    rim = RIM * max(0, relations - FEW)
    return float(min(largest, max(smallest, smallest - 2.0 + 2.1 * relations**0.5 + rim)))
