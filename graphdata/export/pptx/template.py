"""The user's own template: its master, layouts, fonts, colours and size, and where it leaves room for a map.

Its own slides are left out, and so is everything that tells of its owner. The layout that has a title and least else is
used. Lengths are measured in points of a slide 7.5 inches high, as all slides are laid out.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from graphdata.export.pptx.frame import HEIGHT, MARGIN, RIM, Format, Holder
from graphdata.export.pptx.markup import POINT, Align, Box
from graphdata.export.pptx.outfit import Outfit
from graphdata.export.pptx.resizing import MAIN
from graphdata.export.pptx.template_cleaning import clean
from graphdata.export.pptx.template_file import TemplateError, opened_package
from graphdata.export.pptx.template_looks import ground_of, letters_of

SIDES: Final[dict[str, Align]] = {"ctr": "ctr", "r": "r"}
LARGEST_TITLE: Final = 30.0
USUAL_TITLE: Final = 44.0
HEAD, FOOT = (
    0.3,
    0.75,
)  # shares of the height above and below which a piece of the design stands at the head or the foot
GROUND: Final = 0.5  # share of the slide from which a piece of the design is its ground
BAR: Final = 0.25
AIR: Final = 6.0
LEAST_TITLE: Final = 24.0  # points that a title takes above a rule
OWN: Final = ("title", "sldNum", "dt", "ftr")


class Template(NamedTuple):
    """An empty deck, how its slides are laid out, and its ground; an empty ground is one of several colours."""

    outfit: Outfit
    form: Format
    ground: str


def template_of(content: bytes) -> Template:
    """Return the template that a file holds; raises TemplateError where it cannot be used."""
    from pptx.exc import PythonPptxError

    package = opened_package(content)
    try:
        return _read(package)
    except (PythonPptxError, SyntaxError, KeyError, ValueError, AttributeError, IndexError, TypeError) as fault:
        said = f"{type(fault).__name__}: {str(fault)[:120]}"
        raise TemplateError(f"The template is damaged ({said}). Open and save it in PowerPoint first.") from None


def _read(package: bytes) -> Template:
    """Return the template in a package."""
    deck = _opened(package)
    layout = _layout(deck)
    wide, high = deck.slide_width, deck.slide_height
    share = min(wide, high) / (HEIGHT * POINT)
    measured = _Measured(share * POINT, wide / (share * POINT), high / (share * POINT))
    form = _format(layout, measured)
    ground = "" if _covered(layout, measured, form) else ground_of(layout)
    clean(deck)
    _add_properties(deck)
    return Template(Outfit(deck, layout, False, share, share * letters_of(layout)), form, ground)


class _Measured(NamedTuple):
    """The unit of a template in its own English metric units, and its size in points of ours."""

    unit: float
    width: float
    height: float

    def box(self, shape: Any) -> Box:  # noqa: ANN401  python-pptx is typed in part only
        """Return where a shape lies."""
        left, top, wide, high = (value or 0 for value in (shape.left, shape.top, shape.width, shape.height))
        return (left / self.unit, top / self.unit, (left + wide) / self.unit, (top + high) / self.unit)


def _opened(package: bytes) -> Any:  # noqa: ANN401
    """Return the presentation without its slides, with a master for its notes."""
    from pptx import Presentation

    deck = Presentation(io.BytesIO(package))
    for each in list(deck.element.sldIdLst if deck.element.sldIdLst is not None else ()):
        deck.part.drop_rel(each.rId)
        deck.element.sldIdLst.remove(each)
    _ = deck.notes_master
    return deck


def _layout(deck: Any) -> Any:  # noqa: ANN401
    """Return the layout with a title and the fewest other places to fill, the one called "title only" first."""
    found = [each for master in deck.slide_masters for each in master.slide_layouts if _title_in(each) is not None]
    if not found:
        raise TemplateError(
            "No layout of the template has a title. Add a title to one of them (View > Slide Master), and save it."
        )
    return min(found, key=lambda each: (each.element.get("type") != "titleOnly", _others(each)))


def _kind(holder: Any) -> str:  # noqa: ANN401
    """Return what a placeholder is for."""
    return str(holder.element.xpath(".//p:nvPr/p:ph")[0].get("type", "body"))


def _title_in(layout: Any) -> Any:  # noqa: ANN401
    """Return a layout's title, nothing where it has none."""
    return next((each for each in layout.placeholders if _kind(each) == "title"), None)


def _others(layout: Any) -> int:  # noqa: ANN401
    return sum(1 for each in layout.placeholders if _kind(each) not in OWN)


def _format(layout: Any, measured: _Measured) -> Format:  # noqa: ANN401
    """Return how slides are laid out round the template's design."""
    pieces = [box for box in _pieces(layout, measured) if not _is_ground(box, measured)]
    wide, high = measured.width, measured.height
    heads = [box for box in pieces if box[3] <= HEAD * high]
    feet = [box[1] for box in pieces if box[1] >= FOOT * high and box[3] - box[1] < BAR * high]
    bars = [box for box in pieces if box[3] - box[1] > GROUND * high and box[2] - box[0] < BAR * wide]
    left = max([MARGIN, *(box[2] + AIR for box in bars if box[0] < BAR * wide)])
    right = max([MARGIN, *(wide - box[0] + AIR for box in bars if box[2] > wide - BAR * wide)])
    bottom = max([RIM, *(high - top + AIR for top in feet)])
    corner = [box[0] - AIR for box in heads if box[2] > 0.75 * wide and box[2] - box[0] < BAR * wide]
    edges = (left, RIM, right, bottom)
    holder = _holder(layout, measured, edges)
    across = [box for box in heads if box[2] - box[0] > GROUND * wide]
    rules = [box for box in across if box[1] >= holder.box[1] + LEAST_TITLE]
    bands = [box for box in across if box[3] - box[1] > MARGIN]
    return Format(
        round(wide, 1), round(high, 1), edges, holder, min(corner, default=0.0),
        max((box[3] + 2.0 for box in (*bands, *rules)), default=0.0), max((box[3] + 2.0 for box in heads), default=0.0),
        rule=min((box[1] for box in rules), default=0.0),
    )  # fmt: skip


def _pieces(layout: Any, measured: _Measured) -> list[Box]:  # noqa: ANN401
    """Return where the design of the layout and of its master has something that is no placeholder."""
    owners = [layout] if layout.element.get("showMasterSp") in ("0", "false") else [layout, layout.slide_master]
    return [measured.box(shape) for owner in owners for shape in owner.shapes if not shape.is_placeholder]


def _is_ground(box: Box, measured: _Measured) -> bool:
    return (box[2] - box[0]) * (box[3] - box[1]) > GROUND * measured.width * measured.height


def _covered(layout: Any, measured: _Measured, form: Format) -> bool:  # noqa: ANN401
    """Return whether a piece of the design lies under the map."""
    top, air = max(form.clear, HEAD * form.height), 2.0 * AIR
    return any(
        min(box[2], form.right) - max(box[0], form.left) > air and min(box[3], form.bottom) - max(box[1], top) > air
        for box in _pieces(layout, measured)
    )


def _holder(layout: Any, measured: _Measured, edges: Box) -> Holder:  # noqa: ANN401
    """Return where the title stands: where the template has it if that is at the head, else at the top."""
    title = _title_in(layout)
    left, top, right, _ = measured.box(title)
    if top > HEAD * measured.height or right - left < GROUND * measured.width:
        left, top, right = edges[0], RIM, measured.width - edges[2]
    levels = [
        *title.element.xpath(".//a:lstStyle/a:lvl1pPr"),
        *(each for holder in layout.slide_master.placeholders if _kind(holder) == "title"
          for each in holder.element.xpath(".//a:lstStyle/a:lvl1pPr")),
        *layout.slide_master.element.xpath(".//p:titleStyle/a:lvl1pPr"),
    ]  # fmt: skip
    faces = [face for level in levels for face in level.findall(f"{MAIN}defRPr")]
    size = _first(faces, "sz")
    points = min(LARGEST_TITLE, (int(size) / 100.0 if size else USUAL_TITLE) * POINT / measured.unit)
    capitals = _first(faces, "cap") == "all"
    return Holder((left, top, right, top), points, SIDES.get(_first(levels, "algn"), "l"), capitals)


def _first(elements: Sequence[Any], attribute: str) -> str:
    """Return what the first of some elements says, an empty text where none says anything."""
    return next((str(each.get(attribute)) for each in elements if each.get(attribute)), "")


def _add_properties(deck: Any) -> None:  # noqa: ANN401
    """Give the package the two parts that our properties are written into."""
    from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from pptx.opc.package import Part
    from pptx.opc.packuri import PackURI

    package = deck.part.package
    for name, content_type, relation in (
        ("/docProps/core.xml", CONTENT_TYPE.OPC_CORE_PROPERTIES, RELATIONSHIP_TYPE.CORE_PROPERTIES),
        ("/docProps/app.xml", CONTENT_TYPE.OFC_EXTENDED_PROPERTIES, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES),
    ):
        package.relate_to(Part(PackURI(name), content_type, package, b""), relation)
