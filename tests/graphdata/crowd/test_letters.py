"""Labels of a crowd lie in the window, apart from each other, the most important first."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from graphdata import typeface
from graphdata.crowd import letters
from graphdata.crowd.letters import labels_of
from graphdata.crowd.seen import Outlook, letter_scale, seen_of

OUTLOOKS = [Outlook(400.0, 300.0, zoom, 1600.0, 1000.0) for zoom in (0.1, 0.4, 1.0, 2.5)]


def boxes(labels: Any, outlook: Outlook) -> np.ndarray:
    """Return the boxes of labels in the window."""
    rows = []
    for label in labels:
        wide, high = typeface.block(label.lines, label.size, label.bold)
        x, top = label.x + outlook.x, label.top + outlook.y
        rows.append((x - wide / 2.0, top, x + wide / 2.0, top + high))
    return np.array(rows).reshape(-1, 4)


@pytest.mark.parametrize("outlook", OUTLOOKS)
def test_no_label_lies_over_another_or_outside(taken: Any, make: Any, outlook: Outlook) -> None:
    labels = make(labels_of(taken.crowd, make(seen_of(taken.crowd, outlook)), outlook))
    assert labels
    found = boxes(labels, outlook)
    assert (found[:, :2] >= 0.0).all()
    assert (found[:, 2:] <= np.array([1600.0 + 4, 1000.0 + 4])).all()
    left, top, right, bottom = found.T
    over = (left[:, None] < right) & (right[:, None] > left) & (top[:, None] < bottom) & (bottom[:, None] > top)
    assert over.sum() == len(found)


@pytest.mark.parametrize("outlook", OUTLOOKS[2:])
def test_no_label_lies_on_an_actor_from_near(taken: Any, make: Any, outlook: Outlook) -> None:
    seen = make(seen_of(taken.crowd, outlook))
    middles = taken.crowd.places[seen.actors] * outlook.zoom + np.array([outlook.x, outlook.y])
    for left, top, right, bottom in boxes(make(labels_of(taken.crowd, seen, outlook)), outlook):
        x, y = middles.T
        assert not ((x > left) & (x < right) & (y > top) & (y < bottom)).any()


def test_the_most_important_actor_in_sight_has_its_label(taken: Any, make: Any) -> None:
    outlook = OUTLOOKS[1]
    seen = make(seen_of(taken.crowd, outlook))
    first = taken.crowd.cast.actors[int(seen.actors[0])]
    assert make(labels_of(taken.crowd, seen, outlook))[0].lines == (first.label,)


def test_labels_keep_a_size_that_can_be_read() -> None:
    assert letter_scale(0.01) * 11.0 > 9.0


def test_where_not_all_can_be_labelled_the_most_related_are(taken: Any, make: Any) -> None:
    outlook = Outlook(300.0, 220.0, 0.16, 600.0, 440.0)
    seen = make(seen_of(taken.crowd, outlook))
    assert len(seen.actors) > 100
    first = [taken.crowd.cast.actors[row].label for row in seen.actors[:5].tolist()]
    named = {" ".join(label.lines) for label in make(labels_of(taken.crowd, seen, outlook))}
    assert named.issuperset(first)


def test_few_actors_in_sight_are_offered_corners_as_well(
    taken: Any, make: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    outlook = Outlook(200.0, 200.0, 0.35, 1300.0, 750.0)
    seen = make(seen_of(taken.crowd, outlook))
    assert 60 < len(seen.actors) <= letters.FEW
    all_round = make(labels_of(taken.crowd, seen, outlook))
    monkeypatch.setattr(letters, "FEW", 0)
    assert len(all_round) > len(make(labels_of(taken.crowd, seen, outlook)))


@pytest.mark.parametrize("radius", [4.0, 20.0])
def test_a_label_is_offered_close_to_its_actor_and_never_on_it(radius: float) -> None:
    sizes, gap = np.array([[60.0, 14.0]]), 3.0
    (across, down) = letters._spots(np.array([[100.0, 50.0]]), np.array([radius]), sizes, gap, True)[:, 0]
    for x, top in zip(across, down, strict=True):
        beside = max(0.0, abs(x - 100.0) - 30.0)
        above = max(0.0, top - 50.0, 50.0 - (top + 14.0))
        assert radius <= np.hypot(beside, above) <= 1.15 * radius + 1.5 * gap
    assert len({(x, top) for x, top in zip(across.tolist(), down.tolist(), strict=True)}) == 12
