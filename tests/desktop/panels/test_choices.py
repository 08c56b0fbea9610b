"""The choices of the filter panel come in the words and the order of the tables, with live counts."""

from __future__ import annotations

from msgspec.structs import replace

from desktop.panels import choices
from desktop.session import Session
from graphdata.filter import Filter
from graphdata.network import Network
from graphdata.view import view_of


def test_domains_are_always_the_four(session: Session) -> None:
    found = {each.label: each.relations for each in choices.domains(session.view)}
    assert found == {"Arms": 4, "Money": 1, "Tech": 1, "Diplomacy": 2}


def test_only_kinds_that_the_network_has_are_offered(session: Session) -> None:
    kinds = [each.label for each in choices.kinds(session.view)]
    actors = [each.label for each in choices.actor_kinds(session.view)]
    assert kinds == ["Arms transfer", "Training", "Loan", "Cyber tools", "Treaty", "Threat"]
    assert actors == ["State", "Armed group", "Firm or plant"]


def test_counts_follow_the_other_criteria(network: Network) -> None:
    view = view_of(network, Filter(domains=frozenset({"arms"})))
    assert {each.key: each.relations for each in choices.domains(view)}["money"] == 1
    assert [each.relations for each in choices.origins(view)] == [4, 4, 1, 0]
    assert [each.relations for each in choices.acts(view)] == [4, 0, 4]


def test_levels_count_what_reaches_them(session: Session) -> None:
    found = {each.label: each.relations for each in choices.levels(session.view)}
    assert found["None"] == 8
    assert found["High"] == 1


def test_sources_are_short_and_sorted_by_name(session: Session) -> None:
    labels = [each.label for each in choices.sources(session.view)]
    assert labels == ["<b>A & B</b>, 2024", "UP, 8 Dec 2023", "White House, 9 Dec 2022", "WSJ, 27 Mar 2023"]


def test_titles_tell_like_sources_apart(network: Network) -> None:
    twins = [replace(source, publisher="UP", csl={"title": source.id}) for source in network.sources[:2]]
    view = view_of(replace(network, sources=(*twins, *network.sources[2:])), Filter())
    assert {"src:wsj", "src:up"} <= {each.label for each in choices.sources(view)}


def test_flags_are_offered_where_some_relation_has_them(session: Session) -> None:
    found = [each.label for each in choices.flags(session.view)]
    assert found == ["Single origin", "Original not read", "Dated"]


def test_statuses_count_relations_without_one(session: Session) -> None:
    assert [each.relations for each in choices.statuses(session.view)] == [0, 1, 0, 1, 0, 6]
    assert choices.undated(session.view) == 1
