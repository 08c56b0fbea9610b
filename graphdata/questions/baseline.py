"""What a view is compared with; by itself, since a window needs it before anything is compared."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from graphdata.filter import Filter
from graphdata.network import Network
from graphdata.vocabulary import MARKINGS

if TYPE_CHECKING:
    from graphdata.view import View


class Baseline(NamedTuple):
    """What a view is compared with: an earlier date, another network, another filter, or several of these at once."""

    earlier: str = ""
    other: Network | None = None
    filter: Filter | None = None

    @property
    def is_given(self) -> bool:
        """Whether there is anything to compare with."""
        return bool(self.earlier or self.other is not None or self.filter is not None)

    def view(self, after: View) -> View:
        """Return the view to compare another one with: asked the same, but for what the baseline says.

        A ceiling of either holds for both: what is gone is drawn, too, and must not stand above it.
        """
        from graphdata.view import view_of  # all of judging: a window stands before it is needed

        asked = after.filter if self.filter is None else self.filter
        wanted = replace(asked, as_of=self.earlier) if self.earlier else asked
        ceiling = min(filter(None, (asked.ceiling, after.filter.ceiling)), key=MARKINGS.index, default="")
        return view_of(self.other or after.network, replace(wanted, ceiling=ceiling))
