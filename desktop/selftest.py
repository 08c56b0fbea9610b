"""The self-test that runs inside whatever is shipped: opens, draws, filters, exports, and tells what it saw."""

from __future__ import annotations

import faulthandler
import io
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from graphdata import __version__

if TYPE_CHECKING:
    from graphdata.ties import Tie
    from graphdata.view import View

PATIENCE: Final = 180  # seconds after which a test that hangs is ended with a traceback
SAMPLES: Final = ("Россия", "ایران", "→≠≥")


class FailedError(Exception):
    """One thing that does not work here."""


FAULTS: Final = (
    FailedError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    OSError,
    RuntimeError,
    TypeError,
    ValueError,
)


def self_test() -> int:
    """Return 0 when everything shipped works, else 1; every step is told on a line of its own."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if isinstance(sys.stdout, io.TextIOWrapper):  # a fault may name letters that this terminal has not
        sys.stdout.reconfigure(errors="backslashreplace")
    print(f"entente {__version__} self-test")
    steps: list[tuple[str, Callable[[], str]]] = [
        ("network", _reads_network),
        ("fonts", _draws_letters),
        ("window", _shows_window),
        ("layouts", _arranges),
        ("questions", _answers_questions),
        ("exports", _writes_files),
        ("views", _keeps_views),
        ("licences", _knows_licences),
    ]
    with _time_limit():
        broken = sum(not _passed(name, step) for name, step in steps)
    print("self-test passed" if not broken else f"self-test failed: {broken} of {len(steps)} steps")
    return 1 if broken else 0


@contextmanager
def _time_limit() -> Iterator[None]:
    """End the process with its stacks when it takes too long; a windowed program on Windows has no error stream."""
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        faulthandler.dump_traceback_later(PATIENCE, exit=True, file=nowhere if sys.stderr is None else sys.stderr)
        try:
            yield
        finally:
            faulthandler.cancel_dump_traceback_later()


def _passed(name: str, step: Callable[[], str]) -> bool:
    """Return whether a step works, and tell what it saw."""
    try:
        print(f"  ok      {name}: {step()}", flush=True)
    except FAULTS as fault:
        print(f"  failed  {name}: {type(fault).__name__}: {fault}", flush=True)
        return False
    return True


def _expect(holds: bool, otherwise: str) -> None:
    """Raise FailedError unless something holds."""
    if not holds:
        raise FailedError(otherwise)


def _reads_network() -> str:
    """Read the shipped network, from its pack and from its dossiers alike."""
    from desktop import assets
    from graphdata.storage.reading import read_network

    network = read_network(assets.shipped_dossiers())
    _expect(len(network.relations) >= 40, f"only {len(network.relations)} relations")
    packed = read_network(assets.shipped_network())
    _expect(packed.digest == network.digest, "the pack is not made from the dossiers that are shipped")
    return f"{len(network.actors)} actors, {len(network.relations)} relations, digest {network.digest[:8]}"


def _draws_letters() -> str:
    """See that every script has letters, not boxes."""
    from PySide6.QtGui import QFontMetricsF

    from desktop.app import headless_app
    from desktop.canvas.painter import font

    headless_app()
    metrics = QFontMetricsF(font(bold=False))
    for letter in "".join(SAMPLES):
        _expect(metrics.inFontUcs4(ord(letter)) or bool(metrics.horizontalAdvance(letter)), f"no glyph for {letter!r}")
    return " ".join(sample.encode("ascii", "backslashreplace").decode() for sample in SAMPLES)


def _shows_window() -> str:
    """Show the window in both themes, with an actor selected and every table, chart and form seen."""
    from PySide6.QtWidgets import QApplication, QTabWidget

    from desktop import assets, theme
    from desktop.opening import opened
    from desktop.session import Session
    from desktop.settings import SettingsStore
    from desktop.window import MainWindow

    app = QApplication.instance()
    assert isinstance(app, QApplication)
    session = Session()
    with tempfile.TemporaryDirectory() as folder:
        for name in ("light", "dark"):
            colours = assets.theme(name)
            theme.dress(app, colours)
            window = MainWindow(session, SettingsStore(Path(folder) / "settings.json"), colours)
            session.open(*opened(assets.shipped_network()))
            window.fill()
            window.show()
            session.select("actor", session.view.actors[0].id)
            app.processEvents()
            _expect(_inked(window.canvas.grab().toImage(), colours.map.background), f"the {name} map is blank")
            for tabs in window.findChildren(QTabWidget):
                for place in range(tabs.count()):
                    tabs.setCurrentIndex(place)
                    app.processEvents()
            sharpness = window.devicePixelRatio()
            window.close()
            window.deleteLater()
        app.processEvents()
    lines = f"{len(session.ties)} lines between {len(session.view.actors)} actors"
    return f"{lines}, light and dark, at {sharpness:.0%}"


def _arranges() -> str:
    """Find places for every actor anew, in each layout: the network that is shipped brings its own."""
    from desktop import assets
    from desktop.arranging import arranged
    from graphdata.arrangement import LAYOUTS, Arrangement
    from graphdata.storage.reading import read_network

    network = read_network(assets.shipped_network())
    for layout in LAYOUTS:
        places = arranged(network, Arrangement(layout, network.drawn[0].id if layout == "radial" else ""))
        _expect(places.keys() == {actor.id for actor in network.drawn}, f"{layout} finds no place for some actors")
    return ", ".join(LAYOUTS)


def _answers_questions() -> str:
    """Ask for go-betweens: the measure of networks comes from a library of its own."""
    from desktop import assets
    from graphdata.filter import Filter
    from graphdata.questions.standing import go_betweens
    from graphdata.storage.reading import read_network
    from graphdata.view import view_of

    found = go_betweens(view_of(read_network(assets.shipped_network()), Filter()))
    _expect(bool(found.between), "no go-between was found")
    return f"{len(found.between)} go-betweens"


def _keeps_views() -> str:
    """Keep a view in a file of its own, and open it again."""
    from desktop import assets
    from desktop.reopening import found_in
    from graphdata.filter import Filter
    from graphdata.saved_view import saved_view
    from graphdata.saved_views import list_to_json
    from graphdata.storage.files import VIEWS_SUFFIX
    from graphdata.storage.reading import read_network
    from graphdata.storage.writing import write_whole
    from graphdata.view import view_of

    network = read_network(assets.shipped_network())
    kept = saved_view(view_of(network, Filter(domains=frozenset(["arms"]))), "Arms")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"kept{VIEWS_SUFFIX}"
        write_whole(path, list_to_json((kept,)))
        found = found_in(path, None, (assets.shipped_network(),))
    _expect(found.saved == kept and found.is_list, "a kept view came back otherwise")
    return f"{len(found.made.view.relations)} relations of a file{VIEWS_SUFFIX}"


def _knows_licences() -> str:
    """See that every part that is shipped has its licence with it."""
    from desktop.licences import components

    parts = components()
    without = [part.name for part in parts if not part.text]
    _expect(not without, f"no licence text for {', '.join(without)}")
    return f"{len(parts)} parts"


def _inked(image: object, background: str) -> bool:
    """Return whether a picture holds more than its background."""
    from PySide6.QtGui import QColor, QImage

    assert isinstance(image, QImage)
    blank = QColor(background).rgb()
    seen = {image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)}
    return len(seen - {blank}) > 8


def _writes_files() -> str:
    """Export every format, and see that each begins as it should."""
    from desktop import assets
    from desktop.export.formats import PAGE, SLIDE, SLIDES, to_bytes
    from desktop.opening import opened
    from desktop.picture_file import page_of
    from graphdata.export.pptx import to_pptx
    from graphdata.filter import Filter
    from graphdata.sheet import Request, sheet_of
    from graphdata.ties import ties_of
    from graphdata.view import view_of

    found = opened(assets.shipped_network())
    view = view_of(found.network, Filter())
    shown = (view, ties_of(view), found.positions, Request(SLIDE.aspect, assets.theme("light")))
    page = sheet_of(*shown)
    whole = {SLIDES: to_pptx(*shown, SLIDE), PAGE: page_of(*shown)}
    heads = {".png": b"\x89PNG", ".svg": b"<?xml", ".pdf": b"%PDF", SLIDES: b"PK", PAGE: b"<!DOCTYPE html>"}
    sizes = []
    for suffix, head in heads.items():
        content = whole.get(suffix) or to_bytes(page, suffix, SLIDE)
        _expect(content.startswith(head), f"{suffix} begins with {content[:8]!r}")
        _expect(len(content) > 10_000, f"{suffix} has {len(content)} bytes only")
        sizes.append(f"{suffix[1:]} {len(content) // 1024} KB")
    return ", ".join([*sizes, *_documents(shown[0], shown[1])])


def _documents(view: View, ties: Sequence[Tie]) -> Iterator[str]:
    """Yield the documents and tables, each written once."""
    from desktop.document_file import document_of
    from desktop.export.kinds import DOCUMENTS

    for kind in DOCUMENTS:
        content = document_of(kind, view, ties).content
        _expect(len(content) > 500, f"{kind.what}{kind.suffix} has {len(content)} bytes only")
        yield f"{kind.what}{kind.suffix} {len(content) // 1024} KB"
