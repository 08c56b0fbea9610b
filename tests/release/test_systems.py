"""Nothing assumes Linux: what differs between systems stands in few places, each guarded, and is named here."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path, PureWindowsPath
from typing import Final

import pytest
from PySide6.QtGui import QKeySequence

from desktop.actions import ACTIONS, MAC_KEYS, SEPARATOR, keys_of
from desktop.path_kinds import is_picture
from graphdata.storage import writing
from graphdata.storage.writing import NotWrittenError, write_whole

ROOT = Path(__file__).resolve().parents[2]
OF_ONE_SYSTEM: Final = frozenset((
    "_winreg", "ctypes", "fcntl", "grp", "msvcrt", "multiprocessing", "posix", "pty", "pwd", "resource", "signal",
    "subprocess", "syslog", "termios", "tty", "winreg",
))  # fmt: skip
CALLS: Final = re.compile(
    r"os\.(system|popen|fork\w*|spawn\w+|exec\w+|startfile|get\w*[ug]id|kill|chown|chmod|sync|uname|rename|open|sep|path"
    r"|name|symlink|link|mkfifo)|sys\.(platform|getwindowsversion)|platform\.system|shutil\.(which|chown)"
)
PLACES: Final = re.compile(r"^(/(usr|etc|proc|dev|tmp|var|home|opt|run|bin)(/|$)|~/|[A-Za-z]:\\|%[A-Z]{3,}%)")
# Where a system may be asked for, and why that is guarded.
ALLOWED: Final = {
    ("desktop/printing.py", "import subprocess"): "print_program is empty on Windows, where nothing is then started",
    ("desktop/printing.py", "shutil.which"): "not on Windows",
    ("desktop/printing.py", "sys.platform"): "the guard itself",
    (
        "desktop/app.py",
        "sys.platform",
    ): "X11 and Wayland are for Linux alone, macOS hands files over as events",
    ("desktop/actions.py", "sys.platform"): "keys that macOS keeps for itself",
    ("graphdata/cli.py", "os.open"): "os.devnull, which every system has",
    ("graphdata/storage/writing.py", "os.open"): "a folder is synced on POSIX alone",
    ("graphdata/storage/writing.py", "os.name"): "the guard itself",
}


def dotted(node: ast.AST) -> str:
    """Return a name as it is written."""
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else ""


def imported(node: ast.AST) -> list[str]:
    """Return the packages that a statement imports."""
    if isinstance(node, ast.ImportFrom):
        return [(node.module or "").partition(".")[0]]
    return [alias.name.partition(".")[0] for alias in node.names] if isinstance(node, ast.Import) else []


def is_without_encoding(node: ast.AST) -> bool:
    """Return whether a call reads or writes text in whatever encoding the system likes."""
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute | ast.Name):
        return False
    name = node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id
    named = {each.arg for each in node.keywords}
    if name in ("read_text", "write_text"):
        return "encoding" not in named and not (name == "read_text" and node.args)
    first = node.args[0] if node.args else None
    mode = first.value if isinstance(first, ast.Constant) else ""
    is_text = name == "open" and isinstance(mode, str) and bool(re.fullmatch(r"[rwax]\+?", mode))
    return is_text and "encoding" not in named


def assumptions(node: ast.AST) -> Iterator[str]:
    """Yield what a node of the source assumes about the system."""
    yield from (f"import {name}" for name in imported(node) if name in OF_ONE_SYSTEM)
    if isinstance(node, ast.Attribute) and CALLS.fullmatch(dotted(node)):
        yield dotted(node)
    if isinstance(node, ast.keyword) and node.arg == "shell":
        yield "shell="
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and PLACES.match(node.value):
        yield f"the place {node.value!r}"
    if is_without_encoding(node):
        yield "text without an encoding"


def found_in(source: str) -> list[str]:
    """Return what a text of Python assumes."""
    return [said for node in ast.walk(ast.parse(source)) for said in assumptions(node)]


def test_what_differs_between_systems_stands_in_few_places() -> None:
    files = [path for package in ("desktop", "graphdata") for path in sorted((ROOT / package).rglob("*.py"))]
    found = {(path.relative_to(ROOT).as_posix(), said) for path in files for said in found_in(path.read_text("utf-8"))}
    assert sorted(found - ALLOWED.keys()) == []
    assert sorted(ALLOWED.keys() - found) == []


@pytest.mark.parametrize(
    "source",
    [
        "import fcntl", "from subprocess import run", "os.system('ls')", "run('ls', shell=True)", "Path('/usr/share')",
        "open('~/x')", "p.read_text()", "p.open('w')", "sys.platform == 'linux'", "os.getuid()", "x = r'C:\\Windows'",
    ],
)  # fmt: skip
def test_each_assumption_is_seen(source: str) -> None:
    assert found_in(source)


@pytest.mark.parametrize(
    "source", ["p.open('rb')", "p.read_text(encoding='utf-8')", "'/'", "'https://a/usr'", "w.open()"]
)
def test_what_every_system_has_passes(source: str) -> None:
    assert not found_in(source)


def test_keys_are_none_that_macos_keeps() -> None:
    """There Ctrl is the Command key: hide, minimise, log out, and F11 shows the desktop."""
    specs = [spec for spec in ACTIONS if spec.name != SEPARATOR and spec.keys]
    keys = [keys_of(spec, "darwin") for spec in specs]
    assert not {"Ctrl+H", "Ctrl+M", "Ctrl+Shift+Q", "Ctrl+Space", "F11"} & set(keys)
    assert len(set(keys)) == len(keys)
    assert all(not QKeySequence(each).isEmpty() for each in keys)
    assert MAC_KEYS.keys() <= {spec.name for spec in specs}


@pytest.mark.parametrize("text", [r"C:\Users\Ана\map.PNG", r"\\share\team\kept.entente", r"D:\a.b\ایران.pptx"])
def test_paths_of_windows_are_understood(text: str) -> None:
    """Kinds of files are known by their ending, in capitals too, whatever stands before it."""
    path = PureWindowsPath(text)
    assert is_picture(Path(path.name))
    assert path.with_name(f".{path.name}.part").parent == path.parent


@pytest.mark.parametrize("name", ["con.png", "aux", "map.", "lpt1.pdf"])
def test_windows_is_given_no_name_that_it_would_lose(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str
) -> None:
    class Windows:
        name = "nt"

    path = tmp_path / name
    monkeypatch.setattr(writing, "os", Windows)
    with pytest.raises(NotWrittenError, match=r"Windows .* Choose another name"):
        write_whole(path, b"x")
    assert not path.exists()
