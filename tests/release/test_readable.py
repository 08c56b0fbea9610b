"""The pictures of the shipped network are readable: what lies over what is counted, in every layout, and is nothing.

`python tests/release/test_readable.py` prints the table.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import msgspec
import numpy as np
import numpy.typing as npt
import pytest

from desktop import assets
from desktop.arranging import arranged
from desktop.opening import Opened, opened
from graphdata import style, typeface
from graphdata.arrangement import CLUSTERS, LAYOUTS, Arrangement, Layout, arrangement_of
from graphdata.compose import compose
from graphdata.export.pptx.flaws import FOLLOWED, Stage, all_heads
from graphdata.export.pptx.frame import Setting, format_of
from graphdata.export.pptx.map_slide import Laid, Leaf, whole
from graphdata.export.pptx.numbering import Numbering
from graphdata.export.pptx.spots import Spot, note_box, note_size
from graphdata.export.pptx.stage import Subject
from graphdata.faults import HIDDEN, strays
from graphdata.filter import Filter
from graphdata.layout.placement import positions_of
from graphdata.network import Network
from graphdata.places import Positions
from graphdata.placing import head_boxes
from graphdata.rendering import head_marks
from graphdata.scene import EdgeMark, Scene
from graphdata.sheet import Request, scene_on_page
from graphdata.sheet.words import marking_on
from graphdata.sign_room import BADGE_PLACES, BADGE_RADIUS, note_top
from graphdata.ties import ties_of
from graphdata.view import view_of
from graphdata.vocabulary import ACTOR_KINDS, DOMAINS, KINDS

Rows = npt.NDArray[np.float64]
Grid = npt.NDArray[np.bool_]
ASPECT = 1920 / 1080
SHAPES = (ASPECT, 4 / 3)
EVERYTHING = Filter()
SEATED = 7.0  # points of the smallest numbers that can be read from a seat


def boxes_meet(one: Rows, other: Rows) -> Grid:
    """Return which boxes overlap which others."""
    a, b = one.reshape(-1, 1, 4), other.reshape(1, -1, 4)
    return np.asarray((a[..., :2] < b[..., 2:] - 0.01).all(axis=2) & (a[..., 2:] > b[..., :2] + 0.01).all(axis=2))


def discs_meet(one: Rows, other: Rows) -> Grid:
    """Return which discs (x, y, radius) overlap which others."""
    a, b = one.reshape(-1, 1, 3), other.reshape(1, -1, 3)
    return np.asarray(np.hypot(*(a - b)[..., :2].transpose(2, 0, 1)) < a[..., 2] + b[..., 2] - 0.01)


def disc_in_box(discs: Rows, boxes: Rows) -> Grid:
    """Return which discs reach into which boxes."""
    spots, b = discs.reshape(-1, 1, 3), boxes.reshape(1, -1, 4)
    near = np.clip(spots[..., :2], b[..., :2], b[..., 2:])
    return np.asarray(np.hypot(*(near - spots[..., :2]).transpose(2, 0, 1)) < spots[..., 2] - 0.01)


def badges(edges: Sequence[EdgeMark], scale: float) -> tuple[Rows, Rows]:
    """Return the badges as discs, and whose each is."""
    radius = style.GLYPH_RADIUS * scale
    found = [(rank, edge.glyph, BADGE_PLACES[badge]) for rank, edge in enumerate(edges) for badge in edge.badges]
    rows = [(x + dx * radius, y + dy * radius, BADGE_RADIUS * scale) for _, (x, y), (dx, dy) in found]
    return np.array(rows).reshape(-1, 3), np.array([rank for rank, _, _ in found], dtype=int)


def notes(edges: Sequence[EdgeMark], scale: float) -> Rows:
    """Return the boxes of the ink of the numbers on lines."""
    rows = []
    for edge in edges:
        if edge.note:
            (x, y), half = edge.glyph, typeface.width(edge.note, style.NOTE_SIZE * scale) / 2.0
            top = y + note_top(edge.badges) * scale
            rows.append((x - half, top + scale, x + half, top + (style.NOTE_SIZE * typeface.LINE - 1.0) * scale))
    return np.array(rows).reshape(-1, 4)


def tips(edges: Sequence[EdgeMark]) -> Rows:
    """Return the points of all arrowheads."""
    return np.array([e.path[-1] for e in edges] + [e.path[0] for e in edges if e.mutual]).reshape(-1, 2)


WEIGHTS = np.array([(a, b, 7 - a - b) for a in range(8) for b in range(8 - a)]) / 7.0


def hidden_heads(scene: Scene) -> int:
    """Return how many arrowheads are covered by two fifths or more by those painted over them."""
    shapes = [head.points for edge in scene.edges for head in head_marks(edge, scene.scale, "#000", "#FFF")]
    spots = [np.vstack([WEIGHTS @ shape[[0, 1, 3]], WEIGHTS @ shape[[1, 2, 3]]]) for shape in shapes]
    found = 0
    for rank, mine in enumerate(spots):
        near = [shape for shape in shapes[rank + 1 :] if np.hypot(*(shape[0] - shapes[rank][0])) < 25.0 * scene.scale]
        found += bool(near) and np.mean(np.any([within(mine, shape) for shape in near], axis=0)) >= 0.4
    return found


def within(spots: Rows, shape: Rows) -> Grid:
    """Return which points lie in the triangle of an arrowhead or in the bar of a hostile one."""
    corners = shape[[0, 1, 3]] if np.ptp(np.hypot(*(shape - shape.mean(axis=0)).T)) > 0.1 else shape
    sides = np.roll(corners, -1, axis=0) - corners
    to = spots[:, None] - corners
    turn = sides[:, 0] * to[:, :, 1] - sides[:, 1] * to[:, :, 0]
    return np.asarray((turn >= 0.0).all(axis=1) | (turn <= 0.0).all(axis=1))


def pairs(grid: Grid) -> int:
    """Return how many pairs meet, each once and none with itself."""
    return int(np.triu(grid, 1).sum())


def guides_covering(scene: Scene, signs: Rows, labels: Rows) -> int:
    """Return how many words of guides lie over or under a sign, a label, an actor or each other."""
    words = np.array([guide.box(scene.scale) for guide in scene.guides if guide.words]).reshape(-1, 4)
    others = np.vstack([labels, np.array([node.box for node in scene.nodes])])
    return int(disc_in_box(signs, words).sum() + boxes_meet(words, others).sum() + pairs(boxes_meet(words, words)))


def lines_under_nodes(scene: Scene) -> int:
    """Return how many lines run under the disc of an actor that is none of their ends."""
    places, radii = np.array([(n.x, n.y) for n in scene.nodes]), np.array([n.radius for n in scene.nodes])
    ids, found = [node.id for node in scene.nodes], 0
    for edge in scene.edges:
        inside = (np.hypot(*(edge.path[:, None] - places).transpose(2, 0, 1)) < radii).any(axis=0)
        found += sum(1 for rank in np.flatnonzero(inside) if ids[rank] not in (edge.giver, edge.receiver))
    return found


class Signs(NamedTuple):
    """How large signs are drawn, and where the ink of their numbers and the heads of the lines lie."""

    scale: float
    numbers: Rows
    heads: Rows


def faults(scene: Scene, drawn: Signs | None = None) -> dict[str, int]:
    """Return how often something lies over something else; the signs of slides are not drawn as those of the map."""
    scale, nodes, edges = scene.scale, scene.nodes, scene.edges
    size, numbers, points = drawn or Signs(scale, notes(edges, scale), head_boxes(edges, scale))
    labels = np.array([node.label for node in nodes if node.labelled]).reshape(-1, 4)
    outside = np.array([node.label for node in nodes if node.labelled and not node.seated]).reshape(-1, 4)
    mine = np.array([[a.id == b.id for b in nodes] for a in nodes if a.labelled]).reshape(-1, len(nodes))
    discs = np.array([(n.x, n.y, n.radius) for n in nodes])
    signs = np.array([(*edge.glyph, style.GLYPH_RADIUS * size) for edge in edges]).reshape(-1, 3)
    worn, whose = badges(edges, size)
    others = whose[:, None] != np.arange(len(edges))
    heads = tips(edges)
    reach = style.HEAD * scale * 0.5
    return {
        "no label": sum(not node.labelled for node in nodes),
        "label-label": pairs(boxes_meet(labels, labels)),
        "label-node": int((boxes_meet(labels, np.array([node.box for node in nodes])) & ~mine).sum()),
        "label-head": int(boxes_meet(outside, points).sum()),
        "label-astray": strays(nodes),
        "label-sign": int(disc_in_box(signs, labels).sum()),
        "label-note": int(boxes_meet(labels, numbers).sum()),
        "sign-sign": pairs(discs_meet(signs, signs)),
        "sign-node": int(discs_meet(signs, discs).sum()),
        "sign-note": int(disc_in_box(signs, numbers).sum()),
        "badge-sign": int((discs_meet(worn, signs) & others).sum()),
        "badge-note": int(disc_in_box(worn, numbers).sum()),
        "badge-node": int(discs_meet(worn, discs).sum()),
        "note-note": pairs(boxes_meet(numbers, numbers)),
        "guide": guides_covering(scene, signs, labels),
        "line-node": lines_under_nodes(scene),
        "head-head": pairs(discs_meet(*(np.column_stack([heads, np.full(len(heads), reach * HIDDEN)]),) * 2)),
    }


@cache
def shipped() -> Opened:
    """Return the shipped network with its places."""
    return opened(assets.shipped_network())


def on_page(layout: Layout = "clusters", ego: str = "") -> Scene:
    """Return the map of a page of 1920x1080."""
    found, wanted = shipped(), arrangement_of(layout, shipped().network, Filter(ego=ego))
    places = found.positions if layout == "clusters" else arranged(found.network, wanted, aspect=ASPECT * 1.1)
    view = view_of(found.network, Filter(ego=ego))
    return scene_on_page(view, ties_of(view), places, Request(ASPECT, assets.theme("light"), arrangement=wanted))


def on_slide(
    layout: Layout = "clusters", wanted: Filter = EVERYTHING, shape: float = ASPECT, straight: bool = True
) -> Stage:
    """Return the map of a slide, its lines straight and glued, or bent."""
    return made_slide(layout, wanted, shape, straight)


@cache
def made_slide(layout: Layout, wanted: Filter, shape: float, straight: bool) -> Stage:
    """Return the map of a slide, made once for all that looks at it."""
    network, arrangement = shipped().network, arrangement_of(layout, shipped().network, wanted)
    places = shipped().positions if layout == "clusters" else arranged(network, arrangement, aspect=shape)
    return laid(network, places, arrangement, wanted, shape, straight).stage


def laid(
    network: Network,
    places: Positions,
    arrangement: Arrangement,
    wanted: Filter = EVERYTHING,
    shape: float = ASPECT,
    straight: bool = True,
) -> Laid:
    """Return where things stand on the slide of a view."""
    view, request = view_of(network, wanted), Request(shape, assets.theme("light"))
    ties, setting = ties_of(view), Setting(format_of(shape), request.theme, marking_on(view, request))
    subject = Subject(view, ties, places, Numbering.of([view]), straight, arrangement)
    return Laid.of(Leaf(subject, (whole(subject, view.network.title),)), setting)


def slide_faults(stage: Stage) -> dict[str, int]:
    """Return how often something lies over something else on a slide."""
    spots = [Spot(*pair) for pair in zip(stage.scene.edges, stage.sides, strict=True)]
    boxes = np.array([note_box(*spot, stage.signs) for spot in spots if spot.edge.note]).reshape(-1, 4)
    rim = 0.15 * (boxes[:, 3:] - boxes[:, 1:2])  # of the box round the ink of figures
    drawn = Signs(stage.signs, boxes + rim * [0.3, 1.0, -0.3, -1.0], all_heads(spots, stage.scene.scale))
    return faults(stage.scene, drawn)


def in_window() -> Scene:
    """Return the map as the window shows it at 100 %."""
    view = view_of(shipped().network, Filter())
    return compose(view, ties_of(view), shipped().positions)


FULL = {"head-head": 2, "line-node": 0, "label-astray": 0, "label-sign": 0, "label-note": 0, "label-head": 0}
CLEAN = ("no label", "label-label", "label-node", "sign-sign", "sign-node", "sign-note")
CLEAN += ("badge-sign", "badge-note", "badge-node", "note-note", "guide")


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_actor_is_labelled_and_nothing_covers_a_sign_a_badge_or_a_number(layout: Layout) -> None:
    found = faults(on_page(layout))
    assert {name: found[name] for name in CLEAN} == dict.fromkeys(CLEAN, 0)
    assert all(found[name] <= most for name, most in FULL.items()), found
    assert hidden_heads(on_page(layout)) <= 1


def test_the_picture_that_opens_first_has_no_fault() -> None:
    for scene in (on_page(), in_window()):
        found = faults(scene)
        assert not any(found.values()), found
        assert not hidden_heads(scene)


@pytest.mark.parametrize("size", [(1920, 1080), (1600, 1000), (4, 3)])
def test_every_relation_at_once_has_no_fault_but_at_the_fullest_rims(size: tuple[int, int]) -> None:
    view = view_of(shipped().network, Filter())
    request = Request(size[0] / size[1], assets.theme("light"))
    ties = ties_of(view, "relations")
    for scene in (scene_on_page(view, ties, shipped().positions, request), compose(view, ties, shipped().positions)):
        found = faults(scene)
        found.pop("head-head")  # forty-six lines join the same two rims
        assert not any(found.values()), found


def test_no_page_of_an_actor_and_its_neighbours_has_a_fault() -> None:
    found = table_of_egos()
    assert not any(found.values()), found


def test_a_number_keeps_off_the_badge_of_the_line_beside_it() -> None:
    scene = on_page(ego="actor:hezbollah")
    between = [edge for edge in scene.edges if {edge.giver, edge.receiver} == {"actor:hezbollah", "actor:sy"}]
    assert len(between) == 2
    assert not disc_in_box(badges(between, scene.scale)[0], notes(between, scene.scale)).any()


@cache
def in_a_process(seed: str) -> dict[str, str]:
    """Return the digest of every layout, drawn by another Python whose sets have an order of their own."""
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    done = subprocess.run([sys.executable, __file__, *LAYOUTS], env=environment, check=True, capture_output=True)
    return dict(zip(LAYOUTS, done.stdout.decode().splitlines(), strict=True))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_same_view_is_the_same_picture_in_every_process(layout: Layout) -> None:
    one, other = in_a_process("1"), in_a_process("77")
    assert one[layout] == other[layout]
    assert len(one[layout]) > 60


def digest(scene: Scene) -> str:
    """Return a digest of where everything is, to the last digit."""
    told = hashlib.sha256()
    for node in scene.nodes:
        told.update(repr((node.id, node.x, node.y, node.label)).encode())
    for edge in scene.edges:
        told.update(repr((edge.id, edge.glyph)).encode() + edge.path.tobytes())
    return told.hexdigest()


SLIDES = {"head-head": 10}  # in the fullest; what is not named here is nowhere
NARROW = {"distances": {"label-head": 1}, "kinds": {"guide": 1}}  # more of these at four to three


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_slide_with_all_lines_covers_next_to_nothing(layout: Layout, shape: float) -> None:
    found, bars = slide_faults(on_slide(layout, shape=shape)), SLIDES
    bars = bars if shape == ASPECT else {"head-head": 13, **NARROW.get(layout, {})}
    assert {name: count for name, count in found.items() if count > bars.get(name, 0)} == {}


@pytest.mark.parametrize("straight", [True, False])
def test_a_slide_of_the_whole_network_covers_nothing_even_at_four_to_three(straight: bool) -> None:
    found = slide_faults(on_slide(shape=4 / 3, straight=straight))
    assert found.pop("head-head") <= 4 * straight
    assert not any(found.values()), found


BENT = {("distances", 4 / 3): {"label-head": 1}}  # the fullest of narrow slides


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_bent_lines_cover_no_more_than_glued_ones_and_no_two_heads_meet(layout: Layout, shape: float) -> None:
    for ego in ("", "actor:ir", "actor:ru")[: None if shape < ASPECT else 1]:
        found = slide_faults(on_slide(layout, Filter(ego=ego), shape, False))
        assert found == dict.fromkeys(found, 0) | (BENT.get((layout, shape), {}) if not ego else {}), ego


LETTERS = {"clusters": 8.4, "distances": 8.4, "radial": 7.4, "layered": 6.6, "blocs": 8.0, "kinds": 7.4}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_labels_of_the_whole_network_are_as_large_as_a_wide_slide_allows(layout: Layout) -> None:
    nodes = on_slide(layout).scene.nodes
    assert min(node.label_size for node in nodes) >= LETTERS[layout]


@pytest.mark.parametrize("straight", [True, False])
@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("domain", ["arms", "money", "tech", "diplomacy"])
def test_slides_of_a_domain_have_no_fault(domain: str, shape: float, straight: bool) -> None:
    stage = on_slide("clusters", Filter(domains=frozenset({domain})), shape, straight)
    counts = slide_faults(stage)
    assert not any(counts.values()), counts
    assert note_size(stage.signs) >= SEATED


NAMES = ("ایران", "سپاه پاسداران انقلاب اسلامی", "Россия", "Министерство обороны Российской Федерации", "北京")
NAMES += ("Shahed Aviation Industries Research Center and General Trading", "A", "Türkiye İşçi", "Firm & Sons", "B2")
STATEMENT = (
    "Who gave which parts to whom, through which firms, by which routes, in which years, and what of that is borne"
)


@cache
def full() -> Network:
    """Return 20 actors with long names, 40 lines with their numbers and badges, and 60 sources."""
    kinds, rng = list(ACTOR_KINDS), np.random.default_rng(4)
    actors = [
        {
            "id": f"actor:a{at:02}",
            "kind": kinds[at % 9],
            "names": [{"text": NAMES[at // 2] if at % 2 else f"Name {at}"}],
        }
        for at in range(20)
    ]
    ends = [(0, 3)] * 6 + [(one, (one + step) % 20) for one, step in rng.integers((0, 1), (20, 19), (36, 2)).tolist()]
    issued = {"date-parts": [[2023, 3, 27]]}
    sources = [
        {"id": f"src:s{at:02}", "csl": {"title": f"Report {at}", "publisher": f"Publisher {at}", "issued": issued}}
        for at in range(60)
    ]
    relations = [full_relation(at, one, other) for at, (one, other) in enumerate(ends)]
    head = {"id": "full", "title": f"{STATEMENT} out by more than one origin", "version": "1.0", "as_of": "2026-03-08"}
    return msgspec.convert({**head, "actors": actors, "sources": sources, "relations": relations}, Network)


def full_relation(at: int, giver: int, receiver: int) -> dict[str, object]:
    """Return a relation with up to four claims, each from a source of its own."""
    domain = DOMAINS[at % 4]
    found = {"id": f"rel:r{at:02}", "domain": domain, "kind": list(KINDS[domain])[at % 5], "summary": "A dealing"}
    claims = [
        {
            "id": f"clm:r{at:02}-{rank}", "relation": found["id"], "aspect": "exists", "stance": "supports",
            "basis": "reported", "credibility": 2, "summary": "It took place.", "when": f"202{at % 6}-0{rank + 1}",
            "locator": {"label": "page", "value": "1"},
            "chain": [{"node": f"src:s{(at * 5 // 2 + rank) % 60:02}", "role": "origin"}],
        }
        for rank in range(1 + at % 4)
    ]  # fmt: skip
    return found | {"giver": f"actor:a{giver:02}", "receiver": f"actor:a{receiver:02}", "claims": claims}


@pytest.mark.parametrize("straight", [True, False])
@pytest.mark.parametrize("shape", SHAPES)
def test_slides_of_twenty_actors_and_forty_lines_have_no_fault(shape: float, straight: bool) -> None:
    stage = laid(full(), positions_of(full()), CLUSTERS, shape=shape, straight=straight).stage
    assert (len(stage.scene.nodes), len(stage.scene.edges)) == (20, 40)
    assert not any(slide_faults(stage).values()), slide_faults(stage)
    assert note_size(stage.signs) >= SEATED


@pytest.mark.parametrize("shape", SHAPES)
def test_slides_of_an_actor_and_its_neighbours_have_no_fault_but_at_the_fullest_rims(shape: float) -> None:
    stages = [on_slide(wanted=Filter(ego=actor.id), shape=shape) for actor in shipped().network.drawn]
    assert all(note_size(stage.signs) >= SEATED for stage in stages if len(stage.scene.edges) <= FOLLOWED)
    rows = [slide_faults(stage) for stage in stages]
    found = {name: sum(row[name] for row in rows) for name in rows[0]}
    assert found.pop("head-head") <= 9
    assert not any(found.values()), found


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_narrow_slide_of_a_hub_has_no_fault_but_at_its_rim_in_any_layout(layout: Layout) -> None:
    for ego in ("actor:ir", "actor:ru"):
        found = slide_faults(on_slide(layout, Filter(ego=ego), 4 / 3))
        assert found.pop("head-head") <= 5
        assert not any(found.values()), (ego, found)


def table_of_egos() -> dict[str, int]:
    """Return the counts of the pages of every actor with its neighbours, summed."""
    rows = [faults(on_page(ego=actor.id)) for actor in shipped().network.drawn]
    return {name: sum(row[name] for row in rows) for name in rows[0]}


def table() -> dict[str, dict[str, int]]:
    """Return the counts of every picture."""
    rows = {str(layout): faults(on_page(layout)) for layout in LAYOUTS}
    rows |= {f"slide {layout}": slide_faults(on_slide(layout)) for layout in LAYOUTS}
    return {**rows, "window": faults(in_window()), "egos": table_of_egos()}


if __name__ == "__main__":
    for layout in sys.argv[1:]:
        sys.stdout.write(digest(on_page(layout)) + "\n")  # type: ignore[arg-type]
    for name, row in () if sys.argv[1:] else table().items():
        sys.stdout.write(f"{name:18}" + "  ".join(f"{key} {count}" for key, count in row.items() if count) + "\n")
