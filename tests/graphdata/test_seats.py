"""A name inside its own actor."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop import assets
from graphdata import shapes, style, typeface
from graphdata.scene import NodeMark, seated
from graphdata.seats import LEAST, TOP, seat_size


def actor(name: str, radius: float, kind: str = "state") -> NodeMark:
    """Return an actor with its name below it."""
    wide, high = typeface.block((name,), style.LABEL_SIZE, True)
    below = (-wide / 2.0, radius * 1.1 + 3.0, wide / 2.0, radius * 1.1 + 3.0 + high)
    return NodeMark("a", kind, 0.0, 0.0, radius, (name,), below, style.LABEL_SIZE, True, True, False, name)


def test_a_hub_has_its_name_inside_and_larger() -> None:
    found = seated(actor("Russia", 36.0), 1.0)
    assert found.seated
    assert found.label_size > style.LABEL_SIZE


@pytest.mark.parametrize(("name", "radius"), [("Iran", LEAST - 0.1), ("United States of America", 36.0)])
def test_a_name_without_room_stays_below(name: str, radius: float) -> None:
    node = actor(name, radius)
    assert seated(node, 1.0) is node
    assert not node.seated


@given(st.text("Iranussi WM", min_size=1, max_size=12), st.floats(10.0, 60.0), st.sampled_from(sorted(style.SHAPES)))
def test_a_name_inside_leaves_its_outline_nowhere(name: str, radius: float, kind: str) -> None:
    size = seat_size((name,), True, radius, style.SHAPES[kind])
    wide, high = typeface.block((name,), size, True)
    outline = shapes.OUTLINES[style.SHAPES[kind]] * radius
    corners = np.array([(side * wide / 2.0, TOP * radius + down) for side in (-1, 1) for down in (0.0, high)])
    assert not size or all(_inside(corner, outline) for corner in corners)


def _inside(point: np.ndarray, outline: np.ndarray) -> bool:
    """Return whether a point lies inside a convex outline."""
    to, along = point - outline, np.roll(outline, -1, axis=0) - outline
    turns = along[:, 0] * to[:, 1] - along[:, 1] * to[:, 0]
    return bool((turns >= 0.0).all() or (turns <= 0.0).all())


@given(st.floats(0.2, 6.0))
def test_the_same_names_stand_inside_at_every_scale(scale: float) -> None:
    assert seated(actor("Iran", 30.0 * scale), scale).seated


@pytest.mark.parametrize("theme", ["light", "dark", "print"])
@pytest.mark.parametrize("kind", sorted(style.SHAPES))
def test_a_name_inside_is_readable_in_every_theme(theme: str, kind: str) -> None:
    colours = assets.theme(theme).nodes[kind]
    light, dark = sorted((_luminance(colours.fill), _luminance(colours.icon)), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5  # WCAG 2.2, 1.4.3


def _luminance(colour: str) -> float:
    """Return the relative luminance of a colour (WCAG 2.2)."""
    parts = np.array([int(colour[at : at + 2], 16) / 255.0 for at in (1, 3, 5)])
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    return float(linear @ [0.2126, 0.7152, 0.0722])
