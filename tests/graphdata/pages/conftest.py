"""A document of several pages: a heading and a table with a row higher than a page, in three scripts."""

from __future__ import annotations

import pytest

from graphdata import typeface
from graphdata.pages.lines import Measure
from graphdata.paper import Heading, Paper, Row, Run, cell, headed, plain, tabled


@pytest.fixture
def paper() -> Paper:
    """Return the document."""
    long = " ".join(f"word{number}" for number in range(1200))
    rows = [Row((cell((Run(f"R{at}", to="end"),)), cell(f"Relation {at}")), f"relation-{at}") for at in range(60)]
    rows.append(Row((cell("R60"), cell(long)), "relation-60"))
    blocks = (
        Heading(1, "A <b>title</b>", "top"),
        headed("Россия", "to ", Run("the end", to="end"), " \u2068ایران\u2069"),
        Heading(2, "Table", "table"),
        tabled("Relations", [("No.", 0.2), ("What", 0.8)], rows),
        Heading(2, "The end", "end"),
        Heading(4, "R1  A relation of the end", "deep"),
        plain("An item", "item"),
    )
    return Paper("A <b>title</b>", "Its subject — ایران", "TLP:RED, words", "TLP:RED", "Foot", blocks)


@pytest.fixture
def measure() -> Measure:
    """Return how wide the shipped font is."""
    return lambda text, bold: typeface.width(text, 1.0, bold)
