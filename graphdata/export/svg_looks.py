"""What marks of an SVG share: looks by short names in one style sheet, and outlines that come again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
REUSED: Final = 40  # letters of path data from which on a shape that comes again is referred to


class Known(dict[tuple[Any, ...], str]):
    """What is worked out for each of some details once, in the order in which they first come."""

    def __init__(self, make: Callable[[tuple[Any, ...]], str]) -> None:
        """Begin with nothing."""
        super().__init__()
        self._make = make

    def __missing__(self, detail: tuple[Any, ...]) -> str:
        """Work it out."""
        found = self[detail] = self._make(detail)
        return found


class Looks:
    """Looks that marks share, each under a short name; the style sheet says them once."""

    def __init__(self) -> None:
        """Begin without any."""
        self._names: dict[str, str] = {}

    def name(self, look: str) -> str:
        """Return the short name of a look."""
        return self._names.setdefault(look, _short(len(self._names)))

    def sheet(self) -> str:
        """Return the style sheet."""
        return "".join(f".{name}{{{look}}}" for look, name in self._names.items())


class Shapes:
    """Outlines that come again: each is defined where it first stands, and referred to afterwards."""

    def __init__(self) -> None:
        """Begin without any."""
        self._names: dict[str, str] = {}

    def path(self, outline: tuple[str, str], look: str) -> str:
        """Return the element that draws an outline, given as its place and what follows from there, in a look."""
        place, rest = outline
        if len(rest) < REUSED:
            return f'<path class="{look}" d="m{place}{rest}"/>'
        name = self._names.setdefault(rest, f"s{len(self._names)}")
        x, y = place.replace("-", " -").split()
        return f'<use class="{look}" x="{x}" y="{y}" xlink:href="#{name}"/>'

    def definitions(self) -> str:
        """Return the shapes that are referred to."""
        return "".join(f'<path id="{name}" d="m0 0{rest}"/>' for rest, name in self._names.items())


def _short(rank: int) -> str:
    """Return the name of that rank: a to z, then aa and on."""
    name = LETTERS[rank % 26]
    return name if rank < 26 else _short(rank // 26 - 1) + name
