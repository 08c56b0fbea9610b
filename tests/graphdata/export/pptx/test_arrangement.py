"""The arrangement of the first slide keeps its parts apart and inside the room."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from graphdata.citation import Note, numbered
from graphdata.citing import Form
from graphdata.drawing import Points
from graphdata.export.pptx import arrangement
from graphdata.export.pptx.arrangement import Plan, planned
from graphdata.export.pptx.stage import LEGIBLE, Subject
from graphdata.legend import legend_of

WIDE = (22.0, 80.0, 938.0, 510.0)
UPRIGHT = (22.0, 80.0, 518.0, 730.0)


def plan_of(subject: Subject, room: tuple[float, float, float, float], notes: tuple[Note, ...]) -> Plan:
    return planned(subject, legend_of(subject.ties, subject.view.actors), notes, room)[0]


def area(box: tuple[float, float, float, float]) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


@pytest.mark.parametrize("room", [WIDE, UPRIGHT])
@pytest.mark.parametrize("times", [1, 6])
def test_map_legend_and_sources_keep_apart(
    subject: Subject, apart: Callable[[Points], float], room: tuple[float, float, float, float], times: int
) -> None:
    plan = plan_of(subject, room, numbered(subject.view) * times)
    (x, y), key, (left, top, right, _) = plan.key_at, plan.key, plan.sources
    assert plan.listed is not None
    boxes = np.array([plan.map, (x, y, x + key.wide, y + key.high), (left, top, right, top + plan.listed.high)])
    assert apart(boxes) < 1.0
    assert (boxes[:, :2] >= np.array(room[:2]) - 0.1).all()
    assert (boxes[:, 2:] <= np.array(room[2:]) + 0.1).all()


def test_without_sources_the_map_is_as_wide_as_the_room(subject: Subject) -> None:
    plan = plan_of(subject, WIDE, ())
    assert plan.listed is None
    assert (plan.map[0], plan.map[2]) == (WIDE[0], WIDE[2])


def test_all_sources_are_listed_where_any_arrangement_can(subject: Subject) -> None:
    plan = plan_of(subject, WIDE, numbered(subject.view) * 8)
    assert plan.listed is not None
    assert plan.listed.left == 0


def test_many_short_sources_stand_in_two_columns_beside_the_map(subject: Subject) -> None:
    listed = plan_of(subject, WIDE, numbered(subject.view) * 15).listed
    assert listed is not None
    assert (len(listed.columns), listed.left) == (2, 0)


def test_a_list_that_leaves_origins_and_dates_unsaid_is_worth_less(subject: Subject) -> None:
    plan = plan_of(subject, WIDE, numbered(subject.view))
    assert plan.listed
    worth = [arrangement._worth(subject, plan._replace(listed=plan.listed._replace(form=form)), 4)[1] for form in Form]
    assert worth == sorted(worth, reverse=True)
    assert worth[Form.WHOLE] == worth[Form.BRIEF] > worth[Form.LEAST]


def test_sources_leave_a_map_that_nobody_could_read_beside_them(
    subject: Subject, monkeypatch: pytest.MonkeyPatch
) -> None:
    notes = numbered(subject.view)
    beside = plan_of(subject, WIDE, notes)
    monkeypatch.setattr(arrangement, "CRAMPED", 0.0)  # as if there were more actors
    plan = plan_of(subject, WIDE, notes)
    assert plan.listed is not None
    assert (plan.listed.columns, plan.listed.left) == ((), len(notes))
    assert area(plan.map) > 1.1 * area(beside.map)


@pytest.mark.parametrize("beside", [True, False])
def test_without_sources_the_legend_stands_where_it_leaves_room_for_the_larger_labels(
    subject: Subject, monkeypatch: pytest.MonkeyPatch, beside: bool
) -> None:
    notes, across = numbered(subject.view), WIDE[2] - WIDE[0]
    monkeypatch.setattr(arrangement, "CRAMPED", 0.0)
    monkeypatch.setattr(arrangement, "lettering", lambda _, room: float((room[0] < 0.9 * across) == beside))
    plan = plan_of(subject, WIDE, notes)
    assert plan.listed is not None
    assert (plan.listed.columns, plan.listed.left) == ((), len(notes))
    if beside:
        assert (plan.map[3], plan.sources[3]) == (WIDE[3], WIDE[3])
        assert plan.map[2] < plan.key_at[0] == plan.sources[0]
        assert plan.key_at[1] + plan.key.high < plan.sources[1]
    else:
        assert plan.map[2] - plan.map[0] == across
        assert plan.map[3] < plan.sources[1] < plan.sources[1] + plan.listed.high <= plan.key_at[1]


def test_sources_leave_labels_that_are_too_small_beside_them_and_only_for_larger_ones(
    subject: Subject, monkeypatch: pytest.MonkeyPatch
) -> None:
    notes = numbered(subject.view)
    beside = plan_of(subject, WIDE, notes)
    small = {"scale": 0.6}

    def lettering(_: Subject, room: tuple[float, float]) -> float:
        left, top, right, bottom = beside.map
        return small["scale"] if room == (right - left, bottom - top) else 0.8

    monkeypatch.setattr(arrangement, "lettering", lettering)
    assert beside.listed
    assert beside.listed.columns
    bare = plan_of(subject, WIDE, notes).listed
    assert bare
    assert bare.left == len(notes)
    small["scale"] = LEGIBLE
    assert plan_of(subject, WIDE, notes) == beside
