"""A preview that is painted beside the window: the newest wish is served, older ones are dropped."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop import worker
from graphdata.problems import EntenteError

Paint = Callable[[QSize], QImage]  # from the room there is, in pixels
REST: Final = 150  # milliseconds without a change before it is painted
SMALLEST: Final = QSize(400, 380)
CHECK: Final = 9  # pixels of a square of the pattern that shows through


class PicturePreview(QWidget):
    """Shows a picture that a function paints; painted is told when the newest one is on show."""

    painted = Signal()
    failed = Signal(str)

    def __init__(self, wish: Callable[[], Paint], parent: QWidget | None = None) -> None:
        """Show what a wish paints; it is asked on the window's thread, and what it returns is called beside it."""
        super().__init__(parent)
        self._wish = wish
        self.image = QImage()
        self._job: worker.Job | None = None
        self.setMinimumSize(SMALLEST)
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self._begin)

    @property
    def is_busy(self) -> bool:
        """Whether something newer than what is shown is to come."""
        return self._rest.isActive() or self._job is not None

    def refresh(self) -> None:
        """Paint anew when the typing rests."""
        self._rest.start()

    def stop(self) -> None:
        """Let go of work under way."""
        self._rest.stop()
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _begin(self) -> None:
        """Paint beside the window; what was being painted for an older wish is dropped."""
        self.stop()
        paint, room = self._wish(), self.size() * self.devicePixelRatioF()
        self._job = worker.run(lambda _: paint(room), self._show, self._fail)

    def _show(self, image: QImage) -> None:
        """Show what was painted."""
        self._job = None
        self.image = image
        self.image.setDevicePixelRatio(self.devicePixelRatioF())
        self.update()
        self.painted.emit()

    def _fail(self, fault: Exception) -> None:
        """Tell why nothing can be shown."""
        self._job = None
        if not isinstance(fault, EntenteError):
            raise fault
        self.failed.emit(str(fault))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill what room there is."""
        super().resizeEvent(event)
        self.refresh()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's name
        """Paint the picture in the middle, a checked ground below one that is see-through."""
        painter = QPainter(self)
        if self.image.isNull():
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.tr("Painting …"))
            return
        size = self.image.deviceIndependentSize().toSize()
        left, top = (self.width() - size.width()) // 2, (self.height() - size.height()) // 2
        if self.image.hasAlphaChannel():
            for y in range(0, size.height(), CHECK):
                for x in range(CHECK * (y // CHECK % 2), size.width(), 2 * CHECK):
                    wide, high = min(CHECK, size.width() - x), min(CHECK, size.height() - y)
                    painter.fillRect(left + x, top + y, wide, high, Qt.GlobalColor.lightGray)
        painter.drawImage(left, top, self.image)
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        painter.drawRect(left, top, size.width() - 1, size.height() - 1)
