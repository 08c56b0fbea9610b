"""What marks of an SVG share: looks by short names in one style sheet, and outlines that come again.

The look that most elements of a name have is said of the name, so that they need no class; texts inherit theirs from
the root. Programs that leave style sheets' finer selectors aside still know classes and names of elements.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from itertools import compress, count
from typing import Any, Final

Detail = tuple[Any, ...]

LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
TEXT: Final = "text"
USE: Final = "use"
AGAIN: Final = {  # what takes back the declarations that a class does not mention
    "stroke": "none",
    "opacity": "1",
    "stroke-linecap": "butt",
    "stroke-linejoin": "miter",
    "text-anchor": "start",
    "font-weight": "normal",
}


class Looks:
    """Looks that elements share: declarations, each of them under the shortest name for its number."""

    def __init__(self) -> None:
        """Begin without any."""
        self._times: dict[str, Counter[str]] = {}
        self._usual: dict[str, str] = {}
        self._names: dict[str, str] = {}

    def add(self, element: str, looks: Iterable[str]) -> None:
        """Add the looks of elements of a name."""
        self._times.setdefault(element, Counter()).update(looks)

    def settle(self) -> None:
        """Name the looks, once all are added: short names for what comes often."""
        self._usual = {name: max(times, key=times.__getitem__) for name, times in self._times.items() if times}
        self._usual.pop(USE, None)
        rest: Counter[str] = Counter()
        for element, times in self._times.items():
            rest.update({look: number for look, number in times.items() if look != self._usual.get(element)})
        self._names = {look: _short(rank) for rank, (look, _) in enumerate(rest.most_common())}

    def attribute(self, element: str, look: str) -> str:
        """Return what an element says of its look, with a space before; nothing for the usual one."""
        return "" if look == self._usual.get(element) else f' class="{self._names[look]}"'

    def inherited(self) -> str:
        """Return the usual look of texts as attributes of the root."""
        return "".join(f' {name}="{value}"' for name, value in _declarations(self._usual.get(TEXT, "")).items())

    def sheet(self) -> str:
        """Return the style sheet; a class takes back what the usual look says and it does not."""
        usual = {name: look for name, look in self._usual.items() if name != TEXT}
        rules = [f"{name}{{{look}}}" for name, look in usual.items()]
        for look, name in self._names.items():
            said = _declarations(look)
            for element, times in self._times.items():
                if look in times:
                    other = _declarations(self._usual.get(element, ""))
                    said = {each: AGAIN[each] for each in other if each in AGAIN} | said
            rules.append(f".{name}{{{';'.join(map(':'.join, said.items()))}}}")
        return "".join(rules)


class Sorts:
    """Marks sorted by their details: the sort of each, and the details of each sort."""

    def __init__(self, details: Iterable[Detail]) -> None:
        """Number the details in the order in which they first come."""
        numbers: defaultdict[Detail, int] = defaultdict(count().__next__)
        self.each = list(map(numbers.__getitem__, details))
        self.details: list[Detail] = list(numbers)

    def where(self, kept: Iterable[bool]) -> Sorts:
        """Return the same of some of the marks."""
        found = Sorts(())
        found.each, found.details = list(compress(self.each, kept)), self.details
        return found


class Begun:
    """How the elements of some marks begin: with their name, their look, and what else their sort has to say."""

    def __init__(
        self,
        looks: Looks,
        element: str,
        sorts: Sorts,
        declared: Callable[..., str],
        more: Callable[[Detail], str] | None = None,
    ) -> None:
        """Add the looks, which the details of a sort declare."""
        self._element, self._looks, self._sorts, self._more = element, looks, sorts, more
        self._declared = [declared(*detail) for detail in sorts.details]
        looks.add(element, map(self._declared.__getitem__, sorts.each))

    def all(self) -> list[str]:
        """Return the start of each element, once all looks are known."""
        element, more = self._element, self._more
        wanted = set(self._sorts.each)
        starts = [
            f"<{element}{self._looks.attribute(element, look)}{more(detail) if more else ''}" if sort in wanted else ""
            for sort, (look, detail) in enumerate(zip(self._declared, self._sorts.details, strict=True))
        ]
        return [starts[sort] for sort in self._sorts.each]


def _declarations(look: str) -> dict[str, str]:
    """Return the declarations of a look by their names."""
    return dict(each.split(":", 1) for each in look.split(";")) if look else {}


def _short(rank: int) -> str:
    """Return the name of that rank: a to z, then aa and on."""
    name = LETTERS[rank % 26]
    return name if rank < 26 else _short(rank // 26 - 1) + name
