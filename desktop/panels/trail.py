"""Where the evidence panel has been: the way back and forward over selections."""

from __future__ import annotations

from typing import Final

from desktop.session import Selection

LONGEST: Final = 100


class Trail:
    """The selections that were shown, and the place among them."""

    def __init__(self) -> None:
        """Begin where nothing is selected."""
        self._visited: list[Selection] = [Selection()]
        self._place = 0

    @property
    def here(self) -> Selection:
        """What is shown now."""
        return self._visited[self._place]

    @property
    def can_go_back(self) -> bool:
        """Whether something was shown before."""
        return self._place > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether the way back was taken from somewhere."""
        return self._place < len(self._visited) - 1

    def visit(self, selection: Selection) -> None:
        """Go somewhere new; what lay ahead is forgotten. Going nowhere new changes nothing."""
        if selection != self.here:
            self._visited = [*self._visited[: self._place + 1], selection][-LONGEST:]
            self._place = len(self._visited) - 1

    def back(self) -> Selection:
        """Go one step back and return what to show."""
        self._place = max(0, self._place - 1)
        return self.here

    def forward(self) -> Selection:
        """Go one step forward and return what to show."""
        self._place = min(len(self._visited) - 1, self._place + 1)
        return self.here
