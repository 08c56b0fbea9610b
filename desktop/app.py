"""Starting the application: what comes when.

First what needs no Qt, since PySide6 reads through the source of every module that is imported after it; then Qt, the
window with the map, menus and toolbar; then the first network, unless it is large, and the first frame. Panels, search
box and status line come after it, between the events; dialogs, exporters and questions when they are asked for.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import graphdata.batch.strokes
import graphdata.compose
import graphdata.hits
import graphdata.legend
import graphdata.rendering
import graphdata.shown  # noqa: F401 - with those before: what the first map is made by
from desktop.opening import is_large, is_picture, opened
from graphdata import __version__
from graphdata.collector import keep_from_collector
from graphdata.problems import EntenteError

# isort: split
from PySide6.QtCore import QLocale, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication, QWidget

from desktop import assets, crash, theme, worker
from desktop.menu_key import MenuKey
from desktop.session import Session
from desktop.settings import SettingsStore
from desktop.unhurried import Unhurried

if TYPE_CHECKING:
    from desktop.window import MainWindow

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
    app.setWindowIcon(QIcon(str(assets.icon())))
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

    session = Session()
    window = MainWindow(session, store, colours)
    if quit_after_first_frame:
        window.canvas.painted.connect(lambda: _first_frame(app, window, begun))
    else:
        once = Qt.ConnectionType.SingleShotConnection
        window.canvas.painted.connect(lambda: Unhurried(window.filling, lambda: _filled(filled), window), once)
    if sys.platform == "darwin":
        from desktop.opened_files import OpenedFiles

        OpenedFiles(app, window.network_actions.open)
    _open_first(window, session, path)
    window.canvas.setFocus()
    if left_behind:
        QTimer.singleShot(0, lambda: _tell_of_last_run(left_behind, window))
    window.present()
    app.styleHints().colorSchemeChanged.connect(lambda _: window.choose_theme(store.settings.theme))
    code = app.exec()
    worker.cancel_all()
    worker.wait_all()
    crash.stop_fault_log()
    return code


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


def _filled(told: Callable[[], None] | None) -> None:
    """Spare the collector of cycles what stands by now, since it is here to stay, and tell that it does."""
    keep_from_collector()
    if told:
        told()


def _tell_of_last_run(stacks: str, window: QWidget) -> None:
    """Show what a native crash of the last run left."""
    from desktop.dialogs.crash_dialog import CrashDialog

    CrashDialog.show_for(crash.report_of_last_run(stacks), window)


def _first_frame(app: QApplication, window: MainWindow, begun: float) -> None:
    """Say when the first map was painted, and end; with 1 where none will be, so that nobody waits for it."""
    is_drawn = bool(window.session.view.actors)
    if is_drawn:
        print(f"FIRST_FRAME {time.time() - begun:.3f} CPU {time.process_time():.3f}", flush=True)
    if is_drawn or not window.network_actions.is_busy:
        app.exit(0 if is_drawn else 1)
