"""Citations: how a source is written out, and which number it has under a picture."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from graphdata.citation import by_whom, citation, citations_of, issued, issued_date, notes_of_relation, numbered, short
from graphdata.filter import Filter
from graphdata.network import Network
from graphdata.sourcing import Source
from graphdata.view import view_of


def source(publisher: str = "", **csl: Any) -> Source:
    return Source(id="src:x", csl=csl, publisher=publisher)


def test_a_citation_says_who_when_what_and_where() -> None:
    wsj = source("WSJ", title="Moscow and Tehran", issued={"date-parts": [[2023, 3, 27]]}, URL="https://wsj.com/a")
    assert citation(wsj) == "WSJ, 27 Mar 2023, “Moscow and Tehran”, https://wsj.com/a"
    assert short(wsj) == "WSJ, 27 Mar 2023"


@pytest.mark.parametrize(
    ("record", "words"),
    [
        (source(title="The axis"), "“The axis”, undated"),
        (source(), "src:x, undated"),
        (source("UP", title="[Untitled comment]", issued="2024-XX"), "UP, 2024, month unknown, [Untitled comment]"),
        (source(title="The axis holds."), "“The axis holds”, undated"),
        (source(title="Arms for the U.S."), "“Arms for the U.S.”, undated"),
        (source(title="And then..."), "“And then...”, undated"),
        (source(title="Reuse", author=[{"literal": "Desk"}]), "Desk, undated, “Reuse”"),
    ],
)
def test_what_is_not_known_is_left_out_or_said_to_be_unknown(record: Source, words: str) -> None:
    assert citation(record) == words


def test_a_retracted_source_is_said_to_be_so() -> None:
    assert citation(replace(source("UP", title="X"), retracted="2024-01")).endswith("(retracted)")


@pytest.mark.parametrize(
    ("authors", "words"),
    [
        ([{"given": "Anna", "family": "Petrova"}], "Anna Petrova (UP)"),
        ([{"family": "Petrova"}, {"family": "Lee"}], "Petrova, Lee (UP)"),
        ([{"family": name} for name in "ABCD"], "A and others (UP)"),
        ([{"family": "Petrova"}, {"literal": "et al."}], "Petrova and others (UP)"),
        ([{"literal": "et al."}], "UP"),
        ([{"literal": "UP"}], "UP"),
        (["A. Reporter"], "A. Reporter (UP)"),
        ("nobody", "UP"),
        (None, "UP"),
    ],
)
def test_authors_come_with_their_outlet(authors: object, words: str) -> None:
    assert by_whom(source("UP", author=authors)) == words


def test_an_outlet_that_is_an_actor_goes_by_its_name(little: Network) -> None:
    article = source("actor:press-tv", title="X")
    assert by_whom(article, little) == "Press TV"
    assert by_whom(article) == "PRESS-TV"
    assert by_whom(source("actor:press-tv", **{"container-title": "Press TV online"})) == "Press TV online"


@pytest.mark.parametrize(
    ("written", "edtf", "words"),
    [
        ("2023-03-27", "2023-03-27", "27 Mar 2023"),
        ({"date-parts": [["2023", "3"]]}, "2023-03", "Mar 2023"),
        ({"date-parts": [[2023], [2024]]}, "2023/2024", "2023 to 2024"),
        ({"raw": "spring 2023"}, "", "spring 2023"),
        ("some day", "", "some day"),
        (None, "", ""),
    ],
)
def test_the_date_is_in_words_however_it_is_written(written: object, edtf: str, words: str) -> None:
    record = source(issued=written)
    assert (issued_date(record), issued(record)) == (edtf, words)


def test_signs_that_hide_or_reorder_text_are_dropped() -> None:
    assert citation(source("UP", title="a\u202egpj.\n\x1b[1mb")) == "UP, undated, “a gpj. [1mb”"
    assert "می\u200cخواهم" in citation(source("UP", title="می\u200cخواهم"))


def test_each_source_has_one_number_in_the_order_of_the_lines_origins_first(little: Network) -> None:
    notes = numbered(view_of(little, Filter(domains=frozenset({"money"}))))
    assert [(note.number, note.source) for note in notes] == [
        (1, "src:kremlin-2025"),
        (2, "src:essay"),
        (3, "src:wsj-2023"),
        (4, "src:up-2023"),
    ]
    assert notes[2].text == "WSJ, 27 Mar 2023, “Moscow and Tehran”"


def test_only_what_is_on_show_is_cited(little: Network) -> None:
    notes = numbered(view_of(little, Filter(kinds=frozenset({"treaty"}))))
    assert [note.source for note in notes] == ["src:kremlin-2025"]


def test_a_source_that_the_cut_leaves_out_is_not_cited(little: Network) -> None:
    view = view_of(little, Filter(kinds=frozenset({"cyber"}), struck=frozenset({"src:essay"})))
    assert {note.source for note in numbered(view)} == {"src:wsj-2023", "src:up-2023"}


def test_the_notes_of_a_relation_are_those_of_the_picture(little: Network) -> None:
    view = view_of(little, Filter(domains=frozenset({"money"})))
    assert notes_of_relation(view, "rel:loan") == numbered(view)[2:]
    assert set(numbered(view)) == {note for key in ("rel:loan", "rel:gold") for note in notes_of_relation(view, key)}


def test_a_relation_without_claims_has_no_notes(little: Network) -> None:
    assert notes_of_relation(view_of(little, Filter()), "rel:plant") == ()


def test_a_document_goes_by_the_short_title_its_editors_gave_it() -> None:
    named = source(title="A very long title", **{"title-short": "War analysis"})
    assert short(named) == named.short_title == "War analysis"
    assert source(title="A very long title").short_title == "A very long title"


def test_citations_of_sources_and_relations_come_once(little: Network) -> None:
    view = view_of(little, Filter())
    noted = [note.text for note in notes_of_relation(view, "rel:shahed")]
    assert citations_of(view, ["rel:shahed"]) == tuple(noted)
    every = [each.id for each in little.sources]
    assert citations_of(view, ["rel:shahed", "rel:nobody"]) == tuple(noted)
    assert set(noted) < set(citations_of(view, every))
    assert len(citations_of(view, every * 2)) == len(every)
