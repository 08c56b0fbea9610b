"""The marking of a picture is that of the most sensitive thing on it; lowering it asks for a reason that is kept."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from graphdata.filter import Filter
from graphdata.marking import (
    COLOURS,
    MarkingError,
    ceiling_in_words,
    highest,
    highest_marking,
    label_of,
    lowered_in_words,
    marking_colours,
    needs_reason,
    printed_marking,
    raised_marking,
    rank,
)
from graphdata.network import Network
from graphdata.questions.baseline import Baseline
from graphdata.questions.compared import compared
from graphdata.sheet.words import left_out
from graphdata.view import view_of
from graphdata.vocabulary import MARKINGS


def test_the_highest_wins() -> None:
    assert highest(MARKINGS) == "TLP:RED"
    assert highest(["TLP:CLEAR", "TLP:GREEN"]) == "TLP:GREEN"


@pytest.mark.parametrize(
    ("markings", "printed"),
    [
        (["SECRET", "TLP:CLEAR"], "SECRET"),
        (["TLP:GREEN", "SECRET", "TLP:RED"], "SECRET · TLP:RED"),
        (["SECRET", "UNCLASSIFIED"], "SECRET · UNCLASSIFIED"),
        (["SECRET · TLP:GREEN", "SECRET", "TLP:AMBER"], "SECRET · TLP:AMBER"),
        ([], "TLP:CLEAR"),
    ],
)
def test_of_schemes_that_nobody_can_compare_every_one_is_printed(markings: list[str], printed: str) -> None:
    assert highest(markings) == printed
    assert label_of(printed) == printed


def test_several_labels_can_be_raised_and_not_lowered_without_a_reason() -> None:
    assert label_of("tlp:red ·  Secret") == "Secret · TLP:RED"
    assert not needs_reason("SECRET · TLP:RED", "SECRET · TLP:GREEN")
    assert not needs_reason("OFFICIAL · SECRET", "SECRET")
    assert needs_reason("SECRET", "SECRET · TLP:GREEN")
    assert needs_reason("SECRET · TLP:GREEN", "SECRET · TLP:RED")
    with pytest.raises(MarkingError, match="TLP:PINK"):
        label_of("SECRET · TLP:PINK")


def test_a_network_that_is_compared_with_counts(little: Network) -> None:
    after = view_of(little, Filter(domains=frozenset({"arms"})))
    both, _, _ = compared(Baseline(other=replace(little, marking="TLP:RED", digest="0" * 64)).view(after), after)
    assert highest_marking(both) == "TLP:RED"


def test_hiding_what_is_marked_lowers_the_banner(little: Network) -> None:
    assert highest_marking(view_of(little, Filter())) == "TLP:AMBER"
    without = Filter(hidden_actors=frozenset({"actor:houthis"}))
    assert highest_marking(view_of(little, without)) == "TLP:GREEN"
    bare = Filter(hidden_actors=frozenset({"actor:houthis"}), hidden_relations=frozenset({"rel:backing"}))
    assert highest_marking(view_of(little, bare)) == "TLP:CLEAR"


def test_every_label_has_the_colour_that_first_gives_it() -> None:
    assert set(COLOURS) == set(MARKINGS)
    assert marking_colours("SECRET") == "#FFFFFF"


def test_whoever_is_named_in_the_evidence_counts(little: Network) -> None:
    """The outlet of a source and whoever speaks in a chain are shown, so they mark."""
    document = little.relation["rel:shahed"].claims[0].document
    outlet = replace(little.actors[0], id="actor:outlet", marking="TLP:RED")
    sources = tuple(replace(each, publisher="actor:outlet") if each.id == document else each for each in little.sources)
    network = replace(little, actors=(*little.actors, outlet), sources=sources)
    unseen = frozenset(["actor:outlet"])
    assert highest_marking(view_of(network, Filter(hidden_actors=unseen))) == "TLP:RED"
    assert highest_marking(view_of(replace(network, sources=little.sources), Filter(hidden_actors=unseen))) != "TLP:RED"


def test_a_claim_above_the_ceiling_does_not_mark(with_claims: Callable[..., Network]) -> None:
    """It is left out and counted; without the ceiling it marks the picture."""
    network = with_claims({"marking": "TLP:RED"}, {"marking": "TLP:GREEN"})
    assert highest_marking(view_of(network, Filter())) == "TLP:RED"
    view = view_of(network, Filter(ceiling="TLP:GREEN"))
    assert highest_marking(view) == "TLP:GREEN"
    assert "Above TLP:GREEN and left out: 0 relations, and 1 claim on those shown" in left_out(view)


def test_relations_above_the_ceiling_are_counted(little: Network) -> None:
    view = view_of(little, Filter(ceiling="TLP:CLEAR"))
    hidden = len(little.relations) - len(view.relations)
    assert hidden
    assert f"left out: {hidden} relation" in ceiling_in_words(view)
    assert ceiling_in_words(view_of(little, Filter())) == ""


def test_a_dataset_above_the_ceiling_says_so(little: Network) -> None:
    view = view_of(replace(little, marking="TLP:AMBER"), Filter(ceiling="TLP:GREEN"))
    assert "The dataset itself is marked TLP:AMBER." in ceiling_in_words(view)
    assert highest_marking(view) == "TLP:AMBER"


@given(st.sampled_from([*MARKINGS, "SECRET"]), st.sampled_from([*MARKINGS, "SECRET", "OFFICIAL"]))
def test_only_raising_within_one_scheme_needs_no_reason(computed: str, asked: str) -> None:
    known = asked in MARKINGS and computed in MARKINGS
    raising = known and rank(asked) > rank(computed)
    assert needs_reason(asked, computed) is not (raising or asked == computed or computed == "TLP:CLEAR")


def test_lowering_asks_for_a_reason_and_keeps_it(little: Network) -> None:
    view = view_of(little, Filter())
    with pytest.raises(MarkingError, match=r"marked TLP:AMBER\. To print TLP:GREEN instead, give a reason"):
        printed_marking(view, "tlp:green", "  ")
    assert printed_marking(view, "tlp:green", "Cleared by the desk") == "TLP:GREEN"
    words = lowered_in_words(view, "tlp:green", "Cleared by the desk")
    assert words == "Marked TLP:GREEN by hand; what is shown is marked TLP:AMBER. Reason: Cleared by the desk."


def test_raising_needs_no_reason(little: Network) -> None:
    view = view_of(little, Filter())
    assert printed_marking(view, "TLP:RED") == "TLP:RED"
    assert printed_marking(view) == "TLP:AMBER"
    assert lowered_in_words(view, "TLP:RED", "") == ""


@pytest.mark.parametrize("text", ["TLP:PINK", "tlp amber", "x" * 65, "a\x00b"])
def test_what_is_no_label_is_refused(text: str) -> None:
    with pytest.raises(MarkingError):
        label_of(text)


def test_labels_are_printed_in_capitals_without_spaces() -> None:
    assert label_of(" tlp:amber + strict ") == "TLP:AMBER+STRICT"
    assert label_of("  For  official use ") == "For official use"


@pytest.mark.parametrize(("asked", "left"), [("TLP:RED", "TLP:RED"), ("TLP:GREEN", ""), ("", ""), ("TLP:PINK", "")])
def test_what_asks_nothing_takes_a_marking_only_to_raise(little: Network, asked: str, left: str) -> None:
    view = view_of(little, Filter())
    assert highest_marking(view) == "TLP:AMBER"
    assert raised_marking(view, asked) == left
