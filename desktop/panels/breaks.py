"""Where a word that is longer than a panel is wide may be broken."""

from __future__ import annotations

import re
from typing import Final

LONGEST: Final = 24  # letters that fit into one line of the narrowest panel
ZERO_WIDTH_SPACE: Final = "\u200b"
_LONG: Final = re.compile(rf"[^\s/-]{{{LONGEST}}}(?=[^\s/-])")


def breakable(text: str) -> str:
    """Return a text to show, in which overlong words may be broken; all others stay as they are."""
    return _LONG.sub(lambda found: found.group() + ZERO_WIDTH_SPACE, text)
