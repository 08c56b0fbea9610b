"""The map under the hand: reports in its signals what mouse and keyboard do to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QNativeGestureEvent, QPainter, QPen, QWheelEvent
from PySide6.QtWidgets import QWidget

from desktop.canvas.camera import Place
from desktop.canvas.gestures import HEADINGS, LEAST_PINCH, NUDGE, PAN, STEP, STEPS, Drag
from desktop.canvas.map_view import MapView
from desktop.canvas.sight import Sight

if TYPE_CHECKING:
    from graphdata.hits import Hit
    from graphdata.style import Theme


class MapWidget(MapView):
    """Pan, zoom, hover, selection and drag over the painted scene; the keyboard does all that the mouse does."""

    selected = Signal(object)  # Hit or None
    inspected = Signal()
    dragged = Signal(str, float, float, str)  # actor, its new place, name of the gesture
    walked = Signal(str)  # heading
    gathered = Signal(str)  # an actor that comes to those selected, or goes from them
    framed = Signal(QRectF)  # a box of the map that was drawn round actors
    nudged = Signal(float, float)  # the selected actor's step, in points of the map

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Be touched by nothing yet."""
        super().__init__(theme, parent)
        self._drag, self._pointer = Drag(), QPointF()
        self._hover: Hit | None = None
        self._astray = False  # whether nothing of the map is in sight
        self._carried: tuple[Hit, Place] | None = None  # the actor that a hand has, or had until it is painted anew
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Map"))

    @property
    def is_untouched(self) -> bool:
        """Whether the whole map is on show and nothing else, with the pointer over nothing."""
        return super().is_untouched and self._hover is None

    def _completed(self) -> None:
        """Show the new picture; the map may have moved under the pointer, or an actor is where it was put."""
        if self._hover:
            self._hover = self.hit_at(self._pointer)
        if self._carried and self._presenter.is_current:
            self._loosen(self._carried[0]) if self._carrying else self._let_go()
        self._astray = self._is_astray()
        super()._completed()

    def _is_astray(self) -> bool:
        """Return whether the map has been moved out of the window altogether."""
        camera = self.camera
        left, top, right, bottom = self._stage.extent(camera.zoom, camera.mark_scale)
        box = QRectF(QPointF(left, top), QPointF(right, bottom)).translated(camera.x, camera.y)
        return not box.intersects(QRectF(self.rect()))

    def _paint_over(self, painter: QPainter, area: QRectF) -> None:
        """Draw what follows the hand, then the plate at the pointer."""
        self._paint_overlay(painter)
        if self._hover and not self._drag.moved and not self._message:
            from desktop.canvas.plate import show_plate

            covered = QRectF(self.childrenRect())  # the legend, which a plate would lie under
            show_plate(painter, self._stage.title(self._hover), self._pointer, area, self.theme, covered)
        if self._astray and self.is_settled and not self._message:
            from desktop.canvas.plate import show_plate

            words = self.tr("The map is out of sight.\nCtrl+0 shows the whole of it.")
            show_plate(painter, words, QPointF(area.center().x() - 110.0, area.center().y()), area, self.theme)
        super()._paint_over(painter, area)

    def _paint_overlay(self, painter: QPainter) -> None:
        """Draw what follows the hand: the mark under the pointer, or the actor that is dragged."""
        painter.save()
        sight = Sight(self.seen, self.devicePixelRatioF(), self.theme)
        if self._carried:
            self._stage.paint_carried(*self._carried, sight, self._presenter.over, painter)
        elif self._hover and self._hover.id != self._focus_id:
            self._stage.paint_mark(self._hover, sight, painter)
        painter.restore()
        if self._drag.framing and self._drag.start:
            self._paint_frame(QRectF(self._drag.start, self._pointer).normalized(), painter)

    def _paint_frame(self, box: QRectF, painter: QPainter) -> None:
        """Draw the frame that is being drawn round actors."""
        colour = QColor(self.theme.map.selection)
        painter.setPen(QPen(colour, 1.2, Qt.PenStyle.DashLine))
        colour.setAlphaF(0.08)
        painter.setBrush(colour)
        painter.drawRect(box)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom about the pointer."""
        self.zoom_by(STEP ** (event.angleDelta().y() / 120.0), event.position())
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Zoom about two fingers that are spread or pinched on a touchpad."""
        if isinstance(event, QNativeGestureEvent) and event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
            self.zoom_by(max(LEAST_PINCH, 1.0 + event.value()), event.position())
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click, a pan or a drag."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        if self._carried and self._stage.is_quick:
            self.compose_now()
            self._presenter.finish()  # what was let go a moment ago is grasped where it is now
        hit = self.hit_at(event.position())
        place = self._stage.place_of(hit) if hit else None
        middle = self.seen.shown(place) if place else (event.position().x(), event.position().y())
        grip = (middle[0] - event.position().x(), middle[1] - event.position().y())
        self._drag = Drag.begun(hit, event.position(), grip)
        is_ground = hit is None or hit.kind != "actor"
        self._drag.frames = is_ground and bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)

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
            self._carry(self._drag.hit, place)
        elif self._drag.frames:
            self._set_hover(None)
            self.setCursor(Qt.CursorShape.CrossCursor)
            self.update()
        else:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self._pan(dx, dy)

    @property
    def _carrying(self) -> bool:
        """Whether a hand has the actor that is carried: it may have been put down and be waiting for its picture."""
        return self._drag.moved and self._carried is not None and self._drag.hit == self._carried[0]

    def _carry(self, hit: Hit, place: Place) -> None:
        """Show an actor with its lines somewhere else; the scene is composed anew once it is let go."""
        if self._carried is None or self._carried[0] != hit:
            self._loosen(hit)
        self._carried = hit, place
        self.update()

    def _loosen(self, hit: Hit) -> None:
        """Let the map without an actor and its lines be painted, if the scene is that of the camera."""
        self._presenter.let_go()
        if self._stage.composed(self.camera):
            self._presenter.loosen(hit, self._sight(), self.size())

    def _let_go(self) -> None:
        """Carry nothing."""
        self._carried = None
        self._presenter.let_go()
        self.update()

    def _put(self) -> None:
        """Let go of what is carried as soon as it is painted where it was put; at once where nothing is painted."""
        if self._presenter.is_current and not self._stale:
            self._let_go()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the gesture; a press that did not move selects, with control one actor more."""
        carried = self._carried if self._carrying else None
        drag, self._drag = self._drag, Drag()
        self.unsetCursor()
        if carried:
            hit, place = carried
            if self._stage.place_of(hit):  # else another network came meanwhile
                self._following = False
                self.dragged.emit(hit.id, *place, drag.name)
            self._put()
        if drag.framing and drag.start:
            self.update()
            corners = (self.seen.place(point.toTuple()) for point in (drag.start, event.position()))
            self.framed.emit(QRectF(*(QPointF(*corner) for corner in corners)).normalized())
        elif drag.active and not drag.moved:
            more = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            gathers = more and drag.hit and drag.hit.kind == "actor"
            self.gathered.emit(drag.hit.id) if gathers and drag.hit else self.selected.emit(drag.hit)

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
        """Walk with the arrows, nudge with shift, pan with control; Space gathers, Enter inspects, Esc clears."""
        heading = HEADINGS.get(event.key())
        if heading:
            self._arrow(heading, event.modifiers())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.inspected.emit()
        elif event.key() == Qt.Key.Key_Space:
            self.gathered.emit(self._focus_id)
        elif event.key() == Qt.Key.Key_Escape and (self._carrying or self._drag.framing):
            self._drag = Drag()  # the actor stays where it was
            self._let_go()
            self._set_hover(self.hit_at(self._pointer))
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
            self._nudge(x * NUDGE / self.camera.zoom, y * NUDGE / self.camera.zoom)
        else:
            self.walked.emit(heading)

    def _nudge(self, dx: float, dy: float) -> None:
        """Move the actor in focus a little, as if by hand."""
        from graphdata.hits import Hit

        hit = Hit("actor", self._focus_id)
        place = self._carried[1] if self._carried and self._carried[0] == hit else self._stage.place_of(hit)
        if place:
            self._carry(hit, (place[0] + dx, place[1] + dy))
        self.nudged.emit(dx, dy)
        if place:
            self._put()
