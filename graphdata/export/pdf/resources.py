"""What the pages of a PDF share: faces with the glyphs that are used, see-through paints, shapes that come again."""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Mapping
from typing import Final

from graphdata.export.pdf.objects import Objects, name_of, text_string
from graphdata.export.pdf.shaping import Face, Glyph
from graphdata.export.pdf.truetype import subset

SYMBOLIC: Final = 4  # flag of a face whose glyphs are asked for by number
ROWS: Final = 100  # most rows of one block of a character map
CMAP_HEAD: Final = (
    "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapType 2 def\n/CMapName /Letters def\n"
    "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
    "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
)
CMAP_TAIL: Final = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"


class Resources:
    """Names by which the pages call what they share."""

    def __init__(self) -> None:
        """Begin without any."""
        self._faces: dict[Face, tuple[str, dict[int, str]]] = {}
        self._opacities: dict[str, str] = {}
        self._forms: dict[str, str] = {}
        self._seen: set[str] = set()

    def face(self, face: Face, glyphs: tuple[Glyph, ...]) -> str:
        """Return a face's name, and remember which of its glyphs are used for which letters."""
        name, used = self._faces.setdefault(face, (f"F{len(self._faces)}", {}))
        for glyph in glyphs:
            if not used.get(glyph.number):
                used[glyph.number] = glyph.text
        return name

    def opacity(self, value: float) -> str:
        """Return the name of an opacity."""
        text = f"{value:.2f}"
        return self._opacities.setdefault(text, f"G{len(self._opacities)}")

    def form(self, operators: str) -> str:
        """Return the name of a shape that comes again, and nothing where it comes for the first time.

        Its colours are those in force where it is drawn.
        """
        if operators not in self._seen:
            self._seen.add(operators)
            return ""
        return self._forms.setdefault(operators, f"X{len(self._forms)}")

    def write(self, objects: Objects, number: int, reach: float) -> None:
        """Write everything, the dictionary under its number; no shape is larger than the reach."""
        fonts = {name: _font(objects, face, used) for face, (name, used) in self._faces.items()}
        box = f"/Type/XObject/Subtype/Form/BBox[{-reach:.0f} {-reach:.0f} {reach:.0f} {reach:.0f}]"
        forms = {name: objects.add_stream(data.encode(), box) for data, name in self._forms.items()}
        states = "".join(f"/{name}<</ca {value}/CA {value}>>" for value, name in self._opacities.items())
        listed = f"/Font<<{_references(fonts)}>>/XObject<<{_references(forms)}>>/ExtGState<<{states}>>"
        objects.put(number, f"<<{listed}>>")


def _references(numbers: Mapping[str, int]) -> str:
    return "".join(f"/{name} {number} 0 R" for name, number in numbers.items())


def _font(objects: Objects, face: Face, used: Mapping[int, str]) -> int:
    """Write a face with the glyphs that are used, and return its number."""
    data = subset(face.tables, used)
    tag = "".join(chr(65 + each % 26) for each in hashlib.sha256(data).digest()[:6])
    name = name_of(f"{tag}+{face.name}")
    file = objects.add_stream(data, f"/Length1 {len(data)}")
    descriptor = objects.add(_descriptor(face, name, file))
    widths = " ".join(f"{number}[{face.width(number):.0f}]" for number in sorted(used))
    system = "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
    glyphs = objects.add(
        f"<</Type/Font/Subtype/CIDFontType2/BaseFont{name}{system}/FontDescriptor {descriptor} 0 R"
        f"/W[{widths}]/CIDToGIDMap/Identity>>"
    )
    letters = objects.add_stream(_letters(used).encode())
    return objects.add(
        f"<</Type/Font/Subtype/Type0/BaseFont{name}/Encoding/Identity-H"
        f"/DescendantFonts[{glyphs} 0 R]/ToUnicode {letters} 0 R>>"
    )


def _descriptor(face: Face, name: str, file: int) -> str:
    """Return what a viewer may want to know of a face, in thousandths of an em."""
    box = struct.unpack_from(">4h", face.tables["head"], 36)
    up, down = struct.unpack_from(">2h", face.tables["hhea"], 4)
    low, right, high, ascent, descent = (round(each * 1000 / face.em) for each in (*box[1:], up, down))
    left = round(box[0] * 1000 / face.em)
    return (
        f"<</Type/FontDescriptor/FontName{name}/Flags {SYMBOLIC}/FontBBox[{left} {low} {right} {high}]"
        f"/ItalicAngle 0/Ascent {ascent}/Descent {descent}/CapHeight {ascent}/StemV 80/FontFile2 {file} 0 R>>"
    )


def _letters(used: Mapping[int, str]) -> str:
    """Return the map from glyphs to the letters that they show: what search and copying go by."""
    rows = [f"<{number:04X}> {text_string(text).replace('FEFF', '', 1)}" for number, text in used.items() if text]
    blocks = [rows[at : at + ROWS] for at in range(0, len(rows), ROWS)]
    body = "".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n" for block in blocks)
    return CMAP_HEAD + body + CMAP_TAIL
