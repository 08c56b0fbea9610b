"""From a view and its positions to a scene: lines bent apart, led round nodes, their signs and labels placed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Generator, Iterable, Mapping, Sequence
from typing import Final

import numpy as np

from graphdata import fans, style
from graphdata.arrangement import CLUSTERS, Arrangement
from graphdata.arrays import Ints
from graphdata.footprint import footprint
from graphdata.guides import guides_of
from graphdata.pairs import directed, pair_of, pairs_of
from graphdata.places import Place
from graphdata.placing import cleared_signs, covering, labels_in_steps, signs_in_steps, signs_meet
from graphdata.rims import ends_in_steps
from graphdata.scene import OUTER, Box, EdgeMark, NodeMark, Points, Scene, badges_of, node_marks
from graphdata.steps import unpaused
from graphdata.ties import Tie
from graphdata.view import View

ABREAST: Final = 0.84  # lengths of a head between two heads: as broad as they are
BARRED: Final = 1.05  # the same of the bars of hostile acts
SLIMMEST: Final = 1.7  # points of a rim that a line takes that begins there
DETOUR_LINES: Final = 600  # above so many lines they go straight to the middles: no eye could follow more


def compose_in_steps(
    view: View,
    ties: Sequence[Tie],
    positions: Mapping[str, Place],
    *,
    zoom: float = 1.0,
    scale: float = 1.0,
    pins: Iterable[str] = (),
    notes: Mapping[str, str] | None = None,
    arrangement: Arrangement = CLUSTERS,
) -> Generator[None, None, Scene]:
    """Return the scene of a view; notes are the citation numbers printed on the lines, by tie id.

    The arrangement that made the positions decides which guides are drawn: frames, rings or the way of the flow. In
    steps, since a map is composed anew while a hand is on it.
    """
    nodes = node_marks(view.actors, view.network.degree, positions, zoom, scale, frozenset(pins))
    yield
    edges = yield from _edges_in_steps(ties, nodes, scale, notes or {})
    edges = yield from signs_in_steps(edges, nodes, scale)
    placed = yield from labels_in_steps(nodes, edges, scale)
    edges = cleared_signs(edges, placed, scale)
    yield
    hiding = covering(placed, edges, scale)
    if len(hiding):
        placed = yield from labels_in_steps(placed, edges, scale, farther=True, some=hiding)
        edges = cleared_signs(edges, placed, scale)
        yield
    if len(covering(placed, edges, scale)) or signs_meet(edges, scale):
        from graphdata.settling import settled_in_steps  # seldom needed

        placed, edges = yield from settled_in_steps(placed, edges, scale)
    return Scene(placed, edges, scale, guides_of(view.network, (placed, edges), arrangement, scale))


compose = unpaused(compose_in_steps)


def extent(view: View, positions: Mapping[str, Place], zoom: float, scale: float, ties: Sequence[Tie] = ()) -> Box:
    """Return the box that actors, labels and the swell of parallel lines will take; quick, for finding the zoom."""
    return extents(view, positions, ties)(zoom, scale)


def extents(view: View, positions: Mapping[str, Place], ties: Sequence[Tie] = ()) -> Callable[[float, float], Box]:
    """Return what tells the extent at a zoom and a scale: finding the zoom asks for many of the same marks."""
    shown = {actor.id: actor for actor in view.actors if actor.id in positions}
    if not shown:
        return lambda _zoom, scale: Scene((), (), scale).bounds
    degree = view.network.degree
    spots = np.array([positions[key] for key in shown])
    rooms = np.array([footprint(actor, degree.get(key, 0)) for key, actor in shown.items()])
    thick = _thick(shown, ties, positions)
    return lambda zoom, scale: _extent(spots * zoom, rooms * scale, _swells(thick, zoom, scale))


def _extent(places: Points, rooms: Points, swells: Sequence[Points]) -> Box:
    """Return the box round places with so much room each, and round swells."""
    wide, high, radius = rooms.T
    half, top = wide / 2.0, places[:, 1] - OUTER * radius
    bottom = places[:, 1] - 1.1 * radius + high
    lows = np.vstack([np.column_stack([places[:, 0] - half, top]), *swells])
    highs = np.vstack([np.column_stack([places[:, 0] + half, bottom]), *swells])
    (left, upper), (right, lower) = lows.min(axis=0), highs.max(axis=0)
    return (float(left), float(upper), float(right), float(lower))


def _thick(
    shown: Collection[str], ties: Sequence[Tie], positions: Mapping[str, Place]
) -> tuple[Points, Points, Ints] | None:
    """Return where pairs stand that share several lines, and how many; nothing where no pair does."""
    counts = Counter(pair_of(tie) for tie in ties if tie.giver in shown and tie.receiver in shown)
    thick = [(one, other, count) for (one, other), count in counts.items() if count > 1 and one != other]
    if not thick:
        return None
    starts = np.array([positions[one] for one, _, _ in thick])
    return starts, np.array([positions[other] for _, other, _ in thick]), np.array([row[2] for row in thick])


def _swells(thick: tuple[Points, Points, Ints] | None, zoom: float, scale: float) -> list[Points]:
    """Return how far the outermost of parallel lines swing out, with their signs: points on both sides."""
    if thick is None:
        return []
    starts, ends, each = thick[0] * zoom, thick[1] * zoom, thick[2]
    along = ends - starts
    normal = np.column_stack([along[:, 1], -along[:, 0]]) / np.maximum(np.hypot(*along.T), 1e-9)[:, None]
    reach = (each - 1) / 2.0 * fans.lane_widths(starts, ends, each, scale) + 1.5 * style.GLYPH_RADIUS * scale
    middle, aside = (starts + ends) / 2.0, normal * reach[:, None]
    return [middle + aside, middle - aside]


def _edges_in_steps(
    ties: Sequence[Tie], nodes: Sequence[NodeMark], scale: float, notes: Mapping[str, str]
) -> Generator[None, None, tuple[EdgeMark, ...]]:
    """Return every tie whose ends are both on show, parallel ones bent apart evenly, in the order of the ties."""
    rank = {node.id: place for place, node in enumerate(nodes)}
    shown = [tie for tie in ties if tie.giver in rank and tie.receiver in rank]
    paths = yield from _paths(shown, rank, nodes, scale)
    return tuple(_edge_mark(tie, path, scale, notes.get(tie.id, "")) for tie, path in zip(shown, paths, strict=True))


edge_marks = unpaused(_edges_in_steps)


def _paths(
    ties: Sequence[Tie], rank: Mapping[str, int], nodes: Sequence[NodeMark], scale: float
) -> Generator[None, None, list[Points]]:
    """Return the trimmed path of each tie, from giver to receiver."""
    if not ties:
        return []
    pairs, detoured, rows = pairs_of(ties, rank), len(ties) <= DETOUR_LINES, fans.Nodes.of(nodes)
    yield
    bent = yield from fans.fans_in_steps(*pairs, rows, scale, detoured)
    yield
    cut = fans.trimmed(bent, rows, pairs.ends, scale)
    yield
    if detoured:
        cut = yield from ends_in_steps(cut, pairs.ends, _rooms(ties, scale), rows, scale)
    yield
    return directed(ties, cut, pairs, rows, scale)


def _rooms(ties: Sequence[Tie], scale: float) -> fans.Floats:
    """Return the room on a rim that each end of a tie's path, as its pair has them, needs: a head's, or a line's."""
    onward = np.array([tie.giver <= tie.receiver for tie in ties])
    mutual = np.array([tie.mutual for tie in ties])
    widths = np.array([style.line_width(len(tie.relations)) for tie in ties])
    headed = np.column_stack([mutual | ~onward, mutual | onward])
    across = np.array([BARRED if tie.hostile else ABREAST for tie in ties])
    heads, bare = across * style.head_length(widths), np.maximum(widths, SLIMMEST)
    return np.asarray(np.where(headed, heads[:, None], bare[:, None]) * scale)


def _edge_mark(tie: Tie, path: Points, scale: float, note: str) -> EdgeMark:
    """Return one tie's mark on its path."""
    middle = path[len(path) // 2]
    return EdgeMark(
        id=tie.id,
        giver=tie.giver,
        receiver=tie.receiver,
        domain=tie.domain,
        level=int(tie.level),
        mutual=tie.mutual,
        hostile=tie.hostile,
        width=style.line_width(len(tie.relations)) * scale,
        path=path,
        glyph=(float(middle[0]), float(middle[1])),
        badges=badges_of(tie),
        count=f"{tie.origins}/{tie.documents}",
        note=note,
        title=tie.label,
    )
