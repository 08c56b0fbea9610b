"""Options of the command line become a filter, or an exact message."""

import argparse

import pytest

from graphdata.filter import Filter, FilterError
from graphdata.filter_options import add_filter_options, filter_from
from graphdata.network import Network
from graphdata.ruleset import Level


def asked(network: Network, *words: str) -> Filter:
    parser = argparse.ArgumentParser()
    add_filter_options(parser)
    return filter_from(parser.parse_args(words), network)


def test_no_option_asks_for_nothing(little: Network) -> None:
    assert asked(little) == Filter()


def test_lists_are_separated_by_commas(little: Network) -> None:
    assert asked(little, "--domain", "arms, tech").domains == {"arms", "tech"}


def test_an_actor_is_found_by_id_and_by_any_name(little: Network) -> None:
    assert asked(little, "--ego", "actor:ru").ego == "actor:ru"
    assert asked(little, "--ego", "ru", "--steps", "2").steps == 2
    assert asked(little, "--ego", "россия").ego == "actor:ru"


def test_a_kind_of_actor_may_stand_at_either_end(little: Network) -> None:
    kinds = frozenset({"armed_group"})
    assert asked(little, "--actor-kind", "armed_group") == Filter(actor_kinds=kinds, actor_ends="either")
    assert asked(little, "--actor-kind", "armed_group", "--actor-ends", "both") == Filter(actor_kinds=kinds)
    assert asked(little, "--query", "actor-kind:armed-group", "--actor-ends", "both") == Filter(actor_kinds=kinds)
    assert asked(little, "--actor-ends", "either") == Filter()


def test_a_source_needs_no_prefix(little: Network) -> None:
    assert asked(little, "--source", "wsj-2023").sources == {"src:wsj-2023"}


def test_levels_dates_and_switches(little: Network) -> None:
    found = asked(
        little, "--confidence", "moderate", "--from", "2022", "--to", "2024", "--no-undated", "--origins", "2"
    )
    assert found.min_confidence is Level.MODERATE
    assert found.period == ("2022", "2024")
    assert not found.undated
    assert found.min_origins == 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--domain", "armss"), "--domain: 'armss' is not known. Did you mean arms?"),
        (("--actor-kind", "firm", "--actor-ends", "one"), "--actor-ends: 'one' is not known."),
        (("--confidence", "sure"), "--confidence: 'sure' is not known."),
        (("--ego", "Rusia"), "Did you mean Russia?"),
        (("--source", "nyt"), "--source: 'src:nyt' is not known."),
        (("--as-of", "2023-13"), "2023-13"),
    ],
)
def test_a_wrong_word_is_named_with_its_option(little: Network, words: tuple[str, str], said: str) -> None:
    with pytest.raises(FilterError, match=said.replace("?", r"\?").replace(".", r"\.")):
        asked(little, *words)


def test_a_query_line_asks_for_all_at_once_and_options_beside_it(little: Network) -> None:
    found = asked(little, "--query", "from:russia domain:arms,tech origins>=2", "--domain", "money")
    assert found == Filter(givers=frozenset({"actor:ru"}), domains=frozenset({"money"}), min_origins=2)


def test_a_mistake_in_a_query_line_is_told_with_its_place(little: Network) -> None:
    with pytest.raises(FilterError, match="“rusia” at 6: no actor is called 'rusia'"):
        asked(little, "--query", "from:rusia")


def test_givers_receivers_and_parties_are_lists_of_names(little: Network) -> None:
    found = asked(little, "--giver", "россия,ir", "--receiver", "Hezbollah", "--party", "irgc")
    assert (found.givers, found.receivers) == ({"actor:ru", "actor:ir"}, {"actor:hezbollah"})
    assert found.parties == {"actor:irgc"}
