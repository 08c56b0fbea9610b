"""How a source is written out, and how the sources of a view are numbered; plain text only, addresses never opened."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, Final, NamedTuple

from graphdata.chains import publisher_of
from graphdata.dates import edtf_of_issued, in_words
from graphdata.network import Network, Relation
from graphdata.sourcing import Source
from graphdata.ties import ties_of
from graphdata.view import View

JOINERS: Final = "\u200c\u200d"
OTHERS: Final = frozenset({"et al", "and others", "others", "u.a", "и др"})  # without their last full stop


class Note(NamedTuple):
    """One numbered citation."""

    number: int
    source: str
    text: str


def citation(source: Source, network: Network | None = None, address: bool = True) -> str:
    """Return a source as a note gives it: who, when, what, where; the network names an outlet that is an actor."""
    who, when, title = by_whom(source, network), issued(source) or "undated", _title(source)
    parts = [who, when, title] if who else [title or source.id, when]
    return ", ".join(part for part in (*parts, _plain(source.url) if address else "") if part) + (
        " (retracted)" if source.retracted else ""
    )


def short(source: Source, network: Network | None = None) -> str:
    """Return a source in two or three words: who and when."""
    named = _plain(source.csl.get("title-short")) or outlet(source, network)
    who = named or by_whom(source) or _title(source) or source.id
    return ", ".join(part for part in (who, issued(source)) if part)


def by_whom(source: Source, network: Network | None = None) -> str:
    """Return the authors and the outlet, or whichever of them is known."""
    authors, published = _authors(source.csl.get("author")), outlet(source, network)
    if authors and published and published not in authors:
        return f"{authors} ({published})"
    return authors or published


def outlet(source: Source, network: Network | None = None) -> str:
    """Return who published a source; without a network, an outlet that is an actor goes by the bibliography."""
    if network is not None and source.publisher in network.actor:
        return _plain(publisher_of(network, source))
    written = _plain(source.csl.get("publisher") or source.csl.get("container-title"))
    kind, _, slug = source.publisher.rpartition(":")
    return (written or slug.upper()) if kind == "actor" else _plain(source.publisher) or written


def issued(source: Source) -> str:
    """Return the date of publication in words; one that cannot be read stays as it is written."""
    date = issued_date(source)
    if date:
        return in_words(date)
    written = source.csl.get("issued")
    return _plain(written.get("raw") or written.get("literal") if isinstance(written, Mapping) else written)


def issued_date(source: Source) -> str:
    """Return the date of publication as EDTF, an empty string where there is none that can be read."""
    return edtf_of_issued(source.csl)


@lru_cache(maxsize=2)
def numbered(view: View) -> tuple[Note, ...]:
    """Return every source that is behind what is on show, numbered by first use: origins first, then their carriers."""
    relation = view.network.relation
    used: dict[str, None] = {}
    for relation_id in (each for tie in ties_of(view, "ties") for each in tie.relations):
        if not used.keys() >= view.resting[relation_id]:
            used |= dict.fromkeys(_used(view, relation[relation_id]))
    known = [view.network.source[source_id] for source_id in used if source_id in view.network.source]
    return tuple(Note(at, source.id, citation(source, view.network)) for at, source in enumerate(known, start=1))


def notes_of_relation(view: View, relation_id: str) -> tuple[Note, ...]:
    """Return the notes that one relation on show rests on, by number."""
    notes = _note_of_source(view)
    return tuple(sorted(notes[source] for source in view.assessments[relation_id].sources if source in notes))


def citations_of(view: View, records: Iterable[str]) -> tuple[str, ...]:
    """Return the citations of sources, and of those that relations on show rest on, each once and in order."""
    texts: dict[str, None] = {}
    for record in records:
        if record in view.network.source:
            texts[citation(view.network.source[record], view.network)] = None
        elif record in view.assessments:
            texts |= dict.fromkeys(note.text for note in notes_of_relation(view, record))
    return tuple(texts)


@lru_cache(maxsize=2)
def _note_of_source(view: View) -> dict[str, Note]:
    return {note.source: note for note in numbered(view)}


def _used(view: View, relation: Relation) -> Iterator[str]:
    """Yield the sources behind one relation, each claim's origin before what carried it."""
    counted = view.resting[relation.id]
    for claim in relation.claims:
        yield from (source_id for source_id in reversed(claim.source_ids) if source_id in counted)


def _title(source: Source) -> str:
    """Return the title in quotes; one in brackets is a description by the editor and has none."""
    title = _plain(source.csl.get("title"))
    last = title.rpartition(" ")[2]
    title = title.removesuffix(".") if last.count(".") == 1 else title  # a full stop, not an abbreviation's or "..."
    return f"“{title}”" if title and not title.startswith("[") else title


def stands_for_others(person: object) -> bool:
    """Return whether an entry among the names is no name, but says that there are more people."""
    return _name(person).rstrip(".").casefold() in OTHERS


def _authors(people: Any) -> str:  # noqa: ANN401  CSL is whatever the record holds
    listed = list(people) if isinstance(people, Iterable) and not isinstance(people, str) else []
    named = [name for name in (_name(person) for person in listed if not stands_for_others(person)) if name]
    if len(named) > 3 or (named and any(map(stands_for_others, listed))):
        return f"{named[0] if len(named) > 3 else ', '.join(named)} and others"
    return ", ".join(named)


def _name(person: object) -> str:
    if not isinstance(person, Mapping):
        return _plain(person)
    return _plain(person.get("literal") or f"{person.get('given', '')} {person.get('family', '')}")


def _plain(text: object) -> str:
    """Return text on one line, without control signs that could hide or reorder it; Persian needs its half-space."""
    return " ".join("".join(each if each.isprintable() or each in JOINERS else " " for each in str(text or "")).split())
