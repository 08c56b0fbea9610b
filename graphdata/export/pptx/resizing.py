"""Slides are laid out 7.5 inches high; for a template of another size every length and letter is scaled alike."""

from __future__ import annotations

from typing import Any, Final

MAIN: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
LENGTHS: Final[dict[str, tuple[str, ...]]] = {
    "off": ("x", "y"),
    "ext": ("cx", "cy"),
    "chOff": ("x", "y"),
    "chExt": ("cx", "cy"),
    "pos": ("x", "y"),
    "pt": ("x", "y"),
    "path": ("w", "h"),
    "ln": ("w",),
    "lnL": ("w",),
    "lnR": ("w",),
    "lnT": ("w",),
    "lnB": ("w",),
    "pPr": ("marL", "indent"),
    "tab": ("pos",),
    "bodyPr": ("lIns", "tIns", "rIns", "bIns"),
    "spcPts": ("val",),
    "gridCol": ("w",),
    "tr": ("h",),
    "tcPr": ("marL", "marR", "marT", "marB"),
}
LETTERS: Final = ("rPr", "endParaRPr")


def resize(tree: Any, share: float, letters: float) -> None:  # noqa: ANN401  lxml's elements
    """Scale the shapes of a slide in place, and their letters by a share of their own."""
    if share == 1.0 and letters == 1.0:
        return
    for element in tree.iter(f"{MAIN}*"):
        name = element.tag.rpartition("}")[2]
        for attribute in LENGTHS.get(name, ()):
            if attribute in element.attrib:
                element.set(attribute, str(round(int(element.get(attribute)) * share)))
        if name in LETTERS and "sz" in element.attrib:
            element.set("sz", str(max(100, round(int(element.get("sz")) * letters))))
