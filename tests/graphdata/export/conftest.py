"""A document in which every block, look and script has its place, and text that would be markup if it were let."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from graphdata.annex import Annex, annex_of
from graphdata.filter import Filter
from graphdata.network import Network
from graphdata.paper import Heading, Paper, Paragraph, Row, Run, cell, headed, plain, tabled
from graphdata.ties import ties_of
from graphdata.view import view_of

HOSTILE = "<script>alert(1)</script> & \"quoted\" 'so' ]]> \x07"


@pytest.fixture(scope="session")
def paper() -> Paper:
    """Return the document."""
    rows = [
        Row((cell((Run("R1", to="relation-1"),)), cell(HOSTILE, (Run("faint", faint=True),)))),
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


ODD_CELLS = (
    "=1+1", '=HYPERLINK("http://127.0.0.1/","x")', '=WEBSERVICE("http://127.0.0.1/")', "=cmd|' /C calc'!A0", "+1+1",
    "-1+1", "@SUM(1,1)", "\t=1+1", "\r=1+1", "＝1+1", "0012", "1e5", "1/2", "2023-03", "03-04", "TRUE", "#N/A",
    "'quoted", "http://127.0.0.1/", "mailto:a@b", "file:///etc/passwd", "external:c:\\x", "internal:Sheet1!A1",
    "{=1+1}", "%0A=1+1", "ایران", "Россия", 'a;b,c"d\ne',
)  # fmt: skip


@pytest.fixture(scope="session")
def odd(little: Network) -> Annex:
    """Return an annex of a network in which every sign of a formula, an address or a number is somebody's words."""
    relation = little.relation["rel:shahed"]
    claims = tuple(
        replace(relation.claims[0], id=f"clm:odd-{at}", summary=text, note=text) for at, text in enumerate(ODD_CELLS)
    )
    sources = tuple(
        replace(each, csl={**each.csl, "title": "=1+1", "URL": "http://127.0.0.1/"}) for each in little.sources
    )
    odd_one = replace(relation, summary="=1+1", claims=claims)
    relations = tuple(odd_one if each.id == relation.id else each for each in little.relations)
    view = view_of(replace(little, relations=relations, sources=sources), Filter())
    return annex_of(view, ties_of(view), "=A1")
