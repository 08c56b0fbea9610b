"""From views to a deck: the slides with maps, then one annex for them all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, Protocol

from graphdata.arrangement import CLUSTERS, Arrangement
from graphdata.export.pptx import frame
from graphdata.export.pptx.annex import Annex, Basis, where_cited
from graphdata.export.pptx.decks import PLAIN, Lines, Manner, leaves_of
from graphdata.export.pptx.frame import Format, Setting
from graphdata.export.pptx.map_slide import Leaf
from graphdata.export.pptx.matrix import Matrix
from graphdata.export.pptx.numbering import UNNUMBERED, Numbering
from graphdata.export.pptx.outfit import Outfit, own_outfit
from graphdata.export.pptx.package import packed
from graphdata.export.pptx.page import Slide
from graphdata.export.pptx.stage import Subject
from graphdata.export.properties import app_properties, core_properties
from graphdata.marking import highest, label_of
from graphdata.places import Place
from graphdata.sheet import Request
from graphdata.sheet.words import marking_note, marking_on, title_of
from graphdata.style import Theme
from graphdata.ties import Tie
from graphdata.view import View


class Paper(Protocol):
    """The shape of a page."""

    @property
    def width_mm(self) -> float:
        """Its width."""

    @property
    def height_mm(self) -> float:
        """Its height."""


@dataclass(frozen=True, slots=True)
class Deck:
    """What a deck holds: maps and tables in order, and the views they were made from, which the annex accounts for."""

    title: str
    bases: Sequence[Basis]
    leaves: Sequence[Leaf | Matrix]
    numbering: Numbering
    setting: Setting
    outfit: Outfit

    def slides(self) -> Iterator[Slide]:
        """Yield all slides in order."""
        made: list[tuple[Slide, View]] = []
        for leaf in self.leaves:
            made += leaf.slides(self.setting, len(made))
        yield from (slide for slide, _ in made)
        where = where_cited(self.numbering, [view for _, view in made])
        yield from Annex(self.bases, self.setting, self.numbering, where, len(made)).slides()

    def packed(self) -> bytes:
        """Return the slides as a file."""
        properties = {
            "docProps/core.xml": core_properties(
                self.bases[0].view, self.title, self.setting.marking, self.setting.lowered
            ),
            "docProps/app.xml": app_properties(),
        }
        return packed(list(self.slides()), self.outfit, self.setting.theme, properties)


class Showing(NamedTuple):
    """One of several views in a deck: its title, what it shows, its lines, and a marking of its own with its reason."""

    title: str
    view: View
    ties: Sequence[Tie]
    positions: Mapping[str, Place]
    legend: bool = True
    lines: Lines = "editable"
    marking: str = ""
    marking_reason: str = ""
    arrangement: Arrangement = CLUSTERS

    def asked(self, wanted: Request) -> Request:
        """Return what is asked of the deck, with the view's own marking where it has one."""
        return replace(wanted, marking=self.marking, marking_reason=self.marking_reason) if self.marking else wanted


def to_pptx(
    view: View,
    ties: Sequence[Tie],
    positions: Mapping[str, Place],
    wanted: Request,
    size: Paper,
    lines: Lines = "editable",
    manner: Manner = PLAIN,
) -> bytes:
    """Return the view as slides; lines are glued and straight ("editable"), or bent as on the screen ("exact").

    Of the size only the shape counts: slides are 7.5 inches high, whatever they are shown on.
    """
    showing = Showing(title_of(view, wanted), view, ties, positions, lines=lines, arrangement=wanted.arrangement)
    return views_to_pptx([showing], wanted, size, manner)


def views_to_pptx(shown: Sequence[Showing], wanted: Request, size: Paper, manner: Manner = PLAIN) -> bytes:
    """Return several views as one deck, with one annex and one row of numbers for them all."""
    return deck_from(shown, wanted, size, manner).packed()


def deck_from(shown: Sequence[Showing], wanted: Request, size: Paper, manner: Manner = PLAIN) -> Deck:
    """Return what a deck of several views holds."""
    form, theme, outfit = _dressed(frame.format_of(size.width_mm / size.height_mm), wanted.theme, manner)
    asked = (label_of(wanted.marking),) if wanted.marking else ()
    marking = highest((*asked, *(marking_on(each.view, each.asked(wanted)) for each in shown)))
    reasons = dict.fromkeys(marking_note(each.view, each.asked(wanted)) for each in shown)
    setting = Setting(form, theme, marking, "\n".join(filter(None, reasons)))
    numbering = Numbering.of([each.view for each in shown]) if wanted.notes else UNNUMBERED
    leaves: list[Leaf | Matrix] = [
        leaf
        for each in shown
        for leaf in leaves_of(
            Subject(each.view, each.ties, each.positions, numbering, each.lines == "editable", each.arrangement),
            each.title, manner, each.legend and wanted.legend,
        )
    ]  # fmt: skip
    bases = [Basis(each.view, each.ties, each.title if len(shown) > 1 else "") for each in shown]
    return Deck(wanted.title or shown[0].title, bases, leaves, numbering, setting, outfit)


def _dressed(form: Format, theme: Theme, manner: Manner) -> tuple[Format, Theme, Outfit]:
    """Return how slides are laid out and what they wear: our own, or the user's template in the theme that suits it."""
    if not manner.template:
        return form, theme, own_outfit(form, theme)
    from graphdata.export.pptx.template import template_of
    from graphdata.export.pptx.template_looks import theme_on

    found = template_of(manner.template)
    suited, bare = theme_on(found.ground, manner.themes or (theme,))
    return found.form._replace(panel=not bare), suited, found.outfit
