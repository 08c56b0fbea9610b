"""DrawingML in small pieces: plain values in, well-formed XML out; text from data is escaped here and only here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, Literal, NamedTuple
from unicodedata import bidirectional

from graphdata.export.xml_text import said
from graphdata.typeface import LINE

Box = tuple[float, float, float, float]  # left, top, right, bottom, in points
Align = Literal["l", "ctr", "r"]
POINT: Final = 12700  # English metric units
NUMBER: Final = "‹#›"
PICTURE: Final = "#picture"  # stands for the slide's picture until the package numbers it
NUMBER_FIELD: Final = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"  # any number of this form; the same gives the same file
WIDE_NUMBER: Final = 1.6  # room of a number in a wide font, beside what ours needs: no word goes a whole inch on
NO_INSETS: Final = (0.0, 0.0, 0.0, 0.0)


class Face(NamedTuple):
    """How a text is set."""

    size: float
    colour: str
    bold: bool = False


class Named(NamedTuple):
    """What a shape is: its number on the slide, its name in the selection pane, and the words that stand for it."""

    id: int
    name: str
    words: str

    @property
    def xml(self) -> str:
        """The shape's identity as an element."""
        return f'<p:cNvPr id="{self.id}" name="{said(self.name)}" descr="{said(self.words)}"/>'


def emu(points: float) -> int:
    """Return a length in English metric units."""
    return round(points * POINT)


def rgb(colour: str, opacity: float = 1.0) -> str:
    """Return a fixed colour: one of the theme would change its meaning in another deck."""
    alpha = f'<a:alpha val="{round(opacity * 100_000)}"/>' if opacity < 1.0 else ""
    return f'<a:srgbClr val="{colour.lstrip("#")}">{alpha}</a:srgbClr>'


def fill(colour: str, opacity: float = 1.0) -> str:
    """Return a plain filling, or none where no colour is given."""
    return f"<a:solidFill>{rgb(colour, opacity)}</a:solidFill>" if colour else "<a:noFill/>"


def pen(colour: str, width: float, pattern: str = "", ends: str = "", attributes: str = "") -> str:
    """Return a line's colour, width, pattern and ends."""
    if not colour or not width:
        return "<a:ln><a:noFill/></a:ln>"
    return f'<a:ln w="{emu(width)}"{attributes}>{fill(colour)}{pattern}<a:round/>{ends}</a:ln>'


def frame(box: Box, flips: str = "", tag: str = "a:xfrm", inside: bool = False) -> str:
    """Return where something lies; a group also says that what is inside it is measured on the slide."""
    left, top = emu(box[0]), emu(box[1])
    wide, high = emu(box[2]) - left, emu(box[3]) - top
    child = f'<a:chOff x="{left}" y="{top}"/><a:chExt cx="{wide}" cy="{high}"/>' if inside else ""
    return f'<{tag}{flips}><a:off x="{left}" y="{top}"/><a:ext cx="{wide}" cy="{high}"/>{child}</{tag}>'


def preset(name: str) -> str:
    """Return one of PowerPoint's own outlines."""
    return f'<a:prstGeom prst="{name}"><a:avLst/></a:prstGeom>'


def run(text: str, face: Face, link: str = "") -> str:
    """Return words set in one face, leading somewhere where a link is given; names are no spelling mistakes."""
    return f"<a:r>{_face(face, link)}<a:t>{said(text)}</a:t></a:r>"


def _face(face: Face, link: str = "") -> str:
    """Return how a run is set; without a colour it is set as its placeholder is in the deck's own template."""
    looks = f' b="{int(face.bold)}"' if face.colour else ""
    colour = fill(face.colour) if face.colour else ""
    line = ' u="none"' if link else ""  # PowerPoint underlines links all the same
    return (
        f'<a:rPr lang="en-GB" sz="{round(face.size * 100)}"{looks} noProof="1" dirty="0"{line}>{colour}{link}</a:rPr>'
    )


def slide_number(face: Face) -> str:
    """Return the slide's number as a field that counts by itself; the package writes in what it is today."""
    return f'<a:fld id="{NUMBER_FIELD}" type="slidenum">{_face(face)}<a:t>{NUMBER}</a:t></a:fld>'


def paragraph(
    runs: str, text: str = "", align: Align = "l", pitch: float = 0.0, hang: float = 0.0, after: float = 0.0
) -> str:
    """Return a paragraph; its text tells whether it runs from right to left, the pitch is exact whatever the font."""
    turned = is_rtl(text)
    side = {"l": "r", "r": "l"}.get(align, align) if turned else align
    indent = f' marL="{emu(hang)}" indent="{-emu(hang)}"' if hang else ' marL="0" indent="0"'
    lines = f'<a:lnSpc><a:spcPts val="{round(pitch * 100)}"/></a:lnSpc>' if pitch else ""
    space = f'<a:spcBef><a:spcPts val="0"/></a:spcBef><a:spcAft><a:spcPts val="{round(after * 100)}"/></a:spcAft>'
    stops = (f'<a:tab pos="{emu(hang * far)}" algn="l"/>' for far in (1.0, WIDE_NUMBER))
    tab = f"<a:tabLst>{''.join(stops)}</a:tabLst>" if hang else ""
    rtl = ' rtl="1"' if turned else ""
    return f'<a:p><a:pPr{indent} algn="{side}"{rtl}>{lines}{space}<a:buNone/>{tab}</a:pPr>{runs}</a:p>'


def is_rtl(text: str) -> bool:
    """Return whether the first letter that has a direction runs from right to left."""
    return next((way for way in map(bidirectional, text) if way in ("L", "R", "AL")), "L") != "L"


def lines_of(lines: Sequence[str], face: Face, align: Align = "l", pitch: float = 0.0) -> str:
    """Return lines that were broken beforehand as one paragraph."""
    exact = pitch or face.size * LINE
    return paragraph("<a:br/>".join(run(line, face) for line in lines), " ".join(lines), align, exact)


def body(
    paragraphs: Iterable[str], anchor: str = "t", wrap: bool = True, insets: Box = NO_INSETS, tag: str = "p:txBody"
) -> str:
    """Return the text of a shape; its size is what it was measured to be, nothing grows or shrinks by itself."""
    left, top, right, bottom = map(emu, insets)
    wrapped = "square" if wrap else "none"
    room = f'wrap="{wrapped}" lIns="{left}" tIns="{top}" rIns="{right}" bIns="{bottom}" rtlCol="0" anchor="{anchor}"'
    return f"<{tag}><a:bodyPr {room}><a:noAutofit/></a:bodyPr><a:lstStyle/>{''.join(paragraphs)}</{tag}>"


def shape(named: Named, placed: str, geometry: str, paint: str, text: str = "", role: str = "") -> str:
    """Return a shape; its role says whether it is a text box or a placeholder."""
    locks = '<p:cNvSpPr txBox="1"/>' if role == "text" else "<p:cNvSpPr/>"
    holds = '<p:nvPr><p:ph type="title"/></p:nvPr>' if role == "title" else "<p:nvPr/>"
    looks = f"<p:spPr>{placed}{geometry}{paint}</p:spPr>"
    return f"<p:sp><p:nvSpPr>{named.xml}{locks}{holds}</p:nvSpPr>{looks}{text}</p:sp>"


def text_box(named: Named, box: Box, text: str, paint: str = "", role: str = "text") -> str:
    """Return a box of text."""
    return shape(named, frame(box), preset("rect"), paint or "<a:noFill/>", text, role)


def group(named: Named, box: Box, members: Iterable[str]) -> str:
    """Return shapes that move together."""
    head = f"<p:nvGrpSpPr>{named.xml}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
    return f"<p:grpSp>{head}<p:grpSpPr>{frame(box, inside=True)}</p:grpSpPr>{''.join(members)}</p:grpSp>"


def picture(named: Named, box: Box) -> str:
    """Return the slide's picture; the package puts in its number."""
    head = f'<p:nvPicPr>{named.xml}<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr>'
    blip = f'<p:blipFill><a:blip r:embed="{PICTURE}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
    return f"<p:pic>{head}{blip}<p:spPr>{frame(box)}{preset('rect')}</p:spPr></p:pic>"
