"""What somebody typed as the name of something, and which record or word it names."""

from __future__ import annotations

from collections.abc import Collection

from graphdata.filter import FilterError
from graphdata.folding import fold, latin
from graphdata.network import Network

ALIKE = 60.0  # of 100: names less like each other than this are not offered for one another
LISTED = 40  # words of a list that a message names


def actor_called(name: str, network: Network) -> str:
    """Return the id of the actor of an id, with or without its prefix, or of any name; nothing where none has it."""
    for wanted in (name, f"actor:{name}"):
        if wanted in network.actor:
            return wanted
    return _names(network).get(fold(name), "")


def actor_named(option: str, name: str, network: Network) -> str:
    """Return the id of an actor named by id or by any of its names; raises FilterError with the nearest name."""
    found = actor_called(name, network)
    if found:
        return found
    near = nearest(latin(fold(name)), {latin(known): actor for known, actor in _names(network).items()})
    hint = f"Did you mean {network.actor[near].name}?" if near else "Search for it in the window with Ctrl+F."
    raise FilterError(f"{option}: no actor is called '{name}'. {hint}")


def one_of(option: str, word: str, allowed: Collection[str]) -> str:
    """Return the word if it is allowed; raises FilterError with the nearest one, or with all of them."""
    if word in allowed:
        return word
    near = nearest(word, {known: known for known in allowed})
    hint = f"Did you mean {near}?" if near else f"Choose among {', '.join(sorted(allowed)[:LISTED])}."
    raise FilterError(f"{option}: '{word}' is not known. {hint}")


def nearest(word: str, known: dict[str, str]) -> str:
    """Return what the name most like a word stands for, nothing where none is like it."""
    from rapidfuzz import fuzz, process

    found = process.extractOne(word, known.keys(), scorer=fuzz.ratio, score_cutoff=ALIKE)
    return known[found[0]] if found else ""


def _names(network: Network) -> dict[str, str]:
    """Return the ids of actors by each of their names, folded; kept with the network."""
    kept = network.__dict__
    if "_actor_names" not in kept:
        kept["_actor_names"] = {fold(each.text): actor.id for actor in network.actors for each in actor.names}
    found: dict[str, str] = kept["_actor_names"]
    return found
