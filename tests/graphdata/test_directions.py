"""Names written from the right keep to themselves, and nothing of a text is lost on the way."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from graphdata.directions import is_from_the_right, isolated, marked, stretches, unmarked

MIXED = st.text(alphabet="ایران روسیه abc 123 → · א", max_size=40)


def test_only_names_from_the_right_are_isolated() -> None:
    assert isolated("Россия") == "Россия"
    assert isolated("ایران") == "\u2068ایران\u2069"
    assert not is_from_the_right("Iran → Россия")


@given(MIXED)
def test_marks_can_be_taken_away_again(text: str) -> None:
    assert unmarked(isolated(text)) == text
    assert "\u2068" not in marked(isolated(text))


@given(MIXED)
def test_stretches_are_the_whole_text(text: str) -> None:
    pieces = list(stretches(text))
    assert "".join(piece for piece, _ in pieces) == text
    assert all(is_from_the_right(piece) == turned for piece, turned in pieces)


def test_blanks_inside_a_name_belong_to_it() -> None:
    assert list(stretches("→ جمهوری اسلامی (2)")) == [("→ ", False), ("جمهوری اسلامی", True), (" (2)", False)]
