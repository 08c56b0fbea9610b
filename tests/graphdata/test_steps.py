"""Work in steps can be done at once, with the same result."""

from __future__ import annotations

from typing import Any

import pytest

from graphdata.compose import compose, compose_in_steps
from graphdata.filter import Filter
from graphdata.steps import Steps, at_once, unpaused
from graphdata.ties import ties_of
from graphdata.view import view_of


def counted(most: int) -> Steps[int]:
    """Count in steps, and return how far."""
    for _ in range(most):
        yield
    return most


@pytest.mark.parametrize("most", [0, 1, 5])
def test_what_is_made_in_steps_is_made_at_once(most: int) -> None:
    assert at_once(counted(most)) == unpaused(counted)(most) == most


def test_a_scene_in_steps_is_the_scene_at_once(crowded: Any) -> None:
    network, places = crowded(40, 90)
    view = view_of(network, Filter())
    ties = ties_of(view)
    assert len([*compose_in_steps(view, ties, places)]) > 30
    found, whole = at_once(compose_in_steps(view, ties, places)), compose(view, ties, places)
    assert [node.label for node in found.nodes] == [node.label for node in whole.nodes]
    assert [edge.glyph for edge in found.edges] == [edge.glyph for edge in whole.edges]
