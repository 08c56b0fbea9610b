"""The actors that a table names, found again by their names; of two rows that contradict each other, one is taken."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import msgspec

from graphdata.linter.findings import quoted
from graphdata.network import Actor
from graphdata.storage.table_cells import word_in
from graphdata.storage.table_claims import tell_faults
from graphdata.storage.table_columns import WORDS
from graphdata.storage.table_names import Slugs, key_of, slug_of
from graphdata.storage.table_rows import Ledger, Row

_NO_ID = "actor:x"


@dataclass(frozen=True, slots=True)
class Party:
    """An actor as far as rows tell of it: the first row that does, its kind where one says it, and its other fields."""

    row: Row
    column: str
    names: tuple[str, ...]
    kind: str = ""
    more: Mapping[str, Any] = field(default_factory=dict)

    def record(self, slug: str) -> Actor:
        """Return the actor."""
        first, *others = (" ".join(name.split()) for name in self.names)
        names = [{"text": first}, *({"text": name, "type": "alias"} for name in others)]
        said = {"id": f"actor:{slug}", "kind": self.kind or "unknown", "names": names, **self.more}
        return msgspec.convert(said, Actor)


class Listed:
    """What the sheet of actors says, by each of their names, and the names in rows that could not be taken."""

    def __init__(self, rows: Iterable[Row], ledger: Ledger) -> None:
        """Read the rows; the second one with a name is refused."""
        self.parties: dict[str, Party] = {}
        self.spoiled: dict[str, Row] = {}
        self.is_empty = True
        for row in rows:
            self.is_empty = False
            party = _listed(row, ledger)
            self._look(party, ledger)
            self._keep(party, ledger.takes(row))

    def _keep(self, party: Party, taken: bool) -> None:
        for name in party.names:
            if taken:
                self.parties[key_of(name)] = party
            else:
                self.spoiled[key_of(name)] = party.row

    def _look(self, party: Party, ledger: Ledger) -> None:
        for name in party.names:
            before = self.parties.get(key_of(name))
            if before:
                message = f"the name {quoted(name)} is in use in row {before.row.number}."
                ledger.refuse(
                    party.row, "name", message, "Join the two rows, or tell the names apart.", "duplicate-name"
                )


def _listed(row: Row, ledger: Ledger) -> Party:
    """Return the actor of a row, or as much of it as can be looked at."""
    others = [name.strip() for name in row["other names"].split(";") if name.strip()]
    names = tuple(_each_once([row["name"], *others]))
    kind = word_in(row, "kind", ledger, WORDS["actor kind"])
    more = {name: row[name] for name in ("short", "country", "note") if row[name]}
    more |= {"bloc": slug_of(row["bloc"])} if row["bloc"] else {}
    tell_faults(
        row, {"id": _NO_ID, "kind": "unknown", "names": [{"text": name} for name in names], **more}, Actor, ledger
    )
    return Party(row, "kind", names, kind, more)


def _each_once(names: Iterable[str]) -> Iterable[str]:
    """Return names as they are first spelt."""
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(key_of(name), name)
    return found.values()


class Roster:
    """The actors behind the rows that were taken so far."""

    def __init__(self, listed: Listed, ledger: Ledger) -> None:
        """Start with those of the sheet of actors."""
        self._listed, self._ledger = listed, ledger
        self._parties = dict(listed.parties)
        self.ids: dict[str, str] = {}

    def meet(self, row: Row) -> None:
        """Take the two actors of a row, unless it contradicts what is known of one of them."""
        kinds = {
            side: word_in(row, f"{side} kind", self._ledger, WORDS["actor kind"]) for side in ("giver", "receiver")
        }
        for side, kind in kinds.items():
            self._compare(row, side, kind)
        for side, kind in kinds.items() if self._ledger.takes(row) else ():
            self._take(row, side, kind)

    def _compare(self, row: Row, side: str, kind: str) -> None:
        key = key_of(row[side])
        known, spoiled = self._parties.get(key), self._listed.spoiled.get(key)
        if spoiled and not known:
            message = f"{quoted(row[side])} stands in row {spoiled.number} of the actors, which could not be taken."
            self._ledger.refuse(row, side, message, "Mend that row.", "row-refused")
        elif known and known.kind and kind and known.kind != kind:
            message = f"{quoted(row[side])} is {kind} here and {known.kind} in row {known.row.number}."
            self._ledger.refuse(row, f"{side} kind", message, "Make the two agree.", "contradiction")

    def _take(self, row: Row, side: str, kind: str) -> None:
        key = key_of(row[side])
        if key not in self._parties and not self._listed.is_empty:
            message = "the actor is not in the sheet of actors; it was made from this row."
            self._ledger.note(row, side, message, "Look at its spelling, or list it.", "actor-not-listed")
        known = self._parties.setdefault(key, Party(row, f"{side} kind", (row[side],), kind))
        if kind and not known.kind:
            filled = replace(known, kind=kind)
            self._parties |= {other: filled for other, party in self._parties.items() if party is known}

    def records(self) -> dict[str, Actor]:
        """Return every actor once, under the key of its first name."""
        slugs = Slugs()
        found: dict[str, Actor] = {}
        for key, party in self._parties.items():
            if key == key_of(party.names[0]):
                found[key] = party.record(slugs.of(party.names[0]))
                self.ids |= {key_of(name): found[key].id for name in party.names}
                self._tell_kind(party)
        return found

    def _tell_kind(self, party: Party) -> None:
        if not party.kind:
            self._ledger.default(party.row, party.column, "unknown")

    def id_of(self, name: str) -> str:
        """Return the id of an actor by any of its names, empty where none has it; asked after the records were made."""
        return self.ids.get(key_of(name), "")
