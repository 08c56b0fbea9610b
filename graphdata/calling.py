"""Which actors a typed text may mean, by any of their names in any script: the likeliest first."""

from __future__ import annotations

from collections.abc import Container, Iterable
from heapq import nsmallest
from itertools import chain
from typing import Final

from graphdata.bulk import kept_with
from graphdata.folding import all_spellings, fold, latin
from graphdata.network import Actor, Network

END: Final = "\n"  # stands round every name of an actor; folded names hold none
LABEL, WHOLE, BEGINS, WORD_BEGINS, INSIDE, NOWHERE = range(6)  # how well a text fits an actor, best first


def actors_meant(network: Network, text: str, limit: int, but: Container[str] = ()) -> tuple[Actor, ...]:
    """Return the actors, but some, with a name that holds a text.

    Who is called so stands before those whose name begins so, then those with a word that does, then the others; of
    two that fit equally the better connected stands first.
    """
    wanted, degree = as_called(text), network.degree
    found = (
        (fit, -degree[actor.id], actor.label, actor.id)
        for actor, called in zip(network.actors, called_of(network), strict=True)
        if (fit := fit_of(wanted, called)) < NOWHERE and actor.id not in but
    )
    return tuple(network.actor[key] for *_, key in nsmallest(limit, found))


def as_called(text: str) -> str:
    """Return a text as names are compared with it: folded, in Latin letters."""
    return latin(fold(text))


def fit_of(wanted: str, called: str) -> int:
    """Return how well a text in Latin letters fits what an actor is called; an empty one fits all alike."""
    if wanted not in called:
        return NOWHERE
    if f"{END}{wanted}" in called:
        if f"{END}{wanted}{END}" not in called:
            return BEGINS
        return LABEL if called.startswith(f"{END}{wanted}{END}") else WHOLE
    return WORD_BEGINS if f" {wanted}" in called else INSIDE


def called_of(network: Network) -> tuple[str, ...]:
    """Return for each actor, in their order, all its names between ends, its label first; kept with the network."""
    return kept_with(network, "_called", lambda: _called(network.actors))


def _called(actors: tuple[Actor, ...]) -> tuple[str, ...]:
    """Return the names of actors; those in another script also in Latin letters, those in plain ASCII all together."""
    names = [list(_names_of(actor)) for actor in actors]
    plain = iter(all_spellings([name for name in chain.from_iterable(names) if name.isascii()]))
    return tuple(END + "".join(next(plain) + END if name.isascii() else _both(name) for name in each) for each in names)


def _names_of(actor: Actor) -> Iterable[str]:
    """Yield all that an actor may be called: its label, its names, its id."""
    return dict.fromkeys([actor.label, *(name.text for name in actor.names), actor.id.partition(":")[2]])


def _both(name: str) -> str:
    """Return a name that is not in plain ASCII as it is compared, and the same in Latin letters."""
    folded = fold(name)
    return folded + END + latin(folded) + END
