"""How much room an actor takes."""

from msgspec.structs import replace

from graphdata.footprint import footprint, is_bold, lettering
from graphdata.network import Network


def test_more_relations_take_more_room(little: Network) -> None:
    actor = little.actors[0]
    assert footprint(actor, 30)[2] > footprint(actor, 1)[2]


def test_a_long_name_is_higher_not_wider_than_the_room(little: Network) -> None:
    plain = replace(little.actors[0], short="Iran")
    long = replace(little.actors[0], short="Ministry of Foreign Affairs of the Russian Federation")
    assert lettering(long).height > lettering(plain).height
    assert footprint(long, 1)[0] <= 104.0 + 4.0


def test_the_short_name_is_what_the_map_shows(little: Network) -> None:
    assert lettering(replace(little.actors[0], short="RU")).lines == ("RU",)


def test_states_are_bold(little: Network) -> None:
    assert {is_bold(actor) for actor in little.actors if actor.kind == "state"} == {True}
    assert {is_bold(actor) for actor in little.actors if actor.kind != "state"} == {False}
