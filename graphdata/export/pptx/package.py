"""Slides as a file: shapes, links, pictures, notes and sections put into an empty deck."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any, Final
from uuid import UUID, uuid5

from graphdata.export.pptx.links import resolved
from graphdata.export.pptx.markup import NUMBER, PICTURE, fill
from graphdata.export.pptx.outfit import Outfit
from graphdata.export.pptx.page import NAMESPACES, Slide
from graphdata.export.pptx.resizing import resize
from graphdata.export.repacking import repacked
from graphdata.export.xml_text import said
from graphdata.style import Theme

SECTION_LIST: Final = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
MAIN_2010: Final = "http://schemas.microsoft.com/office/powerpoint/2010/main"
SECTIONS: Final = UUID("6ba7b814-9dad-11d1-80b4-00c04fd430c8")  # any: the same sections give the same file


def packed(slides: Sequence[Slide], outfit: Outfit, theme: Theme, properties: Mapping[str, str]) -> bytes:
    """Return the slides as a PPTX file; the same slides give the same bytes."""
    from pptx.oxml import parse_xml

    deck = outfit.deck
    made = [deck.slides.add_slide(outfit.layout) for _ in slides]
    goals = {goal: made[at].part for at, slide in enumerate(slides) for goal in slide.goals}
    for at, slide in enumerate(slides):
        _fill(made[at], slide, outfit, goals, at + 1)
        if outfit.brings_ground:
            made[at].element.cSld.insert(0, parse_xml(_background(theme)))
    _divide(deck, slides)
    held = io.BytesIO()
    deck.save(held)
    return repacked(held.getvalue(), properties)


def _fill(made: Any, slide: Slide, outfit: Outfit, goals: Mapping[str, Any], number: int) -> None:  # noqa: ANN401  python-pptx is typed in part only
    """Fill a slide and its notes."""
    from pptx.opc.constants import RELATIONSHIP_TYPE
    from pptx.oxml import parse_xml

    def relation(goal: str) -> str:
        return str(made.part.relate_to(goals[goal], RELATIONSHIP_TYPE.SLIDE)) if goal in goals else ""

    shapes = resolved(slide.shapes, relation).replace(f"<a:t>{NUMBER}</a:t></a:fld>", f"<a:t>{number}</a:t></a:fld>")
    if slide.picture:
        shapes = shapes.replace(PICTURE, made.part.get_or_add_image_part(io.BytesIO(slide.picture))[1])
    tree = parse_xml(shapes)
    resize(tree, outfit.share, outfit.letters)
    made.element.cSld.replace(made.element.cSld.spTree, tree)
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
    """Return the ground that a dark slide brings into whatever deck it is pasted."""
    return f"<p:bg {NAMESPACES}><p:bgPr>{fill(theme.map.background)}<a:effectLst/></p:bgPr></p:bg>"
