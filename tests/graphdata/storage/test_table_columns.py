"""The columns of a table: one meaning for each name, and words that the model knows."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from graphdata.storage.table_columns import ACTORS, BROADEST, KIND_WORDS, RELATIONS, SOURCES, WORDS, Column, folded
from graphdata.vocabulary import KINDS


@pytest.mark.parametrize("columns", [RELATIONS, ACTORS, SOURCES])
def test_no_name_means_two_columns(columns: Sequence[Column]) -> None:
    names = [folded(name) for column in columns for name in (column.name, *column.aliases)]
    assert len(names) == len(set(names))


def test_five_columns_are_needed() -> None:
    needed = [column.name for column in RELATIONS if column.required]
    assert needed == ["giver", "receiver", "domain", "summary", "source title"]


def test_the_broadest_kind_of_a_domain_is_no_hostile_act() -> None:
    assert BROADEST.keys() == KINDS.keys()
    assert not any(KINDS[domain][kind].hostile for domain, kind in BROADEST.items())


def test_kinds_go_by_their_word_and_their_label() -> None:
    assert KIND_WORDS["arms"]["transfer"] == KIND_WORDS["arms"]["arms transfer"] == "transfer"
    assert WORDS["aspect"][folded("In_Progress")] == "status:in_progress"
