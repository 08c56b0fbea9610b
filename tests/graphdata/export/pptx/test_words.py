"""Words that stand for a line say all that its look says."""

from __future__ import annotations

from graphdata.citation import numbered
from graphdata.export.pptx.stage import Subject
from graphdata.export.pptx.words import actor_in_words, line_in_words, numbers_in_words, speaker_notes
from graphdata.sheet import Request
from graphdata.style import Theme


def test_a_line_says_ends_domain_confidence_badges_and_sources(subject: Subject) -> None:
    tie = next(tie for tie in subject.ties if tie.contested)
    words = line_in_words(subject.view, tie, noted=True)
    assert words.startswith("Iran → Russia. Arms: ")
    assert "Confidence Low" in words
    assert "contested" in words
    assert "Sources [" in words
    assert "Sources" not in line_in_words(subject.view, tie, noted=False)


def test_a_mutual_and_a_hostile_line_say_so(subject: Subject) -> None:
    said = [line_in_words(subject.view, tie, noted=False) for tie in subject.ties]
    assert any("↔" in words for words in said)
    assert any("Arms, hostile" in words for words in said)


def test_an_actor_says_its_kind_and_how_much_is_shown(subject: Subject) -> None:
    actors = subject.view.network.actor
    assert actor_in_words(subject.view, actors["actor:il"]) == "Israel, state; 1 relation shown"
    assert actor_in_words(subject.view, actors["actor:press-tv"]) == "Press TV, media; no relation shown"


def test_numbers_are_cited_one_by_one() -> None:
    assert numbers_in_words((3, 14)) == "[3] [14]"


def test_the_notes_begin_with_the_marking(subject: Subject, light: Theme) -> None:
    notes = speaker_notes(subject.view, Request(1.6, light, "A title\x07"), numbered(subject.view))
    assert notes.splitlines()[:2] == ["TLP:AMBER", "A title"]
    assert notes.splitlines()[-1].startswith("[4] ")
