"""Who is meant by a typed text: who is called so, then whose name begins so, then a word in it, then any part."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from graphdata.calling import (
    BEGINS,
    INSIDE,
    LABEL,
    NOWHERE,
    WHOLE,
    WORD_BEGINS,
    actors_meant,
    as_called,
    called_of,
    fit_of,
)
from graphdata.folding import fold, latin
from graphdata.network import Actor, Name, Network


def actor(slug: str, *names: str) -> Actor:
    return Actor(id=f"actor:{slug}", kind="firm", names=tuple(Name(text=name) for name in names))


def meant(network: Network, text: str) -> list[str]:
    return [found.id.removeprefix("actor:") for found in actors_meant(network, text, 100)]


@pytest.mark.parametrize(
    ("text", "fit"),
    [
        ("Iran", LABEL),
        ("Тегеран", WHOLE),
        ("tegeran", WHOLE),
        ("islamic rep", BEGINS),
        ("republic", WORD_BEGINS),
        ("slam", INSIDE),
        ("iran islamic", NOWHERE),
    ],
)
def test_how_well_a_text_fits_what_an_actor_is_called(little: Network, text: str, fit: int) -> None:
    network = replace(little, actors=(actor("ir", "Iran", "Islamic Republic of Iran", "Тегеран"),))
    assert fit_of(as_called(text), called_of(network)[0]) == fit


def test_who_is_called_so_stands_before_whose_name_holds_it(little: Network) -> None:
    more = (actor("a", "Zone of Rusal"), actor("b", "Tsarus"), actor("c", "Rus Oil"), actor("d", "Rus"))
    network = replace(little, actors=(*more, *little.actors))
    assert meant(network, "rus") == ["d", "ru", "c", "a", "b"]


def test_of_two_that_fit_equally_the_better_connected_stands_first(little: Network) -> None:
    called = dict(zip(little.actor, called_of(little), strict=True))
    begin = [key for key in (f"actor:{slug}" for slug in meant(little, "i")) if fit_of("i", called[key]) == BEGINS]
    assert begin == sorted(begin, key=lambda key: -little.degree[key])
    assert len({little.degree[key] for key in begin}) > 1


def test_some_can_be_left_out_and_no_more_come_back_than_wanted(little: Network) -> None:
    assert "ru" not in [found.id for found in actors_meant(little, "russia", 9, {"actor:ru"})]
    assert len(actors_meant(little, "", 3)) == 3


@given(text=st.text(min_size=1, max_size=6))
def test_exactly_those_are_meant_of_whom_a_name_holds_the_text(little: Network, text: str) -> None:
    wanted = as_called(text)
    names = {each.id: [each.label, *(name.text for name in each.names), each.id[6:]] for each in little.actors}
    held = {key for key, called in names.items() if any(wanted in fold(n) or wanted in latin(fold(n)) for n in called)}
    assert {found.id for found in actors_meant(little, text, 100)} == held
