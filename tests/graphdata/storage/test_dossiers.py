"""A folder of dossiers is read whole, or refused with every problem at its line."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from graphdata.network import Network
from graphdata.problems import DatasetError, Problem
from graphdata.storage.digest import digest_of
from graphdata.storage.dossiers import problems_in_dossiers, read_dossiers

Edit = Callable[[str, str, str], None]
CYBER = "relations/ru-ir-cyber-tools.toml"


def problem_of(folder: Path) -> Problem:
    network, problems = problems_in_dossiers(folder)
    assert len(problems) == 1, problems
    assert network is None
    return problems[0]


def test_a_folder_becomes_a_network(folder: Path) -> None:
    network = read_dossiers(folder)
    assert [relation.id for relation in network.relations] == ["rel:ir-ru-drones", "rel:ru-ir-cyber-tools"]
    assert network.claim["clm:up-wsj"].relation == "rel:ru-ir-cyber-tools"
    assert network.claim["clm:up-wsj"].source_ids == ("src:up-2023-12-08", "src:wsj-2023-03-27")
    assert network.actor["actor:ir"].names[1].text == "جمهوری\u200cاسلامی ایران"
    assert network.digest == digest_of(network)


@pytest.mark.parametrize(
    ("old", "new", "field", "message", "rule"),
    [
        ("credibility = 2", "credibility = 7", "line 13, {claim}, credibility", "'7' is out of range.", "out-of-range"),
        ("credibility = 2", "credibilty = 2", "line 13, {claim}, credibilty", "is not known here.", "unknown-key"),
        ('stance = "supports"\n', "", "line 8, {claim}, stance", "the key 'stance' is missing.", "missing-key"),
        ('value = "14"', "value = 14", "line 16, {claim}, locator.value", "bare number '14'", "wrong-type"),
        ('"origin" }', '"orgin" }', "line 19, {claim}, chain item 2.role", "'orgin' is not in", "not-in-list"),
        ('when = "2023-03"', "when = 2023-03-01", "line 14, {claim}, when", "bare date '2023-03-01'", "wrong-type"),
        ('label = "paragraph"', 'label = ""', "line 16, {claim}, locator.label", "is empty", "empty"),
        ('"exists"', '"exist"', "line 10, {claim}, aspect", "does not have the form", "pattern"),
        (
            '"tech"',
            '"tec"',
            "line 2, relation rel:ru-ir-cyber-tools, domain",
            "'tec' is not in the list",
            "not-in-list",
        ),
        ("to Iran in", "to I\\u202Eran in", "line 15, {claim}, summary", "U+202E RIGHT-TO-LEFT OV", "hidden-character"),
        ("to Iran in", "to\\nIran in", "line 15, {claim}, summary", "U+000A LINE BREAK", "hidden-character"),
        ("UP relays", "UP" + "!" * 300, "line 15, {claim}, summary", "at most 280", "too-long"),
    ],
)
def test_a_fault_is_told_with_line_record_and_field(
    folder: Path, edit: Edit, old: str, new: str, field: str, message: str, rule: str
) -> None:
    edit(CYBER, old, new)
    problem = problem_of(folder)
    assert problem.place == f"{CYBER}, {field.format(claim='claim clm:up-wsj')}"
    assert message in problem.message
    assert problem.rule == rule
    assert problem.remedy


def test_every_problem_is_told_at_once(folder: Path, edit: Edit) -> None:
    edit(CYBER, "credibility = 2", "credibility = 7")
    edit("actors.toml", '"Russia"', "17")
    edit("network.toml", 'version = "1.0"\n', "")
    edit("relations/ir-ru-drones.toml", '"actor:ru"', '"actor:rus"')
    with pytest.raises(DatasetError) as refused:
        read_dossiers(folder)
    rules = {problem.rule for problem in refused.value.problems}
    assert rules == {"out-of-range", "wrong-type", "missing-key", "unknown-id"}
    assert len(refused.value.problems) == 4


def test_a_broken_record_is_not_told_again_where_it_is_named(folder: Path, edit: Edit) -> None:
    edit("actors.toml", '"Russia"', "17")
    assert problem_of(folder).rule == "wrong-type"


def test_an_unknown_id_is_told_at_its_line(folder: Path, edit: Edit) -> None:
    edit(CYBER, 'receiver = "actor:ir"', 'receiver = "actor:irn"')
    network, problems = problems_in_dossiers(folder)
    assert network is not None
    assert problems[0].place == f"{CYBER}, line 5, relation rel:ru-ir-cyber-tools, receiver"
    assert "Nearest name: 'actor:ir'" in problems[0].remedy


def test_a_second_use_of_an_id_names_both_places(folder: Path, edit: Edit) -> None:
    edit("relations/ir-ru-drones.toml", '"clm:up-drones"', '"clm:up-wsj"')
    problem = problem_of(folder)
    assert problem.place == f"{CYBER}, line 9, claim clm:up-wsj, id"
    assert problem.message == "the id 'clm:up-wsj' is already in use at relations/ir-ru-drones.toml, line 8."


def test_a_key_given_twice_names_both_lines(folder: Path, edit: Edit) -> None:
    edit(CYBER, 'kind = "cyber"', 'kind = "cyber"\ndomain = "arms"')
    problem = problem_of(folder)
    assert problem.place == f"{CYBER}, line 4"
    assert problem.message.startswith("the key 'domain' is given twice; the first is on line 2.")


def test_file_and_relation_have_one_name(folder: Path) -> None:
    (folder / CYBER).rename(folder / "relations" / "other.toml")
    assert problem_of(folder).message == (
        "the id is 'rel:ru-ir-cyber-tools', and the name of the file asks for 'rel:other'."
    )


def test_a_claim_speaks_of_the_relation_of_its_file(folder: Path, edit: Edit) -> None:
    edit(CYBER, 'aspect = "exists"', 'aspect = "exists"\nrelation = "rel:ir-ru-drones"')
    assert problem_of(folder).rule == "relation-mismatch"


def test_claims_stand_in_tables_of_their_own(folder: Path, edit: Edit) -> None:
    edit(CYBER, 'kind = "cyber"', 'kind = "cyber"\nclaims = []')
    assert problem_of(folder).remedy.startswith("Correct or remove it.")


def test_what_is_no_list_of_records(folder: Path) -> None:
    (folder / "sources.toml").write_text('source = "none"\nsuorce = 1\n', encoding="utf-8")
    _, problems = problems_in_dossiers(folder)
    assert {problem.rule for problem in problems} >= {"wrong-type", "unknown-key"}


@pytest.mark.parametrize("name", ["network.toml", "actors.toml", "sources.toml"])
def test_a_missing_file_is_named(folder: Path, name: str) -> None:
    (folder / name).unlink()
    _, problems = problems_in_dossiers(folder)
    assert (name, "there is no such file.") in [(problem.place, problem.message) for problem in problems]


def test_an_empty_file_is_named(folder: Path) -> None:
    (folder / CYBER).write_bytes(b"")
    assert (problem_of(folder).place, problem_of(folder).rule) == (CYBER, "empty-file")


def test_a_missing_folder_and_a_file_in_its_place(folder: Path, tmp_path: Path) -> None:
    assert problem_of(tmp_path / "nowhere").message == "there is no such folder."
    assert problem_of(folder / "network.toml").rule == "not-a-folder"
    (folder / "claims.csv").write_text("", "utf-8")
    assert "from a table" in problem_of(folder / "claims.csv").remedy
    assert problem_of(folder / "network.toml" / "deeper").rule in {"unreadable", "file-missing"}


def test_a_network_without_relations_folder(folder: Path) -> None:
    for file in (folder / "relations").iterdir():
        file.unlink()
    (folder / "relations").rmdir()
    assert problem_of(folder).place == "relations/"


def test_wrong_bytes_are_told_by_byte_and_line(folder: Path) -> None:
    data = (folder / CYBER).read_bytes()
    at = data.index(b"Tehran")
    (folder / CYBER).write_bytes(data[:at] + b"\xe9" + data[at:])
    problem = problem_of(folder)
    assert problem.place == f"{CYBER}, line 6"
    assert problem.message == f"byte {at} (0xe9) is not UTF-8."


def test_a_byte_order_mark_is_let_pass(folder: Path) -> None:
    (folder / CYBER).write_bytes(b"\xef\xbb\xbf" + (folder / CYBER).read_bytes())
    assert read_dossiers(folder)


def test_line_ends_of_windows_change_nothing(folder: Path) -> None:
    before = read_dossiers(folder).digest
    for file in folder.rglob("*.toml"):
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert read_dossiers(folder).digest == before


def test_links_in_a_circle_are_refused(folder: Path) -> None:
    (folder / "relations" / "round.toml").symlink_to("round.toml")
    assert problem_of(folder).message == "the links lead in a circle."


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes are a thing of POSIX")
def test_a_pipe_is_not_opened(folder: Path) -> None:
    os.mkfifo(folder / "relations" / "pipe.toml")
    assert problem_of(folder).rule == "not-a-file"


def test_other_files_among_the_relations_are_a_warning(folder: Path) -> None:
    (folder / "relations" / "notes.txt").write_text("x", encoding="utf-8")
    network, problems = problems_in_dossiers(folder)
    assert network is not None
    assert [(problem.place, problem.severity) for problem in problems] == [("relations/notes.txt", "warning")]


@pytest.mark.parametrize("text", ["a = " + "[" * 5000, "a." * 5000 + "b = 1", "a = " + "{b = " * 5000])
def test_deep_nesting_is_refused(folder: Path, text: str) -> None:
    (folder / CYBER).write_text(text, encoding="utf-8")
    assert problem_of(folder).rule == "nesting"


def test_numbers_that_are_none(folder: Path, edit: Edit) -> None:
    edit("relations/ir-ru-drones.toml", "value = 6000", "value = nan, low = -inf, high = 1" + "0" * 400)
    _, problems = problems_in_dossiers(folder)
    assert [problem.rule for problem in problems] == ["not-finite"] * 3


def test_the_order_of_records_changes_nothing(folder: Path) -> None:
    before = read_dossiers(folder)
    text = (folder / "sources.toml").read_text(encoding="utf-8")
    parts = ["[[source]]" + part.rstrip() + "\n" for part in text.split("[[source]]")[1:]]
    (folder / "sources.toml").write_text("".join(reversed(parts)), encoding="utf-8")
    assert read_dossiers(folder) == before


def damaged(data: bytes, dice: random.Random) -> bytes:
    at, length = dice.randrange(len(data)), dice.choice([1, 1, 1, 3, 40])
    kinds = [
        data[:at] + bytes(dice.randrange(256) for _ in range(length)) + data[at + length :],
        data[:at] + data[at + length :],
        data[:at],
        data[:at] + data[at : at + length] * 2 + data[at:],
        data[:at]
        + dice.choice([b"[", b"{", b'"', b"'''", b"\x00", b"nan", b"\xe2\x80\xae", b"\xed\xa0\x80"])
        + data[at:],
    ]
    return dice.choice(kinds)


@pytest.mark.parametrize("seed", range(8))
def test_damage_anywhere_is_refused_in_words(folder: Path, seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311 - damage, not secrets
    files = sorted(folder.rglob("*.toml"))
    for _ in range(60):
        file = dice.choice(files)
        whole = file.read_bytes()
        file.write_bytes(damaged(whole, dice))
        network, problems = problems_in_dossiers(folder)
        assert isinstance(network, Network) or problems
        assert all(str(problem).isprintable() for problem in problems)
        file.write_bytes(whole)


def test_a_missing_folder_of_relations_hides_no_other_problem(folder: Path, edit: Edit) -> None:
    shutil.rmtree(folder / "relations")
    edit("network.toml", 'version = "1.0"', "version = 3")
    rules = {problem.rule for problem in problems_in_dossiers(folder)[1]}
    assert {"file-missing", "wrong-type"} <= rules
