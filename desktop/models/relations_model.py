"""The relations on show as a table: the twin of the map for keyboards and screen readers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final, NamedTuple, overload

import numpy as np
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QIcon

from desktop.models.records_model import Column, Index, RecordsModel
from graphdata.arrays import Ints
from graphdata.attested import attested_in_words
from graphdata.citation import short
from graphdata.confidence import RelationAssessment
from graphdata.facts import relation_places
from graphdata.network import Network, Relation
from graphdata.ordering import ranks_of
from graphdata.ruleset import FLAGS
from graphdata.view import View
from graphdata.vocabulary import DOMAIN_LABELS, DOMAINS, STATUS_WORDS, kind_label

STATUS_ORDER: Final = ("", *STATUS_WORDS)
DOMAIN_COLUMN: Final = 3
KEYS: Final = (
    "giver", "receiver", "direction", "domain", "kind", "summary",
    "status", "confidence", "origins", "flags", "dates", "sources",
)  # fmt: skip


class RelationRow(NamedTuple):
    """A relation at its place in a network; what its claims amount to is worked out when it is looked at."""

    relation: Relation
    place: int
    view: View

    @property
    def network(self) -> Network:
        """The network that names its actors and sources."""
        return self.view.network

    @property
    def found(self) -> RelationAssessment:
        """What its claims amount to."""
        return self.view.assessments[self.relation.id]

    @property
    def giver(self) -> str:
        """The label of the giver."""
        return self._label(self.relation.giver)

    @property
    def receiver(self) -> str:
        """The label of the receiver."""
        return self._label(self.relation.receiver)

    @property
    def domain(self) -> str:
        """The domain in words."""
        return DOMAIN_LABELS.get(self.relation.domain, self.relation.domain)

    @property
    def kind(self) -> str:
        """The kind of dealing in words."""
        return kind_label(self.relation.domain, self.relation.kind)

    @property
    def status(self) -> str:
        """The furthest status that has support, in words."""
        return STATUS_WORDS.get(self.found.status, "")

    @property
    def flags(self) -> str:
        """The marks on the headline, in words."""
        return ", ".join(FLAGS[flag] for flag in self.found.headline.flags)

    @property
    def badge(self) -> str:
        """Origins and documents as the map shows them."""
        return self.found.headline.badge

    @property
    def days(self) -> tuple[date, date]:
        """The first and the last attested day; undated ones come last."""
        return self.found.first or date.max, self.found.last or date.max

    @property
    def dates(self) -> str:
        """The attested span in words."""
        return attested_in_words(self.found)

    @property
    def sources(self) -> str:
        """The sources that claims which count passed through."""
        known = (self.network.source.get(source_id) for source_id in self.found.sources)
        return "; ".join(sorted(short(source) for source in known if source))

    @property
    def origins(self) -> tuple[int, int]:
        """The number of independent origins, and of documents."""
        return self.found.headline.origins, self.found.headline.documents

    def _label(self, actor_id: str) -> str:
        actor = self.network.actor.get(actor_id)
        return actor.label if actor else actor_id


class RelationRows(Sequence[RelationRow]):
    """The relations at some places of a network; a row is made when it is looked at."""

    def __init__(self, view: View, places: Ints) -> None:
        """Show the relations at these places, in this order."""
        self.view, self.places = view, places

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.places)

    @overload
    def __getitem__(self, at: int) -> RelationRow: ...
    @overload
    def __getitem__(self, at: slice) -> RelationRows: ...
    def __getitem__(self, at: int | slice) -> RelationRow | RelationRows:
        """Return one row, or some."""
        if isinstance(at, slice):
            return RelationRows(self.view, self.places[at])
        place = int(self.places[at])
        return RelationRow(self.view.network.relations[place], place, self.view)


class RowOfRelation(Mapping[str, int]):
    """The row of each relation of a table, off the places of its rows."""

    def __init__(self, rows: RelationRows) -> None:
        """Turn the places round."""
        self._place = relation_places(rows.view.network)
        self._rows = rows
        self._row_at = np.full(len(self._place), -1, np.int64)
        self._row_at[rows.places] = np.arange(len(rows))

    def __getitem__(self, record: str) -> int:
        """Return the row of a relation; raises KeyError where it has none."""
        row = int(self._row_at[self._place[record]])
        if row < 0:
            raise KeyError(record)
        return row

    def __iter__(self) -> Iterator[str]:
        """Yield the relations that have a row."""
        return (row.relation.id for row in self._rows)

    def __len__(self) -> int:
        """Return how many rows there are."""
        return len(self._rows)


class RelationsModel(RecordsModel[RelationRow]):
    """Every relation on show, one a row."""

    def __init__(self, icon_of: Callable[[str], QIcon] | None = None, parent: QObject | None = None) -> None:
        """Start empty; icon_of gives the swatch of a domain."""
        super().__init__(parent)
        self._icon_of = icon_of

    def show(self, view: View) -> None:
        """Show the relations of a view."""
        self.set_rows(RelationRows(view, np.flatnonzero(view.hiding == 0)))

    def ranks(self, column: int, rows: Sequence[RelationRow]) -> Ints | None:
        """Return what rows sort by, off the facts of their view."""
        ranks = ranks_of(rows.view, KEYS[column]) if isinstance(rows, RelationRows) else None
        return None if ranks is None or not isinstance(rows, RelationRows) else ranks[rows.places]

    def taken(self, rows: Sequence[RelationRow], order: Ints) -> Sequence[RelationRow]:
        """Return the rows at some places, none of them made yet."""
        return RelationRows(rows.view, rows.places[order]) if isinstance(rows, RelationRows) else ()

    def places_of(self, rows: Sequence[RelationRow]) -> Mapping[str, int]:
        """Return the row of each relation."""
        return RowOfRelation(rows) if isinstance(rows, RelationRows) else super().places_of(rows)

    def make_columns(self) -> tuple[Column[RelationRow], ...]:
        """Return the columns from who to what to how surely."""
        return (
            Column(self.tr("Giver"), 18, lambda row: row.giver),
            Column(self.tr("Receiver"), 18, lambda row: row.receiver),
            Column(self.tr("Direction"), 10, self._direction),
            Column(self.tr("Domain"), 13, lambda row: row.domain, lambda row: DOMAINS.index(row.relation.domain)),
            Column(self.tr("Kind"), 18, lambda row: row.kind),
            Column(self.tr("Summary"), 40, lambda row: row.relation.summary),
            Column(self.tr("Status"), 12, lambda row: row.status, lambda row: STATUS_ORDER.index(row.found.status)),
            Column(self.tr("Confidence"), 11, lambda row: row.found.level.label, lambda row: row.found.level),
            Column(self.tr("Origins/documents"), 18, lambda row: row.badge, lambda row: row.origins, True),
            Column(self.tr("Flags"), 22, lambda row: row.flags),
            Column(self.tr("Dates"), 20, self._dates, lambda row: row.days),
            Column(self.tr("Sources"), 40, lambda row: row.sources, lambda row: len(row.found.sources)),
        )

    def id_of(self, row: RelationRow) -> str:
        """Return the id of the relation in a row."""
        return row.relation.id

    def sentence(self, row: RelationRow) -> str:
        """Return everything that the row says, as a screen reader reads it."""
        ends = self.tr("{0} and {1}") if row.relation.direction == "mutual" else self.tr("{0} to {1}")
        origins, documents = row.origins
        confidence = self.tr("Confidence {0}; origins: {1}, documents: {2}")
        parts = (
            f"{ends.format(row.giver, row.receiver)}: {row.relation.summary.rstrip('.')}",
            f"{row.domain}, {row.kind}",
            row.status,
            confidence.format(row.found.level.label, origins, documents),
            row.flags,
            self._dates(row),
            row.sources,
        )
        return ". ".join(part for part in parts if part) + "."

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's type
        """Return one property of one cell; the domain has its swatch."""
        if role == Qt.ItemDataRole.DecorationRole and index.isValid() and index.column() == DOMAIN_COLUMN:
            return self._icon_of(self._rows[index.row()].relation.domain) if self._icon_of else None
        return super().data(index, role)

    def _direction(self, row: RelationRow) -> str:
        return self.tr("mutual") if row.relation.direction == "mutual" else self.tr("one way")

    def _dates(self, row: RelationRow) -> str:
        return row.dates or self.tr("undated")
