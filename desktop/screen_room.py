"""How large a window may be, so that all of it is on a small screen."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

FRAME: Final = QSize(8, 32)  # what the system puts round a window


def take_size(window: QWidget, wide: int, high: int) -> None:
    """Give a window a size, as far as its screen has room for it."""
    window.resize(QSize(wide, high).boundedTo(window.screen().availableSize() - FRAME))
