"""Annexes of the little network."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from graphdata.annex import Annex, annex_of
from graphdata.filter import Filter
from graphdata.network import Network
from graphdata.ties import ties_of
from graphdata.view import view_of

Made = Callable[..., Annex]


@pytest.fixture(scope="session")
def made(little: Network) -> Made:
    """Return a function that makes the annex of the little network, or of another, under a filter."""

    def make(wanted: Filter | None = None, network: Network = little, **asked: str) -> Annex:
        view = view_of(network, wanted or Filter())
        return annex_of(view, ties_of(view), **asked)

    return make
