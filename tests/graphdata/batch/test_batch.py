"""The arrays of a scene hold what its marks hold."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphdata.batch.batch import BADGES, DOMAIN_CODES, KINDS, SEVERAL, badge_code, badges_in, batch_of
from graphdata.compose import compose
from graphdata.filter import Filter
from graphdata.network import Network
from graphdata.scene import Scene
from graphdata.ties import ties_of
from graphdata.view import view_of


@pytest.fixture
def scene(sample: Network) -> Scene:
    view = view_of(sample, Filter())
    return compose(view, ties_of(view), {"actor:ru": (0.0, 0.0), "actor:ir": (200.0, 30.0)}, pins=["actor:ir"])


def test_every_mark_is_a_row(scene: Scene) -> None:
    batch = batch_of(scene)
    assert (len(batch.lines), len(batch.signs), len(batch.nodes)) == (2, 2, 2)
    for row, edge in enumerate(scene.edges):
        assert batch.lines.paths[row] == pytest.approx(edge.path)
        assert DOMAIN_CODES[edge.domain] == batch.lines.domains[row]
        assert badges_in(int(batch.signs.badges[row])) == tuple(b for b in BADGES if b in edge.badges)
    assert [KINDS[kind] for kind in batch.nodes.kinds] == [node.kind for node in scene.nodes]
    assert batch.nodes.pinned.tolist() == [node.pinned for node in scene.nodes]
    assert [label.lines for label in batch.labels] == [node.lines for node in scene.nodes if node.labelled]


@given(st.sets(st.sampled_from(BADGES)))
def test_badges_come_back_from_their_bits(worn: set[str]) -> None:
    assert set(badges_in(badge_code(tuple(worn)))) == worn


def test_nothing_is_a_batch_too() -> None:
    batch = batch_of(Scene((), (), 1.0))
    assert (len(batch.lines), len(batch.signs), len(batch.nodes), batch.labels) == (0, 0, 0, ())


def test_a_line_of_several_domains_has_a_code_of_its_own() -> None:
    assert DOMAIN_CODES[""] == SEVERAL
    assert len(set(DOMAIN_CODES.values())) == len(DOMAIN_CODES)


def test_paths_of_fewer_points_are_drawn_as_they_are(scene: Scene) -> None:
    short = replace(scene.edges[0], path=np.array([[0.0, 0.0], [10.0, 0.0]]))
    found = batch_of(replace(scene, edges=(short, scene.edges[1]))).lines.paths
    assert found[0, [0, -1]] == pytest.approx(short.path)
    assert np.abs(found[0, :, 1]).max() == 0.0
