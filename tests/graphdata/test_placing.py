"""Signs and labels find free places."""

from dataclasses import replace

import numpy as np

from graphdata import style, typeface
from graphdata.placing import (
    astray,
    covering,
    discs_of,
    head_boxes,
    hits,
    labels_in_steps,
    place_labels,
    place_signs,
    signs_meet,
)
from graphdata.scene import EdgeMark, NodeMark
from graphdata.steps import at_once


def node(name: str, x: float, y: float) -> NodeMark:
    label = (x - 30.0, y + 14.0, x + 30.0, y + 28.0)
    return NodeMark(name, "state", x, y, 12.0, (name,), label, 11.0, True, True, False, name)


def edge(name: str, y: float) -> EdgeMark:
    path = np.column_stack([np.linspace(0.0, 300.0, 29), np.full(29, y)])
    return EdgeMark(name, "a", "b", "arms", 3, False, False, 1.6, path, (150.0, y), (), "1/1", "", name)


def test_a_free_label_lies_below() -> None:
    placed = place_labels([node("a", 0.0, 0.0)], [], 1.0)
    assert placed[0].label == node("a", 0.0, 0.0).label


def test_a_label_gives_way_to_a_node_below() -> None:
    above, below = place_labels([node("a", 0.0, 0.0), node("b", 0.0, 30.0)], [], 1.0)
    assert above.label[3] <= 0.0
    assert above.labelled
    assert below.labelled


def test_a_label_without_a_free_place_is_not_shown() -> None:
    crowd = [node(str(i), 14.0 * (i % 4), 14.0 * (i // 4)) for i in range(16)]
    placed = place_labels(crowd, [], 1.0)
    assert not all(mark.labelled for mark in placed)


def test_signs_of_close_lines_step_aside() -> None:
    placed = place_signs([edge("one", 0.0), edge("two", 5.0)], [node("far", 900.0, 900.0)], 1.0)
    assert abs(placed[0].glyph[0] - placed[1].glyph[0]) > 12.0


def test_numbers_below_signs_are_as_wide_as_they_are() -> None:
    far, lines = [node("far", 900.0, 900.0)], (edge("one", 0.0), edge("two", 5.0))
    short = place_signs([replace(each, note="7") for each in lines], far, 1.0)
    wide = place_signs([replace(each, note="128,129,130+") for each in lines], far, 1.0)
    apart = [abs(one.glyph[0] - two.glyph[0]) for one, two in (short, wide)]
    assert apart[1] > typeface.width("128,129,130+", style.NOTE_SIZE) > apart[0]


def test_a_sign_keeps_off_a_node_on_its_line() -> None:
    placed = place_signs([edge("one", 0.0)], [node("c", 150.0, 0.0)], 1.0)
    assert abs(placed[0].glyph[0] - 150.0) > 15.0


def test_an_unhindered_sign_sits_in_the_middle() -> None:
    assert place_signs([edge("one", 0.0)], [node("far", 0.0, 500.0)], 1.0)[0].glyph[0] == 150.0


def test_boxes_that_only_touch_do_not_overlap() -> None:
    assert hits((0.0, 0.0, 10.0, 10.0), np.array([[10.0, 0.0, 20.0, 10.0], [5.0, 5.0, 20.0, 20.0]])) == 1


def test_a_label_does_not_hide_an_arrowhead() -> None:
    path = np.column_stack([np.zeros(29), np.linspace(200.0, 16.0, 29)])
    into = replace(edge("up", 0.0), path=path, glyph=(0.0, 100.0))
    placed = place_labels([node("a", 0.0, 0.0)], [into], 1.0)[0]
    assert placed.labelled
    assert not hits(placed.label, np.array([[-5.0, 11.0, 5.0, 21.0]]))


def test_a_label_takes_a_corner_where_the_sides_are_taken() -> None:
    crowd = [node("a", 0.0, 0.0), node("below", -6.0, 34.0), node("above", 0.0, -32.0)]
    crowd += [node("right", 50.0, -6.0), node("left", -50.0, -6.0)]
    assert place_labels(crowd, [], 1.0)[0].labelled


def test_a_label_over_a_sign_is_told() -> None:
    placed = place_labels([node("a", 0.0, 0.0)], [], 1.0)
    assert covering(placed, [replace(edge("one", 21.0), glyph=(0.0, 21.0))], 1.0).tolist() == [0]
    assert not len(covering(placed, [edge("one", 21.0)], 1.0))
    assert not len(covering(placed, [], 1.0))


def test_places_farther_off_are_taken_only_where_all_near_ones_cover_something() -> None:
    assert place_labels([node("a", 0.0, 0.0)], [], 1.0, farther=True)[0].label == node("a", 0.0, 0.0).label
    signs = np.array([[-99.0, 15, 99, 18], [-99, -18, 99, -15], [15, -12, 18, 12], [-18, -12, -15, 12]])
    near, far = (place_labels([node("a", 0.0, 0.0)], [], 1.0, signs, farther)[0] for farther in (False, True))
    assert hits(near.label, signs) > hits(far.label, signs) == 0


def test_the_box_of_a_head_lies_behind_its_tip() -> None:
    left, top, right, bottom = head_boxes([edge("one", 0.0)], 1.0)[0]
    assert (left, right) == (291.0, 300.0)
    assert -bottom == top < 0.0
    assert len(head_boxes([replace(edge("one", 0.0), mutual=True)], 1.0)) == 2


def test_a_label_between_two_actors_belongs_to_the_nearer() -> None:
    nodes = [node("a", 0.0, 0.0), node("b", 100.0, 0.0)]
    boxes = np.array([(14.0, -5.0, 40.0, 5.0), (60.0, -5.0, 86.0, 5.0)])
    assert astray(boxes, discs_of(nodes), 0).tolist() == [False, True]


def test_a_label_does_not_stand_at_another_actor() -> None:
    one, other = node("a", 0.0, 0.0), node("b", 0.0, 56.0)  # below the one there is room, nearer to the other
    placed = place_labels([replace(one, label=(-30.0, 24.0, 30.0, 38.0)), other], [], 1.0)
    assert placed[0].label != (-30.0, 24.0, 30.0, 38.0)


def test_signs_meet_where_their_boxes_do() -> None:
    assert signs_meet([edge("one", 0.0), edge("two", 5.0)], 1.0)
    assert not signs_meet([edge("one", 0.0), edge("two", 50.0)], 1.0)
    assert not signs_meet([], 1.0)


def test_labels_that_are_not_to_move_stay_where_they_are() -> None:
    nodes = [node("a", 0.0, 0.0), node("b", 200.0, 0.0)]
    strange = replace(nodes[1], label=(300.0, 0.0, 360.0, 14.0))
    found = at_once(labels_in_steps([nodes[0], strange], [], 1.0, farther=True, some=np.array([0])))
    assert found[1] == strange
    assert found[0].label == nodes[0].label
