"""A theme dresses the whole application, readably, and brings its own letters."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPalette, QRawFont
from PySide6.QtWidgets import QApplication, QCheckBox, QDialogButtonBox, QLabel, QRadioButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from desktop import assets, theme
from desktop.models.choices_model import Choice, ChoicesModel
from desktop.panels.checklist import Checklist

PAIRS = (("text", "base"), ("text", "window"), ("muted", "window"), ("muted", "base"), ("on_accent", "accent"))
PAIRS += (("chip_text", "chip"), ("text", "button"), ("warning", "window"), ("error", "window"))


def luminance(name: str) -> float:
    """Return how light a colour is, as WCAG counts it."""
    shares = (QColor(name).redF(), QColor(name).greenF(), QColor(name).blueF())
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("pair", PAIRS, ids=" on ".join)
@pytest.mark.parametrize("name", ["light", "dark"])
def test_words_stand_out_from_what_they_lie_on(name: str, pair: tuple[str, str]) -> None:
    lower, higher = sorted(luminance(getattr(assets.theme(name).ui, part)) for part in pair)
    assert (higher + 0.05) / (lower + 0.05) >= 4.5


@pytest.mark.parametrize("letters", ["Россия", "ایران", "→≠≥", "Ağrı"])
def test_the_shipped_fonts_have_every_letter(qapp: QApplication, letters: str) -> None:  # noqa: ARG001 - Qt must run first
    fonts = [QRawFont(str(file), 12.0) for file in assets.font_files()]
    missing = [letter for letter in letters if not any(font.supportsCharacter(ord(letter)) for font in fonts)]
    assert not missing


def test_shipped_families_are_known_to_qt(undressed: QApplication) -> None:  # noqa: ARG001 - loads the fonts
    for family in theme.FAMILIES:
        assert QFont(family).family() == family
        assert QRawFont.fromFont(QFont(family)).familyName() == family


@pytest.mark.parametrize(("choice", "dark"), [("light", False), ("dark", True)])
def test_a_chosen_theme_does_not_ask_the_system(qapp: QApplication, choice: str, dark: bool) -> None:
    assert theme.theme_for(choice, qapp).dark is dark


@pytest.mark.parametrize("dark", [True, False])
def test_the_system_is_followed_where_it_is_asked_for(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, dark: bool
) -> None:
    monkeypatch.setattr(theme, "system_is_dark", lambda _: dark)
    assert theme.theme_for("system", qapp).dark is dark


@pytest.mark.parametrize("name", ["light", "dark"])
def test_dressing_gives_palette_font_and_sheet(undressed: QApplication, name: str) -> None:
    theme.dress(undressed, assets.theme(name))
    colours, palette = assets.theme(name).ui, undressed.palette()
    assert palette.color(QPalette.ColorRole.Window) == QColor(colours.window)
    assert palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text) == QColor(colours.muted)
    assert undressed.font().families() == theme.FAMILIES
    assert colours.accent in undressed.styleSheet()


def test_no_name_is_left_in_the_style_sheet() -> None:
    assert "$" not in theme.sheet_of(assets.theme("dark"))


def test_larger_type_enlarges_titles_too(undressed: QApplication, window: QWidget) -> None:
    label = QLabel("Iran", window)
    heights = []
    for scale in (1.0, 2.0):
        theme.dress(undressed, assets.theme("light"), scale)
        label.ensurePolished()
        heights.append(label.fontMetrics().height())
    assert heights[1] == pytest.approx(2 * heights[0], abs=2)


def test_buttons_of_a_dialog_are_words_alone(undressed: QApplication, window: QWidget) -> None:
    theme.dress(undressed, assets.theme("light"))
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close | QDialogButtonBox.StandardButton.Cancel, window)
    assert all(button.icon().isNull() for button in box.buttons())


def outline_of(image: QImage, ground: str, width: int) -> float:
    """Return by what contrast the left edge of a box stands out, half way down a picture of it."""
    under = luminance(ground)
    lights = [luminance(image.pixelColor(x, image.height() // 2).name()) for x in range(width)]
    return max((max(each, under) + 0.05) / (min(each, under) + 0.05) for each in lights)


@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton])
@pytest.mark.parametrize("ticked", [False, True])
@pytest.mark.parametrize("name", ["light", "dark"])
def test_a_box_can_be_seen_with_and_without_a_tick(
    name: str, ticked: bool, kind: type[QCheckBox | QRadioButton], undressed: QApplication, window: QWidget
) -> None:
    theme.dress(undressed, assets.theme(name))
    box = kind(window)
    box.setChecked(ticked)
    assert outline_of(box.grab().toImage(), assets.theme(name).ui.window, 3) > 3


@pytest.mark.parametrize("name", ["light", "dark"])
def test_boxes_of_a_checklist_can_be_seen(name: str, undressed: QApplication, window: QWidget) -> None:
    theme.dress(undressed, assets.theme(name))
    model = ChoicesModel()
    model.show([Choice("arms", "Arms", 3)], {"arms"})
    made = Checklist(model, window)
    row = made.visualRect(model.index(0))
    assert outline_of(made.viewport().grab(row).toImage(), assets.theme(name).ui.base, 6) > 3


@pytest.mark.parametrize("name", ["light", "dark"])
def test_a_box_has_the_same_outline_with_and_without_a_tick(
    name: str, undressed: QApplication, window: QWidget
) -> None:
    theme.dress(undressed, assets.theme(name))
    box, edges = QCheckBox(window), []
    for ticked in (False, True):
        box.setChecked(ticked)
        image = box.grab().toImage()
        edges.append([image.pixelColor(x, y).name() for y in range(image.height()) for x in range(2)])
    assert edges[0] == edges[1]


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("enabled", [True, False])
def test_a_tick_has_the_colour_of_words(name: str, enabled: bool) -> None:
    colours, path = assets.theme(name).ui, assets.tick(name, enabled)
    for fine in (1, 2):
        picture = QImage(str(path if fine == 1 else path.with_stem(f"{path.stem}@2x")))
        pixels = [picture.pixelColor(x, y) for y in range(12 * fine) for x in range(12 * fine)]
        full = {each.name() for each in pixels if each.alpha() == 255}
        assert full == {QColor(colours.text if enabled else colours.muted).name()}


def test_rows_leave_the_frame_of_a_focused_table_free(qtbot: QtBot) -> None:
    table = QTableView()
    qtbot.addWidget(table)
    table.setStyleSheet(theme.sheet_of(assets.theme("light")))
    with qtbot.waitExposed(table):
        table.show()
    left, right = table.viewport().geometry().left(), table.width() - table.viewport().geometry().right() - 1
    assert min(left, right) >= 2


def test_another_theme_dresses_what_stands_deep_in_a_window_once(undressed: QApplication, window: QWidget) -> None:
    class Watched(QLabel):
        def changeEvent(self, event: QEvent) -> None:
            changes.append(event.type())
            super().changeEvent(event)

    changes: list[QEvent.Type] = []
    theme.dress(undressed, assets.theme("light"))
    inner = window
    for _ in range(5):
        inner = QWidget(inner)
    label = Watched(inner)
    label.setProperty("role", "muted")
    window.show()
    changes.clear()
    theme.dress_anew(undressed, assets.theme("dark"))
    assert changes.count(QEvent.Type.StyleChange) <= 2
    assert label.palette().color(QPalette.ColorRole.WindowText) == QColor(assets.theme("dark").ui.muted)
    dialog = QLabel("new", QWidget(window, Qt.WindowType.Dialog))
    dialog.setProperty("role", "warning")
    dialog.ensurePolished()
    assert dialog.palette().color(QPalette.ColorRole.WindowText) == QColor(assets.theme("dark").ui.warning)
