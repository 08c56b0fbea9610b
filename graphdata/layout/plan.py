"""What a layout is asked for: the actors' pairs and boxes, the page, the seed, the pins and the old places."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Singles = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

GAP = 6.0
"""Points that stay clear between any two boxes."""


class Cancelled(Exception):  # noqa: N818 - a wish of the caller, not an error
    """The caller asked a running layout to stop."""


@dataclass(frozen=True, eq=False, slots=True)
class Plan:
    """One question to a layout; a pair that is named several times stands for parallel relations."""

    count: int
    pairs: Ints
    sizes: Floats
    aspect: float = 1.6
    seed: int = 0
    pins: Mapping[int, tuple[float, float]] = field(default_factory=dict)
    anchor: Floats | None = None

    def rng(self) -> np.random.Generator:
        """Return a fresh generator, the same for the same plan."""
        return np.random.default_rng(self.seed)

    def pinned(self) -> Flags:
        """Return which actors may not move."""
        flags = np.zeros(self.count, dtype=bool)
        flags[list(self.pins)] = True
        return flags

    def with_pins(self, places: Floats) -> Floats:
        """Return the places with every pinned actor exactly on its pin."""
        out = places.copy()
        for actor, place in self.pins.items():
            out[actor] = place
        return out

    def old_places(self) -> Floats:
        """Return pins and old places, NaN where an actor has neither."""
        known = np.full((self.count, 2), np.nan) if self.anchor is None else np.asarray(self.anchor, dtype=float)
        return self.with_pins(known)


@dataclass(frozen=True, slots=True)
class Watch:
    """How a running layout asks whether to stop and says how far it is."""

    cancelled: Callable[[], bool] | None = None
    progress: Callable[[float], None] | None = None

    def tick(self, done: float) -> None:
        """Report the share done; raise Cancelled when the caller has lost interest."""
        if self.cancelled is not None and self.cancelled():
            raise Cancelled
        if self.progress is not None:
            self.progress(done)

    def within(self, low: float, high: float) -> Watch:
        """Return the watch of a part of the work, whose own nought to one lies between the two shares of the whole."""
        tell = self.progress
        return Watch(self.cancelled, tell and (lambda done: tell(low + (high - low) * done)))


UNWATCHED = Watch()
"""For callers that neither stop a layout nor ask how far it is."""
