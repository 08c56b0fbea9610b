"""What is said of a line where it cannot be seen: on slides, pages, and to those who listen."""

from __future__ import annotations

from collections.abc import Sequence

from graphdata.legend import BADGES, CHANGES
from graphdata.rows import domain_in_words, resting, title_of
from graphdata.scene import badges_of
from graphdata.ties import Tie
from graphdata.view import View


def numbers_in_words(numbers: Sequence[int]) -> str:
    """Return numbers of sources as they are cited: "[3] [14]"."""
    return " ".join(f"[{number}]" for number in numbers)


def line_in_words(view: View, tie: Tie, numbers: Sequence[int] = ()) -> str:
    """Return all that the look of a line says, and the numbers of its sources."""
    level = tie.level.label if tie.level == tie.worst else f"{tie.level.label} at best, {tie.worst.label} at worst"
    worn = "".join(f"; {(CHANGES | BADGES)[badge]}" for badge in badges_of(tie))
    cited = f" Sources {numbers_in_words(numbers)}." if numbers else ""
    domain = domain_in_words(tie.domain, tie.hostile)
    return (
        f"{title_of(view.network, tie.giver, tie.receiver, tie.mutual)}. {domain}: {tie.label}."
        f" Confidence {level}; {resting(tie.documents, tie.origins)}{worn}.{cited}"
    )
