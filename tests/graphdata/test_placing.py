"""Signs and labels find free places."""

from dataclasses import replace

import numpy as np

from graphdata import style, typeface
from graphdata.placing import covers, hits, place_labels, place_signs
from graphdata.scene import EdgeMark, NodeMark


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
    assert covers(placed, [replace(edge("one", 21.0), glyph=(0.0, 21.0))], 1.0)
    assert not covers(placed, [edge("one", 21.0)], 1.0)
    assert not covers(placed, [], 1.0)


def test_places_farther_off_are_taken_only_where_all_near_ones_cover_something() -> None:
    assert place_labels([node("a", 0.0, 0.0)], [], 1.0, farther=True)[0].label == node("a", 0.0, 0.0).label
    signs = np.array([[-99.0, 15, 99, 18], [-99, -18, 99, -15], [15, -12, 18, 12], [-18, -12, -15, 12]])
    near, far = (place_labels([node("a", 0.0, 0.0)], [], 1.0, signs, farther)[0] for farther in (False, True))
    assert hits(near.label, signs) > hits(far.label, signs) == 0
