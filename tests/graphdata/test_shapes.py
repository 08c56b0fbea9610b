"""Outlines and how far they reach."""

import numpy as np
import pytest

from graphdata import shapes, style
from graphdata.vocabulary import ACTOR_KINDS, DOMAINS


@pytest.mark.parametrize("name", sorted(shapes.OUTLINES))
def test_an_outline_reaches_about_its_radius_everywhere(name: str) -> None:
    reach = shapes.reach(name)
    assert reach.min() > 0.75
    assert reach.max() < 1.45


def test_a_circle_reaches_the_same_everywhere() -> None:
    assert np.ptp(shapes.reach("circle")) < 0.01


def test_a_diamond_reaches_farther_to_its_corners() -> None:
    reach = shapes.reach("diamond")
    assert reach[0] > reach[shapes.DIRECTIONS // 8]


def test_every_kind_of_actor_has_an_outline_and_an_icon() -> None:
    assert all(style.SHAPES[kind] in shapes.OUTLINES and shapes.ICONS[kind] for kind in ACTOR_KINDS)


def test_every_domain_has_a_glyph_of_its_own() -> None:
    glyphs = [style.GLYPHS[domain] for domain in DOMAINS]
    assert len(set(glyphs)) == len(DOMAINS)
    assert all(glyph in shapes.GLYPH_OUTLINES for glyph in glyphs)
