"""What slides wear: the master and layout they stand on. Ours is made here; the user's own comes from a template."""

from __future__ import annotations

import re
from typing import Any, Final, NamedTuple

from graphdata.export.pptx.frame import Format
from graphdata.export.pptx.markup import emu, rgb
from graphdata.style import Theme
from graphdata.vocabulary import DOMAINS

FONT: Final = (
    "Arial"  # on every machine that opens slides, in Latin, Cyrillic and Arabic letters, and narrower than ours
)
TITLE_ONLY: Final = 5
LEFT_OUT: Final = ("printerSettings", "thumbnail")  # what python-pptx's template brings from a stranger's machine
FOOTERS: Final = ("dt", "ftr")


class Outfit(NamedTuple):
    """An empty deck, the layout of its slides, and by how much lengths and letters are scaled to its size."""

    deck: Any
    layout: Any
    brings_ground: bool = True
    share: float = 1.0
    letters: float = 1.0


def own_outfit(form: Format, theme: Theme) -> Outfit:
    """Return a deck with one layout in the slides' format, colours and font."""
    from pptx import Presentation

    deck = Presentation()
    _dress(deck, form, theme)
    return Outfit(deck, deck.slide_layouts[0], theme.dark)


def _dress(deck: Any, form: Format, theme: Theme) -> None:  # noqa: ANN401
    """Give the template the slides' format, colours and font, and leave it one layout."""
    _resize(deck, form)
    for layout in [each for at, each in enumerate(deck.slide_layouts) if at != TITLE_ONLY]:
        deck.slide_layouts.remove(layout)
    for holder in (deck.slide_master, deck.slide_layouts[0], deck.notes_master):
        _without_footers(holder)
    _set_titles(deck.slide_master)
    _colour(deck.slide_master, theme)
    for owner in (deck.part, deck.part.package):
        _let_go(owner)


def _resize(deck: Any, form: Format) -> None:  # noqa: ANN401
    """Set the size of the slides, and stretch what the master places on them."""
    across, down = emu(form.width) / deck.slide_width, emu(form.height) / deck.slide_height
    deck.slide_width, deck.slide_height = emu(form.width), emu(form.height)
    deck.element.sldSz.attrib.pop("type", None)
    for shape in deck.slide_master.placeholders:
        left, top, wide, high = shape.left, shape.top, shape.width, shape.height
        shape.left, shape.width = round(left * across), round(wide * across)
        shape.top, shape.height = round(top * down), round(high * down)


def _without_footers(holder: Any) -> None:  # noqa: ANN401
    """Take away dates and footers: a date is a stranger's, and the foot of a slide is ours."""
    for mark in holder.element.xpath(" | ".join(f".//p:ph[@type='{kind}']" for kind in FOOTERS)):
        shape = mark.getparent().getparent().getparent()
        shape.getparent().remove(shape)


def _set_titles(master: Any) -> None:  # noqa: ANN401
    """Set titles as the slides do, so that a slide added later looks alike."""
    (level,) = master.element.xpath(".//p:titleStyle/a:lvl1pPr")
    level.set("algn", "l")
    (face,) = master.element.xpath(".//p:titleStyle/a:lvl1pPr/a:defRPr")
    face.set("sz", "2400")
    face.set("b", "1")


def _colour(master: Any, theme: Theme) -> None:  # noqa: ANN401
    """Give the theme our colours and font; a dark theme stands on its dark colour."""
    from pptx.opc.constants import RELATIONSHIP_TYPE

    part = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    text = re.sub(r"<a:clrScheme.*?</a:clrScheme>", lambda _: _scheme(theme), part.blob.decode(), flags=re.DOTALL)
    text = re.sub(r'<a:latin typeface="[^"]*"/><a:ea typeface=""/><a:cs typeface=""/>', lambda _: _fonts(), text)
    part.blob = text.replace('name="Office Theme"', 'name="Entente"').encode()
    if theme.dark:
        (mapped,) = master.element.xpath("./p:clrMap")
        for name, value in {"bg1": "dk1", "tx1": "lt1", "bg2": "dk2", "tx2": "lt2"}.items():
            mapped.set(name, value)


def _scheme(theme: Theme) -> str:
    """Return the colours of the theme."""
    ink, ground, faint, line = theme.map.ink, theme.map.background, theme.map.faint, theme.map.hairline
    first = (ground, ink, line, faint) if theme.dark else (ink, ground, faint, line)
    domains = [theme.domain(domain) for domain in DOMAINS]
    named = dict(zip(("dk1", "lt1", "dk2", "lt2"), first, strict=True))
    named |= {f"accent{at}": colour for at, colour in enumerate((*domains, faint, ink), start=1)}
    named |= {"hlink": theme.map.selection, "folHlink": theme.map.selection}
    return (
        '<a:clrScheme name="Entente">'
        + "".join(f"<a:{name}>{rgb(colour)}</a:{name}>" for name, colour in named.items())
        + "</a:clrScheme>"
    )


def _fonts() -> str:
    return f'<a:latin typeface="{FONT}"/><a:ea typeface=""/><a:cs typeface="{FONT}"/>'


def _let_go(owner: Any) -> None:  # noqa: ANN401
    """Leave out what a part of the template points to that is none of ours."""
    rels = owner.rels if hasattr(owner, "rels") else {each.rId: each for each in owner.iter_rels()}
    for name in [name for name, rel in rels.items() if rel.reltype.endswith(LEFT_OUT)]:
        owner.rels.pop(name) if hasattr(owner, "rels") else owner.drop_rel(name)
