"""What a template may bring along: masters, layouts, fonts, colours; no slide, no person, no path, no link outwards."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from typing import Any, Final

OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
P: Final = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
KEPT: Final = ("slideMaster", "slideLayout", "notesMaster", "theme", "themeOverride", "tableStyles", "font", "image")
CHILDREN: Final = ("sldMasterIdLst", "notesMasterIdLst", "sldSz", "notesSz", "embeddedFontLst", "defaultTextStyle")
LONE: Final = ("hlinkClick", "hlinkHover", "hlinkMouseOver", "tags", "custData", "control", "legacyDrawing", "snd")
TREES: Final = ("spTree", "grpSp")
VARIED: Final = ("dt", "ftr", "hdr")  # their words are a person's or a day's
PATHLIKE: Final = re.compile(r"[\\/]|^[A-Za-z]:|\.(?:png|jpe?g|gif|bmp|emf|wmf|svg|tiff?)\b", re.IGNORECASE)
PNG: Final = b"\x89PNG\r\n\x1a\n"
PNG_KEPT: Final = (
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"pHYs", b"sBIT", b"bKGD", b"acTL"
)  # fmt: skip


def clean(deck: Any) -> None:  # noqa: ANN401  python-pptx is typed in part only
    """Take everything out of a presentation that is not its looks."""
    root = deck.element
    for each in list(root):
        if each.tag.rpartition("}")[2] not in CHILDREN:
            root.remove(each)
    for part in _parts(deck):
        _let_go(part)
        _clean_part(part)


def _parts(deck: Any) -> list[Any]:  # noqa: ANN401
    """Return the presentation, its masters, their layouts and themes, each once."""
    found: dict[int, Any] = {}
    waiting = [deck.part]
    while waiting:
        part = waiting.pop()
        if id(part) not in found:
            found[id(part)] = part
            waiting += [rel.target_part for rel in part.rels.values() if not rel.is_external and _is_kept(rel)]
    return list(found.values())


def _is_kept(relation: Any) -> bool:  # noqa: ANN401
    """Return whether a relation leads to something that belongs to the looks."""
    if relation.is_external:
        return False
    name = relation.reltype.rpartition("/")[2]
    vector = name == "image" and str(relation.target_part.partname).lower().endswith(".svg")
    return name in KEPT and not vector


def _let_go(part: Any) -> None:  # noqa: ANN401
    """Cut a part's relations to whatever is not kept, and what uses them."""
    for name in [name for name, relation in part.rels.items() if not _is_kept(relation)]:
        part.rels.pop(name)
        for element in _users(part, name):
            _cut(element, name)


def _users(part: Any, name: str) -> Iterator[Any]:  # noqa: ANN401
    """Yield the elements that use a relation."""
    root = getattr(part, "_element", None)
    if root is not None:
        yield from root.xpath(f"//*[@*[namespace-uri()='{R[1:-1]}' and .='{name}']]")


def _cut(element: Any, name: str) -> None:  # noqa: ANN401
    """Remove what uses a relation: a link alone, a picture's other form alone, else the shape that it is in."""
    tag = element.tag.rpartition("}")[2]
    if tag == "blip" and element.get(f"{R}embed") not in (None, name):
        element.attrib.pop(f"{R}link", None)
        return
    doomed = element
    if tag == "svgBlip":
        doomed = element.getparent()
    elif tag not in LONE:
        while doomed.getparent() is not None and doomed.getparent().tag.rpartition("}")[2] not in (*TREES, "sldMaster"):
            doomed = doomed.getparent()
    if doomed.getparent() is not None:
        doomed.getparent().remove(doomed)


def _clean_part(part: Any) -> None:  # noqa: ANN401
    """Take words, names and notes that speak of a person, a day or a machine out of a part."""
    if str(part.partname).startswith("/ppt/media/"):
        part.blob = without_notes(part.blob)
        return
    root = getattr(part, "_element", None)
    if root is None:
        return
    for holder in root.xpath(" | ".join(f"//p:sp[p:nvSpPr/p:nvPr/p:ph[@type='{kind}']]" for kind in VARIED)):
        for words in holder.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}t"):
            words.text = ""
    for named in root.iter(f"{P}cNvPr"):
        for attribute in ("descr", "title", "name"):
            if PATHLIKE.search(named.get(attribute, "")):
                named.set(attribute, "")
    for each in root.xpath("//p:custDataLst | //p:hf"):
        each.getparent().remove(each)


def without_notes(picture: bytes) -> bytes:
    """Return a PNG or JPEG without what its camera, its program and its owner wrote into it; others as they are."""
    if picture.startswith(PNG):
        return PNG + b"".join(chunk for kind, chunk in _chunks(picture) if kind in PNG_KEPT)
    if picture.startswith(b"\xff\xd8"):
        return _bare_jpeg(picture)
    return picture


def _chunks(picture: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield the kind and the bytes of each chunk of a PNG."""
    at = len(PNG)
    while at + 8 <= len(picture):
        (length,) = struct.unpack(">I", picture[at : at + 4])
        yield picture[at + 4 : at + 8], picture[at : at + length + 12]
        at += length + 12


def _bare_jpeg(picture: bytes) -> bytes:
    """Return a JPEG without comments and without the segments that hold Exif, XMP and the like; colours stay."""
    kept, at = [picture[:2]], 2
    while at + 4 <= len(picture) and picture[at] == 0xFF and picture[at + 1] != 0xDA:
        kind, length = picture[at + 1], int.from_bytes(picture[at + 2 : at + 4], "big") + 2
        if kind not in (0xE1, 0xED, 0xFE, *range(0xE3, 0xED)):
            kept.append(picture[at : at + length])
        at += length
    return b"".join([*kept, picture[at:]])
