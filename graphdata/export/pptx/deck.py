"""From a view to a deck: the slide with the map, then the annex."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, Literal, Protocol

from graphdata.citation import numbered
from graphdata.export.pptx import frame
from graphdata.export.pptx.annex import Annex
from graphdata.export.pptx.map_slide import map_slide
from graphdata.export.pptx.package import packed
from graphdata.export.pptx.stage import Subject
from graphdata.export.properties import app_properties, core_properties
from graphdata.marking import highest_marking
from graphdata.places import Place
from graphdata.sheet import Request, line_notes, title_of
from graphdata.ties import Tie
from graphdata.view import View

Lines = Literal["editable", "exact"]
LINES_READ_AT_ONCE: Final = 40


class Paper(Protocol):
    """The shape of a page."""

    @property
    def width_mm(self) -> float:
        """Its width."""

    @property
    def height_mm(self) -> float:
        """Its height."""


def to_pptx(
    view: View,
    ties: Sequence[Tie],
    positions: Mapping[str, Place],
    wanted: Request,
    size: Paper,
    lines: Lines = "editable",
) -> bytes:
    """Return the view as slides; lines are glued and straight ("editable"), or bent as on the screen ("exact").

    Of the size only the shape counts: slides are 7.5 inches high, whatever they are shown on.
    """
    form = frame.format_of(size.width_mm / size.height_mm)
    notes = numbered(view) if wanted.notes else ()
    subject = Subject(view, ties, positions, line_notes(view, ties) if wanted.notes else {}, lines == "editable")
    annex = Annex(view, form, wanted.theme, highest_marking(view), wanted.notes)
    properties = {
        "docProps/core.xml": core_properties(view, title_of(view, wanted)),
        "docProps/app.xml": app_properties(),
    }
    slides = [map_slide(subject, wanted, form, notes), *annex.slides(ties, notes)]
    return packed(slides, form, wanted.theme, properties)


def too_many_lines(lines: int) -> str:
    """Return what to tell of a slide with more lines than an audience can follow, nothing where there are few."""
    crowded = lines > LINES_READ_AT_ONCE
    return f"{lines} lines on one slide: consider --ego or --domain." if crowded else ""
