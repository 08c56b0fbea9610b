"""Bulk work makes values, not garbage: looking for it meanwhile costs two to four times the work itself.

A network that has been opened is kept away from the collector altogether, and let go by its caches when it is closed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Final, TypeVar, cast

if TYPE_CHECKING:
    from graphdata.network import Network

LARGE: Final = 750  # relations; from there on what is worked out of all of them would be waited for
T = TypeVar("T")
Told = Callable[[float], None]  # takes the share of a task that is done; raises where nobody waits any more


def no_one(_: float) -> None:
    """Tell nobody how far a task is."""


def part_of(told: Told, start: float, end: float) -> Told:
    """Return what a part of a task tells its own share to, for the whole to be told."""
    return lambda share: told(start + share * (end - start))


def steps_of(things: Sequence[T], told: Told, each: int = 64) -> Iterator[T]:
    """Yield things one by one, and tell after some of them what share has been taken."""
    for at, thing in enumerate(things):
        if at % each == 0:
            told(at / len(things))
        yield thing


def kept_with(network: Network, name: str, make: Callable[[], T]) -> T:
    """Return what is kept with a network under a name, made at the first asking; release() lets it go."""
    kept = network.__dict__
    if name not in kept:
        kept[name] = make()
    return cast("T", kept[name])


def release(network: Network) -> None:
    """Let go of all that was worked out of a network: it leads back to the network, which would never be freed."""
    network.__dict__.clear()
