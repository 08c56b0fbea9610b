"""A picture on the clipboard: as pixels for slides and messages, as SVG for programs that draw."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage

from desktop.export.formats import SLIDE
from desktop.picture_file import Picture

SVG: str = "image/svg+xml"
PNG: str = "image/png"


class Copy(NamedTuple):
    """A picture in the two forms that other programs take."""

    png: bytes
    svg: bytes

    @property
    def mime(self) -> QMimeData:
        """What the clipboard holds; made on the window's thread."""
        data = QMimeData()
        data.setData(PNG, self.png)
        data.setData(SVG, self.svg)
        data.setImageData(QImage.fromData(self.png))
        return data


def copied(picture: Picture) -> Copy:
    """Return a picture as a slide in both forms; nothing in it opens again, since a clipboard has many readers."""
    from desktop.export.raster import to_png
    from graphdata.export.svg import to_svg

    drawing = picture.drawing
    return Copy(to_png(drawing, *SLIDE.pixels, SLIDE.dots_per_inch), to_svg(drawing))
