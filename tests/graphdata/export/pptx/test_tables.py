"""Tables lose no row when they are split, and no row is higher than it says."""

from __future__ import annotations

import pytest
from lxml import etree

from graphdata import typeface
from graphdata.export.pptx.markup import Named
from graphdata.export.pptx.page import NAMESPACES
from graphdata.export.pptx.tables import PAD, PITCH, SIZE, Row, columns, height_of, split, split_evenly, table
from graphdata.style import Theme

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
INTO = columns((("Giver", 1.0), ("What", 3.0)), 400.0, 0)
ROWS = [Row((f"Actor {at}", "words that go on and on " * (at % 5)), "#750C0C") for at in range(40)]


def test_columns_share_the_room() -> None:
    assert INTO.widths == (100.0, 300.0)


def test_no_head_is_broken_inside_a_word() -> None:
    found = columns((("Confidence", 1.0), ("What", 20.0), ("Origins / documents", 1.0)), 300.0, 0)
    assert sum(found.widths) == pytest.approx(300.0)
    assert typeface.width("documents", SIZE, bold=True) + 2 * PAD < found.widths[2] < 80.0


def test_no_row_is_lost_and_no_page_is_too_high() -> None:
    pages = list(split(ROWS, INTO, 200.0))
    assert [row for page in pages for row in page] == ROWS
    assert len(pages) > 3
    assert all(sum(height_of(row, INTO) for row in page) <= 200.0 for page in pages)


def test_no_slide_of_a_table_is_nearly_empty() -> None:
    plain = [Row(("Giver", "what"))] * 12
    high = 11.5 * height_of(plain[0], INTO) + height_of(Row(INTO.heads), INTO, bold=True)
    assert [len(page) for page in split(plain, INTO, high)] == [11, 1]
    assert [len(page) for page in split_evenly(plain, INTO, high)] == [6, 6]
    assert [row for page in split_evenly(ROWS, INTO, 200.0) for row in page] == ROWS


def test_a_row_that_fits_nowhere_stands_alone() -> None:
    tall = Row(("Giver", "words " * 400))
    assert [len(page) for page in split([ROWS[0], tall, ROWS[1]], INTO, 100.0)] == [1, 1, 1]


def test_a_row_is_as_high_as_its_longest_cell() -> None:
    lines = len(typeface.wrap(ROWS[4].cells[1], 300.0 - 2 * PAD, SIZE))
    assert height_of(ROWS[4], INTO) == lines * SIZE * PITCH + PAD


def test_the_head_is_repeated_and_the_domain_wears_its_colour(light: Theme) -> None:
    page = next(split(ROWS, INTO, 200.0))
    mark = etree.fromstring(
        f"<r {NAMESPACES}>{table(Named(5, 'Table', 'words'), page, INTO, light, (0, 0, 400, 200))}</r>"
    )
    first, *rest = mark.findall(f".//{A}tr")
    assert [text.text for text in first.iter(f"{A}t")] == ["Giver", "What"]
    assert len(rest) == len(page)
    assert all(row.find(f".//{A}lnL//{A}srgbClr").get("val") == "750C0C" for row in rest)


def test_a_word_is_broken_only_where_it_is_very_long() -> None:
    heads = (("D", 1.0), ("What", 99.0))
    narrow = columns(heads, 600.0, 0, [Row(("Diplomacy", "x"))])
    assert typeface.wrap("Diplomacy", narrow.widths[0] - 2 * PAD, SIZE) == ("Diplomacy",)
    assert columns(heads, 600.0, 0, [Row(("Diplomacy" * 9, "x"))]).widths[0] == pytest.approx(78.0)
