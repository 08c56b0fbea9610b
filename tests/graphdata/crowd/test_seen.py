"""What is in sight is drawn one by one, palely, or as haze; nothing in sight is lost."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graphdata.crowd import seen as module
from graphdata.crowd.seen import (
    FEWEST,
    SINGLE,
    SMALLEST_OF_SCENE,
    Outlook,
    letter_scale,
    mark_scale,
    seen_of,
    single_in,
)

outlooks = st.builds(
    Outlook, st.floats(-3000, 3000), st.floats(-3000, 3000), st.floats(0.02, 8.0), st.just(800.0), st.just(600.0)
)
shared = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)


@shared
@given(outlooks)
def test_every_line_with_a_point_in_the_window_is_drawn_somehow(taken: Any, make: Any, outlook: Outlook) -> None:
    crowd = taken.crowd
    seen = make(seen_of(crowd, outlook))
    ends = crowd.places[crowd.strands.ends] * outlook.zoom + np.array([outlook.x, outlook.y])
    share = np.linspace(0.0, 1.0, 50)[None, :, None]
    points = ends[:, :1] * (1.0 - share) + ends[:, 1:] * share
    inside = ((points > 0.0) & (points < np.array([800.0, 600.0]))).all(axis=2).any(axis=1)
    drawn = np.concatenate([seen.lines, seen.passing, seen.rest])
    assert set(np.flatnonzero(inside)) <= set(drawn.tolist())
    assert len(set(drawn.tolist())) == len(drawn)


@shared
@given(outlooks)
def test_every_actor_in_the_window_is_drawn(taken: Any, make: Any, outlook: Outlook) -> None:
    shown = taken.crowd.places * outlook.zoom + np.array([outlook.x, outlook.y])
    inside = ((shown > 0.0) & (shown < np.array([800.0, 600.0]))).all(axis=1)
    assert set(np.flatnonzero(inside)) <= set(make(seen_of(taken.crowd, outlook)).actors.tolist())


def test_the_most_important_lines_are_drawn_one_by_one(taken: Any, make: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "SINGLE", 100)
    seen = make(seen_of(taken.crowd, Outlook(400.0, 300.0, 0.05, 800.0, 600.0)))
    assert seen.lines.tolist() == list(range(100))
    assert seen.rest.tolist() == list(range(100, len(taken.ties)))
    assert seen.notice.startswith("100 of 1,200 lines")


def test_a_larger_window_has_room_for_more_lines() -> None:
    found = [single_in(Outlook(0.0, 0.0, 1.0, *size)) for size in ((320.0, 240.0), (1600.0, 1000.0), (3840.0, 2160.0))]
    assert found == [FEWEST, 10_000, SINGLE]


def test_nothing_is_said_where_every_line_is_drawn(taken: Any, make: Any) -> None:
    assert make(seen_of(taken.crowd, Outlook(400.0, 300.0, 0.05, 800.0, 600.0))).notice == ""


def test_a_whole_crowd_in_sight_is_seen_as_one_of_which_almost_all_is(taken: Any, make: Any) -> None:
    left, top, right, bottom = taken.crowd.room
    whole, part = (
        make(seen_of(taken.crowd, Outlook(-left, -top, 1.0, right - left - 60.0 + cut, bottom - top)))
        for cut in (61, -1)
    )
    assert whole.actors.tolist() == list(range(len(taken.crowd.cast)))
    assert whole.lines.tolist() == list(range(len(taken.ties)))
    assert set(part.lines.tolist()) <= set(whole.lines.tolist())
    assert not len(whole.passing)
    assert len(part.actors) < len(whole.actors)


def test_lines_without_an_end_in_sight_only_pass(taken: Any, make: Any) -> None:
    crowd, outlook = taken.crowd, Outlook(0.0, 0.0, 6.0, 400.0, 300.0)
    seen = make(seen_of(crowd, outlook))
    there = set(seen.actors.tolist())
    assert len(seen.passing)
    assert not any(there & set(ends) for ends in crowd.strands.ends[seen.passing].tolist())
    assert all(there & set(ends) for ends in crowd.strands.ends[seen.lines].tolist())


@given(st.floats(0.002, 8.0), st.floats(0.002, 8.0))
def test_marks_grow_with_the_zoom(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert mark_scale(low) <= mark_scale(high)
    assert letter_scale(low) <= letter_scale(high)


def test_a_crowd_from_near_looks_as_a_scene() -> None:
    assert mark_scale(SMALLEST_OF_SCENE) == SMALLEST_OF_SCENE
    assert mark_scale(1.1) == 1.1
