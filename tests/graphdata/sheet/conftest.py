"""A page of the little network, with what is asked of it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from graphdata.drawing import Drawing
from graphdata.filter import Filter
from graphdata.layout.placement import positions_of
from graphdata.network import Network
from graphdata.sheet import Request, sheet_of
from graphdata.style import Theme, theme_from
from graphdata.ties import ties_of
from graphdata.view import view_of

ROOT = next(parent for parent in Path(__file__).parents if (parent / "resources").is_dir())


@pytest.fixture(scope="session")
def light() -> Theme:
    """Return the light theme."""
    return theme_from((ROOT / "resources/themes/light.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def page(light: Theme) -> Callable[..., Drawing]:
    """Return what makes a page of a network."""

    def made(network: Network, wanted: Filter | None = None, **fields: object) -> Drawing:
        view = view_of(network, wanted or Filter())
        request = Request(**{"aspect": 16 / 9, "theme": light, **fields})
        return sheet_of(view, ties_of(view), positions_of(network), request)

    return made
