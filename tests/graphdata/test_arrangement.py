"""The ways to arrange a map."""

import pytest
from msgspec.structs import replace

from graphdata.arrangement import (
    CLUSTERS,
    LAYOUT_LABELS,
    LAYOUTS,
    Arrangement,
    Layout,
    arrangement_from,
    arrangement_of,
    bloc_name,
    group_of,
    leans,
)
from graphdata.filter import Filter
from graphdata.network import Network


def test_every_layout_has_words() -> None:
    assert tuple(LAYOUT_LABELS) == LAYOUTS


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_choice_survives_as_a_word(layout: Layout) -> None:
    wanted = Arrangement(layout, "actor:ir" if layout == "radial" else "")
    assert arrangement_from(wanted.text) == wanted


def test_a_word_that_says_nothing_known_stands_for_clusters() -> None:
    assert arrangement_from("spiral actor:ir") == arrangement_from("") == CLUSTERS


def test_rings_go_round_the_selected_actor_or_that_of_the_filter_or_the_most_related(little: Network) -> None:
    asked = Filter(ego="actor:il")
    assert arrangement_of("radial", little, asked, "actor:ir").centre == "actor:ir"
    assert arrangement_of("radial", little, asked).centre == "actor:il"
    most = max(little.degree.values())
    assert little.degree[arrangement_of("radial", little, Filter()).centre] == most


def test_only_rings_have_a_middle(little: Network) -> None:
    assert arrangement_of("layered", little, Filter(), "actor:ir") == Arrangement("layered")


def test_a_network_of_nobody_has_no_middle(little: Network) -> None:
    nobody = replace(little, actors=(), relations=())
    assert arrangement_of("radial", nobody, Filter()).centre == ""


def test_groups_are_blocs_or_kinds(little: Network) -> None:
    actor = replace(little.actor["actor:ir"], bloc="ir-state")
    assert (group_of(actor, "blocs"), group_of(actor, "kinds")) == ("ir-state", "State")


def test_only_layouts_without_an_order_lean_on_each_other() -> None:
    assert leans("clusters", "distances")
    assert not leans("clusters", "radial")
    assert not leans("kinds", "kinds")


def test_a_bloc_is_called_after_its_state_else_after_who_deals_most(little: Network) -> None:
    blocs = {"actor:ir": "one", "actor:irgc": "one", "actor:ru": "two"}
    network = replace(little, actors=tuple(replace(each, bloc=blocs.get(each.id, "")) for each in little.actors))
    assert bloc_name(network, "one") == network.actor["actor:ir"].label
    assert bloc_name(network, "two") == network.actor["actor:ru"].label


def test_rings_go_round_nobody_who_is_not_on_show(little: Network) -> None:
    assert arrangement_of("radial", little, Filter(), "actor:ir", ["actor:ru", "actor:il"]).centre == "actor:ru"
