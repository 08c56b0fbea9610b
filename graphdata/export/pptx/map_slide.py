"""A slide with a map: native shapes, with everything that a sourced graphic must carry.

Shapes are read in the order in which they cover each other. Lines lie below actors, so that no line strikes out a name;
the frame of the map names the actors before the lines are read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final, NamedTuple

from graphdata.drawing import Drawing, moved
from graphdata.export.pptx import frame, markup
from graphdata.export.pptx.actors import actor_group
from graphdata.export.pptx.arrangement import Plan, planned
from graphdata.export.pptx.connectors import CENTRE, TOP, Hold, connector, curved, drawn_width, joint, line_pen
from graphdata.export.pptx.flaws import Flaws, Stage, flaws_of
from graphdata.export.pptx.frame import Setting
from graphdata.export.pptx.joints import joint_of
from graphdata.export.pptx.key import key_group
from graphdata.export.pptx.links import leaf_goal
from graphdata.export.pptx.page import Page, Slide
from graphdata.export.pptx.shapes import shapes_of
from graphdata.export.pptx.signs import Cited, sign_group
from graphdata.export.pptx.sites import UNHELD
from graphdata.export.pptx.sources import add_sources
from graphdata.export.pptx.spots import FULL, Spot
from graphdata.export.pptx.stage import LEGIBLE, Subject, staged
from graphdata.export.pptx.words import actor_in_words, shown_in_words, speaker_notes
from graphdata.legend import legend_of
from graphdata.rendering import guide_line, guide_words, marks_of
from graphdata.rows import counted
from graphdata.rows import title_of as ends_in_words
from graphdata.scene import EdgeMark, GuideMark
from graphdata.sheet.words import as_of_line, confidence_statement
from graphdata.style import Theme
from graphdata.tie_words import line_in_words
from graphdata.view import View

SECTION: Final = "Maps"
Painter = Callable[[Drawing], bytes]


class Step(NamedTuple):
    """One slide of a map: the view that it speaks of, the lines drawn in colour, its title, and its scope in words."""

    view: View
    lit: frozenset[str]
    title: str
    scope: str = ""
    aside: str = ""

    @property
    def shown(self) -> str:
        """What the slide shows and what it leaves out, in words."""
        return shown_in_words(self.view, self.scope, self.aside)


@dataclass(frozen=True, slots=True)
class Leaf:
    """A map and the slides that show it, all with everything in the same place."""

    subject: Subject
    steps: Sequence[Step]
    legend: bool = True
    paint: Painter | None = None

    def slides(self, setting: Setting, first: int = 0) -> Iterator[tuple[Slide, View]]:
        """Yield the slides of the map, each with the view it speaks of; the first of them has that rank in the deck."""
        laid = Laid.of(self, setting)
        for rank, step in enumerate(self.steps, start=first):
            page, foot = Page(), frame.foot_lines(setting, step.shown)
            title = frame.headed(step.title, setting)
            frame.add_head(page, setting, title, (as_of_line(step.view), confidence_statement(step.view)))
            picture = _add_picture(page, self, laid, setting) if self.paint else b""
            if not picture:
                page.add(_overview(page, self.subject, step, laid.plan.map))
                _add_map(page, self.subject, laid.stage, step, setting)
            _add_beside(page, self.subject, laid.plan, step, setting)
            frame.add_foot(page, setting, foot)
            notes = speaker_notes(step.view, step.title, step.shown, setting.told, self.subject.numbering)
            yield page.slide(notes, SECTION, (leaf_goal(rank),), picture), step.view


def whole(subject: Subject, title: str, scope: str = "") -> Step:
    """Return the slide that shows all lines."""
    return Step(subject.view, frozenset(tie.id for tie in subject.ties), title, scope)


class Laid(NamedTuple):
    """Where things stand on all slides of a map."""

    plan: Plan
    stage: Stage

    @classmethod
    def of(cls, leaf: Leaf, setting: Setting) -> Laid:
        """Return the arrangement in the room that the longest head and foot leave."""
        subject = leaf.subject
        top, bottom = 0.0, setting.form.height
        for step in leaf.steps:
            head = frame.headed(step.title, setting)
            said = (as_of_line(step.view), confidence_statement(step.view))
            top = max(top, frame.add_head(Page(), setting, head, said))
            foot = frame.foot_lines(setting, step.shown)
            bottom = min(bottom, frame.foot_top(setting.form, foot) - 8.0)
        entries = legend_of(subject.ties, subject.view.actors) if leaf.legend else ()
        notes = subject.numbering.of_view(subject.view)
        plans = planned(subject, entries, notes, (setting.form.left, top, setting.form.right, bottom))
        return cls(*_first_clear(subject, plans))


def _first_clear(subject: Subject, plans: Sequence[Plan]) -> tuple[Plan, Stage]:
    """Return the first arrangement in which the map covers nothing, with the map; else the one with the fewest faults.

    None is taken for the price of labels too small to read; a map with more lines than anybody follows is not worth
    the time.
    """
    found: list[tuple[Plan, Stage, Flaws]] = []
    for plan in plans if len(subject.ties) <= FULL else plans[:1]:
        stage = staged(subject, plan.map)
        if found and stage.scene.scale < min(LEGIBLE, found[0][1].scene.scale):
            continue
        found.append((plan, stage, flaws_of(stage)))
        if not found[-1][2].misleads:
            break
    plan, stage, _ = min(found, key=lambda each: each[2].cost)
    return plan, stage


def _add_beside(page: Page, subject: Subject, plan: Plan, step: Step, setting: Setting) -> None:
    """Put the legend and the sources of what is in colour beside the map."""
    if plan.key.parts:
        page.add(key_group(page, plan.key, setting.theme, *plan.key_at))
    listed = plan.listed if step.view is subject.view else plan.listing(subject.numbering.of_view(step.view))
    if listed:
        add_sources(page, listed, setting.theme, plan.sources)


def _overview(page: Page, subject: Subject, step: Step, box: markup.Box) -> str:
    """Return an empty frame that says which actors the map shows, before the lines between them are read."""
    named = page.named("Map", _overview_words(subject, step))
    return markup.shape(named, markup.frame(box), markup.preset("rect"), markup.fill(""))


def _overview_words(subject: Subject, step: Step) -> str:
    """Return how much the map shows, and its actors."""
    actors = "; ".join(actor_in_words(step.view, each) for each in subject.view.actors)
    faint = len(subject.ties) - len(step.lit)
    aside = f", {faint} of them faint" if faint else ""
    lines = counted(len(subject.ties), "line", "lines") or "no line"
    shown = counted(len(subject.view.actors), "actor", "actors") or "no actor"
    return f"Map with {shown} and {lines}{aside}. Actors: {actors or 'none'}."


def _add_picture(page: Page, leaf: Leaf, laid: Laid, setting: Setting) -> bytes:
    """Put the map on the slide as a picture, its words standing for it, and return the picture."""
    assert leaf.paint is not None
    left, top, right, bottom = laid.plan.map
    marks = tuple(moved(mark, -left, -top) for mark in marks_of(laid.stage.scene, setting.theme))
    ground, subject = setting.theme.map.background, leaf.subject
    said = [line_in_words(subject.view, tie, subject.numbering.of_tie(subject.view, tie)) for tie in subject.ties]
    words = " ".join([_overview_words(subject, leaf.steps[0]), *said])
    page.add(markup.picture(page.named("Map", words), laid.plan.map))
    return leaf.paint(Drawing(right - left, bottom - top, ground, marks))


def _add_map(page: Page, subject: Subject, stage: Stage, step: Step, setting: Setting) -> None:
    """Put the lines, their signs and the actors on the slide; faint lines lie lowest and wear no sign."""
    view, scene, theme = subject.view, stage.scene, setting.theme
    tie = {each.id: each for each in subject.ties}
    held = _held(stage)
    said_of = {node.id: actor_in_words(step.view, view.network.actor[node.id]) for node in scene.nodes}
    actors = {
        node.id: actor_group(page, node, said_of[node.id], scene.scale, theme, held[node.id]) for node in scene.nodes
    }
    numbers = {key: subject.numbering.of_tie(view, each) for key, each in tie.items()}
    said = {key: line_in_words(view, each, numbers[key]) for key, each in tie.items()}
    page.add(*(piece for guide in scene.guides for piece in _guide(page, guide, scene.scale, theme)))
    order = sorted(range(len(scene.edges)), key=lambda at: scene.edges[at].id in step.lit)
    for at in order:
        edge = scene.edges[at]
        lit = edge.id in step.lit
        words = f"Line {at + 1}: {_ends(subject, edge)}, {edge.title}", ("" if lit else "Faint. ") + said[edge.id]
        colour = theme.domain(edge.domain) if lit else theme.map.hairline
        page.add(*_line(page, stage, at, actors, colour, words))
    for at in (at for at in order if scene.edges[at].id in step.lit):
        spot, key = Spot(scene.edges[at], stage.sides[at]), scene.edges[at].id
        cited = Cited(numbers[key], subject.numbering, view.network)
        page.add(sign_group(page, spot, (f"Sign of line {at + 1}", said[key]), cited, stage.signs, theme))
    page.add(*(group for _, group in actors.values()))


def _held(stage: Stage) -> Mapping[str, set[int]]:
    """Return which sites of each actor hold lines."""
    found: dict[str, set[int]] = defaultdict(set)
    for edge, sites in zip(stage.scene.edges, stage.sites, strict=False):
        if sites != UNHELD:
            found[edge.giver].add(sites[0])
            found[edge.receiver].add(sites[1])
    return found


def _guide(page: Page, guide: GuideMark, scale: float, theme: Theme) -> Iterator[str]:
    """Yield the line that shows how the map is arranged, and its words."""
    words = f"Guide: {guide.words}"
    yield from shapes_of(page, (guide_line(guide, scale, theme), *guide_words(guide, scale, theme)), words)


def _ends(subject: Subject, edge: EdgeMark) -> str:
    return ends_in_words(subject.view.network, edge.giver, edge.receiver, edge.mutual)


def _line(
    page: Page,
    stage: Stage,
    at: int,
    actors: Mapping[str, tuple[Mapping[int, int], str]],
    colour: str,
    words: tuple[str, str],
) -> Iterator[str]:
    """Yield a line: a curve, a connector, or two that meet at a joint."""
    edge = stage.scene.edges[at]
    pen = partial(line_pen, colour, edge.width, edge.level, hostile=edge.hostile, small=stage.crowded)
    if not stage.sites or stage.sites[at] == UNHELD:
        yield curved(page.named(*words), edge, pen(mutual=edge.mutual))
        return
    pegs = (actors[end][0] for end in (edge.giver, edge.receiver))
    begins, ends = (Hold(held[site], TOP) for held, site in zip(pegs, stage.sites[at], strict=True))
    place = joint_of(edge)
    if place is None:
        yield connector(page.named(*words), edge.path, begins, ends, pen(mutual=edge.mutual))
        return
    middle, (name, said) = len(edge.path) // 2, words
    dot = page.named(f"Joint of {name}", f"Joint of {name}")
    held = Hold(dot.id, CENTRE)
    yield connector(page.named(*words), edge.path[: middle + 1], begins, held, pen(mutual=edge.mutual, head=False))
    yield connector(page.named(f"{name}, onward", said), edge.path[middle:], held, ends, pen())
    yield joint(dot, place, drawn_width(edge.width, edge.level), colour)
