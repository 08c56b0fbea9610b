"""Whatever is opened has a place for every actor."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.opening import arranged, opened
from desktop.worker import Cancelled
from graphdata.network import Network
from graphdata.places import Place
from graphdata.problems import DatasetError
from graphdata.storage.pack import to_pack


def give_up(_: float) -> None:
    """Stop whoever reports progress."""
    raise Cancelled


def test_a_pack_brings_its_places(pack: Path, places: dict[str, Place]) -> None:
    found = opened(pack, give_up)
    assert (found.positions, found.path, found.network.title) == (places, str(pack), "Small")


@pytest.mark.parametrize("missing", [1, 5])
def test_a_pack_without_all_places_is_laid_out(
    pack: Path, network: Network, places: dict[str, Place], missing: int
) -> None:
    pack.write_bytes(to_pack(network, dict(list(places.items())[missing:])))
    found = opened(pack)
    assert set(found.positions) == set(network.actor)
    assert len(set(found.positions.values())) == len(network.actors)


def test_a_path_without_a_network_is_told(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="there is no such folder"):
        opened(tmp_path / "nothing")


@pytest.mark.parametrize("mode", ["clusters", "distances"])
def test_a_layout_repeats_itself_and_holds_pins(network: Network, mode: str) -> None:
    pins = {"actor:ir": (500.0, -40.0)}
    first, second = (arranged(network, mode, pins=pins) for _ in range(2))  # type: ignore[arg-type]
    assert first == second
    assert first["actor:ir"] == pytest.approx((500.0, -40.0))


def test_a_layout_can_be_stopped(network: Network) -> None:
    with pytest.raises(Cancelled):
        arranged(network, "clusters", give_up)
