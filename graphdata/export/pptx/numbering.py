"""One row of source numbers for a whole deck: the same source has the same number on every slide and in the annex."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from graphdata.citation import Note, numbered, short
from graphdata.network import Network
from graphdata.sheet.citations import numbers_on_line
from graphdata.ties import Tie
from graphdata.view import View


class Numbering(NamedTuple):
    """The notes of a deck in order, and each by its source; without notes nothing is cited."""

    notes: tuple[Note, ...]
    by_source: Mapping[str, Note]

    @classmethod
    def of(cls, views: Iterable[View]) -> Numbering:
        """Return the sources of some views, numbered by first use."""
        found: dict[str, Note] = {}
        for view in views:
            for note in numbered(view):
                found.setdefault(note.source, note._replace(number=len(found) + 1))
        return cls(tuple(found.values()), found)

    def of_view(self, view: View) -> tuple[Note, ...]:
        """Return the notes that one view rests on, by number."""
        used = {source for each in view.relations for source in view.assessments[each.id].sources}
        return tuple(note for note in self.notes if note.source in used)

    def of_relation(self, view: View, relation_id: str) -> tuple[int, ...]:
        """Return the numbers of the sources behind a relation."""
        sources = view.assessments[relation_id].sources
        return tuple(sorted(self.by_source[each].number for each in sources if each in self.by_source))

    def of_tie(self, view: View, tie: Tie) -> tuple[int, ...]:
        """Return the numbers of the sources behind a line."""
        return tuple(sorted({number for each in tie.relations for number in self.of_relation(view, each)}))

    def on_lines(self, view: View, ties: Sequence[Tie]) -> dict[str, str]:
        """Return what is printed on each line, by the line's id; nothing where nothing is cited."""
        return {tie.id: numbers_on_line(self.of_tie(view, tie)) for tie in ties} if self.notes else {}

    @property
    def numbers(self) -> dict[str, int]:
        """The number of each source."""
        return {source: note.number for source, note in self.by_source.items()}

    def tip(self, number: int, network: Network) -> str:
        """Return a source in two or three words, for whoever rests the pointer on its number."""
        note = self.notes[number - 1]
        return f"[{number}] {short(network.source[note.source], network)}" if note.source in network.source else ""


UNNUMBERED: Final = Numbering((), {})
