"""From rows to a network: rows that do not fit with the others are refused, and it is made anew until all is sound."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple, TypeVar

import msgspec

from graphdata.linter.findings import FieldPath, quoted
from graphdata.marking import rank
from graphdata.network import Actor, Network, Relation
from graphdata.problems import errors_in
from graphdata.sourcing import Claim, Source
from graphdata.storage.digest import in_order
from graphdata.storage.table_actors import Listed, Roster
from graphdata.storage.table_claims import UNSTATED, Draft, column_of, draft_of, marking_of
from graphdata.storage.table_columns import folded
from graphdata.storage.table_names import Slugs, key_of, slug_of
from graphdata.storage.table_rows import Ledger, Row
from graphdata.storage.table_sources import Shelf, Spec, look_at_source, newest_day
from graphdata.validate import problems_in_network

_LONGEST_TITLE: Final = 200
Marked = TypeVar("Marked", Actor, Source, Relation)


class Making:
    """The rows of one table on their way to a network."""

    def __init__(self, tables: Mapping[str, list[Row]], ledger: Ledger) -> None:
        """Look at each row by itself."""
        self._ledger = ledger
        self._listed = Listed(tables.get("actors", ()), ledger)
        self._sources = tables.get("sources", [])
        for row in self._sources:
            look_at_source(row, ledger)
        self._spoiled = {key_of(row["source title"]): row for row in self._sources if not ledger.takes(row)}
        self._drafts = [draft for row in tables["relations"] if (draft := self._draft(row))]

    def _draft(self, row: Row) -> Draft | None:
        spoiled = self._spoiled.get(key_of(row["source title"]))
        if not self._ledger.takes(row):
            return None
        if spoiled:
            message = f"the source stands in row {spoiled.number} of the sources, which could not be taken."
            self._ledger.refuse(row, "source title", message, "Mend that row.", "row-refused")
        look_at_source(row, self._ledger, ("source title", "source url", "source publisher"))
        return draft_of(row, self._ledger)

    def network(self, title: str) -> Network:
        """Return the network of all rows that can be taken together."""
        while True:
            refused = len(self._ledger.refused)
            drafts = [draft for draft in self._drafts if self._ledger.takes(draft.row)]
            parties = self._met(drafts)
            if len(self._ledger.refused) == refused:
                network = _Building(drafts, parties, self._ledger).network(title)
                if len(self._ledger.refused) == refused:
                    return network

    def _met(self, drafts: Sequence[Draft]) -> _Parties:
        """Return actors and sources of the rows; those that contradict an earlier row are refused."""
        listed = [row for row in self._sources if self._ledger.takes(row)]
        rows = [draft.row for draft in drafts]
        parties = _Parties(Roster(self._listed, self._ledger), Shelf(listed, rows, self._ledger), listed)
        directions: dict[tuple[str, ...], Draft] = {}
        for draft in drafts:
            self._compare(draft, directions.setdefault(draft.key, draft))
            parties.roster.meet(draft.row)
            parties.shelf.meet(draft.row)
            self._look_at_origin(draft.row, parties.shelf)
        return parties

    def _compare(self, draft: Draft, first: Draft) -> None:
        if draft.direction != first.direction:
            message = f"the dealing is {draft.direction} here and {first.direction} in row {first.row.number}."
            self._ledger.refuse(draft.row, "direction", message, "Make the two agree.", "contradiction")

    def _look_at_origin(self, row: Row, shelf: Shelf) -> None:
        if len(shelf.titled(row["origin"])) > 1:
            message = f"several sources have the title {quoted(row['origin'])}."
            self._ledger.refuse(row, "origin", message, "Name who is behind the one that is meant.", "ambiguous")


class _Parties(NamedTuple):
    """Actors and sources of the rows, and the rows of the sheet of sources."""

    roster: Roster
    shelf: Shelf
    listed: Sequence[Row]


class _Building:
    """One attempt at a network, with the rows behind each record."""

    def __init__(self, drafts: Sequence[Draft], parties: _Parties, ledger: Ledger) -> None:
        """Make actors and sources."""
        self._drafts, self._parties, self._ledger = drafts, parties, ledger
        self._actors: dict[str, Actor] = parties.roster.records()
        self._sources: dict[Spec, Source] = parties.shelf.records(parties.roster.ids)
        self._rows: dict[str, list[Row]] = defaultdict(list)

    def network(self, title: str) -> Network:
        """Return the network; the rows behind what is wrong in it are refused."""
        relations = tuple(self._relations())
        network = Network(
            id=slug_of(title),
            title=title[:_LONGEST_TITLE],
            version="1",
            as_of=self._as_of(),
            policy=f"Made from the table {self._ledger.file} by entente import.",
            actors=tuple(self._marked(actor) for actor in self._actors.values()),
            sources=tuple(self._marked(source) for source in self._sources.values()),
            relations=relations,
        )
        self._refuse_faulty(network)
        return in_order(network)

    def _as_of(self) -> str:
        rows = [draft.row for draft in self._drafts]
        return newest_day([*self._parties.listed, *rows], "source date") or newest_day(rows, "date")

    def _marked(self, record: Marked) -> Marked:
        """Return a record under the lowest marking of the rows that speak of it: so far it is known."""
        markings = [marking_of(row) for row in self._rows[record.id]]
        return msgspec.structs.replace(record, marking=min(markings, key=rank)) if markings else record

    def _relations(self) -> Iterator[Relation]:
        """Yield one relation for all rows that speak of one dealing."""
        together: dict[tuple[str, ...], list[Draft]] = defaultdict(list)
        for draft in self._drafts:
            together[draft.key].append(draft)
        slugs = Slugs()
        for drafts in together.values():
            yield self._relation(drafts, slugs)

    def _relation(self, drafts: Sequence[Draft], slugs: Slugs) -> Relation:
        first = drafts[0]
        giver, receiver = (self._parties.roster.id_of(first.row[side]) for side in ("giver", "receiver"))
        slug = slugs.of(*(name.partition(":")[2] for name in (giver, receiver)), first.row["summary"], longest=28)
        for name in (f"rel:{slug}", giver, receiver):
            self._rows[name] += [draft.row for draft in drafts]
        assumed = not any(draft.row["kind"] for draft in drafts)
        relation = Relation(
            id=f"rel:{slug}",
            domain=first.domain,  # type: ignore[arg-type]  # a word of the closed list
            kind=first.kind,
            giver=giver,
            receiver=receiver,
            summary=first.row["summary"],
            direction=first.direction,  # type: ignore[arg-type]  # a word of the closed list
            note="The table gives no kind; the broadest one of the domain was taken." if assumed else "",
            claims=tuple(self._claims(drafts, slug)),
        )
        return self._marked(relation)

    def _claims(self, drafts: Iterable[Draft], slug: str) -> Iterator[Claim]:
        """Yield the claims of all rows; what two rows say alike is said once."""
        said: set[str] = set()
        for draft in drafts:
            chain = self._chain(draft.row)
            for fields in draft.claims:
                claim = msgspec.convert(
                    {"id": f"clm:{slug}-{len(said) + 1}", "relation": f"rel:{slug}", **fields, "chain": chain}, Claim
                )
                yield from self._once(claim, draft.row, said)

    def _once(self, claim: Claim, row: Row, said: set[str]) -> Iterator[Claim]:
        content = repr(msgspec.structs.replace(claim, id="clm:x"))
        if content in said:
            message = "another row says the very same; one claim was made of them."
            self._ledger.note(row, "", message, "Delete one of the two.", "row-twice")
            return
        said.add(content)
        for name in (claim.id, *claim.source_ids):
            self._rows[name].append(row)
        yield claim

    def _chain(self, row: Row) -> list[dict[str, Any]]:
        """Return the way from the document in hand to whoever said it first."""
        document = self._sources[self._parties.shelf.of(row)].id
        origin = self._origin(row["origin"], document)
        if origin == {"node": document}:
            return [{"node": document, "role": "origin"}]
        return [{"node": document, "role": "cited_in"}, {"role": "origin", **origin}]

    def _origin(self, name: str, document: str) -> dict[str, Any]:
        """Return who said it first: an actor or a source of the table, else a bare name."""
        if not name:
            return {"node": document}
        if folded(name) in UNSTATED:
            return {"unstated": True}
        actor, titled = self._parties.roster.id_of(name), self._parties.shelf.titled(name)
        source = self._sources[titled[0]].id if titled else ""
        return {"node": actor or source} if actor or source else {"named": name}

    def _refuse_faulty(self, network: Network) -> None:
        """Refuse the rows behind every error that only the whole shows."""
        asked: dict[str, tuple[str, FieldPath]] = {}

        def place(record: str, field: FieldPath) -> str:
            key = f"{record} {field}"
            asked[key] = (record, field)
            return key

        for problem in errors_in(problems_in_network(network, place)):
            record, field = asked[problem.place]
            for row in self._rows[record]:
                self._ledger.refuse(row, column_of(field), problem.message, problem.remedy, problem.rule)
