"""The command line tells problems by file, dumps, packs and imports, on any terminal."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop import assets
from graphdata import cli
from graphdata.network import Network
from graphdata.storage.pack import read_pack, to_pack

Edit = Callable[[str, str, str], None]
CYBER = "relations/ru-ir-cyber-tools.toml"


def checked(path: Path, texts: Path | None = None) -> tuple[int, list[str]]:
    out = io.StringIO()
    code = cli.check(path, texts, out)
    return code, out.getvalue().splitlines()


def test_a_clean_network(folder: Path) -> None:
    assert checked(folder) == (0, ["0 errors, 0 warnings, 0 accepted"])


def test_problems_stand_below_their_file_in_the_order_of_lines(folder: Path, edit: Edit) -> None:
    edit(CYBER, "credibility = 2", "credibility = 7")
    edit(CYBER, '"tech"', '"tec"')
    code, lines = checked(folder)
    assert code == 1
    assert lines[0] == CYBER
    assert [line.split(", ")[1:3] for line in lines[1:3]] == [
        ["line 2", "relation rel:ru-ir-cyber-tools"],
        ["line 13", "claim clm:up-wsj"],
    ]
    assert lines[3] == "2 errors, 0 warnings, 0 accepted"


def test_warnings_alone_are_no_failure(folder: Path, edit: Edit) -> None:
    edit(CYBER, 'role = "origin"', 'role = "origin", modality = "possible"')
    code, lines = checked(folder)
    assert (code, lines[-1]) == (0, "0 errors, 1 warning, 0 accepted")
    assert lines[1].startswith("  warning, line 18, claim clm:up-wsj, chain item 1.modality: ")


def test_what_an_editor_accepted_is_listed_and_not_counted(folder: Path, edit: Edit) -> None:
    edit(CYBER, 'role = "origin"', 'role = "origin", modality = "possible"')
    edit(CYBER, "credibility = 2", 'accepted = [{ finding = "wording-strengthened", reason = "as it says" }]')
    code, lines = checked(folder)
    assert (code, lines[-1]) == (0, "0 errors, 0 warnings, 1 accepted")
    assert lines[1].endswith("[wording-strengthened] Accepted: as it says")


def test_texts_at_hand_are_compared(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "up.txt").write_text("one\n\ntwo\n", encoding="utf-8")
    code, lines = checked(folder, tmp_path)
    assert code == 1
    assert {line.rpartition("[")[2] for line in lines if line.startswith("  ")} == {
        "archive-hash]",
        "locator-past-end]",
    }


def test_a_pack_is_checked_alike(sample: Network, tmp_path: Path) -> None:
    (tmp_path / "a.ententepack").write_bytes(to_pack(sample))
    assert checked(tmp_path / "a.ententepack") == (0, ["0 errors, 0 warnings, 0 accepted"])
    (tmp_path / "b.ententepack").write_bytes(b"")
    assert checked(tmp_path / "b.ententepack")[0] == 1


def test_nothing_to_check(tmp_path: Path) -> None:
    assert checked(tmp_path / "nothing")[1][-1] == "1 error, 0 warnings, 0 accepted"


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp437", "utf-8"])
def test_no_terminal_is_too_narrow_and_none_is_obeyed(folder: Path, edit: Edit, encoding: str) -> None:
    edit("actors.toml", '"Россия", lang = "ru"', '"Рос\\u202Eсия\\u001B[2J", lang = "ру\\u0007"')
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, encoding=encoding)
    assert cli.check(folder, None, out) == 1
    out.flush()
    assert all(sign.isprintable() or sign == "\n" for sign in raw.getvalue().decode(encoding).replace("\r", ""))


def test_dump_is_json_in_utf_8(folder: Path) -> None:
    out = io.BytesIO()
    assert cli.dump(folder, out) == 0
    assert json.loads(out.getvalue().decode())["network"]["id"] == "sample"


def test_pack_writes_what_can_be_read(folder: Path, tmp_path: Path, sample: Network) -> None:
    assert cli.pack(folder, tmp_path / "out.ententepack") == 0
    assert read_pack(tmp_path / "out.ententepack") == sample


def test_a_network_that_cannot_be_read_is_neither_dumped_nor_packed(
    folder: Path, edit: Edit, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(CYBER, "credibility = 2", "credibility = 7")
    out = io.BytesIO()
    assert (cli.dump(folder, out), cli.pack(folder, tmp_path / "out.ententepack")) == (1, 1)
    assert out.getvalue() == b""
    assert not (tmp_path / "out.ententepack").exists()
    assert capsys.readouterr().err.count("1 error, 0 warnings, 0 accepted") == 2


def test_a_pack_that_cannot_be_written(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.pack(folder, tmp_path / "none" / "out.ententepack") == 1
    assert "was not written" in capsys.readouterr().err


def test_commands_are_chosen_by_name(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check", str(folder)]) == 0
    assert capsys.readouterr().out == "0 errors, 0 warnings, 0 accepted\n"
    with pytest.raises(SystemExit):
        cli.main([])
    assert "COMMAND" in capsys.readouterr().err


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_the_module_runs(folder: Path, encoding: str) -> None:
    command = [sys.executable, "-m", "graphdata", "dump", str(folder)]
    root = str(Path(cli.__file__).parents[1])
    found = subprocess.run(command, capture_output=True, check=True, cwd=root, env={"PYTHONIOENCODING": encoding})
    assert json.loads(found.stdout.decode())["actors"][1]["names"][1]["text"] == "Россия"


def test_import_makes_dossiers_that_can_be_checked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    example = assets.root() / "examples" / "claims.csv"
    assert cli.main(["import", str(example), "--out", str(tmp_path / "new"), "--title", "My map"]) == 0
    assert "Made 4 actors, 4 relations, 9 claims, 3 sources; 0 rows refused.\n" in capsys.readouterr().out
    assert checked(tmp_path / "new") == (0, ["0 errors, 0 warnings, 0 accepted"])
    assert 'title = "My map"' in (tmp_path / "new" / "network.toml").read_text(encoding="utf-8")


def test_import_tells_refused_rows_in_their_order(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [f"a,b,{'arms' if number % 5 else 'wars'},s{number},t" for number in range(2, 13)]
    (tmp_path / "t.csv").write_text("giver,receiver,domain,summary,source\n" + "\n".join(rows), encoding="utf-8")
    assert cli.main(["import", str(tmp_path / "t.csv"), "--out", str(tmp_path / "new")]) == 1
    told = [line for line in capsys.readouterr().out.splitlines() if "  error" in line]
    assert [line.split(":")[0] for line in told] == ["  error, row 5, column domain", "  error, row 10, column domain"]


def test_import_overwrites_nothing(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "t.csv").write_text("giver,receiver,domain,summary,source\na,b,arms,c,d\n", encoding="utf-8")
    assert cli.main(["import", str(tmp_path / "t.csv"), "--out", str(folder)]) == 1
    assert "is not empty" in capsys.readouterr().err


def test_import_of_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["import", str(tmp_path / "none.csv"), "--out", str(tmp_path / "new")]) == 1
    assert "Nothing was written." in capsys.readouterr().out
    assert not (tmp_path / "new").exists()


def test_a_reader_that_has_seen_enough_is_no_fault(folder: Path) -> None:
    command = f'"{sys.executable}" -m graphdata dump "{folder}" | head -c 20'
    done = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert done.returncode == 0
