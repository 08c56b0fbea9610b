"""Lines know whom they share their ends with, and lead from giver to receiver."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from graphdata import fans
from graphdata.pairs import directed, pair_of, pairs_of

RANK = {"a": 0, "b": 1, "c": 2}


class Line(NamedTuple):
    """Who gives to whom."""

    giver: str
    receiver: str


LINES = st.lists(st.builds(Line, st.sampled_from("abc"), st.sampled_from("abc")), max_size=12)


@given(LINES)
def test_the_lines_of_a_pair_are_counted_and_ranked(lines: list[Line]) -> None:
    pairs = pairs_of(lines, RANK)
    for line, ends, count, rank in zip(lines, pairs.ends.tolist(), pairs.counts, pairs.ranks, strict=True):
        same = [other for other in lines if pair_of(other) == pair_of(line)]
        assert count == len(same)
        assert same[rank] == line or pair_of(same[rank]) == pair_of(line)
        assert ends == [RANK[end] for end in pair_of(line)]


@given(LINES)
def test_every_line_leads_from_its_giver_to_its_receiver(lines: list[Line]) -> None:
    places = np.array([[0.0, 0.0], [300.0, 40.0], [80.0, 260.0]])
    nodes = fans.Nodes(places, np.full(3, 12.0), np.zeros((3, 4)), np.zeros(3, dtype=np.int64))
    pairs = pairs_of(lines, RANK)
    cut = fans.trimmed(fans.fan_paths(*pairs, nodes, 1.0, False), nodes, pairs.ends, 1.0)
    for line, path in zip(lines, directed(lines, cut, pairs, nodes, 1.0), strict=True):
        for end, point in ((line.giver, path[0]), (line.receiver, path[-1])):
            assert np.hypot(*(places[RANK[end]] - point)) < 30.0
        if line.giver == line.receiver:
            assert np.hypot(*np.ptp(path, axis=0)) > 20.0
