"""The distinct pairs behind a plan."""

from __future__ import annotations

import numpy as np

from graphdata.layout.web import LONGEST, as_complex, as_places, components, part_of, sums_over_neighbours, web_of


def test_repeats_become_weight_and_loops_drop_out() -> None:
    web = web_of(3, np.array([[0, 1], [1, 0], [2, 2], [1, 2]]))
    assert web.pairs.tolist() == [[0, 1], [1, 2]]
    assert web.weights[0] > web.weights[1] == 1.0


def test_many_relations_want_more_room_but_not_endlessly() -> None:
    web = web_of(3, np.array([[0, 1]] * 500 + [[1, 2]]))
    assert web.lengths.tolist() == [LONGEST, 1.0]


def test_rows_name_the_neighbours_both_ways() -> None:
    web = web_of(4, np.array([[0, 1], [0, 2]]))
    assert sorted(web.neighbours[web.starts[0] : web.starts[1]].tolist()) == [1, 2]
    assert web.degrees.tolist() == [2, 1, 1, 0]


def test_components_come_largest_first() -> None:
    web = web_of(6, np.array([[0, 1], [2, 4], [4, 5]]))
    assert [part.tolist() for part in components(web)] == [[2, 4, 5], [0, 1], [3]]


def test_a_long_chain_is_one_component() -> None:
    chain = np.stack([np.arange(999), np.arange(1, 1000)], axis=1)
    assert len(components(web_of(1000, chain))) == 1


def test_a_part_keeps_weights_under_new_numbers() -> None:
    web = web_of(4, np.array([[0, 1], [2, 3], [2, 3]]))
    part = part_of(web, np.array([3, 2]))
    assert part.pairs.tolist() == [[1, 0]]
    assert part.weights[0] > 1.0
    assert part.degrees.tolist() == [1, 1]


def test_places_as_complex_numbers_are_the_same_places() -> None:
    places = np.arange(6.0).reshape(3, 2)
    assert as_complex(places).tolist() == [1j, 2 + 3j, 4 + 5j]
    assert as_complex(np.asfortranarray(places)).tolist() == as_complex(places).tolist()


def test_sums_over_neighbours_leave_the_lone_at_nought() -> None:
    web = web_of(4, np.array([[0, 1], [0, 3]]))
    values = np.array([1 + 1j, 2, 5, 4j])
    assert sums_over_neighbours(web, values).tolist() == [2 + 4j, 1 + 1j, 0, 1 + 1j]
    assert as_places(values).tolist() == [[1, 1], [2, 0], [5, 0], [0, 4]]


def test_every_row_knows_the_lengths_that_its_pairs_want() -> None:
    web = web_of(3, np.array([[0, 1], [1, 2], [2, 1]]))
    assert sorted(web.reaches[web.starts[1] : web.starts[2]]) == sorted(web.lengths)
    assert web.reaches[-1] == web.lengths[1] > 1.0


def test_the_whole_is_its_own_part() -> None:
    web = web_of(3, np.array([[0, 1], [1, 2]]))
    assert part_of(web, np.arange(3)) is web
