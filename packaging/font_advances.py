#!/usr/bin/env python3
"""Write graphdata/advances.json: the advance widths of the shipped fonts, so that text is measured without a screen.

Usage: font_advances.py   (from the project's root; needs fonttools, which the test extra brings)
"""

import json
from pathlib import Path

from fontTools.ttLib import TTFont

FONTS = Path("resources/fonts")
RANGES = (
    (0x20, 0x24F),
    (0x370, 0x3FF),
    (0x400, 0x4FF),
    (0x600, 0x6FF),
    (0x1E00, 0x1EFF),
    (0x2010, 0x2044),
    (0x2190, 0x2265),
    (0x25A0, 0x25FF),
)
FACES = {"regular": "Regular", "bold": "Bold"}


def advances(files: list[Path]) -> dict[str, int]:
    """Return the advance of every code point of the ranges, in thousandths of the font size; the first font wins."""
    found: dict[str, int] = {}
    for file in reversed(files):
        font = TTFont(file)
        scale = 1000 / font["head"].unitsPerEm
        for code, glyph in font.getBestCmap().items():
            if any(low <= code <= high for low, high in RANGES):
                found[chr(code)] = round(font["hmtx"][glyph][0] * scale)
    return dict(sorted(found.items()))


table = {
    face: advances(
        [FONTS / f"NotoSans-{style}.ttf", FONTS / f"NotoSansArabic-{style}.ttf", FONTS / "EntenteSigns-Regular.ttf"]
    )
    for face, style in FACES.items()
}
Path("graphdata/advances.json").write_text(
    json.dumps(table, ensure_ascii=True, separators=(",", ":")), encoding="ascii"
)
