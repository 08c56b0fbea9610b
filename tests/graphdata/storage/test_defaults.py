"""Equal values are written alike, however they came to be."""

from __future__ import annotations

import msgspec

from graphdata.network import Actor, Name
from graphdata.sourcing import Asserts
from graphdata.storage.defaults import settled


def test_a_word_that_equals_its_default_is_left_out() -> None:
    marking = f"TLP:{str.upper('clear')}"
    actor = Actor(id="actor:a", kind="firm", names=(Name(text="A", type=str.lower("OFFICIAL")),), marking=marking)  # type: ignore[arg-type]
    assert b"marking" in msgspec.json.encode(actor)
    assert msgspec.json.encode(settled(actor)) == b'{"id":"actor:a","kind":"firm","names":[{"text":"A"}]}'


def test_a_whole_number_is_written_like_any_other() -> None:
    assert msgspec.json.encode(settled(Asserts(value=6000))) == b'{"value":6000.0}'
    assert settled(Asserts(value=None)).value is None
