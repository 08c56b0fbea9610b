"""Which choices each facet of the filter panel offers for a view, in which order, with their live counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from desktop.models.choices_model import Choice
from graphdata.citation import short
from graphdata.counts import ORIGIN_CHOICES, Counts, counts_of
from graphdata.folding import fold
from graphdata.network import Network
from graphdata.ruleset import FLAGS, Level
from graphdata.view import View
from graphdata.vocabulary import ACTOR_KINDS, DOMAIN_LABELS, DOMAINS, KINDS, STATUS_WORDS

ACTS: Final[dict[str, str]] = {"all": "All", "only": "Only", "none": "Without"}


@lru_cache(maxsize=2)
def counts(view: View) -> Counts:
    """Return the counts of a view, made once for all facets."""
    return counts_of(view)


def domains(view: View) -> list[Choice]:
    """Return the four domains."""
    return [Choice(domain, DOMAIN_LABELS[domain], counts(view).domains[domain]) for domain in DOMAINS]


def kinds(view: View) -> list[Choice]:
    """Return the kinds of dealing that the network has, by domain."""
    used = {relation.kind for relation in view.network.relations}
    words = {kind: dealing.label for listed in KINDS.values() for kind, dealing in listed.items() if kind in used}
    return _labelled(words, counts(view).kinds)


def actor_kinds(view: View) -> list[Choice]:
    """Return the kinds of actor that the network has."""
    used = {actor.kind for actor in view.network.actors}
    return _labelled({kind: label for kind, label in ACTOR_KINDS.items() if kind in used}, counts(view).actor_kinds)


def statuses(view: View) -> list[Choice]:
    """Return every status, and no status."""
    return _labelled({**STATUS_WORDS, "": "No status"}, counts(view).statuses)


def flags(view: View) -> list[Choice]:
    """Return the marks that some relation of the network carries, or that are asked for."""
    wanted = {flag: label for flag, label in FLAGS.items() if counts(view).flags.get(flag) or flag in view.filter.flags}
    return _labelled(wanted, counts(view).flags)


def sources(view: View) -> list[Choice]:
    """Return the sources of the network in two or three words each, by name; titles tell like ones apart."""
    return _labelled(_source_labels(view.network), counts(view).sources)


def levels(view: View) -> list[Choice]:
    """Return the levels of confidence from none upwards."""
    return [Choice(level.name, level.label, counts(view).min_confidence[level]) for level in Level]


def origins(view: View) -> list[Choice]:
    """Return the least numbers of origins."""
    words = {number: str(number) if number else "Any" for number in ORIGIN_CHOICES}
    return [Choice(str(number), word, counts(view).min_origins[number]) for number, word in words.items()]


def acts(view: View) -> list[Choice]:
    """Return what can be asked about hostile acts."""
    found = counts(view).hostile
    return [Choice(act, label, found[act]) for act, label in ACTS.items()]  # type: ignore[index]  # the words of Acts


def undated(view: View) -> int:
    """Return the number of undated relations."""
    return counts(view).undated


def _labelled(words: Mapping[str, str], numbers: Mapping[str, int]) -> list[Choice]:
    return [Choice(key, label, numbers.get(key, 0)) for key, label in words.items()]


def _source_labels(network: Network) -> dict[str, str]:
    named = {source.id: short(source) for source in network.sources}
    times = Counter(named.values())
    labels = {each.id: each.title if times[named[each.id]] > 1 else named[each.id] for each in network.sources}
    return dict(sorted(labels.items(), key=lambda pair: fold(pair[1])))
