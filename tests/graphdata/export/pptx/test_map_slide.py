"""A slide with a map carries what a sourced graphic must carry."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from graphdata.arrangement import Arrangement
from graphdata.drawing import Drawing
from graphdata.export.pptx import map_slide
from graphdata.export.pptx.flaws import Flaws
from graphdata.export.pptx.frame import Setting
from graphdata.export.pptx.map_slide import Laid, Leaf, whole
from graphdata.export.pptx.page import Slide
from graphdata.export.pptx.stage import LEGIBLE, Subject

MUST = (
    "Iran arms Russia", "As of 8 Mar 2026", "dataset 1.0 (a1b2c3d4)", "ruleset 1", "Confidence in the 12", "[4]",
    "Shown: All relations. Nothing is left out.", "TLP:AMBER", "Domain", "Moderate", "contested",
)  # fmt: skip


def the_slide(leaf: Leaf, setting: Setting) -> Slide:
    ((slide, _),) = leaf.slides(setting)
    return slide


def test_a_map_that_covers_something_is_tried_in_another_room(
    subject: Subject, setting: Setting, monkeypatch: pytest.MonkeyPatch
) -> None:
    leaf = Leaf(subject, [whole(subject, "A title")])
    best, tried = Laid.of(leaf, setting), []
    monkeypatch.setattr(map_slide, "flaws_of", lambda _: tried.append(1) or Flaws(int(len(tried) < 2), 0))
    assert Laid.of(leaf, setting).plan.map != best.plan.map
    assert len(tried) == 2


def test_no_room_is_taken_for_the_price_of_labels_too_small_to_read(
    subject: Subject, setting: Setting, monkeypatch: pytest.MonkeyPatch
) -> None:
    leaf, rooms = Leaf(subject, [whole(subject, "A title")]), []
    best = Laid.of(leaf, setting)
    small = best.stage._replace(scene=replace(best.stage.scene, scale=LEGIBLE - 0.1))
    monkeypatch.setattr(map_slide, "staged", lambda _, room: rooms.append(room) or (small if rooms[1:] else best.stage))
    monkeypatch.setattr(map_slide, "flaws_of", lambda stage: Flaws(int(stage is best.stage), 0))
    assert Laid.of(leaf, setting).stage is best.stage
    assert len(rooms) > 1


def test_it_carries_all_that_it_must(subject: Subject, setting: Setting) -> None:
    slide = the_slide(Leaf(subject, [whole(subject, "Iran arms Russia")]), setting)
    words = " ".join(re.findall(r"<a:t>([^<]*)", slide.shapes))
    for said in MUST:
        assert said in words, said


def test_its_notes_have_all_that_does_not_fit(subject: Subject, setting: Setting) -> None:
    notes = the_slide(Leaf(subject, [whole(subject, "Iran arms Russia")]), setting).notes
    for said in ("TLP:AMBER", "Iran arms Russia", "As of", "Source summary statement", "Sources:", "Relations:"):
        assert said in notes


def test_lines_are_named_and_described(subject: Subject, setting: Setting) -> None:
    slide = the_slide(Leaf(subject, [whole(subject, "A title")]), setting)
    names = re.findall(r'name="(Line \d+: [^"]*)" descr="([^"]*)"', slide.shapes)
    assert len(names) == len(subject.ties)
    assert all(("Confidence" in words and "origin" in words) or "no document" in words for _, words in names)


def test_a_line_with_a_joint_is_two_connectors_that_hold_on_to_it(
    subject: Subject, setting: Setting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(map_slide, "joint_of", lambda edge: tuple(edge.path[len(edge.path) // 2].tolist()))
    shapes = the_slide(Leaf(subject, [whole(subject, "A title")], legend=False), setting).shapes
    pieces = re.findall(r"<p:cxnSp>.*?</p:cxnSp>", shapes)
    joints = re.findall(r'id="(\d+)" name="Joint of Line \d+: ', shapes)
    assert len(pieces) == 2 * len(joints) == 2 * len(subject.ties)
    for number, first, second in zip(joints, pieces[::2], pieces[1::2], strict=True):
        assert f'<a:endCxn id="{number}" idx="4"/>' in first
        assert f'<a:stCxn id="{number}" idx="4"/>' in second
        assert "tailEnd" not in first
        assert "headEnd" not in second
        assert "tailEnd" in second
    assert sum("headEnd" in each for each in pieces) == sum(tie.mutual for tie in subject.ties)


def test_lines_that_are_not_spoken_of_are_faint_and_wear_no_sign(subject: Subject, setting: Setting) -> None:
    lit = frozenset(tie.id for tie in subject.ties if tie.domain == "arms")
    step = whole(subject, "A title")._replace(lit=lit)
    shapes = the_slide(Leaf(subject, [step], legend=False), setting).shapes
    assert shapes.count('descr="Faint. ') == len(subject.ties) - len(lit)
    assert len(re.findall(r'name="Sign of line \d+" descr', shapes)) >= len(lit)
    assert setting.theme.domain("money").lstrip("#") not in shapes


def test_steps_keep_everything_in_its_place(subject: Subject, setting: Setting) -> None:
    last = whole(subject, "A title")
    steps = [last._replace(lit=frozenset(), title="A much longer title " * 5), last]
    places = [
        re.findall(r'descr="[^"]*, state[^"]*".*?<a:off ([^/]*)/>', slide.shapes)
        for slide, _ in Leaf(subject, steps).slides(setting)
    ]
    assert places[0]
    assert places[0] == places[1]


def test_a_picture_takes_the_place_of_the_shapes_and_has_their_words(subject: Subject, setting: Setting) -> None:
    asked: list[Drawing] = []

    def paint(drawing: Drawing) -> bytes:
        asked.append(drawing)
        return b"png"

    slide = the_slide(Leaf(replace(subject, straight=False), [whole(subject, "A title")], paint=paint), setting)
    assert slide.picture == b"png"
    assert asked[0].items
    assert "<p:cxnSp>" not in slide.shapes
    words = re.findall(r'name="Map" descr="([^"]*)"', slide.shapes)[0]
    assert all(tie.label in words for tie in subject.ties)


def test_guides_lie_below_the_lines_with_their_words(subject: Subject, setting: Setting) -> None:
    flow = replace(subject, arrangement=Arrangement("layered"))
    shapes = the_slide(Leaf(flow, [whole(flow, "A title")]), setting).shapes
    assert 0 < shapes.index("Guide: gives") < shapes.index('name="Line 1:')
    assert "<a:t>receives</a:t>" in shapes
    assert "Guide" not in the_slide(Leaf(subject, [whole(subject, "A title")]), setting).shapes
