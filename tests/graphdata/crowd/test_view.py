"""What is composed of a crowd can be painted and hit."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from graphdata import typeface
from graphdata.crowd import seen as levels
from graphdata.crowd.seen import Outlook
from graphdata.crowd.view import ink_of, lifted_of, shown_of
from graphdata.hits import LINE_REACH

FAR, NEAR = Outlook(400.0, 300.0, 0.15, 800.0, 600.0), Outlook(400.0, 300.0, 1.0, 800.0, 600.0)


@pytest.mark.parametrize(("full", "plain", "detail"), [(9999, 9999, "full"), (0, 9999, "plain"), (0, 0, "bare")])
def test_every_detail_draws_every_actor_and_line(
    taken: Any, make: Any, monkeypatch: pytest.MonkeyPatch, full: int, plain: int, detail: str
) -> None:
    monkeypatch.setattr(levels, "FULL", full)
    monkeypatch.setattr(levels, "PLAIN", plain)
    shown = make(shown_of(taken.crowd, FAR))
    assert shown.seen.detail == detail
    assert len(shown.seen.lines) == len(taken.ties)
    assert len(shown.batch.nodes) == len(taken.view.actors)
    assert len(shown.batch.lines) == (0 if detail == "bare" else len(taken.ties))


def test_signs_come_with_the_zoom(taken: Any, make: Any) -> None:
    assert len(make(shown_of(taken.crowd, FAR)).batch.signs) == 0
    near = make(shown_of(taken.crowd, NEAR))
    assert len(near.batch.signs) == len(near.seen.lines)


def test_what_is_hit_is_what_lies_nearest(taken: Any, make: Any) -> None:
    shown = _shown(taken, make)
    for x, y in np.random.default_rng(7).uniform((0.0, 0.0), (800.0, 600.0), (400, 2)).tolist():
        _hits_the_nearest(shown, x, y)


def _hits_the_nearest(shown: Any, x: float, y: float) -> None:
    """Hold what is hit at a point of the window against everything that is shown."""
    point = np.array([x - NEAR.x, y - NEAR.y])
    found = shown.targets.at(*point)
    nodes = shown.batch.nodes
    inside = np.hypot(*(nodes.places - point).T) - np.maximum(nodes.radii * 1.1, 5.0)
    if inside.min() <= 0.0:
        assert found is not None
        assert found[0] == "actor"
        return
    pieces = shown.targets.pieces
    start, along = pieces[:, :2], pieces[:, 2:] - pieces[:, :2]
    share = ((point - start) * along).sum(axis=1) / np.maximum((along**2).sum(axis=1), 1e-9)
    away = np.hypot(*(start + np.clip(share, 0.0, 1.0)[:, None] * along - point).T)
    if found is None:
        assert away.min() > LINE_REACH - 0.5
    else:
        assert found[0] == "tie"
        near_sign = np.hypot(*(shown.targets.signs - point).T).min() <= 9.0 if len(shown.targets.signs) else False
        own = away[shown.targets.owners == found[1]].min()
        assert near_sign or own == pytest.approx(away.min(), abs=1.0)


_kept: dict[int, Any] = {}


def _shown(taken: Any, make: Any) -> Any:
    """Return what is shown of a crowd, composed once."""
    if id(taken.crowd) not in _kept:
        _kept.clear()
        _kept[id(taken.crowd)] = make(shown_of(taken.crowd, NEAR))
    return _kept[id(taken.crowd)]


def test_a_small_crowd_is_composed_whole_and_only_moves_with_the_camera(taken: Any, make: Any) -> None:
    shown = make(shown_of(taken.crowd, FAR))
    assert shown.whole
    assert shown.holds(replace(FAR, x=-50.0))
    assert not shown.holds(replace(FAR, zoom=0.2))


def test_what_is_lifted_is_drawn_in_full(taken: Any, make: Any) -> None:
    lines = taken.crowd.lines_of(0)
    ends = np.unique(taken.crowd.strands.ends[lines]).astype(np.int64)
    batch, labels = make(lifted_of(taken.crowd, ends, lines, NEAR))
    assert (len(batch.lines), len(batch.nodes)) == (len(lines), len(ends))
    assert labels


def test_the_box_of_the_ink_holds_every_word(taken: Any, make: Any) -> None:
    shown = make(shown_of(taken.crowd, NEAR))
    left, top, right, bottom = taken.crowd.room
    narrow = replace(taken.crowd, room=((left + right) / 2.0, (top + bottom) / 2.0) * 2)
    bare = replace(shown.batch, lines=shown.batch.lines.taken(np.array([], dtype=np.int64)))
    box = make(ink_of(narrow, bare, NEAR.zoom))
    for label in shown.batch.labels:
        wide, high = typeface.block(label.lines, label.size, label.bold)
        assert box[0] <= label.x - wide / 2.0
        assert label.x + wide / 2.0 <= box[2]
        assert box[1] <= label.top
        assert label.top + high <= box[3]
