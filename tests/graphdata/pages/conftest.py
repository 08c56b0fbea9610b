"""What pages are set from: a document of several pages, and the shipped font."""

from __future__ import annotations

import pytest

from graphdata import typeface
from graphdata.pages.lines import Measure
from graphdata.paper import Paper


@pytest.fixture
def paper(long_paper: Paper) -> Paper:
    """Return the document."""
    return long_paper


@pytest.fixture
def measure() -> Measure:
    """Return how wide the shipped font is."""
    return lambda text, bold: typeface.width(text, 1.0, bold)
