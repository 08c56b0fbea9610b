"""The colour on which a template's slides stand, how wide its letters run, and which theme can be read on it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final

from msgspec.structs import replace

from graphdata.export.pptx.resizing import MAIN
from graphdata.style import Theme
from graphdata.vocabulary import DOMAINS

LINE_CONTRAST: Final = 2.5  # of a line's colour to its ground; below it a map needs a ground of its own
TEXT_CONTRAST: Final = 7.0
WIDER: Final = {  # known letters wider than ours, by how much; unknown ones are taken to be as wide
    "Verdana": 1.1, "DejaVu Sans": 1.08, "Century Gothic": 1.06, "Lucida Sans": 1.05, "Courier New": 1.25,
    "Lucida Console": 1.25, "Consolas": 1.15, "Arial Black": 1.25, "Bookman Old Style": 1.06,
    "Montserrat": 1.1, "Poppins": 1.08,
}  # fmt: skip
MAPPED: Final = {"bg1": "lt1", "bg2": "lt2", "tx1": "dk1", "tx2": "dk2"}


def ground_of(layout: Any) -> str:  # noqa: ANN401  python-pptx is typed in part only
    """Return the colour of a layout's slides, an empty text where it is a picture or several colours."""
    for owner in (layout.element, layout.slide_master.element):
        for ground in owner.xpath("./p:cSld/p:bg"):
            return _colour_in(ground, layout)
    return _scheme_colour("bg1", layout)


def _colour_in(ground: Any, layout: Any) -> str:  # noqa: ANN401
    """Return the one colour of a background."""
    reference = next(ground.iterchildren("{*}bgRef"), None)
    if reference is not None and not _is_plain(int(reference.get("idx", "0")), layout):
        return ""
    fills = ground.findall(f"{{*}}bgPr/{MAIN}solidFill") if reference is None else [reference]
    for colour in (each for fill in fills for each in fill):
        name = colour.tag.rpartition("}")[2]
        base = colour.get("val") if name == "srgbClr" else colour.get("lastClr", "")
        base = f"#{base}" if name != "schemeClr" else _scheme_colour(colour.get("val"), layout)
        return _changed(base, colour) if re.fullmatch(r"#[0-9A-Fa-f]{6}", base) else ""
    return ""


def _is_plain(number: int, layout: Any) -> bool:  # noqa: ANN401
    """Return whether one of the theme's backgrounds, counted from 1001, is one colour."""
    fills = re.search(r"<a:bgFillStyleLst>(.*?)</a:bgFillStyleLst>", _theme_xml(layout), re.DOTALL)
    kinds = re.findall(r"<a:(solidFill|gradFill|blipFill|pattFill|noFill)[ />]", fills[1]) if fills else []
    return number < 1001 or (number - 1001 < len(kinds) and kinds[number - 1001] == "solidFill")


def _scheme_colour(name: str, layout: Any) -> str:  # noqa: ANN401
    """Return a colour of the theme by the name that the master gives it."""
    mapped = layout.slide_master.element.xpath(f"./p:clrMap/@{name}") if name in MAPPED else []
    slot = str(mapped[0]) if mapped else MAPPED.get(name, name)
    found = re.search(rf"<a:{slot}>.*?(?:lastClr|srgbClr val)=\"([0-9A-Fa-f]{{6}})\"", _theme_xml(layout), re.DOTALL)
    return f"#{found[1]}" if found else ""


def _theme_xml(layout: Any) -> str:  # noqa: ANN401
    """Return the theme of a layout's master as text."""
    from pptx.opc.constants import RELATIONSHIP_TYPE

    return str(layout.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME).blob.decode("utf-8", "replace"))


def _changed(colour: str, element: Any) -> str:  # noqa: ANN401
    """Return a colour made lighter or darker as its element says; other changes are too slight to matter here."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255.0 for at in (1, 3, 5))
    for change in element:
        name, share = change.tag.rpartition("}")[2], int(change.get("val", "100000")) / 100_000.0
        if name in ("lumMod", "shade"):
            red, green, blue = red * share, green * share, blue * share
        elif name == "lumOff":
            red, green, blue = (min(1.0, each + share) for each in (red, green, blue))
        elif name == "tint":
            red, green, blue = (1.0 - (1.0 - each) * share for each in (red, green, blue))
    return "#" + "".join(f"{round(each * 255):02X}" for each in (red, green, blue))


def letters_of(layout: Any) -> float:  # noqa: ANN401
    """Return by how much letters are made smaller, so that a wide font stays in the room that was measured for it."""
    fonts = re.search(r"<a:minorFont>\s*<a:latin typeface=\"([^\"]*)\"", _theme_xml(layout))
    return 1.0 / WIDER.get(fonts[1] if fonts else "", 1.0)


def contrast(one: str, other: str) -> float:
    """Return how well two colours stand apart, 1 to 21 (WCAG 2.2)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255.0 for at in (1, 3, 5)]
    linear = [each / 12.92 if each <= 0.03928 else ((each + 0.055) / 1.055) ** 2.4 for each in parts]
    return sum(weight * each for weight, each in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def theme_on(ground: str, themes: Sequence[Theme]) -> tuple[Theme, bool]:
    """Return the theme that can be read best on a ground, and whether it can do without a ground of its own."""
    if not ground:
        return themes[0], False
    best = max(themes, key=lambda theme: _worst(theme, ground))
    if _worst(best, ground) < LINE_CONTRAST or contrast(best.map.ink, ground) < TEXT_CONTRAST:
        return best, False
    return replace(best, map=replace(best.map, background=ground, plate=ground)), True


def _worst(theme: Theme, ground: str) -> float:
    """Return the contrast of the domain that stands out least."""
    return min(contrast(theme.domain(domain), ground) for domain in DOMAINS)
