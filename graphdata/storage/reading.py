"""Open whatever holds a network: a folder of dossiers or a pack."""

from __future__ import annotations

from pathlib import Path

from graphdata.bulk import Told, no_one
from graphdata.network import Network
from graphdata.storage.files import PACK_SUFFIX
from graphdata.storage.pack import read_pack


def read_network(path: Path, told: Told = no_one) -> Network:
    """Return the network that a path leads to, or raise a DatasetError with every problem."""
    if path.suffix == PACK_SUFFIX:
        return read_pack(path, told)
    from graphdata.storage.dossiers import read_dossiers  # a pack, such as the shipped one, opens without it

    return read_dossiers(path)
