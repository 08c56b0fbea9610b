"""Qt shapes the text of a PDF: kerning, Arabic and Persian, and other faces where the shipped ones lack a letter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QGlyphRun, QRawFont, QTextLayout, QTextOption, QTransform

from desktop.canvas.painter import EM, font
from graphdata.drawing import Points
from graphdata.export.pdf import Face, Glyph, Line, Run
from graphdata.export.pdf.shaping import in_reading_order

TABLES: Final = ("head", "hhea", "maxp", "hmtx", "loca", "glyf", "cvt ", "fpgm", "prep")
EVERYTHING: Final = QTextLayout.GlyphRunRetrievalFlag.RetrieveAll
FROM_THE_LEFT: Final = QTextOption()  # as in SVG: a line that begins with a Persian name is still a line of English
FROM_THE_LEFT.setTextDirection(Qt.LayoutDirection.LeftToRight)
_faces: Final[dict[tuple[str, str], Face]] = {}


@lru_cache(maxsize=8192)
def typeset(text: str, bold: bool) -> Line:
    """Return a line of text as glyphs, in ems."""
    layout = QTextLayout(text, font(bold))
    layout.setTextOption(FROM_THE_LEFT)
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    found = sorted(layout.glyphRuns(-1, -1, EVERYTHING), key=_start)  # Qt's own order changes with every process
    runs = in_reading_order([_run(run, layout, line.ascent()) for run in found])
    return Line(runs, line.horizontalAdvance() / EM)


def _start(run: QGlyphRun) -> tuple[tuple[float, float], str, list[int]]:
    """Return where the leftmost glyph of a run stands; a sign without width may share that with another run."""
    place = min(((at.x(), at.y()) for at in run.positions()), default=(0.0, 0.0))
    return place, run.rawFont().familyName(), run.glyphIndexes()


def _run(found: QGlyphRun, layout: QTextLayout, baseline: float) -> Run:
    """Return a run of one face; one whose outlines are not TrueType cannot be embedded, so its glyphs are drawn."""
    raw, numbers = found.rawFont(), found.glyphIndexes()
    places = [(at.x() / EM, (baseline - at.y()) / EM) for at in found.positions()]
    face = _face(raw)
    if not face.has_outlines:
        return Run(face, (), tuple(_outlines(raw, numbers, places)))
    letters = _letters(found, layout)
    return Run(face, tuple(Glyph(n, x, y, t) for n, (x, y), t in zip(numbers, places, letters, strict=True)))


def _face(raw: QRawFont) -> Face:
    """Return the face of a font, its tables read once."""
    key = (raw.familyName(), raw.styleName())
    if key not in _faces:
        name = "-".join(part.replace(" ", "") for part in key if part)
        _faces[key] = Face(name, {table: bytes(raw.fontTable(table).data()) for table in TABLES})
    return _faces[key]


def _letters(run: QGlyphRun, layout: QTextLayout) -> list[str]:
    """Return the letters that each glyph shows: by the font where each stands for one, else asked one by one.

    Qt can tell for whole runs as well, but counts wrongly behind a letter of another face.
    """
    text, raw, numbers = layout.text(), run.rawFont(), run.glyphIndexes()
    single = {raw.glyphIndexesForString(letter)[0]: letter for letter in dict.fromkeys(text)}
    if all(number in single for number in numbers):
        return [single[number] for number in numbers]
    shown: dict[tuple[int, float], str] = {}
    for at, letter in enumerate(text):
        for part in layout.glyphRuns(at, 1, EVERYTHING):
            for number, place in zip(part.glyphIndexes(), part.positions(), strict=True):
                shown[number, place.x()] = shown.get((number, place.x()), "") + letter
    return [shown.get((number, place.x()), "") for number, place in zip(numbers, run.positions(), strict=True)]


def _outlines(raw: QRawFont, numbers: Sequence[int], places: Sequence[tuple[float, float]]) -> Iterator[Points]:
    """Yield the outlines of glyphs, in ems, y downwards."""
    for number, (x, y) in zip(numbers, places, strict=True):
        for outline in raw.pathForGlyph(number).toSubpathPolygons(QTransform()):
            points = (outline.at(rank) for rank in range(outline.size()))
            yield np.array([(point.x() / EM + x, point.y() / EM - y) for point in points])
