"""Cells that a spreadsheet takes for what they are: text on one line that begins with no sign of a formula."""

from __future__ import annotations

from typing import Final

from graphdata.directions import unmarked

ACTIVE: Final = ("=", "+", "-", "@", "＝", "＋", "－", "＠")  # the wide ones begin a formula in Japanese spreadsheets
MARK: Final = "'"


def flat(cell: object) -> str:
    """Return a cell on one line, without marks of direction; a tabulator would begin another cell."""
    return " ".join(unmarked(str(cell)).split())


def is_active(cell: str) -> bool:
    """Return whether a spreadsheet would take a cell for a formula."""
    return cell.startswith(ACTIVE)


def harmless(cell: object) -> str:
    """Return a cell on one line that no spreadsheet takes for a formula; an apostrophe marks where one was."""
    line = flat(cell)
    return f"{MARK}{line}" if is_active(line) else line
