"""The collector of cycles, kept away while bulk work runs: looking for garbage costs two to four times the work.

It is one for all threads, so it comes back when the last who keeps it away lets go, whoever that is: were it let in
while another still works beside the window, it would destroy widgets in that thread, and end the program.
"""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_lock: Final = threading.Lock()
_holds: Final[set[Hold]] = set()  # all that keep it away now


class Hold:
    """A reason to keep the collector away, from now until it is let go."""

    _was_on = True  # whether the collector was at work before the first hold

    def __init__(self) -> None:
        """Keep the collector away."""
        with _lock:
            if not _holds:
                Hold._was_on = gc.isenabled()
            _holds.add(self)
            gc.disable()

    def let_go(self) -> None:
        """Let the collector come back, if nothing else keeps it away and it was there; once."""
        with _lock:
            if self in _holds:
                _holds.remove(self)
                if not _holds and Hold._was_on:
                    gc.enable()


@contextmanager
def without_collector() -> Iterator[None]:
    """Keep the collector away for as long as a block runs."""
    hold = Hold()
    try:
        yield
    finally:
        hold.let_go()


def keep_from_collector() -> None:
    """Spare the collector all there is by now: a million values of a network would be gone through each time."""
    gc.freeze()
