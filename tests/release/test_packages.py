"""Menu entry, file types, metadata, man page, completion and installers agree with the program and with each other."""

from __future__ import annotations

import os
import re
import shutil
import struct
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from configparser import ConfigParser
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtGui import QImage

from desktop import assets
from desktop.command_line import COMMANDS, command_parser, window_parser
from graphdata import __version__
from graphdata.saved_views import LIST_MAGIC
from graphdata.storage.files import PACK_SUFFIX, VIEWS_SUFFIX

ROOT = Path(__file__).resolve().parents[2]
LINUX = ROOT / "packaging" / "linux"
SUFFIXES = {PACK_SUFFIX, VIEWS_SUFFIX}
POSIX = pytest.mark.skipif(os.name == "nt", reason="a script for shells")


@pytest.fixture
def tools(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """Let the scripts of packaging/tools be imported by their names."""
    before = set(sys.modules)
    monkeypatch.syspath_prepend(ROOT / "packaging" / "tools")
    import project

    yield project
    for name in set(sys.modules) - before:
        if str(ROOT / "packaging") in str(getattr(sys.modules[name], "__file__", "")):
            del sys.modules[name]


def metainfo() -> ET.Element:
    """Return the AppStream metadata, as yet without version and day."""
    text = (LINUX / "local.entente.Entente.metainfo.xml.in").read_text(encoding="utf-8")
    return ET.fromstring(text)  # noqa: S314 - our own file


def entry() -> dict[str, str]:
    """Return the menu entry."""
    parser = ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]  # keys keep their capitals
    parser.read(LINUX / "entente.desktop", encoding="utf-8")
    return dict(parser["Desktop Entry"])


def test_version_and_day_come_from_one_place(tools: ModuleType) -> None:
    import parts

    assert tools.version() == __version__
    text = parts.filled((LINUX / "local.entente.Entente.metainfo.xml.in").read_text(encoding="utf-8"))
    release = ET.fromstring(text).find("releases/release")  # noqa: S314 - our own file
    assert release is not None
    assert release.attrib == {"version": __version__, "date": f"{tools.released():%Y-%m-%d}"}
    written = [
        path for path in (ROOT / "packaging").rglob("*") if path.is_file() and path.suffix not in (".lock", ".pyc")
    ]
    named = [
        path.name for path in written if re.search(rf"(?<![\d.]){re.escape(__version__)}\b", path.read_text("utf-8"))
    ]
    assert not named


def test_menu_entry_opens_what_it_is_given() -> None:
    found = entry()
    assert found["Exec"] == "entente %f"
    assert found["Icon"] == "entente"
    assert 'setDesktopFileName("entente")' in (ROOT / "desktop" / "app.py").read_text(encoding="utf-8")
    assert found["StartupWMClass"] == "entente"


def test_file_types_are_the_same_everywhere() -> None:
    space = "{http://www.freedesktop.org/standards/shared-mime-info}"
    types = ET.parse(LINUX / "entente-mime.xml").getroot()  # noqa: S314 - our own file
    named = {kind.attrib["type"] for kind in types}
    assert {glob.attrib["pattern"] for glob in types.iter(f"{space}glob")} == {f"*{suffix}" for suffix in SUFFIXES}
    assert [match.attrib["value"].encode() for match in types.iter(f"{space}match")] == [LIST_MAGIC]
    assert set(entry()["MimeType"].strip(";").split(";")) == named
    assert {each.text for each in metainfo().iter("mediatype")} == named
    nsis = (ROOT / "packaging" / "windows" / "entente.nsi").read_text(encoding="utf-8")
    assert set(re.findall(r'insertmacro Associate "([^"]+)"', nsis)) == SUFFIXES
    assert set(re.findall(r'insertmacro Dissociate "([^"]+)"', nsis)) == SUFFIXES
    spec = (ROOT / "packaging" / "pyinstaller" / "entente.spec").read_text(encoding="utf-8")
    assert {f".{ending}" for ending in re.findall(r'\("(entente\w*)", "Entente', spec)} == SUFFIXES


def test_metadata_lead_to_the_menu_entry() -> None:
    found = metainfo()
    assert found.findtext("launchable") == "entente.desktop"
    assert found.findtext("name") == entry()["Name"]
    assert found.findtext("summary") == entry()["Comment"]
    assert found.findtext("project_license") == "Apache-2.0"


@pytest.mark.skipif(not shutil.which("appstreamcli"), reason="the validator is not installed here")
def test_metadata_are_valid(tools: ModuleType, tmp_path: Path) -> None:  # noqa: ARG001 - for its effect
    import parts

    file = tmp_path / "local.entente.Entente.metainfo.xml"
    file.write_text(parts.filled((LINUX / f"{file.name}.in").read_text(encoding="utf-8")), encoding="utf-8")
    done = subprocess.run(["appstreamcli", "validate", "--no-net", file], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.skipif(not shutil.which("desktop-file-validate"), reason="the validator is not installed here")
def test_menu_entry_is_valid() -> None:
    done = subprocess.run(
        ["desktop-file-validate", LINUX / "entente.desktop"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, "")


@pytest.fixture
def written(tools: ModuleType, tmp_path: Path) -> Path:  # noqa: ARG001 - for its effect
    """Return a folder with man page and completions."""
    import words

    words.write_into(tmp_path)
    return tmp_path


def test_man_page_tells_every_command_and_option(written: Path) -> None:
    page = (written / "man" / "man1" / "entente.1").read_text(encoding="utf-8").replace("\\", "")
    assert all(f".SH COMMAND {command.upper()}\n" in page for command in COMMANDS)
    for parser in (window_parser(), *_commands().values()):
        assert all(
            flag in page for action in parser._actions for flag in action.option_strings if action.dest != "help"
        )
    assert f'"Entente {__version__}"' in page


def _commands() -> dict[str, object]:
    return next(dict(action.choices) for action in command_parser()._actions if action.choices)  # type: ignore[call-overload]


@pytest.mark.skipif(not shutil.which("bash"), reason="a script for bash")
@pytest.mark.parametrize(
    ("line", "offered"),
    [("entente exp", "export"), ("entente export --pre", "--preset"), ("entente export --theme pr", "print")],
)
def test_completion_offers_what_there_is(written: Path, line: str, offered: str) -> None:
    script = written / "bash-completion" / "completions" / "entente"
    words = f"COMP_WORDS=({line}); COMP_CWORD=$((${{#COMP_WORDS[@]}}-1))"
    ask = f'source "{script}"; {words}; _entente; echo "${{COMPREPLY[@]}}"'
    done = subprocess.run(["bash", "-c", ask], cwd=written, capture_output=True, text=True, check=False)
    assert offered in done.stdout.split(), done.stderr


@POSIX
@pytest.mark.parametrize("script", [LINUX / "install.sh", ROOT / "packaging" / "build"])
def test_scripts_are_sound(script: Path) -> None:
    assert os.access(script, os.X_OK)
    done = subprocess.run(["sh", "-n", script], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("before", ["", "/opt/theirs"])
def test_what_the_bundle_starts_gets_no_libraries_of_ours(before: str) -> None:
    """PyInstaller's bootloader sets the path for libraries; a browser or a print program must not load ours."""
    start = ROOT / "packaging" / "pyinstaller" / "start.py"
    code = f"""import os, runpy, sys
sys.argv = ["entente", "--version"]
try:
    runpy.run_path({str(start)!r})
except SystemExit:
    print(os.environ.get("LD_LIBRARY_PATH", ""))"""
    set_by_bootloader = {"LD_LIBRARY_PATH": str(ROOT)} | ({"LD_LIBRARY_PATH_ORIG": before} if before else {})
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, **set_by_bootloader},
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    assert done.stdout.split("\n") == [f"entente {__version__}", before, ""]


@POSIX
@pytest.mark.parametrize("script", ["try-package", "try-archive"])
def test_trials_are_sound(script: str) -> None:
    """Both try what is shipped on a bare system; that for the archive adds what its README asks for, nothing else."""
    assert os.access(LINUX / script, os.X_OK)
    done = subprocess.run(["bash", "-n", LINUX / script], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    asked = re.findall(r"^ *apt install (.+)$", (LINUX / "README").read_text("utf-8"), flags=re.MULTILINE)
    assert len(asked) == 1
    assert "libegl1" in asked[0].split()


def test_a_package_names_whoever_publishes_it(tools: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ARG001 - for its effect
    import debian

    assert debian.maintainer() == debian.NOBODY
    monkeypatch.setenv("DEBFULLNAME", "A. Person")
    monkeypatch.setenv("DEBEMAIL", "a@example.org")
    assert debian.maintainer() == "A. Person <a@example.org>"


@POSIX
def test_installer_leaves_nothing(tmp_path: Path) -> None:
    """Installed for a user, started by the menu entry's path, removed; only what was there before remains."""
    home, unpacked = tmp_path / "a home", tmp_path / "unpacked"
    (home / ".local" / "bin").mkdir(parents=True)
    (unpacked / "entente").mkdir(parents=True)
    program = unpacked / "entente" / "entente"
    program.write_text('#!/bin/sh\necho started "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    (unpacked / "share" / "applications").mkdir(parents=True)
    shutil.copy(LINUX / "entente.desktop", unpacked / "share" / "applications")
    shutil.copy(LINUX / "install.sh", unpacked)
    environment = {"HOME": str(home), "PATH": os.environ["PATH"]}

    def run(*words: str) -> str:
        return subprocess.run(words, env=environment, capture_output=True, text=True, check=True).stdout

    run(str(unpacked / "install.sh"))
    assert run(str(home / ".local/bin/entente"), "x") == "started x\n"
    installed = (home / ".local/share/applications/entente.desktop").read_text(encoding="utf-8")
    assert f'Exec="{home}/.local/share/entente-program/entente" %f' in installed
    run(str(home / ".local/share/entente-program/install.sh"), "--remove")
    left = [path for path in home.rglob("*") if path.is_file() or path.is_symlink()]
    assert not [path for path in left if "entente" in path.name or b"entente" in path.read_bytes()]
    assert {path.name for path in (home / ".local" / "share").iterdir()} <= {"applications", "mime"}  # with caches
    assert (home / ".local" / "bin").is_dir()


def test_shipped_icon_is_the_drawing(qapp: object, tools: ModuleType) -> None:  # noqa: ARG001 - for their effect
    """The picture beside the drawing was made from it, and both icon files hold every size."""
    import icons

    drawing = ROOT / "resources" / "icons" / "entente.svg"
    assert QImage.fromData(icons.drawn(drawing, 256)) == QImage(str(assets.icon()))
    pictures = {size: icons.drawn(drawing, size) for size in (16, 256)}
    windows, mac = icons.ico(pictures), icons.icns({"ic08": pictures[256]})
    assert struct.unpack_from("<HHH", windows) == (0, 1, 2)
    place = struct.unpack_from("<I", windows, 6 + 16 + 12)[0]
    assert windows[place:] == pictures[256]
    assert (mac[:4], struct.unpack_from(">I", mac, 4)[0], mac[16:]) == (b"icns", len(mac), pictures[256])


def test_windows_knows_the_version(tools: ModuleType) -> None:  # noqa: ARG001 - for its effect
    import icons

    text = icons.version_resource()
    numbers = ", ".join([*__version__.split("."), "0"])
    assert f"filevers=({numbers})" in text
    assert f'"FileVersion", "{__version__}"' in text
    compile(text, "version", "eval")
