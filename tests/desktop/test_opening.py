"""Whatever is opened has a place for every actor."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest
from msgspec.structs import replace

from desktop import assets, opening
from desktop.opening import opened, other_placed
from desktop.worker import Cancelled
from graphdata.filter import Filter
from graphdata.network import Network
from graphdata.places import Place
from graphdata.problems import DatasetError
from graphdata.storage.dossier_writing import write_dossiers
from graphdata.storage.pack import to_pack
from graphdata.view import view_of


def give_up(_: float) -> None:
    """Stop whoever reports progress."""
    raise Cancelled


def test_a_pack_brings_its_places(pack: Path, places: dict[str, Place], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "arranged", pytest.fail)
    found = opened(pack)
    assert (found.positions, found.path, found.network.title) == (places, str(pack), "Small")


@pytest.mark.parametrize("missing", [1, 5])
def test_a_pack_without_all_places_is_laid_out(
    pack: Path, network: Network, places: dict[str, Place], missing: int
) -> None:
    pack.write_bytes(to_pack(network, dict(list(places.items())[missing:])))
    found = opened(pack)
    assert set(found.positions) == set(network.actor)
    assert len(set(found.positions.values())) == len(network.actors)


def test_the_first_file_of_a_folder_stands_for_the_folder(network: Network, tmp_path: Path) -> None:
    write_dossiers(network, tmp_path / "small")
    found = opened(tmp_path / "small" / "network.toml")
    assert (found.network.title, found.path) == ("Small", str(tmp_path / "small"))


def test_a_path_without_a_network_is_told(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="there is no such folder"):
        opened(tmp_path / "nothing")


def test_reading_can_be_called_off(pack: Path) -> None:
    with pytest.raises(Cancelled):
        opened(pack, give_up)


def test_a_large_network_is_ready_for_its_first_search_and_its_first_line(
    pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "LARGE", 1)
    shares: list[float] = []
    network = opened(pack, shares.append).network
    gc.unfreeze()
    for kept in (
        "_facts",
        "_groupings",
        "_search_index",
        "_relation_texts",
        "_actors_named",
        "_source_labels",
        "claim",
    ):
        assert kept in network.__dict__
    assert shares == sorted(shares)
    assert shares[-1] > 0.9


def test_actors_of_another_network_get_places_beside_those_there_are() -> None:
    shipped = opened(assets.shipped_network())
    fewer = replace(shipped.network, relations=shipped.network.relations[:40])
    known = {actor.id: shipped.positions[actor.id] for actor in fewer.drawn if actor.id in shipped.positions}
    baseline, places = other_placed(assets.shipped_network(), view_of(fewer, Filter()), known)
    assert baseline.other is not None
    assert set(places) == {actor.id for actor in shipped.network.drawn}
    assert all(places[actor] == pytest.approx(place) for actor, place in known.items() if actor in places)
