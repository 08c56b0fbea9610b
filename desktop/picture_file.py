"""From what is on show to a file with the picture and its sources; the window and the command line both come here."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from desktop import assets
from desktop.export.formats import (
    PAGE,
    PRESETS,
    SLIDE,
    SLIDES,
    SUFFIXES,
    Size,
    UnknownFormatError,
    ensure_known,
    size_in_pixels,
    to_bytes,
)
from desktop.export.kinds import Written
from desktop.opening import arranged, opened, placed
from graphdata.carried import Embed, embedded_text
from graphdata.drawing import Drawing
from graphdata.export.carriers import carrying
from graphdata.filter_options import filter_from
from graphdata.marking import printed_marking
from graphdata.places import Place
from graphdata.saved_view import saved_view
from graphdata.sheet import Request, sheet_of, title_of
from graphdata.storage.writing import write_whole
from graphdata.ties import Combine, Tie, ties_of
from graphdata.view import View, view_of

if TYPE_CHECKING:
    from graphdata.crowding import DeckKind
    from graphdata.export.pptx import Lines


def write_picture(
    path: Path,
    view: View,
    ties: Sequence[Tie],
    positions: Mapping[str, Place],
    wanted: Request,
    size: Size,
    lines: Lines = "editable",
    deck: DeckKind = "whole",
    build: bool = False,
    carried: str = "",
    template: Path | None = None,
    annex: bool = True,
) -> None:
    """Write the page or the slides for a view, with the text that lets it be opened again.

    Raises EntenteError where the format is unknown or the disk refuses.
    """
    picture = Picture(view, ties, positions, wanted, size, lines, deck, build, carried, template, annex)
    write_whole(path, picture_bytes(path.suffix.lower(), picture))


class Picture(NamedTuple):
    """A picture that is wanted: what is on show, where, how it is to look, and what the file is to carry."""

    view: View
    ties: Sequence[Tie]
    positions: Mapping[str, Place]
    wanted: Request
    size: Size
    lines: Lines = "editable"
    deck: DeckKind = "whole"
    build: bool = False
    carried: str = ""
    template: Path | None = None
    annex: bool = True

    @property
    def pages_after(self) -> tuple[Drawing, ...]:
        """What follows the page in a PDF, where that is wanted: sources in full, and the relations as a table."""
        from graphdata.export.annex_pages import annex_pages

        return annex_pages(self.view, self.ties, self.wanted) if self.annex else ()

    @property
    def drawing(self) -> Drawing:
        """The page as a drawing."""
        return sheet_of(self.view, self.ties, self.positions, self.wanted)


def picture_bytes(suffix: str, picture: Picture) -> bytes:
    """Return the file of a picture; raises UnknownFormatError for an ending that no picture has."""
    if suffix == PAGE:
        return page_of(picture.view, picture.ties, picture.positions, picture.wanted, picture.carried)
    if suffix == SLIDES:
        from desktop.slides_file import manner_of
        from graphdata.export.pptx import to_pptx

        made = to_pptx(*picture[:6], manner_of(picture.deck, picture.build, picture.template))
    else:
        ensure_known(suffix)
        made = to_bytes(picture.drawing, suffix, picture.size, picture.pages_after if suffix == ".pdf" else ())
    return carrying(made, suffix, picture.carried)


def text_to_carry(
    embed: Embed,
    view: View,
    positions: Mapping[str, Place],
    wanted: Request,
    combine: Combine,
    layout: str = "clusters",
    lines: Lines = "editable",
) -> str:
    """Return what the file is to carry, so that it opens again: nothing, the view, or the view and the data on show."""
    if embed == "none":
        return ""
    saved = saved_view(
        view,
        title_of(view, wanted)[:200],
        positions=positions,
        pins=wanted.pins,
        combine=combine,
        layout=layout,
        title=wanted.title,
        theme=wanted.theme.name,
    )
    label = printed_marking(view, wanted.marking, wanted.marking_reason) if wanted.marking else ""
    saved = replace(
        saved,
        lines=lines,
        legend=wanted.legend,
        notes=wanted.notes,
        marking=label,
        marking_reason=wanted.marking_reason,
    )
    return embedded_text(saved, view if embed == "data" else None)


def page_of(
    view: View, ties: Sequence[Tie], positions: Mapping[str, Place], wanted: Request, carried: str = ""
) -> bytes:
    """Return the interactive page for a view, with a light theme, the one asked for where it is light, and the dark."""
    from graphdata.export.page import Looks, to_page

    light = assets.theme("light") if wanted.theme.dark else wanted.theme
    return to_page(view, ties, positions, wanted, Looks(light, assets.theme("dark")), carried or "null")


def export_from_options(chosen: argparse.Namespace) -> Written:
    """Write what the options of the command line ask for, and return where it went."""
    from desktop.app import headless_app

    app = headless_app()
    if chosen.out_file.suffix.lower() not in SUFFIXES:
        raise UnknownFormatError(f"'{chosen.out_file.name}' names no format. End it with one of {', '.join(SUFFIXES)}.")
    found = opened(chosen.network)
    positions = found.positions if chosen.layout == "clusters" else arranged(found.network, chosen.layout)
    view = view_of(found.network, filter_from(chosen, found.network))
    size = size_from(chosen)
    wanted = Request(
        size.aspect, assets.theme(chosen.theme), chosen.title, not chosen.no_legend, not chosen.no_notes,
        transparent=chosen.transparent, marking=chosen.marking, marking_reason=chosen.marking_reason,
    )  # fmt: skip
    if chosen.views and chosen.out_file.suffix.lower() == SLIDES:
        from desktop.slides_file import write_views

        return write_views(chosen, found, wanted, size)
    if chosen.views:
        from desktop.views_file import write_each

        return Written(write_each(chosen, found), "")
    view, ties = _compared(view, chosen)
    positions = placed(view.network, positions)
    carried = text_to_carry(chosen.embed, view, positions, wanted, chosen.combine, chosen.layout, chosen.lines)
    manner = (chosen.lines, chosen.deck, bool(chosen.build), carried, chosen.template, not chosen.no_annex)
    write_picture(chosen.out_file, view, ties, positions, wanted, size, *manner)
    app.processEvents()
    return Written(Path(chosen.out_file), _advice(chosen, view, ties))


def _compared(view: View, chosen: argparse.Namespace) -> tuple[View, Sequence[Tie]]:
    """Return what is to be drawn: the view, or with an earlier one to compare it with, what either shows."""
    if not (chosen.earlier or chosen.other or chosen.before):
        return view, ties_of(view, chosen.combine)
    from graphdata.query.reading import from_query
    from graphdata.questions.compared import Baseline, compared
    from graphdata.storage.reading import read_network

    other = read_network(chosen.other) if chosen.other else None
    asked = from_query(chosen.before, view.network) if chosen.before else None
    both, ties, _ = compared(Baseline(chosen.earlier, other, asked).view(view), view, chosen.combine)
    return both, ties


def _advice(chosen: argparse.Namespace, view: View, ties: Sequence[Tie]) -> str:
    """Return what to tell of slides that hold more lines than an audience can follow, or pages that move slowly."""
    kind = chosen.out_file.suffix.lower()
    if kind == PAGE:
        from graphdata.export.page import advice_on_lines

        return advice_on_lines(len(ties))
    if kind != SLIDES or chosen.deck != "whole":
        return ""
    from graphdata.crowding import crowding_of

    found = crowding_of(view, ties)
    return found.in_words if found else ""


def size_from(chosen: argparse.Namespace) -> Size:
    """Return the size that the options ask for; a slide if they say nothing."""
    if chosen.preset:
        size = PRESETS[chosen.preset].size
        return size._replace(dots_per_inch=chosen.dpi) if chosen.dpi else size
    if chosen.mm:
        return Size(chosen.mm[0], chosen.mm[1], chosen.dpi or 300.0)
    if chosen.size:
        return size_in_pixels(round(chosen.size[0]), round(chosen.size[1]), chosen.dpi or SLIDE.dots_per_inch)
    return SLIDE
