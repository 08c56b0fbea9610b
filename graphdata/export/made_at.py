"""When a file says that it was made: never by the clock, so that the same input gives the same file."""

from __future__ import annotations

import os
from datetime import UTC, datetime


def made_at() -> datetime | None:
    """Return the time that SOURCE_DATE_EPOCH gives, and nothing where it is silent."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), UTC) if epoch.isdigit() and len(epoch) <= 11 else None
