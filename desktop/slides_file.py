"""Slides as window and command line ask for them: a template read, pictures painted, several views in one deck."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from desktop import assets
from desktop.export.formats import Size
from desktop.export.kinds import Written
from desktop.export_options import request_from, size_from
from desktop.opening import Opened, opened
from desktop.views_file import made_again, others_from, text_of, views_in
from graphdata.arrangement import arrangement_from
from graphdata.carried import Embed
from graphdata.crowding import DeckKind
from graphdata.drawing import Drawing
from graphdata.export.carriers import with_views
from graphdata.export.pptx import Manner, Showing, views_to_pptx
from graphdata.export.pptx.template_file import LARGEST, TemplateError
from graphdata.network import Network
from graphdata.saved_view import SavedView
from graphdata.saved_views import Views
from graphdata.sheet import Request
from graphdata.storage.writing import write_whole

POINTS_PER_INCH: Final = 72.0
SLIDE_DOTS: Final = 220.0  # dots per inch of a picture on a slide: what PowerPoint itself keeps


def manner_of(kind: DeckKind = "whole", build: bool = False, template: Path | None = None) -> Manner:
    """Return how slides are made; raises TemplateError where the template cannot be read."""
    themes = (assets.theme("light"), assets.theme("dark"))
    return Manner(kind, build, painted, content_of(template) if template else b"", themes)


def content_of(template: Path) -> bytes:
    """Return what a template file holds; raises TemplateError where it cannot be read."""
    try:
        if template.stat().st_size > LARGEST:
            raise TemplateError(f"The template “{template.name}” is larger than {LARGEST // 1024**2} MB.")
        return template.read_bytes()
    except OSError as fault:
        raise TemplateError(f"The template “{template.name}” cannot be read: {fault.strerror}.") from None


def painted(drawing: Drawing) -> bytes:
    """Return a drawing as a PNG sharp enough for a slide that fills a wall."""
    from desktop.export.raster import to_png

    share = SLIDE_DOTS / POINTS_PER_INCH
    return to_png(drawing, round(drawing.width * share), round(drawing.height * share), SLIDE_DOTS)


def write_views(chosen: argparse.Namespace) -> Written:
    """Write the views that some files carry as one deck; raises EntenteError where that cannot be."""
    found, size = opened(chosen.network), size_from(chosen)
    manner = manner_of(chosen.deck, bool(chosen.build), chosen.template)
    views, wanted = views_in(chosen.views, found), request_from(chosen, size)
    deck = deck_of(found, views, wanted, size, manner, chosen.embed, others_from(chosen))
    write_whole(chosen.out_file, deck)
    return Written(Path(chosen.out_file), "")


def deck_of(
    found: Opened,
    views: Views,
    wanted: Request,
    size: Size,
    manner: Manner,
    embed: Embed,
    others: Sequence[Network] = (),
) -> bytes:
    """Return one deck of several views, each carried as the file is to be opened again; raises EntenteError."""
    shown = [showing_of(found, saved, others) for saved in views]
    deck = views_to_pptx(shown, wanted, size, manner)
    carried = [text_of(saved, each.view, embed) for saved, each in zip(views, shown, strict=True)]
    return with_views(deck, [text for text in carried if text])


def showing_of(found: Opened, saved: SavedView, others: Sequence[Network] = ()) -> Showing:
    """Return a saved view as it is to be shown in a deck; raises ViewsError where it cannot be compared as it was."""
    made = made_again(found.network, saved, found.positions, others)
    own = (saved.legend, saved.lines, saved.marking, saved.marking_reason, arrangement_from(saved.layout))
    return Showing(saved.title or saved.name, made.view, made.ties, made.positions, *own)
