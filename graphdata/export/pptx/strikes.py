"""How deeply straight lines run through actors and labels that are none of their ends': what fans.struck_by measures.

A straight line is near an actor where the way between its first and last probe is, and need not be taken piece by
piece: thousands of lines between sites are looked at in the time of hundreds of bent ones.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from graphdata import curves
from graphdata.fans import CLEARANCE, LABEL_COST, PROBE, Floats, Ints, Nodes

# How far along a straight line each probe lies, as a share of its length.
PROBES: Final = curves.lane(np.zeros(2), np.array([1.0, 0.0]), 0.0)[2:-2:PROBE, 0]


def struck_straight(starts: Floats, stops: Floats, ends: Ints, nodes: Nodes, scale: float) -> Floats:
    """Return for each line how deeply it runs through actors, and in how many places through a label."""
    first, way = starts + (stops - starts) * PROBES[0], (stops - starts) * (PROBES[-1] - PROBES[0])
    across, down = way[:, :1], way[:, 1:]
    x, y = nodes.places[:, 0] - first[:, :1], nodes.places[:, 1] - first[:, 1:]
    share = np.clip((x * across + y * down) / np.maximum(across**2 + down**2, 1e-9), 0.0, 1.0)
    away = np.sqrt((x - share * across) ** 2 + (y - share * down) ** 2)
    depth = np.maximum(1.0 - away / (nodes.radii + CLEARANCE * scale), 0.0)
    depth[np.arange(len(ends))[:, None], ends] = 0.0
    found: Floats = depth.sum(axis=1)
    if nodes.labels.any():
        found += LABEL_COST * _in_labels(starts, stops, ends, nodes.labels)
    return found


def _in_labels(starts: Floats, stops: Floats, ends: Ints, labels: Floats) -> Floats:
    """Return for each line how many of its probes lie in labels of actors that are none of its ends."""
    low, high = np.minimum(starts, stops), np.maximum(starts, stops)
    left, top, right, bottom = labels.T
    near = (left < high[:, :1]) & (right > low[:, :1]) & (top < high[:, 1:]) & (bottom > low[:, 1:])
    near[np.arange(len(ends))[:, None], ends] = False
    line, label = np.nonzero(near)
    x, y = ((starts[line, axis] + np.outer(PROBES, (stops - starts)[line, axis])) for axis in (0, 1))
    inside = (x > left[label]) & (x < right[label]) & (y > top[label]) & (y < bottom[label])
    return np.asarray(np.bincount(line, inside.sum(axis=0), minlength=len(starts)), dtype=float)
