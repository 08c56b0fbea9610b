#!/usr/bin/env python3
"""Set Entente up on a fresh machine and start it, or pass its tests. Standard library only.

    python3 packaging/bootstrap.py run  [-- arguments of entente]
    python3 packaging/bootstrap.py test [-- arguments of pytest]

The first call makes .venv from the hash-locked list beside this file and adds the system libraries that Qt misses.
Later calls find a stamp and start at once. README.md beside this file says more.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import os
import platform
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Sequence  # noqa: UP035 - this file must start on an old Python to say that it is too old

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "packaging" / "requirements.lock"
VENV = ROOT / ".venv"
OLDEST_PYTHON = (3, 11)
WIDE = ("-n", "auto", "--maxprocesses", "4", "--dist", "loadfile")  # a file's tests share what they make: one process
SCREENLESS = frozenset({"check", "dump", "export", "pack", "--self-test", "--version", "--help", "-h"})
PLATFORM_PLUGINS = {"DISPLAY": "xcb", "WAYLAND_DISPLAY": "wayland"}
QT_MODULES = ("Core", "DBus", "Gui", "OpenGL", "OpenGLWidgets", "Svg", "Test", "Widgets")
# Debian names a library package after the library and its version; these are the exceptions that Qt meets.
DEBIAN_NAMES = {"libz.so.1": "zlib1g", "libglib-2.0.so.0": "libglib2.0-0", "libgthread-2.0.so.0": "libglib2.0-0"}
NO_SCREEN = """\
There is no screen here: neither DISPLAY nor WAYLAND_DISPLAY is set, so no window can open.
Entente is set up, and draws pictures without one:
    {entente} export russia-iran map.png
"""


class SetupError(Exception):
    """Something the user has to know or do before this can go on."""


def say(message: str) -> None:
    """Print one step, ahead of the output of the programs that it starts."""
    print("entente:", message, flush=True)


def program(name: str) -> Path:
    """Return the path of a program in the environment."""
    return VENV / "Scripts" / (name + ".exe") if os.name == "nt" else VENV / "bin" / name


def child_environment() -> dict[str, str]:
    """Return our environment without what would let other Python installations leak in."""
    dropped = ("PYTHONPATH", "PYTHONHOME", "PIP_USER", "PIP_TARGET", "PIP_PREFIX")
    return {name: value for name, value in os.environ.items() if name not in dropped}


def must(command: Sequence[str], purpose: str) -> None:
    """Run a command in the project's folder; stop with its output when it fails."""
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=child_environment(),
        stdin=subprocess.DEVNULL,
        text=True,
        errors="replace",
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    if done.returncode:
        raise SetupError(done.stdout.strip() + "\n" + purpose + " failed: " + " ".join(command))


def privilege() -> list[str] | None:
    """Return what goes before a command of the administrator, or None where we may not run one."""
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if sudo and subprocess.run([sudo, "-n", "true"], capture_output=True, check=False).returncode == 0:
        return [sudo, "-n"]
    return None


def add_packages(packages: Sequence[str], purpose: str) -> None:
    """Install Debian packages, or say which command does."""
    names = sorted(set(packages))
    if not shutil.which("apt-get"):
        raise SetupError(purpose + " needs what Debian calls " + ", ".join(names) + ": install them, then try again.")
    prefix = privilege()
    if prefix is None:
        line = "sudo apt-get update && sudo apt-get install --yes --no-install-recommends " + " ".join(names)
        raise SetupError(
            purpose + " needs packages that only the administrator can add. Run this, then try again:\n    " + line
        )
    say("adding the packages " + " ".join(names))
    apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    must([*apt, "update"], "Reading the list of packages")
    must([*apt, "install", "--yes", "--no-install-recommends", *names], "Adding packages")


def package_of(library: str) -> str:
    """Return the Debian package of a shared library: libxcb-icccm.so.4 is in libxcb-icccm4."""
    if library in DEBIAN_NAMES:
        return DEBIAN_NAMES[library]
    name, _, version = library.partition(".so.")
    name = name.lower().replace("_", "-")
    return name + ("-" if name[-1].isdigit() else "") + version.split(".")[0]


def missing_in(listing: str) -> list[str]:
    """Return the libraries that a listing of ldd could not find."""
    return sorted(set(re.findall(r"^\s*(\S+) => not found", listing, re.MULTILINE)))


def missing_libraries(plugins: Sequence[str]) -> list[str]:
    """Return the system libraries that Qt and these platform plugins ask for and do not find."""
    binaries = []
    for qt in VENV.glob("lib/python*/site-packages/PySide6/Qt"):
        binaries += [qt / "lib" / ("libQt6" + module + ".so.6") for module in QT_MODULES]
        binaries += [qt / "plugins" / "platforms" / ("libq" + plugin + ".so") for plugin in plugins]
    present = [str(binary) for binary in binaries if binary.exists()]
    if not present or not shutil.which("ldd"):
        return []
    return missing_in(subprocess.run(["ldd", *present], capture_output=True, text=True, check=False).stdout)


def add_libraries(plugins: Sequence[str]) -> None:
    """Add the system libraries that Qt misses for these platform plugins."""
    missing = missing_libraries(plugins)
    if not missing:
        return
    add_packages([package_of(library) for library in missing], "Qt")
    still = missing_libraries(plugins)
    if still:
        raise SetupError("Qt still misses " + ", ".join(still) + ": install the packages that hold them.")


def fingerprint() -> str:
    """Return what .venv was made from: this Python, this folder, the lock and the project file."""
    digest = hashlib.sha256("\n".join([sys.version, platform.machine(), str(ROOT)]).encode())
    for path in (LOCK, ROOT / "pyproject.toml", Path(__file__)):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def make_environment() -> None:
    """Make .venv, or mend the one that is there, and install the locked packages and the project."""
    if not os.access(ROOT, os.W_OK):
        raise SetupError("This folder cannot be written: " + str(ROOT) + ". Copy the project to one of your own.")
    if importlib.util.find_spec("ensurepip") is None:
        add_packages(["python%d.%d-venv" % sys.version_info[:2]], "This Python")  # noqa: UP031
    python = str(program("python"))
    say("making .venv")
    if not is_usable(python):
        must([sys.executable, "-m", "venv", "--clear", str(VENV)], "Making .venv")
    say("installing the locked packages; the first time this fetches about 150 MB")
    pip = [python, "-I", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"]
    must([*pip, "--no-compile", "--only-binary", ":all:", "--require-hashes", "-r", str(LOCK)], "Installing packages")
    must([*pip, "--no-index", "--no-deps", "--no-build-isolation", "--editable", str(ROOT)], "Installing Entente")


def is_usable(python: str) -> bool:
    """Return whether .venv holds this very version of Python, with pip."""
    probe = "import pip, sys; print(sys.version)"
    try:
        done = subprocess.run([python, "-I", "-c", probe], capture_output=True, text=True, check=False)
    except OSError:
        return False
    return done.returncode == 0 and done.stdout.strip() == sys.version.strip()


def set_up(plugins: Sequence[str]) -> None:
    """Bring .venv and the system libraries up to date; cost nothing when the stamp says that they are."""
    stamp = VENV / "entente.stamp"
    known = stamp.read_text(encoding="utf-8").split() if stamp.exists() else []
    made = fingerprint()
    if known[:1] != [made]:
        stamp.unlink(missing_ok=True)
        make_environment()
        known = [made]
    if not set(plugins) <= set(known):
        if sys.platform.startswith("linux"):
            add_libraries(plugins)
        with contextlib.suppress(PermissionError):  # set up by somebody else: looking again costs little
            stamp.write_text("\n".join([made, *sorted({*known[1:], *plugins})]) + "\n", encoding="utf-8")


def screens() -> list[str]:
    """Return the platform plugins for the screens that are there; Windows and macOS need none named."""
    if not sys.platform.startswith("linux"):
        return ["native"]
    if os.environ.get("QT_QPA_PLATFORM"):
        return [os.environ["QT_QPA_PLATFORM"].split(";")[0].split(":")[0]]
    return [plugin for variable, plugin in PLATFORM_PLUGINS.items() if os.environ.get(variable)]


def run(arguments: Sequence[str]) -> int:
    """Set up and start the program; return its exit code."""
    windowless = bool(arguments) and arguments[0] in SCREENLESS
    plugins = [] if windowless else screens()
    set_up(["offscreen", *plugins])
    if not windowless and not plugins:
        raise SetupError(NO_SCREEN.format(entente=program("entente").relative_to(ROOT)).rstrip())
    return start([str(program("entente")), *arguments], Path.cwd())


def test(arguments: Sequence[str]) -> int:
    """Set up and run the tests, a process for each core, four at most; return their exit code."""
    set_up(["offscreen"])
    return start([str(program("python")), "-m", "pytest", *WIDE, *arguments], ROOT)


def start(command: Sequence[str], folder: Path) -> int:
    """Become another program, or run it to its end where that cannot be; return its exit code."""
    os.chdir(folder)
    if os.name != "nt":
        os.execve(command[0], list(command), child_environment())  # noqa: S606 - signals and exit code stay its own
    return subprocess.run(command, env=child_environment(), check=False).returncode


def main(arguments: Sequence[str]) -> int:
    """Do what the first argument says with the others; return the exit code."""
    commands = {"run": run, "test": test}
    if not arguments or arguments[0] not in commands:
        print((__doc__ or "").strip())
        return 0 if arguments and arguments[0] in {"-h", "--help"} else 2
    if sys.version_info < OLDEST_PYTHON:
        print("entente: this is Python", platform.python_version(), "and Entente needs 3.11 or newer.", file=sys.stderr)
        return 1
    rest = list(arguments[1:])
    try:
        return commands[arguments[0]](rest[1:] if rest[:1] == ["--"] else rest)
    except SetupError as error:
        print("entente:", error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
