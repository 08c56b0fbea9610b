"""What would raise a level: the rules run again as if one thing were done, and only what they then say is said."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from graphdata.chains import NEVER, publisher_of
from graphdata.dates import edtf_of_issued, in_words
from graphdata.rules import Case, Judgement
from graphdata.ruleset import DATED, QUALIFIED, Level


def raised_by(case: Case) -> tuple[str, ...]:
    """Return, in words, each single step that raises the level; reading everything where no single step does."""
    now = Judgement(case).decide()
    if now.level == Level.HIGH:
        return ()
    unread = _unread(now)
    single = [*_by_reading(case, now.level, [(source,) for source in unread]), *_by_mending(case, now)]
    return tuple(single or (_by_reading(case, now.level, [unread]) if len(unread) > 1 else ()))


def _unread(now: Judgement) -> tuple[str, ...]:
    """Return the sources behind the supporting claims that are not both read and archived."""
    known = now.case.index.known
    sources = sorted({node for path in now.supporting for node in path.ids if node in now.case.index.network.source})
    return tuple(source for source in sources if not (known[source].read and known[source].archived))


def _by_reading(case: Case, level: Level, choices: list[tuple[str, ...]]) -> Iterator[str]:
    """Yield what reading and archiving each choice of sources would bring."""
    for sources in choices:
        better = Judgement(msgspec.structs.replace(case, index=case.index.having_read(sources))).decide().level
        if better > level:
            yield f"read {_originals(case, sources)} → {better.label}"


def _originals(case: Case, sources: tuple[str, ...]) -> str:
    """Return sources in words, dated where two of them come from one publisher."""
    network = case.index.network
    if len(sources) > 1:
        return f"all {len(sources)} originals"
    source = network.source[sources[0]]
    name = publisher_of(network, source)
    alike = sum(publisher_of(network, other) == name for other in network.sources) > 1
    issued = edtf_of_issued(source.csl)
    return f"the {name} original" + (f" of {in_words(issued)}" if alike and issued else "")


def _by_mending(case: Case, now: Judgement) -> Iterator[str]:
    """Yield what an answer to the qualifier, or newer information of the same worth, would bring."""
    if QUALIFIED in now.flags:
        claims = tuple(claim for claim in case.claims if claim.stance != "qualifies")
        yield from _if_better(msgspec.structs.replace(case, claims=claims), now, "answer the qualification")
    if DATED in now.flags:
        ageless = msgspec.structs.replace(case.bounds, fresh_from=NEVER)
        yield from _if_better(msgspec.structs.replace(case, bounds=ageless), now, "find newer information")


def _if_better(case: Case, now: Judgement, what: str) -> Iterator[str]:
    """Yield a step if it raises the level."""
    better = Judgement(case).decide().level
    if better > now.level:
        yield f"{what} → {better.label}"
