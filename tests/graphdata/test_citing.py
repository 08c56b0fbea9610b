"""A numbered citation: origin first, then carriers, of when it is, its grade; shorter in a fixed order."""

from __future__ import annotations

from itertools import pairwise

import pytest
from msgspec.structs import replace

from graphdata.citation import numbered
from graphdata.citing import SHORTENED, Citing, Form, in_full, rest_in_words, standing
from graphdata.filter import Filter
from graphdata.network import Network
from graphdata.sourcing import Descriptor, Source
from graphdata.view import view_of


def citing(network: Network, wanted: Filter | None = None) -> Citing:
    view = view_of(network, wanted or Filter())
    return Citing([view], numbered(view))


def loan(little: Network, **changed: object) -> Citing:
    """Return the citations of one relation: WSJ by way of UP."""
    sources = tuple(
        replace(each, csl=each.csl | {"URL": "https://example.org/a"}, **changed) if each.id == "src:wsj-2023" else each
        for each in little.sources
    )
    return citing(replace(little, sources=sources), Filter(kinds=frozenset(["loan"])))


NAMED = "WSJ, 27 Mar 2023, “Moscow and Tehran”"
BEHIND = "(own reporting; in UP, 8 Dec 2023 [2]), information 2022–2023, B2"


@pytest.mark.parametrize(
    ("form", "words"),
    [
        (Form.WHOLE, f"{NAMED}, https://example.org/a {BEHIND}"),
        (Form.PLAIN, f"{NAMED} {BEHIND}"),
        (Form.BRIEF, "WSJ, 27 Mar 2023 (own reporting; in [2]), information 2022–2023, B2"),
        (Form.SPARE, "WSJ, 27 Mar 2023 (own reporting; in [2]), info 2022–2023, B2"),
        (Form.BARE, "WSJ, 27 Mar 2023 (in [2]), info 2022–2023, B2"),
        (Form.LEAST, "WSJ, 27 Mar 2023, B2"),
    ],
)
def test_items_are_shortened_in_a_fixed_order_and_keep_their_grade(little: Network, form: Form, words: str) -> None:
    assert loan(little).texts(form)[0] == words


def test_no_form_is_longer_than_the_one_before(little: Network) -> None:
    lengths = [[len(text) for text in citing(little).texts(form)] for form in Form]
    assert all(one >= other for longer, shorter in pairwise(lengths)
               for one, other in zip(longer, shorter, strict=True))  # fmt: skip


def test_the_digest_and_the_descriptor_come_where_there_is_room(little: Network) -> None:
    told = Descriptor(interest="A party to it.", currency="Undated.", record="Not told.")
    sources = tuple(replace(each, descriptor=told) for each in little.sources)
    texts = {form: citing(replace(little, sources=sources)).texts(form)[0] for form in Form}
    assert texts[Form.WHOLE].endswith("copy sha256:aaaaaaaaaaaa. Interest: A party to it. Dates: Undated")
    assert texts[Form.PLAIN].endswith("copy sha256:aaaaaaaaaaaa")
    assert texts[Form.BRIEF].endswith("copy sha256:aaaa…")
    assert "copy" not in texts[Form.SPARE]


def test_what_is_not_graded_is_said_once_where_nothing_is(little: Network) -> None:
    bare = replace(little, sources=tuple(replace(each, reliability=()) for each in little.sources))
    found = citing(bare)
    assert found.key() == "No source is graded."
    assert not any("ungraded" in text for form in Form for text in found.texts(form))
    some = tuple(replace(each, reliability=()) if each.id == "src:essay" else each for each in little.sources)
    mixed = citing(replace(little, sources=some))
    assert mixed.key().startswith("Grades: A–F")
    assert any("ungraded" in text for text in mixed.texts(Form.LEAST)) == any("ungraded" in t for t in mixed.texts())


def test_a_shortened_list_says_where_it_is_in_full(little: Network) -> None:
    found = citing(little)
    assert SHORTENED not in found.key()
    assert all(SHORTENED in found.key(form) for form in tuple(Form)[1:])
    assert rest_in_words(0, listed=True) == ""
    assert rest_in_words(1200, listed=True) == "and 1,200 more in the annex, “Sources”"


def test_sources_that_who_and_when_do_not_tell_apart_show_their_titles(little: Network) -> None:
    alike = tuple(
        replace(
            each, csl={"title": f"[Wire report number {at} on what was sold, by whom and to whom]"}, publisher="Wire"
        )
        for at, each in enumerate(little.sources)
    )
    texts = [text.partition(" (")[0] for text in citing(replace(little, sources=alike)).texts(Form.BRIEF)]
    assert len(set(texts)) == len(texts) == 4
    assert all(text.startswith("Wire: report number ") and text.endswith("…, undated") for text in texts)


def test_a_source_alone_says_how_the_editors_hold_it(little: Network) -> None:
    assert standing(little.source["src:essay"]) == "Reliability F; read."
    assert standing(Source(id="src:x", csl={})) == "Reliability ungraded; not read, known through others."


def test_all_in_full_stand_under_their_key(little: Network) -> None:
    found = citing(little)
    key, *lines = in_full(found)
    assert key == found.key()
    assert [line.split()[0] for line in lines] == ["[1]", "[2]", "[3]", "[4]"]
    assert in_full(Citing([view_of(little, Filter())], ())) == ()


def test_a_retracted_source_is_said_to_be_so_in_every_form(little: Network) -> None:
    view = view_of(little, Filter())
    gone = replace(little, sources=tuple(replace(each, retracted="2024") for each in little.sources))
    found = Citing([view_of(gone, Filter())], numbered(view))
    assert all("retracted" in text for form in Form for text in found.texts(form))
