"""The slides after the map: what it rests on, every source in full, and every relation shown with its evidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from graphdata import typeface
from graphdata.citation import Note, notes_of_relation
from graphdata.confidence import RelationAssessment
from graphdata.export.pptx import frame, tables
from graphdata.export.pptx.markup import Face, body, paragraph, run, text_box
from graphdata.export.pptx.page import Page, Slide
from graphdata.export.pptx.words import numbers_in_words
from graphdata.filter import CONTESTING
from graphdata.network import Relation
from graphdata.rows import label_of
from graphdata.sheet import as_of_line
from graphdata.sourcing import Source
from graphdata.statement import source_summary
from graphdata.style import Theme
from graphdata.ties import Tie
from graphdata.view import View
from graphdata.vocabulary import DOMAIN_LABELS, STATUS_WORDS, kind_label

CITATION: Final = 9.5
STATEMENT: Final = 13.0
GUTTER: Final = 22.0
HEADS: Final[tuple[tuple[str, float], ...]] = (
    ("Giver", 100.0),
    ("Receiver", 112.0),
    ("Domain", 58.0),
    ("Kind", 92.0),
    ("What", 232.0),
    ("Status, dates", 122.0),
    ("Confidence", 72.0),
    ("Origins / documents", 66.0),
    ("Sources", 80.0),
)
DOMAIN, WHAT = 2, 4
MOST_ROWS: Final = 600  # some thirty slides: nobody turns over more, and a table of the dataset has them all
SIDES: Final = {"forward": "{}", "mutual": "↔ {}"}


class Annex(NamedTuple):
    """What every slide of the annex shares."""

    view: View
    form: frame.Format
    theme: Theme
    marking: str
    noted: bool

    def slides(self, ties: Sequence[Tie], notes: Sequence[Note]) -> Iterator[Slide]:
        """Yield the slides in order."""
        if not self.view.relations:
            return
        yield self._statement()
        yield from self._citations(notes)
        yield from self._relations(ties)

    def _opened(self, title: str) -> tuple[Page, float, float]:
        """Return a slide with its title, and where its room begins and ends."""
        page = Page()
        top = frame.add_head(page, self.form, self.theme, frame.headed(title, self.form, self.theme, self.marking), ())
        return page, max(top, 40.0), frame.foot_top(self.form, self._foot())

    def _foot(self) -> tuple[str, ...]:
        return frame.foot_lines(self.form, as_of_line(self.view), self.marking)

    def _closed(self, page: Page) -> Slide:
        """Return the slide with its foot and marking."""
        frame.add_foot(page, self.form, self.theme, self._foot())
        frame.add_marking(page, self.form, self.marking)
        return page.slide()

    def _statement(self) -> Slide:
        """Return the slide with the source summary statement."""
        page, top, bottom = self._opened("What the picture rests on")
        box = (frame.MARGIN, top, self.form.width - frame.MARGIN, bottom - 8.0)
        parts = [self._headed_paragraph(heading, text) for heading, text in source_summary(self.view)]
        page.add(
            text_box(page.named("Source summary statement", "Source summary statement, a draft"), box, body(parts))
        )
        return self._closed(page)

    def _headed_paragraph(self, heading: str, text: str) -> str:
        """Return a paragraph with its heading run in."""
        ink = self.theme.map.ink
        runs = run(f"{heading}. ", Face(STATEMENT, ink, True)) + run(text, Face(STATEMENT, ink))
        return paragraph(runs, text, pitch=STATEMENT * 1.3, after=8.0)

    def _citations(self, notes: Sequence[Note]) -> Iterator[Slide]:
        """Yield the slides with all sources in full, two columns each."""
        _, top, bottom = self._opened("Sources")
        count = 2 if self.form.width > 600.0 else 1
        wide = (self.form.width - 2 * frame.MARGIN - (count - 1) * GUTTER) / count
        stacks = list(_stacked([self._cited(note) for note in notes], wide, bottom - top - 8.0))
        sheets = [stacks[first : first + count] for first in range(0, len(stacks), count)]
        for rank, sheet in enumerate(sheets, start=1):
            page, top, bottom = self._opened(f"Sources{_of(rank, len(sheets))}")
            for at, stack in enumerate(sheet):
                left = frame.MARGIN + at * (wide + GUTTER)
                words = f"Sources in full, column {at + 1}"
                box = (left, top, left + wide, bottom - 8.0)
                page.add(text_box(page.named(words, words), box, body([self._citation(each) for each in stack])))
            yield self._closed(page)

    def _cited(self, note: Note) -> tuple[int, str]:
        """Return a source with its citation, its grade, and whether the editors had it in hand."""
        return note.number, f"{note.text}. {_standing(self.view.network.source[note.source])}"

    def _citation(self, cited: tuple[int, str]) -> str:
        number, text = cited
        runs = run(f"[{number}]\t{text}", Face(CITATION, self.theme.map.ink))
        return paragraph(runs, "", pitch=CITATION * 1.2, hang=_hang(), after=4.0)

    def _relations(self, ties: Sequence[Tie]) -> Iterator[Slide]:
        """Yield the slides with the table of relations, in the order of the lines."""
        _, top, bottom = self._opened("Relations shown")
        wide = self.form.width - 2 * frame.MARGIN
        heads = [head for head in HEADS if self.noted or head[0] != "Sources"]
        into = tables.columns(heads, wide, DOMAIN)
        shown = [each for tie in ties for each in tie.relations]
        rows = [self._row(each, len(heads)) for each in shown[:MOST_ROWS]]
        if len(shown) > MOST_ROWS:
            rows.append(_left(len(shown) - MOST_ROWS, len(heads)))
        sheets = list(tables.split(rows, into, bottom - top - 10.0))
        for rank, sheet in enumerate(sheets, start=1):
            title = f"Relations shown{_of(rank, len(sheets))}"
            page, top, bottom = self._opened(title)
            named = page.named("Table of relations", f"{title}: who gives what to whom, how surely, on which sources")
            high = sum(tables.height_of(row, into) for row in sheet) + tables.height_of(
                tables.Row(into.heads), into, bold=True
            )
            page.add(tables.table(named, sheet, into, self.theme, (frame.MARGIN, top, frame.MARGIN + wide, top + high)))
            yield self._closed(page)

    def _row(self, relation_id: str, cells: int) -> tables.Row:
        """Return a relation as a row of the table."""
        network, found = self.view.network, self.view.assessments[relation_id]
        relation = network.relation[relation_id]
        cited = tuple(note.number for note in notes_of_relation(self.view, relation_id)) if self.noted else ()
        words = (
            label_of(network, relation.giver),
            SIDES[relation.direction].format(label_of(network, relation.receiver)),
            DOMAIN_LABELS[relation.domain],
            kind_label(relation.domain, relation.kind),
            relation.summary,
            _status(relation, found),
            _confidence(found),
            f"{found.headline.origins} / {found.headline.documents}",
            numbers_in_words(cited),
        )
        return tables.Row(words[:cells], self.theme.domain(relation.domain))


def _left(relations: int, cells: int) -> tables.Row:
    """Return the row that counts what the table leaves out."""
    words = [""] * cells
    words[WHAT] = f"and {relations:,} more relations, in the dataset"
    return tables.Row(tuple(words))


def _status(relation: Relation, found: RelationAssessment) -> str:
    """Return how far a dealing has come, and the years that its claims speak of."""
    years = dict.fromkeys(str(day.year) for day in (found.first, found.last) if day)
    when = "undated" if found.undated else "–".join(years)
    word = STATUS_WORDS.get(found.status, "Event" if relation.event else "")
    return ", ".join(part for part in (word, when) if part)


def _confidence(found: RelationAssessment) -> str:
    """Return the level, with what a reader must know beside it."""
    said = [found.level.label]
    said += ["assigned by hand"] if found.override else []
    said += ["contested"] if CONTESTING.intersection(found.headline.flags) else []
    return ", ".join(said)


def _standing(source: Source) -> str:
    """Return a source's grade and whether it was read."""
    copy = f", copy sha256:{source.archive.sha256[:12]}" if source.archive else ""
    read = f"read{copy}" if source.read else "not read, known through others"
    return f"Reliability {source.letter}; {read}."


def _stacked(cited: Sequence[tuple[int, str]], wide: float, high: float) -> Iterator[list[tuple[int, str]]]:
    """Yield the citations of each column."""
    stack: list[tuple[int, str]] = []
    used = 0.0
    for number, text in cited:
        lines = len(typeface.wrap(text, wide - _hang(), CITATION))
        taken = lines * CITATION * 1.2 + 4.0
        if stack and used + taken > high:
            yield stack
            stack, used = [], 0.0
        stack.append((number, text))
        used += taken
    if stack:
        yield stack


def _hang() -> float:
    return typeface.width("[000] ", CITATION)


def _of(rank: int, count: int) -> str:
    """Return which of several slides this is."""
    return f" ({rank} of {count})" if count > 1 else ""
