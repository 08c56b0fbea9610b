"""A document in which every block, look and script has its place, and text that would be markup if it were let."""

from __future__ import annotations

import pytest

from graphdata.paper import Heading, Paper, Paragraph, Row, Run, cell, headed, plain, tabled

HOSTILE = "<script>alert(1)</script> & \"quoted\" 'so' ]]> \x07"


@pytest.fixture(scope="session")
def paper() -> Paper:
    """Return the document."""
    rows = [
        Row((cell((Run("R1", to="relation-1"),)), cell(HOSTILE, (Run("faint", faint=True),))), "row-1"),
        Row((cell(), cell("Россия → \u2068ایران\u2069"))),
    ]
    blocks = (
        Heading(1, f"A title {HOSTILE}", "top"),
        plain("A lead", "lead"),
        headed("Fact", "kept with what follows", look="fact"),
        Paragraph((Run("جمهوری\u200cاسلامی ایران", bold=True), Run(" to the source "), Run("[1]", to="source-1"))),
        Heading(2, "A table"),
        tabled("What is in it", [("No.", 0.3), ("What", 0.7)], rows),
        plain("one", "item"),
        plain("two", "item"),
        Heading(4, "R1  A relation", "relation-1"),
        Heading(4, "[1] A source", "source-1"),
        plain("small print", "small"),
    )
    return Paper(f"A title {HOSTILE}", "Its subject", "TLP:AMBER, words", "TLP:AMBER", "Foot", blocks)
