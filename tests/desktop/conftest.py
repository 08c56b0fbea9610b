"""A session with a small real network for every test of the desktop: five actors, eight relations, four sources."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QSettings
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop import assets, crash, theme
from desktop.session import Session
from desktop.settings import SettingsStore
from desktop.window import MainWindow
from graphdata.bulk import LARGE
from graphdata.drawing import Drawing
from graphdata.filter import Filter
from graphdata.network import Actor, Name, Network, Relation
from graphdata.places import Place
from graphdata.sheet import Request, sheet_of
from graphdata.sourcing import Claim, Grade, Link, Locator, Source
from graphdata.storage.pack import to_pack
from graphdata.style import Theme
from graphdata.ties import ties_of
from graphdata.view import view_of

SOURCES = (
    Source(
        id="src:wsj",
        csl={"title": "Moscow Sends Iran Cyber Tools", "issued": "2023-03-27", "URL": "https://example.org/wsj"},
        publisher="WSJ",
        reliability=(Grade(grade="B", why="a newspaper of record"),),
    ),
    Source(
        id="src:up",
        csl={"title": "Russia and Iran", "issued": "2023-12-08"},
        publisher="UP",
        read=True,
        reliability=(Grade(grade="C", why="fairly reliable so far"),),
    ),
    Source(
        id="src:kirby",
        csl={"title": "Press briefing", "issued": "2022-12-09"},
        publisher="White House",
        read=True,
        reliability=(Grade(grade="B", why="on the record"),),
    ),
    Source(id="src:hacked", csl={"title": "=<b>A & B</b>", "issued": "2024"}, publisher="<b>A & B</b>", read=True),
)
ACTORS = (
    Actor(id="actor:ru", kind="state", names=(Name(text="Russia", lang="en"), Name(text="Россия", lang="ru"))),
    Actor(id="actor:ir", kind="state", names=(Name(text="Iran", lang="en"), Name(text="ایران", lang="fa"))),
    Actor(id="actor:hz", kind="armed_group", names=(Name(text="Hezbollah", lang="en"),)),
    Actor(id="actor:niiip", kind="firm", names=(Name(text="Radar institute"), Name(text="НИИИП", lang="ru"))),
    Actor(id="actor:us", kind="state", names=(Name(text="United States", lang="en"),), short="US"),
)


def claim(relation: str, number: int, source: str, aspect: str = "exists", when: str = "") -> Claim:
    """Return a claim that supports one aspect of a relation."""
    return Claim(
        id=f"clm:{relation}-{number}",
        relation=f"rel:{relation}",
        aspect=aspect,
        stance="supports",
        basis="reported",
        summary=f"The document in hand reports {relation}.",
        locator=Locator(label="paragraph", value=str(number)),
        chain=(Link(node=f"src:{source}", role="origin"),),
        when=when,
        credibility=2,
    )


def relation(slug: str, domain: str, kind: str, ends: str, summary: str, *claims: Claim, **more: Any) -> Relation:
    """Return a relation between the two actors that ends names."""
    giver, receiver = (f"actor:{end}" for end in ends.split())
    parts = {"domain": domain, "kind": kind, "giver": giver, "receiver": receiver, "summary": summary}
    return Relation(id=f"rel:{slug}", claims=claims, **parts, **more)


def relations() -> tuple[Relation, ...]:
    """Return the eight relations: four arms, one money, one tech, two diplomacy."""
    drones = (
        claim("drones", 1, "kirby", "status:delivered", "2022-08"),
        claim("drones", 2, "up", "status:delivered", "2023-11"),
    )
    agreed = claim("jets", 1, "up", "status:agreed", "2023")
    threatened = claim("threat", 1, "kirby", when="2022")
    trained, lent = claim("pilots", 1, "up", when="2023-05"), claim("loan", 1, "hacked", when="2015")
    sent, signed = claim("cyber", 1, "wsj", when="2023-03"), claim("treaty", 1, "up", when="2025-01-17")
    return (
        relation("drones", "arms", "transfer", "ir ru", "Iran sends drones", *drones),
        relation("jets", "arms", "transfer", "ru ir", "Russia sends jets", agreed),
        relation("pilots", "arms", "training", "ru ir", "Russia trains pilots", trained),
        relation("rockets", "arms", "transfer", "ir hz", "Iran sends rockets", claim("rockets", 1, "hacked")),
        relation("loan", "money", "loan", "ru ir", "Russia lends money", lent),
        relation("cyber", "tech", "cyber", "ru ir", "Russia sends cyber tools", sent),
        relation("treaty", "diplomacy", "treaty", "ru ir", "The treaty is signed", signed, direction="mutual"),
        relation("threat", "diplomacy", "threat", "us ir", "The US threatens", threatened),
    )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let windows be raised and resized: the offscreen platform warns of each thing that it cannot do."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))


@pytest.fixture(autouse=True)
def dialogs_of_this_home(home: Path) -> None:
    """Let Qt's own dialogs keep what they remember in the home of the test: Qt looks for a home once, and stays."""
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(home / ".config"))


@pytest.fixture
def network() -> Network:
    """Return a new small network; nothing in it refers to anything that is not there."""
    return Network(
        id="small", title="Small", version="1.0", as_of="2025-06-01",
        actors=ACTORS, sources=SOURCES, relations=relations(),
    )  # fmt: skip


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """Return an empty window to put a panel into; a test that needs it on the screen shows it."""
    made = QWidget()
    made.resize(400, 600)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def session(qapp: object, network: Network) -> Session:  # noqa: ARG001 - Qt must run first
    """Return a session with the small network open."""
    opened = Session()
    opened.open(network, {actor.id: (100.0 * place, 0.0) for place, actor in enumerate(network.actors)})
    return opened


@pytest.fixture
def large(session: Session, crowded: Any) -> Session:
    """Return a session with a network open whose views are worked out beside the window."""
    session.open(*crowded(400, LARGE))
    return session


@pytest.fixture
def light() -> Theme:
    """Return the light theme."""
    return assets.theme("light")


@pytest.fixture
def undressed(qapp: QApplication) -> Iterator[QApplication]:
    """Return the application with the shipped fonts at hand; it gets its look back, whatever a test dresses it in."""
    theme.load_fonts()
    look = (qapp.font(), qapp.palette(), qapp.styleSheet())
    yield qapp
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # or each new look is put on every window so far
    qapp.setFont(look[0])
    qapp.setPalette(look[1])
    qapp.setStyleSheet(look[2])


@pytest.fixture
def unhooked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the hooks for crashes to pytest-qt, which fails a test by them."""
    monkeypatch.setattr(crash, "install", lambda headless=False: None)  # noqa: ARG005 - the name is the caller's


@pytest.fixture
def places(network: Network) -> dict[str, Place]:
    """Return places for the five actors: Russia and Iran above, the others below, nobody in a line's way."""
    corners = ((0.0, 0.0), (300.0, 0.0), (300.0, 220.0), (150.0, 220.0), (0.0, 220.0))
    return {actor.id: place for actor, place in zip(network.actors, corners, strict=True)}


@pytest.fixture
def pack(network: Network, places: dict[str, Place], tmp_path: Path) -> Path:
    """Return the small network as a pack that brings its places."""
    path = tmp_path / "small.ententepack"
    path.write_bytes(to_pack(network, places))
    return path


@pytest.fixture
def page(network: Network, places: dict[str, Place], light: Theme, undressed: QApplication) -> Drawing:  # noqa: ARG001 - its fonts
    """Return the small network as a page to export, 16 to 9."""
    view = view_of(network, Filter())
    return sheet_of(view, ties_of(view), places, Request(16 / 9, light, "Iran arms <b>Russia</b>"))


@pytest.fixture
def main_window(
    qtbot: QtBot, network: Network, places: dict[str, Place], light: Theme, tmp_path: Path, undressed: QApplication
) -> MainWindow:
    """Return the main window with the small network, its panels not yet built."""
    theme.dress(undressed, light)
    made = MainWindow(Session(), SettingsStore(tmp_path / "settings.json"), light)
    made.session.open(network, places)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def filled(main_window: MainWindow, qtbot: QtBot) -> MainWindow:
    """Return the main window on the screen, with its panels."""
    main_window.fill()
    with qtbot.waitExposed(main_window):
        main_window.show()
    return main_window
