"""The table of sources says what each is worth and what rests on it."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from desktop.commands import change_filter
from desktop.models.sources_model import SourcesModel
from desktop.session import Session
from graphdata.filter import Filter
from graphdata.network import Network
from graphdata.view import view_of


@pytest.fixture
def model(session: Session) -> SourcesModel:
    made = SourcesModel()
    made.show(session.view)
    return made


def cells(model: SourcesModel, record: str) -> dict[str, str]:
    (row,) = model.rows_with({record})
    return {column.title: model.index(row, at).data() for at, column in enumerate(model.columns)}


def test_model_is_sound(model: SourcesModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)


def test_a_row_says_what_it_is_and_what_rests_on_it(model: SourcesModel) -> None:
    row = cells(model, "src:up")
    assert (row["Title"], row["Publisher"], row["Date"]) == ("Russia and Iran", "UP", "8 Dec 2023")
    assert (row["Grade"], row["Read"], row["Claims"], row["Relations on show"]) == ("C", "read", "4", "4")


def test_hidden_relations_do_not_count_and_lose_the_note(session: Session, model: SourcesModel) -> None:
    change_filter(session, Filter(domains=frozenset({"arms"})), "Arms")
    model.show(session.view)
    row = cells(model, "src:wsj")
    assert (row["Claims"], row["Relations on show"], row["Note"], row["Read"]) == ("1", "0", "", "not read")


def test_sources_without_a_note_come_last(session: Session, model: SourcesModel) -> None:
    change_filter(session, Filter(domains=frozenset({"tech"})), "Tech")
    model.show(session.view)
    model.sort([column.title for column in model.columns].index("Note"))
    assert model.record_at(0) == "src:wsj"


def test_a_retracted_source_is_said_to_be_so(network: Network, model: SourcesModel) -> None:
    sources = tuple(replace(source, retracted="2024") for source in network.sources)
    model.show(view_of(replace(network, sources=sources), Filter()))
    assert cells(model, "src:up")["Read"] == "retracted"


def test_the_row_is_one_sentence_for_a_screen_reader(model: SourcesModel) -> None:
    (row,) = model.rows_with({"src:wsj"})
    spoken = model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Moscow Sends Iran Cyber Tools. WSJ. 27 Mar 2023. grade B, usually reliable. not read." in spoken


def test_a_source_that_no_editor_judged_is_ungraded_and_no_f(network: Network, model: SourcesModel) -> None:
    sources = tuple(replace(source, reliability=()) for source in network.sources)
    model.show(view_of(replace(network, sources=sources), Filter()))
    assert cells(model, "src:up")["Grade"] == "ungraded"
    (row,) = model.rows_with({"src:wsj"})
    assert ". ungraded. not read." in model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
