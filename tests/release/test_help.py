"""The help says what the program does: its keys, its options, its columns, its cases and its example are compared."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

import pytest

from desktop import crash, logs, settings
from desktop.actions import ACTIONS, SEPARATOR, shortcut_lines
from desktop.command_line import COMMANDS, add_export, window_parser
from desktop.dialogs.help_pages import known_place, picture_file, place_of_link, sections_of
from desktop.dialogs.help_places import ELSEWHERE
from desktop.export.formats import PRESETS, SUFFIXES
from graphdata.cli import add_commands
from graphdata.filter import Filter
from graphdata.questions.catalogue import QUESTIONS
from graphdata.ruleset import FLAGS, RULESET_1, Level
from graphdata.storage.dossiers import problems_in_dossiers, read_dossiers
from graphdata.storage.grids import MOST_ROWS, TABLE_LIMIT
from graphdata.storage.table_columns import ACTORS, BROADEST, RELATIONS
from graphdata.view import view_of
from graphdata.vocabulary import ACTOR_KINDS, BASES, DIGITS, KINDS, LETTERS, MARKINGS, STANCES, STATUS_WORDS

ROOT = Path(__file__).resolve().parents[2]
HELP = ROOT / "resources" / "help"
PAGES = (
    "index", "first-map", "filters", "evidence", "policy", "questions", "time", "revealed", "views",
    "curating", "table", "exporting", "slides", "command-line", "keys", "privacy",
)  # fmt: skip


def text_of(page: str) -> str:
    """Return a page."""
    return (HELP / f"{page}.md").read_text(encoding="utf-8")


def rows_of(page: str) -> list[tuple[str, ...]]:
    """Return the rows of all tables of a page."""
    lines = [line for line in text_of(page).splitlines() if line.startswith("|") and not line.startswith("|---")]
    return [tuple(cell.strip() for cell in line.strip("|").split("|")) for line in lines]


def parsers() -> dict[str, argparse.ArgumentParser]:
    """Return the parser of each command; the window's goes by an empty name."""
    commands = argparse.ArgumentParser().add_subparsers()
    add_commands(commands)
    add_export(commands)
    return {"": window_parser(), **commands.choices}


def test_every_page_is_there() -> None:
    """The pages are those of the table of contents, each with a title."""
    assert {path.stem for path in HELP.glob("*.md")} == set(PAGES)
    assert {path.name for path in HELP.iterdir() if path.suffix != ".md"} == {"pictures"}
    assert all(text_of(page).startswith("# ") for page in PAGES)
    assert {f"{page}.md" for page in PAGES[1:]} == set(re.findall(r"\]\(([^)]+)\)", text_of("index")))


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_to_pages_and_nowhere_else(page: str) -> None:
    """There is no address outside, no picture but the shipped ones, and no markup but Markdown."""
    text = re.sub(r"```.*?```|`[^`]*`", "", text_of(page), flags=re.DOTALL)
    pictures = re.findall(r"!\[[^\]]*\]\(([^)]*)\)", text)
    links = re.findall(r"(?<!!)\[[^\]]*\]\s*\(([^)]*)\)", text)
    assert not [link for link in links if not place_of_link(link)]
    assert not [name for name in pictures if not picture_file(name, dark=False)]
    assert not re.search(r"<[a-z/!]|https?://|^\[.*\]:", text, flags=re.MULTILINE)
    assert text.count("](") == len(links) + len(pictures)


def test_places_that_windows_name_are_there() -> None:
    """F1 leads from every place to a page, or to a section of one."""
    source = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "desktop").rglob("*.py"))
    places = re.findall(r'help_place = "(.+)"|offer_help\(self, "(.+)"\)', source)
    named = {one or other for one, other in places} | {ELSEWHERE}
    assert {"filters", "evidence", "exporting", "views", "keys#the-command-palette", "time#the-timeline"} <= named
    assert not [place for place in named if known_place(place) != place]


@pytest.mark.parametrize("page", PAGES)
def test_sections_of_a_page_have_names_of_their_own(page: str) -> None:
    """No two headings of a page make the same link."""
    places = [section.place for section in sections_of(page)]
    assert len(places) == len(set(places))


def test_keys_are_those_of_the_actions() -> None:
    """Every shortcut is listed, with the words of its menu entry."""
    told = {(row[0], row[1]) for row in rows_of("keys") if len(row) == 3} - {("keys", "what they do")}
    words = {(spec.keys, spec.text.replace("&", "").rstrip("…")) for spec in ACTIONS if spec.name != SEPARATOR}
    assert told == {pair for pair in words if pair[0]}
    everywhere = text_of("keys").casefold()
    assert all(part.casefold() in everywhere for keys, _ in shortcut_lines() for part in keys.split(", "))


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_options_are_those_of_the_command(command: str) -> None:
    """Every option is listed under its command, and none that is not there."""
    sections = {each.splitlines()[0]: each for each in re.split(r"^## ", text_of("command-line"), flags=re.MULTILINE)}
    section = sections[f"entente {command}".strip()]
    section += sections["What to show"] if "every option that filters" in section else ""
    told = set(re.findall(r"^\| `(--[a-z-]+)", section, flags=re.MULTILINE))
    options = {option for action in parsers()[command]._actions for option in action.option_strings}
    assert told == {option for option in options if option.startswith("--")} - ({"--help"} if command else set())


def test_questions_of_ask_are_listed() -> None:
    """Every question has its row, and none that is not there."""
    section = text_of("command-line").partition("## entente ask")[2].partition("## ")[0]
    assert set(re.findall(r"^\| `([a-z]+)", section, flags=re.MULTILINE)) == set(QUESTIONS)


def test_choices_of_options_are_named() -> None:
    """What an option offers can be found on the page."""
    text = text_of("command-line")
    for action in parsers()["export"]._actions:
        assert all(f"{choice}`" in text for choice in action.choices or ())


def test_columns_of_the_table_are_those_that_are_read() -> None:
    """Every column, what it holds and its default are as the import has them."""
    told = [row for row in rows_of("table") if len(row) == 3][1:]
    wanted = [(column.name, column.holds, "**needed**" if column.required else column.default) for column in RELATIONS]
    assert told == wanted
    assert ", ".join(column.name for column in ACTORS).replace("names,", "names (semicolons between them),") in text_of(
        "table"
    )


def test_limits_and_broadest_kinds_are_those_of_the_import() -> None:
    """Numbers and words of the page on tables hold."""
    text = " ".join(text_of("table").split())
    assert f"{MOST_ROWS:,} rows and {TABLE_LIMIT // 1024**2} MB" in text
    assert ", ".join(f"{domain}: {kind}" for domain, kind in BROADEST.items()) in text


@pytest.mark.parametrize("case", re.findall(r"^### `(.+)` · (\w+) · (\S+)$", text_of("evidence"), re.MULTILINE))
def test_cases_are_as_the_rules_decide_them(case: tuple[str, str, str]) -> None:
    """Level and badge of each case, its summary and the steps that are quoted."""
    network = read_dossiers(ROOT / "resources/networks/russia-iran")
    found = view_of(network, Filter()).assessments[case[0]].headline
    assert (found.level.label, found.badge) == case[1:]
    section = " ".join(text_of("evidence").partition(f"`{case[0]}`")[2].partition("###")[0].split())
    assert f"*{network.relation[case[0]].summary}*" in section
    for step in re.findall(r"\*([^*]* → \w+)\*", section):
        assert step in found.raised_by


def test_the_first_map_finds_what_it_promises() -> None:
    """The relation of the five minutes is there, in the domain and at the level that the page names."""
    network = read_dossiers(ROOT / "resources/networks/russia-iran")
    relation = network.relation["rel:ir-ru-alabuga"]
    assert f"*{relation.summary}*" in " ".join(text_of("first-map").split())
    assert relation.domain == "tech"
    assert view_of(network, Filter()).assessments[relation.id].level.label == "Moderate"
    narrowed = view_of(network, Filter(domains=frozenset({"tech"}), min_confidence=Level.MODERATE))
    assert [each.id for each in narrowed.relations] == [relation.id]


def test_flags_and_thresholds_are_named() -> None:
    """Every flag has its row, and the months are those of the ruleset."""
    told = {row[0] for row in rows_of("evidence")}
    assert set(FLAGS.values()) <= told
    assert f"{RULESET_1.horizon_months} months" in text_of("evidence")


def test_letters_digits_and_markings_are_those_of_the_model() -> None:
    """The tables of the policy are the word lists."""
    assert {*LETTERS.items(), *((str(digit), words) for digit, words in DIGITS.items())} <= set(rows_of("policy"))
    assert all(f"`{marking}`" in text_of("policy") for marking in MARKINGS)


def test_word_lists_are_those_of_the_model() -> None:
    """The closed lists on the page about curating are complete."""
    told = {row[0]: row[1].split(", ") for row in rows_of("curating") if len(row) == 2}
    for domain, kinds in KINDS.items():
        assert told[f"kind: {domain}"] == list(kinds)
    for name, words in (("kind of an actor", ACTOR_KINDS), ("status", STATUS_WORDS), ("stance", STANCES)):
        assert told[name] == list(words)
    assert told["basis"] == list(BASES)


def test_the_example_dossiers_are_sound(tmp_path: Path) -> None:
    """The files of the example, as they are printed, make a network without a single remark."""
    (tmp_path / "relations").mkdir()
    files = re.findall(r"^`([\w/.-]+\.toml)`\n\n```\n(.*?)```", text_of("curating"), flags=re.MULTILINE | re.DOTALL)
    for name, content in files:
        (tmp_path / name).write_text(content, encoding="utf-8")
    network, problems = problems_in_dossiers(tmp_path)
    assert not problems
    assert network
    assert len(network.claims) == 2


def test_formats_and_sizes_are_those_of_the_export() -> None:
    """Every ending and every preset is listed."""
    text = text_of("exporting")
    assert all(f"| {suffix} |" in text for suffix in SUFFIXES)
    for name, preset in PRESETS.items():
        assert preset.words.partition(",")[0].partition(" (")[0] in text
        assert f"`{name}`" in text


def test_files_that_are_written_unasked_are_named() -> None:
    """Each file of settings and logs has its row."""
    told = {row[0] for row in rows_of("privacy")}
    logged = {logs.FILE_NAME, logs.OLDER_NAME, crash.FAULT_LOG, crash.OLD_FAULT_LOG}
    assert {settings.FILE_NAME, settings.BROKEN_NAME} | logged <= told
    assert all(f'"{name}"' in text_of("privacy") for name in ("private_mode", "links_may_open"))
