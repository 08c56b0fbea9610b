"""The answers on the page about questions are those that the program gives: each command is run and compared."""

from __future__ import annotations

import argparse
import io
import re
import shlex
from pathlib import Path

import pytest

from desktop.dialogs.help_pages import Section, page_text, sections_of
from graphdata.asking import add_ask, ask
from graphdata.filter import Filter
from graphdata.questions.catalogue import QUESTIONS
from graphdata.questions.striking import ground_of
from graphdata.storage.dossiers import read_dossiers
from graphdata.view import view_of

NETWORK = Path(__file__).resolve().parents[2] / "resources" / "networks" / "russia-iran"
SECTIONS = {section.heading: section for section in sections_of("questions")}
DATES_IN_PROSE = {"2022", "2026"}  # of the events that the articles tell of


def section_of(question: str) -> Section:
    """Return the section about a question."""
    return SECTIONS[QUESTIONS[question].label]


def outputs_of(section: Section) -> str:
    """Return what the commands of a section print, one after the other."""
    commands = argparse.ArgumentParser().add_subparsers()
    add_ask(commands)
    printed = io.StringIO()
    for line in re.findall(r"^ {4}entente ask russia-iran (.+)$", section.text, flags=re.MULTILINE):
        chosen = commands.choices["ask"].parse_args([str(NETWORK), *shlex.split(line)])
        faults = io.StringIO()
        assert ask(chosen, printed, faults) == 0, faults.getvalue()
    return printed.getvalue()


def test_every_question_has_its_section_and_its_picture() -> None:
    """The sections are the questions, in their order, each with a command of that name and a picture."""
    assert list(SECTIONS) == [question.label for question in QUESTIONS.values()]
    for name in QUESTIONS:
        assert f"    entente ask russia-iran {name}" in section_of(name).text
        assert f"(pictures/{name}.png)" in section_of(name).text


def test_the_page_begins_with_a_table_that_leads_to_each() -> None:
    """The table of contents has a link for every question."""
    text = page_text("questions")
    assert all(f"[{section.heading}]({section.place.replace('#', '.md#')})" in text for section in SECTIONS.values())


@pytest.mark.parametrize("question", QUESTIONS)
def test_answers_are_those_of_the_program(question: str) -> None:
    """Sentences that are quoted, cells of tables and numbers in the text stand in what the program prints."""
    section = section_of(question)
    printed = outputs_of(section)
    quoted = re.findall(r"^> (.+)$", section.text, flags=re.MULTILINE)
    rows = re.findall(r"^\|(?!---)(.+)\|$", section.text, flags=re.MULTILINE)[1:]
    cells = [cell.strip() for row in rows for cell in row.split("|")]
    assert quoted
    assert not [each for each in (*quoted, *cells) if each not in printed]
    prose = re.sub(r"!\[.*\)|^( {4}|>|\|).*$", "", section.text, flags=re.MULTILINE)
    assert set(re.findall(r"\d+", prose)) - DATES_IN_PROSE <= set(re.findall(r"\d+", printed))


def test_no_ground_is_firmer_than_that_of_the_plant() -> None:
    """What the page says of the drone plant holds: no relation needs more sources to be wrong."""
    view = view_of(read_dossiers(NETWORK), Filter())
    sizes = {each.id: ground_of(view, each.id).size for each in view.relations}
    assert sizes["rel:ir-ru-alabuga"] == max(sizes.values()) == 4
