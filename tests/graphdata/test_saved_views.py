"""A list of saved views: names stay apart, order is the analyst's, and the text comes back."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from graphdata import saved_views
from graphdata.filter import Filter
from graphdata.network import Network
from graphdata.saved_view import SavedViewError, saved_view, to_json
from graphdata.saved_views import (
    LIST_MAGIC,
    Views,
    added,
    file_name,
    joined,
    list_from_json,
    list_to_json,
    moved,
    removed,
    renamed,
)
from graphdata.view import view_of


@pytest.fixture(scope="module")
def views(little: Network) -> Views:
    """Return three views."""
    asked = {"Arms": "arms", "Деньги": "money", "ايران <3>": "tech"}
    return tuple(saved_view(view_of(little, Filter(domains=frozenset([each]))), name) for name, each in asked.items())


def names(views: Views) -> list[str]:
    return [each.name for each in views]


def test_a_list_comes_back_and_is_the_same_text_each_time(views: Views) -> None:
    text = list_to_json(views)
    assert list_from_json(text) == views
    assert text == list_to_json(list_from_json(text))
    assert list_from_json(list_to_json(())) == ()


def test_a_list_that_went_through_mail_or_an_editor_is_the_same(views: Views) -> None:
    text = list_to_json(views)
    assert text.startswith(LIST_MAGIC)
    assert list_from_json(b"\xef\xbb\xbf" + text.replace(b"\n", b"\r\n")) == views


def test_a_list_from_before_digests_is_read(views: Views) -> None:
    lines = b",".join(to_json(each).encode() for each in views)
    assert list_from_json(b'{"form":1,"program":"0.1.0","views":[' + lines + b"]}") == views


@given(st.data())
def test_a_changed_list_is_refused_or_says_the_same(views: Views, data: st.DataObject) -> None:
    text = bytearray(list_to_json(views))
    text[data.draw(st.integers(0, len(text) - 1))] = data.draw(st.integers(0, 255))
    with contextlib.suppress(SavedViewError):
        assert list_from_json(bytes(text)) == views


def test_views_that_are_there_already_do_not_join_twice(views: Views) -> None:
    one, two, three = views
    renamed_one = replace(one, name="My own name", program="9.9")
    other = replace(three, title="Another statement")
    assert joined((renamed_one, two), (one, two, other, other)) == (renamed_one, two, other)


def test_names_stay_apart(views: Views) -> None:
    assert names(added(added(views, views[0]), views[0]))[3:] == ["Arms (2)", "Arms (3)"]
    assert names(renamed(views, 1, " Arms ")) == ["Arms", "Arms (2)", "ايران <3>"]
    assert names(renamed(views, 0, "Arms")) == names(views)


def test_views_are_moved_and_taken_out(views: Views) -> None:
    one, two, three = views
    assert moved(views, 0, 1) == (two, one, three)
    assert moved(views, 2, -5) == (three, one, two)
    assert moved(views, 0, 9) == (two, three, one)
    assert removed(views, 1) == (one, three)


def test_a_list_has_an_end(views: Views, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(saved_views, "MOST", 3)
    with pytest.raises(SavedViewError, match="Remove one first"):
        added(views, views[0])


@given(st.binary(max_size=60))
def test_what_is_no_list_is_refused_in_words(data: bytes) -> None:
    with pytest.raises(SavedViewError):
        list_from_json(data)


def test_a_list_that_is_cut_says_what_to_do(views: Views) -> None:
    with pytest.raises(SavedViewError, match=r"truncated\. Take the file from its source again\.$"):
        list_from_json(list_to_json(views)[:300])


def test_a_newer_list_is_refused_by_name() -> None:
    with pytest.raises(SavedViewError, match=r"Entente 4\.0 in form 9"):
        list_from_json(b'{"form":9,"program":"4.0","views":[]}')


def test_files_are_named_by_place_and_name(views: Views) -> None:
    assert [file_name(rank, each, ".png") for rank, each in enumerate(views, start=1)] == [
        "01-Arms.png", "02-Деньги.png", "03-ايران-3.png",
    ]  # fmt: skip
    assert file_name(1, renamed(views, 0, "../..")[0], ".png") == "01-view.png"
