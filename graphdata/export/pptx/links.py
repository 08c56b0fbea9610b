"""Links from slide to slide: a number leads to its source in the annex, a source back to the first slide that cites it.

While a deck is written, a link names its goal; the package knows the slide when all are made. Addresses from data stay
text: in a slide show, a click on a live one would leave the show and tell a third party what the audience looks at.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from graphdata.export.pptx.markup import Face, run
from graphdata.export.xml_text import said

JUMP: Final = 'action="ppaction://hlinksldjump"'
GOAL: Final = re.compile(r'<a:hlinkClick r:id="#([^"]+)"')
WHOLE: Final = re.compile(r'<a:hlinkClick r:id="#[^"]+".*?</a:hlinkClick>')
KEEP_COLOUR: Final = (
    '<a:extLst><a:ext uri="{A12FA001-AC4F-418D-AE19-62706E023703}">'
    '<ahyp:hlinkClr xmlns:ahyp="http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor" val="tx"/>'
    "</a:ext></a:extLst>"
)


def source_goal(number: int) -> str:
    """Return the name of the place where a source stands in full."""
    return f"source-{number}"


def leaf_goal(rank: int) -> str:
    """Return the name of one of the slides before the annex."""
    return f"leaf-{rank}"


def link(goal: str, tip: str = "") -> str:
    """Return a link to a named place, in the colour of its text."""
    return f'<a:hlinkClick r:id="#{said(goal)}" {JUMP} tooltip="{said(tip)}">{KEEP_COLOUR}</a:hlinkClick>'


def linked_number(number: int, face: Face, tip: str = "", frame: str = "{}") -> str:
    """Return the number of a source that leads to the source."""
    return run(frame.format(number), face, link(source_goal(number), tip))


def linked_note(numbers: Sequence[int], note: str, face: Face, tip: Callable[[int], str]) -> str:
    """Return what is printed on a line, "3,14+", each number leading to its source."""
    known = {str(number): number for number in numbers}
    pieces = [piece for piece in re.split(r"(\d+)", note) if piece]
    return "".join(
        linked_number(known[each], face, tip(known[each])) if each in known else run(each, face) for each in pieces
    )


def goals_in(shapes: str) -> frozenset[str]:
    """Return the names of the places that a slide's links lead to."""
    return frozenset(GOAL.findall(shapes))


def resolved(shapes: str, relation: Callable[[str], str]) -> str:
    """Return a slide's shapes with the package's number for each goal; a link that leads nowhere becomes plain text."""

    def found(match: re.Match[str]) -> str:
        goal = GOAL.match(match[0])
        number = relation(goal[1]) if goal else ""
        return match[0].replace(f'r:id="#{goal[1]}"', f'r:id="{number}"', 1) if goal and number else ""

    return WHOLE.sub(found, shapes)
