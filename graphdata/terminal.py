"""Words on a terminal: whatever letters it knows, nothing that it would obey, and no fault for want of a letter."""

from __future__ import annotations

from typing import TextIO

from graphdata.linter.findings import printable


def say(out: TextIO | None, line: str) -> None:
    """Print a line that any terminal can show and none will obey; a program without a terminal says nothing."""
    write(out, f"{printable(line)}\n")


def say_all(out: TextIO | None, text: str) -> None:
    """Print each line of a text as say does."""
    for line in text.splitlines() or [""]:
        say(out, line)


def write(out: TextIO | None, text: str) -> None:
    """Write text as it is, letters that the stream's encoding lacks spelt out: Windows' consoles know few."""
    if out is not None:
        encoding = getattr(out, "encoding", None) or "utf-8"
        out.write(text.encode(encoding, "backslashreplace").decode(encoding))
