"""What a page says of its view."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from graphdata.citation import numbered
from graphdata.drawing import Drawing, Words, flat
from graphdata.filter import Filter
from graphdata.network import Network
from graphdata.ruleset import Level
from graphdata.sheet.words import as_of_line, confidence_statement, counted_confidence, left_out
from graphdata.view import view_of

Page = Callable[..., Drawing]


def words(drawing: Drawing) -> list[str]:
    return [mark.text for mark in flat(drawing.items) if isinstance(mark, Words)]


def test_what_is_left_out_is_counted(little: Network) -> None:
    view = view_of(little, Filter(domains=frozenset({"money"})))
    hidden = len(little.relations) - len(view.relations)
    assert f"{hidden} of {len(little.relations)} relations" in left_out(view)
    assert left_out(view_of(little, Filter())) == "Nothing is left out."


def test_the_as_of_line_is_as_vague_as_the_dates(little: Network) -> None:
    first = little.relations[0]
    old = replace(first, claims=(replace(first.claims[0], when="17XX/18XX"),))
    network = replace(little, relations=(old, *little.relations[1:]))
    assert "information dated 18th century to 20" in as_of_line(view_of(network, Filter()))


def test_the_as_of_line_says_when_the_last_claim_was_recorded(little: Network) -> None:
    first = little.relations[0]
    recorded = tuple(
        replace(claim, recorded=date) for claim, date in zip(first.claims, ("2026-01-30", "2025"), strict=True)
    )
    network = replace(little, relations=(replace(first, claims=recorded), *little.relations[1:]))
    assert " · compiled 30 Jan 2026 · dataset" in as_of_line(view_of(network, Filter()))
    assert "compiled" not in as_of_line(view_of(little, Filter()))


def test_the_as_of_line_names_dataset_and_ruleset(little: Network, page: Page) -> None:
    line = next(text for text in words(page(little)) if text.startswith("As of"))
    assert "dataset 1.0 (a1b2c3d4)" in line
    assert "ruleset 1" in line


def test_the_confidence_statement_counts_and_foretells_nothing(little: Network) -> None:
    said = confidence_statement(view_of(little, Filter()))
    assert f"{len(little.relations)} relations" in said
    assert not {"likely", "probably", "unlikely"} & set(said.lower().split())


@pytest.mark.parametrize(
    ("origins", "words"),
    [
        ((1,), "the relation shown: low in 1; it rests on 1 origin."),
        ((0,), "the relation shown: low in 1; it rests on no named origin."),
        ((3,), "the relation shown: low in 1; it rests on 3 origins."),
        ((1, 0), "the 2 relations shown: low in 2; 1 rests on one origin."),
        ((2, 0), "the 2 relations shown: low in 2; none rests on one origin."),
        ((1, 1), "the 2 relations shown: low in 2; 2 rest on one origin."),
    ],
)
def test_the_confidence_statement_counts_as_one_speaks(origins: tuple[int, ...], words: str) -> None:
    assert counted_confidence([(Level.LOW, each) for each in origins]) == f"Confidence in {words}"


def test_actors_without_relations_are_on_show(little: Network) -> None:
    alone = view_of(replace(little, relations=()), Filter())
    assert alone.actors
    assert confidence_statement(alone) == "No relation is on show."


def test_the_description_carries_every_source(little: Network, page: Page) -> None:
    assert all(note.text in page(little).description for note in numbered(view_of(little, Filter())))
