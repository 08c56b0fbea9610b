"""The set-up script says what is missing in words that can be acted on, and does nothing twice."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "packaging" / "bootstrap.py"
LINUX_ONLY = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="system libraries are a matter of Linux")
LISTING = """\
\tlibQt6Core.so.6 => /somewhere/libQt6Core.so.6 (0x00007f)
\tlibEGL.so.1 => not found
\tlibxcb-icccm.so.4 => not found
\tlibEGL.so.1 => not found
\tlibc.so.6 => /lib/libc.so.6 (0x00007f)
"""


@pytest.fixture
def bootstrap(load: Callable[[str], ModuleType], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> ModuleType:
    """Return the script as a module whose environment lies in an empty folder."""
    module = load("bootstrap.py")
    monkeypatch.setattr(module, "VENV", tmp_path / ".venv")
    return module


@pytest.fixture
def steps(bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the list that the steps of a set-up write themselves into, instead of being done."""
    taken: list[str] = []

    def make_environment() -> None:
        bootstrap.VENV.mkdir(exist_ok=True)
        taken.append("environment")

    def start(command: list[str], _: Path) -> int:
        taken.append(Path(command[0]).name)
        return 0

    monkeypatch.setattr(bootstrap, "make_environment", make_environment)
    monkeypatch.setattr(bootstrap, "start", start)
    monkeypatch.setattr(bootstrap, "add_libraries", lambda plugins: taken.append("libraries " + " ".join(plugins)))
    return taken


@pytest.mark.parametrize(
    ("library", "package"),
    [
        ("libEGL.so.1", "libegl1"),
        ("libX11.so.6", "libx11-6"),
        ("libX11-xcb.so.1", "libx11-xcb1"),
        ("libdbus-1.so.3", "libdbus-1-3"),
        ("libglib-2.0.so.0", "libglib2.0-0"),
        ("libxcb-icccm.so.4", "libxcb-icccm4"),
        ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
        ("libxkbcommon.so.0", "libxkbcommon0"),
        ("libgssapi_krb5.so.2", "libgssapi-krb5-2"),
    ],
)
def test_package_of(bootstrap: ModuleType, library: str, package: str) -> None:
    """A library leads to its Debian package."""
    assert bootstrap.package_of(library) == package


def test_missing_in(bootstrap: ModuleType) -> None:
    """Each library that was not found is named once."""
    assert bootstrap.missing_in(LISTING) == ["libEGL.so.1", "libxcb-icccm.so.4"]


def test_without_privilege_the_command_is_said(bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever may not add packages is told which command does."""
    monkeypatch.setattr(bootstrap, "privilege", lambda: None)
    monkeypatch.setattr(bootstrap.shutil, "which", lambda name: "/usr/bin/" + name)
    with pytest.raises(bootstrap.SetupError, match=r"sudo apt-get install --yes --no-install-recommends libb1 libc2$"):
        bootstrap.add_packages(["libc2", "libb1", "libc2"], "Qt")


def test_without_apt_the_packages_are_named(bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    """On another Linux the names still tell what to look for."""
    monkeypatch.setattr(bootstrap.shutil, "which", lambda _: None)
    with pytest.raises(bootstrap.SetupError, match="libegl1"):
        bootstrap.add_packages(["libegl1"], "Qt")


def test_a_failing_step_shows_its_output(bootstrap: ModuleType) -> None:
    """What a program said before it failed is part of the message."""
    with pytest.raises(bootstrap.SetupError, match=r"no luck\nTrying failed: "):
        bootstrap.must([sys.executable, "-c", "print('no luck'); raise SystemExit(3)"], "Trying")


@LINUX_ONLY
def test_second_run_skips_all(bootstrap: ModuleType, steps: list[str]) -> None:
    """The stamp remembers what was set up; a new kind of screen adds its libraries alone."""
    for plugins in (["offscreen"], ["offscreen"], ["offscreen", "xcb"], ["offscreen"]):
        bootstrap.set_up(plugins)
    assert steps == ["environment", "libraries offscreen", "libraries offscreen xcb"]


def test_a_new_lock_sets_up_again(
    bootstrap: ModuleType, steps: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The stamp no longer holds when the locked packages change."""
    bootstrap.set_up(["offscreen"])
    (tmp_path / "lock").write_text("other==1", encoding="utf-8")
    monkeypatch.setattr(bootstrap, "LOCK", tmp_path / "lock")
    bootstrap.set_up(["offscreen"])
    assert steps.count("environment") == 2


@LINUX_ONLY
def test_run_without_a_screen_says_so(
    bootstrap: ModuleType, steps: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without a screen nothing is started, and the message shows how to draw a picture."""
    for variable in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setattr(bootstrap, "VENV", SCRIPT.parents[1] / ".venv")
    monkeypatch.setattr(bootstrap, "set_up", lambda _: None)
    assert bootstrap.main(["run"]) == 1
    assert not steps
    assert f"{Path('.venv', 'bin', 'entente')} export" in capsys.readouterr().err


@LINUX_ONLY
@pytest.mark.parametrize("arguments", [["run", "--", "--version"], ["run", "export", "out.png"]])
def test_run_needs_no_screen_for_what_opens_no_window(
    bootstrap: ModuleType, steps: list[str], monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    """What a script asks for works without a screen."""
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    assert bootstrap.main(arguments) == 0
    assert steps[-1] == "entente"


@LINUX_ONLY
def test_a_screen_asks_for_its_plugin(bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    """X11 and Wayland each have their libraries; a platform that is set by hand comes first."""
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", ":0")
    assert bootstrap.screens() == ["xcb"]
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert bootstrap.screens() == ["offscreen"]


def test_tests_run_in_a_process_for_each_core(bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    """Arguments of one's own come last, so that they win; .ci/run does the same with what is installed."""
    begun: list[list[str]] = []
    monkeypatch.setattr(bootstrap, "set_up", lambda _: None)
    monkeypatch.setattr(bootstrap, "start", lambda command, _: begun.append(command) or 0)
    assert bootstrap.main(["test", "--", "-n0", "tests/release"]) == 0
    assert begun[0][1:] == ["-m", "pytest", *bootstrap.WIDE, "-n0", "tests/release"]
    assert f'pytest" {" ".join(bootstrap.WIDE)}\n' in (SCRIPT.parents[1] / ".ci" / "run").read_text(encoding="utf-8")


def test_other_pythons_do_not_leak_in(bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    """PYTHONPATH would put other packages before the locked ones."""
    monkeypatch.setenv("PYTHONPATH", os.sep)
    assert "PYTHONPATH" not in bootstrap.child_environment()


def test_help_is_printed_for_anything_else(bootstrap: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    """A wrong command shows the two right ones."""
    assert bootstrap.main(["walk"]) == 2
    assert "bootstrap.py test" in capsys.readouterr().out
