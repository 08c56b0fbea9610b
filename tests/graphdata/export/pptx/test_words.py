"""Words say what an actor is, what a slide shows, and what a briefer has to know."""

from __future__ import annotations

import re

from graphdata.export.pptx.stage import Subject
from graphdata.export.pptx.words import actor_in_words, shown_in_words, speaker_notes


def test_an_actor_says_its_kind_and_how_much_is_shown(subject: Subject) -> None:
    actors = subject.view.network.actor
    assert actor_in_words(subject.view, actors["actor:il"]) == "Israel, state; 1 relation shown"
    assert actor_in_words(subject.view, actors["actor:press-tv"]) == "Press TV, media; no relation shown"


def test_the_notes_begin_with_the_marking_and_end_with_the_relations(subject: Subject) -> None:
    view = subject.view
    notes = speaker_notes(view, "A title\x07", shown_in_words(view), "TLP:AMBER", subject.numbering)
    assert notes.splitlines()[:2] == ["TLP:AMBER", "A title"]
    assert re.findall(r"^\[(\d)\] ", notes, re.MULTILINE) == ["1", "2", "3", "4"]
    assert len(notes.partition("Relations:\n")[2].splitlines()) == len(view.relations)


def test_a_part_says_what_it_is_instead_of_all_relations(subject: Subject) -> None:
    assert shown_in_words(subject.view).startswith("Shown: All relations. ")
    said = shown_in_words(subject.view, "Relations of Iran.", "The other lines are faint.")
    assert said.startswith("Shown: Relations of Iran. The other lines are faint. ")
