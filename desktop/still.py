"""The map as the last start drew it: shown at once, while the network is read and the map itself is drawn.

Only the network that comes with the program is kept so, as it opens: whole, with nothing selected. The picture holds
for one size of the map, one theme, one state of network and program; anything else has none, and is drawn as ever.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final
from zlib import compress, crc32, decompress, error

import msgspec
import PySide6
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPixmap

from desktop import assets
from desktop.settings import data_folder
from graphdata import __version__
from graphdata.filter import Filter

if TYPE_CHECKING:
    from desktop.window import MainWindow

NAME: Final = "start.still"
LARGEST: Final = 64 * 1024 * 1024  # bytes of a file that is worth reading: a picture of the largest screens


class Still(msgspec.Struct, frozen=True):
    """A picture of the map, what it holds for, the title of the window, and whether a step can be undone at once."""

    key: str
    dataset: str
    title: str
    undo: bool
    width: int  # pixels
    height: int
    ratio: float  # pixels to a point
    pixels: bytes  # four to a pixel, packed by zlib, which notices what was damaged

    def picture(self) -> QPixmap:
        """Return the picture; raises ValueError where its pixels are damaged."""
        try:
            pixels = decompress(self.pixels, bufsize=4 * self.width * self.height)
        except error as fault:
            raise ValueError(str(fault)) from fault
        if len(pixels) != 4 * self.width * self.height:
            raise ValueError(len(pixels))
        found = QPixmap.fromImage(QImage(pixels, self.width, self.height, QImage.Format.Format_RGB32))
        found.setDevicePixelRatio(self.ratio)
        return found


def kept(window: MainWindow, path: Path) -> Still | None:
    """Return the picture of the map of a network, if one is kept that holds for all that it shows."""
    if path != assets.shipped_network():
        return None
    try:
        with (data_folder() / NAME).open("rb") as file:
            found = msgspec.msgpack.decode(file.read(LARGEST), type=Still)
        return found if found.key == key_of(window, path, found.dataset) else None
    except (OSError, ValueError):
        return None


def shown_in(window: MainWindow, still: Still) -> bool:
    """Show a picture until the map stands, and return whether that can be: it may be damaged.

    Whether it is as large as the map is known when that is painted, since the system may have its say on the window.
    """
    try:
        window.canvas.hold(still.picture())
    except ValueError:
        return False
    window.setWindowTitle(still.title)
    window.undo.setEnabled(still.undo)
    return True


def keep(window: MainWindow) -> None:
    """Keep a picture of the map, written beside the window, if it shows the shipped network as it opens."""
    from desktop import worker

    session, path = window.session, Path(window.session.path)
    if window.store.settings.private_mode or not _is_as_opened(window) or path != assets.shipped_network():
        return
    last, ratio = kept(window, path), window.canvas.devicePixelRatioF()
    if last and QSize(last.width, last.height) == window.canvas.size() * ratio and last.ratio == ratio:
        return
    picture = window.canvas.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    try:
        named = (key_of(window, path, session.base.id), session.base.id, window.windowTitle(), window.undo.isEnabled())
    except OSError:
        return
    worker.run(lambda _: _written(picture, *named), lambda _: None, lambda _: None)


def key_of(window: MainWindow, path: Path, dataset: str) -> str:
    """Return what a picture holds for: program, theme, network, and where its actors were left; raises OSError."""
    left = window.last_places.path(dataset)
    shown = (path.read_bytes(), left.read_bytes() if left.is_file() else b"", repr(window.canvas.theme).encode())
    return " ".join(map(str, (__version__, PySide6.__version__, assets.changed(), *map(crc32, shown))))


def _is_as_opened(window: MainWindow) -> bool:
    """Return whether the map is what a start shows."""
    session = window.session
    asked = session.filter != Filter() or session.combine != "ties" or session.baseline.is_given or session.is_behind
    lifted = session.selection.id or session.emphasis
    busy = window.network_actions.is_busy or window.last_places.is_left
    return not (asked or lifted or busy) and window.legend.isVisible() and window.canvas.is_untouched


def _written(picture: QImage, key: str, dataset: str, title: str, undo: bool) -> None:
    """Write the picture; where the disk refuses, the next start draws its map as this one did."""
    from graphdata.storage.writing import write_whole

    pixels = compress(bytes(picture.constBits()), 1)
    still = Still(key, dataset, title, undo, picture.width(), picture.height(), picture.devicePixelRatio(), pixels)
    data_folder().mkdir(parents=True, exist_ok=True)
    write_whole(data_folder() / NAME, msgspec.msgpack.encode(still))
