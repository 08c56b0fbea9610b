"""From the options of the command line to what is to be written: what is on show, where, how it is to look."""

from __future__ import annotations

import argparse
import dataclasses
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from msgspec.structs import replace

from desktop import assets
from desktop.arranging import arranged_on_show, placed
from desktop.export.formats import PRESETS, SLIDE, Size, size_in_pixels
from desktop.opening import Opened, places_in
from graphdata.arrangement import Arrangement, arrangement_of
from graphdata.carried import Embed, embedded_text
from graphdata.collector import without_collector
from graphdata.filter_options import filter_from
from graphdata.marking import highest_marking, printed_marking
from graphdata.naming import actor_named
from graphdata.places import Place, Positions
from graphdata.saved_view import saved_view
from graphdata.sheet import Request
from graphdata.sheet.words import title_of
from graphdata.storage.reading import read_network
from graphdata.ties import Combine, Tie, ties_of
from graphdata.view import View, view_of
from graphdata.withheld import filter_to_carry

if TYPE_CHECKING:
    from graphdata.export.pptx import Lines

ROOM: Final = 1.1  # how much wider than its page the room for the map is, beside the citations


class Chosen(NamedTuple):
    """What the options choose: the network, what is on show of it and where, and how it is to look."""

    found: Opened
    view: View
    ties: Sequence[Tie]
    positions: Positions
    wanted: Request
    size: Size
    carried: str = ""


def chosen_from(options: argparse.Namespace, on_map: bool = True, allow: Callable[[int], None] | None = None) -> Chosen:
    """Return what the options choose; what is not for a map has no places, and no view to be opened again.

    Allow raises EntenteError where so many lines cannot be written, before anything is laid out for them.
    """
    with without_collector():
        network = read_network(options.network)
    size = size_from(options)
    asked = view_of(network, filter_from(options, network))
    wanted = dataclasses.replace(request_from(options, size), arrangement=_arrangement_from(options, asked))
    view, ties = _compared(asked, options)
    if not on_map:
        return Chosen(Opened(network, {}, str(options.network)), view, ties, {}, wanted, size)
    if allow:
        allow(len(ties))
    found = Opened(network, places_in(options.network, network), str(options.network))
    positions = found.positions
    if wanted.arrangement.layout != "clusters":
        positions = arranged_on_show(asked, wanted.arrangement, positions, aspect=size.aspect * ROOM)
    positions = placed(view.network, positions)
    carried = text_to_carry(options.embed, view, positions, wanted, options.combine, options.lines)
    return Chosen(found, view, ties, positions, wanted, size, carried)


def told_of_nothing(view: View) -> str:
    """Return what to tell of a file that shows nothing, empty where it shows something."""
    if view.relations:
        return ""
    if view.actors:
        return "No relation is on show: none fits what was asked for."
    return "Nothing is on show: no relation fits what was asked for."


def text_to_carry(
    embed: Embed,
    view: View,
    positions: Mapping[str, Place],
    wanted: Request,
    combine: Combine,
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
        arrangement=wanted.arrangement,
        title=""
        if wanted.title == view.network.title
        else wanted.title,  # the window fills it in, the command line not
        theme=wanted.theme.name,
    )
    label = printed_marking(view, wanted.marking, wanted.marking_reason) if wanted.marking else ""
    saved = replace(
        saved,
        filter=filter_to_carry(view),
        lines=lines,
        legend=wanted.legend,
        notes=wanted.notes,
        marking="" if label == highest_marking(view) else label,
        marking_reason=wanted.marking_reason,
    )
    return embedded_text(saved, view if embed == "data" else None)


def _arrangement_from(options: argparse.Namespace, view: View) -> Arrangement:
    """Return the layout that the options ask for; raises FilterError where its middle is no actor's name."""
    centre = actor_named("--centre", options.centre, view.network) if options.centre else ""
    return arrangement_of(options.layout, view.network, view.filter, centre, [actor.id for actor in view.actors])


def request_from(options: argparse.Namespace, size: Size) -> Request:
    """Return the page that the options ask for."""
    return Request(
        size.aspect, assets.theme(options.theme), options.title, not options.no_legend, not options.no_notes,
        transparent=options.transparent, marking=options.marking, marking_reason=options.marking_reason,
        enlargement=size.enlargement, paper=size.paper,
    )  # fmt: skip


def _compared(view: View, options: argparse.Namespace) -> tuple[View, Sequence[Tie]]:
    """Return what is to be drawn: the view, or with an earlier one to compare it with, what either shows."""
    if not (options.earlier or options.other or options.before):
        return view, ties_of(view, options.combine)
    from graphdata.query.reading import from_query
    from graphdata.questions.baseline import Baseline
    from graphdata.questions.compared import compared

    other = read_network(options.other) if options.other else None
    asked = from_query(options.before, view.network) if options.before else None
    both, ties, _ = compared(Baseline(options.earlier, other, asked).view(view), view, options.combine)
    return both, ties


def size_from(options: argparse.Namespace) -> Size:
    """Return the size that the options ask for; a slide if they say nothing."""
    if options.preset:
        size = PRESETS[options.preset].size
        return size._replace(dots_per_inch=options.dpi) if options.dpi else size
    if options.mm:
        return Size(options.mm[0], options.mm[1], options.dpi or 300.0)
    if options.size:
        return size_in_pixels(round(options.size[0]), round(options.size[1]), options.dpi or SLIDE.dots_per_inch)
    return SLIDE
