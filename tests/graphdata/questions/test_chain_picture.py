"""The picture of a chain: everything is in it, apart, inside, and told apart without colour."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from desktop import assets
from graphdata.drawing import Drawing, Group, Polygon, Strokes, Words, flat
from graphdata.filter import Filter
from graphdata.network import Network
from graphdata.questions.chain_picture import BOX, chain_picture, known_of
from graphdata.questions.reporting import Passage, Reporting, Station, reporting_of
from graphdata.storage.reading import read_network
from graphdata.view import view_of

THEME = assets.theme("light")
PLAIN = Station("src:a", "A", "document", "B", True, 0, False, False, False, False)


def stations_in(drawing: Drawing) -> dict[str, Group]:
    """Return the groups of the stations by their id."""
    return {item.id: item for item in drawing.items if isinstance(item, Group) and ">" not in item.id}


@pytest.fixture(scope="module")
def shipped() -> Network:
    return read_network(assets.shipped_network())


def test_every_station_and_passage_of_the_shipped_network_is_drawn_inside(shipped: Network) -> None:
    view = view_of(shipped, Filter())
    for relation in shipped.relations:
        found = reporting_of(view, relation.id)
        drawing = chain_picture(found, THEME)
        assert set(stations_in(drawing)) == {each.id for each in found.stations}
        assert len(drawing.items) == len(found.stations) + len(found.passages)
        for mark in flat(drawing.items):
            if isinstance(mark, Strokes):
                assert mark.segments.min() >= 0
                assert mark.segments[:, [0, 2]].max() <= drawing.width


def test_no_station_stands_on_another(shipped: Network) -> None:
    view = view_of(shipped, Filter())
    found = reporting_of(view, max(shipped.relations, key=lambda relation: len(relation.claims)).id)
    corners = [
        next(mark for mark in group.items if isinstance(mark, Polygon)).points.min(axis=0)
        for group in stations_in(chain_picture(found, THEME)).values()
    ]
    apart = [np.abs(one - other) for at, one in enumerate(corners) for other in corners[:at]]
    assert all(across >= BOX[0] or down >= BOX[1] for across, down in apart)


@pytest.mark.parametrize(
    ("marked", "frames"),
    [({}, 2), ({"is_origin": True}, 2), ({"is_copy": True}, 3), ({"in_loop": True}, 1), ({"kind": "unstated"}, 1)],
)
def test_kinds_of_station_have_frames_of_their_own(marked: dict[str, object], frames: int) -> None:
    station = replace(PLAIN, **marked)  # type: ignore[arg-type]
    drawing = chain_picture(Reporting("rel:x", (station,), (), "", 1, 1), THEME)
    assert sum(isinstance(mark, Polygon) for mark in flat(drawing.items)) == frames


def test_what_is_known_of_a_station_is_written_in_it() -> None:
    assert known_of(replace(PLAIN, is_origin=True, in_loop=True)) == "origin, circular, read, grade B"
    assert known_of(replace(PLAIN, kind="unstated", letter="")) == "the text names nobody"


def test_a_report_against_it_comes_along_a_dashed_line() -> None:
    other = replace(PLAIN, id="src:b", depth=1)
    passages = [Passage("src:a", "src:b", ("clm:1", "clm:2"), (), (stance,)) for stance in ("supports", "contradicts")]
    whole, dashed = (chain_picture(Reporting("rel:x", (PLAIN, other), (each,), "", 2, 1), THEME) for each in passages)
    shafts = [next(mark for mark in flat(each.items) if isinstance(mark, Strokes)).segments for each in (whole, dashed)]
    assert np.allclose(shafts[0][1:, :2], shafts[0][:-1, 2:])
    assert not np.allclose(shafts[1][1:, :2], shafts[1][:-1, 2:])
    assert "2 claims" in {mark.text for mark in flat(whole.items) if isinstance(mark, Words)}
