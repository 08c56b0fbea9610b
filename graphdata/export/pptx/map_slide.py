"""The first slide: the map as native shapes, with everything that a sourced graphic must carry.

Shapes are read in the order in which they cover each other. Lines lie below actors, so that no line strikes out a name;
the frame of the map names the actors before the lines are read.
"""

from __future__ import annotations

from graphdata.citation import Note
from graphdata.export.pptx import frame, markup
from graphdata.export.pptx.actors import actor_group
from graphdata.export.pptx.arrangement import planned
from graphdata.export.pptx.connectors import Hold, connector, curved, line_pen
from graphdata.export.pptx.key import key_group
from graphdata.export.pptx.page import Page, Slide
from graphdata.export.pptx.signs import sign_group
from graphdata.export.pptx.sources import add_sources
from graphdata.export.pptx.spots import Spot
from graphdata.export.pptx.stage import Stage, Subject, staged
from graphdata.export.pptx.words import actor_in_words, line_in_words, speaker_notes
from graphdata.filter import in_words
from graphdata.legend import legend_of
from graphdata.marking import highest_marking
from graphdata.rows import title_of as ends_in_words
from graphdata.scene import EdgeMark
from graphdata.sheet import Request, as_of_line, confidence_statement, left_out, title_of


def map_slide(subject: Subject, wanted: Request, form: frame.Format, notes: tuple[Note, ...]) -> Slide:
    """Return the slide with the map."""
    view, theme, page = subject.view, wanted.theme, Page()
    marking = highest_marking(view)
    title = frame.headed(title_of(view, wanted), form, theme, marking)
    top = frame.add_head(page, form, theme, title, (as_of_line(view), confidence_statement(view)))
    foot = frame.foot_lines(form, f"Shown: {in_words(view.filter, view.network)} {left_out(view)}", marking)
    room = (frame.MARGIN, top, form.width - frame.MARGIN, frame.foot_top(form, foot) - 8.0)
    plan = planned(subject, legend_of(subject.ties, view.actors) if wanted.legend else (), notes, room)
    page.add(_overview(page, subject, plan.map))
    _add_map(page, subject, staged(subject, plan.map), wanted)
    if plan.key.parts:
        page.add(key_group(page, plan.key, theme, *plan.key_at))
    if plan.listed:
        add_sources(page, plan.listed, theme, plan.sources)
    frame.add_foot(page, form, theme, foot)
    frame.add_marking(page, form, marking)
    return page.slide(speaker_notes(view, wanted, notes))


def _overview(page: Page, subject: Subject, box: markup.Box) -> str:
    """Return an empty frame that says which actors the map shows, before the lines between them are read."""
    actors = "; ".join(actor_in_words(subject.view, each) for each in subject.view.actors)
    words = f"Map with {len(subject.view.actors)} actors and {len(subject.ties)} lines. Actors: {actors or 'none'}."
    return markup.shape(page.named("Map", words), markup.frame(box), markup.preset("rect"), markup.fill(""))


def _add_map(page: Page, subject: Subject, stage: Stage, wanted: Request) -> None:
    """Put the lines, their signs and the actors on the slide."""
    view, scene, theme = subject.view, stage.scene, wanted.theme
    actor, tie = view.network.actor, {each.id: each for each in subject.ties}
    actors = {
        node.id: actor_group(page, node, actor_in_words(view, actor[node.id]), scene.scale, theme)
        for node in scene.nodes
    }
    said = [line_in_words(view, tie[edge.id], wanted.notes) for edge in scene.edges]
    for at, edge in enumerate(scene.edges):
        holds = _holds(edge, stage.sites[at], actors) if stage.sites else ()
        named = page.named(f"Line {at + 1}: {_ends(subject, edge)}, {edge.title}", said[at])
        looks = line_pen(theme.domain(edge.domain), edge.width, edge.level, edge.mutual, edge.hostile)
        page.add(connector(named, edge, *holds, looks) if holds else curved(named, edge, looks))
    for at, edge in enumerate(scene.edges):
        spot = Spot(edge, stage.levels[at])
        page.add(sign_group(page, spot, f"Sign of line {at + 1}", said[at], scene.scale, theme))
    page.add(*(group for _, group in actors.values()))


def _ends(subject: Subject, edge: EdgeMark) -> str:
    return ends_in_words(subject.view.network, edge.giver, edge.receiver, edge.mutual)


def _holds(edge: EdgeMark, sites: tuple[int, int], actors: dict[str, tuple[int, str]]) -> tuple[Hold, Hold]:
    """Return what both ends of a line are glued to."""
    return Hold(actors[edge.giver][0], sites[0]), Hold(actors[edge.receiver][0], sites[1])
