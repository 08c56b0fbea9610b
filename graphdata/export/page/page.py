"""The interactive page: one HTML file with map, evidence, table and sources that asks nobody for anything.

A content security policy lets only our own scripts run, by their hashes; data stands in blocks that no browser runs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import Final, NamedTuple

from graphdata import drawing
from graphdata.citation import numbered
from graphdata.citing import Citing
from graphdata.compose import compose
from graphdata.drawing import Drawing
from graphdata.export.page import body, library
from graphdata.export.page.evidence import evidence_of
from graphdata.export.page.looks import style_sheet
from graphdata.export.page.marks import painted
from graphdata.export.page.markup import Markup, data_block, hash_of, joined, json_block, own_script, own_style, tag
from graphdata.export.svg import to_svg
from graphdata.legend import Entry, legend_group, legend_of
from graphdata.places import Place
from graphdata.problems import EntenteError
from graphdata.rendering import marks_of
from graphdata.scene import Scene
from graphdata.sheet import Request
from graphdata.sheet.citations import line_notes
from graphdata.sheet.words import marking_on, title_of
from graphdata.style import Theme
from graphdata.ties import Tie
from graphdata.view import View

SCRIPTS: Final = ("paint.js", "find.js", "evidence.js", "page.js")
SMOOTH_LINES: Final = 600  # up to here the map follows the hand; above, a frame takes more than a tenth of a second
MOST_LINES: Final = 4000  # a file of 20 MB; above, a browser opens it in half a minute and draws two frames a second
EDGE: Final = 12.0  # points of paper round a still picture
LEGEND_ROOM: Final = 120.0
NO_SCRIPTS: Final = (
    "Scripts are off or were refused, so the map does not move. Picture, table and sources are complete; the claims "
    "behind each relation need the scripts."
)


class Looks(NamedTuple):
    """Both themes; the page opens in the one asked for, a light one follows the reader's system."""

    light: Theme
    dark: Theme


class TooManyLinesError(EntenteError):
    """A view with more lines than a browser can draw."""


def to_page(
    view: View,
    ties: Sequence[Tie],
    positions: Mapping[str, Place],
    wanted: Request,
    looks: Looks,
    state: str = "null",
) -> bytes:
    """Return the page in UTF-8; the same view, places and request give the same bytes.

    The state is JSON, what a program needs to open the same view again; raises TooManyLinesError.
    """
    ensure_few(len(ties))
    notes = line_notes(view, ties) if wanted.notes else {}
    scene = compose(view, ties, positions, pins=wanted.pins, notes=notes, arrangement=wanted.arrangement)
    scripts = (library.script(), _own_scripts())
    sheet = style_sheet(*looks, marking_on(view, wanted))
    top = tag("head", *_head(title_of(view, wanted), scripts, sheet), own_style(sheet))
    whole = tag("body", *_content(view, ties, scene, wanted, looks), *_blocks(view, ties, scene, looks, state),
                *map(own_script, scripts))  # fmt: skip
    chosen = {"data_theme": "dark"} if wanted.theme.dark else {}
    return joined(Markup("<!DOCTYPE html>\n"), tag("html", top, whole, lang="en", **chosen), "\n").encode()


def ensure_few(lines: int) -> None:
    """Raise TooManyLinesError for more lines than a browser can draw: to be asked before anything is laid out."""
    if lines > MOST_LINES:
        raise TooManyLinesError(
            f"{lines:,} lines are too many for a page; {MOST_LINES:,} is the most. Filter, combine lines, or "
            "export an actor's surroundings."
        )


def advice_on_lines(lines: int) -> str:
    """Return what to tell of a page whose map will not follow the hand, an empty string for the usual sizes."""
    if lines <= SMOOTH_LINES:
        return ""
    return (
        f"The page holds {lines:,} lines; above {SMOOTH_LINES} its map moves slowly in a browser. "
        "Filter, combine lines, or export an actor's surroundings (--ego)."
    )


def _own_scripts() -> str:
    """Return our scripts in one text."""
    folder = files("graphdata").joinpath("export", "page", "script")
    return "\n".join(folder.joinpath(name).read_text(encoding="utf-8") for name in SCRIPTS)


def _head(title: str, scripts: Sequence[str], sheet: str) -> list[Markup]:
    """Return what a browser must know first: encoding, policy, title."""
    policy = (
        f"default-src 'none'; script-src {' '.join(map(hash_of, scripts))}; style-src {hash_of(sheet)}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )
    return [
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=policy),
        tag("meta", name="referrer", content="no-referrer"),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("title", title),
    ]


def _content(view: View, ties: Sequence[Tie], scene: Scene, wanted: Request, looks: Looks) -> list[Markup]:
    """Return everything that is seen."""
    entries = legend_of(ties, view.actors) if wanted.legend else ()
    legends = [_legend(entries, theme) for theme in looks] if entries else []
    return [
        body.head_part(view, wanted),
        tag("noscript", tag("p", NO_SCRIPTS, class_="note")),
        body.live_part(view, legends, entries),
        body.picture_part(_still(scene, entries, looks.light), view, wanted),
        body.summary_part(view),
        body.table_part(view, ties),
        body.sources_part(Citing([view], numbered(view))),
        body.foot_part(view, wanted),
    ]


def _blocks(view: View, ties: Sequence[Tie], scene: Scene, looks: Looks, state: str) -> list[Markup]:
    """Return the data that the scripts read, and what opens the view again."""
    nodes, edges = library.lists_of(scene, {actor.id: actor.label for actor in view.actors})
    chart = {"nodes": nodes, "edges": edges, **painted(scene, looks)}
    return [
        data_block("entente-map", chart),
        data_block("entente-evidence", evidence_of(view, ties)),
        json_block("entente-view", state),
    ]


def _legend(entries: tuple[Entry, ...], theme: Theme) -> bytes:
    """Return the legend as a drawing in one column."""
    group, wide, high = legend_group(entries, theme, 0.0, 0.0)
    return to_svg(Drawing(wide + 2.0, high + 2.0, theme.map.background, (group,), title="Legend"))


def _still(scene: Scene, entries: tuple[Entry, ...], theme: Theme) -> bytes:
    """Return map and legend as a drawing, for print."""
    left, top, right, bottom = scene.bounds
    shift = (EDGE - left, EDGE - top)
    marks = tuple(drawing.moved(mark, *shift) for mark in marks_of(scene, theme))
    wide, high = right - left + 2 * EDGE, bottom - top + 2 * EDGE
    if entries:
        legend, across, down = legend_group(entries, theme, EDGE, high, room=LEGEND_ROOM)
        marks, wide, high = (*marks, legend), max(wide, across + 2 * EDGE), high + down + EDGE
    return to_svg(Drawing(wide, high, theme.map.background, marks, title="Map"))
