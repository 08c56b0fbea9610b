"""A numbered citation as every picture, slide, page and annex prints it, origin first; shorter ones in a fixed order.

"WSJ, 27 Mar 2023 (own reporting; in UP, 8 Dec 2023 [4]), information Mar 2023, C2": as ICD 206 and the Admiralty code
have it. Where there is little room, whole lists are shortened, never single items: first addresses and descriptors go,
then titles and the names of carriers, whose numbers stay, then all origins but the first and digests, then the origins,
at last carriers and the date of the information. Who, when and how good it is always stays.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from enum import IntEnum
from functools import cached_property
from typing import Final

from graphdata.citation import Note, by_whom, citation, issued, short
from graphdata.provenance import OWN, UNNAMED, Provenance, provenance_of
from graphdata.sourcing import UNGRADED, Source
from graphdata.view import View

NAMED: Final = (2, 2, 2, 1, 0, 0)  # origins that are named in each form before the others are counted
DIGITS: Final = (12, 12, 4, 0, 0, 0)  # of the digest of a copy
SHORT_TITLE: Final = 44  # signs of a title where it stands for who and when, or tells them apart
KEY: Final = "Grades: A–F how reliable the way to us is, 1–6 how credible the item; best–worst."
NOT_GRADED: Final = "No source is graded."
SHORTENED: Final = "Shortened; in full in the annex, “Sources”."
PLACE: Final = "in the annex, “Sources”"


class Form(IntEnum):
    """How much of a citation is printed, the most first; each leaves out what those before it do."""

    WHOLE = 0
    PLAIN = 1  # without address and descriptor
    BRIEF = 2  # without title, carriers by number alone
    SPARE = 3  # with one origin, without digest
    BARE = 4  # without origins
    LEAST = 5  # who, when and the grade


class Citing:
    """The citations of what one or several views rest on, under their numbers."""

    def __init__(self, views: Sequence[View], notes: Sequence[Note]) -> None:
        """Remember what to cite."""
        self.notes = tuple(notes)
        self._views = tuple(views)
        self._network = self._views[0].network
        self._number: Mapping[str, int] = {note.source: note.number for note in self.notes}
        self._texts: dict[Form, tuple[str, ...]] = {}

    @cached_property
    def _found(self) -> Mapping[str, Provenance]:
        return provenance_of(self._views)

    @cached_property
    def _alike(self) -> frozenset[str]:
        """What several sources go by that who and when do not tell apart."""
        counts = Counter(short(self._network.source[each], self._network) for each in self._number)
        return frozenset(named for named, count in counts.items() if count > 1)

    @cached_property
    def is_graded(self) -> bool:
        """Whether anybody on the way to any of them was judged."""
        return any(self._found[note.source].grade for note in self.notes if note.source in self._found)

    def texts(self, form: Form = Form.WHOLE) -> tuple[str, ...]:
        """Return every citation in one form, without its number."""
        if form not in self._texts:
            self._texts[form] = tuple(self.text(note, form) for note in self.notes)
        return self._texts[form]

    def text(self, note: Note, form: Form = Form.WHOLE) -> str:
        """Return one citation without its number."""
        source = self._network.source[note.source]
        behind, *rest = self._came(source, form)
        parts = (self._who(source, form) + (f" ({behind})" if behind else ""), *rest, _copy(source, DIGITS[form]))
        return ", ".join(filter(None, parts)) + (_descriptor(source) if form == Form.WHOLE else "")

    def way(self, note: Note) -> str:
        """Return how one source came to us: origins and carriers, the date of the information, the grade."""
        return "; ".join(filter(None, self._came(self._network.source[note.source], Form.PLAIN)))

    def _came(self, source: Source, form: Form) -> tuple[str, str, str]:
        """Return who is behind a source and who passed it on, of when the information is, and the grade."""
        found = self._found.get(source.id, Provenance())
        dated = found.information if found.information != issued(source) and form < Form.LEAST else ""
        return (
            "; ".join(filter(None, (_origins(found, source, form), self._way(found, form)))),
            f"{'information' if form <= Form.BRIEF else 'info'} {dated}" if dated else "",
            found.grade or (UNGRADED if self.is_graded else ""),
        )

    def whole(self, note: Note) -> str:
        """Return one citation with all that a list of sources says of it, the editors' own grade too."""
        return f"{self.text(note)}. {standing(self._network.source[note.source])}"

    def key(self, form: Form = Form.WHOLE) -> str:
        """Return what is said once for all of them: what grades mean or that there are none, and what is shortened."""
        graded = KEY if self.is_graded else NOT_GRADED
        return graded if form == Form.WHOLE else f"{graded} {SHORTENED}"

    def _who(self, source: Source, form: Form) -> str:
        """Return who and when, and what where there is room or where it takes that to tell sources apart."""
        if form <= Form.PLAIN:
            return citation(source, self._network, address=form == Form.WHOLE)
        named = short(source, self._network)
        title = source.title.strip("[]").rstrip(".")
        if source.title in named or not title:
            named = _cut(named.strip("[]“”"), SHORT_TITLE)
        elif named in self._alike:
            told = title.removeprefix(named.partition(",")[0]).strip(" :,") or title
            named = f"{named}: {_cut(told, SHORT_TITLE)}"
        gone = ", retracted" if source.retracted else ""
        return named + ("" if issued(source) else ", undated") + gone

    def _way(self, found: Provenance, form: Form) -> str:
        """Return who passed it on, or what it passes on itself."""
        if form == Form.LEAST:
            return ""
        if found.carries:
            return f"passes on {self._numbers(found.carries)}"
        if not found.carriers:
            return ""
        return f"in {self._names(found.carriers) if form <= Form.PLAIN else self._numbers(found.carriers)}"

    def _numbers(self, sources: Sequence[str]) -> str:
        """Return some sources by their numbers."""
        return f"[{', '.join(str(self._number[each]) for each in sources if each in self._number)}]"

    def _names(self, sources: Sequence[str]) -> str:
        """Return some sources by who and when, and their numbers."""
        known = [self._network.source[each] for each in sources if each in self._number]
        return "; ".join(f"{short(each, self._network)} [{self._number[each.id]}]" for each in known)


def in_full(citing: Citing) -> tuple[str, ...]:
    """Return all citations in full with their numbers, a line each, under what is said once for them."""
    lines = (f"[{note.number}] {text}" for note, text in zip(citing.notes, citing.texts(), strict=True))
    return (citing.key(), *lines) if citing.notes else ()


def standing(source: Source) -> str:
    """Return how reliable the editors hold a source itself, and whether they read it."""
    return f"Reliability {source.judged}; {'read' if source.read else 'not read, known through others'}."


def rest_in_words(left: int, listed: bool) -> str:
    """Return where so many sources are that a list has no room for, empty where there are none."""
    if not left:
        return ""
    return f"and {left:,} more {PLACE}" if listed else f"{left:,} numbered sources, {PLACE}"


def _origins(found: Provenance, source: Source, form: Form) -> str:
    """Return who is behind it: itself, or those that it cites."""
    chosen = found.origins[: NAMED[form]]
    if not chosen:
        return ""
    authors = by_whom(source)
    own = [each for each in chosen if each in OWN]
    cited = [("its author" if each in authors else each) for each in chosen if each not in (*OWN, UNNAMED)]
    said = [*own, *([f"citing {', '.join(cited)}"] if cited else []), *(each for each in chosen if each == UNNAMED)]
    left = len(found.origins) - len(chosen)
    return ", ".join(said) + (f" and {left} more" if left else "")


def _copy(source: Source, digits: int) -> str:
    """Return the digest of the copy that was read, some signs of it."""
    if not source.archive or not digits:
        return ""
    return f"copy sha256:{source.archive.sha256[:digits]}{'…' if digits == DIGITS[Form.BRIEF] else ''}"


def _cut(text: str, most: int) -> str:
    """Return the words of a text that so many signs hold."""
    return text if len(text) <= most else f"{text[:most].rpartition(' ')[0] or text[:most]}…"


def _descriptor(source: Source) -> str:
    """Return what a reader must know of access, interest and dates to weigh a source; nothing where nothing is said."""
    if source.descriptor is None:
        return ""
    told = source.descriptor
    said = {"Access": told.access, "Interest": told.interest, "Dates": told.currency}
    return "".join(f". {name}: {text.rstrip('.')}" for name, text in said.items() if text)
