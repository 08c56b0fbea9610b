"""Starting the application: what comes when.

First Qt and the window with menus and toolbar; then the first network, unless it is large, and the first frame. Where a
picture of its map is kept from the last start, that is the first frame, and the network is read behind it. Panels,
search box and status line come after it, between the events; dialogs, exporters and questions when they are asked for.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from desktop import assets, crash, still, theme, worker
from desktop.menu_key import MenuKey
from desktop.opening import opened
from desktop.path_kinds import is_large, is_picture
from desktop.session import Session
from desktop.settings import SettingsStore
from desktop.unhurried import Unhurried, brought
from graphdata import __version__
from graphdata.collector import keep_from_collector
from graphdata.problems import EntenteError

if TYPE_CHECKING:
    from desktop.window import MainWindow

AT_FIRST = ("numpy", "graphdata.shown", "graphdata.storage.pack", "graphdata.compose", "graphdata.legend",
            "desktop.canvas.scene_stage")  # fmt: skip # what the first map is made by
T0 = "ENTENTE_T0"  # the time at which whoever measures the start began, in seconds since the epoch


def no_screen() -> str:
    """Return why no window can be shown here and what to do instead, or nothing where one can."""
    linux = sys.platform.startswith("linux")
    chosen = os.environ.get("QT_QPA_PLATFORM", "")
    if not linux or chosen or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        return ""
    return (
        "There is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can be shown.\n"
        "To render a picture instead: entente export russia-iran map.png"
    )


def made_app() -> QApplication:
    """Return the application, made once, with the shipped fonts and the Fusion style."""
    found = QApplication.instance()
    if isinstance(found, QApplication):
        return found
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    app = QApplication([sys.argv[0], "-style", "Fusion"])  # setStyle() would hand a style over, with a thousand names
    app.setApplicationName("Entente")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("entente")
    QLocale.setDefault(QLocale.c())
    theme.load_fonts()
    MenuKey(app)
    return app


def headless_app() -> QApplication:
    """Return an application for drawing without a window."""
    app = made_app()
    crash.install(headless=True)
    return app


def run_window(path: Path, quit_after_first_frame: bool = False, filled: Callable[[], None] | None = None) -> int:
    """Show the window with a network until it is closed; tell once its panels are there; return the exit code."""
    told = no_screen()
    if told:
        print(told, file=sys.stderr)
        return 2
    begun = float(os.environ.get(T0) or time.time())
    app = made_app()
    crash.install(headless=quit_after_first_frame)
    store = SettingsStore()
    left_behind = crash.keep_records(store.settings.private_mode)
    store.settings_changed.connect(lambda: crash.keep_records(store.settings.private_mode))
    colours = theme.theme_for(store.settings.theme, app)
    theme.dress(app, colours)
    from desktop.window import MainWindow

    window = MainWindow(Session(), store, colours)
    if quit_after_first_frame:
        timed = _Timed(app, window, begun)
        window.canvas.painted.connect(lambda: timed.note())  # noqa: PLW0108  the method by itself would not keep it
    later = () if quit_after_first_frame else window.filling
    done, once = partial(_filled, window, filled), Qt.ConnectionType.SingleShotConnection
    window.canvas.painted.connect(
        lambda: Unhurried(chain(_opening(window, path), _named(app), later), done, window), once
    )
    if sys.platform == "darwin":
        from desktop.opened_files import OpenedFiles

        OpenedFiles(app, window.network_actions.open)
    if left_behind:
        QTimer.singleShot(0, lambda: _tell_of_last_run(left_behind, window))
    _present(window, path)
    app.styleHints().colorSchemeChanged.connect(lambda _: window.choose_theme(store.settings.theme))
    code = app.exec()
    worker.cancel_all()
    worker.wait_all()
    crash.stop_fault_log()
    return code


def _present(window: MainWindow, path: Path) -> None:
    """Show the window with its first network, or with a picture of its map where one is kept."""
    picture = still.kept(window, path)
    if picture is None or not still.shown_in(window, picture):
        _open_first(window, window.session, path)
    window.canvas.setFocus()
    window.present()


def _open_first(window: MainWindow, session: Session, path: Path) -> None:
    """Open the network that was asked for, before the first frame unless it is large; tell of problems after it."""
    network = window.network_actions
    try:
        if is_picture(path):
            from desktop.reopening import found_in

            network.show_found(found_in(path, None, network.known_networks()))
        elif is_large(path):
            network.open(path)
        else:
            session.open(*opened(path, known=window.last_places.known))
            window.last_places.take_up()
    except EntenteError as fault:
        QTimer.singleShot(0, lambda told=fault: network.tell_fault(told))


def _opening(window: MainWindow, path: Path) -> Iterator[None]:
    """Open the first network behind the picture of its map, in steps; nothing where there is no picture."""
    if not window.canvas.is_still:
        return
    yield from brought(AT_FIRST)
    if not window.session.network.actors:  # nobody was quicker and opened another one
        _open_first(window, window.session, path)
    window.canvas.hold(None)
    yield


def _named(app: QApplication) -> Iterator[None]:
    """Give the windows their icon: a map is waited for, an icon is not."""
    from PySide6.QtGui import QIcon

    app.setWindowIcon(QIcon(str(assets.icon())))
    yield


def _filled(window: MainWindow, told: Callable[[], None] | None) -> None:
    """Spare the collector of cycles what stands by now, since it is here to stay, and tell that it does."""
    from desktop import ahead

    still.keep(window)
    keep_from_collector()
    ahead.prepare(window)
    if told:
        told()


def _tell_of_last_run(stacks: str, window: QWidget) -> None:
    """Show what a native crash of the last run left."""
    from desktop.dialogs.crash_dialog import CrashDialog

    CrashDialog.show_for(crash.report_of_last_run(stacks), window)


class _Timed:
    """Says when the first map was seen and when it answers the hand, and ends."""

    def __init__(self, app: QApplication, window: MainWindow, begun: float) -> None:
        """Count from a time in seconds since the epoch."""
        self._app, self._window, self._begun = app, window, begun
        self._told: list[str] = []

    def note(self) -> None:
        """Take note of a frame; end with 1 where no map will be painted, so that nobody waits for it."""
        is_still, is_drawn = self._window.canvas.is_still, bool(self._window.session.network.actors)
        if is_drawn or self._window.canvas.is_pictured:
            self._tell("FIRST_FRAME")
        if is_drawn and not is_still:
            self._tell("AT_HAND")
        if not is_still and (is_drawn or not self._window.network_actions.is_busy):
            self._app.exit(0 if is_drawn else 1)

    def _tell(self, what: str) -> None:
        """Say something once, with the time by the clock and of the processor."""
        if what not in self._told:
            self._told.append(what)
            print(f"{what} {time.time() - self._begun:.3f} CPU {time.process_time():.3f}", flush=True)
