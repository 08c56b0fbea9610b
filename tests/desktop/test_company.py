"""Actors are gathered one by one or in a frame, and let go of by selecting alone."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QRectF
from pytestqt.qtbot import QtBot

from desktop.company import Company
from desktop.session import Session
from graphdata.network import Network

IRAN, RUSSIA, US = "actor:ir", "actor:ru", "actor:us"


@pytest.fixture
def company(session: Session) -> Company:
    return session.company


def test_the_next_one_comes_to_who_is_selected(session: Session, company: Company, qtbot: QtBot) -> None:
    session.select("actor", IRAN)
    assert (company.members, company.chosen) == (frozenset(), {IRAN})
    with qtbot.waitSignal(company.changed):
        company.toggle(US)
    assert company.members == company.chosen == {IRAN, US}
    company.toggle(IRAN)
    assert (company.members, session.selection.id) == ({US}, IRAN)


def test_the_keyboard_gathers_on_its_way(session: Session, company: Company) -> None:
    session.select("actor", IRAN)
    company.toggle(IRAN)
    company.walk_to(RUSSIA)
    company.walk_to(US)
    company.toggle(US)
    assert (company.members, session.selection.id) == ({IRAN, US}, US)


def test_selecting_alone_lets_go(session: Session, company: Company) -> None:
    company.toggle(IRAN)
    company.toggle(US)
    session.select("tie", "tie:ru>ir:money")
    assert company.members == company.chosen == frozenset()


def test_another_network_lets_go(session: Session, company: Company, network: Network) -> None:
    company.toggle(IRAN)
    session.open(replace(network), {})
    assert company.members == frozenset()


def test_a_frame_takes_who_is_on_show_within(session: Session, company: Company) -> None:
    company.take_within(QRectF(-10.0, -10.0, 120.0, 20.0))
    assert company.members == {each.id for each in session.network.actors[:2]}
    company.take_within(QRectF(-10.0, -10.0, 20.0, 20.0))
    assert (company.members, session.selection.id) == (frozenset(), session.network.actors[0].id)
    company.take_within(QRectF(5000.0, 0.0, 1.0, 1.0))
    assert (company.members, session.selection.id) == (frozenset(), "")


def test_what_is_no_actor_is_not_gathered(company: Company) -> None:
    company.toggle("tie:ru>ir:money")
    assert company.members == frozenset()


def test_everybody_gathered_goes_along(company: Company) -> None:
    company.toggle(IRAN)
    company.toggle(US)
    assert (company.along(US), company.along(RUSSIA)) == ({IRAN, US}, {RUSSIA})
