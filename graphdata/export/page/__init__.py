"""A view as an interactive page in one file: the map, its evidence, a table, and no request to anywhere."""

from graphdata.export.page.page import (
    MOST_LINES,
    SMOOTH_LINES,
    Looks,
    TooManyLinesError,
    advice_on_lines,
    ensure_few,
    to_page,
)

__all__ = ["MOST_LINES", "SMOOTH_LINES", "Looks", "TooManyLinesError", "advice_on_lines", "ensure_few", "to_page"]
