"""What became known through a source, on show: who said it first, who passed it on, of when it is, how good it is.

A source answers for the claims that lead to it and to no document behind it; what it only passes on, the document that
it has it from answers for. The grade is that of the way by which each claim came to us, as rules 2, 3 and 6 have it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from graphdata.attested import attested_in_words, spanned, years_in_words
from graphdata.chains import ITEM_BASES, UNATTRIBUTED, Path
from graphdata.confidence import Assessment
from graphdata.dates import MONTHS, in_words, year_of
from graphdata.origins import best_alone, digit_of
from graphdata.ruleset import Ruleset
from graphdata.sourcing import Claim
from graphdata.view import View

UNNAMED: Final = "no origin named"
OWN_WORDS: Final = {**dict.fromkeys(ITEM_BASES, "the item itself"), "assessed": "own judgement"}
OWN_REPORTING: Final = "own reporting"
OWN: Final = (OWN_REPORTING, *dict.fromkeys(OWN_WORDS.values()))


class Trail(NamedTuple):
    """The path of one claim that counts, and its grade; the letter is empty where nobody on it was judged."""

    path: Path
    letter: str
    digit: int
    ruleset: Ruleset

    @property
    def sources(self) -> tuple[str, ...]:
        """The documents on the way, the one in hand first, each once."""
        return tuple(dict.fromkeys(self.path.claim.source_ids))

    @property
    def origin(self) -> str:
        """Who said it first, as a reader sees it."""
        if self.path.key == UNATTRIBUTED:
            return UNNAMED
        if self.path.end in self.sources:
            return OWN_WORDS.get(self.path.claim.basis, OWN_REPORTING)
        return self.path.label


class Provenance(NamedTuple):
    """Who is behind what a source says, most often first; who passed it on, and what it passes on itself; when, grade.

    Best and worst are the grades of single claims, "C2"; empty where nobody on the way to any was judged.
    """

    origins: tuple[str, ...] = ()
    carriers: tuple[str, ...] = ()
    carries: tuple[str, ...] = ()
    information: str = ""
    best: str = ""
    worst: str = ""

    @property
    def grade(self) -> str:
        """The grade, from the best to the worst where claims differ."""
        return self.best if self.best == self.worst else f"{self.best}–{self.worst}"


@lru_cache(maxsize=2)
def provenance_of(views: tuple[View, ...]) -> dict[str, Provenance]:
    """Return for each source that what is on show in some views rests on what became known through it."""
    trails = {trail.path.claim.id: trail for view in views for trail in _trails(view)}
    through: dict[str, list[Trail]] = defaultdict(list)
    passed: dict[str, list[Trail]] = defaultdict(list)
    for trail in trails.values():
        *carriers, last = trail.sources or ("",)
        through[last].append(trail)
        for carrier in carriers:
            passed[carrier].append(trail)
    return {
        source: _provenance(through[source]) if source in through else _passed_on(passed[source])
        for source in (*through, *passed)
    }


def _trails(view: View) -> Iterator[Trail]:
    """Yield the claims on show that count."""
    for relation in view.relations:
        for found in view.assessments[relation.id].aspects.values():
            sure = {each for one in found.classes if one.digit == 1 for each in one.claims}
            counted = (*found.supports, *found.contradicts, *found.qualifies)
            yield from (_trail(found, view.network.claim[each], each in sure) for each in counted)


def _trail(found: Assessment, claim: Claim, sure: bool) -> Trail:
    """Return one claim that counts; where independent origins agree, a good digit becomes 1 (rule 6)."""
    path, ruleset = found.case.index.path(claim), found.case.ruleset
    digit = digit_of(path, ruleset)
    letter = path.letter if any(facts.letter for facts in path.way) else ""
    return Trail(path, letter, 1 if sure and digit <= ruleset.confirmed_digit else digit, ruleset)


def _provenance(trails: Iterable[Trail]) -> Provenance:
    """Return what some claims that lead to one source amount to."""
    whole = list(trails)
    origins = Counter(trail.origin for trail in whole)
    carriers = Counter(each for trail in whole for each in reversed(trail.sources[:-1]))
    grades = [(trail.letter, trail.digit) for trail in whole if trail.letter]
    return Provenance(
        _ranked(origins),
        _ranked(carriers),
        (),
        _information([trail.path.claim.when for trail in whole if trail.path.claim.when]),
        "{}{}".format(*best_alone(grades, whole[0].ruleset)) if grades else "",
        "{}{}".format(*max(grades)) if grades else "",
    )


def _passed_on(trails: Iterable[Trail]) -> Provenance:
    """Return of a source that says nothing itself what it passes on, and how good that is."""
    whole = list(trails)
    found = _provenance(whole)
    return found._replace(origins=(), carriers=(), carries=_ranked(Counter(trail.sources[-1] for trail in whole)))


def _ranked(counts: Counter[str]) -> tuple[str, ...]:
    """Return what is counted, most often first, alike often in the order met; who is not named comes last."""
    return tuple(sorted(counts, key=lambda each: (each == UNNAMED, -counts[each])))


def _information(dates: list[str]) -> str:
    """Return the span of some dates in words: in years where it is longer than one, "Mar–Dec 2023" in one year."""
    found = spanned(dates)
    first, last = found.first or found.last, found.last or found.first
    if first is None or last is None:
        return in_words(dates[0]) if dates else ""
    if len(set(dates)) == 1 and "/" not in dates[0]:
        return in_words(dates[0])
    if first.year != last.year:
        return years_in_words([found])
    if vague := found.early or found.late:
        return in_words(vague if vague == (found.late or vague) else year_of(vague))
    if first.month == last.month or (first.month, last.month) == (1, 12):
        return attested_in_words(found, found.ongoing)
    return f"{MONTHS[first.month - 1]}–{MONTHS[last.month - 1]} {last.year}"
