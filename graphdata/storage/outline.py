"""Find the line on which a record or a key stands in a TOML file, by a quick look that need not be a parse."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

from graphdata.linter.findings import FieldPath

_OPENING = re.compile(r"[\w\"'-][^=]*=|\[|\{")
_LONG_TEXT = re.compile(r'"""[\s\S]*?"""|' + r"'''[\s\S]*?'''")


class Outline:
    """The lines of one dossier file, with texts of many lines blanked so that nothing in them looks like a key."""

    def __init__(self, text: str) -> None:
        """Keep the text; its lines are looked at when the first question comes."""
        self._text = text

    @cached_property
    def lines(self) -> list[str]:
        """The lines as they count for a search."""
        return _LONG_TEXT.sub(lambda found: '""' + "\n" * found[0].count("\n"), self._text).split("\n")

    @cached_property
    def _headers(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for number, line in enumerate(self.lines):
            if line.lstrip().startswith("["):
                found.setdefault(_table_name(line), []).append(number)
        return found

    def line_of(self, path: FieldPath) -> int:
        """Return the line of a field, counted from one; of its record where the field is not written."""
        start, end, rest = self._section(path)
        return self._narrowed(start, end, rest) + 1

    def _section(self, path: FieldPath) -> tuple[int, int, FieldPath]:
        """Return first and last line of the [[table]] that a path begins with, and the rest of the path."""
        starts = self._headers.get(str(path[0]), []) if path else []
        if len(path) < 2 or not isinstance(path[1], int) or path[1] >= len(starts):
            return 0, self._first_list(), path
        at = bisect_right(starts, starts[path[1]])
        return starts[path[1]], starts[at] if at < len(starts) else len(self.lines), path[2:]

    def _first_list(self) -> int:
        """The keys of the file itself end where its first list of tables begins."""
        starts = (number for number, line in enumerate(self.lines) if line.lstrip().startswith("[["))
        return next(starts, len(self.lines))

    def _narrowed(self, start: int, end: int, path: FieldPath) -> int:
        """Follow the path down from line to line as long as the next step can be seen."""
        here = start
        for step in path:
            found = self._row(here, end, step) if isinstance(step, int) else self._key(here, end, step)
            if found is None:
                break
            here, end = found, self._end_of(found, end)
        return here

    def _end_of(self, start: int, end: int) -> int:
        """What a line opens ends where the next header, key or item of the same indentation begins."""
        opening = self.lines[start]
        indent = len(opening) - len(opening.lstrip())
        header = opening.lstrip().startswith("[")
        following = (number for number in range(start + 1, end) if _begins(self.lines[number], indent, header))
        return next(following, end)

    def _key(self, start: int, end: int, name: str) -> int | None:
        wanted = re.compile(rf"""(?:^|[\[{{,.\s])["']?{re.escape(name)}["']?\s*(?:[=.\]])""")
        return next((number for number in range(start, end) if wanted.search(self.lines[number])), None)

    def _row(self, start: int, end: int, index: int) -> int | None:
        """The item of a list that gives each item a line of its own."""
        if self.lines[start].lstrip().startswith("[["):
            name = _table_name(self.lines[start])
            rows = (number for number in self._headers[name] if start <= number < end)
        else:
            rows = (number for number in range(start + 1, end) if self.lines[number].lstrip()[:1] in {"{", '"', "'"})
        return next((number for at, number in enumerate(rows) if at == index), None)


def _table_name(line: str) -> str:
    return line.partition("]")[0].replace(" ", "").replace("\t", "").lstrip("[")


def _begins(line: str, indent: int, header: bool) -> bool:
    bare = line.lstrip()
    if header:
        return bare.startswith("[")
    return len(line) - len(bare) <= indent and bool(_OPENING.match(bare))
