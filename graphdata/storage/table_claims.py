"""One row of the relations as a draft: its dealing, and the one or two claims that it makes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from graphdata.linter.findings import FieldPath, Names, quoted
from graphdata.network import Actor, Relation
from graphdata.sourcing import Claim
from graphdata.storage.fields import faults_in
from graphdata.storage.table_cells import amount_in, date_in, locator_in, word_in, word_or_default
from graphdata.storage.table_columns import BROADEST, KIND_WORDS, folded
from graphdata.storage.table_names import key_of
from graphdata.storage.table_rows import Ledger, Row

UNSTATED: Final = frozenset({"unstated", "not stated", "not named", "unnamed"})
_COLUMNS: Final = {"summary": "claim", "when": "date", "chain": "origin", "asserts": "unit"}
_UNDRAWN: Final = {"id": "clm:x", "relation": "rel:x"}


@dataclass(frozen=True, slots=True)
class Draft:
    """A row as far as it can be read by itself; actors and sources still go by their names."""

    row: Row
    domain: str
    kind: str
    direction: str
    claims: tuple[dict[str, Any], ...]

    @property
    def key(self) -> tuple[str, ...]:
        """What rows have in common that speak of one dealing."""
        row = self.row
        return key_of(row["giver"]), key_of(row["receiver"]), self.domain, self.kind, key_of(row["summary"])


def draft_of(row: Row, ledger: Ledger) -> Draft | None:
    """Return a row as a draft, or nothing when one of its cells cannot be taken."""
    domain = word_in(row, "domain", ledger)
    if key_of(row["giver"]) == key_of(row["receiver"]):
        message = f"giver and receiver are the same actor, {quoted(row['giver'])}."
        ledger.refuse(row, "receiver", message, "Name the other side.", "giver-is-receiver")
    kind = _kind(row, domain, ledger) if domain else ""
    direction = word_or_default(row, "direction", "forward", ledger)
    draft = Draft(row, domain, kind, direction, tuple(_claims(row, ledger)))
    _look_at_fields(draft, ledger)
    return draft if ledger.takes(row) else None


def _kind(row: Row, domain: str, ledger: Ledger) -> str:
    """Return the kind of dealing; where none is given, the broadest of the domain, which is said."""
    cell, known = row["kind"], KIND_WORDS[domain]
    found = known.get(folded(cell), "")
    if cell and not found:
        remedy = f"Choose one of: {', '.join(dict.fromkeys(known.values()))}.{Names(known).nearest(folded(cell))}"
        ledger.refuse(row, "kind", f"{quoted(cell)} is not a kind of {domain}.", remedy, "kind-not-in-domain")
    if not cell:
        ledger.default(row, "kind", BROADEST[domain])
    return found or BROADEST[domain]


def _claims(row: Row, ledger: Ledger) -> Iterator[dict[str, Any]]:
    """Yield what the row claims: how far the dealing went, how much it was, or both."""
    shared = _shared(row, ledger)
    aspect, asserts = word_in(row, "aspect", ledger), _magnitude(row, ledger)
    if aspect == "magnitude" and not row["amount"]:
        ledger.refuse(row, "amount", "the aspect is magnitude, and no amount is given.", "Write it.", "cell-empty")
    if not (row["aspect"] or row["amount"]):
        ledger.default(row, "aspect", "exists")
    if aspect != "magnitude" and (row["aspect"] or not row["amount"]):
        yield {**shared, "aspect": aspect or "exists"}
    if row["amount"]:
        yield {**shared, "aspect": "magnitude", "asserts": asserts}


def _magnitude(row: Row, ledger: Ledger) -> dict[str, Any]:
    if not row["amount"]:
        return {}
    if not row["unit"]:
        ledger.refuse(
            row, "unit", "the amount has no unit.", "Write what it counts, such as drones or USD.", "cell-empty"
        )
    basis = word_or_default(row, "amount basis", "estimate", ledger)
    return {**amount_in(row, ledger), "unit": row["unit"], "basis": basis}


def _shared(row: Row, ledger: Ledger) -> dict[str, Any]:
    """Return what every claim of a row says; who said it first is left to the sources and actors."""
    for column, taken in (("claim", "the summary"), ("marking", "TLP:CLEAR"), ("origin", "the source itself")):
        if not row[column]:
            ledger.default(row, column, taken)
    said = {
        "stance": word_or_default(row, "stance", "supports", ledger),
        "basis": word_or_default(row, "basis", "reported", ledger),
        "summary": row["claim"] or row["summary"],
        "locator": locator_in(row, ledger),
        "credibility": _credibility(row, ledger),
        "when": date_in(row, "date", ledger),
        "marking": marking_of(row),
        "note": row["note"],
    }
    return {name: value for name, value in said.items() if value != ""}


def marking_of(row: Row) -> str:
    """Return how sensitive a row is; the labels of TLP are written in capitals."""
    marking = row["marking"] or "TLP:CLEAR"
    return marking.upper() if marking.casefold().startswith("tlp") else marking


def _credibility(row: Row, ledger: Ledger) -> int:
    cell = row["credibility"]
    if not cell:
        ledger.default(row, "credibility", "6")
    elif cell not in {"2", "3", "4", "5", "6"}:
        remedy = "Write 2 to 6; 1 means independent corroboration, which is computed."
        ledger.refuse(row, "credibility", f"{quoted(cell)} cannot be given.", remedy, "out-of-range")
        return 6
    return int(cell or 6)


def _look_at_fields(draft: Draft, ledger: Ledger) -> None:
    """Refuse texts that are too long or hold what no record may hold."""
    row = draft.row
    chain = [{"role": "origin", "named": row["origin"]}]
    for claim in draft.claims[-1:]:
        tell_faults(row, {**_UNDRAWN, **claim, "chain": chain}, Claim, ledger)
    ends = {"giver": "actor:x", "receiver": "actor:x"}
    relation = {"id": "rel:x", "domain": "arms", "kind": "x", "summary": row["summary"], **ends}
    tell_faults(row, relation, Relation, ledger, "summary")
    for side in ("giver", "receiver"):
        actor = {"id": "actor:x", "kind": "unknown", "names": [{"text": " ".join(row[side].split())}]}
        tell_faults(row, actor, Actor, ledger, side)


def tell_faults(row: Row, record: dict[str, Any], struct: type, ledger: Ledger, column: str = "") -> None:
    """Refuse the row for each fault of the record that it makes; without a column, the field tells which it is."""
    for fault in faults_in(record, struct):
        ledger.refuse(row, column or column_of(fault.path), fault.message, fault.remedy, fault.rule)


def column_of(path: FieldPath) -> str:
    """Return the column that a field of a claim comes from."""
    field = str(path[0]) if path else ""
    return _COLUMNS.get(field, field)
