"""How marks look, and that each level, badge and head can be told apart without colour."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from graphdata.drawing import Disc, Group, Polygon, Strokes, Words, flat
from graphdata.rendering import head_marks, highlight_marks, line_group, marks_of, pattern_marks, plated, sign_marks
from graphdata.scene import EdgeMark, NodeMark, Scene
from graphdata.style import Theme, theme_from

ROOT = next(parent for parent in Path(__file__).parents if (parent / "resources").is_dir())
PATH = np.column_stack([np.linspace(0.0, 290.0, 29), np.zeros(29)])


@pytest.fixture(scope="module")
def theme() -> Theme:
    return theme_from((ROOT / "resources/themes/light.toml").read_text(encoding="utf-8"))


@pytest.fixture
def edge() -> Callable[..., EdgeMark]:
    plain = EdgeMark("t", "a", "b", "arms", 3, False, False, 1.6, PATH, (145.0, 0.0), (), "1/1", "", "A arms B")
    return lambda **fields: replace(plain, **fields)


def inked(level: int) -> float:
    marks = pattern_marks(PATH, level, 2.0, 1.0, "#000000", "#FFFFFF")
    stroke = marks[0]
    assert isinstance(stroke, Strokes)
    return float(np.hypot(*(stroke.segments[:, 2:] - stroke.segments[:, :2]).T).sum())


def test_the_surer_the_more_ink() -> None:
    assert inked(3) == pytest.approx(290.0)
    assert inked(3) > inked(2) > inked(1) > 0.0


def test_a_line_without_support_is_hollow() -> None:
    outer, inner = pattern_marks(PATH, 0, 2.0, 1.0, "#750C0C", "#FFFFFF")
    assert isinstance(outer, Strokes)
    assert isinstance(inner, Strokes)
    assert inner.colour == "#FFFFFF"
    assert outer.width > inner.width > 0.0


def test_a_mutual_line_has_two_heads(edge: Callable[..., EdgeMark]) -> None:
    assert len(head_marks(edge(), 1.0, "#000000", "#FFFFFF")) == 1
    assert len(head_marks(edge(mutual=True), 1.0, "#000000", "#FFFFFF")) == 2


def test_the_head_touches_the_receiver(edge: Callable[..., EdgeMark]) -> None:
    assert head_marks(edge(), 1.0, "#000000", "#FFFFFF")[0].points[:, 0].max() == 290.0


def test_a_hostile_line_wears_a_cross_and_a_bar(edge: Callable[..., EdgeMark], theme: Theme) -> None:
    hostile = edge(hostile=True)
    assert hostile.glyph_kind == "cross"
    bar = head_marks(hostile, 1.0, "#000000", "#FFFFFF")[0].points
    assert np.ptp(bar[:, 1]) > np.ptp(bar[:, 0])
    assert len(sign_marks(hostile, 1.0, theme)) == 2


@pytest.mark.parametrize("badge", ["single", "contested", "dated", "judgement"])
def test_every_badge_adds_a_sign(badge: str, edge: Callable[..., EdgeMark], theme: Theme) -> None:
    assert len(sign_marks(edge(badges=(badge,)), 1.0, theme)) > len(sign_marks(edge(), 1.0, theme))


def test_note_numbers_are_printed_in_dark_ink(edge: Callable[..., EdgeMark], theme: Theme) -> None:
    words = [m for m in sign_marks(edge(note="3,7"), 1.0, theme) if isinstance(m, Words)]
    assert [(word.text, word.colour) for word in words] == [("3,", theme.map.ink), ("7", theme.map.ink)]
    assert [word.link for word in words] == ["#note-3", "#note-7"]
    assert words[0].x < words[1].x


def test_a_line_is_a_group_that_says_what_it_is(edge: Callable[..., EdgeMark], theme: Theme) -> None:
    group = line_group(edge(), 1.0, theme)
    assert (group.id, group.title) == ("t", "A arms B")


def test_labels_are_painted_last(theme: Theme, edge: Callable[..., EdgeMark]) -> None:
    node = NodeMark("a", "firm", 0.0, 0.0, 12.0, ("NIIIPH",), (-20.0, 14.0, 20.0, 28.0), 11.0, True, False, False, "x")
    groups = marks_of(Scene((node,), (edge(),), 1.0), theme)
    assert [group.id for group in groups] == ["t", "head t", "sign t", "a", "label a"]


def test_no_line_is_painted_over_a_head(theme: Theme, edge: Callable[..., EdgeMark]) -> None:
    groups = [group.id for group in marks_of(Scene((), (edge(), edge(id="u")), 1.0), theme)]
    assert groups.index("u") < groups.index("head t")


def test_a_label_that_has_no_room_is_not_painted(theme: Theme) -> None:
    node = NodeMark("a", "firm", 0.0, 0.0, 12.0, ("NIIIPH",), (-20.0, 14.0, 20.0, 28.0), 11.0, False, False, True, "x")
    assert not [m for m in flat(marks_of(Scene((node,), (), 1.0), theme)) if isinstance(m, Words)]


def test_every_line_of_a_label_has_a_plate(theme: Theme) -> None:
    marks = plated(("Hashd", "al-Sha'bi"), 0.0, 0.0, 11.0, bold=False, theme=theme)
    assert [type(mark) for mark in marks] == [Polygon, Polygon, Words, Words]


def test_what_is_in_focus_wears_a_rim(theme: Theme, edge: Callable[..., EdgeMark]) -> None:
    scene = Scene((), (edge(), edge(id="u")), 1.0)
    marks = tuple(highlight_marks(scene, ("t", "u"), "t", theme))
    rims = [m for m in marks if isinstance(m, Strokes) and m.colour == theme.map.selection]
    assert len(rims) == 1
    assert {m.id for m in marks if isinstance(m, Group)} == {"t", "u"}


@pytest.mark.parametrize("badges", [(), ("single",), ("dated",), ("single", "judgement", "dated")])
def test_numbers_stand_below_every_badge(edge: Callable[..., EdgeMark], theme: Theme, badges: tuple[str, ...]) -> None:
    marks = sign_marks(edge(note="3", badges=badges), 1.0, theme)
    words = [at for at, mark in enumerate(marks) if isinstance(mark, Words) and mark.link]
    plate = marks[words[0] - 1]
    discs = [mark for mark in marks if isinstance(mark, Disc)]
    assert plate.points[:, 1].min() >= max(disc.y + disc.radius for disc in discs)
