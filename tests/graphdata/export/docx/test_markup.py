"""Blocks keep their styles, links find their bookmarks, tables repeat their heads."""

from __future__ import annotations

from typing import Any

from docx.oxml.ns import qn


def values(read: Any, path: str, name: str) -> list[str]:
    return [each.get(qn(name)) for each in read.element.body.iter(qn(path))]


def test_every_block_has_its_style(read: Any) -> None:
    styles = [paragraph.style.name for paragraph in read.paragraphs]
    assert styles == [
        "Heading 1", "Lead", "Fact", "Normal", "Heading 2", "List Bullet", "List Bullet",
        "Heading 4", "Heading 4", "Small Print",
    ]  # fmt: skip


def test_text_from_data_stays_text(read: Any) -> None:
    assert read.paragraphs[0].text.startswith("A title <script>alert(1)</script> & \"quoted\" 'so' ]]>")


def test_links_find_their_bookmarks(read: Any) -> None:
    names = values(read, "w:bookmarkStart", "w:name")
    assert names == ["top", "relation_1", "source_1"]
    assert set(values(read, "w:hyperlink", "w:anchor")) == {"relation_1", "source_1"}
    assert values(read, "w:bookmarkStart", "w:id") == values(read, "w:bookmarkEnd", "w:id") == ["1", "2", "3"]


def test_tables_repeat_their_heads_and_rows_stay_whole(read: Any) -> None:
    (table,) = read.tables
    assert [cell.text for cell in table.rows[0].cells] == ["No.", "What"]
    assert len(list(table._tbl.iter(qn("w:tblHeader")))) == 1
    assert len(list(table._tbl.iter(qn("w:cantSplit")))) == 3
    assert values(read, "w:tblCaption", "w:val") == ["What is in it"]


def test_letters_from_the_right_are_told_to_be_so(read: Any) -> None:
    turned = [run.text for run in read.paragraphs[3].runs if run._r.xpath("./w:rPr/w:rtl")]
    assert turned == ["جمهوری\u200cاسلامی ایران"]
    assert read.tables[0].cell(2, 1).text == "Россия → \u200eایران\u200e"
