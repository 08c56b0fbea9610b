"""From a network to a place for every actor: asks the layout with the room each actor and label really takes."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np

from graphdata.arrangement import CLUSTERS, Arrangement, group_of
from graphdata.footprint import footprint
from graphdata.layout.arrange import arrange
from graphdata.layout.corridors import with_corridors
from graphdata.layout.plan import Floats, Plan, Watch
from graphdata.layout.steady import POINT, steadied
from graphdata.network import Network
from graphdata.places import Place, Positions
from graphdata.vocabulary import is_hostile


def positions_of(
    network: Network,
    wanted: Arrangement = CLUSTERS,
    *,
    seed: int = 1,
    aspect: float = 1.6,
    pins: Mapping[str, Place] | None = None,
    previous: Mapping[str, Place] | None = None,
    cancelled: Callable[[], bool] | None = None,
    progress: Callable[[float], None] | None = None,
    sized_by: Mapping[str, int] | None = None,
) -> Positions:
    """Return a place in points for every actor that is drawn, on show or not, so that filtering never moves anything.

    Pins are kept exactly; previous places anchor a new layout to the old one. Raises Cancelled when asked to stop.
    A part of a network is sized by the relations of the whole.
    """
    ids = [actor.id for actor in network.drawn]
    if not ids:
        return {}
    index = {actor_id: rank for rank, actor_id in enumerate(ids)}
    degree = sized_by or network.degree
    rooms = np.array([footprint(actor, degree[actor.id]) for actor in network.drawn])
    lifts = _lifts(rooms)
    pairs = [(index[r.giver], index[r.receiver]) for r in network.relations if r.giver in index and r.receiver in index]
    plan = Plan(
        count=len(ids),
        pairs=np.array(pairs, dtype=np.int64).reshape(-1, 2),
        sizes=rooms[:, :2],
        aspect=aspect,
        seed=seed,
        pins={index[key]: (x, y - lifts[index[key]]) for key, (x, y) in (pins or {}).items() if key in index},
        anchor=_anchor(ids, previous, lifts) if previous else None,
    )
    step = 1.0 if wanted.layout == "layered" else POINT  # what stands in one row by a hair stays in it
    found = _centres(plan, network, index, wanted, Watch(cancelled, progress))
    centres = np.where(plan.pinned()[:, None], found, steadied(found, step))
    return {key: (float(x), float(y + lift)) for key, (x, y), lift in zip(ids, centres, lifts, strict=True)}


def _centres(plan: Plan, network: Network, index: Mapping[str, int], wanted: Arrangement, watch: Watch) -> Floats:
    """Return the middles of the actors' rooms: rings, layers and islands as they are, else with room for bundles."""
    if wanted.layout in ("clusters", "distances"):
        centres = arrange(
            plan, "distances" if wanted.layout == "distances" else "clusters", watch.cancelled, watch.progress
        )
        fresh = not plan.pins and plan.anchor is None
        lanes = _lanes(network, index)
        return with_corridors(centres, plan.sizes, lanes, plan.pinned(), plan.aspect, stretching=fresh)
    watch.tick(0.0)
    if wanted.layout == "radial":
        from graphdata.layout.radial import radial

        return radial(plan, index.get(wanted.centre, 0), watch)
    if wanted.layout == "layered":
        from graphdata.layout.layered import layered

        places, still = layered(plan, watch), plan.pinned()
        return with_corridors(places, plan.sizes, _lanes(network, index), still, plan.aspect, stretching=False)
    from graphdata.layout.grouped import grouped

    labels = [group_of(actor, wanted.layout) or actor.id for actor in network.drawn]
    return grouped(plan, labels, _lanes(network, index), watch)


def _lanes(network: Network, index: Mapping[str, int]) -> dict[tuple[int, int], int]:
    """Return for each pair how many lines run between it when they are combined by domain and direction."""
    kinds: dict[tuple[int, int], set[tuple[str, str, bool]]] = {}
    for relation in network.relations:
        if relation.giver in index and relation.receiver in index:
            ends = sorted((index[relation.giver], index[relation.receiver]))
            way = relation.giver if relation.direction == "forward" else ""
            hostile = is_hostile(relation.domain, relation.kind)
            kinds.setdefault((ends[0], ends[1]), set()).add((relation.domain, way, hostile))
    return {pair: len(found) for pair, found in kinds.items()}


def _lifts(rooms: Floats) -> list[float]:
    """Return how far each actor's node sits above (negative) the middle of its room, the label being below it."""
    return [float(1.1 * radius - high / 2.0) for _, high, radius in rooms]


def _anchor(ids: list[str], previous: Mapping[str, Place], lifts: list[float]) -> Floats:
    """Return the old places as the middles of the rooms, not-a-number for actors that are new."""
    unknown = (float("nan"), float("nan"))
    places = [previous.get(key, unknown) for key in ids]
    return np.array([(x, y - lift) for (x, y), lift in zip(places, lifts, strict=True)])
