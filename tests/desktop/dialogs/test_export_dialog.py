"""The export dialog shows what it will write, writes it as the command line does, and says why where it cannot."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from pptx import Presentation
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QDoubleSpinBox, QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop import picture_file, worker
from desktop.command_line import main
from desktop.commands import change_filter, pin_actors
from desktop.dialogs import export_dialog
from desktop.dialogs.export_dialog import ExportDialog
from desktop.dialogs.export_fields import KINDS
from desktop.dialogs.export_memory import ExportMemory
from desktop.opening import opened
from desktop.session import Session
from graphdata.filter import Filter
from graphdata.questions.baseline import Baseline
from graphdata.reopening import carried_in_file
from graphdata.saved_view import saved_view
from graphdata.saved_views import list_to_json
from graphdata.storage.digest import in_order
from graphdata.storage.pack import to_pack
from graphdata.view import view_of

NAMES = [f"{kind.what}{kind.suffix}" for kind in KINDS]


@pytest.fixture
def dialog(session: Session, undressed: QApplication, qtbot: QtBot) -> Iterator[ExportDialog]:  # noqa: ARG001 - its fonts
    made = ExportDialog(session, "light")
    qtbot.addWidget(made)
    yield made
    made.reject()
    assert worker.wait_all()


def preview(dialog: ExportDialog, qtbot: QtBot) -> QImage:
    """Return the preview once it follows the fields."""
    qtbot.waitUntil(lambda: not dialog.preview.is_busy)
    return dialog.preview.image


def write(dialog: ExportDialog, path: Path, qtbot: QtBot) -> None:
    """Write a file and wait until it is there, or it is said why not."""
    dialog.write(path)
    qtbot.waitUntil(lambda: dialog._job is None)


def choose(dialog: ExportDialog, name: str) -> None:
    """Choose a kind of file."""
    dialog.kinds.box.setCurrentIndex(NAMES.index(name))


def answer(monkeypatch: pytest.MonkeyPatch, path: object) -> None:
    """Let the file dialog answer with a path."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))


def test_the_preview_follows_the_fields(dialog: ExportDialog, qtbot: QtBot) -> None:
    wide = preview(dialog, qtbot)
    dialog.sizes.preset.setCurrentIndex(dialog.sizes.preset.findData("a4-portrait"))
    tall = preview(dialog, qtbot)
    dialog.looks.colours.setCurrentIndex(dialog.looks.colours.findData("dark"))
    dark = preview(dialog, qtbot)
    assert wide.width() > wide.height()
    assert tall.width() < tall.height()
    assert dark.pixelColor(1, 1).lightness() < 60 < tall.pixelColor(1, 1).lightness()


@pytest.mark.parametrize("field", ["legend", "notes"])
def test_what_is_switched_off_leaves_the_preview(dialog: ExportDialog, qtbot: QtBot, field: str) -> None:
    before = preview(dialog, qtbot)
    getattr(dialog.looks, field).setChecked(False)
    assert preview(dialog, qtbot) != before


@pytest.mark.parametrize("name", NAMES)
def test_every_kind_has_a_preview(dialog: ExportDialog, qtbot: QtBot, name: str) -> None:
    choose(dialog, name)
    image = preview(dialog, qtbot)
    assert min(image.width(), image.height()) > 100
    assert len({image.pixel(x, image.height() // 12) for x in range(image.width())}) > 3


def test_painting_stops_with_the_dialog(dialog: ExportDialog) -> None:
    dialog.preview.refresh()
    dialog.reject()
    assert not dialog.preview.is_busy


def test_the_fields_become_the_request(dialog: ExportDialog, session: Session) -> None:
    pin_actors(session, {"actor:ir": (1.0, 2.0)})
    dialog.looks.title.setText("  Iran arms Russia ")
    dialog.looks.legend.setChecked(False)
    dialog.looks.transparent.setChecked(True)
    wanted = dialog.request
    assert (wanted.title, wanted.legend, wanted.notes, wanted.pins) == ("Iran arms Russia", False, True, ("actor:ir",))
    assert (wanted.theme.name, wanted.aspect, wanted.transparent) == ("light", pytest.approx(16 / 9), True)


@pytest.mark.parametrize("name", NAMES)
def test_a_kind_shows_the_fields_that_it_has(dialog: ExportDialog, name: str) -> None:
    choose(dialog, name)
    shown = {
        word
        for word, field in {
            "size": dialog.sizes, "slides": dialog.slides, "embed": dialog.carried, "title": dialog.looks.title,
            "see-through": dialog.looks.transparent, "legend": dialog.looks.legend, "annex": dialog.looks.annex,
        }.items()
        if field.isVisibleTo(dialog)
    }  # fmt: skip
    picture = {"title", "legend", "embed"}
    drawn = picture | {"size", "see-through"}
    wanted = {
        "map.png": drawn,
        "map.svg": drawn,
        "map.pdf": drawn | {"annex"},
        "map.pptx": picture | {"size", "slides"},
    }
    carrying = {f"annex.{kind}": {"title", "embed"} for kind in ("docx", "pdf", "html")}
    assert shown == (wanted | carrying | {"map.html": picture}).get(name, {"title"})


def test_a_see_through_background_is_for_pictures_alone(dialog: ExportDialog) -> None:
    dialog.looks.transparent.setChecked(True)
    choose(dialog, "map.pptx")
    assert not dialog.request.transparent


def test_it_starts_in_the_colours_of_the_map(session: Session, qtbot: QtBot) -> None:
    made = ExportDialog(session, "dark")
    qtbot.addWidget(made)
    assert made.request.theme.dark
    made.reject()


@pytest.mark.parametrize("kind", KINDS, ids=NAMES)
def test_window_and_command_line_write_the_same(
    session: Session, pack: Path, tmp_path: Path, qtbot: QtBot, undressed: QApplication, kind: object
) -> None:
    assert undressed
    suffix, what = KINDS[KINDS.index(kind)].suffix, KINDS[KINDS.index(kind)].what  # type: ignore[arg-type]
    found = opened(pack)
    session.open(found.network, found.positions)
    made = ExportDialog(session, "light")
    qtbot.addWidget(made)
    choose(made, f"{what}{suffix}")
    write(made, tmp_path / f"window{suffix}", qtbot)
    for said in ([], ["--title", found.network.title]):  # as the window fills it in
        assert main(["export", str(pack), str(tmp_path / f"line{suffix}"), "--what", what, *said]) == 0
        assert (tmp_path / f"window{suffix}").read_bytes() == (tmp_path / f"line{suffix}").read_bytes()


@pytest.mark.parametrize("suffix", [".png", ".pptx", ".html", ".docx", ".csv"])
@pytest.mark.parametrize("option", ["ceiling", "lower", "earlier"])
def test_ceiling_marking_and_comparison_give_the_same_file(
    session: Session, pack: Path, tmp_path: Path, qtbot: QtBot, undressed: QApplication, suffix: str, option: str
) -> None:
    assert undressed
    found = opened(pack)
    marked = in_order(replace(found.network, marking="TLP:AMBER", title="Small"))
    pack.write_bytes(to_pack(marked, found.positions))
    session.open(marked, found.positions)
    session.apply_filter(Filter(ceiling="TLP:GREEN" if option == "ceiling" else ""))
    session.apply_baseline(Baseline("2022" if option == "earlier" else ""), found.positions)
    made = ExportDialog(session, "light")
    qtbot.addWidget(made)
    made.kinds.box.setCurrentIndex(next(at for at, kind in enumerate(KINDS) if kind.suffix == suffix))
    made.marking.box.setCurrentText("TLP:GREEN" if option == "lower" else "TLP:AMBER")
    made.marking.reason.setText("Cleared by the editor" if option == "lower" else "")
    write(made, tmp_path / f"window{suffix}", qtbot)
    options = {
        "ceiling": ["--ceiling", "TLP:GREEN"],
        "lower": ["--marking", "TLP:GREEN", "--marking-reason", "Cleared by the editor"],
        "earlier": ["--earlier", "2022"],
    }
    line = ["export", str(pack), str(tmp_path / f"line{suffix}"), "--title", "Small", *options[option]]
    assert main(line) == 0
    assert (tmp_path / f"window{suffix}").read_bytes() == (tmp_path / f"line{suffix}").read_bytes()


def template_in(folder: Path) -> Path:
    """Return a template of one's own."""
    Presentation().save(str(folder / "own.pptx"))
    return folder / "own.pptx"


@pytest.mark.parametrize("option", ["--build", "--template", "--no-annex", "--deck", "--lines", "--transparent"])
def test_every_choice_is_the_option_of_the_command_line(
    session: Session, pack: Path, tmp_path: Path, qtbot: QtBot, undressed: QApplication, option: str
) -> None:
    assert undressed
    found, own = opened(pack), template_in(tmp_path)
    session.open(found.network, found.positions)
    made = ExportDialog(session, "light")
    qtbot.addWidget(made)
    suffix = {"--no-annex": ".pdf", "--transparent": ".svg"}.get(option, ".pptx")
    choose(made, f"map{suffix}")
    made.slides.build.setChecked(option == "--build")
    made.slides.template.field.setText(str(own) if option == "--template" else "")
    made.looks.annex.setChecked(option != "--no-annex")
    made.looks.transparent.setChecked(option == "--transparent")
    made.slides.deck.setCurrentIndex(made.slides.deck.findData("matrix" if option == "--deck" else "whole"))
    made.slides.lines.setCurrentIndex(made.slides.lines.findData("exact" if option == "--lines" else "editable"))
    write(made, tmp_path / f"window{suffix}", qtbot)
    values = {"--build": ["domain"], "--template": [str(own)], "--deck": ["matrix"], "--lines": ["exact"]}
    line = [str(pack), str(tmp_path / f"line{suffix}"), "--title", "Small", option, *values.get(option, [])]
    assert main(["export", *line]) == 0
    assert (tmp_path / f"window{suffix}").read_bytes() == (tmp_path / f"line{suffix}").read_bytes()


def test_all_saved_views_go_into_one_deck_as_on_the_command_line(
    session: Session, pack: Path, tmp_path: Path, qtbot: QtBot, undressed: QApplication
) -> None:
    assert undressed
    found = opened(pack)
    session.open(found.network, found.positions)
    arms = replace(session.filter, domains=frozenset(["arms"]))
    views = tuple(
        saved_view(view_of(found.network, wanted), name, positions=found.positions)
        for name, wanted in (("All", session.filter), ("Arms", arms))
    )
    (tmp_path / "list.json").write_bytes(list_to_json(views))
    made = ExportDialog(session, "light", views=views)
    qtbot.addWidget(made)
    choose(made, "map.pptx")
    made.slides.every.setChecked(True)
    write(made, tmp_path / "window.pptx", qtbot)
    line = [
        "export",
        str(pack),
        str(tmp_path / "line.pptx"),
        "--title",
        "Small",
        "--views",
        str(tmp_path / "list.json"),
    ]
    assert main(line) == 0
    assert (tmp_path / "window.pptx").read_bytes() == (tmp_path / "line.pptx").read_bytes()
    assert len(carried_in_file(tmp_path / "window.pptx")) == 2


def test_the_words_and_the_marking_of_the_view_on_show_are_put_back(session: Session, qtbot: QtBot) -> None:
    kept = replace(
        saved_view(session.view, "Kept", title="Who arms whom", theme="dark"),
        marking="TLP:RED", marking_reason="Asked for.", legend=False, notes=False, lines="exact",
    )  # fmt: skip
    made = ExportDialog(session, "light", kept=kept)
    qtbot.addWidget(made)
    wanted = made.request
    assert (wanted.title, wanted.theme.name, wanted.legend, wanted.notes) == ("Who arms whom", "dark", False, False)
    assert (wanted.marking, wanted.marking_reason, made.picture().lines) == ("TLP:RED", "Asked for.", "exact")
    other = ExportDialog(session, "light", kept=replace(kept, filter=Filter(text="another")))
    qtbot.addWidget(other)
    assert (other.request.title, other.request.marking) == (session.network.title, "")
    for each in (made, other):
        each.reject()


def test_an_export_of_the_same_view_is_told_nothing_twice(
    session: Session, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Title and marking belong to a view; kind and size of the file, and its folder, to every export of a window."""
    memory = ExportMemory()
    first = ExportDialog(session, "light", memory=memory)
    qtbot.addWidget(first)
    choose(first, "map.pdf")
    first.sizes.preset.setCurrentIndex(first.sizes.preset.findData("a4"))
    first.looks.title.setText("Guns go south")
    first.marking.box.setCurrentText("TLP:RED")
    write(first, tmp_path / "guns.pdf", qtbot)
    again = ExportDialog(session, "light", memory=memory)
    qtbot.addWidget(again)
    assert (again.kinds.kind.suffix, again.sizes.preset.currentData()) == (".pdf", "a4")
    assert (again.looks.title.text(), again.marking.label) == ("Guns go south", "TLP:RED")
    asked: list[str] = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *args: (asked.append(args[2]) or "", ""))
    choose(again, "map.svg")
    again.save.click()
    change_filter(session, Filter(domains=frozenset({"arms"})), "Arms")
    other = ExportDialog(session, "light", memory=memory)
    qtbot.addWidget(other)
    other.save.click()
    assert (other.kinds.kind.suffix, other.looks.title.text()) == (".pdf", session.network.title)
    assert other.marking.label == ""
    assert asked == [str(tmp_path / "guns.svg"), str(tmp_path / f"{session.network.id}.pdf")]


def test_a_template_is_asked_for(dialog: ExportDialog, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    choice = dialog.slides.template
    for answer_, path in (("", None), (str(tmp_path / "own.pptx"), tmp_path / "own.pptx")):
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, chosen=answer_: (chosen, ""))
        choice.button.click()
        assert choice.path == path


def test_a_template_that_is_not_there_is_told(dialog: ExportDialog, tmp_path: Path, qtbot: QtBot) -> None:
    choose(dialog, "map.pptx")
    dialog.slides.template.field.setText(str(tmp_path / "gone.pptx"))
    write(dialog, tmp_path / "map.pptx", qtbot)
    assert "cannot be read" in dialog._message.text()


@pytest.mark.parametrize("embed", ["none", "reference", "data"])
def test_the_file_carries_what_was_chosen(dialog: ExportDialog, tmp_path: Path, qtbot: QtBot, embed: str) -> None:
    dialog.carried.box.setCurrentIndex(dialog.carried.box.findData(embed))
    write(dialog, tmp_path / "map.svg", qtbot)
    if embed == "none":
        assert b"<metadata" not in (tmp_path / "map.svg").read_bytes()
    else:
        (found,) = carried_in_file(tmp_path / "map.svg")
        assert (found.part is not None) is (embed == "data")


@pytest.mark.parametrize(
    ("typed", "kind", "name"),
    [
        ("map.png", "map.png", "map.png"),
        ("map.PDF", "map.png", "map.PDF"),
        ("map", "map.svg", "map.svg"),
        ("map.v2", "map.png", "map.v2.png"),
        ("a.docx", "annex.docx", "a.docx"),
        ("a.svg", "annex.docx", "a.svg.docx"),
    ],
)
def test_the_file_is_written_under_its_format(
    dialog: ExportDialog,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
    typed: str,
    kind: str,
    name: str,
) -> None:
    choose(dialog, kind)
    answer(monkeypatch, tmp_path / typed)
    dialog.save.click()
    qtbot.waitUntil(lambda: dialog._job is None)
    assert [file.name for file in tmp_path.glob("*")] == [name]
    assert dialog.written == (tmp_path / name, "")
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_nothing_is_written_without_a_name(dialog: ExportDialog, monkeypatch: pytest.MonkeyPatch) -> None:
    answer(monkeypatch, "")
    dialog.save.click()
    assert dialog.written is None
    assert dialog.result() == QDialog.DialogCode.Rejected


def test_too_large_a_picture_is_told_and_can_be_mended(dialog: ExportDialog, tmp_path: Path, qtbot: QtBot) -> None:
    dialog.sizes.preset.setCurrentIndex(dialog.sizes.preset.findData(""))
    dialog.sizes.dpi.setValue(3000.0)
    dialog.sizes.width_mm.setValue(3000.0)
    write(dialog, tmp_path / "map.png", qtbot)
    assert "Ask for 1 to 20000 a side." in dialog._message.text()
    assert not (tmp_path / "map.png").exists()
    assert dialog.save.isEnabled()
    dialog.sizes.preset.setCurrentIndex(0)
    write(dialog, tmp_path / "map.png", qtbot)
    assert (tmp_path / "map.png").exists()


def test_a_folder_that_is_gone_is_told(dialog: ExportDialog, tmp_path: Path, qtbot: QtBot) -> None:
    write(dialog, tmp_path / "gone" / "map.svg", qtbot)
    assert f"no folder {tmp_path / 'gone'}. Make it, or choose another." in dialog._message.text()
    assert dialog.written is None


def test_a_lower_marking_needs_its_reason(dialog: ExportDialog, tmp_path: Path) -> None:
    dialog.marking.computed = "TLP:AMBER"
    dialog.marking.box.setCurrentText("TLP:GREEN")
    dialog.write(tmp_path / "map.svg")
    assert "needs a reason" in dialog._message.text()
    assert not (tmp_path / "map.svg").exists()


def test_what_is_to_be_told_of_a_table_is_told(dialog: ExportDialog, tmp_path: Path, qtbot: QtBot) -> None:
    choose(dialog, "sources.csv")
    write(dialog, tmp_path / "s.csv", qtbot)
    assert dialog.written
    assert "apostrophe" in dialog.written.advice


def test_asking_returns_the_file(session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ExportDialog, "exec", lambda self: self._done(tmp_path / "map.svg"))
    assert ExportDialog.ask(session, "light") == (tmp_path / "map.svg", "")
    monkeypatch.setattr(ExportDialog, "exec", lambda self: self.reject())
    assert ExportDialog.ask(session, "light") is None


def spoken(widget: QWidget) -> str:
    """Return the name that a screen reader says; on Linux it says a choice's value before its name."""
    if isinstance(widget, QComboBox):
        return widget.accessibleName()
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def test_every_field_has_a_name(dialog: ExportDialog) -> None:
    choose(dialog, "map.pptx")
    dialog.show()
    inside = [w for w in dialog.findChildren(QWidget) if not isinstance(w.parent(), QDoubleSpinBox)]
    fields = [w for w in inside if w.isVisible() and w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert len(fields) > 8
    assert [type(field).__name__ for field in fields if not spoken(field)] == []


def test_enter_exports_and_escape_leaves(dialog: ExportDialog, qtbot: QtBot) -> None:
    assert [button.text() for button in dialog.findChildren(QPushButton) if button.isDefault()] == ["E&xport…"]
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_it_fits_a_small_screen(dialog: ExportDialog) -> None:
    choose(dialog, "map.pptx")
    dialog.adjustSize()
    assert dialog.minimumSizeHint().boundedTo(QSize(780, 560)) == dialog.minimumSizeHint()


def test_slides_that_take_long_are_not_shown(session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (picture_file, export_dialog):
        monkeypatch.setattr(module, "SHOWN_AT_ONCE", len(session.ties) - 1)
    made = ExportDialog(session, "light")
    qtbot.addWidget(made)
    page = preview(made, qtbot)
    choose(made, "map.pptx")
    assert preview(made, qtbot) == page
    assert "take long to arrange" in made._remark.text()


def test_slides_are_shown_in_their_own_arrangement(dialog: ExportDialog, qtbot: QtBot) -> None:
    page = preview(dialog, qtbot)
    choose(dialog, "map.pptx")
    assert preview(dialog, qtbot) != page
    assert "first map of the deck" in dialog._remark.text()
    dialog.slides.deck.setCurrentIndex(dialog.slides.deck.findData("matrix"))
    assert preview(dialog, qtbot) == page
    assert "tables of who gives to whom" in dialog._remark.text()


def test_a_page_of_too_many_lines_is_refused_as_soon_as_it_is_chosen(
    dialog: ExportDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graphdata.export.page.page.MOST_LINES", 2)
    choose(dialog, "map.html")
    assert "are too many for a page; 2 is the most." in dialog._message.text()
    assert not dialog.save.isEnabled()
    choose(dialog, "annex.html")
    assert (dialog._message.text(), dialog.save.isEnabled()) == ("", True)


def test_a_page_that_moves_slowly_is_advised_on(dialog: ExportDialog, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graphdata.export.page.page.SMOOTH_LINES", 2)
    choose(dialog, "map.html")
    assert "moves slowly" in dialog._remark.text()
