"""Lines between actors: native connectors glued at both ends, or curves that look exactly as on the screen."""

from __future__ import annotations

from typing import Final, NamedTuple

from graphdata import shapes, style
from graphdata.export.pptx.markup import Named, emu, fill, frame, pen, preset, shape
from graphdata.export.pptx.shapes import bounds, curve, geometry
from graphdata.places import Place
from graphdata.scene import EdgeMark, Points

DASHES: Final = {3: "solid", 2: "lgDash", 1: "sysDot", 0: "sysDash"}
HOLLOW_WIDTH: Final = 2.0  # two hairlines with light between them
THINNEST: Final = 1.2
DOTTED: Final = 1.25  # dots look thinner than they are
LONG_BELOW, MEDIUM_BELOW = 2.2, 4.0  # widths up to which heads are of the long and of the medium kind
LENGTHS: Final = {"lg": 5.0, "med": 3.0, "sm": 2.0}  # of heads, in widths of their line
JOINT, LEAST_JOINT = 0.6, 0.9  # radius of a joint in widths of its line, and in points at the least
CENTRE: Final = 4  # the site in the middle of a joint
TOP: Final = 0  # that of a peg, which is as small as a point
RING: Final = shapes.ring(24, 0.0, 1.0)
LEAST_WIDTH: Final = 2.0  # points: thinner lines have the heads of lines as wide as that


class Hold(NamedTuple):
    """What an end of a line is glued to: a shape, and one of its sites."""

    shape: int
    site: int


def line_pen(
    colour: str,
    width: float,
    level: int,
    mutual: bool = False,
    hostile: bool = False,
    head: bool = True,
    small: bool = False,
) -> str:
    """Return a line's looks: the pattern says the confidence, the head the direction, a knob a hostile act.

    A claim without support is a broken double line with open heads, so that nobody takes it for a fact, not even
    where a reader cannot draw double lines.
    """
    hollow = level == style.HOLLOW
    wide = drawn_width(width, level)
    ends = _ends(wide, hollow, (mutual, head), hostile, small)
    kind = ' cap="rnd"' if level == 1 else ' cap="flat" cmpd="dbl"' if hollow else ' cap="flat"'
    return pen(colour, wide, f'<a:prstDash val="{DASHES[level]}"/>', ends, kind)


def drawn_width(width: float, level: int) -> float:
    """Return how wide a line is drawn that should be so wide."""
    return max(HOLLOW_WIDTH, width) if level == style.HOLLOW else max(THINNEST, width) * (DOTTED if level == 1 else 1.0)


def head_length(width: float, level: int, hostile: bool, small: bool) -> float:
    """Return how long the head of a line is: programs make it a multiple of the width, of 2 points at the least."""
    wide = drawn_width(width, level)
    return LENGTHS[_head_size(wide, hostile, small)] * max(LEAST_WIDTH, wide)


def _head_size(width: float, hostile: bool, small: bool) -> str:
    """Return the name of a head's size; heads grow with the width, so thin lines get the long kind if there is room."""
    if width < LONG_BELOW:
        return "med" if hostile or small else "lg"
    return "med" if width < MEDIUM_BELOW and not small else "sm"


def _ends(width: float, hollow: bool, heads: tuple[bool, bool], hostile: bool, small: bool) -> str:
    """Return the ends of a line, with a head where it begins and where it ends."""
    size = _head_size(width, hostile, small)
    kind = "oval" if hostile else "arrow" if hollow else "triangle"
    names = (name for name, worn in zip(("headEnd", "tailEnd"), heads, strict=True) if worn)
    return "".join(f'<a:{name} type="{kind}" w="{size}" len="{size}"/>' for name in names)


def connector(named: Named, path: Points, begins: Hold, ends: Hold, looks: str) -> str:
    """Return a straight connector from one end of a path to the other, each holding on to a site of a shape."""
    start, end = path[0], path[-1]
    glue = f'<a:stCxn id="{begins.shape}" idx="{begins.site}"/><a:endCxn id="{ends.shape}" idx="{ends.site}"/>'
    head = f"<p:nvCxnSpPr>{named.xml}<p:cNvCxnSpPr>{glue}</p:cNvCxnSpPr><p:nvPr/></p:nvCxnSpPr>"
    return f"<p:cxnSp>{head}<p:spPr>{_stretched(start, end)}{preset('straightConnector1')}{looks}</p:spPr></p:cxnSp>"


def _stretched(start: Points, end: Points) -> str:
    """Return the frame of a line, turned over where it runs leftwards or upwards."""
    (x1, y1), (x2, y2) = start.tolist(), end.tolist()
    flips = (' flipH="1"' if emu(x2) < emu(x1) else "") + (' flipV="1"' if emu(y2) < emu(y1) else "")
    return frame((min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)), flips)


def joint(named: Named, place: Place, width: float, colour: str) -> str:
    """Return the dot where both pieces of a line hold on to each other: drag it, and they follow."""
    x, y = place
    ring = RING * max(LEAST_JOINT, JOINT * width) + [x, y]
    box = bounds([ring])
    corners = [(x, box[1]), (box[0], y), (x, box[3]), (box[2], y), place]  # LibreOffice has its own four first
    sites = "".join(
        f'<a:cxn ang="0"><a:pos x="{emu(across) - emu(box[0])}" y="{emu(down) - emu(box[1])}"/></a:cxn>'
        for across, down in corners
    )
    return shape(named, frame(box), geometry([ring], box, sites), fill(colour) + pen("", 0.0))


def curved(named: Named, edge: EdgeMark, looks: str) -> str:
    """Return a curve as a freeform: the look of the screen, but it does not follow when an actor is moved."""
    box = bounds([edge.path])
    return shape(named, frame(box), curve(edge.path, box), "<a:noFill/>" + looks)


def sample(named: Named, x: float, y: float, length: float, looks: str) -> str:
    """Return a short level line for the legend."""
    return shape(named, frame((x, y, x + length, y)), preset("line"), looks)
