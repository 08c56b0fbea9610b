"""Names are compared without regard to form, and make ids that stay the same."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphdata.storage.table_names import Slugs, key_of, slug_of


@pytest.mark.parametrize(("one", "other"), [("Iran ", "IRAN"), ("Ан  Сар", "ан сар"), ("cafe\u0301", "Café")])
def test_names_that_are_the_same(one: str, other: str) -> None:
    assert key_of(one) == key_of(other)


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Россия", "rossiya"),
        ("Ансар Аллах", "ansar-allakh"),
        ("Łódź & Co.", "lodz-co"),
        ("ایران", "ayran"),
        ("a " * 40, "a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a"),
        ("x" * 50, "x" * 40),
    ],
)
def test_slugs_are_readable(name: str, slug: str) -> None:
    assert slug_of(name) == slug


@given(st.text(min_size=1))
def test_every_text_has_a_slug(text: str) -> None:
    assert re.fullmatch("[a-z0-9][a-z0-9-]*", slug_of(text))
    assert slug_of(text) == slug_of(text)


def test_a_name_in_a_script_without_letters_for_it_has_a_slug_of_its_own() -> None:
    assert slug_of("中国") != slug_of("日本")


def test_the_second_of_a_kind_gets_a_number() -> None:
    slugs = Slugs()
    assert [slugs.of(name) for name in ("a b", "A-B", "a b 2", "a.b")] == ["a-b", "a-b-2", "a-b-2-2", "a-b-3"]
