"""Makes the pictures of the help anew, light and dark: `python packaging/screenshots.py [--check] [NAME ...]`.

Each is a piece of the real window, or what an exporter writes, of the network that is shipped; no screen is needed.
The same fonts and libraries give the same bytes. Every file names the digest of the network it shows, and a test
compares that with the network, so that a changed network asks for new pictures. With --check nothing is written: each
is made and compared with the one there is, so that a changed window asks for new pictures, too.
"""

from __future__ import annotations

import io
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from PIL import Image
    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QWidget

    from desktop.window import MainWindow

ROOT: Final = Path(__file__).resolve().parents[1]
OUT: Final = ROOT / "resources" / "help" / "pictures"
DENSITY: Final = "1.5"  # as the help browser takes it
OFTEN: Final = 16  # colours that a picture has most of: they stay as they are
FAR: Final = 32  # colours of a picture that are furthest apart
PATIENCE: Final = 60  # seconds for one state of the window
GRAIN: Final = 6  # dots of a picture that are looked at as one when it is compared
SEEN: Final = 24  # levels of grey that are a difference at a glance
LEAST: Final = 0.02  # of a picture that has to differ
WINDOW: Final = (1180, 780)
WIDTH: Final = 820  # of map and answer
PLANT: Final = "rel:ir-ru-alabuga"
ADVICE: Final = "rel:ru-ir-protest-advice"


class Studio:
    """A window with the shipped network, in one theme, and the ways to bring it into a state."""

    def __init__(self, theme_name: str, folder: Path) -> None:
        """Open the network in a window whose settings go with a folder."""
        from PySide6.QtWidgets import QApplication

        from desktop import assets, theme
        from desktop.app import made_app
        from desktop.opening import opened
        from desktop.session import Session
        from desktop.settings import SettingsStore
        from desktop.window import MainWindow

        self.app: QApplication = made_app()
        self.colours = assets.theme(theme_name)
        theme.dress(self.app, self.colours)
        self.session = Session()
        store = SettingsStore(folder / "settings.json")
        store.change(theme=theme_name)
        self.window: MainWindow = MainWindow(self.session, store, self.colours)
        self.session.open(*opened(assets.shipped_network()))
        self.window.fill()
        self.window.resize(*WINDOW)
        self.window.show()
        self.settle()

    def reset(self) -> None:
        """Bring the window back to how it opens."""
        from desktop import commands
        from graphdata.questions.baseline import Baseline

        commands.clear_filter(self.session)
        commands.change_baseline(self.session, Baseline(), self.session.positions, "Stop comparing")
        self.session.select()
        self.session.emphasise(frozenset())
        self.window.resize(*WINDOW)
        self.show_panels(filters=True, evidence=True, tables=True, legend=True)
        self.turn_to(0)
        self.sizes(270, 560, 350, 590, 190)
        self.fit()

    def settle(self) -> None:
        """Let everything that is under way come to rest."""
        from desktop import worker

        until = time.monotonic() + PATIENCE
        quiet = 0
        while quiet < 3:
            worker.wait_all()
            self.app.processEvents()
            if self.window.board.timeline_panel is not None:
                _ = self.window.board.timeline_panel.chart  # which is made now, where it is on its way
            is_settled = self.window.canvas.is_settled and not self.session.in_turn.busy
            quiet = quiet + 1 if is_settled else 0
            time.sleep(0.03)
            if time.monotonic() > until:
                raise TimeoutError("the window does not come to rest")

    def wait(self, seconds: float) -> None:
        """Let timers run out, then let everything come to rest."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            self.app.processEvents()
            time.sleep(0.02)
        self.settle()

    def fit(self) -> None:
        """Show all that is on show."""
        self.settle()
        self.window.controller.fit()
        self.settle()

    def show_panels(self, **shown: bool) -> None:
        """Show and hide panels through their actions."""
        for name, on in shown.items():
            action = self.window.actions_by_name[name]
            action.setChecked(not on)
            action.trigger()

    def sizes(self, *sizes: int) -> None:
        """Give the panels their widths and heights."""
        self.window.board.set_sizes(sizes)
        self.settle()

    def turn_to(self, tab: int) -> None:
        """Show a tab under the map."""
        from PySide6.QtWidgets import QTabWidget

        tabs = self.window.board.tables.findChild(QTabWidget)
        assert isinstance(tabs, QTabWidget)
        tabs.setCurrentIndex(tab)

    def ask(self, question: str, height: int = 230, marked: bool = True, **words: object) -> QImage:
        """Ask a question under the map and return map and answer."""
        from graphdata.questions.catalogue import Asked

        self.reset()
        self.show_panels(filters=False, legend=False)
        self.turn_to(3)
        panel = self.window.board.questions_panel
        assert panel is not None
        panel.form.choose(question)
        self._fill_form(panel.form, words)
        panel.ask(Asked(question, **words))  # type: ignore[arg-type] # the words are those of the question
        self.window.resize(WINDOW[0], 720)
        self.sizes(0, WIDTH, WINDOW[0] - WIDTH, 600 - height, height)
        if marked:
            panel.mark.click()
        self.fit()
        return grabbed(self.window.board.middle if marked else panel)

    def _fill_form(self, form: object, words: dict[str, object]) -> None:
        """Write into the form what is asked about, so that the picture shows it."""
        from desktop.panels.question_form import QuestionForm

        assert isinstance(form, QuestionForm)
        for name, picker in (("start", form.start), ("end", form.end)):
            if name in words:
                picker.show_actor(str(words[name]))
        if "struck" in words:
            form.source.setCurrentIndex(form.source.findData("src:cnas-commentary"))
        if "earlier" in words:
            form.earlier.edit.setText(str(words["earlier"]))
        if "relation" in words:
            self.session.select("relation", str(words["relation"]))


def grabbed(widget: QWidget) -> QImage:
    """Return what a widget shows."""
    return widget.grab().toImage()


def whole_window(studio: Studio) -> QImage:
    """The window as it opens, with a relation selected."""
    studio.reset()
    studio.session.select("relation", PLANT)
    studio.fit()
    return grabbed(studio.window)


def evidence(studio: Studio) -> QImage:
    """The evidence panel with the relation of the first map."""
    studio.reset()
    studio.window.resize(1180, 900)
    studio.session.select("relation", PLANT)
    studio.sizes(250, 500, 430, 700, 150)
    return grabbed(studio.window.board.evidence)


def narrowed(studio: Studio) -> QImage:
    """Filter panel and map after the fourth step of the first map."""
    from desktop import commands
    from graphdata.filter import Filter
    from graphdata.ruleset import Level

    studio.reset()
    wanted = Filter(domains=frozenset({"tech"}), min_confidence=Level.MODERATE)
    commands.change_filter(studio.session, wanted, "Narrow down")
    studio.show_panels(tables=False, legend=False)
    studio.window.resize(WINDOW[0], 620)
    studio.sizes(250, WIDTH - 250, WINDOW[0] - WIDTH, 500, 100)
    studio.fit()
    taken = grabbed(studio.window.board)
    return taken.copy(0, 0, round(WIDTH * taken.devicePixelRatio()), taken.height())


def chain(studio: Studio) -> QImage:
    """The reporting behind a relation, drawn by the program's own painter."""
    from desktop.panels.picture_view import PictureView
    from graphdata.questions.catalogue import Asked, answer_to

    studio.reset()
    picture = answer_to(studio.session.view, Asked("chain", relation=ADVICE)).picture
    assert picture is not None
    drawing = picture(studio.colours)
    view = PictureView()
    view.show_drawing(drawing)
    view.resize(960, round(960 * drawing.height / drawing.width))
    taken = grabbed(view)
    margins = round(taken.width() * 0.08), round(taken.height() * 0.08)
    return taken.copy(*margins, taken.width() - 2 * margins[0], taken.height() - 2 * margins[1])


def timeline(studio: Studio) -> QImage:
    """Map and timeline as of a date."""
    from desktop import commands
    from desktop.panels.timeline_panel import TimelinePanel
    from graphdata.filter import Filter

    studio.reset()
    studio.show_panels(filters=False, legend=False)
    studio.turn_to(2)
    panel = studio.window.board.tables.findChild(TimelinePanel)
    assert isinstance(panel, TimelinePanel)
    panel.ways.setCurrentIndex(panel.ways.findData("as_of"))
    commands.change_filter(studio.session, Filter(as_of="2022-12"), "As of")
    studio.window.resize(WINDOW[0], 720)
    studio.sizes(0, WIDTH, WINDOW[0] - WIDTH, 380, 220)
    studio.fit()
    studio.window.canvas.zoom_by(0.92)  # room for the words above the topmost actor
    studio.settle()
    return grabbed(studio.window.board.middle)


def months(studio: Studio) -> QImage:
    """The timeline alone, of all that there is."""
    studio.reset()
    studio.show_panels(filters=False, legend=False)
    studio.turn_to(2)
    studio.sizes(0, WIDTH, WINDOW[0] - WIDTH, 300, 250)
    studio.settle()
    return grabbed(studio.window.board.tables)


def exporting(studio: Studio) -> QImage:
    """The export dialog with its preview."""
    from desktop.dialogs.export_dialog import ExportDialog

    studio.reset()
    dialog = ExportDialog(studio.session, studio.colours.name, studio.window)
    dialog.resize(960, 620)
    dialog.show()
    studio.wait(1.0)  # the preview waits for fields to come to rest
    taken = grabbed(dialog)
    dialog.close()
    dialog.deleteLater()
    return taken


def sheet(studio: Studio) -> QImage:
    """A page as it is exported, with title, legend and sources."""
    from PySide6.QtGui import QImage

    from desktop.export.formats import PRESETS
    from desktop.picture_file import Picture, picture_bytes
    from graphdata.filter import Filter
    from graphdata.sheet import Request
    from graphdata.ties import ties_of
    from graphdata.view import view_of

    studio.reset()
    session, size = studio.session, PRESETS["web"].size
    view = view_of(session.network, Filter(ego="actor:hezbollah", steps=1))
    title, paper = "What reaches Hezbollah, as one commentary tells it", size.paper
    wanted = Request(size.aspect, studio.colours, title, enlargement=size.enlargement, paper=paper)
    picture = Picture(view, ties_of(view), session.positions, wanted, size)
    return QImage.fromData(picture_bytes(".png", picture))


def palette(studio: Studio) -> QImage:
    """The command palette with a few letters typed."""
    from PySide6.QtTest import QTest

    from desktop.dialogs.palette_dialog import PaletteDialog

    studio.reset()
    made = PaletteDialog(studio.session, studio.window.actions_by_name, studio.window)
    made.resize(620, 300)
    made.show()
    QTest.keyClicks(made.field, "drone")
    studio.wait(0.3)  # the palette waits for the letters to come to rest
    taken = grabbed(made)
    made.close()
    made.deleteLater()
    return taken


def views(studio: Studio) -> QImage:
    """The list of saved views with three in it."""
    from desktop.dialogs.views_dialog import ViewsDialog
    from graphdata.filter import Filter
    from graphdata.saved_view import SavedView, saved_view
    from graphdata.saved_views import added
    from graphdata.view import view_of

    studio.reset()
    session, kept = studio.session, studio.window.view_actions.store
    listed: tuple[SavedView, ...] = ()
    for name, wanted in (
        ("Arms for Russia", Filter(domains=frozenset({"arms"}), ego="actor:ru", steps=1)),
        ("As of the end of 2022", Filter(as_of="2022-12")),
        ("Two origins at least", Filter(min_origins=2)),
    ):
        view = view_of(session.network, wanted)
        listed = added(listed, saved_view(view, name, positions=session.positions))
    kept.change(listed)
    made = ViewsDialog(studio.window.view_actions, studio.window)
    made.resize(640, 300)
    made.show()
    studio.settle()
    taken = grabbed(made)
    made.close()
    kept.change(())
    return taken


PICTURES: Final[dict[str, Callable[[Studio], QImage]]] = {
    "window": whole_window,
    "evidence": evidence,
    "narrowed": narrowed,
    "routes": lambda studio: studio.ask("routes", start="actor:ru", end="actor:hezbollah"),
    "reach": lambda studio: studio.ask("reach", start="actor:ru", steps=2),
    "between": lambda studio: studio.ask("between"),
    "conduits": lambda studio: studio.ask("conduits"),
    "strike": lambda studio: studio.ask("strike", struck=("src:cnas-commentary",)),
    "sources": lambda studio: studio.ask("sources", 330, marked=False),
    "origins": lambda studio: studio.ask("origins", 330, marked=False),
    "ground": lambda studio: studio.ask("ground", 330, marked=False),
    "chain": chain,
    "changes": lambda studio: studio.ask("changes", earlier="2024"),
    "months": months,
    "timeline": timeline,
    "exporting": exporting,
    "sheet": sheet,
    "palette": palette,
    "views": views,
}


def palette_of(image: Image.Image) -> Image.Image:
    """Return a picture whose palette is true to grounds and letters, and to the rare colours that mean something."""
    from PIL import Image

    counted = sorted(image.getcolors(image.width * image.height) or (), reverse=True)
    often = [part for _, colour in counted[:OFTEN] if isinstance(colour, tuple) for part in colour]
    far = image.quantize(FAR, Image.Quantize.MAXCOVERAGE).getpalette() or []
    carrier = Image.new("P", (1, 1))
    carrier.putpalette([*often, *far])
    return carrier


def written(image: QImage, digest: str) -> bytes:
    """Return a picture as a small PNG with few colours, which names the network it shows."""
    from PIL import Image, PngImagePlugin
    from PySide6.QtCore import QBuffer, QIODevice

    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload] # the stub knows file names alone
    taken = Image.open(io.BytesIO(bytes(buffer.data().data()))).convert("RGB")
    facts, out = PngImagePlugin.PngInfo(), io.BytesIO()
    facts.add_text("network", digest)
    taken.quantize(palette=palette_of(taken), dither=Image.Dither.NONE).save(out, "PNG", optimize=True, pnginfo=facts)
    return out.getvalue()


def unlike(one: bytes, other: bytes) -> float:
    """Return the share of two pictures in which they differ as one sees at a glance; 1 where their sizes differ."""
    from PIL import Image, ImageChops

    first, second = (Image.open(io.BytesIO(data)).convert("RGB") for data in (one, other))
    if first.size != second.size:
        return 1.0
    coarse = (max(1, first.width // GRAIN), max(1, first.height // GRAIN))
    gap = ImageChops.difference(*(each.resize(coarse, Image.Resampling.BOX) for each in (first, second)))
    counts = gap.convert("L").histogram()
    return sum(counts[SEEN:]) / sum(counts)


def is_stale(path: Path, data: bytes) -> bool:
    """Tell how far a picture is from the one that was made now, and return whether it has to be made anew."""
    share = unlike(path.read_bytes(), data) if path.is_file() else 1.0
    print(f"{path.name}: {share:.1%} is otherwise{', make it anew' if share > LEAST else ''}", flush=True)
    return share > LEAST


def main(names: list[str]) -> int:
    """Write the pictures that are named, or all, or compare them; return 1 for a wrong name or a stale picture."""
    checks, names = "--check" in names, [name for name in names if name != "--check"]
    os.environ |= {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": DENSITY}
    unknown = [name for name in names if name not in PICTURES]
    if unknown:
        print(f"There is no picture called {', '.join(unknown)}. There are: {', '.join(PICTURES)}.", file=sys.stderr)
        return 1
    total = stale = 0
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"XDG_DATA_HOME": folder, "XDG_CONFIG_HOME": folder}
        for theme_name, ending in (("light", ""), ("dark", "-dark")):
            studio = Studio(theme_name, Path(folder))
            for name in names or PICTURES:
                data = written(PICTURES[name](studio), studio.session.network.digest)
                path = OUT / f"{name}{ending}.png"
                if checks:
                    stale += is_stale(path, data)
                    continue
                path.write_bytes(data)
                total += len(data)
                print(f"{path.name}: {len(data) // 1024} kB", flush=True)
            studio.window.close()
    print(f"{stale} to be made anew" if checks else f"{total / 1024**2:.2f} MB")
    return 1 if stale else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
