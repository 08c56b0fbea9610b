"""Any letter can be printed anywhere, and nothing that a terminal would obey."""

from __future__ import annotations

import io

import pytest

from graphdata.terminal import say, say_all, write


def printed(encoding: str, text: str) -> str:
    """Return what a terminal of an encoding gets to see of a text."""
    held = io.BytesIO()
    stream = io.TextIOWrapper(held, encoding=encoding, newline="")
    say_all(stream, text)
    stream.flush()
    return held.getvalue().decode(encoding)


@pytest.mark.parametrize("encoding", ["cp1252", "cp437", "ascii"])
def test_letters_that_a_console_lacks_are_spelt_out(encoding: str) -> None:
    assert printed(encoding, "Written: ایران.svg") == "Written: \\u0627\\u06cc\\u0631\\u0627\\u0646.svg\n"


def test_a_terminal_of_today_gets_the_letters() -> None:
    assert printed("utf-8", "Written: ایران.svg, “Деньги”") == "Written: ایران.svg, “Деньги”\n"


def test_nothing_is_obeyed() -> None:
    assert printed("utf-8", "a\x1b[2Jb\nc") == "a\\u001b[2Jb\nc\n"


def test_without_a_terminal_nothing_is_said() -> None:
    """A windowed program on Windows has no streams."""
    say(None, "x")
    write(None, "x")
