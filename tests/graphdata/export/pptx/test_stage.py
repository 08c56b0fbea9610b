"""The map keeps to its room, straight or as on the screen."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from graphdata.arrangement import Arrangement
from graphdata.export.pptx import stage
from graphdata.export.pptx.flaws import CROWDED, Flaws
from graphdata.export.pptx.spots import SHRUNK, sign_box
from graphdata.export.pptx.stage import LARGEST, Subject, lettering, roominess, staged
from graphdata.placing import hits
from graphdata.vocabulary import ACTOR_KINDS

BOX = (20.0, 80.0, 700.0, 480.0)


@pytest.mark.parametrize("straight", [True, False])
def test_the_map_lies_inside_its_box(subject: Subject, straight: bool) -> None:
    left, top, right, bottom = staged(replace(subject, straight=straight), BOX).scene.bounds
    assert left >= BOX[0] - 0.1
    assert top >= BOX[1] - 0.1
    assert right <= BOX[2] + 0.1
    assert bottom <= BOX[3] + 0.1


def test_every_label_finds_its_place(subject: Subject) -> None:
    assert all(node.labelled for node in staged(subject, BOX).scene.nodes)


def test_only_straight_lines_are_held(subject: Subject) -> None:
    stage = staged(subject, BOX)
    assert len(stage.sites) == len(stage.scene.edges)
    assert all(np.ptp(np.diff(edge.path, 2, axis=0)) < 5.0 for edge in stage.scene.edges)
    assert staged(replace(subject, straight=False), BOX).sites == ()


def test_bent_lines_keep_the_places_of_the_screen(subject: Subject) -> None:
    nodes = staged(replace(subject, straight=False), BOX).scene.nodes
    new = np.array([[node.x, node.y] for node in nodes])
    old = np.array([subject.positions[node.id] for node in nodes])
    zoom = np.ptp(new, axis=0) / np.ptp(old, axis=0)
    assert zoom[0] == pytest.approx(zoom[1], abs=0.001)


def test_more_room_is_roomier(subject: Subject) -> None:
    assert roominess(subject, (600.0, 400.0)) > roominess(subject, (500.0, 300.0)) > 0.0
    assert roominess(subject, (600.0, -5.0)) == 0.0


def test_frames_and_arrows_that_show_how_a_map_is_arranged_stand_on_slides_too(subject: Subject) -> None:
    assert staged(subject, BOX).scene.guides == ()
    kinds = staged(replace(subject, arrangement=Arrangement("kinds")), BOX).scene
    for guide in kinds.guides:
        (left, top), (right, bottom) = guide.path.min(axis=0), guide.path.max(axis=0)
        inside = [node.kind for node in kinds.nodes if left < node.x < right and top < node.y < bottom]
        assert {ACTOR_KINDS[kind] for kind in inside} == {guide.words}
    words = [guide.words for guide in staged(replace(subject, arrangement=Arrangement("layered")), BOX).scene.guides]
    assert words == ["gives", "receives"]


def test_frames_stand_round_labels_and_their_words_clear_of_signs_where_these_come_to_rest(subject: Subject) -> None:
    found = staged(replace(subject, arrangement=Arrangement("kinds")), BOX)
    scene, signs = found.scene, np.array([sign_box(*spot, size=found.signs) for spot in found.spots])
    assert scene.guides
    for guide in scene.guides:
        (left, top), (right, bottom) = guide.path.min(axis=0), guide.path.max(axis=0)
        labels = [n.label for n in scene.nodes if left < n.x < right and top < n.y < bottom]
        assert all(left < a and top < b and c < right and d < bottom for a, b, c, d in labels)
        assert not hits(guide.box(scene.scale), signs)


def test_signs_have_a_scale_of_their_own(subject: Subject) -> None:
    stage = staged(subject, BOX)
    assert stage.signs >= stage.scene.scale * min(SHRUNK)
    assert stage.crowded == (stage.scene.scale < CROWDED)


def test_larger_signs_take_no_more_room_than_there_is(subject: Subject) -> None:
    few = replace(subject, ties=subject.ties[:3])
    made = stage._apart(few, (680.0, 400.0))
    smaller = made._replace(signs=made.signs / 2.0)
    left, top, right, bottom = made.scene.bounds
    wide, high = right - left, bottom - top
    assert stage._with_larger_signs(few, smaller, (wide * 2.0, high * 2.0)).signs > smaller.signs
    assert stage._with_larger_signs(few, smaller, (wide * 0.9, high * 2.0)) is smaller
    assert stage._with_larger_signs(few, smaller, (wide * 2.0, high * 0.9)) is smaller


def test_marks_on_places_of_the_screen_are_as_large_as_there_is_room(subject: Subject) -> None:
    exact = replace(subject, straight=False)
    small, large = (staged(exact, (0.0, 0.0, wide, 0.6 * wide)).scene for wide in (260.0, 700.0))
    assert small.scale < large.scale == LARGEST
    assert all(node.labelled for node in large.nodes)


def test_marks_are_smaller_where_larger_ones_have_faults(subject: Subject, monkeypatch: pytest.MonkeyPatch) -> None:
    box = (0.0, 0.0, 500.0, 300.0)
    plain = staged(subject, box).scene.scale
    monkeypatch.setattr(stage, "flaws_of", lambda found: Flaws(int(found.scene.scale == plain), 0))
    assert staged(subject, box).scene.scale < plain


def test_a_map_with_faults_at_every_scale_has_the_fewest(subject: Subject, monkeypatch: pytest.MonkeyPatch) -> None:
    box, scales = (0.0, 0.0, 300.0, 200.0), []
    monkeypatch.setattr(stage, "flaws_of", lambda found: scales.append(found.scene.scale) or Flaws(len(scales), 0))
    assert staged(subject, box).scene.scale == scales[0]
    assert len(scales) <= stage.TRIES + len(stage.SHAKES)


def test_a_map_with_faults_is_tried_in_rooms_a_little_narrower(
    subject: Subject, monkeypatch: pytest.MonkeyPatch
) -> None:
    rooms, spread_out = [], stage._spread_out
    monkeypatch.setattr(stage, "_spread_out", lambda *asked: rooms.append(asked[1]) or spread_out(*asked))
    monkeypatch.setattr(stage, "flaws_of", lambda _: Flaws(int(rooms[-1] == rooms[0]), 0))
    staged(subject, BOX)
    assert rooms[-1][0] == pytest.approx(rooms[0][0] * stage.SHAKES[0][0])


def test_labels_keep_inside_their_room(subject: Subject) -> None:
    room = (420.0, 260.0)
    found = stage._spread_out(subject, room, 1.0).scene
    assert found.bounds[2] - found.bounds[0] <= room[0] + stage.SLACK
    assert found.bounds[3] - found.bounds[1] <= room[1] + stage.SLACK


def test_a_spread_map_is_pulled_together_only_the_way_in_which_it_reaches_beyond_its_room(
    subject: Subject, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[np.ndarray] = []
    composed = stage._composed

    def noted(subject: Subject, *rest: Any) -> stage.Stage:
        asked.append(np.array([subject.positions[key] for key in sorted(subject.positions)]))
        return composed(subject, *rest)

    monkeypatch.setattr(stage, "_composed", noted)
    left, top, right, bottom = composed(subject, 1.0, 0.8, BOX[2:]).scene.bounds
    stage._fitted(subject, 1.0, 0.8, (right - left + 50.0, (bottom - top) * 0.6))
    first, second = asked[:2]
    assert np.ptp(second[:, 0]) == np.ptp(first[:, 0])
    assert np.ptp(second[:, 1]) < np.ptp(first[:, 1])


def test_lettering_is_as_large_as_the_map_will_be(subject: Subject) -> None:
    assert lettering(subject, (680.0, 400.0)) == staged(subject, BOX).scene.scale
    assert lettering(subject, (250.0, 150.0)) < lettering(subject, (680.0, 400.0))
    assert lettering(subject, (250.0, -5.0)) == 1.0


def test_bent_lines_that_nobody_could_read_on_places_of_the_screen_are_drawn_apart(
    subject: Subject, monkeypatch: pytest.MonkeyPatch
) -> None:
    exact = replace(subject, straight=False)
    kept = staged(exact, BOX).scene
    monkeypatch.setattr(stage, "LEGIBLE", 2.0)  # as if there were more actors
    apart = staged(exact, BOX).scene
    assert [(node.x, node.y) for node in apart.nodes] != [(node.x, node.y) for node in kept.nodes]
    assert all(np.ptp(edge.path, axis=0).max() > 0.0 for edge in apart.edges)
    assert not any(stage.flaws_of(staged(exact, BOX)))


def test_a_full_slide_with_next_to_no_fault_is_not_tried_with_smaller_labels(
    subject: Subject, monkeypatch: pytest.MonkeyPatch
) -> None:
    scales: list[float] = []
    monkeypatch.setattr(stage, "FULL", 0)
    monkeypatch.setattr(stage, "flaws_of", lambda found: scales.append(found.scene.scale) or Flaws(0, 1))
    staged(subject, BOX)
    assert len(scales) == 1
