"""The rules from origin classes to a level (rules 5 to 8), each saying in a sentence what it did.

Choices where the published rules are terse:

* Documents are counted over all stances, origins over the supporting one, as the worked examples do.
* Grades are compared as they are written: the letter first, then the digit. A primary item counts by its grade like
  any other, except that it alone can bring a level to NONE, and only where no primary item supports.
* Digit 1 goes to the solid, informational classes that agree with each other. A party's own denial does not prevent it.
* A claim without a date overlaps every period; what is not known to lie apart is not taken apart.
* The newest information is that of any supporting claim, attributed or not (`unattributed_is_news`): claims without
  an origin keep a level from ageing, they never lift it above what the attributed ones carry.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import msgspec

from graphdata import ruleset as words
from graphdata.chains import CIRCULAR, FOREVER, NEVER, UNATTRIBUTED, Index, Path
from graphdata.dates import months_before, span_of
from graphdata.network import Relation
from graphdata.origins import OriginClass, circles, classes_of
from graphdata.ruleset import Cut, Level, Ruleset
from graphdata.sourcing import Claim
from graphdata.vocabulary import MARKINGS

NOTHING: Final[tuple[OriginClass, ...]] = ()


class Bounds(msgspec.Struct, frozen=True):
    """A cut in the terms of the paths, and the day before which information is dated."""

    as_of: int
    known_by: int
    markings: frozenset[str] | None
    struck: frozenset[str]
    fresh_from: int

    def keep(self, path: Path) -> bool:
        """Return whether a path is still in view."""
        return (
            path.live
            and path.begins <= self.as_of
            and path.issued <= self.known_by
            and (self.markings is None or path.markings <= self.markings)
            and (not self.struck or self.struck.isdisjoint(path.ids))
        )


class Case(msgspec.Struct, frozen=True):
    """All that the judgement of one aspect rests on."""

    aspect: str
    claims: tuple[Claim, ...]
    relation: Relation | None
    index: Index
    bounds: Bounds
    ruleset: Ruleset


def bounds_of(cut: Cut, as_of: str, ruleset: Ruleset) -> Bounds:
    """Return the bounds of a cut; without a date of its own, information ages against the network's."""
    today = span_of(cut.as_of or as_of).last if cut.as_of or as_of else None
    fresh = months_before(today, ruleset.horizon_months).toordinal() if today else NEVER
    return Bounds(_last_day(cut.as_of), _last_day(cut.known_by), _allowed(cut.ceiling), cut.struck, fresh)


def _last_day(text: str) -> int:
    """Return the last day that a date allows, FOREVER without one."""
    last = span_of(text).last if text else None
    return last.toordinal() if last else FOREVER


def _allowed(ceiling: str) -> frozenset[str] | None:
    """Return the markings under a ceiling; in a scheme we do not know, only the ceiling itself and what is public."""
    if not ceiling:
        return None
    if ceiling not in MARKINGS:
        return frozenset([ceiling, MARKINGS[0]])
    return frozenset(MARKINGS[: MARKINGS.index(ceiling) + 1])


def current(claims: tuple[Claim, ...], index: Index, bounds: Bounds) -> tuple[Claim, ...]:
    """Return the claims without those that another one in view supersedes."""
    newer = [claim for claim in claims if claim.supersedes]
    if not newer:
        return claims
    replaced = {claim.supersedes for claim in newer if bounds.keep(index.path(claim))}
    return tuple(claim for claim in claims if claim.id not in replaced)


class Judgement:
    """One aspect under judgement: the paths by stance, and level, flags and trace as the rules go by."""

    def __init__(self, case: Case) -> None:
        """Sort the paths that the cut leaves by their stance."""
        self.case = case
        self.level = Level.NONE
        self.flags: set[str] = set()
        self.trace: list[str] = []
        self.stances: dict[str, list[Path]] = {"supports": [], "contradicts": [], "qualifies": []}
        for claim in case.claims:
            path = case.index.path(claim)
            if claim.aspect == case.aspect and case.bounds.keep(path):
                self.stances[claim.stance].append(path)
        self.supporting = self.stances["supports"]
        self.classes = classes_of(self.supporting, case.ruleset)
        self.against = classes_of(self.stances["contradicts"], case.ruleset)
        self.origins = len([one for one in self.classes if one.counts])

    def decide(self) -> Judgement:
        """Apply the rules in their order."""
        self._count_origins()
        self._weigh_support()
        opposing = self._opposing() if self.against else []
        self._confirm(opposing)
        if self.against:
            self._weigh_agreement(opposing)
        self._take_steps()
        return self

    def documents(self) -> int:
        """Return the number of documents that speak of the aspect, whatever their stance."""
        return len(set().union(*[path.documents for paths in self.stances.values() for path in paths]))

    def ids(self, stance: str) -> tuple[str, ...]:
        """Return the claims of a stance, sorted."""
        return tuple(sorted(path.claim.id for path in self.stances[stance]))

    def _say(self, rule: int, sentence: str) -> None:
        """Add a sentence to the trace."""
        self.trace.append(f"rule {rule}: {sentence}")

    def _count_origins(self) -> None:
        """Apply rules 1 to 4: what lies behind the supporting claims, and what is amiss with it."""
        for one in self.classes:
            self._say(4, f"{one.key} is {_standing(one)}: best {one.best}, worst {one.worst}")
        if self.origins == 1:
            self.flags.add(words.SINGLE_ORIGIN)
        if any(path.strengthened for path in self.supporting):
            self.flags.add(words.STRENGTHENED)
            self._say(3, "wording grew stronger in transmission -> the weaker is used")
        if self._unread():
            self.flags.add(words.ORIGINAL_NOT_READ)
        if self._circular(self.classes, "supports") or self._circular(self.against, "contradicts"):
            self.flags.add(words.CIRCULAR)
            self._say(1, "documents cite one another and no origin -> worth nothing")

    def _circular(self, classes: tuple[OriginClass, ...], stance: str) -> bool:
        """Return whether documents of one stance cite one another and lead to nobody."""
        return CIRCULAR in [one.key for one in classes] and circles(self.stances[stance])

    def _unread(self) -> bool:
        """Return whether an origin is known only through documents about the document that has it."""
        read = {path.claim.id for path in self.supporting if path.original_read}
        if len(read) == len(self.supporting):
            return False
        return any(one.counts and read.isdisjoint(one.claims) for one in self.classes)

    def _weigh_support(self) -> None:
        """Apply rule 5."""
        real = [one for one in self.classes if one.real]
        if not real:
            self._say(5, "nothing supports it -> NONE")
            return
        self.level, why = _support(self.classes, self.case.ruleset)
        self._say(5, f"{why} -> {self.level.name}")
        if all(path.assessed for path in self.supporting):
            self.flags.add(words.ASSESSED_ONLY)

    def _confirm(self, opposing: list[Path]) -> None:
        """Apply rule 6: set digit 1 where independent origins agree and nothing contradicts."""
        agreeing = [one for one in self.classes if one.solid and one.informational]
        if opposing or len(agreeing) < self.case.ruleset.high_classes or not _blocs(agreeing, self.case.ruleset):
            return
        sure = [one.key for one in agreeing if one.digit <= self.case.ruleset.confirmed_digit]
        self.classes = tuple(_confirmed(one) if one.key in sure else one for one in self.classes)
        if sure:
            self._say(6, f"independent origins agree, digit 1 for {', '.join(sure)}")

    def _opposing(self) -> list[Path]:
        """Return the contradictions of the same period, a party's own denial apart."""
        together = [path for path in self.stances["contradicts"] if self._same_period(path)]
        if len(together) < len(self.stances["contradicts"]):
            self.flags.add(words.OTHER_PERIOD)
            self._say(7, "a contradiction speaks of another period -> no step")
        opposing = [path for path in together if not is_own_denial(path, self.case.relation, self.case.index)]
        if len(opposing) < len(together):
            self._say(7, "a party denies it -> shown, no step")
        return opposing

    def _same_period(self, path: Path) -> bool:
        """Return whether a contradiction may speak of a time that a supporting claim speaks of."""
        if not self.supporting:
            return True
        return any(path.begins <= other.finishes and other.begins <= path.finishes for other in self.supporting)

    def _weigh_agreement(self, opposing: list[Path]) -> None:
        """Apply rule 7 to the contradictions that count."""
        against = classes_of(opposing, self.case.ruleset)
        if any(one.primary for one in against) and not any(one.primary for one in self.classes):
            self._deny(against)
        elif self.level and any(one.solid for one in against):
            self._contest(against)
        elif self.level and any(one.real for one in against):
            self.flags.add(words.DISPUTED_WEAKLY)
            self._say(7, "only weak origins contradict -> no step")

    def _deny(self, against: tuple[OriginClass, ...]) -> None:
        """Let a primary item against outdo whatever else supports."""
        self.level = Level.NONE
        self.flags.add(words.CONTRADICTED_BY_PRIMARY)
        self._say(7, f"a primary item contradicts ({_keys(one for one in against if one.primary)}) -> NONE")

    def _contest(self, against: tuple[OriginClass, ...]) -> None:
        """Lower the level by what solid origins say against it."""
        self.flags.add(words.CONTESTED)
        best, other = _best(self.classes), _best(against)
        if other <= best:
            self.level = min(self.level, Level.LOW)
            self._say(7, f"contradicted at {other}, supported at {best} -> at most LOW")
        else:
            self._step(7, f"contradicted at {other}, supported at {best}", 1)

    def _take_steps(self) -> None:
        """Apply rule 8: a qualifier without an answer, and information beyond the horizon."""
        found = []
        if any(not path.claim.answered for path in self.stances["qualifies"]):
            found.append(words.QUALIFIED)
        if self._dated():
            found.append(words.DATED)
        self.flags.update(found)
        if found and self.level:
            self._step(8, " and ".join(found).lower(), len(found))

    def _step(self, rule: int, why: str, steps: int) -> None:
        """Lower the level by some steps, never below LOW."""
        before = self.level
        self.level = Level(max(Level.LOW, self.level - min(steps, self.case.ruleset.most_steps)))
        self._say(rule, f"{why}, {steps} down from {before.name} -> {self.level.name}")

    def _dated(self) -> bool:
        """Return whether the newest supporting information is older than the horizon; without a date nothing is."""
        if (self.case.relation and self.case.relation.event) or not any(one.real for one in self.classes):
            return False
        anyone = self.case.ruleset.unattributed_is_news
        newest = max((path.news for path in self.supporting if anyone or path.key != UNATTRIBUTED), default=NEVER)
        return NEVER < newest < self.case.bounds.fresh_from


def is_own_denial(path: Path, relation: Relation | None, index: Index) -> bool:
    """Return whether giver or receiver, or whoever speaks for them, denies it."""
    if path.claim.basis != "denial" or path.key == UNATTRIBUTED or relation is None:
        return False
    return not index.lineage(path.end or path.key).isdisjoint(index.parties(relation))


def _support(classes: tuple[OriginClass, ...], ruleset: Ruleset) -> tuple[Level, str]:
    """Return the level that real classes carry by rule 5, and why."""
    primary = [one for one in classes if one.primary]
    if primary:
        return Level.HIGH, f"a primary item ({_keys(primary)})"
    solid = [one for one in classes if one.solid]
    strong = [one for one in solid if one.strong]
    news = [one for one in solid if one.informational]
    if len(news) >= ruleset.high_classes and _blocs(news, ruleset) and _strong(news) >= ruleset.high_strong:
        return Level.HIGH, f"{len(news)} independent informational classes, one strong ({_keys(news)})"
    if len(strong) >= ruleset.moderate_strong:
        return Level.MODERATE, f"{'one strong class' if len(strong) == 1 else 'strong classes'} ({_keys(strong)})"
    if len(solid) >= ruleset.moderate_solid:
        return Level.MODERATE, f"{len(solid)} solid classes ({_keys(solid)})"
    return Level.LOW, f"one solid class ({_keys(solid)})" if solid else "only weak support"


def _strong(classes: list[OriginClass]) -> int:
    """Return how many classes are strong."""
    return sum(one.strong for one in classes)


def _blocs(classes: list[OriginClass], ruleset: Ruleset) -> bool:
    """Return whether classes come from enough blocs to be independent."""
    return len({bloc for one in classes for bloc in one.blocs}) >= ruleset.high_blocs


def _best(classes: Iterable[OriginClass]) -> str:
    """Return the best grade among the solid classes, "Z" where there is none."""
    return min((one.best for one in classes if one.solid), default="Z")


def _keys(classes: Iterable[OriginClass]) -> str:
    """Return the keys of classes for a sentence."""
    return ", ".join(one.key for one in classes)


def _standing(one: OriginClass) -> str:
    """Return what a class amounts to, in a word."""
    if one.primary:
        return "primary"
    return "strong" if one.strong else "solid" if one.solid else "weak"


def _confirmed(one: OriginClass) -> OriginClass:
    """Return a class with its digit set to 1."""
    return msgspec.structs.replace(one, digit=1, best=f"{one.best[0]}1")
