"""The pages of the evidence panel: which value says what of a selection, and which widget shows that value."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.panels.actor_page import ActorView
from desktop.panels.network_page import NetworkView
from desktop.panels.page import Page
from desktop.panels.relation_page import RelationView
from desktop.panels.source_page import SourceView
from desktop.panels.tie_page import TieView
from desktop.session import Selection
from graphdata.bulk import LARGE
from graphdata.profile import ActorPage, NetworkPage, TiePage, actor_page, network_page, tie_page
from graphdata.relation_profile import RelationPage, relation_page
from graphdata.source_profile import SourcePage, source_page
from graphdata.ties import Tie
from graphdata.view import View

Value = NetworkPage | TiePage | ActorPage | RelationPage | SourcePage
WIDE: Final = ("actor", "source")  # what a page is about that may concern thousands of relations


def is_long(view: View, selection: Selection) -> bool:
    """Return whether the value of a page takes so long that a window should not wait for it."""
    return selection.kind in WIDE and len(view.network.relations) >= LARGE


def value_of(view: View, tie: Tie | None, selection: Selection) -> Value:
    """Return what is said of a selection; of the network where there is none, or none that is still there."""
    kind, item = selection
    if kind == "relation" and item in view.network.relation:
        return relation_page(view, item)
    if kind == "actor" and item in view.network.actor:
        return actor_page(view, item)
    if kind == "source" and item in view.network.source:
        return source_page(view, item)
    return tie_page(view, tie) if tie is not None else network_page(view)


def page_of(value: Value, parent: QWidget | None = None) -> tuple[str, Page]:
    """Return the caption and the page that shows a value, to be filled; its parent is where it will stand."""
    tr = QCoreApplication.translate
    if isinstance(value, RelationPage):
        return tr("EvidencePanel", "Relation"), RelationView(value, parent)
    if isinstance(value, ActorPage):
        return tr("EvidencePanel", "Actor"), ActorView(value, parent)
    if isinstance(value, SourcePage):
        return tr("EvidencePanel", "Source"), SourceView(value, parent)
    if isinstance(value, TiePage):
        return tr("EvidencePanel", "Line on the map"), TieView(value, parent)
    return tr("EvidencePanel", "Evidence"), NetworkView(value, parent)
