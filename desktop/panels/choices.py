"""Which choices each facet of the filter panel offers for a view, in which order, with their live counts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from desktop.models.choices_model import Choice
from graphdata.bulk import kept_with
from graphdata.counts import ORIGIN_CHOICES, counts_of
from graphdata.offered import source_labels
from graphdata.ruleset import FLAGS, Level
from graphdata.view import View
from graphdata.vocabulary import ACTOR_KINDS, DOMAIN_LABELS, DOMAINS, KINDS, STATUS_WORDS

ACTS: Final[dict[str, str]] = {"all": "All", "only": "Only", "none": "Without"}


def domains(view: View) -> list[Choice]:
    """Return the four domains."""
    return [Choice(domain, DOMAIN_LABELS[domain], counts_of(view).domains[domain]) for domain in DOMAINS]


def kinds(view: View) -> list[Choice]:
    """Return the kinds of dealing that the network has, by domain."""
    used = frozenset(view.facts.fixed.kind.words)
    words = {kind: dealing.label for listed in KINDS.values() for kind, dealing in listed.items() if kind in used}
    return _labelled(words, counts_of(view).kinds)


def actor_kinds(view: View) -> list[Choice]:
    """Return the kinds of actor that the network has."""
    used = kept_with(view.network, "_kinds_used", lambda: {actor.kind for actor in view.network.actors})
    return _labelled({kind: label for kind, label in ACTOR_KINDS.items() if kind in used}, counts_of(view).actor_kinds)


def actor_ends(view: View) -> list[Choice]:
    """Return which ends of a relation may have to be of the chosen kinds."""
    found = counts_of(view).actor_ends
    return [Choice("either", "Either end", found["either"]), Choice("both", "Both ends", found["both"])]


def statuses(view: View) -> list[Choice]:
    """Return every status, and no status."""
    return _labelled({**STATUS_WORDS, "": "No status"}, counts_of(view).statuses)


def flags(view: View) -> list[Choice]:
    """Return the marks that some relation of the network carries, or that are asked for."""
    found = counts_of(view).flags
    return _labelled({k: label for k, label in FLAGS.items() if found.get(k) or k in view.filter.flags}, found)


def sources(view: View) -> list[Choice]:
    """Return the sources of the network in two or three words each, by name; titles tell like ones apart."""
    return _labelled(source_labels(view.network), counts_of(view).sources)


def levels(view: View) -> list[Choice]:
    """Return the levels of confidence from none upwards."""
    return [Choice(level.name, level.label, counts_of(view).min_confidence[level]) for level in Level]


def origins(view: View) -> list[Choice]:
    """Return the least numbers of origins."""
    words = {number: str(number) if number else "Any" for number in ORIGIN_CHOICES}
    return [Choice(str(number), word, counts_of(view).min_origins[number]) for number, word in words.items()]


def acts(view: View) -> list[Choice]:
    """Return what can be asked about hostile acts."""
    found = counts_of(view).hostile
    return [Choice(act, label, found[act]) for act, label in ACTS.items()]  # type: ignore[index]  # the words of Acts


def undated(view: View) -> int:
    """Return the number of undated relations."""
    return counts_of(view).undated


def _labelled(words: Mapping[str, str], numbers: Mapping[str, int]) -> list[Choice]:
    return [Choice(key, label, numbers.get(key, 0)) for key, label in words.items()]
