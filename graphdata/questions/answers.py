"""Answers as a table in words: what the window shows, the command line prints and a file keeps."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

import msgspec

from graphdata.drawing import Drawing
from graphdata.export.cells import harmless
from graphdata.network import Network
from graphdata.rows import ends_of, label_of
from graphdata.style import Theme

RecordKind = Literal["", "actor", "relation", "source"]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an answer, the record that it leads to, if any, and the others that it speaks of."""

    cells: tuple[str, ...]
    kind: RecordKind = ""
    id: str = ""
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """A question in words, what is answered in a sentence, the lines that bear it out, and a picture, if it has one."""

    question: str
    sentence: str
    heads: tuple[str, ...]
    lines: tuple[Line, ...]
    notes: tuple[str, ...] = ()
    picture: Callable[[Theme], Drawing] | None = None

    @property
    def heading(self) -> str:
        """Question and answer in one line."""
        return f"{self.question}{' ' if self.question.endswith('?') else ': '}{self.sentence}"


def as_text(answer: Answer) -> str:
    """Return an answer as aligned text for a terminal."""
    rows = [answer.heads, *(line.cells for line in answer.lines)]
    widths = [max(len(row[at]) for row in rows) for at in range(len(answer.heads))]
    told = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    notes = ["", *answer.notes] if answer.notes else []
    return "\n".join([answer.question, answer.sentence, "", *told, *notes]) + "\n"


def as_csv(answer: Answer) -> str:
    """Return the lines of an answer as CSV in which no cell is a formula to a spreadsheet."""
    held = io.StringIO()
    writer = csv.writer(held, lineterminator="\n")
    writer.writerow(answer.heads)
    writer.writerows([harmless(cell) for cell in line.cells] for line in answer.lines)
    return held.getvalue()


def as_json(answer: Answer) -> str:
    """Return an answer as one JSON object: question, sentence, lines by their heads with the record of each, notes."""
    lines = [dict(zip(answer.heads, line.cells, strict=True)) | {"record": line.id} for line in answer.lines]
    parts = {"question": answer.question, "sentence": answer.sentence, "lines": lines, "notes": answer.notes}
    return msgspec.json.format(msgspec.json.encode(parts)).decode() + "\n"


def relation_cells(network: Network, relation_id: str) -> tuple[str, str]:
    """Return the ends and the summary of a relation."""
    relation = network.relation[relation_id]
    return ends_of(network, relation), relation.summary


def joined_labels(network: Network, actors: Iterable[str]) -> str:
    """Return the short names of actors as a list in a sentence."""
    return ", ".join(label_of(network, each) for each in actors)


def counted_noun(count: int, noun: str) -> str:
    """Return a number with its noun."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
