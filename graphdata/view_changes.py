"""What has changed in the data since a view was saved, in words and with every name and id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from graphdata.citation import short
from graphdata.fingerprints import edited_in, spelt_out
from graphdata.marking import needs_reason
from graphdata.network import Network
from graphdata.reference import Dataset
from graphdata.ruleset import Level
from graphdata.saved_view import SavedView, Shown, shown_of
from graphdata.view import View, view_of

NAMED = 4  # records that a sentence names before it counts the rest


class Change(NamedTuple):
    """One change: a whole sentence, and all records it speaks of."""

    words: str
    ids: tuple[str, ...] = ()
    names: tuple[str, ...] = ()  # of the same records: what they are called, where the data still say so, and the id


def changes_since(network: Network, saved: SavedView, view: View | None = None) -> tuple[Change, ...]:
    """Return what is no longer as the view saw it; nothing where the same picture comes back."""
    made = saved.dataset
    if made.digest and (made.id, made.digest, made.ruleset) == (network.id, network.digest, network.ruleset):
        return ()
    now = view if view is not None else view_of(network, saved.filter)
    return (*_of_dataset(made, network), *_of_records(network, saved), *_of_show(network, saved, now))


def in_words(changes: Iterable[Change]) -> str:
    """Return the changes as lines of text, every record named: below the sentence where it only counts some."""
    return "\n".join(each.words + _below(each.names or each.ids) for each in changes)


def _below(names: tuple[str, ...]) -> str:
    return "".join(f"\n    {name}" for name in names) if len(names) > NAMED else ""


def _of_dataset(made: Dataset, network: Network) -> Iterator[Change]:
    """Yield whether it is another dataset, another version of it, or judged by other rules."""
    if made.id != network.id:
        yield Change(
            f"The view was made of another dataset, “{made.title or made.id}” ({made.id}); "
            f"this is “{network.title}” ({network.id})."
        )
    elif made.version != network.version:
        yield Change(f"The dataset was version {_edition(made)}; it is now version {_edition(network)}.")
    elif made.digest != network.digest:
        yield Change(
            f"The dataset is still version {made.version}, but its content has changed: {_digests(made, network)}."
        )
    if made.ruleset != network.ruleset:
        yield Change(f"Confidence was computed by ruleset {made.ruleset}; it is now ruleset {network.ruleset}.")


def _edition(named: Dataset | Network) -> str:
    return f"{named.version} ({named.digest[:8] or 'no digest'})"


def _digests(made: Dataset, network: Network) -> str:
    return f"{made.digest[:8] or 'no digest'} then, {network.digest[:8] or 'no digest'} now"


def _of_records(network: Network, saved: SavedView) -> Iterator[Change]:
    """Yield what the view shows, holds or asks for that the data no longer has."""
    actors, relations, sources = network.actor.keys(), network.relation.keys(), network.source.keys()
    asked = saved.filter
    yield from _listed(
        "{} that the view shows {} no longer in the data", "actor", set(saved.shown.actors) - actors, network
    )
    yield from _listed("{} that the view pins {} no longer in the data", "actor", set(saved.pins) - actors, network)
    gone = saved.shown.relations.keys() - relations
    yield from _listed("{} that the view shows {} no longer in the data", "relation", gone, network)
    named = asked.hidden_actors | asked.givers | asked.receivers | asked.parties | ({asked.ego} - {""})
    named |= asked.hidden_relations | asked.sources | asked.struck
    named -= actors | relations | sources
    yield from _listed("{} that the filter names {} no longer in the data", "record", named, network)


def _of_show(network: Network, saved: SavedView, view: View) -> Iterator[Change]:
    """Yield what the same filter shows now that it did not show then, the other way round, and what is judged anew."""
    then, now = saved.shown, shown_of(view)
    yield from _marking(then.marking, now.marking)
    came = now.relations.keys() - then.relations.keys()
    left = (then.relations.keys() & network.relation.keys()) - now.relations.keys()
    yield from _listed("{} that the view showed {} now left out by its filter", "relation", left, network)
    yield from _listed("{} that the view did not show {} now on show", "relation", came, network)
    yield from _listed(
        "{} that the view did not show {} now on show", "actor", set(now.actors) - set(then.actors), network
    )
    yield from _edited(then, view)
    yield from _levels(then.relations, now.relations, network)
    for noun, before, after in (("claims", then.claims, now.claims), ("sources", then.sources, now.sources)):
        if before != after:
            yield Change(f"What is on show rested on {before} {noun}; it now rests on {after}.")


def _marking(then: str, now: str) -> Iterator[Change]:
    """Yield that what is on show is marked otherwise, and whether that is higher; nothing where it was not kept."""
    if then and then != now:
        told = ", which is higher: check who may see it" if needs_reason(then, now) else ""
        yield Change(f"What is on show was marked {then}; it is now marked {now}{told}.")


def _edited(then: Shown, view: View) -> Iterator[Change]:
    """Yield the records that were on show and still are, but say something else; a relation's claims are part of it."""
    before = spelt_out(then.fingerprints, then.actors, then.relations)
    if then.relations and not before.keys() & then.relations.keys():
        yield Change("The view was saved without fingerprints: which of its relations were edited cannot be told.")
    changed = edited_in(view, before)
    actors, relations = changed.intersection(then.actors), changed & then.relations.keys()
    for noun, keys in (("actor", actors), ("relation", relations), ("source", changed - actors - relations)):
        found, names = _called(keys, view.network)
        have = "has" if len(found) == 1 else "have"
        if found:
            yield Change(f"{_counted(len(found), noun)} on show {have} been edited: {_named(names)}.", found, names)


def _levels(then: dict[str, int], now: dict[str, int], network: Network) -> Iterator[Change]:
    """Yield the relations whose confidence is another one, by what it was and what it is."""
    moved = sorted(key for key in then.keys() & now.keys() if then[key] != now[key])
    for before, after in sorted({(then[key], now[key]) for key in moved}):
        keys, names = _called((key for key in moved if (then[key], now[key]) == (before, after)), network)
        words = f"Confidence was {_level(before)} and is {_level(after)} in {_counted(len(keys), 'relation')}"
        yield Change(f"{words}: {_named(names)}.", keys, names)


def _level(number: int) -> str:
    known = {int(level): level.label.lower() for level in Level}
    return known.get(number, f"level {number}")


def _listed(words: str, noun: str, keys: Iterable[str], network: Network) -> Iterator[Change]:
    """Yield one sentence that counts and names some records, nothing where there are none."""
    found, names = _called(keys, network)
    if found:
        said = words.format(_counted(len(found), noun), "is" if len(found) == 1 else "are")
        yield Change(f"{said}: {_named(names)}.", found, names)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _named(names: tuple[str, ...]) -> str:
    if len(names) <= NAMED:
        return ", ".join(names)
    return f"{', '.join(names[: NAMED - 1])} and {len(names) - NAMED + 1} more"


def _called(keys: Iterable[str], network: Network) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return some ids in order, and beside them what a reader knows each by."""
    found = tuple(sorted(keys))
    return found, tuple(_name(key, network) for key in found)


def _name(key: str, network: Network) -> str:
    """Return what a record is called, with its id; the id alone of a record that is gone."""
    if key in network.actor:
        return f"{network.actor[key].label} ({key})"
    if key in network.relation:
        return f"“{network.relation[key].summary}” ({key})"
    return f"{short(network.source[key], network)} ({key})" if key in network.source else key
