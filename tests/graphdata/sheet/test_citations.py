"""Every number on a line leads to a citation in the list."""

from collections.abc import Callable

from graphdata import typeface
from graphdata.citation import numbered
from graphdata.citing import Citing, Form
from graphdata.drawing import Drawing, Group, Words, flat
from graphdata.filter import Filter
from graphdata.network import Network
from graphdata.sheet.citations import all_fit, line_notes, notes_marks
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


def cited(network: Network, count: int) -> Citing:
    """Return so many citations of the sources of a network, over and over."""
    view = view_of(network, Filter())
    notes = [note for _ in range(count) for note in numbered(view)][:count]
    return Citing([view], [note._replace(number=rank) for rank, note in enumerate(notes, start=1)])


def test_no_citation_is_torn_apart(little: Network, light: Theme) -> None:
    (group,) = notes_marks(cited(little, 90), (0.0, 0.0, 700.0, 300.0), light, columns=3)
    blocks = [item for item in group.items if isinstance(item, Group) and item.id.startswith("note")]
    assert all(len({mark.x for mark in block.items[1:]}) == 1 for block in blocks)
    left = next((m.text for m in flat(group.items) if isinstance(m, Words) and m.text.startswith("and ")), "and 0 more")
    assert len(blocks) + int(left.split()[1]) == 90


def test_few_citations_share_all_columns_and_have_air_between_them(little: Network, light: Theme) -> None:
    (group,) = notes_marks(cited(little, 9), (0.0, 0.0, 900.0, 400.0), light, columns=3)
    blocks = [item for item in group.items if isinstance(item, Group) and item.id.startswith("note")]
    columns: dict[float, list[Group]] = {}
    for block in blocks:
        columns.setdefault(block.items[0].x, []).append(block)
    assert [len(each) for each in columns.values()] == [3, 3, 3]
    lines = [mark for mark in blocks[2].items[1:] if isinstance(mark, Words)]
    pitch = lines[1].y - lines[0].y
    below, above = blocks[1].items[1], blocks[0].items[-1]
    assert isinstance(below, Words)
    assert isinstance(above, Words)
    assert below.y - above.y > 1.2 * pitch


def test_print_is_never_smaller_than_can_be_read_and_the_rest_is_counted(little: Network, light: Theme) -> None:
    box, least = (0.0, 0.0, 210.0, 260.0), 13.7
    (group,) = notes_marks(cited(little, 40), box, light, 1, least)
    said = [mark for mark in flat(group.items) if isinstance(mark, Words)]
    assert min(mark.size for mark in said) == least
    assert " more in the annex" in " ".join(mark.text for mark in said)
    assert all(mark.x + typeface.width(mark.text, mark.size) <= 210.0 and mark.y < 260.0 for mark in said)


def test_whether_all_have_room_is_told(little: Network) -> None:
    citing = cited(little, 12)
    assert all_fit(citing, (0.0, 0.0, 300.0, 400.0), 1, 11.7)
    assert not all_fit(citing, (0.0, 0.0, 300.0, 120.0), 1, 11.7)


def test_words_are_fewer_before_print_is_small_and_the_picture_says_so(little: Network, light: Theme) -> None:
    citing, found = cited(little, 4), []
    for high in (400.0, 200.0, 150.0, 130.0, 100.0):
        marks = notes_marks(citing, (0.0, 0.0, 210.0, high), light, columns=1)
        said = " ".join(words(Drawing(1.0, 1.0, "", marks)))
        found.append(next(form for form in Form if all(text in said for text in citing.texts(form))))
        assert ("Shortened; in full in the annex" in said) == (found[-1] > Form.WHOLE)
        assert "Grades: A–F" in said
    assert found == sorted(found)
    assert (found[0], found[-1]) == (Form.WHOLE, Form.LEAST)
