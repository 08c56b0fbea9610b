"""What would raise a level: the rules run again as if something were done, and only what they then say is said."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import combinations
from typing import Final, NamedTuple

from msgspec.structs import replace

from graphdata.chains import NEVER, publisher_of
from graphdata.dates import edtf_of_issued, in_words
from graphdata.network import Network
from graphdata.rules import Case, Judgement
from graphdata.ruleset import DATED, QUALIFIED, Level
from graphdata.sourcing import Source

MOST_PAIRED: Final = 12  # beyond that many steps, pairs of them would take longer than a reader waits


class Step(NamedTuple):
    """Something that may be done, in words, and what it makes of a case."""

    words: str
    done: Callable[[Case], Case]
    reads: bool = False


def raised_by(case: Case) -> tuple[str, ...]:
    """Return, in words, each step that raises the level; where none does, each two together; else all at once."""
    now = Judgement(case).decide()
    steps = _steps(now) if now.level < Level.HIGH else []
    sizes = [1, 2, len(steps)] if len(steps) <= MOST_PAIRED else [1, len(steps)]
    for size in sizes:
        found = tuple(_raising(case, now.level, combinations(steps, size)))
        if found:
            return found
    return ()


def _raising(case: Case, level: Level, choices: Iterable[tuple[Step, ...]]) -> Iterator[str]:
    """Yield those choices that raise the level, with the level each leads to."""
    for steps in choices:
        changed = case
        for step in steps:
            changed = step.done(changed)
        better = Judgement(changed).decide().level
        if better > level:
            yield f"{_together(steps)} → {better.label}"


def _together(steps: tuple[Step, ...]) -> str:
    """Return steps as one sentence; many originals are counted, not listed."""
    reading = [step.words for step in steps if step.reads]
    counted = [f"read all {len(reading)} originals"] if len(reading) > 2 else reading
    return " and ".join([*counted, *(step.words for step in steps if not step.reads)])


def _steps(now: Judgement) -> list[Step]:
    """Return what may be done: read and archive a source, answer the qualification, find something newer."""
    network = now.case.index.network
    steps = [_reading(network, source) for source in _unread(now)]
    if QUALIFIED in now.flags:
        steps.append(Step("answer the qualification", _answered))
    if DATED in now.flags:
        steps.append(Step("find newer information", _made_new))
    return steps


def _unread(now: Judgement) -> list[Source]:
    """Return the sources behind the supporting claims that are not both read and archived, by their ids."""
    sources = now.case.index.network.source
    nodes = sorted({facts.id for path in now.supporting for facts in path.way})
    return [sources[node] for node in nodes if node in sources and not (sources[node].read and sources[node].archive)]


def _reading(network: Network, source: Source) -> Step:
    """Return the step of reading and archiving a source."""
    verb = "archive" if source.read else "read"
    words = f"{verb} {_original(network, source)}"
    return Step(words, lambda case: replace(case, index=case.index.having_read([source.id])), reads=True)


def _original(network: Network, source: Source) -> str:
    """Return a source in words: by its outlet, dated where it has several here, else by its title."""
    name = publisher_of(network, source)
    if not source.publisher:
        return f"“{name.rstrip('.')}”"
    alike = sum(publisher_of(network, other) == name for other in network.sources) > 1
    issued = edtf_of_issued(source.csl)
    return f"the {name.removeprefix('The ')} original" + (f" of {in_words(issued)}" if alike and issued else "")


def _answered(case: Case) -> Case:
    """Return a case as if every qualification had its answer."""
    return replace(case, claims=tuple(claim for claim in case.claims if claim.stance != "qualifies"))


def _made_new(case: Case) -> Case:
    """Return a case as if its information were new."""
    return replace(case, bounds=replace(case.bounds, fresh_from=NEVER))
