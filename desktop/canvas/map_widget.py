"""The map: a widget that paints a scene, and reports in its signals what the hand does to it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from desktop.canvas.camera import Camera, Place
from desktop.canvas.framing import Frame, around, holds, step_to, whole_in
from desktop.canvas.gestures import HEADINGS, NUDGE, PAN, STEP, STEPS, Drag
from desktop.canvas.plate import show_notice, show_plate
from desktop.canvas.presenter import Presenter
from desktop.canvas.scene_stage import EMPTY, Compose, Extent, SceneStage
from desktop.canvas.sight import Sight
from desktop.canvas.stage import Stage, compose_whole
from graphdata.hits import Hit
from graphdata.scene import Scene
from graphdata.style import Theme

FAR: Final = 0.5  # the map may be seen from twice as far as it takes to see it whole
REST_MS: Final = 45  # a gesture that pauses so long has come to rest
QUICK: Final = 0.004  # a picture painted in so many seconds is painted anew in every frame of a pan


class MapWidget(QWidget):
    """Pan, zoom, hover, selection and drag over the painted scene; the keyboard does all that the mouse does."""

    selected = Signal(object)  # Hit or None
    inspected = Signal()
    dragged = Signal(str, float, float, str)  # actor, its new place, name of the gesture
    walked = Signal(str)  # heading
    nudged = Signal(float, float)  # the selected actor's step, in points of the map
    painted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show nothing until a scene is given."""
        super().__init__(parent)
        self.theme, self.camera = theme, Camera()
        self._stage: Stage = SceneStage(lambda _zoom, _scale: EMPTY, lambda _zoom, _scale: EMPTY.bounds)
        self._presenter = Presenter(self._stage, self)
        self._presenter.completed.connect(self._completed)
        self.insets = (0.0, 0.0)  # left and bottom, kept free for what lies over the map
        self._following = True  # the camera keeps the whole map in sight until the hand takes it
        self._whole, self._fitted = 1.0, self.camera  # the zoom that showed the whole map, the camera a part
        self._stale, self._drag, self._pointer = True, Drag(), QPointF()
        self._hover: Hit | None = None
        self._ghost: Place | None = None  # where an actor of a crowd is dragged over
        self._focus_id, self._message = "", ""
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._refine)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(320, 240)
        self.setAccessibleName(self.tr("Map"))

    @property
    def scene(self) -> Scene:
        """The scene on show, in points of the widget but for the camera's shift; empty for a crowd."""
        self.compose_now()
        if not isinstance(self._stage, SceneStage):
            return EMPTY
        self._presenter.finish()
        return self._stage.scene

    @property
    def is_settled(self) -> bool:
        """Whether the picture is complete and exact."""
        return not (self._stale or self._rest.isActive() or self._presenter.busy)

    def glide(self) -> None:
        """Let the marks of a scene glide from where they are to where the next scene has them."""
        if self.isVisible():
            self._presenter.leave(self.camera)

    def set_compose(self, compose: Compose, extent: Extent) -> None:
        """Show what a function composes at a zoom and a mark scale; extent tells quickly what room that would take."""
        self.set_stage(SceneStage(compose, extent))

    def set_stage(self, stage: Stage) -> None:
        """Show what stands on a stage."""
        self._stage = self._presenter.stage = stage
        self.fit() if self._following else self.refresh()

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self.theme = theme
        self.refresh()

    def set_lifted(self, ids: frozenset[str], focus: str = "") -> None:
        """Lift marks out of the picture; focus is the one that the keyboard walks from."""
        self._focus_id = focus
        self._presenter.lift(ids, focus)
        if self._stage.is_quick and not self._rest.isActive():
            self._presenter.finish()
        self.update()

    def set_message(self, message: str) -> None:
        """Say something in the middle of an empty map."""
        self._message = message
        self.update()

    def set_insets(self, left: float, bottom: float) -> None:
        """Keep room free at the left and the foot."""
        self.insets = (left, bottom)
        if self._following:
            self.fit()

    def fit(self) -> None:
        """Show the whole map."""
        self._following, self.camera = True, self.fitting(*self.insets)
        self._whole = self.camera.zoom
        self.refresh()

    def fit_to(self, extent: Extent) -> None:
        """Show a part of the map as large as it goes; from then on the hand has the camera."""
        self.camera, self._following = whole_in(self.frame(*self.insets), extent), False
        self._fitted = self.camera
        self.refresh()

    def frame(self, left_inset: float, bottom_inset: float) -> Frame:
        """Return what is free of the widget beside what lies over it."""
        return Frame(self.width(), self.height(), left_inset, bottom_inset)

    def fitting(self, left_inset: float, bottom_inset: float) -> Camera:
        """Return the camera that shows the whole map beside what lies over it."""
        return whole_in(self.frame(left_inset, bottom_inset), self._stage.extent)

    def zoom_by(self, factor: float, point: QPointF | None = None) -> None:
        """Come closer by a factor, about a point or the middle; never so far off that the marks lie in a heap."""
        furthest = min(self.camera.zoom, self._whole * FAR)
        factor = max(factor, furthest / self.camera.zoom)
        middle = point or QPointF(self.width() / 2.0, self.height() / 2.0)
        self.camera, self._following = self.camera.zoomed(factor, (middle.x(), middle.y())), False
        self._settle()

    def show_place(self, x: float, y: float) -> None:
        """Bring a place of the map out from under the edges and the legend, moving no more than needed."""
        if self._following:
            return
        dx, dy = step_to(self.frame(*self.insets), self.camera.shown((x, y)))
        if dx or dy:
            self._pan(dx, dy)

    def refresh(self) -> None:
        """Compose and paint the scene anew, at the next paint: several reasons cost one picture."""
        self._rest.stop()
        self._stale = True
        self.update()

    def compose_now(self) -> None:
        """Bring a scene and its picture up to date, if they are not; a crowd is left to its slices."""
        if self._stale:
            self._stale = False
            self._compose_quickly() if self._stage.is_quick else self._refine()

    def _compose_quickly(self) -> None:
        """Compose and paint at once; where lines swing out of the window, from a little further off."""
        compose_whole(self._stage, self.camera, self.size())
        frame, bounds = self.frame(*self.insets), self._stage.bounds()
        if (self._following or self.camera is self._fitted) and bounds and not holds(frame, self.camera, bounds):
            self.camera = around(frame, self.camera, bounds)
            compose_whole(self._stage, self.camera, self.size())
        self._presenter.paint_now(self._sight(), self.size())

    def _refine(self) -> None:
        """Compose and paint anew, in slices between the events."""
        self._rest.stop()
        self._presenter.refine(self._stage.compose(self.camera, self.size()), self._sight(), self.size())

    def _completed(self) -> None:
        """Show the new picture; the map may have moved under the pointer."""
        if self._hover:
            self._hover = self.hit_at(self._pointer)
        self.update()

    def _sight(self) -> Sight:
        """Return how the map is seen now."""
        return Sight(self.camera, self.devicePixelRatioF(), self.theme)

    def _settle(self) -> None:
        """Show the moved image now and the exact one when the gesture rests."""
        self._presenter.cancel()
        self._rest.start()
        self.update()

    def _pan(self, dx: float, dy: float) -> None:
        """Move the map; where it is composed whole it is painted anew meanwhile, so that nothing slides in blank."""
        self.camera, self._following = self.camera.panned(dx, dy), False
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
        return self._stage.hit(self.camera.place((point.x(), point.y())), self.camera.zoom)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the stored image, then what is lifted out of it, then the plate at the pointer."""
        self.compose_now()
        area = QRectF(self.rect())
        painter = QPainter(self)
        self._presenter.show(painter, self.camera, self.theme, area)
        self._paint_overlay(painter)
        if self._message:
            show_plate(painter, self._message, QPointF(area.center().x() - 150.0, area.center().y()), area, self.theme)
        elif self._hover and not self._drag.moved:
            show_plate(painter, self._stage.title(self._hover), self._pointer, area, self.theme)
        if self._stage.notice:
            show_notice(painter, self._stage.notice, area, self.theme)
        painter.end()
        self.painted.emit()

    def _paint_overlay(self, painter: QPainter) -> None:
        """Draw what follows the hand: the mark under the pointer, or the actor that is dragged."""
        painter.save()
        sight = Sight(self.camera, 1.0, self.theme)
        if self._ghost and self._drag.hit:
            self._stage.paint_dragged(self._drag.hit, self._ghost, sight, painter)
        elif self._hover and self._hover.id != self._focus_id:
            self._stage.paint_mark(self._hover, sight, painter)
        painter.restore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the whole map in sight, or keep its middle in the middle."""
        if self._following:
            self.fit()
            return
        old = event.oldSize() if event.oldSize().isValid() else event.size()
        grown = QSizeF(event.size() - old) / 2.0
        self.camera = self.camera.panned(grown.width(), grown.height())
        self.refresh()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom about the pointer."""
        self.zoom_by(STEP ** (event.angleDelta().y() / 120.0), event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click, a pan or a drag."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        hit = self.hit_at(event.position())
        place = self._stage.place_of(hit) if hit else None
        middle = self.camera.shown(place) if place else (event.position().x(), event.position().y())
        grip = (middle[0] - event.position().x(), middle[1] - event.position().y())
        self._drag = Drag.begun(hit, event.position(), grip)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the actor or the map, or see what is under the pointer."""
        self._pointer = event.position()
        if not self._drag.active:
            self._set_hover(self.hit_at(event.position()))
            return
        dx, dy = self._drag.follow(event.position())
        if not self._drag.moved:
            return
        if self._drag.hit and self._drag.hit.kind == "actor":
            grip = self._drag.grip
            place = self.camera.place((event.position().x() + grip[0], event.position().y() + grip[1]))
            self._following = False
            self._drag_actor(self._drag.hit, place)
        else:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self._pan(dx, dy)

    def _drag_actor(self, hit: Hit, place: Place) -> None:
        """Move an actor with the hand: a scene at every step, a crowd when the hand lets go."""
        if self._stage.is_quick:
            self.dragged.emit(hit.id, *place, self._drag.name)
        else:
            self._ghost = place
            self.update()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """End the gesture; a press that did not move selects."""
        drag, self._drag = self._drag, Drag()
        ghost, self._ghost = self._ghost, None
        self.unsetCursor()
        if ghost and drag.hit:
            self.dragged.emit(drag.hit.id, *ghost, drag.name)
        if drag.active and not drag.moved:
            self.selected.emit(drag.hit)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Inspect what is under the pointer."""
        if self.hit_at(event.position()):
            self.inspected.emit()

    def leaveEvent(self, _event: QEvent) -> None:
        """Forget the pointer."""
        self._set_hover(None)

    def _set_hover(self, hit: Hit | None) -> None:
        """Show what the pointer is over."""
        if hit or self._hover:
            self.update()
        self._hover = hit
        self.setCursor(Qt.CursorShape.PointingHandCursor if hit else Qt.CursorShape.ArrowCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrows, nudge with shift, pan with control; Enter inspects, Esc clears."""
        heading = HEADINGS.get(event.key())
        if heading:
            self._arrow(heading, event.modifiers())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.inspected.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self._set_hover(None)
            self.selected.emit(None)
        else:
            super().keyPressEvent(event)

    def _arrow(self, heading: str, modifiers: Qt.KeyboardModifier) -> None:
        """Do what an arrow key asks for."""
        x, y = STEPS[heading]
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            self._pan(-x * PAN, -y * PAN)
        elif modifiers & Qt.KeyboardModifier.ShiftModifier:
            self.nudged.emit(x * NUDGE / self.camera.zoom, y * NUDGE / self.camera.zoom)
        else:
            self.walked.emit(heading)
