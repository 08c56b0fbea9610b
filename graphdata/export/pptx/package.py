"""Slides as a file: the only place that knows python-pptx, which lends the package, its masters and the notes pages."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any, Final
from uuid import UUID, uuid5

from graphdata.export.pptx.frame import Format
from graphdata.export.pptx.links import resolved
from graphdata.export.pptx.markup import NUMBER, PICTURE, emu, fill, rgb
from graphdata.export.pptx.page import NAMESPACES, Slide
from graphdata.export.repacking import repacked
from graphdata.export.xml_text import said
from graphdata.style import Theme
from graphdata.vocabulary import DOMAINS

FONT: Final = (
    "Arial"  # on every machine that opens slides, in Latin, Cyrillic and Arabic letters, and narrower than ours
)
TITLE_ONLY: Final = 5
LEFT_OUT: Final = ("printerSettings", "thumbnail")  # what python-pptx's template brings from a stranger's machine
FOOTERS: Final = ("dt", "ftr")
SECTION_LIST: Final = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
MAIN_2010: Final = "http://schemas.microsoft.com/office/powerpoint/2010/main"
SECTIONS: Final = UUID("6ba7b814-9dad-11d1-80b4-00c04fd430c8")  # any: the same sections give the same file


def packed(slides: Sequence[Slide], form: Format, theme: Theme, properties: Mapping[str, str]) -> bytes:
    """Return the slides as a PPTX file; the same slides give the same bytes."""
    from pptx import Presentation

    deck = Presentation()
    _dress(deck, form, theme)
    made = [deck.slides.add_slide(deck.slide_layouts[0]) for _ in slides]
    goals = {goal: made[at].part for at, slide in enumerate(slides) for goal in slide.goals}
    for at, slide in enumerate(slides):
        _fill(made[at], slide, theme, goals, at + 1)
    _divide(deck, slides)
    held = io.BytesIO()
    deck.save(held)
    return repacked(held.getvalue(), properties)


def _fill(made: Any, slide: Slide, theme: Theme, goals: Mapping[str, Any], number: int) -> None:  # noqa: ANN401  python-pptx is typed in part only
    """Fill a slide and its notes; dark ones bring their background into whatever deck they are pasted."""
    from pptx.opc.constants import RELATIONSHIP_TYPE
    from pptx.oxml import parse_xml

    def relation(goal: str) -> str:
        return str(made.part.relate_to(goals[goal], RELATIONSHIP_TYPE.SLIDE)) if goal in goals else ""

    shapes = resolved(slide.shapes, relation).replace(f"<a:t>{NUMBER}</a:t></a:fld>", f"<a:t>{number}</a:t></a:fld>")
    if slide.picture:
        shapes = shapes.replace(PICTURE, made.part.get_or_add_image_part(io.BytesIO(slide.picture))[1])
    content = made.element.cSld
    content.replace(content.spTree, parse_xml(shapes))
    if theme.dark:
        content.insert(0, parse_xml(_background(theme)))
    if slide.notes:
        made.notes_slide.notes_text_frame.text = slide.notes


def _divide(deck: Any, slides: Sequence[Slide]) -> None:  # noqa: ANN401
    """Divide the deck into its sections."""
    from pptx.oxml import parse_xml

    numbers = [each.get("id") for each in deck.element.sldIdLst]
    sections = ""
    for rank, (name, members) in enumerate(groupby(zip(slides, numbers, strict=True), lambda pair: pair[0].section)):
        listed = "".join(f'<p14:sldId id="{number}"/>' for _, number in members)
        key = str(uuid5(SECTIONS, f"{rank} {name}")).upper()
        sections += (
            f'<p14:section name="{said(name)}" id="{{{key}}}"><p14:sldIdLst>{listed}</p14:sldIdLst></p14:section>'
        )
    found = f'<p14:sectionLst xmlns:p14="{MAIN_2010}">{sections}</p14:sectionLst>'
    for old in deck.element.xpath("./p:extLst"):
        deck.element.remove(old)
    deck.element.append(parse_xml(f'<p:extLst {NAMESPACES}><p:ext uri="{SECTION_LIST}">{found}</p:ext></p:extLst>'))


def _background(theme: Theme) -> str:
    return f"<p:bg {NAMESPACES}><p:bgPr>{fill(theme.map.background)}<a:effectLst/></p:bgPr></p:bg>"


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
