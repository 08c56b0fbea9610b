"""Putting a carried text into a finished file, so that the file opens again and looks as before: bytes in, bytes out.

PNG has a text chunk for it, SVG a metadata element, PDF an attachment, slides and documents a custom XML part, the
annex for a browser a block of data. The interactive page brings its own. A file of another kind comes back as it is.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Callable, Sequence
from typing import Final

from graphdata.problems import EntenteError
from graphdata.saved_view import KEY

PNG_HEAD: Final = b"\x89PNG\r\n\x1a\n"
ATTACHMENT: Final = "entente-view.json"


class NotCarriedError(EntenteError):
    """A file that has no place for the view."""


def carrying(data: bytes, suffix: str, text: str) -> bytes:
    """Return the file with a text that carried.embedded_text made; an empty text leaves it as it is."""
    put = _PUT.get(suffix.lower())
    return put(data, text) if put and text else data


def into_png(png: bytes, text: str) -> bytes:
    """Return the picture with the text in a compressed iTXt chunk before its end."""
    end = png.rfind(b"IEND") - 4
    if not png.startswith(PNG_HEAD) or end < 0:
        raise NotCarriedError("This is not a PNG picture, so it cannot carry the view.")
    body = b"iTXt" + KEY.encode() + b"\0\x01\0\0\0" + zlib.compress(text.encode("ascii"), 9)
    chunk = struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
    return png[:end] + chunk + png[end:]


def into_svg(svg: bytes, text: str) -> bytes:
    """Return the drawing with the text in a metadata element at its end."""
    return _before(svg, b"</svg>", b'<metadata id="%s">%s</metadata>' % (KEY.encode(), text.encode("ascii")))


def into_html(page: bytes, text: str) -> bytes:
    """Return a document for a browser with the text as a block of data, which no browser runs, at its end."""
    block = b'<script type="application/json" id="%s">%s</script>' % (KEY.encode(), text.encode("ascii"))
    return _before(page, b"</body>", block)


def _before(data: bytes, mark: bytes, put: bytes) -> bytes:
    place = data.rfind(mark)
    if place < 0:
        raise NotCarriedError(f"The file has no {mark.decode()}, so it cannot carry the view.")
    return data[:place] + put + data[place:]


def into_office(package: bytes, text: str) -> bytes:
    """Return the slides or the document with the text as a custom XML part."""
    return with_views(package, (text,))


def with_views(package: bytes, texts: Sequence[str]) -> bytes:
    """Return slides that hold several views with a text for each; without texts they come back as they are."""
    from graphdata.export.carried_part import with_parts  # repacks: only where a package is written

    return with_parts(package, texts) if texts else package


def into_pdf(pdf: bytes, text: str) -> bytes:
    """Return the PDF with the text as an attachment, appended as an update: what was there stays as it was."""
    root, size, before = _trailer(pdf)
    catalogue, names = _last_object(pdf, root), size + 2
    packed = zlib.compress(text.encode("ascii"), 9)
    stream = b"<</Type/EmbeddedFile/Subtype/application#2Fjson/Filter/FlateDecode/Length %d/Params<</Size %d>>>>" % (
        len(packed), len(text),
    )  # fmt: skip
    name = ATTACHMENT.encode()
    new = {
        size: stream + b"\nstream\n" + packed + b"\nendstream",
        size + 1: b"<</Type/Filespec/F(%s)/UF(%s)/EF<</F %d 0 R>>>>" % (name, name, size),
        names: b"<</Names[(%s) %d 0 R]>>" % (name, size + 1),
    }
    held = re.search(rb"/Names\s+(\d+)\s+0\s+R", catalogue)
    if re.search(rb"/Names\s*<<", catalogue):
        new[root] = re.sub(rb"/Names\s*<<", b"/Names<</EmbeddedFiles %d 0 R " % names, catalogue, count=1)
    elif held:
        number = int(held[1])
        new[number] = _with_entry(_last_object(pdf, number), b"/EmbeddedFiles %d 0 R" % names)
    else:
        new[root] = _with_entry(catalogue, b"/Names<</EmbeddedFiles %d 0 R>>" % names)
    return _updated(pdf, new, before)


def _trailer(pdf: bytes) -> tuple[int, int, int]:
    """Return the number of the catalogue, how many objects there are, and where the last table of them starts."""
    tail = pdf[pdf.rfind(b"trailer") :]
    root = re.search(rb"/Root\s+(\d+)\s+0\s+R", tail)
    size = re.search(rb"/Size\s+(\d+)", tail)
    start = re.search(rb"startxref\s+(\d+)", tail)
    if not (root and size and start):
        raise NotCarriedError("The PDF has no table of objects that could be added to, so it cannot carry the view.")
    return int(root[1]), int(size[1]), int(start[1])


def _last_object(pdf: bytes, number: int) -> bytes:
    """Return the dictionary of an object as it was last written."""
    found = re.findall(rb"(?:^|[\r\n])%d 0 obj\s*(<<.*?>>)\s*endobj" % number, pdf, re.DOTALL)
    if not found:
        raise NotCarriedError(f"The PDF has no object {number}, so it cannot carry the view.")
    return bytes(found[-1])


def _with_entry(dictionary: bytes, entry: bytes) -> bytes:
    """Return a dictionary with one entry more."""
    return dictionary[:-2].rstrip() + b"\n" + entry + b"\n>>"


def _updated(pdf: bytes, new: dict[int, bytes], before: int) -> bytes:
    """Return the file with objects appended, and a table of these that points to the one before."""
    out = bytearray(pdf if pdf.endswith(b"\n") else pdf + b"\n")
    table = bytearray(b"xref\n0 1\n0000000000 65535 f \n")
    for number in sorted(new):
        table += b"%d 1\n%010d 00000 n \n" % (number, len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, new[number])
    start = len(out)
    trailer = re.sub(rb"\s*/(?:Size|Prev)\s+\d+", b"", _trailer_entries(pdf))
    size = max(*new, _trailer(pdf)[1] - 1) + 1
    out += table + b"trailer\n<<\n/Size %d\n/Prev %d\n%s\n>>\nstartxref\n%d\n%%%%EOF\n" % (size, before, trailer, start)
    return bytes(out)


def _trailer_entries(pdf: bytes) -> bytes:
    """Return what stands in the last trailer."""
    tail = pdf[pdf.rfind(b"trailer") : pdf.rfind(b"startxref")]
    return tail[tail.find(b"<<") + 2 : tail.rfind(b">>")].strip()


_PUT: Final[dict[str, Callable[[bytes, str], bytes]]] = {
    ".png": into_png,
    ".svg": into_svg,
    ".pdf": into_pdf,
    ".pptx": into_office,
    ".docx": into_office,
    ".html": into_html,
}
