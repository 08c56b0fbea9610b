"""The command line checks, dumps and exports without a window, and tells in words what it cannot do."""

from __future__ import annotations

import io
import json
import os
import struct
import subprocess
import sys
from pathlib import Path

import pypdf
import pytest
from PySide6.QtWidgets import QApplication

from desktop import app, assets, selftest
from desktop.command_line import main, network_path
from desktop.export.kinds import endings
from graphdata import __version__

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, undressed: QApplication, unhooked: None) -> Path:  # noqa: ARG001 - for their effect
    """Return the folder that the commands run in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def refused(words: list[str], capsys: Captured) -> tuple[int, str]:
    """Return the exit code and the last line of words that cannot be understood."""
    with pytest.raises(SystemExit) as ended:
        main(words)
    return ended.value.code, capsys.readouterr().err.strip().splitlines()[-1]  # type: ignore[return-value]


def test_version(capsys: Captured) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert (ended.value.code, capsys.readouterr().out) == (0, f"entente {__version__}\n")


def test_check_passes_a_sound_network(pack: Path, capsys: Captured) -> None:
    assert main(["check", str(pack)]) == 0
    assert capsys.readouterr().out.splitlines()[-1].startswith("0 errors, ")


def test_check_fails_a_broken_one(tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "relations").mkdir()
    (tmp_path / "network.toml").write_text("id = ", encoding="utf-8")
    assert main(["check", str(tmp_path)]) == 1
    assert "network.toml" in capsys.readouterr().out


def test_dump_prints_the_whole_network_as_json(pack: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["dump", str(pack)]) == 0
    found = json.loads(capsysbinary.readouterr().out)
    assert {key: len(found[key]) for key in ("actors", "sources", "relations")} == {
        "actors": 5,
        "sources": 4,
        "relations": 8,
    }


@pytest.mark.parametrize("command", ["check", "dump"])
def test_a_network_that_is_not_there_is_told(command: str, capsys: Captured) -> None:
    assert main([command, "nowhere"]) == 1
    told = capsys.readouterr()
    assert "there is no such folder. Correct the path." in told.out + told.err


def test_export_writes_a_png_of_the_pixels_asked_for(folder: Path, pack: Path, capsys: Captured) -> None:
    assert main(["export", str(pack), "map.png", "--size", "640x360"]) == 0
    assert struct.unpack(">II", (folder / "map.png").read_bytes()[16:24]) == (640, 360)
    assert capsys.readouterr().out == "Written: map.png\n"


@pytest.mark.parametrize("name", ["map.png", "map.html", "deck.pptx", "annex.docx", "shown.csv"])
def test_export_tells_that_nothing_fits_what_was_asked_for(
    folder: Path, pack: Path, capsys: Captured, name: str
) -> None:
    assert folder
    assert main(["export", str(pack), name, "--text", "no such words"]) == 0
    told = "Nothing is on show: no relation fits what was asked for."
    assert capsys.readouterr().out == f"Written: {name}\n{told}\n"


def test_export_writes_a_pdf_with_its_words(folder: Path, pack: Path) -> None:
    assert main(["export", str(pack), "map.pdf", "--title", "Iran arms Russia", "--mm", "297x210"]) == 0
    page = pypdf.PdfReader(folder / "map.pdf").pages[0]
    assert [round(float(side) / 72 * 25.4) for side in page.mediabox[2:]] == [297, 210]
    assert "Iran arms Russia" in " ".join(page.extract_text().split())


@pytest.mark.parametrize(
    ("options", "shown", "hidden"),
    [
        ([], "Loan", "No such line"),
        (["--domain", "arms"], "Arms transfer", "Loan"),
        (["--ego", "actor:hz"], "Hezbollah", "Threat"),
        (["--ego", "Hezbollah"], "Hezbollah", "Threat"),
        (["--confidence", "moderate"], "Iran", "Hezbollah (armed group)"),
        (["--combine", "pairs"], "Iran", "Loan</title>"),
        (["--no-notes"], "Loan", "Press briefing, "),
        (["--no-legend"], "Loan", "one independent origin"),
    ],
)
def test_export_shows_what_is_asked_for(folder: Path, pack: Path, options: list[str], shown: str, hidden: str) -> None:
    assert main(["export", str(pack), "map.svg", *options]) == 0
    picture = (folder / "map.svg").read_text(encoding="utf-8")
    assert shown in picture
    assert hidden not in picture


def test_export_in_the_dark(folder: Path, pack: Path) -> None:
    main(["export", str(pack), "map.svg", "--theme", "dark"])
    assert assets.theme("dark").map.background.lower() in (folder / "map.svg").read_text(encoding="utf-8").lower()


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            ["map.gif"],
            f"'map.gif' names no format. End it with one of {', '.join(endings())}.",
        ),
        (["map.png", "--domain", "guns"], "--domain: 'guns' is not known. Choose among arms, diplomacy, money, tech."),
        (
            ["map.png", "--ego", "nobody"],
            "--ego: no actor is called 'nobody'. Search for it in the window with Ctrl+F.",
        ),
        (
            ["map.png", "--size", "30000x10"],
            "A picture of 30000 x 10 pixels cannot be made. Ask for 1 to 20000 a side.",
        ),
    ],
)
def test_export_tells_what_it_cannot_do(
    folder: Path, pack: Path, capsys: Captured, words: list[str], message: str
) -> None:
    assert main(["export", str(pack), *words]) == 1
    assert capsys.readouterr() == ("", message + "\n")
    assert [file.name for file in folder.glob("map*")] == []


@pytest.mark.parametrize("name", ["карта.gif", "نقشه.svg"])
def test_letters_that_a_terminal_may_lack_are_spelt_out(
    folder: Path, pack: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    held = io.BytesIO()
    console = io.TextIOWrapper(held, encoding="cp1252", write_through=True)
    monkeypatch.setattr("sys.stdout", console)
    monkeypatch.setattr("sys.stderr", console)
    done = main(["export", str(pack), name]) == 0
    assert done == (folder / name).exists() == name.endswith(".svg")
    assert b"\\u0" in held.getvalue()


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--no-such-option"], "entente: error: unrecognized arguments: --no-such-option"),
        (
            ["export"],
            "entente export: error: the following arguments are required: NETWORK, OUT.png|svg|pdf|pptx|html|docx|...",
        ),
        (
            ["export", "n", "m.png", "--size", "40"],
            "entente export: error: argument --size: '40' is not a size; write it like 1920x1080",
        ),
        (
            ["export", "n", "m.png", "--size", "0x9"],
            "entente export: error: argument --size: '0x9' is not a size; write it like 1920x1080",
        ),
        (["check"], "entente check: error: the following arguments are required: NETWORK"),
    ],
)
def test_words_that_mean_nothing_end_with_two(words: list[str], message: str, capsys: Captured) -> None:
    assert refused(words, capsys) == (2, message)


@pytest.mark.parametrize(
    ("name", "folder_wanted", "place"),
    [
        ("", False, assets.shipped_network()),
        (assets.SHIPPED_NETWORK, False, assets.shipped_network()),
        (assets.SHIPPED_NETWORK, True, assets.shipped_dossiers()),
        ("elsewhere", True, Path("elsewhere")),
    ],
)
def test_the_shipped_network_goes_by_its_name(name: str, folder_wanted: bool, place: Path) -> None:
    assert network_path(name, folder_wanted) == place


def test_a_folder_of_that_name_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path(assets.SHIPPED_NETWORK).mkdir()
    assert network_path(assets.SHIPPED_NETWORK) == Path(assets.SHIPPED_NETWORK)


def test_without_a_command_a_window_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[object, ...]] = []
    monkeypatch.setattr(app, "run_window", lambda *args: asked.append(args[:2]) or 0)
    monkeypatch.setattr(selftest, "self_test", lambda: 7)
    assert main([]) == main(["some/folder", "--quit-after-first-frame"]) == 0
    assert asked == [(assets.shipped_network(), False), (Path("some/folder"), True)]
    assert main(["--self-test"]) == 7


def test_no_screen_is_told_with_what_to_do_instead(home: Path) -> None:
    bare = {
        key: value for key, value in os.environ.items() if key not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    run = subprocess.run(
        [sys.executable, "-m", "desktop"], env=bare, capture_output=True, text=True, timeout=60, check=False
    )
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr.splitlines() == [
        "There is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can be shown.",
        "To render a picture instead: entente export russia-iran map.png",
    ]
    assert [path.name for path in home.iterdir()] == ["run"]


def test_an_export_needs_no_screen(pack: Path) -> None:
    bare = {
        key: value for key, value in os.environ.items() if key not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    words = [sys.executable, "-m", "desktop", "export", str(pack), str(pack.with_name("map.png")), "--size", "320x180"]
    run = subprocess.run(words, env=bare, capture_output=True, text=True, timeout=60, check=False)
    assert (run.returncode, run.stderr) == (0, "")
    assert pack.with_name("map.png").stat().st_size > 1000
