"""What is written as TOML reads back the same."""

from __future__ import annotations

import tomllib
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from graphdata.storage.toml import table_of_keys, tables_of

texts = st.text(st.characters(codec="utf-8"), max_size=30)
values = st.recursive(
    texts | st.integers(-(2**60), 2**60) | st.booleans() | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=10,
)
tables = st.dictionaries(texts, values, max_size=5)


@given(tables)
def test_a_table_reads_back_the_same(table: dict[str, Any]) -> None:
    assert tomllib.loads(table_of_keys(table)) == table


@given(st.lists(tables, max_size=3))
def test_a_list_of_tables_reads_back_the_same(records: list[dict[str, Any]]) -> None:
    assert tomllib.loads(tables_of("record", records)).get("record", []) == records


def test_it_looks_as_people_write_it() -> None:
    record = {"id": "rel:a", "note": 'two\n"lines"', "chain": [{"node": "src:b"}], "editors": ["c"], "none": None}
    assert table_of_keys(record) == (
        'id = "rel:a"\nnote = """\ntwo\n\\"lines\\""""\nchain = [\n  { node = "src:b" },\n]\neditors = ["c"]\n'
    )
