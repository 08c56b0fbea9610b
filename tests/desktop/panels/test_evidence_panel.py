"""The evidence panel: follows the selection, leads on, leads back, and shows data as plain text."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from desktop.commands import change_filter
from desktop.panels.actor_page import ActorView
from desktop.panels.claim_card import ClaimCard
from desktop.panels.evidence_panel import NARROWEST, EvidencePanel
from desktop.panels.network_page import NetworkView
from desktop.panels.page import Page
from desktop.panels.paragraph import Paragraph
from desktop.panels.relation_page import RelationView
from desktop.panels.row_button import RowButton
from desktop.panels.row_column import RowColumn
from desktop.panels.section import Section
from desktop.panels.source_page import SourceView
from desktop.panels.tie_page import TieView
from desktop.session import Selection, Session
from graphdata.filter import Filter
from graphdata.network import Network

EVERYTHING = [
    ("", ""), ("actor", "actor:ru"), ("relation", "rel:drones"), ("source", "src:hacked"), ("source", "src:wsj"),
]  # fmt: skip


@pytest.fixture
def panel(session: Session, qtbot: QtBot) -> EvidencePanel:
    """Return the panel of the small network at its narrowest."""
    made = EvidencePanel(session)
    qtbot.addWidget(made)
    made.resize(NARROWEST, 700)
    made.show()
    return made


def said(widget: QWidget) -> str:
    """Return every word of the labels below a widget."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def press(widget: QWidget, text: str) -> None:
    """Press the first button with a text."""
    next(button for button in widget.findChildren(QPushButton) if button.text() == text).click()


def row_to(panel: EvidencePanel, record: str) -> RowButton:
    """Return the row that leads to a record."""
    return next(button for button in panel.page.findChildren(RowButton) if button.row.id == record)


def open_all(panel: EvidencePanel) -> None:
    """Open every section of the page."""
    while closed := [section for section in panel.page.findChildren(Section) if not section.is_open]:
        for section in closed:
            section.button.click()


def test_before_a_network_is_open_it_says_which_one_is_being_opened(qtbot: QtBot) -> None:
    session = Session()
    panel = EvidencePanel(session)
    qtbot.addWidget(panel)
    assert said(panel).startswith("Evidence\nNo network is open\nOpen a folder")
    session.tell_opening("Opening large.ententepack …")
    page = panel.page
    session.tell_opening("Opening large.ententepack …", 0.5)
    assert panel.page is page
    assert "\nOpening large.ententepack …\n" in said(panel)
    session.tell_opening("")
    session.open(Network(id="empty", title="Nobody yet", version="1", as_of=""), {}, "empty.ententepack")
    qtbot.waitUntil(lambda: said(panel.page).startswith("Nobody yet\nempty\n"))


def test_with_nothing_selected_it_says_what_to_do(panel: EvidencePanel) -> None:
    assert isinstance(panel.page, NetworkView)
    assert "5 actors · 8 relations · 9 claims · 4 sources" in said(panel.page)
    assert "Select a line on the map" in said(panel.page)


@pytest.mark.parametrize(
    ("kind", "item", "page"),
    [
        ("actor", "actor:ru", ActorView), ("relation", "rel:drones", RelationView), ("source", "src:up", SourceView),
        ("actor", "actor:gone", NetworkView), ("tie", "tie:gone", NetworkView),
    ],
)  # fmt: skip
def test_it_follows_the_selection(kind: str, item: str, page: type, session: Session, panel: EvidencePanel) -> None:
    session.select(kind, item)
    assert type(panel.page) is page


def test_a_line_leads_to_its_relations(session: Session, panel: EvidencePanel) -> None:
    session.select("tie", session.tie_of_relation["rel:jets"])
    assert isinstance(panel.page, TieView)
    row_to(panel, "rel:jets").click()
    assert session.selection == Selection("relation", "rel:jets")


def test_a_relation_shows_its_verdict_and_its_claims(session: Session, panel: EvidencePanel) -> None:
    session.select("relation", "rel:drones")
    words = said(panel.page)
    assert "Iran → Russia" in words
    assert "ARMS · Arms transfer" in words
    assert "High · 2 documents, 2 origins" in words
    assert len(panel.page.findChildren(ClaimCard)) == 2


def test_a_card_opens_on_the_rest_of_the_claim(session: Session, panel: EvidencePanel) -> None:
    session.select("relation", "rel:drones")
    card = panel.page.findChildren(ClaimCard)[0]
    assert "Grade" not in said(card)
    card.section.button.click()
    assert "Grade: B2, usually reliable, probably true" in said(card)
    assert "Place: ¶ 1" in said(card)


def test_a_citation_is_copied_from_a_card(session: Session, panel: EvidencePanel) -> None:
    session.select("relation", "rel:drones")
    open_all(panel)
    press(panel.page, "Copy citation")
    assert QGuiApplication.clipboard().text() == "White House, 9 Dec 2022, “Press briefing”, ¶ 1"


def test_a_card_leads_to_its_source(session: Session, panel: EvidencePanel) -> None:
    session.select("relation", "rel:drones")
    open_all(panel)
    press(panel.page, "Show source")
    assert session.selection == Selection("source", "src:kirby")


def test_alt_and_the_arrows_lead_back_and_forward(session: Session, panel: EvidencePanel, qtbot: QtBot) -> None:
    session.select("actor", "actor:ru")
    row_to(panel, "rel:jets").click()
    qtbot.keyClick(panel, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert session.selection == Selection("actor", "actor:ru")
    qtbot.keyClick(panel, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert session.selection == Selection("relation", "rel:jets")
    assert (panel.back.isEnabled(), panel.forward.isEnabled()) == (True, False)


def test_the_way_back_leads_to_the_claim_that_was_left(session: Session, panel: EvidencePanel, qtbot: QtBot) -> None:
    """Who follows a claim to its source comes back to the claim, open and in sight; a page asked for anew is closed."""
    session.select("relation", "rel:drones")
    card = panel.page.findChildren(ClaimCard)[-1]
    card.section.button.click()
    qtbot.waitUntil(lambda: panel.area.verticalScrollBar().maximum() >= 60)
    panel.area.verticalScrollBar().setValue(60)
    press(card, "Show source")
    panel.go_back()
    again = panel.page.findChildren(ClaimCard)[-1]
    assert again.section.is_open
    assert panel.area.verticalScrollBar().value() == 60
    session.select("source", "src:wsj")
    assert isinstance(panel.page, SourceView)
    session.select("relation", "rel:drones")
    assert not panel.page.findChildren(ClaimCard)[-1].section.is_open


def test_what_was_opened_stays_open_while_the_filter_changes(session: Session, panel: EvidencePanel) -> None:
    session.select("relation", "rel:drones")
    panel.page.findChildren(ClaimCard)[0].section.button.click()
    change_filter(session, Filter(domains=frozenset({"arms", "tech"})), "Arms and tech")
    assert panel.page.findChildren(ClaimCard)[0].section.is_open


def test_another_network_begins_a_new_way(session: Session, panel: EvidencePanel) -> None:
    session.select("actor", "actor:ru")
    session.open(session.network, session.positions)
    assert isinstance(panel.page, NetworkView)
    assert not panel.back.isEnabled()


def test_striking_out_a_source_is_one_step_that_can_be_undone(session: Session, panel: EvidencePanel) -> None:
    session.select("source", "src:up")
    assert "If struck out: 3 relations lose their ground" in said(panel.page)
    press(panel.page, "Strike it out")
    assert session.filter.struck == {"src:up"}
    assert "It is struck out now" in said(panel.page)
    session.undo_stack.undo()
    assert session.filter.struck == frozenset()
    assert "If struck out" in said(panel.page)


def test_an_address_is_copied_or_reported_never_opened(session: Session, panel: EvidencePanel, qtbot: QtBot) -> None:
    session.select("source", "src:wsj")
    press(panel.page, "Copy link")
    assert QGuiApplication.clipboard().text() == "https://example.org/wsj"
    with qtbot.waitSignal(panel.link_asked) as asked:
        press(panel.page, "Open…")
    assert asked.args == ["https://example.org/wsj"]


def test_the_same_page_stays_where_it_was_scrolled_to(session: Session, panel: EvidencePanel, qtbot: QtBot) -> None:
    session.select("actor", "actor:ru")
    bar = panel.findChild(QScrollArea).verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 20)
    bar.setValue(20)
    before = panel.page
    session.view_changed.emit()
    assert panel.page is not before
    qtbot.waitUntil(lambda: bar.value() == 20)
    session.select("actor", "actor:ir")
    assert panel.page
    assert bar.value() == 0


@pytest.mark.parametrize(("kind", "item"), EVERYTHING)
def test_text_from_data_is_plain(kind: str, item: str, session: Session, panel: EvidencePanel) -> None:
    session.select(kind, item)
    open_all(panel)
    labels = panel.findChildren(QLabel)
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in labels if label.text())
    assert not any(label.openExternalLinks() for label in labels)


@pytest.mark.parametrize(("kind", "item"), EVERYTHING)
def test_everything_that_takes_the_keyboard_has_a_name(
    kind: str, item: str, session: Session, panel: EvidencePanel
) -> None:
    session.select(kind, item)
    open_all(panel)
    focusable = [each for each in panel.findChildren(QWidget) if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
    nameless = [each for each in focusable if not each.accessibleName()]
    assert focusable
    assert not nameless


@pytest.mark.parametrize(("kind", "item"), EVERYTHING)
def test_nothing_is_cut_at_the_narrowest(
    kind: str, item: str, session: Session, panel: EvidencePanel, qtbot: QtBot
) -> None:
    session.select(kind, item)
    open_all(panel)
    area = panel.findChild(QScrollArea)
    qtbot.waitUntil(lambda: panel.page.width() == area.viewport().width())
    cut = [
        button.text() for button in panel.page.findChildren(QAbstractButton)
        if button.isVisible() and button.mapTo(panel.page, button.rect().topRight()).x() >= panel.page.width()
    ]  # fmt: skip
    assert not cut
    parts = [
        *panel.page.findChildren(RowColumn),
        *panel.page.findChildren(RowButton),
        *panel.page.findChildren(Paragraph),
    ]
    assert parts or not kind
    qtbot.waitUntil(lambda: [part.height() for part in parts] == [part.heightForWidth(part.width()) for part in parts])


def test_a_long_page_ends_where_its_words_end(session: Session, panel: EvidencePanel) -> None:
    session.select("actor", "actor:ru")
    panel.resize(420, 100)
    QApplication.processEvents()
    assert panel.page.height() == panel.page.heightForWidth(panel.page.width())


def test_the_tab_key_goes_through_the_page_after_the_panel(session: Session, panel: EvidencePanel) -> None:
    session.select("relation", "rel:drones")
    open_all(panel)
    stops = [w for w in panel.page.findChildren(QAbstractButton) if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    panel.area.setFocus()
    for stop in stops:
        panel.window().focusWidget().focusNextPrevChild(True)
        assert panel.window().focusWidget() is stop


def test_copying_is_told(session: Session, panel: EvidencePanel, qtbot: QtBot) -> None:
    session.select("source", "src:up")
    with qtbot.waitSignal(panel.copied):
        press(panel.page, "Copy citation")


def test_a_claim_can_be_struck_out_and_comes_back(session: Session, panel: EvidencePanel) -> None:
    session.select("relation", "rel:loan")
    open_all(panel)
    press(panel, "Strike out")
    assert session.filter.struck == {"clm:loan-1"}
    assert not session.view.assessments["rel:loan"].level
    session.undo_stack.undo()
    assert session.view.assessments["rel:loan"].level


def test_a_page_that_is_given_up_leaves_nothing_behind(session: Session, panel: EvidencePanel, qtbot: QtBot) -> None:
    for kind, item in EVERYTHING[1:]:
        session.select(kind, item)
        QApplication.processEvents()
    assert panel.page.isVisible()
    qtbot.waitUntil(lambda: panel.area.viewport().findChildren(Page) == [panel.page])


def test_a_page_comes_laid_out(session: Session, panel: EvidencePanel, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[list[QRect]] = []
    put = panel._put

    def putting(selection: Selection, caption: str, page: Page) -> None:
        seen.append([row.geometry() for row in page.findChildren(RowButton)])
        put(selection, caption, page)

    monkeypatch.setattr(panel, "_put", putting)
    for kind, item in EVERYTHING[1:]:
        session.select(kind, item)
        page = panel.page
        QApplication.processEvents()
        assert seen[-1] == [row.geometry() for row in page.findChildren(RowButton)]
    assert max(map(len, seen)) > 3
