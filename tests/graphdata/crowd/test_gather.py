"""A crowd holds every actor and line of its view, the most important first."""

from __future__ import annotations

from collections import Counter
from typing import Any

import numpy as np
import pytest

from graphdata import style
from graphdata.batch.batch import DOMAIN_CODES, KINDS
from graphdata.crowd.gather import gathered, placed, room_of
from graphdata.scene import MOST, is_crowd


def test_nobody_and_no_line_is_lost(taken: Any) -> None:
    crowd = taken.crowd
    assert {actor.id for actor in crowd.cast.actors} == {actor.id for actor in taken.view.actors}
    assert Counter(tie.id for tie in crowd.strands.ties) == Counter(tie.id for tie in taken.ties)


def test_rows_say_what_their_records_say(taken: Any) -> None:
    cast, strands, degree = taken.crowd.cast, taken.crowd.strands, taken.view.network.degree
    for row, actor in enumerate(cast.actors):
        assert (KINDS[cast.kinds[row]], cast.row[actor.id]) == (actor.kind, row)
        assert cast.radii[row] == pytest.approx(style.radius_of(actor.kind, degree[actor.id]))
        assert tuple(taken.crowd.places[row]) == taken.places[actor.id]
    for row, tie in enumerate(strands.ties):
        assert [cast.actors[end].id for end in strands.ends[row]] == [tie.giver, tie.receiver]
        assert (strands.domains[row], strands.levels[row]) == (DOMAIN_CODES[tie.domain], tie.level)
        assert (strands.mutual[row], strands.hostile[row]) == (tie.mutual, tie.hostile)
        assert strands.widths[row] == pytest.approx(style.line_width(len(tie.relations)))


def test_those_with_most_relations_come_first(taken: Any) -> None:
    related = [taken.view.network.degree[actor.id] for actor in taken.crowd.cast.actors]
    assert related == sorted(related, reverse=True)
    held = [len(tie.relations) for tie in taken.crowd.strands.ties]
    assert held == sorted(held, reverse=True)


def test_parallel_lines_are_counted_and_told_apart(taken: Any) -> None:
    strands = taken.crowd.strands
    pairs = [tuple(sorted(ends)) for ends in strands.ends.tolist()]
    counted = Counter(pairs)
    assert strands.counts.tolist() == [counted[pair] for pair in pairs]
    assert len(set(zip(pairs, strands.ranks.tolist(), strict=True))) == len(pairs)
    assert (strands.ranks < strands.counts).all()


def test_pins_are_kept_and_boxes_hold_the_lines(taken: Any) -> None:
    crowd = taken.crowd
    assert [crowd.cast.actors[row].id for row in np.flatnonzero(crowd.pinned)] == ["actor:a00003"]
    middles = crowd.places[crowd.strands.ends].mean(axis=1)
    assert (middles >= crowd.boxes[:2].T - 0.01).all()
    assert (middles <= crowd.boxes[2:].T + 0.01).all()


def test_a_line_without_one_of_its_ends_is_left_out(taken: Any, make: Any) -> None:
    gone = taken.crowd.cast.actors[0].id
    places = {key: place for key, place in taken.places.items() if key != gone}
    crowd = make(gathered(taken.view, taken.ties, places, ()))
    assert {tie.id for tie in crowd.strands.ties} == {t.id for t in taken.ties if gone not in (t.giver, t.receiver)}


def test_actors_can_be_moved_without_taking_everyone_in_again(taken: Any, make: Any) -> None:
    first = taken.crowd.cast.actors[0].id
    places = {**taken.places, first: (5000.0, 0.0)}
    moved = make(placed(taken.crowd.cast, taken.crowd.strands, places, ()))
    assert moved.places[0].tolist() == [5000.0, 0.0]
    assert moved.room == room_of(places.values())
    assert moved.room[2] == 5000.0


def test_the_room_counts_those_who_are_hidden(taken: Any, make: Any) -> None:
    crowd = make(gathered(taken.view, taken.ties, {**taken.places, "actor:hidden": (0.0, -9000.0)}, ()))
    assert crowd.room[1] == -9000.0


def test_an_empty_view_is_a_crowd_too(taken: Any, make: Any) -> None:
    crowd = make(gathered(taken.view, (), {}, ()))
    assert (len(crowd.cast), len(crowd.strands)) == (0, 0)


def test_a_scene_ends_where_a_crowd_begins() -> None:
    assert not is_crowd(MOST // 2, MOST // 2)
    assert is_crowd(MOST // 2, MOST // 2 + 1)
