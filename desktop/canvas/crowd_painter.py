"""Paints what is shown of a crowd: the haze, thousands of straight lines, and the batch in front of them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache, partial
from typing import Final

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from desktop.canvas.batch_painter import BatchPainter
from desktop.canvas.picture import bands
from desktop.canvas.pieces import Piece, pause
from desktop.canvas.primitives import draw_lines, to_pixels
from desktop.canvas.sight import Sight
from desktop.canvas.sprites import Sprites
from graphdata.batch.batch import DOMAIN_CODES
from graphdata.batch.strokes import stretches_of
from graphdata.crowd.crowd import Flags, Floats, Ints
from graphdata.crowd.view import Shown

Shorts = npt.NDArray[np.uint16]
CHUNK: Final = 1000  # straight lines of one strength
STRETCH: Final = 320_000.0  # pixels of line, not smoothed: some 1 ms, 2 ms in an image larger than the caches
PALE, STRONG = 0.22, 0.85  # the opacity that the least and the most important line seem to have
TOP: Final = 1 << 16  # short integers
BROAD: Final = 1.3  # pixels
CACHED: Final = 3_200_000  # pixels of an image whose memory the caches of a processor mostly hold
CROSSING: Final = 0.2  # and one that only crosses the window


def crowd_pieces(shown: Shown, batch: BatchPainter, sight: Sight, sprites: Sprites) -> Iterator[Piece]:
    """Yield what paints a crowd, in painting order, the batch last."""
    if shown.haze.size:
        image, size = haze_image(shown.haze, sight), QSize(round(shown.outlook.width), round(shown.outlook.height))
        for band in _hazy(shown.haze, size * sight.ratio):
            yield partial(_paint_haze, image, size * sight.ratio, band)
    passing, lines, pieces = shown.seen.passing[::-1], shown.seen.lines[::-1], shown.targets.pieces
    if len(passing):
        yield from _straight(shown, passing, pieces[-len(passing) :][::-1], (CROSSING, CROSSING), sight)
    if shown.seen.detail == "bare":
        yield from _straight(shown, lines, pieces[: len(lines)], (PALE, STRONG), sight)
    yield from batch.pieces(sight, sprites, None if backed(shown) else QColor(sight.theme.map.background))


def backed(shown: Shown) -> bool:
    """Return whether anything is painted behind the lines of the batch."""
    return bool(shown.haze.size or len(shown.seen.passing) or shown.seen.detail == "bare")


def _straight(
    shown: Shown, rows: Ints, segments: Floats, strengths: tuple[float, float], sight: Sight
) -> Iterator[Piece]:
    """Yield what paints straight lines, the least important first and palest: what matters lies on top.

    Those of one colour are painted from the top of the picture to its bottom, so that memory just touched is at hand.
    """
    pale, strong = strengths
    chunks = np.arange(0, len(rows) // CHUNK + 1) * len(DOMAIN_CODES)
    looks = chunks.repeat(CHUNK)[: len(rows)] + shown.crowd.strands.domains.take(rows)
    order = np.argsort(_keys(looks, segments), kind="stable")
    looks, segments = looks.take(order), segments.take(order, axis=0)
    yield pause
    ground = QColor(sight.theme.map.background)
    inks = [sight.colour(domain) for domain in range(len(DOMAIN_CODES))]

    def inked(look: int) -> QColor:
        chunk, domain = divmod(look, len(DOMAIN_CODES))
        return mixed(inks[domain], ground, pale + (strong - pale) * (chunk * CHUNK / len(rows)) ** 3)

    for parts in stretches_of(segments, STRETCH / sight.ratio, looks):
        lines = [(segments[part], inked(int(looks[part.start]))) for part in parts]
        yield partial(_paint_straight, lines, sight)


def _keys(looks: Ints, segments: Floats) -> Shorts:
    """Return by what lines are sorted: their looks, then how far down they lie; numpy sorts short integers by radix."""
    downs = segments[:, 1] + segments[:, 3]
    steps = TOP // (int(looks.max(initial=0)) + 1)
    downs -= downs.min(initial=0.0)
    downs *= (steps - 1) / max(1.0, float(downs.max(initial=0.0)))
    downs += looks * steps
    return downs.astype(np.uint16)


def _paint_straight(lines: list[tuple[Floats, QColor]], sight: Sight, painter: QPainter) -> None:
    """Paint some straight lines; pale by colour, since see-through lines take nine times as long.

    Inside a clip Qt gathers the pixels of a hairline and fills them row by row, half the time of setting each by
    itself; in an image larger than the caches a broader line, which Qt fills as a shape, is quicker than either.
    """
    wide, high = to_pixels(painter)
    fine = wide * high <= CACHED
    painter.setClipRect(0, 0, wide, high)
    painter.scale(sight.ratio, sight.ratio)
    painter.translate(sight.camera.x, sight.camera.y)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    width = 0.0 if fine else BROAD / sight.ratio
    for segments, colour in lines:
        painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        draw_lines(painter, segments)
    painter.setClipping(False)


def mixed(one: QColor, other: QColor, share: float) -> QColor:
    """Return a colour between two."""
    return _mixed(one.rgb(), other.rgb(), share)


@lru_cache(maxsize=256)
def _mixed(first: int, second: int, share: float) -> QColor:
    """Return a colour between two that are packed in numbers; every picture of a crowd asks for the same few."""
    one, other = QColor(first), QColor(second)
    return QColor.fromRgbF(
        *(a * share + b * (1.0 - share) for a, b in zip(one.getRgbF()[:3], other.getRgbF()[:3], strict=True))  # type: ignore[index]
    )


def haze_image(haze: Floats, sight: Sight) -> QImage:
    """Return the haze as an image of a single ink, one pixel a cell."""
    rows, columns = haze.shape
    ink = QColor(sight.theme.map.ink)
    pixels = np.zeros((rows, columns, 4), dtype=np.uint8)
    (top, bottom), (left, right) = _reaches(haze)
    there = slice(max(0, top), bottom), slice(max(0, left), right)
    for channel, value in enumerate((ink.blue(), ink.green(), ink.red(), 255)):
        np.multiply(haze[there], value, out=pixels[*there, channel], casting="unsafe")
    return QImage(pixels.tobytes(), columns, rows, 4 * columns, QImage.Format.Format_ARGB32_Premultiplied).copy()


def _hazy(haze: Floats, size: QSize) -> Iterator[QRect]:
    """Yield the bands of an image over which the haze reaches when it is stretched: seldom the whole window."""
    (top, bottom), (left, right) = _reaches(haze)
    across, down = size.width() / haze.shape[1], size.height() / haze.shape[0]
    room = QRectF(left * across, top * down, (right - left) * across, (bottom - top) * down).toAlignedRect()
    yield from (band & room for band in bands(size) if band.intersects(room))


def _reaches(haze: Floats) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return from which row to which, and from which column to which, there is haze."""
    return _reach(np.asarray(haze.any(axis=1))), _reach(np.asarray(haze.any(axis=0)))


def _reach(flags: Flags) -> tuple[int, int]:
    """Return from where to where flags are set, with a cell on either side: stretching smooths that far."""
    there = np.flatnonzero(flags)
    return (int(there[0]) - 1, int(there[-1]) + 2) if len(there) else (0, 0)


def _paint_haze(image: QImage, size: QSize, band: QRect, painter: QPainter) -> None:
    """Paint a band of the haze, which is stretched over the window."""
    painter.resetTransform()
    painter.setClipRect(band)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(QRectF(0.0, 0.0, size.width(), size.height()), image)
    painter.setClipping(False)
