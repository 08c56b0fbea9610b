"""What may be asked for next is imported before it is: once the panels stand, and without the window waiting for it.

What knows no Qt comes beside the window, and then what shows it, module by module between the events: PySide makes its
classes when they are first looked at, which two threads must not do at once.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

from desktop import worker
from desktop.unhurried import Unhurried, bring, brought
from graphdata.collector import keep_from_collector

if TYPE_CHECKING:
    from desktop.window import MainWindow

BESIDE: Final = (
    "rapidfuzz", "graphdata.quotable", "graphdata.query.reading", "graphdata.query.completing",
    "graphdata.query.writing", "graphdata.settling", "graphdata.questions.comparing", "graphdata.questions.standing",
    "graphdata.questions.route_answers", "graphdata.crowd.gather", "graphdata.crowd.walk", "graphdata.crowd.view",
    "graphdata.reopening", "graphdata.saved_views", "graphdata.filter_options", "graphdata.sheet", "graphdata.annex",
    "graphdata.export.png_palette", "graphdata.export.svg", "graphdata.export.pptx", "graphdata.export.pdf",
    "importlib.metadata",
)  # fmt: skip
BETWEEN: Final = (
    "desktop.canvas.crowd_painter", "desktop.canvas.crowd_stage", "desktop.canvas.plate",
    "desktop.dialogs.help_places", "desktop.models.palette_model", "desktop.dialogs.palette_dialog",
    "desktop.models.offers_model", "desktop.panels.query_bar", "desktop.query_row",
    "desktop.dialogs.help_pages", "desktop.dialogs.help_browser", "desktop.dialogs.help_dialog",
    "desktop.dialogs.shortcuts_dialog", "desktop.licences", "desktop.dialogs.about_dialog",
    "desktop.dialogs.views_dialog", "desktop.export.formats", "desktop.dialogs.export_fields",
    "desktop.dialogs.marking_choice", "desktop.dialogs.picture_preview", "desktop.export_options",
    "desktop.document_file", "desktop.export.raster", "desktop.picture_file", "desktop.views_file",
    "desktop.slides_file", "desktop.dialogs.export_dialog", "desktop.export.typesetting", "desktop.export.pdf",
    "desktop.printing", "desktop.dialogs.print_dialog", "desktop.clipboard",
)  # fmt: skip


def prepare(window: MainWindow) -> None:
    """Import what a window may be asked for next; a network that is being read for it comes first."""
    if window.network_actions.is_busy:
        once = Qt.ConnectionType.SingleShotConnection
        window.session.network_changed.connect(lambda: prepare(window), once)
        return
    worker.Latest(window).ask(partial(bring, BESIDE), lambda _: _go_on(window))


def _go_on(window: MainWindow) -> None:
    """Import what needs Qt; what stands then is here to stay."""
    Unhurried(brought(BETWEEN), keep_from_collector, window)
