"""What lists offer: every actor and source once, by name, made once for a network."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from msgspec.structs import replace

from graphdata.citation import short
from graphdata.network import Network
from graphdata.offered import actors_named, source_labels, sources_named


def test_actors_come_by_name(little: Network) -> None:
    named = actors_named(little)
    assert {each.id: each.label for each in named} == {actor.id: actor.label for actor in little.actors}
    assert [each.label.casefold() for each in named] == sorted(each.label.casefold() for each in named)


def test_sources_come_by_name(little: Network) -> None:
    named = sources_named(little)
    assert {each.id: each.label for each in named} == {source.id: short(source) for source in little.sources}
    assert [each.label.casefold() for each in named] == sorted(each.label.casefold() for each in named)


def test_titles_tell_sources_of_one_name_apart(little: Network) -> None:
    first = little.sources[0]
    twin = replace(first, id="src:twin", csl={**first.csl, "title": "Another story"})
    labels = source_labels(replace(little, sources=(*little.sources, twin)))
    assert (labels[first.id], labels["src:twin"]) == (first.title, "Another story")
    assert source_labels(little)[first.id] == short(first)


@pytest.mark.parametrize("made", [actors_named, sources_named, source_labels])
def test_it_is_worked_out_once(little: Network, made: Callable[[Network], Any]) -> None:
    assert made(little) is made(little)
