"""What may be in the bundle: what the program needs is, what could reach out or was never asked for is not."""

from __future__ import annotations

import ast
import functools
import io
import re
import struct
import subprocess
import sys
import tomllib
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"
Load = Callable[[str], ModuleType]
FORBIDDEN = ("Network", "Qml", "Quick", "WebEngine", "Multimedia", "WebSockets", "Sql", "PrintSupport", "Pdf", "Test")


@pytest.fixture(scope="module")
def shipped(load: Load) -> ModuleType:
    """Return the lists of what a bundle takes along."""
    return load("tools/shipped.py")


def pins(lock: str) -> dict[str, set[str]]:
    """Return the versions that a lock holds of each package."""
    text = (PACKAGING / lock).read_text(encoding="utf-8")
    found: dict[str, set[str]] = {}
    for line in re.findall(r"^\w.*$", text, re.MULTILINE):
        pin = Requirement(line.rstrip(" \\"))
        found.setdefault(canonicalize_name(pin.name), set()).add(str(pin.specifier))
    return found


@functools.cache
def imports() -> frozenset[str]:
    """Return every module that our packages import."""
    sources = [path for package in ("desktop", "graphdata") for path in (ROOT / package).rglob("*.py")]
    return frozenset(name for path in sources for name in imported_by(path))


def imported_by(path: Path) -> Iterator[str]:
    """Yield every module that a file imports."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module


def test_every_library_that_we_import_is_in_the_bundle(shipped: ModuleType) -> None:
    outside = {name.partition(".")[0] for name in imports()} - set(sys.stdlib_module_names)
    assert outside <= shipped.PACKAGES
    assert {name.partition(".")[2] for name in imports() if name.startswith("PySide6.")} <= set(shipped.BINDINGS)


def test_nothing_that_we_import_is_left_out(shipped: ModuleType) -> None:
    left_out = set(shipped.LEFT_OUT_MODULES)
    assert not [name for name in imports() if name in left_out or name.partition(".")[0] in left_out]


@pytest.mark.parametrize("part", FORBIDDEN)
def test_no_part_of_qt_that_is_not_used(shipped: ModuleType, part: str) -> None:
    assert part not in shipped.QT_LIBRARIES
    assert f"Qt{part}" not in shipped.BINDINGS
    assert not shipped.is_wanted(f"libQt6{part}.so.6", "/site/libQt6.so", ["/site"])
    assert not shipped.is_wanted(f"PySide6/Qt{part}.abi3.so", "/site/x.so", ["/site"])


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("PySide6/QtWidgets.abi3.so", True),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/plugins/platforms/qwindows.dll", True),
        ("PySide6/Qt/plugins/platforms/libqvnc.so", False),
        ("PySide6/Qt/plugins/tls/libqopensslbackend.so", False),
        ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", False),
        ("PySide6/Qt/translations/qtbase_de.qm", False),
        ("numpy/_core/_multiarray_umath.so", True),
        ("numpy/_core/_multiarray_tests.so", False),
        ("entente-0.1.0.dist-info/RECORD", False),
        ("entente-0.1.0.dist-info/METADATA", True),
    ],
)
def test_files_from_our_own_environment(shipped: ModuleType, name: str, wanted: bool) -> None:
    assert shipped.is_wanted(name, f"/site/{name}", ["/site"]) is wanted


@pytest.mark.parametrize("name", ["libstdc++.so.6", "libX11.so.6", "libgcc_s.so.1", "libxcb.so.1", "libz.so.1"])
def test_libraries_that_drivers_share_stay_with_the_system(shipped: ModuleType, name: str) -> None:
    assert not shipped.is_wanted(name, f"/usr/lib/{name}", ["/site"])
    assert shipped.is_wanted("libxcb-cursor.so.0", "/usr/lib/libxcb-cursor.so.0", ["/site"])


def test_libraries_that_nothing_loads_are_found(shipped: ModuleType) -> None:
    asked = {"/a": ["liba"], "/liba": ["libb"], "/libb": [], "/libc": []}
    libraries = {"liba": "/liba", "libb": "/libb", "libc": "/libc"}
    assert shipped.needed(libraries, ["/a"], lambda path: asked[path]) == {"liba", "libb"}


def test_the_bundle_is_made_of_locked_packages(shipped: ModuleType) -> None:
    """What is shipped is what was tested: the same pins, none besides, and each with its metadata."""
    tested, bundled = pins("requirements.lock"), pins("bundle.lock")
    assert all(tested[name] == versions for name, versions in bundled.items())
    assert {canonicalize_name(name) for name in shipped.DISTRIBUTIONS} == {*bundled, "entente"}


@pytest.mark.parametrize("lock", ["bundle.lock", "tools.lock"])
def test_locks_are_hashed_and_name_no_host(lock: str) -> None:
    text = (PACKAGING / lock).read_text(encoding="utf-8")
    blocks = re.split(r"^(?=\w)", text, flags=re.MULTILINE)[1:]
    assert all("--hash=sha256:" in block for block in blocks)
    assert not re.search(r"://|^\s*(-i|-f|--(extra-)?index|--find-links|-e)\b|@ ", text, re.MULTILINE)


def test_every_part_has_its_licence() -> None:
    """Texts lie in resources/licences, beside the fonts, or come with numpy's wheel."""
    parts = tomllib.loads((PACKAGING / "parts.toml").read_text(encoding="utf-8"))["part"]
    elsewhere = {"fonts", "numpy"}
    missing = [part["name"] for part in parts if part["text"] not in elsewhere and not _text(part["text"]).is_file()]
    assert not missing
    assert {"GNU LGPL 3", "GNU GPL 3"} <= {path.stem for path in (ROOT / "resources" / "licences").iterdir()}


def _text(name: str) -> Path:
    return ROOT / "resources" / "licences" / f"{name}.txt"


def png(width: int, height: int, dots_per_metre: int) -> bytes:
    """Return a small grey PNG picture."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    density = struct.pack(">IIB", dots_per_metre, dots_per_metre, 1)
    rows = zlib.compress((b"\0" + b"\x80" * width) * height)
    parts = chunk(b"IHDR", head) + chunk(b"pHYs", density) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


def test_stand_in_for_pillow_sees_what_pillow_sees(load: Load) -> None:
    """The bundle holds no Pillow: python-pptx asks it for kind, size and density only."""
    from PIL import Image

    stand_in = load("pyinstaller/standins/PIL/Image.py")
    picture = png(7, 5, 5906)
    ours, theirs = stand_in.open(io.BytesIO(picture)), Image.open(io.BytesIO(picture))
    assert (ours.format, ours.size) == (theirs.format, theirs.size)
    assert ours.info["dpi"] == pytest.approx(theirs.info["dpi"])
    with pytest.raises(ValueError, match="only PNG"):
        stand_in.open(io.BytesIO(b"GIF89a"))


WITHOUT = """
import importlib.abc, sys

sys.path[:0] = [{tools!r}, {standins!r}]
import shipped

class LeftOut(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if any(name == each or name.startswith(each + ".") for each in shipped.LEFT_OUT_MODULES):
            raise ModuleNotFoundError(f"{{name}} is not in the bundle", name=name)

sys.meta_path.insert(0, LeftOut())
sys.argv = ["entente", "--self-test"]
exec(open({start!r}, encoding="utf-8").read())
"""


def test_program_works_without_what_is_left_out(tmp_path: Path) -> None:
    """The self-test passes with the stand-ins of the bundle, and with every module that is left out refused."""
    frozen = PACKAGING / "pyinstaller"
    places = {"tools": PACKAGING / "tools", "standins": frozen / "standins", "start": frozen / "start.py"}
    script = WITHOUT.format(**{name: str(place) for name, place in places.items()})
    done = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.stdout.endswith("self-test passed\n"), done.stdout + done.stderr
