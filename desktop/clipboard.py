"""A picture on the clipboard: as pixels for slides and messages, as SVG for programs that draw."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage

from desktop.export.formats import SLIDE
from desktop.picture_file import Picture
from desktop.session import Session
from graphdata.marking import raised_marking
from graphdata.sheet import Request
from graphdata.style import Theme

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


def slide_of(session: Session, theme: Theme, marking: str = "") -> Picture:
    """Return what is on show as a slide; the marking of a view shown again stays where it is the higher one."""
    raised = raised_marking(session.view, marking)
    pins = tuple(session.pins)
    wanted = Request(SLIDE.aspect, theme, pins=pins, marking=raised, arrangement=session.arrangement)
    return Picture(session.view, session.ties, session.positions, wanted, SLIDE)


def copied(picture: Picture) -> Copy:
    """Return a picture as a slide in both forms; nothing in it opens again, since a clipboard has many readers."""
    from desktop.export.raster import to_png
    from graphdata.export.svg import to_svg

    drawing = picture.drawing
    return Copy(to_png(drawing, *SLIDE.pixels, SLIDE.dots_per_inch), to_svg(drawing))
