"""From what is on show to a file with the picture and its sources; the window and the command line both come here."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from desktop import assets
from desktop.export.formats import PAGE, SLIDES, SUFFIXES, Size, UnknownFormatError, ensure_known, to_bytes
from desktop.export.kinds import Written
from desktop.export_options import chosen_from, told_of_nothing
from graphdata.drawing import Drawing
from graphdata.export.carriers import carrying
from graphdata.places import Place
from graphdata.sheet import Request, sheet_of
from graphdata.sheet.words import title_of
from graphdata.storage.writing import write_whole
from graphdata.ties import Tie
from graphdata.view import View

if TYPE_CHECKING:
    from graphdata.crowding import DeckKind
    from graphdata.export.pptx import Lines


SHOWN_AT_ONCE: Final = 250  # lines: their slide is arranged within two seconds, twice as many take six


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
    def first_slide(self) -> Drawing | None:
        """The first map of the slides, nothing where they begin with a table or take long to arrange."""
        if len(self.ties) > SHOWN_AT_ONCE:
            return None
        from desktop.slides_file import manner_of
        from graphdata.export.pptx import Showing, deck_from
        from graphdata.export.pptx.preview import first_map

        showing = Showing(title_of(self.view, self.wanted), *self[:3], lines=self.lines)
        manner = manner_of(self.deck, self.build, self.template)
        return first_map(deck_from([showing], self.wanted, self.size, manner))

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
    if chosen.views:
        return _views_written(chosen)
    made = chosen_from(chosen, allow=limit_of(chosen.out_file.suffix.lower()))
    picture = Picture(
        made.view, made.ties, made.positions, made.wanted, made.size, chosen.lines, chosen.deck, bool(chosen.build),
        made.carried, chosen.template, not chosen.no_annex,
    )  # fmt: skip
    write_whole(chosen.out_file, picture_bytes(chosen.out_file.suffix.lower(), picture))
    app.processEvents()
    return Written(Path(chosen.out_file), _advice(chosen, made.view, made.ties))


def limit_of(suffix: str) -> Callable[[int], None] | None:
    """Return what refuses more lines than a kind of file can hold, nothing where it holds any number."""
    if suffix != PAGE:
        return None
    from graphdata.export.page import ensure_few

    return ensure_few


def _views_written(chosen: argparse.Namespace) -> Written:
    """Write the saved views that the options name: slides as one deck, everything else as a file of each."""
    if chosen.out_file.suffix.lower() == SLIDES:
        from desktop.slides_file import write_views

        return write_views(chosen)
    from desktop.views_file import write_each

    return Written(write_each(chosen), "")


def _advice(chosen: argparse.Namespace, view: View, ties: Sequence[Tie]) -> str:
    """Return what to tell of an empty picture, slides with more lines than an audience can follow, or slow pages."""
    if not view.relations:
        return told_of_nothing(view)
    kind = chosen.out_file.suffix.lower()
    if kind == PAGE:
        from graphdata.export.page import advice_on_lines

        return advice_on_lines(len(ties))
    if kind != SLIDES or chosen.deck != "whole":
        return ""
    from graphdata.crowding import crowding_of

    found = crowding_of(view, ties)
    return found.in_words if found else ""
