"""Words that stand for a line say all that its look says."""

from __future__ import annotations

from graphdata.filter import Filter
from graphdata.network import Network
from graphdata.tie_words import line_in_words, numbers_in_words
from graphdata.ties import ties_of
from graphdata.view import view_of


def test_a_line_says_ends_domain_confidence_badges_and_sources(little: Network) -> None:
    view = view_of(little, Filter())
    tie = next(tie for tie in ties_of(view) if tie.contested)
    words = line_in_words(view, tie, (2, 4))
    assert words.startswith("Iran → Russia. Arms: ")
    assert "Confidence Low" in words
    assert "contested" in words
    assert words.endswith(" Sources [2] [4].")
    assert "Sources" not in line_in_words(view, tie)


def test_a_mutual_and_a_hostile_line_say_so(little: Network) -> None:
    view = view_of(little, Filter())
    said = [line_in_words(view, tie) for tie in ties_of(view)]
    assert any("↔" in words for words in said)
    assert any("Arms, hostile" in words for words in said)


def test_numbers_are_cited_one_by_one() -> None:
    assert numbers_in_words((3, 14)) == "[3] [14]"
