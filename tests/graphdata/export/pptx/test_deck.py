"""Slides read again by another library: native, glued, sourced, marked, and nothing personal in them."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from lxml import etree
from msgspec.structs import replace

from graphdata.export.pptx import Showing, views_to_pptx
from graphdata.filter import Filter
from graphdata.layout.placement import positions_of
from graphdata.network import Name, Network
from graphdata.sheet import Request
from graphdata.style import Theme
from graphdata.ties import ties_of
from graphdata.view import view_of

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
POINT = 12700


class Wide:
    """A slide of 16 to 9."""

    width_mm, height_mm = 338.67, 190.5


Made = Callable[..., bytes]
Read = Callable[[bytes], Any]


def every(shapes: Any) -> Iterator[Any]:
    """Yield shapes and those inside groups."""
    for shape in shapes:
        yield shape
        yield from every(shape.shapes) if shape.shape_type == 6 else ()


def words_on(slide: Any) -> str:
    return "\n".join(text.text or "" for text in slide.element.iter(f"{A}t"))


def connectors(slide: Any) -> list[Any]:
    return list(slide.element.iter(f"{P}cxnSp"))


def named(slide: Any) -> dict[str, Any]:
    """Return the shapes of a slide by number."""
    return {str(shape.shape_id): shape for shape in every(slide.shapes)}


def ends_of(connector: Any) -> list[tuple[int, int]]:
    """Return where a connector begins and ends."""
    frame = connector.find(f"{P}spPr/{A}xfrm")
    (x, y), (wide, high) = ([int(frame.find(A + tag).get(at)) for at in names] for tag, names in
                            (("off", ("x", "y")), ("ext", ("cx", "cy"))))  # fmt: skip
    across, down = frame.get("flipH") == "1", frame.get("flipV") == "1"
    return [(x + wide * across, y + high * down), (x + wide * (not across), y + high * (not down))]


def test_every_line_on_show_is_glued_to_both_its_actors(deck: Any, little: Network) -> None:
    slide, ties = deck.slides[0], ties_of(view_of(little, Filter()))
    shapes, wanted = named(slide), []
    for line in connectors(slide):
        glue = [line.find(f".//{A}{tag}").get("id") for tag in ("stCxn", "endCxn")]
        wanted.append(tuple(shapes[number].name.removeprefix("Peg of ").split(" (")[0] for number in glue))
    label = {actor.id: actor.name for actor in little.actors}
    assert sorted(wanted) == sorted((label[tie.giver], label[tie.receiver]) for tie in ties)


def test_lines_end_where_their_glue_holds_them(deck: Any) -> None:
    shapes = named(deck.slides[0])
    for line in connectors(deck.slides[0]):
        for tag, (x, y) in zip(("stCxn", "endCxn"), ends_of(line), strict=True):
            glue = line.find(f".//{A}{tag}")
            shape = shapes[glue.get("id")]
            assert glue.get("idx") == "0"  # the top of it
            assert abs(shape.left + shape.width / 2 - x) <= POINT / 10
            assert abs(shape.top - y) <= POINT / 10


def test_what_lines_hold_on_to_moves_with_its_actor_and_is_of_a_form_that_every_program_knows(deck: Any) -> None:
    shapes = named(deck.slides[0])
    for line in connectors(deck.slides[0]):
        for tag in ("stCxn", "endCxn"):
            peg = shapes[line.find(f".//{A}{tag}").get("id")]
            assert peg.element.find(f".//{A}prstGeom") is not None  # LibreOffice forgets the sites of drawn outlines
            actor = peg.element.getparent()
            assert actor.tag == f"{P}grpSp"
            assert actor.find(f".//{P}cNvPr").get("name") == peg.name.removeprefix("Peg of ")


def test_exact_lines_are_curves_that_hold_on_to_nothing(made: Made, read: Read, little: Network) -> None:
    slide = read(made(lines="exact")).slides[0]
    assert not connectors(slide)
    curves = [shape for shape in every(slide.shapes) if shape.name.startswith("Line ")]
    assert len(curves) == len(ties_of(view_of(little, Filter())))
    assert all(curve.element.find(f".//{A}cubicBezTo") is not None for curve in curves)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_there_is_no_picture_in_it(made: Made, theme: str) -> None:
    names = zipfile.ZipFile(io.BytesIO(made(theme=theme))).namelist()
    assert not [name for name in names if re.search(r"media|thumbnail|printer|\.(png|jpe?g|emf|bin)$", name)]


def test_every_number_on_a_line_is_a_source_in_the_annex(deck: Any) -> None:
    notes = [shape for shape in every(deck.slides[0].shapes) if re.match(r"Sources [\d,+]+$", shape.name)]
    printed = {number for shape in notes for number in re.findall(r"\d+", shape.text_frame.text)}
    annex = "".join(
        words_on(slide) for slide in deck.slides if slide.shapes.title.text_frame.text.startswith("Sources")
    )
    assert printed
    assert printed <= set(re.findall(r"\[(\d+)\]\n\t", annex))
    assert printed <= set(re.findall(r"\[(\d+)\]", words_on(deck.slides[0])))


def test_no_two_shapes_of_a_slide_share_a_number(deck: Any) -> None:
    for slide in deck.slides:
        numbers = [shape.get("id") for shape in slide.element.iter(f"{P}cNvPr")]
        assert len(numbers) == len(set(numbers))


def test_every_slide_has_its_title_and_its_marking_twice(deck: Any) -> None:
    assert len(deck.slides) >= 4
    for slide in deck.slides:
        assert slide.shapes.title.text_frame.text
        marks = [shape for shape in slide.shapes if shape.name.startswith("Marking")]
        assert [shape.text_frame.text for shape in marks] == ["TLP:AMBER", "TLP:AMBER"]
        assert all(shape.text_frame.paragraphs[0].runs[0].font.size.pt >= 12 for shape in marks)
        assert {shape.left + shape.width for shape in marks} == {deck.slide_width - 22 * POINT}
        assert [str(shape.fill.fore_color.rgb) for shape in marks] == ["000000", "000000"]


def test_every_shape_has_words_that_stand_for_it(deck: Any) -> None:
    for slide in deck.slides:
        assert not [shape.get("name") for shape in slide.element.iter(f"{P}cNvPr") if shape.get("id") != "1"
                    and not (shape.get("descr") and shape.get("name"))]  # fmt: skip


def test_it_is_read_in_a_sensible_order(deck: Any) -> None:
    names = [shape.name for shape in deck.slides[0].shapes]
    kinds = ["Title", "As of", "Map", "Line ", "Sign of", "Russia (state)", "Legend", "Sources", "What is shown"]
    first = [next(at for at, name in enumerate(names) if name.startswith(kind)) for kind in [*kinds, "Marking"]]
    assert first[0] == 0
    assert [kind for _, kind in sorted(zip(first, [*kinds, "Marking"], strict=True))][:6] == kinds[:6]
    assert first[-1] == max(first)


def test_the_frame_of_the_map_names_every_actor_before_the_lines(deck: Any, little: Network) -> None:
    frame = next(shape for shape in deck.slides[0].shapes if shape.name == "Map")
    words = frame.element.find(f".//{P}cNvPr").get("descr")
    assert all(actor.name in words for actor in little.drawn)


def test_every_actor_is_a_group_with_its_label_as_text(deck: Any, little: Network) -> None:
    groups = {shape.name: shape for shape in deck.slides[0].shapes if shape.shape_type == 6}
    for actor in little.drawn:
        group = next(group for name, group in groups.items() if name.startswith(f"{actor.name} ("))
        assert actor.name.split()[0] in "".join(text.text for text in group.element.iter(f"{A}t"))


def test_the_notes_of_the_first_slide_carry_every_source_in_full(deck: Any, little: Network) -> None:
    notes = deck.slides[0].notes_slide.notes_text_frame.text
    assert little.digest in notes
    assert "ruleset 1" in notes
    assert "All relations." in notes
    assert re.findall(r"^\[(\d+)\]", notes, re.MULTILINE) == ["1", "2", "3", "4"]


def test_every_relation_on_show_is_a_row_of_the_annex(deck: Any, little: Network) -> None:
    tables = [shape.table for slide in deck.slides for shape in slide.shapes if shape.has_table]
    rows = [[cell.text for cell in row.cells] for table in tables for row in list(table.rows)[1:]]
    assert sorted(row[4] for row in rows) == sorted(relation.summary for relation in little.relations)
    sizes = {int(face.get("sz")) for table in tables for face in table._tbl.iter(f"{A}rPr")}
    assert min(sizes) >= 900


def test_the_same_view_gives_the_same_bytes(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    content = made(theme="dark")
    monkeypatch.setattr("time.time", lambda: 1e9)
    assert made(theme="dark") == content


def test_nothing_in_it_is_dated_or_personal(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    with zipfile.ZipFile(io.BytesIO(made())) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        whole = b"".join(package.read(name) for name in package.namelist())
    assert not re.search(rb"Canny|2013|datetime|dcterms:created|/home/|/tmp/", whole)


@pytest.mark.parametrize(("paper", "size"), [("Wide", (13.33, 7.5)), ("Square", (10.0, 7.5))])
def test_slides_have_the_shape_asked_for(made: Made, read: Read, paper: str, size: tuple[float, float]) -> None:
    papers = {"Wide": (338.67, 190.5), "Square": (1600.0, 1200.0)}
    asked = type("Paper", (), dict(zip(("width_mm", "height_mm"), papers[paper], strict=True)))
    deck = read(made(paper=asked))
    assert (deck.slide_width.inches, deck.slide_height.inches) == pytest.approx(size, abs=0.01)


def test_shapes_stay_on_the_slide(made: Made, read: Read) -> None:
    for lines in ("editable", "exact"):
        deck = read(made(lines=lines))
        for shape in (shape for slide in deck.slides for shape in every(slide.shapes)):
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left + shape.width <= deck.slide_width, shape.name
            assert shape.top + shape.height <= deck.slide_height, shape.name


def test_dark_slides_bring_their_ground_along(made: Made, read: Read) -> None:
    for slide in read(made(theme="dark")).slides:
        assert str(slide.background.fill.fore_color.rgb) == "14202B"


def test_an_empty_view_is_one_slide_that_says_so(made: Made, read: Read) -> None:
    deck = read(made(filter=Filter(text="no such word")))
    assert len(deck.slides) == 1
    assert "Nothing is on show." in words_on(deck.slides[0])


def test_without_numbers_nothing_is_cited(made: Made, read: Read) -> None:
    deck = read(made(notes=False, legend=False))
    names = [shape.name for slide in deck.slides for shape in every(slide.shapes)]
    assert not [name for name in names if name.startswith(("Sources", "Legend"))]
    assert "Sources" not in "".join(words_on(slide) for slide in deck.slides)


def test_markup_and_control_signs_in_names_stay_words(made: Made, read: Read, little: Network) -> None:
    evil = '<a:t>"Russia" & \x07</a:t>'
    actors = tuple(replace(a, names=(Name(text=evil),)) if a.id == "actor:ru" else a for a in little.actors)
    deck = read(made(replace(little, actors=actors)))
    words = words_on(deck.slides[0]).replace("\n", "")
    assert '<a:t>"Russia"' in words
    assert "\x07" not in words


def test_a_title_without_end_is_cut_and_whole_in_the_notes(made: Made, read: Read) -> None:
    title = "Who arms whom, who pays, and who says so, " * 12
    slide = read(made(title=title.strip())).slides[0]
    assert slide.shapes.title.text_frame.text.endswith("…")
    assert title.strip() in slide.notes_slide.notes_text_frame.text


def test_letters_that_run_leftwards_are_set_so(made: Made, read: Read) -> None:
    title = read(made(title="ایران و روسیه")).slides[0].shapes.title
    assert title.element.find(f".//{A}pPr").get("rtl") == "1"


def test_well_formed_throughout(made: Made) -> None:
    with zipfile.ZipFile(io.BytesIO(made())) as package:
        for name in package.namelist():
            etree.fromstring(package.read(name))


def links_of(slide: Any) -> list[tuple[str, Any]]:
    """Return the words of each link on a slide, and the slide that it leads to."""
    relations = {key: relation.target_part for key, relation in slide.part.rels.items()}
    runs = slide.element.xpath(".//a:r[a:rPr/a:hlinkClick]")
    key = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
    return [(run.findtext(f"{A}t"), relations[run.find(f".//{A}hlinkClick").get(key)].slide) for run in runs]


def test_every_number_on_a_line_and_in_the_sources_leads_to_its_source(deck: Any) -> None:
    found = links_of(deck.slides[0])
    assert {text.strip("[]") for text, _ in found} == {"1", "2", "3", "4"}
    for text, goal in found:
        assert f"[{text.strip('[]')}]" in words_on(goal)
        assert goal.shapes.title.text_frame.text.startswith("Sources")


def test_sources_lead_back_to_the_first_slide_that_cites_them(deck: Any) -> None:
    back = [pair for slide in list(deck.slides)[1:] for pair in links_of(slide)]
    assert [text for text, _ in back] == ["[1]", "[2]", "[3]", "[4]"]
    assert {goal.slide_id for _, goal in back} == {deck.slides[0].slide_id}


def test_no_address_is_a_live_link(made: Made) -> None:
    with zipfile.ZipFile(io.BytesIO(made())) as package:
        rels = [package.read(name) for name in package.namelist() if name.endswith(".rels")]
    assert not [rel for rel in rels if b"External" in rel]


def test_the_deck_has_sections(deck: Any) -> None:
    sections = deck.element.xpath("//*[local-name()='section']")
    assert [section.get("name") for section in sections] == ["Maps", "Annex"]
    listed = [each.get("id") for section in sections for each in section.iter() if each.tag.endswith("}sldId")]
    assert listed == [str(slide.slide_id) for slide in deck.slides]


def test_every_slide_has_its_number_and_notes(deck: Any) -> None:
    for rank, slide in enumerate(deck.slides, start=1):
        (field,) = slide.element.xpath(".//a:fld[@type='slidenum']/a:t")
        assert field.text == str(rank)
        assert "As of 8 Mar 2026" in slide.notes_slide.notes_text_frame.text


@pytest.mark.parametrize(("kind", "first"), [("domain", "Arms · "), ("ego", "Iran · "), ("matrix", "Little network")])
def test_a_deck_of_parts_shows_every_relation_once_or_more(
    made: Made, read: Read, little: Network, kind: str, first: str
) -> None:
    slides = [
        slide for slide in read(made(kind=kind)).slides if "Relations:" in slide.notes_slide.notes_text_frame.text
    ]
    assert slides[0].shapes.title.text_frame.text.startswith(first)
    notes = "".join(slide.notes_slide.notes_text_frame.text for slide in slides)
    assert all(relation.summary in notes for relation in little.relations)


def test_one_source_has_one_number_in_the_whole_deck(made: Made, read: Read) -> None:
    deck = read(made(kind="domain"))
    cited = re.findall(
        r"^\[(\d+)\] (.*)$", "\n".join(s.notes_slide.notes_text_frame.text for s in deck.slides), re.MULTILINE
    )
    named = {number: text.partition(" (")[0] for number, text in cited}
    assert {(number, text.partition(" (")[0]) for number, text in cited} == set(named.items())
    assert len(cited) > len(named) == 4


def test_a_build_ends_with_the_whole_and_begins_faint(made: Made, read: Read) -> None:
    slides = list(read(made(build=True, title="All")).slides)
    titles = [slide.shapes.title.text_frame.text for slide in slides]
    at = titles.index("All")
    assert titles[0] == "The actors · All"
    assert titles[1:at] == ["Arms · All", "Money · All", "Tech · All", "Diplomacy · All"][: at - 1]
    assert len({len(connectors(slide)) for slide in slides[: at + 1]}) == 1


def test_several_views_share_one_annex_and_list_a_relation_once(little: Network, light: Theme, read: Read) -> None:
    views = [view_of(little, Filter(domains=each)) for each in (frozenset(["arms"]), frozenset(["arms", "money"]))]
    shown = [Showing(f"View {at}", view, ties_of(view), positions_of(little)) for at, view in enumerate(views)]
    deck = read(views_to_pptx(shown, Request(16 / 9, light), Wide))
    titles = [slide.shapes.title.text_frame.text for slide in deck.slides]
    assert titles[:2] == ["View 0", "View 1"]
    assert titles[-2:] == ["Relations shown: View 0", "Further relations: View 1"]
    rows = [
        row.cells[4].text for slide in deck.slides for each in slide.shapes if each.has_table for row in each.table.rows
    ]
    rows = [row for row in rows if row != "What"]
    assert sorted(rows) == sorted(relation.summary for relation in views[1].relations)


def test_the_highest_of_what_the_views_ask_for_is_printed(little: Network, light: Theme, read: Read) -> None:
    view = view_of(little, Filter())
    page = ("All", view, ties_of(view), positions_of(little))
    shown = [Showing(*page), Showing(*page, marking="TLP:RED"), Showing(*page, marking="TLP:AMBER")]
    for asked, printed in (("", "TLP:RED"), ("TLP:AMBER", "TLP:RED")):
        deck = read(views_to_pptx(shown, Request(16 / 9, light, marking=asked), Wide))
        marks = {shape.text_frame.text for slide in deck.slides for shape in slide.shapes if "Marking" in shape.name}
        assert marks == {printed}


def test_a_picture_is_the_only_one_in_the_file(made: Made, read: Read) -> None:
    from base64 import b64decode

    dot = b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==")
    deck = read(made(kind="picture", paint=lambda _: dot))
    pictures = [shape for slide in deck.slides for shape in slide.shapes if shape.shape_type == 13]
    assert [picture.image.blob for picture in pictures] == [dot]
    assert "Actors: " in pictures[0].element.find(f".//{P}cNvPr").get("descr")
