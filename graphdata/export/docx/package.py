"""A document as a file: the only place that knows python-docx, which lends the package and its styles."""

from __future__ import annotations

import io
from typing import Any, Final

from graphdata.directions import marked
from graphdata.export.docx.markup import FAINT, LINK, NAMESPACE, blocks_in
from graphdata.export.properties import app_properties, core_of
from graphdata.export.repacking import repacked
from graphdata.export.xml_text import said
from graphdata.marking import marking_colours
from graphdata.paper import Paper

FONT: Final = "Arial"  # on every machine that opens documents, in Latin, Cyrillic and Arabic letters
PAGE_MM: Final = (210.0, 297.0)
MARGINS_MM: Final = (16.0, 20.0)  # at the sides; above and below
INK, MUTED, BLUE = "14202B", "44525E", "0B4A8F"
HEADINGS: Final = {1: (20.0, 0.0, INK), 2: (14.0, 18.0, INK), 3: (11.0, 12.0, MUTED), 4: (10.5, 9.0, INK)}
LEFT_OUT: Final = ("thumbnail", "customXml", "stylesWithEffects")  # what the template brings from a stranger's machine
KEPT_TABLES: Final = ("TableNormal",)


def to_docx(paper: Paper) -> bytes:
    """Return the document as a DOCX file; the same document gives the same bytes."""
    from docx import Document
    from docx.oxml import parse_xml

    made = Document()
    _clear(made)
    _lay_out(made.sections[0])
    _dress(made.styles)
    for holder, pages in ((made.sections[0].header, False), (made.sections[0].footer, True)):
        _band(holder, paper, pages)
    body = made.element.body
    end = body.sectPr
    for block in blocks_in(paper):
        end.addprevious(parse_xml(block))
    held = io.BytesIO()
    made.save(held)
    core = core_of(paper.title, paper.subject, paper.keywords, paper.marking, paper.remark)
    return repacked(held.getvalue(), {"docProps/core.xml": core, "docProps/app.xml": app_properties()})


def _clear(made: Any) -> None:  # noqa: ANN401  python-docx is typed in part only
    """Leave out what the template points to that is none of ours, and the tracks of those who edited it."""
    for owner in (made.part, made.part.package):
        for name in [name for name, rel in owner.rels.items() if rel.reltype.endswith(LEFT_OUT)]:
            owner.rels.pop(name)
    settings = made.settings.element
    for each in settings.xpath("./w:rsids | ./w:proofState | ./w:savePreviewPicture"):
        settings.remove(each)
    styles = made.styles.element
    for each in styles.xpath("./w:style[@w:type='table']"):
        if each.styleId not in KEPT_TABLES:
            styles.remove(each)
    section = made.element.body.sectPr
    for name in list(section.attrib):
        del section.attrib[name]


def _lay_out(section: Any) -> None:  # noqa: ANN401
    """Make the page A4 with narrow margins."""
    from docx.shared import Mm

    section.page_width, section.page_height = Mm(PAGE_MM[0]), Mm(PAGE_MM[1])
    section.left_margin = section.right_margin = Mm(MARGINS_MM[0])
    section.top_margin = section.bottom_margin = Mm(MARGINS_MM[1])
    section.header_distance = section.footer_distance = Mm(8.0)


def _dress(styles: Any) -> None:  # noqa: ANN401
    """Give the styles our fonts and sizes, and add our own, so that a reader can restyle the whole at once."""
    from docx.enum.style import WD_STYLE_TYPE

    _set(styles["Normal"], 9.5, INK, after=2.0)
    for level, (size, before, colour) in HEADINGS.items():
        _set(styles[f"Heading {level}"], size, colour, before=before, after=2.0, bold=True)
    for name, base, size, colour in (
        ("Fact", "Normal", 9.5, INK),
        ("Lead", "Normal", 9.5, INK),
        ("Small Print", "Normal", 8.5, INK),
        ("Table Text", "Normal", 8.0, INK),
        ("Table Head", "Table Text", 8.0, INK),
    ):
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles[base]
        _set(style, size, colour, after=1.0 if name == "Small Print" else 0.0)
    styles["Lead"].paragraph_format.space_before = _points(5.0)
    styles["Small Print"].paragraph_format.space_before = _points(2.0)  # off the table above it
    styles["Lead"].paragraph_format.space_after = _points(2.0)
    styles["Table Head"].font.bold = True
    for name in ("Fact", "Lead", "Table Head"):
        styles[name].paragraph_format.keep_with_next = True
    link = styles.add_style(LINK, WD_STYLE_TYPE.CHARACTER)
    link.font.color.rgb = _colour(BLUE)


def _set(style: Any, size: float, colour: str, before: float = 0.0, after: float = 0.0, bold: bool = False) -> None:  # noqa: ANN401
    """Set the font of every script, and the room round a paragraph."""
    from docx.oxml.ns import qn

    style.font.size, style.font.bold, style.font.italic = _points(size), bold or None, None
    style.font.color.rgb = _colour(colour)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(script), FONT)
    _set_complex(style, size)
    style.paragraph_format.space_before, style.paragraph_format.space_after = _points(before), _points(after)
    style.paragraph_format.line_spacing = 1.08


def _set_complex(style: Any, size: float) -> None:  # noqa: ANN401
    """Set the size of letters from the right, which Word keeps apart."""
    from docx.oxml import parse_xml

    look = style.element.get_or_add_rPr()
    for old in look.xpath("./w:szCs"):
        look.remove(old)
    look.xpath("./w:sz")[0].addnext(parse_xml(f'<w:szCs {NAMESPACE} w:val="{round(size * 2)}"/>'))


def _points(size: float) -> Any:  # noqa: ANN401
    from docx.shared import Pt

    return Pt(size)


def _colour(colour: str) -> Any:  # noqa: ANN401
    from docx.shared import RGBColor

    return RGBColor.from_string(colour)


def _band(holder: Any, paper: Paper, pages: bool) -> None:  # noqa: ANN401
    """Put the marking to the right of a head or foot, 12 points on black, and to the left what the document is."""
    from docx.oxml import parse_xml

    holder.is_linked_to_previous = False
    old = holder.paragraphs[0]._p  # noqa: SLF001  python-docx gives no other way to an element
    room = round((PAGE_MM[0] - 2 * MARGINS_MM[0]) / 25.4 * 1440)
    numbers = f"{_words(' · page ')}{_field('PAGE')}{_words(' of ')}{_field('NUMPAGES')}" if pages else ""
    old.getparent().replace(
        old,
        parse_xml(
            f'<w:p {NAMESPACE}><w:pPr><w:tabs><w:tab w:val="right" w:pos="{room}"/></w:tabs></w:pPr>'
            f"{_words(paper.foot)}{numbers}<w:r><w:tab/></w:r>{_marking(paper.marking)}</w:p>"
        ),
    )


def _marking(marking: str) -> str:
    look = (
        f'<w:b/><w:bCs/><w:color w:val="{marking_colours(marking).lstrip("#")}"/><w:sz w:val="24"/><w:szCs w:val="24"/>'
        '<w:shd w:val="clear" w:color="auto" w:fill="000000"/>'
    )
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve"> {said(marked(marking))} </w:t></w:r>'


def _words(text: str) -> str:
    return f'<w:r><w:rPr>{_small()}</w:rPr><w:t xml:space="preserve">{said(marked(text))}</w:t></w:r>'


def _field(name: str) -> str:
    return f'<w:fldSimple w:instr=" {name} "><w:r><w:rPr>{_small()}</w:rPr><w:t>1</w:t></w:r></w:fldSimple>'


def _small() -> str:
    return f'<w:color w:val="{FAINT}"/><w:sz w:val="16"/><w:szCs w:val="16"/>'
