"""Every test has a home of its own and no network, and leaves nothing behind: no thread, no window, no log line.

Nothing here imports Qt: a test without it stays quick.
"""

from __future__ import annotations

import itertools
import logging
import os
import socket
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn

import hypothesis
import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
hypothesis.settings.register_profile("entente", deadline=None, derandomize=True, database=None)
hypothesis.settings.load_profile("entente")

HOME_VARIABLES = {
    "HOME": ".",
    "USERPROFILE": ".",
    "APPDATA": "roaming",
    "LOCALAPPDATA": "local",
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
    "XDG_CACHE_HOME": ".cache",
    "XDG_RUNTIME_DIR": "run",
}
THREAD_PATIENCE = 2.0  # seconds


def pytest_configure(config: pytest.Config) -> None:
    """Register the mark of the tests that expect a warning in the log."""
    config.addinivalue_line("markers", "expects_log: the test makes the program log a warning or an error")


@pytest.fixture(scope="session", autouse=True)
def homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Iterator[Path]]:
    """Homes to hand out; the first one is for what a session fixture such as the QApplication reads at its start."""
    folder = tmp_path_factory.mktemp("homes")
    numbered = (folder / str(number) for number in itertools.count())
    with pytest.MonkeyPatch.context() as patch:
        move_home(next(numbered), patch)
        yield numbered


@pytest.fixture(autouse=True)
def home(homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the empty home folder that this test runs in."""
    folder = next(homes)
    move_home(folder, monkeypatch)
    return folder


def move_home(folder: Path, patch: pytest.MonkeyPatch) -> None:
    """Make the folder the home of this process; Qt wants the runtime folder to be there, and private."""
    for variable, place in HOME_VARIABLES.items():
        patch.setenv(variable, str(folder / place))
    folder.mkdir()
    (folder / "run").mkdir(mode=0o700)


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse connections and look-ups of names: the program makes none."""
    for method in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, method, refuse)
    for function in ("getaddrinfo", "gethostbyname", "create_connection"):
        monkeypatch.setattr(socket, function, refuse)


def refuse(*_: object, **__: object) -> NoReturn:
    """Fail the test that reaches for the network."""
    pytest.fail("reached for the network")


@pytest.fixture(autouse=True)
def still_caret() -> None:
    """Stop the caret from blinking, so that pictures of windows are equal."""
    application = running_application()
    if application is not None:
        application.setCursorFlashTime(0)


@pytest.fixture(autouse=True)
def nothing_left() -> Iterator[None]:
    """Fail a test that leaves a thread running or a window open."""
    before = set(threading.enumerate())
    yield
    windows = close_windows()
    threads = [thread.name for thread in live_threads(before)]
    assert not threads, f"left threads running: {threads}"
    assert not windows, f"left windows open: {windows}"


def live_threads(before: set[threading.Thread]) -> list[threading.Thread]:
    """Return the new threads that do not end in time; those of Qt's pool are waited for through the pool."""
    core = sys.modules.get("PySide6.QtCore")
    if core is not None:
        assert core.QThreadPool.globalInstance().waitForDone(int(THREAD_PATIENCE * 1000)), "left a pool job running"
    deadline = time.monotonic() + THREAD_PATIENCE
    new = [thread for thread in threading.enumerate() if thread not in before and not is_foreign(thread)]
    for thread in new:
        thread.join(max(0.0, deadline - time.monotonic()))
    return [thread for thread in new if thread.is_alive()]


def is_foreign(thread: threading.Thread) -> bool:
    """Return whether Python did not start the thread, so that it cannot tell when it ends."""
    return type(thread).__name__ == "_DummyThread"


def close_windows() -> list[str]:
    """Close the windows that are still on show; return what they are."""
    application = running_application()
    if application is None:
        return []
    left = [window for window in application.topLevelWidgets() if window.isVisible()]
    for window in left:
        window.hide()
    return [f"{type(window).__name__} {window.objectName() or window.windowTitle()!r}" for window in left]


def running_application() -> Any:
    """Return the QApplication, or None where there is none or Qt was never imported."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    application = widgets.QApplication.instance() if widgets else None
    return application if widgets and isinstance(application, widgets.QApplication) else None


class Recorder(logging.Handler):
    """Keeps what is logged at WARNING or above."""

    def __init__(self) -> None:
        """Start with nothing heard."""
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the line."""
        self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def quiet_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test on a warning in the log, unless it carries the mark expects_log or reads the log with caplog."""
    recorder = Recorder()
    root = logging.getLogger()
    root.addHandler(recorder)
    yield
    root.removeHandler(recorder)
    looked_for = request.node.get_closest_marker("expects_log") or "caplog" in request.fixturenames
    assert looked_for or not recorder.lines, "unexpected in the log:\n" + "\n".join(recorder.lines)


@pytest.fixture
def long_paper() -> Any:
    """Return a document of several pages: a heading and a table with a row higher than a page, in three scripts."""
    from graphdata.paper import Heading, Paper, Row, Run, cell, headed, plain, tabled

    long = " ".join(f"word{number}" for number in range(1200))
    rows = [Row((cell((Run(f"R{at}", to="end"),)), cell(f"Relation {at}"))) for at in range(60)]
    rows.append(Row((cell("R60"), cell(long))))
    blocks = (
        Heading(1, "A <b>title</b>", "top"),
        headed("Россия", "to ", Run("the end", to="end"), " \u2068ایران\u2069"),
        Heading(2, "Table", "table"),
        tabled("Relations", [("No.", 0.2), ("What", 0.8)], rows),
        Heading(2, "The end", "end"),
        Heading(4, "R1  A relation of the end", "deep"),
        plain("An item", "item"),
    )
    return Paper("A <b>title</b>", "Its subject — ایران", "TLP:RED, words", "TLP:RED", "Foot", blocks)


@pytest.fixture
def crowded() -> Any:
    """Return what makes a network of so many actors and relations: (network, places)."""
    import numpy as np

    from graphdata.network import Actor, Name, Network, Relation
    from graphdata.vocabulary import ACTOR_KINDS, DOMAINS, KINDS

    def made(actors: int, relations: int, seed: int = 1) -> tuple[Network, dict[str, tuple[float, float]]]:
        rng, kinds = np.random.default_rng(seed), list(ACTOR_KINDS)
        ids = [f"actor:a{number:05}" for number in range(actors)]
        who = [Actor(id=key, kind=kinds[rank % 9], names=(Name(text=f"Name {rank}"),)) for rank, key in enumerate(ids)]
        ends = rng.integers(0, actors, (relations, 2)) ** 2 // actors  # the first actors have most relations
        what = [
            Relation(
                id=f"rel:r{number:06}", domain=(domain := DOMAINS[number % 4]), kind=list(KINDS[domain])[number % 5],
                giver=ids[one], receiver=ids[other], summary="A dealing",
                direction="mutual" if number % 7 == 0 else "forward",
            )
            for number, (one, other) in enumerate(ends.tolist())
        ]  # fmt: skip
        spread = rng.uniform(-1.0, 1.0, (actors, 2)) * np.array([1.6, 1.0]) * 45.0 * actors**0.5
        places = {key: (float(x), float(y)) for key, (x, y) in zip(ids, spread, strict=True)}
        network = Network(
            id="crowd", title="Crowd", version="1", as_of="2026", actors=tuple(who), relations=tuple(what)
        )
        return network, places

    return made
