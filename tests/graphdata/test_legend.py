"""The legend explains what is on show, and nothing else."""

from pathlib import Path

from graphdata.drawing import Words, flat
from graphdata.filter import Filter
from graphdata.legend import LONGEST, Entry, legend_group, legend_of, legend_plan
from graphdata.network import Network
from graphdata.style import theme_from
from graphdata.ties import ties_of
from graphdata.view import view_of
from graphdata.vocabulary import ACTOR_KINDS

ROOT = next(parent for parent in Path(__file__).parents if (parent / "resources").is_dir())
LIGHT = theme_from((ROOT / "resources/themes/light.toml").read_text(encoding="utf-8"))


def keys(network: Network, wanted: Filter, section: str) -> set[str]:
    view = view_of(network, wanted)
    return {entry.key for entry in legend_of(ties_of(view), view.actors) if entry.section == section}


def test_it_lists_the_domains_on_show(little: Network) -> None:
    assert keys(little, Filter(), "domain") == {relation.domain for relation in little.relations}
    assert keys(little, Filter(domains=frozenset({"arms"})), "domain") == {"arms"}


def test_it_lists_the_kinds_of_actors_on_show(little: Network) -> None:
    view = view_of(little, Filter(domains=frozenset({"money"})))
    assert keys(little, view.filter, "actor") == {actor.kind for actor in view.actors}


def test_it_lists_the_levels_on_show(little: Network) -> None:
    view = view_of(little, Filter())
    assert keys(little, Filter(), "confidence") == {str(int(tie.level)) for tie in ties_of(view)}


def test_an_empty_map_needs_no_legend() -> None:
    assert legend_of((), ()) == ()


def test_a_low_room_makes_columns(little: Network) -> None:
    view = view_of(little, Filter())
    entries = legend_of(ties_of(view), view.actors)
    _, slim, tall = legend_group(entries, LIGHT, 0.0, 0.0)
    _, wide, flat_height = legend_group(entries, LIGHT, 0.0, 0.0, 1.0, 100.0)
    assert wide > slim
    assert flat_height < tall


def test_every_entry_is_written_out_inside_the_size_that_is_told(little: Network) -> None:
    view = view_of(little, Filter())
    entries = legend_of(ties_of(view), view.actors)
    group, wide, high = legend_group(entries, LIGHT, 10.0, 20.0)
    words = [mark for mark in flat((group,)) if isinstance(mark, Words)]
    assert {entry.text for entry in entries} <= {word.text for word in words}
    assert all(10.0 <= w.x <= 10.0 + wide and 20.0 <= w.y <= 20.0 + high for w in words)


def test_a_long_section_that_goes_on_below_itself_has_one_heading() -> None:
    entries = tuple(Entry("actor", kind, words) for kind, words in ACTOR_KINDS.items())
    assert len(entries) > LONGEST
    assert [len(column.members) for column in legend_plan(entries).columns] == [len(entries)]
    apart = legend_plan(entries, 1.0, 100.0)
    assert [len(column.members) for column in apart.columns] == [LONGEST, len(entries) - LONGEST]
