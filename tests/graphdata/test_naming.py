"""Naming: an id, any name in any script, or what comes nearest."""

from __future__ import annotations

import pytest

from graphdata.filter import FilterError
from graphdata.naming import actor_called, actor_named, nearest, one_of
from graphdata.network import Network


@pytest.mark.parametrize("name", ["actor:ru", "ru", "Russia", "russia", "РОССИЯ"])
def test_an_actor_is_called_by_its_id_or_any_name(little: Network, name: str) -> None:
    assert actor_called(name, little) == "actor:ru"


def test_a_slip_is_answered_with_the_nearest_name(little: Network) -> None:
    with pytest.raises(FilterError, match=r"no actor is called 'Hezbolla'\. Did you mean Hezbollah"):
        actor_named("from", "Hezbolla", little)


def test_what_is_like_no_name_is_sent_to_the_search(little: Network) -> None:
    with pytest.raises(FilterError, match="Ctrl\\+F"):
        actor_named("from", "qqqqqqqq", little)


def test_a_word_outside_its_list_is_answered_with_the_nearest_or_the_list() -> None:
    assert one_of("--domain", "arms", ("arms", "money")) == "arms"
    with pytest.raises(FilterError, match="Did you mean money"):
        one_of("--domain", "mony", ("arms", "money"))
    with pytest.raises(FilterError, match="Choose among arms, money"):
        one_of("--domain", "zzz", ("arms", "money"))


def test_nothing_is_near_what_is_like_nothing() -> None:
    assert nearest("zzz", {"arms": "arms"}) == ""
