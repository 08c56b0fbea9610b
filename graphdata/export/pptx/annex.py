"""The slides after the maps: what they rest on, every source in full, and every relation shown with its evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from graphdata import typeface
from graphdata.citing import Citing
from graphdata.export.pptx import frame, tables
from graphdata.export.pptx.evenly import evenly
from graphdata.export.pptx.frame import Setting
from graphdata.export.pptx.links import leaf_goal, link, source_goal
from graphdata.export.pptx.markup import Face, body, paragraph, run, text_box
from graphdata.export.pptx.numbering import Numbering
from graphdata.export.pptx.page import Page, Slide
from graphdata.export.pptx.rows import HEADS, cells_of
from graphdata.ruleset import Cut
from graphdata.sheet.words import as_of_line
from graphdata.statement import source_summary
from graphdata.ties import Tie
from graphdata.view import View

SECTION: Final = "Annex"
CITATION: Final = 9.5
STATEMENT: Final = 13.0
GUTTER: Final = 22.0
WIDTHS: Final = (100.0, 112.0, 58.0, 92.0, 232.0, 122.0, 72.0, 66.0, 80.0)
DOMAIN, WHAT = 2, 4
MOST_ROWS: Final = 600  # some thirty slides: nobody turns over more, and a table of the dataset has them all


class Basis(NamedTuple):
    """A view that slides of the deck were made from, its lines in order, and what it is called among several."""

    view: View
    ties: Sequence[Tie]
    name: str = ""

    def titled(self, words: str) -> str:
        """Return a title, with the view's name where the deck has several views."""
        return f"{words}: {self.name}" if self.name else words


class Annex(NamedTuple):
    """What every slide of the annex shares; where says which slides before it cite each source."""

    bases: Sequence[Basis]
    setting: Setting
    numbering: Numbering
    where: Mapping[int, Sequence[int]]
    leaves: int = 1

    def slides(self) -> Iterator[Slide]:
        """Yield the slides in order."""
        shown = [basis for basis in self.bases if basis.view.relations]
        for basis in shown:
            yield self._statement(basis)
        if shown:
            yield from self._citations(Citing([basis.view for basis in shown], self.numbering.notes), shown[0].view)
        listed: dict[Cut, set[str]] = defaultdict(set)
        for basis in shown:
            yield from self._relations(basis, listed[basis.view.filter.cut])

    def _opened(self, title: str, *below: str) -> tuple[Page, float, float]:
        """Return a slide with its title and what stands below that, and where its room begins and ends."""
        page = Page()
        top = frame.add_head(page, self.setting, frame.headed(title, self.setting), below)
        return page, max(top, 40.0), frame.foot_top(self.setting.form, ("",))

    def _closed(self, page: Page, view: View, notes: str, goals: tuple[str, ...] = ()) -> Slide:
        """Return the slide with its foot and marking."""
        frame.add_foot(page, self.setting, frame.foot_lines(self.setting, as_of_line(view)))
        said = "\n".join((self.setting.marking, notes, as_of_line(view)))
        return page.slide(said, SECTION, goals)

    def _statement(self, basis: Basis) -> Slide:
        """Return the slide with the source summary statement."""
        words = basis.titled("What the picture rests on")
        page, top, bottom = self._opened(words)
        form, face = self.setting.form, Face(STATEMENT, self.setting.theme.map.ink)
        summary = source_summary(basis.view, self.numbering.numbers if self.numbering.notes else None)
        parts = [
            paragraph(
                run(f"{heading}. ", face._replace(bold=True)) + run(text, face), text, pitch=STATEMENT * 1.3, after=8.0
            )
            for heading, text in summary
        ]
        box = (form.left, top, form.right, bottom - 8.0)
        named = page.named("Source summary statement", "Source summary statement, a draft")
        page.add(text_box(named, box, body(parts)))
        return self._closed(page, basis.view, f"{words}. A draft, to be edited by whoever signs it.")

    def _citations(self, citing: Citing, view: View) -> Iterator[Slide]:
        """Yield the slides with all sources in full, two columns each."""
        form = self.setting.form
        _, top, bottom = self._opened("Sources", citing.key())
        count = 2 if form.width > 600.0 else 1
        wide = (form.right - form.left - (count - 1) * GUTTER) / count
        cited = [(note.number, citing.whole(note)) for note in self.numbering.notes]
        told = [(number, text + self._used(number)) for number, text in cited]
        stacks = list(_stacked(told, wide, bottom - top - 8.0, count))
        texts = dict(cited)
        sheets = [stacks[first : first + count] for first in range(0, len(stacks), count)]
        for rank, sheet in enumerate(sheets, start=1):
            title = f"Sources{_of(rank, len(sheets))}"
            page, top, bottom = self._opened(title, citing.key())
            for at, stack in enumerate(sheet):
                left = form.left + at * (wide + GUTTER)
                words = f"Sources in full, column {at + 1}"
                box = (left, top, left + wide, bottom - 8.0)
                lines = [self._citation(number, texts[number]) for number in stack]
                page.add(text_box(page.named(words, words), box, body(lines)))
            goals = tuple(source_goal(number) for stack in sheet for number in stack)
            yield self._closed(
                page, view, f"{title}, in full. A number leads back to the first slide that cites it.", goals
            )

    def _used(self, number: int) -> str:
        """Return on which slides a source is cited, nothing where the deck has one map."""
        slides = [rank + 1 for rank in self.where.get(number, ())]
        if self.leaves < 2 or not slides:
            return ""
        return f" Slide{'s' * (len(slides) > 1)} {', '.join(map(str, slides))}."

    def _citation(self, number: int, text: str) -> str:
        """Return a source as a paragraph; its number, and those of the slides that cite it, lead there."""
        face = Face(CITATION, self.setting.theme.map.ink)
        ranks = self.where.get(number, ())
        back = link(leaf_goal(ranks[0]), "Back to the first slide that cites it") if ranks else ""
        runs = run(f"[{number}]", face, back) + run(f"\t{text}", face)
        if used := self._used(number):
            head, *_ = used.partition(str(ranks[0] + 1))
            linked = (run(str(rank + 1), face, link(leaf_goal(rank), f"Slide {rank + 1}")) for rank in ranks)
            runs += run(head, face) + run(", ", face).join(linked) + run(".", face)
        return paragraph(runs, "", pitch=CITATION * 1.2, hang=_hang(), after=4.0)

    def _relations(self, basis: Basis, listed: set[str]) -> Iterator[Slide]:
        """Yield the slides with the table of relations, in the order of the lines, save those listed already."""
        heading = basis.titled("Further relations" if listed else "Relations shown")
        form = self.setting.form
        _, top, bottom = self._opened(heading)
        wide = form.right - form.left
        heads = [head for head in zip(HEADS, WIDTHS, strict=True) if self.numbering.notes or head[0] != "Sources"]
        shown = [each for tie in basis.ties for each in tie.relations if each not in listed]
        listed.update(shown)
        rows = [self._row(basis.view, each, len(heads)) for each in shown[:MOST_ROWS]]
        if len(shown) > MOST_ROWS:
            rows.append(_left(len(shown) - MOST_ROWS, len(heads)))
        into = tables.columns(heads, wide, DOMAIN, rows)
        sheets = list(tables.split_evenly(rows, into, bottom - top - 10.0))
        for rank, sheet in enumerate(sheets, start=1):
            title = f"{heading}{_of(rank, len(sheets))}"
            page, top, bottom = self._opened(title)
            named = page.named("Table of relations", f"{title}: who gives what to whom, how surely, on which sources")
            box = (form.left, top, form.left + wide, top + tables.whole_height(sheet, into))
            page.add(tables.table(named, sheet, into, self.setting.theme, box))
            yield self._closed(page, basis.view, f"{title}. Origins are independent, documents are not.")

    def _row(self, view: View, relation_id: str, cells: int) -> tables.Row:
        """Return a relation as a row of the table."""
        words = cells_of(view, relation_id, self.numbering)
        colour = self.setting.theme.domain(view.network.relation[relation_id].domain)
        return tables.Row(words[:cells], colour)


def where_cited(numbering: Numbering, views: Sequence[View]) -> dict[int, list[int]]:
    """Return for each source the ranks of the slides that cite it."""
    found: dict[int, list[int]] = {}
    for rank, view in enumerate(views):
        for note in numbering.of_view(view):
            found.setdefault(note.number, []).append(rank)
    return found


def _left(relations: int, cells: int) -> tables.Row:
    """Return the row that counts what the table leaves out."""
    words = [""] * cells
    words[WHAT] = f"and {relations:,} more relations, in the dataset"
    return tables.Row(tuple(words))


def _stacked(cited: Sequence[tuple[int, str]], wide: float, high: float, columns: int) -> Iterator[list[int]]:
    """Yield the numbers of the citations of each column, about as many lines in each."""
    left = [number for number, _ in cited]
    lines = (len(typeface.wrap(text, wide - _hang(), CITATION)) for _, text in cited)
    for count in evenly([each * CITATION * 1.2 + 4.0 for each in lines], high, columns):
        yield left[:count]
        left = left[count:]


def _hang() -> float:
    return typeface.width("[000] ", CITATION)


def _of(rank: int, count: int) -> str:
    """Return which of several slides this is."""
    return f" ({rank} of {count})" if count > 1 else ""
