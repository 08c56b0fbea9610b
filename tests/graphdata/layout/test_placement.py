"""Every drawn actor of a network has a place."""

from itertools import combinations

import numpy as np
import pytest

from graphdata.arrangement import LAYOUTS, Arrangement, Layout
from graphdata.footprint import footprint
from graphdata.layout.placement import positions_of
from graphdata.layout.plan import Cancelled
from graphdata.network import Network


def test_every_drawn_actor_has_a_finite_place(little: Network) -> None:
    positions = positions_of(little)
    assert set(positions) == {actor.id for actor in little.drawn}
    assert np.isfinite(list(positions.values())).all()


def test_the_same_network_gives_the_same_places(little: Network) -> None:
    assert positions_of(little) == positions_of(little)


def test_rooms_with_their_labels_do_not_overlap(little: Network) -> None:
    positions = positions_of(little)
    for one, other in combinations(little.drawn, 2):
        wide, high, radius = footprint(one, little.degree[one.id])
        wide2, high2, radius2 = footprint(other, little.degree[other.id])
        (x, y), (x2, y2) = positions[one.id], positions[other.id]
        middle, middle2 = y - 1.1 * radius + high / 2.0, y2 - 1.1 * radius2 + high2 / 2.0
        assert abs(x - x2) >= (wide + wide2) / 2.0 - 0.1 or abs(middle - middle2) >= (high + high2) / 2.0 - 0.1


def test_a_pin_is_kept_exactly(little: Network) -> None:
    pinned = little.drawn[2].id
    assert positions_of(little, pins={pinned: (500.0, -80.0)})[pinned] == pytest.approx((500.0, -80.0))


def test_a_new_layout_leans_on_the_old_one(little: Network) -> None:
    old = positions_of(little)
    again = positions_of(little, seed=5, previous=old)
    fresh = positions_of(little, Arrangement("distances"), seed=5)
    moved = np.mean([np.hypot(*np.subtract(again[k], old[k])) for k in old])
    assert moved < np.mean([np.hypot(*np.subtract(fresh[k], old[k])) for k in old])


def test_an_empty_network_has_no_places() -> None:
    assert positions_of(Network(id="none", title="None", version="0", as_of="")) == {}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_layout_can_be_stopped_on_its_way(little: Network, layout: Layout) -> None:
    answers = iter([False, False, False, *[True] * 999])
    with pytest.raises(Cancelled):
        positions_of(little, Arrangement(layout), cancelled=lambda: next(answers))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_layout_says_how_far_it_is(little: Network, layout: Layout) -> None:
    shares: list[float] = []
    positions_of(little, Arrangement(layout), progress=shares.append)
    assert shares == sorted(shares)
    assert shares[-1] > 0.9
    assert len(shares) > 3
