"""What the map shows: the picture of all marks and, over a veil, the picture of those that are lifted out of it.

Both are moved with a gesture; both are painted anew, in slices, when it rests. While a hand has an actor, a third one
stands, without it and its lines.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, QRectF, QSize, Signal
from PySide6.QtGui import QColor, QPainter, QPixmap

from desktop.canvas.camera import Camera
from desktop.canvas.glide import Glide
from desktop.canvas.picture import Picture, bands, filling, veiling
from desktop.canvas.pieces import Piece, pause
from desktop.canvas.sight import Sight
from desktop.canvas.stage import Over, Stage

if TYPE_CHECKING:
    from graphdata.hits import Hit
    from graphdata.style import Theme


class Presenter(QObject):
    """Two pictures of one stage; tells when there is something new to show."""

    completed = Signal()
    loosened = Signal()  # the actor that a hand has is out of the picture

    def __init__(self, stage: Stage, parent: QObject | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.stage = stage
        self.glide = Glide(self)
        self.glide.moved.connect(self.completed)
        self._base, self._raised, self._rest = Picture(self), Picture(self), Picture(self)
        self._lifted: frozenset[str] = frozenset()
        self._focus = ""
        self._sight: Sight | None = None
        self._size = QSize()
        self._raises = False  # whether the raised picture shows what is lifted now

    @property
    def empty(self) -> bool:
        """Whether no picture is complete yet."""
        return self._base.empty

    @property
    def busy(self) -> bool:
        """Whether a picture is in the making, or marks are on their way to it."""
        return not self.is_current or self._rest.busy or self.glide.is_running

    @property
    def renews(self) -> bool:
        """Whether the picture of all marks is in the making."""
        return self._base.busy

    @property
    def is_current(self) -> bool:
        """Whether what is shown of the whole scene is what was asked for last."""
        return not (self._base.busy or self._raised.busy)

    @property
    def lifted(self) -> frozenset[str]:
        """What is lifted out of the picture."""
        return self._lifted

    def seconds(self) -> float:
        """Return what it takes to paint the map anew."""
        return self._base.seconds + (self._raised.seconds if self._lifted else 0.0)

    def lift(self, ids: frozenset[str], focus: str) -> None:
        """Lift marks out of the picture as it is; others that were lifted are shown until these are painted."""
        self._raises = self._raises and bool(self._lifted)
        self._lifted, self._focus = ids, focus
        self._raised.cancel() if ids else self._raised.forget()
        if self._sight and not self._base.busy and not self._base.empty:
            self._raise()

    def paint_now(self, sight: Sight, size: QSize) -> None:
        """Paint what is composed, at once."""
        self._begin(iter(()), sight, size)
        self.finish()

    def leave(self, camera: Camera) -> None:
        """Let marks glide to their new places when the next picture is painted; those of a crowd are too many."""
        from desktop.canvas.scene_stage import SceneStage

        if isinstance(self.stage, SceneStage):
            self.glide.leave(self.stage.scene, camera)

    def refine(self, composing: Iterator[None], sight: Sight, size: QSize) -> None:
        """Compose and paint in slices, from the beginning."""
        self._begin((pause for _ in composing), sight, size)

    def aim(self, sight: Sight) -> None:
        """Paint what is being composed for another camera."""
        self._sight = sight
        self._base.aim(sight.camera)

    def follow(self, sight: Sight, size: QSize) -> None:
        """Paint what is composed in slices while a hand pans; one that is under way will do until the next."""
        self.glide.stop()
        if not self.busy:
            self._begin(iter(()), sight, size)

    def finish(self) -> None:
        """Paint what is in the making, at once."""
        self._base.finish()
        self._raised.finish()
        self._rest.finish()

    def loosen(self, hit: Hit, sight: Sight, size: QSize) -> None:
        """Take an actor and its lines out of what is shown, as it is, until they are let go."""
        self._rest.forget()
        stage = self.stage.without(hit)
        if stage is not None and self.is_current:
            self._rest.begin(self._left(stage, sight, size), sight, size, self.loosened.emit)

    def _left(self, stage: Stage, sight: Sight, size: QSize) -> Iterator[Piece]:
        """Yield what composes and paints what is left without what was taken out: what is lifted again over a veil."""
        yield from (pause for _ in stage.compose(sight.camera, size))
        yield from _whole(stage, sight, size)
        if self._lifted:
            yield from veiling(sight.theme, size * sight.ratio)
            yield from stage.lifted(self._lifted, self._focus, sight)

    @property
    def over(self) -> Over:
        """What an actor that a hand has is seen over."""
        if self._rest.empty:
            return "all"
        return "veil" if self._lifted else "rest"

    def let_go(self) -> None:
        """Show the whole picture again."""
        self._rest.forget()

    def cancel(self) -> None:
        """Give up what is in the making, and let marks be where they go."""
        self.glide.stop()
        self.give_up()

    def give_up(self) -> None:
        """Give up the pictures in the making; marks glide on."""
        self._base.cancel()
        self._raised.cancel()

    def _begin(self, composing: Iterator[Piece], sight: Sight, size: QSize) -> None:
        """Begin the picture of all marks."""
        self.give_up()
        self._sight, self._size = sight, size
        self._base.begin(chain(composing, self._staged()), sight, size, self._completed)

    def _staged(self) -> Iterator[Piece]:
        """Yield what paints the stage, once it is composed."""
        assert self._sight is not None
        yield pause  # what was composed last has taken its time
        yield from _whole(self.stage, self._sight, self._size)

    def _completed(self) -> None:
        """Go on to what is lifted, let marks glide that are to, and tell."""
        self._base.set_ink(self.stage.ink())
        self._raise()
        if self.glide.is_awaited:
            self._glide()
        self.completed.emit()

    def _glide(self) -> None:
        """Let the marks set out for the scene that is painted; those of a crowd are too many."""
        from desktop.canvas.scene_stage import SceneStage

        if isinstance(self.stage, SceneStage) and self._sight:
            self.glide.head_for(self.stage.scene, self._sight.camera, self.stage.sprites)

    def _raise(self) -> None:
        """Begin the picture of what is lifted: the other one under a veil, and the lifted marks on it."""
        if not self._lifted or self._sight is None:
            return
        pixels = self._size * self._sight.ratio
        copied = _copying(self._base.image, pixels)
        pieces = chain(copied, veiling(self._sight.theme, pixels), self._raising(self._sight))
        self._raised.begin(pieces, self._sight, self._size, self._was_raised)

    def _raising(self, sight: Sight) -> Iterator[Piece]:
        """Yield what paints the lifted marks."""
        yield from self.stage.lifted(self._lifted, self._focus, sight)

    def _was_raised(self) -> None:
        """Tell that the lifted marks can be seen."""
        self._raises = True
        self.completed.emit()

    def show(self, painter: QPainter, camera: Camera, theme: Theme, area: QRectF) -> None:
        """Draw the picture where the camera is now, or the marks on their way to it."""
        if self.glide.is_running:
            self.glide.paint(painter, theme, area)
            return
        self._on_show.show(painter, camera, theme, area)

    @property
    def _on_show(self) -> Picture:
        """The picture that is shown."""
        if not self._rest.empty:
            return self._rest
        return self._raised if self._lifted and self._raises else self._base

    def expect(self, sight: Sight, size: QSize) -> None:
        """Have the picture ready for a camera that is likely to be the next of a zoom."""
        if not self.busy:
            self._on_show.expect(sight, size)


def _whole(stage: Stage, sight: Sight, size: QSize) -> Iterator[Piece]:
    """Yield what paints all of a stage, and the background first where it does not by itself."""
    if not stage.grounds:
        yield from filling(QColor(sight.theme.map.background), size * sight.ratio)
    yield from stage.pieces(sight)


def _copying(image: QPixmap, pixels: QSize) -> Iterator[Piece]:
    """Yield what copies an image, in bands."""
    for band in bands(pixels):
        yield partial(_copy, image, band)


def _copy(image: QPixmap, band: QRect, painter: QPainter) -> None:
    """Copy a band of an image, pixel by pixel."""
    painter.resetTransform()
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    painter.drawPixmap(QRectF(band), image, QRectF(band))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
