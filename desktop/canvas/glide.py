"""How marks glide to their places in a new layout: a third of a second in which the eye can follow them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QColor, QPainter

from desktop.canvas.camera import Camera
from desktop.canvas.pieces import painted
from desktop.canvas.sight import Sight

if TYPE_CHECKING:
    from PySide6.QtCore import QVariantAnimation

    from desktop.canvas.scene_stage import SceneStage
    from desktop.canvas.sprites import SpriteSets
    from graphdata.scene import Scene
    from graphdata.style import Theme

DURATION_MS: Final = 320


class Glide(QObject):
    """The way from one scene to the next, both in points of the widget."""

    moved = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin at rest."""
        super().__init__(parent)
        self._first: Scene | None = None
        self._last: Scene | None = None
        self._stage: SceneStage | None = None
        self._clock: QVariantAnimation | None = None  # there is one from the first glide on

    @property
    def is_running(self) -> bool:
        """Whether the marks are on their way."""
        return self._clock is not None and self._clock.state() is self._clock.State.Running

    @property
    def is_awaited(self) -> bool:
        """Whether the next scene is where the marks go."""
        return self._first is not None

    def leave(self, scene: Scene, camera: Camera) -> None:
        """Take the scene that is on show as where the marks come from."""
        from graphdata.tween import shifted

        self.stop()
        self._first = shifted(scene, camera.x, camera.y)

    def head_for(self, scene: Scene, camera: Camera, sprites: SpriteSets) -> None:
        """Set out for a scene where it is known what the marks come from, or change the goal on the way."""
        if self._first is None:
            return
        from desktop.canvas.scene_stage import SceneStage
        from graphdata.tween import shifted

        self._last = shifted(scene, camera.x, camera.y)
        self._stage = SceneStage(lambda _zoom, _scale: self._now(), lambda _zoom, _scale: scene.bounds)
        self._stage.sprites = sprites
        if not self.is_running:
            self._clock = self._clock or self._made_clock()
            self._clock.start()

    def _made_clock(self) -> QVariantAnimation:
        """Return what tells how far the marks are on their way, from 0 to 1."""
        from PySide6.QtCore import QEasingCurve, QVariantAnimation

        clock = QVariantAnimation(self)
        clock.setDuration(DURATION_MS)
        clock.setStartValue(0.0)
        clock.setEndValue(1.0)
        clock.setEasingCurve(QEasingCurve.Type.InOutCubic)
        clock.valueChanged.connect(lambda _: self.moved.emit())
        clock.finished.connect(self._arrived)
        return clock

    def stop(self) -> None:
        """Be there."""
        self._first = self._last = self._stage = None
        if self._clock is not None and self.is_running:
            self._clock.stop()
            self.moved.emit()

    def _arrived(self) -> None:
        """Let the picture of all marks be shown."""
        self.stop()
        self.moved.emit()

    def paint(self, painter: QPainter, theme: Theme, area: QRectF) -> None:
        """Paint the marks where they are now, on a painter of the widget."""
        painter.fillRect(area, QColor(theme.map.background))
        if self._stage is not None:
            sight = Sight(Camera(), 1.0, theme)
            for _ in self._stage.compose(Camera(), area.size().toSize()):
                pass
            painter.save()
            painted(self._stage.pieces(sight), painter)
            painter.restore()

    def _now(self) -> Scene:
        """Return the scene at this moment."""
        from graphdata.tween import between

        assert self._first is not None
        assert self._last is not None
        assert self._clock is not None
        return between(self._first, self._last, float(self._clock.currentValue()))
