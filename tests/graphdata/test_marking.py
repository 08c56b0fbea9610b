"""The marking of a picture is that of the most sensitive thing on it."""

from graphdata.filter import Filter
from graphdata.marking import COLOURS, highest, highest_marking, marking_colours
from graphdata.network import Network
from graphdata.view import view_of
from graphdata.vocabulary import MARKINGS


def test_the_highest_wins() -> None:
    assert highest(MARKINGS) == "TLP:RED"
    assert highest(["TLP:CLEAR", "TLP:GREEN"]) == "TLP:GREEN"


def test_a_foreign_scheme_outranks_them_all() -> None:
    assert highest(["TLP:RED", "SECRET"]) == "SECRET"


def test_hiding_what_is_marked_lowers_the_banner(little: Network) -> None:
    assert highest_marking(view_of(little, Filter())) == "TLP:AMBER"
    without = Filter(hidden_actors=frozenset({"actor:houthis"}))
    assert highest_marking(view_of(little, without)) == "TLP:GREEN"
    bare = Filter(hidden_actors=frozenset({"actor:houthis"}), hidden_relations=frozenset({"rel:backing"}))
    assert highest_marking(view_of(little, bare)) == "TLP:CLEAR"


def test_every_label_has_the_colour_that_first_gives_it() -> None:
    assert set(COLOURS) == set(MARKINGS)
    assert marking_colours("SECRET") == "#FFFFFF"
