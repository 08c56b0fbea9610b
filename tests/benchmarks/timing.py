"""How the benchmarks measure and how they show it: CPU time, medians, and ratios to a peer of the same run."""

from __future__ import annotations

import gc
import resource
import statistics
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

RUNS = 5


class Timing(NamedTuple):
    """CPU seconds of several runs of the same work."""

    median: float
    low: float
    high: float


def timed(work: Callable[[], object], runs: int = RUNS, *, wall: bool = False) -> Timing:
    """Return what the work costs, after one run that does not count; wall time for what lives on by itself."""
    clock = time.perf_counter if wall else cpu_seconds
    work()
    found = []
    for _ in range(runs):
        begun = clock()
        work()
        found.append(clock() - begun)
    return timing_of(found)


def beside(ours: Callable[[], object], peer: Callable[[], object], runs: int = RUNS + 2) -> tuple[Timing, Timing]:
    """Return what two works cost, done in turns."""
    found = in_turns({"ours": ours, "peer": peer}, runs)
    return found["ours"], found["peer"]


def in_turns(works: Mapping[str, Callable[[], object]], runs: int = RUNS) -> dict[str, Timing]:
    """Return what works cost, done in turns, the first one not counting: a machine that is busy is so for them all.

    Nobody tidies up after another.
    """
    found: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(runs + 1):
        for name, work in works.items():
            gc.collect()
            begun = cpu_seconds()
            work()
            found[name].append(cpu_seconds() - begun)
    return {name: timing_of(times[1:]) for name, times in found.items()}


def timing_of(found: Sequence[float]) -> Timing:
    """Return the median and the ends of what was measured."""
    return Timing(statistics.median(found), min(found), max(found))


def cpu_seconds() -> float:
    """Return the processor time so far, of this process and of the programs it ran to their end."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def ratio(ours: Timing | float, peer: Timing | float) -> float:
    """Return our median divided by the peer's: below 1 is quicker."""
    one, other = (each.median if isinstance(each, Timing) else each for each in (ours, peer))
    return one / other


class Table(NamedTuple):
    """A table of the report: a title, the heads of its columns, its rows, and what has to be said beside it."""

    title: str
    heads: Sequence[str]
    rows: Sequence[Sequence[object]]
    notes: Sequence[str] = ()


def as_text(table: Table) -> str:
    """Return the table as Markdown."""
    lines = [f"## {table.title}", "", _row(table.heads), _row("---" for _ in table.heads)]
    return "\n".join([*lines, *map(_row, table.rows), "", *(f"- {note}" for note in table.notes), ""])


def _row(cells: Iterable[object]) -> str:
    """Return one line of a Markdown table; figures with three significant digits."""
    return f"| {' | '.join(f'{cell:.3g}' if isinstance(cell, float) else str(cell) for cell in cells)} |"
