"""What is wanted and the ending decide together; what cannot be is refused with what can."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.export.formats import SUFFIXES, UnknownFormatError
from desktop.export.kinds import DOCUMENTS, UNMISTAKABLE, WHAT, endings, kind_of


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_picture_is_a_picture_unless_something_else_is_wanted(suffix: str) -> None:
    assert kind_of(Path(f"m{suffix.upper()}")) is None


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_every_kind_is_found_by_what_and_ending(kind: tuple[str, str, str]) -> None:
    assert kind_of(Path(f"m{kind[1]}"), kind[0]) == kind
    assert kind[0] in WHAT


@pytest.mark.parametrize(("suffix", "what"), UNMISTAKABLE.items())
def test_some_endings_say_what_is_wanted(suffix: str, what: str) -> None:
    found = kind_of(Path(f"m{suffix}"))
    assert found
    assert found[:2] == (what, suffix)


@pytest.mark.parametrize(
    ("name", "what", "said"),
    [
        ("m.gif", "", "'m.gif' names no format. End it with one of .png"),
        ("m.docx", "map", "'m.docx' cannot hold the map. End it with one of .png"),
        ("m.png", "annex", "'m.png' cannot hold the evidence annex. End it with one of .docx, .pdf, .html."),
    ],
)
def test_what_cannot_be_is_refused_with_what_can(name: str, what: str, said: str) -> None:
    with pytest.raises(UnknownFormatError) as caught:
        kind_of(Path(name), what)
    assert str(caught.value).startswith(said)


def test_endings_are_named_once() -> None:
    assert len(set(endings())) == len(endings())
