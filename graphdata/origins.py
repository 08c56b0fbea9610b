"""From paths to origin classes: who stands behind an aspect, loops left out, and how good each of them is (rules 1-4).

Choices where the published rules are terse:

* A chain that ends inside a loop of citing documents, at one that reports nothing itself on this aspect, carries
  nothing of its own. Where the loop has an exit, what leaves it is counted there, and no circle is flagged.
* Loops are looked for among the claims of one stance: A citing B for it and B citing A against it is no circle.
* One document is one origin, whether it is cited as an item or for its own reporting.
* The letter of a class is the best of its paths and its digit the best in the class, each for itself. Reports that
  were not read share a class without being one origin: there no report lends its letter to the digit of another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import msgspec

from graphdata.chains import CIRCULAR, UNATTRIBUTED, UNRESOLVED, Path
from graphdata.ruleset import Ruleset


class OriginClass(msgspec.Struct, frozen=True):
    """One origin behind an aspect, with the best and the worst grade under which it comes to us."""

    key: str
    label: str
    best: str
    worst: str
    documents: tuple[str, ...]
    claims: tuple[str, ...]
    solid: bool
    strong: bool
    informational: bool
    primary: bool
    blocs: tuple[str, ...]
    digit: int

    @property
    def bloc(self) -> str:
        """The bloc it speaks for; reports that were not read may come from several."""
        return " + ".join(self.blocs)

    @property
    def counts(self) -> bool:
        """Whether this is an origin, and not the lack of one."""
        return self.key not in (UNATTRIBUTED, CIRCULAR)

    @property
    def real(self) -> bool:
        """Whether it carries anything at all."""
        return self.key != CIRCULAR


def classes_of(paths: Iterable[Path], ruleset: Ruleset) -> tuple[OriginClass, ...]:
    """Return the origin classes behind the paths of one stance, the best first."""
    found = [class_of(key, members, ruleset) for key, members in paths_by_origin(paths).items()]
    if len(found) > 1:
        found.sort(key=lambda one: (not one.solid, not one.counts, one.best, one.key))
    return tuple(found)


def paths_by_origin(paths: Iterable[Path]) -> dict[str, list[Path]]:
    """Return the paths of one stance under the key of their origin, those that end in a loop under "circular"."""
    whole = list(paths)
    if len(whole) == 1 and len(whole[0].cites) < 2:
        return {whole[0].key: whole}
    looped = _looped(whole)
    items = {path.end for path in whole if path.key == path.end}
    found: dict[str, list[Path]] = {}
    for path in whole:
        key = path.end if path.end in items else path.key
        found.setdefault(CIRCULAR if path.end in looped else key, []).append(path)
    return found


def circles(paths: Iterable[Path]) -> bool:
    """Return whether documents cite one another in a loop that nothing leads out of."""
    whole = list(paths)
    looped = _looped(whole)
    exits = [path for path in whole if path.end not in looped and path.key != UNATTRIBUTED]
    onward = _onward(whole)
    return any(all(_reach(end, onward).isdisjoint(path.ids) for path in exits) for end in looped)


def _looped(paths: list[Path]) -> frozenset[str]:
    """Return the documents at which a chain ends although they only pass on what comes round to them again."""
    onward = _onward(paths)
    ends = {path.end for path in paths if path.end in onward}
    if not ends:
        return frozenset()
    own = {path.end for path in paths if not path.cites}
    return frozenset(end for end in ends - own if end in _reach(end, onward))


def _onward(paths: list[Path]) -> dict[str, set[str]]:
    """Return whom each document cites."""
    onward: dict[str, set[str]] = defaultdict(set)
    for path in paths:
        for citing, cited in path.cites:
            onward[citing].add(cited)
    return onward


def _reach(start: str, onward: dict[str, set[str]]) -> set[str]:
    """Return every document that citations lead to from one of them; itself only by a loop."""
    reached: set[str] = set()
    ahead = list(onward.get(start, ()))
    while ahead:
        document = ahead.pop()
        if document not in reached:
            reached.add(document)
            ahead.extend(onward.get(document, ()))
    return reached


def class_of(key: str, paths: list[Path], ruleset: Ruleset) -> OriginClass:
    """Return the class of an origin by rules 2 to 4."""
    grades = [(path.letter, digit_of(path, ruleset)) for path in paths]
    letter, digit = best_alone(grades, ruleset) if key == UNRESOLVED else _best_of_each(grades)
    sound = key not in (UNATTRIBUTED, CIRCULAR)
    solid = sound and ruleset.is_solid(letter, digit)
    return OriginClass(
        key=key,
        label=_label(key, paths),
        best=f"{letter}{digit}",
        worst="{}{}".format(*max(grades)),
        documents=_union([path.documents for path in paths]),
        claims=_union([(path.claim.id,) for path in paths]),
        solid=solid,
        strong=solid and ruleset.is_strong(letter, digit),
        informational=_informs(key, paths, grades, ruleset),
        primary=sound and any(path.in_hand and path.letter in ruleset.primary_letters for path in paths),
        blocs=_union([(path.bloc,) for path in paths]) if sound else (),
        digit=digit,
    )


def _best_of_each(grades: list[tuple[str, int]]) -> tuple[str, int]:
    """Return the best letter and the best digit of one origin."""
    return min([letter for letter, _ in grades]), min([digit for _, digit in grades])


def best_alone(grades: list[tuple[str, int]], ruleset: Ruleset) -> tuple[str, int]:
    """Return the best grade that a single report has."""
    return min(grades, key=lambda grade: (not ruleset.is_strong(*grade), not ruleset.is_solid(*grade), grade))


def _informs(key: str, paths: list[Path], grades: list[tuple[str, int]], ruleset: Ruleset) -> bool:
    """Return whether an origin informs rather than judges; among reports not read, only a solid one can."""
    if key != UNRESOLVED:
        return any(path.informational for path in paths)
    return any(path.informational and ruleset.is_solid(*grade) for path, grade in zip(paths, grades, strict=True))


def _union(parts: list[tuple[str, ...]]) -> tuple[str, ...]:
    """Return what occurs in any of the sorted parts, sorted."""
    return parts[0] if len(parts) == 1 else tuple(sorted(set().union(*parts)))


def digit_of(path: Path, ruleset: Ruleset) -> int:
    """Return the digit of a path, capped where its origin only says that it may be so."""
    return max(path.digit, ruleset.possible_digit) if path.hedged else path.digit


def _label(key: str, paths: list[Path]) -> str:
    """Return what a reader sees for an origin."""
    if key == UNATTRIBUTED:
        return "No origin named"
    if key == CIRCULAR:
        return "Documents that cite one another"
    names = ", ".join(_union([(path.label,) for path in paths]))
    if key == UNRESOLVED:
        return f"Own reporting, not read: {names}"
    return f"{names}, own reporting" if key.startswith("own:") else names
