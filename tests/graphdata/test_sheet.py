"""A page carries its marking, its date, its filter and its sources."""

from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from msgspec.structs import replace

from graphdata import typeface
from graphdata.citation import Note, numbered
from graphdata.drawing import Drawing, Group, Words, flat
from graphdata.faults import faults_of
from graphdata.filter import Filter, in_words
from graphdata.layout.placement import positions_of
from graphdata.network import Network
from graphdata.ruleset import Level
from graphdata.sheet import (
    Request,
    as_of_line,
    confidence_statement,
    counted_confidence,
    left_out,
    line_notes,
    notes_marks,
    scene_on_page,
    sheet_of,
)
from graphdata.style import theme_from
from graphdata.ties import ties_of
from graphdata.view import view_of

ROOT = next(parent for parent in Path(__file__).parents if (parent / "resources").is_dir())
LIGHT = theme_from((ROOT / "resources/themes/light.toml").read_text(encoding="utf-8"))


def page(network: Network, wanted: Filter | None = None, **fields: object) -> Drawing:
    view = view_of(network, wanted or Filter())
    request = Request(**{"aspect": 16 / 9, "theme": LIGHT, **fields})
    return sheet_of(view, ties_of(view), positions_of(network), request)


def words(drawing: Drawing) -> list[str]:
    return [mark.text for mark in flat(drawing.items) if isinstance(mark, Words)]


def test_the_marking_stands_at_head_and_foot(little: Network) -> None:
    assert words(page(little)).count("TLP:AMBER") == 2


@pytest.mark.parametrize(("wide", "high"), [(841.9, 595.3), (595.3, 841.9), (960.0, 540.0), (800.0, 600.0)])
def test_the_marking_has_twelve_points_on_paper_and_slides_and_stands_to_the_right(
    little: Network, wide: float, high: float
) -> None:
    made = page(little, aspect=wide / high, marking="TLP:AMBER+STRICT")
    marks = [m for m in flat(made.items) if isinstance(m, Words) and m.text == "TLP:AMBER+STRICT"]
    assert len(marks) == 2
    assert all(mark.size * wide / made.width >= 12.0 and mark.anchor == "end" for mark in marks)


@pytest.mark.parametrize("aspect", [16 / 9, 2**-0.5])
def test_title_and_filter_keep_clear_of_a_long_marking(little: Network, aspect: float) -> None:
    made = page(little, aspect=aspect, marking="M" * 64, marking_reason="so", title="long " * 60)
    said = [m for m in flat(made.items) if isinstance(m, Words)]
    banner = next(m for m in said if m.text == "M" * 64)
    left = banner.x - typeface.width(banner.text, banner.size, True)
    titles = [m for m in said if m.text.startswith("long")]
    assert titles
    assert left > 0.4 * made.width
    assert all(m.x + typeface.width(m.text, m.size, True) < left for m in titles)


def test_the_title_asked_for_is_set_else_the_networks(little: Network) -> None:
    assert little.title in words(page(little))
    assert "Tehran arms Moscow" in words(page(little, title="Tehran arms Moscow"))


def test_the_filter_in_force_is_written_out(little: Network) -> None:
    wanted = Filter(domains=frozenset({"arms"}))
    assert in_words(wanted, little).rstrip(".") in " ".join(words(page(little, wanted)))


def test_what_is_left_out_is_counted(little: Network) -> None:
    view = view_of(little, Filter(domains=frozenset({"money"})))
    hidden = len(little.relations) - len(view.relations)
    assert f"{hidden} of {len(little.relations)} relations" in left_out(view)
    assert left_out(view_of(little, Filter())) == "Nothing is left out."


def test_every_note_on_a_line_is_a_source_in_the_list(little: Network) -> None:
    view = view_of(little, Filter())
    listed = {str(note.number) for note in numbered(view)}
    printed = {n for text in line_notes(view, ties_of(view)).values() for n in text.rstrip("+").split(",") if n}
    assert printed
    assert printed <= listed


def test_every_source_of_what_is_shown_is_listed(little: Network) -> None:
    text = " ".join(words(page(little)))
    assert all(f"[{note.number}]" in text for note in numbered(view_of(little, Filter())))


def test_the_as_of_line_is_as_vague_as_the_dates(little: Network) -> None:
    first = little.relations[0]
    old = replace(first, claims=(replace(first.claims[0], when="17XX/18XX"),))
    network = replace(little, relations=(old, *little.relations[1:]))
    assert "information dated 18th century to 20" in as_of_line(view_of(network, Filter()))


def test_the_as_of_line_names_dataset_and_ruleset(little: Network) -> None:
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


@pytest.mark.parametrize("aspect", [16 / 9, 4 / 3, 1.0, 0.7])
def test_nothing_leaves_the_page(little: Network, aspect: float) -> None:
    drawing = page(little, aspect=aspect)
    assert drawing.width / drawing.height == pytest.approx(aspect)
    assert all(
        0 <= m.x <= drawing.width and 0 <= m.y <= drawing.height for m in flat(drawing.items) if isinstance(m, Words)
    )


@pytest.mark.parametrize("aspect", [30.0, 1 / 30])
def test_a_strip_of_paper_keeps_room_for_its_map(little: Network, aspect: float) -> None:
    view = view_of(little, Filter())
    scene = scene_on_page(view, ties_of(view), positions_of(little), Request(aspect, LIGHT))
    left, top, right, bottom = scene.bounds
    assert scene.scale >= 0.55
    assert min(right - left, bottom - top) > 100.0


def test_labels_do_not_overlap_on_the_page(little: Network) -> None:
    whole = next(item for item in page(little).items if isinstance(item, Group) and item.id == "map")
    marks = [m for g in whole.items if isinstance(g, Group) and g.id.startswith("label") for m in g.items]
    rows = [m for m in marks if isinstance(m, Words)]
    for one, other in combinations(rows, 2):
        if one.y == other.y:
            assert abs(one.x - other.x) > 1.0


def test_legend_and_notes_can_be_left_out(little: Network) -> None:
    bare = page(little, legend=False, notes=False)
    assert "Sources" not in words(bare)
    assert "Domain" not in words(bare)


def test_the_description_carries_every_source(little: Network) -> None:
    assert all(note.text in page(little).description for note in numbered(view_of(little, Filter())))


def test_the_same_request_gives_the_same_page(little: Network) -> None:
    first, second = (list(flat(page(little).items)) for _ in range(2))
    assert [m for m in first if isinstance(m, Words)] == [m for m in second if isinstance(m, Words)]
    assert len(first) == len(second)


def test_an_empty_view_still_makes_a_page(little: Network) -> None:
    assert "Nothing is on show." in words(page(little, Filter(text="no such word anywhere")))


def test_sizes_are_finite(little: Network) -> None:
    drawing = page(little)
    assert np.isfinite([drawing.width, drawing.height]).all()


def test_the_map_keeps_out_of_the_head_whatever_its_shape(little: Network) -> None:
    tall = {actor.id: (40.0 * (rank % 2), 150.0 * rank) for rank, actor in enumerate(little.drawn)}
    view = view_of(little, Filter())
    drawing = sheet_of(view, ties_of(view), tall, Request(16 / 9, LIGHT))
    head, whole = (next(g for g in drawing.items if isinstance(g, Group) and g.id == name) for name in ("head", "map"))
    lowest = max(mark.y for mark in head.items if isinstance(mark, Words) and mark.anchor == "start")
    assert all(mark.y - mark.size > lowest for mark in flat((whole,)) if isinstance(mark, Words))


@pytest.mark.parametrize(("words", "size"), [(3, 24.0), (33, 20.0), (60, 16.0), (90, 14.0)])
def test_a_long_title_is_set_smaller_before_it_is_cut(little: Network, words: int, size: float) -> None:
    title = " ".join(f"word{rank}" for rank in range(words))
    head = next(g for g in page(little, title=title).items if isinstance(g, Group) and g.id == "head")
    lines = [mark for mark in head.items if isinstance(mark, Words) and mark.bold and mark.anchor == "start"]
    assert " ".join(line.text for line in lines) == title
    assert lines[0].size <= 24.0
    assert {line.size for line in lines} == {size}


def test_no_citation_is_torn_apart() -> None:
    notes = tuple(Note(rank, f"src:{rank}", "word " * (5 + rank % 9)) for rank in range(1, 61))
    (group,) = notes_marks(notes, (0.0, 0.0, 700.0, 300.0), LIGHT, columns=3)
    blocks = [item for item in group.items if isinstance(item, Group) and item.id.startswith("note")]
    assert all(len({mark.x for mark in block.items[1:]}) == 1 for block in blocks)
    left = next((m.text for m in flat(group.items) if isinstance(m, Words) and m.text.startswith("and ")), "and 0 more")
    assert len(blocks) + int(left.split()[1]) == 60


def test_small_marks_are_drawn_larger_where_that_hides_nothing(little: Network) -> None:
    view = view_of(little, Filter())
    ties, places = ties_of(view), {key: (9.0 * x, 9.0 * y) for key, (x, y) in positions_of(little).items()}
    request = Request(1.6, LIGHT)
    scene = scene_on_page(view, ties, places, request)
    assert scene.scale >= 0.8
    assert not faults_of(scene)
    left, top, right, bottom = scene.bounds
    assert right - left < 1600.0
    assert bottom - top < 900.0
