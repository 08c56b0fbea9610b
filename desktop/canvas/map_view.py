"""The map as it is seen: a widget that shows a stage through a camera, the last complete image moved meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.canvas.camera import Camera, Place
from desktop.canvas.framing import Frame, around, holds, step_to, whole_in
from desktop.canvas.gestures import Zooming
from desktop.canvas.presenter import Presenter
from desktop.canvas.sight import Sight
from desktop.canvas.stage import Blank, Stage

if TYPE_CHECKING:
    from desktop.canvas.scene_stage import Compose, Extent
    from graphdata.hits import Hit
    from graphdata.scene import Scene
    from graphdata.style import Theme

FAR: Final = 0.5  # the map may be seen from twice as far as it takes to see it whole
REST_MS: Final = 45  # a gesture that pauses so long has come to rest
QUICK: Final = 0.004  # a picture painted in so many seconds is painted anew in every frame of a pan
STEPS_BACK: Final = 3  # a fitted map that is too large even from there is left as it is


class MapView(QWidget):
    """Camera, stage and picture; what is new at once is new whole, and a moved map is exact when it rests."""

    painted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show nothing until a scene is given."""
        super().__init__(parent)
        self.theme, self.camera = theme, Camera()
        self._stage: Stage = Blank()
        self._presenter = Presenter(self._stage, self)
        self._presenter.completed.connect(self._completed)
        self._presenter.loosened.connect(self.update)
        self.insets = (0.0, 0.0)  # left and bottom, kept free for what lies over the map
        self._following = True  # the camera keeps the whole map in sight until the hand takes it
        self._whole, self._fitted = 1.0, self.camera  # the zoom that showed the whole map, the camera a part
        self._part: Extent | None = None  # what that camera was fitted to
        self._fitting: dict[Frame, Camera] = {}  # what shows the whole stage: looked for four times at every resize
        self._held: Camera | None = None  # of the picture that stands until the first one of another stage is complete
        self._still: QPixmap | None = None  # a picture of the whole map, until there is a stage
        self._stale, self._focus_id, self._message = True, "", ""
        self._at_once = False  # the next picture follows a hand, or colours that are in force all round
        self._zooming = Zooming()
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._refine)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(320, 240)

    @property
    def scene(self) -> Scene:
        """The scene on show, in points of the widget but for the camera's shift; empty for a crowd."""
        from desktop.canvas.scene_stage import EMPTY, SceneStage

        self.compose_now()
        if not isinstance(self._stage, SceneStage):
            return EMPTY
        self._presenter.finish()
        return self._stage.scene

    @property
    def is_settled(self) -> bool:
        """Whether the picture is complete and exact."""
        return not (self._stale or self._rest.isActive() or self._presenter.busy)

    @property
    def is_still(self) -> bool:
        """Whether the map is still to come: a picture stands for it, or nothing where that is of another size."""
        return self._still is not None

    @property
    def is_pictured(self) -> bool:
        """Whether a picture stands for the map that is as large."""
        ratio, still = self.devicePixelRatioF(), self._still
        return still is not None and still.devicePixelRatio() == ratio and still.size() == self.size() * ratio

    @property
    def is_untouched(self) -> bool:
        """Whether the whole map is on show, complete, with nothing lifted out of it or said of it."""
        said = self._message or self._stage.notice or self._presenter.lifted
        return self._following and self.is_settled and not (said or self.is_still)

    @property
    def seen(self) -> Camera:
        """The camera that what is on show is seen through."""
        return self._held or self.camera

    def hold(self, still: QPixmap | None) -> None:
        """Show a picture of the map until there is a stage, as long as both are of one size; or the map itself."""
        self._still = still
        self.update()

    def glide(self) -> None:
        """Let the marks of a scene glide from where they are to where the next scene has them."""
        if self.isVisible() and not self._presenter.empty:
            self._presenter.leave(self.seen)

    def set_compose(self, compose: Compose, extent: Extent) -> None:
        """Show what a function composes at a zoom and a mark scale; extent tells quickly what room that would take."""
        from desktop.canvas.scene_stage import SceneStage

        self.set_stage(SceneStage(compose, extent))

    def set_stage(self, stage: Stage) -> None:
        """Show what stands on a stage; the picture of the last one stands until the new one is complete."""
        from desktop.canvas.scene_stage import SceneStage

        self._still = None
        self._presenter.give_up()  # what is half painted of another stage
        stage.sprites = self._stage.sprites
        if isinstance(stage, SceneStage) and isinstance(self._stage, SceneStage):
            stage.stand_in(self._stage)
        self._stage, self._stale, self._held, self._fitting = stage, True, self.seen, {}
        self._part = None  # what comes is fitted when that is asked
        self._presenter.stage = stage
        self.fit() if self._following else self.refresh()

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self.theme, self._at_once = theme, True
        self.refresh()

    def set_lifted(self, ids: frozenset[str], focus: str = "") -> None:
        """Lift marks out of the picture; focus is the one that the keyboard walks from."""
        self._focus_id = focus
        self._presenter.lift(ids, focus)
        self.update()

    def set_message(self, message: str) -> None:
        """Say something in the middle of an empty map."""
        self._message = message
        self.update()

    def set_insets(self, left: float, bottom: float) -> None:
        """Keep room free at the left and the foot."""
        self.insets = (left, bottom)
        self._fit_again()

    def fit(self) -> None:
        """Show the whole map."""
        self._following, self.camera = True, self.fitting(*self.insets)
        self._whole = self.camera.zoom
        self._reframe()

    def fit_to(self, extent: Extent) -> None:
        """Show a part of the map as large as it goes, until the hand takes the camera or something else is shown."""
        self.camera, self._following = whole_in(self.frame(*self.insets), extent), False
        self._fitted, self._part = self.camera, extent
        self._reframe()

    def _fit_again(self) -> bool:
        """Fit anew what is fitted to the room there was, and return whether anything is: the hand may have moved it."""
        if self._following:
            self.fit()
        elif self._part is not None and self.camera is self._fitted:
            self.fit_to(self._part)
        else:
            return False
        return True

    def frame(self, left_inset: float, bottom_inset: float) -> Frame:
        """Return what is free of the widget beside what lies over it."""
        return Frame(self.width(), self.height(), left_inset, bottom_inset)

    def fitting(self, left_inset: float, bottom_inset: float) -> Camera:
        """Return the camera that shows the whole map beside what lies over it."""
        frame = self.frame(left_inset, bottom_inset)
        if frame not in self._fitting:
            self._fitting[frame] = whole_in(frame, self._stage.extent)
        return self._fitting[frame]

    def zoom_by(self, factor: float, point: QPointF | None = None) -> None:
        """Come closer by a factor, about a point or the middle; never so far off that the marks lie in a heap."""
        self._take_camera()
        middle = point or QPointF(self.width() / 2.0, self.height() / 2.0)
        self.camera = self._zooming.turn(self.camera, factor, (middle.x(), middle.y()), self._whole * FAR)
        self._settle()

    def show_places(self, *places: Place) -> None:
        """Bring places of the map out from under the edges and the legend, into the middle if they are out of sight."""
        if self._following:
            return
        dx, dy = step_to(self.frame(*self.insets), *map(self.camera.shown, places))
        if dx or dy:
            self._pan(dx, dy)

    def refresh(self) -> None:
        """Compose and paint the scene anew, at the next paint: several reasons cost one picture."""
        self._rest.stop()
        self._stale = True
        self.update()

    def _reframe(self) -> None:
        """Show the moved image, and compose and paint for the camera in slices; at once where all is new anyway."""
        if self._stale or self._presenter.empty or self._presenter.glide.is_running:
            self.refresh()
            return
        self._refine()
        self.update()

    def _take_camera(self) -> None:
        """Let the hand have the camera: it goes on from what is seen."""
        self.camera, self._held, self._following = self.seen, None, False

    def compose_now(self) -> None:
        """Begin to bring scene and picture up to date, if they are not; a scene at once where a hand waits for it."""
        if self._stale:
            at_once = self._stage.is_quick and (self._at_once or self._presenter.empty)
            self._stale = self._at_once = False
            self._compose_at_once() if at_once else self._refine()

    def _compose_at_once(self) -> None:
        """Compose and paint without a pause."""
        for _ in self._composing():
            pass
        self._presenter.paint_now(self._sight(), self.size())

    def _refine(self) -> None:
        """Compose and paint anew, in slices between the events."""
        self._rest.stop()
        self._zooming.rest()
        self._presenter.refine(self._composing(), self._sight(), self.size())

    def _composing(self) -> Iterator[None]:
        """Compose step by step; where lines or labels of a fitted map leave the window, from a little further off.

        Labels are as large from there and may find other places: so that is looked at again.
        """
        yield from self._stage.compose(self.camera, self.size())
        fitted, frame = self._following or self.camera is self._fitted, self.frame(*self.insets)
        for _ in range(STEPS_BACK if fitted else 0):
            bounds = self._stage.bounds()
            if not bounds or holds(frame, self.camera, bounds):
                return
            part = self.camera is self._fitted
            self.camera = around(frame, self.camera, bounds)
            self._fitted = self.camera if part else self._fitted
            self._presenter.aim(self._sight())
            yield from self._stage.compose(self.camera, self.size())

    def _completed(self) -> None:
        """Show the new picture."""
        if not self._presenter.renews:
            self._held = None
        self.update()

    def _sight(self) -> Sight:
        """Return how the map is seen now."""
        return Sight(self.camera, self.devicePixelRatioF(), self.theme)

    def _settle(self) -> None:
        """Show the moved image now and the exact one when the gesture rests."""
        self._presenter.cancel()
        self._rest.start()
        self.update()

    def _expect(self) -> None:
        """Have what the next notch of a zoom will show ready when it comes."""
        following = self._zooming.next_of(self.camera) if self._rest.isActive() else None
        if following:
            self._presenter.expect(self._sight()._replace(camera=following), self.size())

    def _pan(self, dx: float, dy: float) -> None:
        """Move the map; where it is composed whole it is painted anew meanwhile, so that nothing slides in blank."""
        self._take_camera()
        self.camera = self.camera.panned(dx, dy)
        if self._stale or not self._stage.composed(self.camera):
            self._settle()
        elif self.is_settled and self._presenter.seconds() < QUICK:
            self._presenter.paint_now(self._sight(), self.size())
            self.update()
        else:
            self._presenter.follow(self._sight(), self.size())
            self._rest.start()
            self.update()

    def hit_at(self, point: QPointF) -> Hit | None:
        """Return what lies under a point of the widget."""
        return self._stage.hit(self.seen.place((point.x(), point.y())), self.seen.zoom)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the stored image, then what lies over it."""
        area = QRectF(self.rect())
        painter = QPainter(self)
        if self._still is not None and self.is_pictured:
            painter.drawPixmap(0, 0, self._still)
        elif self._still is not None:
            painter.fillRect(area, QColor(self.theme.map.background))
        else:
            self.compose_now()
            self._presenter.show(painter, self.seen, self.theme, area)
            self._expect()
        self._paint_over(painter, area)
        if self._stage.notice:
            from desktop.canvas.plate import show_notice

            show_notice(painter, self._stage.notice, area, self.theme)
        painter.end()
        self.painted.emit()

    def _paint_over(self, painter: QPainter, area: QRectF) -> None:
        """Draw what is said of an empty map."""
        if self._message:
            from desktop.canvas.plate import show_plate

            show_plate(painter, self._message, QPointF(area.center().x() - 150.0, area.center().y()), area, self.theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the whole map in sight, or keep its middle in the middle."""
        if self._fit_again():
            return
        old = event.oldSize() if event.oldSize().isValid() else event.size()
        grown = QSizeF(event.size() - old) / 2.0
        self.camera = self.camera.panned(grown.width(), grown.height())
        self._reframe()
