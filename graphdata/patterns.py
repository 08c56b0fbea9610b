"""Judging many aspects at once: those whose claims make the same pattern come out the same, so one of them is judged.

A pattern holds all that the rules ask of the claims about one aspect: for each claim its stance, grade and wording,
which of them share an origin, a far end or a bloc, which speak of the same time, and whether the news has aged. Names
are replaced by the order of their first use. What a pattern cannot hold (documents citing one another) is judged alone.
"""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np

from graphdata.arrays import Bools, Ints, among, distinct
from graphdata.chains import NEVER, UNATTRIBUTED, Index
from graphdata.claim_columns import CONTRADICTS, NOBODY, QUALIFIES, SUPPORTS, Claims, Ragged, Trait
from graphdata.rules import Bounds, Case, Judgement
from graphdata.ruleset import ASSESSED_ONLY, FLAGS, STRENGTHENED, Ruleset
from graphdata.sourcing import Claim

MOST_CLAIMS: Final = 32  # about one aspect; more are judged alone
FLAG_BIT: Final = {flag: 1 << place for place, flag in enumerate(FLAGS)}
OUTSIDE: Final = FLAG_BIT[STRENGTHENED] | FLAG_BIT[ASSESSED_ONLY]  # flags that lead to no step: found without judging
WEAK_LETTER, WEAK_DIGIT = "F", 6


class Judged(NamedTuple):
    """What each group amounts to: level, number of origins, flags as bits; and the groups beside their origins."""

    level: Ints
    origins: Ints
    flags: Ints
    origin_pairs: Ragged


class Outcome(NamedTuple):
    """What the rules make of a pattern."""

    level: int
    origins: int
    flags: int


class Patterns:
    """The groups of a network, and what the rules have made of each pattern so far."""

    def __init__(self, index: Index, claims: Claims, group: Ints, ruleset: Ruleset) -> None:
        """Say in numbers what the rules ask of each claim by itself."""
        self.index, self.claims, self.group, self.ruleset = index, claims, group, ruleset
        self.groups = int(group.max(initial=-1)) + 1
        alike: dict[Trait, int] = {}
        codes = [alike.setdefault(_essence(trait, ruleset), len(alike)) for trait in claims.traits]
        rows = claims.rows
        self.essence = _looked_up(codes, rows.trait)
        self.stance = _looked_up([trait.stance for trait in claims.traits], rows.trait)
        self.assessed = _looked_up([trait.assessed for trait in claims.traits], rows.trait) == 1
        self.strengthened = _looked_up([trait.strengthened for trait in claims.traits], rows.trait) == 1
        self.attributed = _looked_up([trait.key_kind != NOBODY for trait in claims.traits], rows.trait) == 1
        speaks = self.stance != QUALIFIES
        self.key, self.end, self.bloc = (np.where(speaks, each + 1, 0) for each in (rows.key, rows.end, rows.bloc))
        self.order = np.lexsort((self.essence, group))
        events = np.array([relation.event for relation in index.network.relations], np.bool_)
        self.event = np.zeros(self.groups, np.bool_)
        self.event[group] = events[rows.relation]
        self.known: dict[bytes, Outcome] = {}

    def judged(self, rows: Ints, bounds: Bounds) -> Judged:
        """Return what every group amounts to by some of the claims; groups without any amount to nothing."""
        chosen = np.zeros(len(self.group), np.bool_)
        chosen[rows] = True
        ordered = self.order[chosen[self.order]]
        sizes = np.bincount(self.group[ordered], minlength=self.groups)
        starts = np.cumsum(sizes) - sizes
        alone = self._circling(ordered) | (sizes > MOST_CLAIMS)
        dated = self._dated(ordered, bounds)
        outcomes = np.zeros((self.groups, 3), np.int64)
        for size in distinct(sizes[(sizes > 0) & ~alone]).tolist():
            groups = np.flatnonzero((sizes == size) & ~alone)
            members = ordered[starts[groups][:, None] + np.arange(size)]
            outcomes[groups] = self._by_pattern(members, dated[groups], bounds)
        pairs = [_origins_behind(self, ordered, alone)]
        for group in np.flatnonzero(alone).tolist():
            found = self._judgement(ordered[starts[group] : starts[group] + sizes[group]], bounds)
            outcomes[group] = _outcome(found)
            codes = [self._word(one.key) for one in found.classes if one.counts]
            pairs.append(Ragged(np.full(len(codes), group), np.array(codes, np.int64)))
        level, origins, flags = outcomes.T
        joined = Ragged(*(np.concatenate([getattr(pair, name) for pair in pairs]) for name in Ragged._fields))
        return Judged(level, origins, flags | self._flags_outside(ordered, alone), joined)

    def _word(self, key: str) -> int:
        """Return the place of an origin among the words."""
        return self.claims.words[key]

    def _by_pattern(self, members: Ints, dated: Bools, bounds: Bounds) -> Ints:
        """Return the outcomes of groups of one size; members holds their claims, a row a group."""
        patterns: Ints = np.column_stack((self._patterns(members), dated.astype(np.int64)))
        _, firsts, which = np.unique(_joined(patterns), return_index=True, return_inverse=True)
        found = [self._outcome(patterns[at].tobytes(), members[at], bounds) for at in firsts.tolist()]
        outcomes: Ints = np.array(found, np.int64).reshape(-1, 3)[which]
        return outcomes

    def _patterns(self, members: Ints) -> Ints:
        """Return a row of numbers for each group that is the same where the rules cannot tell two groups apart."""
        if members.shape[1] == 1:
            return np.asarray(self.essence[members] * 2 + (self.key[members] == self.end[members]))
        origins = _first_uses(np.hstack((self.key[members], self.end[members])))
        blocs = _first_uses(self.bloc[members])
        essence = self.essence[members] * 2 + self._same_period(members)
        width = members.shape[1]
        found: Ints = ((essence * 128 + origins[:, :width]) * 128 + origins[:, width:]) * 64 + blocs
        return found

    def _same_period(self, members: Ints) -> Bools:
        """Return which contradictions may speak of a time that a supporting claim of their group speaks of."""
        rows = self.claims.rows
        begins, finishes, stance = rows.begins[members], rows.finishes[members], self.stance[members]
        overlap = (begins[:, :, None] <= finishes[:, None, :]) & (begins[:, None, :] <= finishes[:, :, None])
        found = (overlap & (stance == SUPPORTS)[:, None, :]).any(axis=2)
        return np.asarray(found & (stance == CONTRADICTS))

    def _outcome(self, pattern: bytes, members: Ints, bounds: Bounds) -> Outcome:
        """Return what the rules make of a pattern, of which some claims are an example."""
        if pattern not in self.known:
            found = _outcome(self._judgement(members, bounds))
            self.known[pattern] = found._replace(flags=found.flags & ~OUTSIDE)
        return self.known[pattern]

    def _judgement(self, members: Ints, bounds: Bounds) -> Judgement:
        """Return the judgement of one group."""
        claims = tuple(self._claim(row) for row in sorted(members.tolist()))
        relation = self.index.network.relations[int(self.claims.rows.relation[members[0]])]
        return Judgement(Case(claims[0].aspect, claims, relation, self.index, bounds, self.ruleset)).decide()

    def _claim(self, row: int) -> Claim:
        return self.index.network.claims[row]

    def _dated(self, ordered: Ints, bounds: Bounds) -> Bools:
        """Return in which groups the newest supporting information is older than the horizon."""
        which = ordered[self.stance[ordered] == SUPPORTS]
        if not self.ruleset.unattributed_is_news:
            which = which[self.attributed[which]]
        newest = np.full(self.groups, NEVER, np.int64)
        np.maximum.at(newest, self.group[which], self.claims.rows.news[which])
        return np.asarray((newest > NEVER) & (newest < bounds.fresh_from) & ~self.event)

    def _circling(self, ordered: Ints) -> Bools:
        """Return in which groups a chain ends at a document that another claim of the same stance has citing on."""
        chosen = np.zeros(len(self.group), np.bool_)
        chosen[ordered] = True
        citing = self.claims.citing
        on = chosen[citing.rows]
        rows, width = citing.rows[on], len(self.claims.words)
        onward = (self.group[rows] * 3 + self.stance[rows]) * width + citing.codes[on]
        ends = (self.group[ordered] * 3 + self.stance[ordered]) * width + self.claims.rows.end[ordered]
        found = np.zeros(self.groups, np.bool_)
        found[self.group[ordered[among(ends, onward)]]] = True
        return found

    def _flags_outside(self, ordered: Ints, alone: Bools) -> Ints:
        """Return the flags that need no judging: wording strengthened, and support by judgement only."""
        which = ordered[self.stance[ordered] == SUPPORTS]
        groups = self.group[which]
        support = np.bincount(groups, minlength=self.groups)
        assessed = np.bincount(groups[self.assessed[which]], minlength=self.groups)
        strengthened = np.bincount(groups[self.strengthened[which]], minlength=self.groups)
        only = (support > 0) & (assessed == support)
        bits = only * FLAG_BIT[ASSESSED_ONLY] + (strengthened > 0) * FLAG_BIT[STRENGTHENED]
        return np.where(alone, 0, bits)


def _essence(trait: Trait, ruleset: Ruleset) -> Trait:
    """Return a trait without what can make no difference: how weak a weak grade is, what qualifies, outside flags."""
    if trait.stance == QUALIFIES:
        return Trait(QUALIFIES, "", 0, False, False, False, False, False, trait.answered, False, 0)
    digit = max(trait.digit, ruleset.possible_digit) if trait.hedged else trait.digit
    return trait._replace(
        letter=trait.letter if trait.letter in ruleset.solid_letters else WEAK_LETTER,
        digit=digit if digit <= ruleset.solid_digit else WEAK_DIGIT,
        hedged=False,
        assessed=trait.assessed or trait.hedged,  # either is no information
        strengthened=False,
        answered=False,
    )


def _looked_up(values: list[int] | list[bool], places: Ints) -> Ints:
    return np.array(values or [0], np.int64)[places]


def _first_uses(names: Ints) -> Ints:
    """Return for each name of a row the place at which that row has it first."""
    return np.asarray((names[:, :, None] == names[:, None, :]).argmax(axis=2))


def _joined(table: Ints) -> Ints:
    """Return one number for each row, the same for equal rows."""
    codes = table[:, 0]
    for column in table.T[1:]:
        one, other = (np.unique(each, return_inverse=True)[1] for each in (codes, column))
        codes = one * (int(other.max(initial=0)) + 1) + other
    return codes


def _outcome(found: Judgement) -> Outcome:
    return Outcome(int(found.level), found.origins, sum(FLAG_BIT[flag] for flag in found.flags))


def _origins_behind(patterns: Patterns, ordered: Ints, alone: Bools) -> Ragged:
    """Return the groups beside the origins that support them; a document cited as an item is one with its reporting."""
    rows = patterns.claims.rows
    which = ordered[(patterns.stance[ordered] == SUPPORTS) & ~alone[patterns.group[ordered]]]
    key, end, group, width = rows.key[which], rows.end[which], patterns.group[which], len(patterns.claims.words)
    items = (group * width + end)[key == end]
    key = np.where(np.isin(group * width + end, items), end, key)
    unattributed = patterns.claims.words.get(UNATTRIBUTED, -1)
    counted = key != unattributed
    return Ragged(group[counted], key[counted])
