"""Search: records found by words, across scripts, spellings and slips."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from graphdata.folding import fits, fold, latin, spellings
from graphdata.network import Actor, Name, Network
from graphdata.search import EXACT, IN_BODY, INSIDE, KIND_BONUS, PREFIX, SNIPPET, WHOLE_TITLE, search, texts_of
from graphdata.search_index import index_of
from graphdata.sourcing import Source


def found(network: Network, text: str, kind: str = "") -> list[str]:
    return [hit.id for hit in search(network, text) if not kind or hit.kind == kind]


def with_actor(network: Network, *names: str) -> Network:
    actor = Actor(id="actor:new", kind="firm", names=tuple(Name(text=name) for name in names))
    return replace(network, actors=(*network.actors, actor))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ёлка", "елка"),
        ("ÉCOLE  Straße", "ecole strasse"),
        ("ايران", "ایران"),
        ("كتاب", "کتاب"),
        ("حزب\u200cالله", "حزبالله"),
        ("سپـــاه", "سپاه"),
        ("Ansar'allah", "ansarallah"),
        ("Su-35", "su 35"),
        ("۱۴۰۱", "1401"),
        ("Łódź", "lodz"),
        ("İstanbul", "istanbul"),
    ],
)
def test_spellings_of_one_word_fold_to_the_same(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(("cyrillic", "letters"), [("НИИИП", "niiip"), ("Щука", "shchuka"), ("Шахед", "shakhed")])
def test_cyrillic_is_written_in_latin_letters(cyrillic: str, letters: str) -> None:
    assert latin(fold(cyrillic)) == letters


@pytest.mark.parametrize("text", ["НИИИП", "нииип", "NIIIP", "niiip", "НИИ"])
def test_a_firm_is_found_in_either_script(little: Network, text: str) -> None:
    assert found(little, text)[0] == "actor:niiip"


@pytest.mark.parametrize("text", ["Россия", "rossiya", "rossija", "Rossia", "russia", "Rusia", "ruska"])
def test_a_country_is_found_by_many_names(little: Network, text: str) -> None:
    assert found(little, text)[0] == "actor:ru"


@pytest.mark.parametrize("text", ["ruska", "rossiya", "rosija"])
def test_a_name_in_cyrillic_alone_is_found_by_its_sound(little: Network, text: str) -> None:
    network = with_actor(replace(little, actors=(), relations=()), "Россия")
    assert found(network, text, "actor") == ["actor:new"]


@pytest.mark.parametrize("text", ["سپاه", "سپاه پاسداران", "sepah", "Pasdaran"])
def test_a_persian_name_is_found_by_itself_and_by_its_consonants(little: Network, text: str) -> None:
    assert found(little, text)[0] == "actor:irgc"


@pytest.mark.parametrize("text", ["حزب الله", "حزب‌الله", "hezbolah", "Hizbollah"])
def test_half_spaces_and_slips_do_not_hide_an_actor(little: Network, text: str) -> None:
    assert found(little, text, "actor") == ["actor:hezbollah"]


def test_a_short_word_is_not_taken_for_its_neighbour(little: Network) -> None:
    assert found(little, "Iraq", "actor") == []


def test_the_actor_comes_before_what_is_said_of_it(little: Network) -> None:
    kinds = [hit.kind for hit in search(little, "Russia")]
    assert kinds[:2] == ["actor", "source"]
    assert set(kinds[2:]) == {"relation"}


def test_a_whole_title_beats_a_part_of_one(little: Network) -> None:
    network = with_actor(little, "Iran Air")
    assert found(network, "iran", "actor") == ["actor:ir", "actor:new"]
    assert found(network, "iran air", "actor") == ["actor:new"]


def test_a_name_that_begins_so_comes_before_a_word_within_one(little: Network) -> None:
    network = with_actor(with_actor(little, "Bank of Iran"), "Iranian Bank of Exports")
    titles = [hit.title for hit in search(network, "iran") if hit.kind == "actor"]
    assert titles == ["Iran", "Iranian Bank of Exports", "Bank of Iran"]


def test_whoever_is_called_so_comes_first_by_any_name(little: Network) -> None:
    network = with_actor(with_actor(little, "Concern", "Kupol"), "Kupol Trading")
    assert [hit.title for hit in search(network, "kupol")][:2] == ["Concern", "Kupol Trading"]


def test_of_actors_that_fit_equally_the_better_connected_comes_first(little: Network) -> None:
    network = with_actor(little, "Iraq")
    assert [hit.title for hit in search(network, "ira") if hit.kind == "actor"][:2] == ["Iran", "Iraq"]
    lonely = replace(network, relations=())
    assert found(lonely, "iraq", "actor")[0] == "actor:new"


def test_every_word_must_fit(little: Network) -> None:
    assert found(little, "loan plant") == ["rel:loan"]
    assert found(little, "loan zzzz") == []


@pytest.mark.parametrize(
    ("text", "record"),
    [("Shahed", "rel:shahed"), ("Kremlin", "src:kremlin-2025"), ("took place", "clm:loan-1"), ("Alabuga", "rel:plant")],
)
def test_relations_sources_and_claims_are_found(little: Network, text: str, record: str) -> None:
    assert record in found(little, text)


def test_authors_are_found(little: Network) -> None:
    csl = {"title": "Cargo", "author": [{"family": "Petrova", "given": "Anna"}, "a desk"]}
    network = replace(little, sources=(Source(id="src:x", csl=csl),))
    assert found(network, "petrova") == ["src:x"]


@pytest.mark.parametrize("text", ["", "   ", "–", "\u200c"])
def test_an_empty_text_finds_nothing(little: Network, text: str) -> None:
    assert search(little, text) == ()


def test_an_empty_network_has_nothing_to_find(little: Network) -> None:
    assert search(replace(little, actors=(), relations=(), sources=()), "iran") == ()


def test_no_more_are_listed_than_wanted(little: Network) -> None:
    assert len(search(little, "took place", limit=3)) == 3


@given(st.text(max_size=12))
def test_any_text_can_be_searched_for(little: Network, text: str) -> None:
    scores = [hit.score for hit in search(little, text)]
    assert scores == sorted(scores, reverse=True)


def test_a_long_body_is_shown_round_the_word_that_fits(little: Network) -> None:
    claim = replace(little.claim["clm:loan-1"], quote="word " * 40 + "Volgodonsk reactor " + "word " * 5)
    network = replace(little, relations=(replace(little.relation["rel:loan"], claims=(claim,)),))
    hit = search(network, "volgodonsk")[0]
    assert "Volgodonsk" in hit.snippet
    assert len(hit.snippet) <= SNIPPET + 4


def test_a_long_body_is_cut_after_the_word_that_fits(little: Network) -> None:
    claim = replace(little.claim["clm:loan-1"], quote="Volgodonsk " + "reactor " * 29)
    network = replace(little, relations=(replace(little.relation["rel:loan"], claims=(claim,)),))
    assert search(network, "volgodonsk")[0].snippet.endswith("…")


def test_a_network_is_indexed_once(little: Network) -> None:
    assert index_of(little) is index_of(little)
    assert texts_of(little) is texts_of(little)


def test_what_is_said_of_a_relation_holds_its_actors_kind_and_claims(little: Network) -> None:
    text = dict(zip(little.relation, texts_of(little), strict=True))["rel:loan"]
    assert fits(text, fold("Россия loan report power").split())
    assert not fits(text, ["drones"])


def plainly(network: Network, word: str) -> dict[str, float]:
    """Return how well a word fits each record as it is written: every record looked at, one after the other."""
    index = index_of(network)
    found: dict[str, float] = {}
    for at in range(index.size):
        record = index.record(at)
        head, rest = f" {spellings(record.title)} ", f" {spellings(record.body)} "
        exact, begins = f" {word} " in head, f" {word}" in head
        score = EXACT if exact else PREFIX if begins else INSIDE if word in head else IN_BODY if word in rest else 0.0
        found[record.id] = score + KIND_BONUS[record.kind] if score else 0.0
    return found


@given(word=st.sampled_from(["drones", "russia", "an", "took", "plant", "lebanon", "россия", "place", "vi"]))
def test_what_is_written_scores_as_if_every_record_were_read(little: Network, word: str) -> None:
    scores = {hit.id: hit.score for hit in search(little, word, limit=100)}
    expected = plainly(little, word)
    relations = {key: score for key, score in expected.items() if key.startswith(("rel:", "clm:")) and score}
    assert {key: scores[key] for key in relations} == {
        key: score + WHOLE_TITLE * (scores[key] > 120) for key, score in relations.items()
    }
