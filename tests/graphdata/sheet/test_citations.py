"""Every number on a line leads to a citation in the list."""

from collections.abc import Callable

from graphdata.citation import Note, numbered
from graphdata.drawing import Drawing, Group, Words, flat
from graphdata.filter import Filter
from graphdata.network import Network
from graphdata.sheet.citations import line_notes, notes_marks
from graphdata.style import Theme
from graphdata.ties import ties_of
from graphdata.view import view_of

Page = Callable[..., Drawing]


def words(drawing: Drawing) -> list[str]:
    return [mark.text for mark in flat(drawing.items) if isinstance(mark, Words)]


def test_every_note_on_a_line_is_a_source_in_the_list(little: Network) -> None:
    view = view_of(little, Filter())
    listed = {str(note.number) for note in numbered(view)}
    printed = {n for text in line_notes(view, ties_of(view)).values() for n in text.rstrip("+").split(",") if n}
    assert printed
    assert printed <= listed


def test_every_source_of_what_is_shown_is_listed(little: Network, page: Page) -> None:
    text = " ".join(words(page(little)))
    assert all(f"[{note.number}]" in text for note in numbered(view_of(little, Filter())))


def test_no_citation_is_torn_apart(light: Theme) -> None:
    notes = tuple(Note(rank, f"src:{rank}", "word " * (5 + rank % 9)) for rank in range(1, 61))
    (group,) = notes_marks(notes, (0.0, 0.0, 700.0, 300.0), light, columns=3)
    blocks = [item for item in group.items if isinstance(item, Group) and item.id.startswith("note")]
    assert all(len({mark.x for mark in block.items[1:]}) == 1 for block in blocks)
    left = next((m.text for m in flat(group.items) if isinstance(m, Words) and m.text.startswith("and ")), "and 0 more")
    assert len(blocks) + int(left.split()[1]) == 60


def test_few_citations_share_all_columns_and_have_air_between_them(light: Theme) -> None:
    notes = tuple(Note(rank, f"src:{rank}", "word " * 12) for rank in range(1, 10))
    (group,) = notes_marks(notes, (0.0, 0.0, 900.0, 400.0), light, columns=3)
    blocks = [item for item in group.items if isinstance(item, Group) and item.id.startswith("note")]
    columns: dict[float, list[Group]] = {}
    for block in blocks:
        columns.setdefault(block.items[0].x, []).append(block)
    assert [len(each) for each in columns.values()] == [3, 3, 3]
    lines = [mark for mark in blocks[0].items[1:] if isinstance(mark, Words)]
    pitch = lines[1].y - lines[0].y
    below = blocks[1].items[1]
    assert isinstance(below, Words)
    assert below.y - lines[-1].y > 1.2 * pitch
