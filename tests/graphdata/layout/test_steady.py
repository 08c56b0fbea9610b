"""Layouts do not hang on how a processor rounds."""

from __future__ import annotations

import functools
import os
import subprocess
import sys

import numpy as np
import pytest

from graphdata.layout.steady import HOP, directions, main_axes, rotated, steadied

ASKED = """
import sys, hashlib, numpy as np, networkx as nx
from graphdata.layout.arrange import arrange
from graphdata.layout.plan import Plan
for case in sys.argv[1:]:
    count, mode = case.split()
    graph = nx.powerlaw_cluster_graph(int(count), 3, 0.3, seed=7)
    plan = Plan(len(graph), np.array(graph.edges()), np.tile((90.0, 50.0), (len(graph), 1)), seed=1)
    print(hashlib.sha256(np.rint(arrange(plan, mode) * 1024).tobytes()).hexdigest())
"""
CASES = ("40 clusters", "40 distances", "500 clusters", "500 distances")
WAYS = ("", "Nehalem", "Haswell")


@functools.cache
def worked_out(way: str) -> dict[str, str]:
    """Return what comes of each case where matrices are multiplied in the way of a processor, or of this one."""
    chosen = {"OPENBLAS_CORETYPE": way} if way else {}
    done = subprocess.run(
        [sys.executable, "-c", ASKED, *CASES], env={**os.environ, **chosen}, check=True, capture_output=True
    )
    return dict(zip(CASES, done.stdout.decode().split(), strict=True))


@pytest.mark.parametrize("case", CASES)
def test_the_same_places_whatever_multiplies_matrices(case: str) -> None:
    assert len({worked_out(way)[case] for way in WAYS}) == 1


def test_a_hair_of_difference_is_rounded_away() -> None:
    values = np.random.default_rng(0).normal(0.0, 5.0, 1000)
    assert (steadied(values, HOP) == steadied(values * (1.0 + 1e-15), HOP)).all()
    assert np.abs(steadied(values, HOP) - values).max() <= HOP / 2.0


def test_turning_back_undoes_a_turn() -> None:
    places = np.random.default_rng(1).normal(0.0, 5.0, (20, 2))
    cosine, sine = directions(np.array(0.7))
    assert np.allclose(rotated(rotated(places, cosine, sine), cosine, -sine), places)


def test_the_main_axes_are_those_of_the_table() -> None:
    spread = np.random.default_rng(2).normal(0.0, 1.0, (50, 6)) * [9.0, 5.0, 1.0, 1.0, 0.5, 0.1]
    table = spread.T @ spread
    vectors = np.linalg.eigh(table)[1]
    found = main_axes(table, 2)
    assert np.allclose(np.abs((found * vectors[:, [-1, -2]]).sum(axis=0)), 1.0, atol=1e-4)


def test_of_equal_axes_the_start_decides() -> None:
    assert (main_axes(np.eye(7), 2) == main_axes(np.eye(7) * (1.0 + 1e-14), 2)).all()
    assert not main_axes(np.zeros((4, 4)), 2).any()
