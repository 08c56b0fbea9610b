"""The actors and sources that a table names: the same ones are found by name, and contradictions are refused."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final, NamedTuple

from graphdata.dates import span_of
from graphdata.linter.findings import quoted
from graphdata.network import Actor
from graphdata.sourcing import Source
from graphdata.storage.table_cells import date_in, word_in
from graphdata.storage.table_claims import tell_faults
from graphdata.storage.table_columns import NO_REASON, WORDS
from graphdata.storage.table_names import key_of
from graphdata.storage.table_rows import Ledger, Row

Fields = dict[str, Any]
