"""What a deck is made of: one map, a map for each part of a view, a table of who gives to whom, or a picture."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal

from graphdata.crowding import DeckKind
from graphdata.export.pptx.map_slide import Leaf, Painter, Step, whole
from graphdata.export.pptx.matrix import Matrix
from graphdata.export.pptx.stage import Subject
from graphdata.parts import Part, by_actor, by_domain
from graphdata.style import Theme

Lines = Literal["editable", "exact"]


@dataclass(frozen=True, slots=True)
class Manner:
    """How slides are made: their kind, whether the map is built up by domain, a painter of pictures, a template."""

    kind: DeckKind = "whole"
    build: bool = False
    paint: Painter | None = None
    template: bytes = b""
    themes: tuple[Theme, ...] = ()  # to choose from, by the ground of the template


PLAIN: Final = Manner()


def leaves_of(subject: Subject, title: str, manner: Manner, legend: bool) -> Iterator[Leaf | Matrix]:
    """Yield the maps of a deck; a build shows a map all faint at first, then each domain in colour, then all."""
    if manner.kind == "matrix":
        yield Matrix(subject.view, subject.ties, subject.numbering, title)
    elif manner.kind in ("ego", "domain"):
        split = by_actor if manner.kind == "ego" else by_domain
        for part in split(subject.view, subject.ties):
            yield from _of_part(subject, part, title, manner, legend)
    else:
        paint = manner.paint if manner.kind == "picture" else None
        subject = replace(subject, straight=False) if paint else subject
        yield Leaf(subject, tuple(_steps(subject, title, "", manner)), legend, paint)


def _of_part(subject: Subject, part: Part, title: str, manner: Manner, legend: bool) -> Iterator[Leaf]:
    """Yield the map of one part, its actors where the whole has them."""
    own = replace(subject, view=part.view, ties=part.ties)
    yield Leaf(own, tuple(_steps(own, f"{part.title} · {title}", part.scope, manner)), legend)


def _steps(subject: Subject, title: str, scope: str, manner: Manner) -> Iterator[Step]:
    """Yield the slides of one map."""
    last = whole(subject, title, scope)
    parts = by_domain(subject.view, subject.ties) if manner.build else ()
    if len(parts) > 1:
        yield last._replace(lit=frozenset(), title=f"The actors · {title}", aside="All lines are faint.")
        yield from (_lit(part, title, scope) for part in parts)
    yield last


def _lit(part: Part, title: str, scope: str) -> Step:
    """Return the slide with one part in colour."""
    said = " ".join(filter(None, (scope, part.scope)))
    lit = frozenset(tie.id for tie in part.ties)
    return Step(part.view, lit, f"{part.title} · {title}", said, "The other lines are faint.")
