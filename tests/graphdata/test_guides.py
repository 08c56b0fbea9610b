"""Guides say how a map is arranged, and follow the actors."""

import dataclasses

import numpy as np
import pytest
from msgspec.structs import replace

from graphdata.arrangement import Arrangement, Layout
from graphdata.compose import compose
from graphdata.filter import Filter
from graphdata.guides import guides_of, steps_from
from graphdata.layout.placement import positions_of
from graphdata.network import Name, Network
from graphdata.placing import hits
from graphdata.scene import Box, GuideMark, Scene
from graphdata.sign_room import room_of
from graphdata.style import LABEL_ROOM
from graphdata.ties import ties_of
from graphdata.view import view_of


def scene(network: Network, layout: Layout, centre: str = "") -> Scene:
    """Return a network's scene in a layout."""
    wanted, view = Arrangement(layout, centre), view_of(network, Filter())
    return compose(view, ties_of(view), positions_of(network, wanted), arrangement=wanted)


def bounds(guide: GuideMark) -> Box:
    """Return the box round a guide's line."""
    (left, top), (right, bottom) = guide.path.min(axis=0), guide.path.max(axis=0)
    return (float(left), float(top), float(right), float(bottom))


@pytest.mark.parametrize("layout", ["clusters", "distances"])
def test_layouts_without_an_order_have_no_guides(little: Network, layout: Layout) -> None:
    assert scene(little, layout).guides == ()


def test_every_kind_has_a_frame_round_its_actors_alone(little: Network) -> None:
    found = scene(little, "kinds")
    frames = {guide.words: bounds(guide) for guide in found.guides}
    states = [node for node in found.nodes if node.kind == "state"]
    assert all(hits(frames["State"], np.array([node.box])) for node in states)
    assert not any(hits(frames["State"], np.array([node.box])) for node in found.nodes if node.kind != "state")
    assert len(frames) == len({node.kind for node in found.nodes})


def test_a_bloc_is_named_after_its_state_and_one_actor_needs_no_frame(little: Network) -> None:
    blocs = {"actor:ir": "ir-state", "actor:irgc": "ir-state", "actor:ru": "ru-state"}
    actors = tuple(replace(actor, bloc=blocs.get(actor.id, "")) for actor in little.actors)
    assert [guide.words for guide in scene(replace(little, actors=actors), "blocs").guides] == ["Iran"]


def test_rings_part_the_steps(little: Network) -> None:
    found = scene(little, "radial", "actor:irgc")
    steps, middle = steps_from(little, "actor:irgc"), next(n for n in found.nodes if n.id == "actor:irgc")
    assert found.guides
    for guide in found.guides:
        ring = int("".join(filter(str.isdigit, guide.words)))
        half = (guide.path.max(axis=0) - guide.path.min(axis=0)) / 2.0
        shares = {n.id: np.hypot(*(np.array([n.x - middle.x, n.y - middle.y]) / half)) for n in found.nodes}
        assert all((share < 1.0) == (steps.get(key, 99) <= ring) for key, share in shares.items())


def test_a_middle_that_is_hidden_leaves_no_rings(little: Network) -> None:
    assert scene(little, "radial", "actor:nobody").guides == ()


def test_the_flow_is_an_arrow_above_all_marks(little: Network) -> None:
    found = scene(little, "layered")
    assert [guide.words for guide in found.guides] == ["gives", "receives"]
    assert max(guide.path[:, 1].max() for guide in found.guides) < min(node.box[1] for node in found.nodes)


def test_the_bounds_hold_the_guides(little: Network) -> None:
    found = scene(little, "kinds")
    left, top, right, bottom = found.bounds
    assert all(left <= box[0] and box[2] <= right and top <= box[1] for box in map(bounds, found.guides))
    assert bottom >= max(bounds(guide)[3] for guide in found.guides)


def test_a_frame_that_a_stranger_stands_in_is_not_drawn(little: Network) -> None:
    found, view, wanted = scene(little, "kinds"), view_of(little, Filter()), Arrangement("kinds")
    frame = next(guide for guide in found.guides if guide.words == "State")
    stranger = next(node for node in found.nodes if node.kind != "state")
    places = {node.id: (node.x, node.y) for node in found.nodes}
    places[stranger.id] = tuple(frame.path[:4].mean(axis=0).tolist())
    moved = compose(view, ties_of(view), places, arrangement=wanted)
    assert "State" in {guide.words for guide in found.guides} - {guide.words for guide in moved.guides}


def test_the_name_of_a_frame_leaves_a_sign_that_is_in_its_way(little: Network) -> None:
    wanted, found = Arrangement("kinds"), scene(little, "kinds")
    first = next(guide for guide in found.guides if guide.words == "State")
    left, top, right, bottom = first.box(1.0)
    edge = dataclasses.replace(found.edges[0], glyph=((left + right) / 2.0, (top + bottom) / 2.0), note="")
    again = guides_of(little, (found.nodes, [edge]), wanted, 1.0)
    moved = next(guide for guide in again if guide.words == "State")
    assert not hits(moved.box(1.0), np.array([np.tile(edge.glyph, 2) + room_of(edge, 1.0)]))
    assert (moved.path == first.path).all()


def test_signs_that_are_drawn_otherwise_than_on_the_map_are_left_as_they_are_drawn(little: Network) -> None:
    found, wanted = scene(little, "kinds"), Arrangement("kinds")
    first = found.guides[0].box(1.0)
    moved = guides_of(little, (found.nodes, found.edges), wanted, 1.0, np.array([first]))
    assert moved[0].words == found.guides[0].words
    assert not hits(moved[0].box(1.0), np.array([first]))


@pytest.mark.parametrize(("layout", "centre"), [("blocs", ""), ("radial", "actor:ir")])
def test_the_name_of_a_frame_or_ring_is_cut_where_it_would_cross_the_map(
    little: Network, layout: Layout, centre: str
) -> None:
    blocs = {"actor:ir": "ir-state", "actor:irgc": "ir-state"}
    long = (Name(text="State Corporation for Assistance to the Development and Export of Advanced Products " * 3),)
    actors = tuple(
        replace(each, bloc=blocs.get(each.id, ""), names=long if each.id == "actor:ir" else each.names)
        for each in little.actors
    )
    found = scene(replace(little, actors=actors), layout, centre)
    assert found.guides
    for guide in found.guides:
        left, _, right, _ = guide.box(found.scale)
        assert right - left <= max(np.ptp(guide.path[:, 0]), 3.0 * LABEL_ROOM)
