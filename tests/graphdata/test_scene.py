"""Actors as marks."""

import pytest

from graphdata.footprint import footprint, lettering
from graphdata.network import Network
from graphdata.scene import Scene, node_marks, title_of


def places(network: Network) -> dict[str, tuple[float, float]]:
    return {actor.id: (120.0 * rank, 40.0 * rank) for rank, actor in enumerate(network.actors)}


def test_the_most_related_actor_comes_first(little: Network) -> None:
    marks = node_marks(little.actors, little.degree, places(little), 1.0, 1.0)
    degrees = [little.degree[mark.id] for mark in marks]
    assert degrees == sorted(degrees, reverse=True)


def test_an_actor_without_a_place_is_not_drawn(little: Network) -> None:
    known = places(little)
    gone = known.popitem()[0]
    assert gone not in {mark.id for mark in node_marks(little.actors, little.degree, known, 1.0, 1.0)}


def test_zoom_moves_actors_and_scale_sizes_them(little: Network) -> None:
    plain = {m.id: m for m in node_marks(little.actors, little.degree, places(little), 1.0, 1.0)}
    for mark in node_marks(little.actors, little.degree, places(little), 2.0, 0.5):
        assert mark.x == pytest.approx(2.0 * plain[mark.id].x)
        assert mark.radius == pytest.approx(0.5 * plain[mark.id].radius)


def test_a_label_lies_below_its_node_and_inside_the_footprint(little: Network) -> None:
    for mark in node_marks(little.actors, little.degree, places(little), 1.0, 1.0):
        wide, high, _ = footprint(little.actor[mark.id], little.degree[mark.id])
        left, top, right, bottom = mark.label
        assert top > mark.y + mark.radius
        assert right - left <= wide
        assert bottom - (mark.y - 1.1 * mark.radius) <= high + 1e-6


def test_a_pinned_actor_says_so(little: Network) -> None:
    pinned = little.actors[0].id
    marks = node_marks(little.actors, little.degree, places(little), 1.0, 1.0, frozenset((pinned,)))
    assert [mark.id for mark in marks if mark.pinned] == [pinned]


def test_bounds_hold_every_mark(little: Network) -> None:
    scene = Scene(node_marks(little.actors, little.degree, places(little), 1.0, 1.0), (), 1.0)
    left, top, right, bottom = scene.bounds
    assert all(
        left <= n.box[0] and top <= n.box[1] and n.label[2] <= right and n.label[3] <= bottom for n in scene.nodes
    )


def test_an_empty_scene_has_bounds() -> None:
    assert Scene((), (), 1.0).bounds == (0.0, 0.0, 1.0, 1.0)


def test_a_title_names_actor_and_kind(little: Network) -> None:
    actor = next(actor for actor in little.actors if actor.kind == "state")
    assert title_of(actor) == f"{actor.name} (state)"


def test_a_long_name_takes_three_lines_at_most(little: Network) -> None:
    assert all(len(lettering(actor).lines) <= 3 for actor in little.actors)
