"""A view as PowerPoint slides: native shapes, glued lines, sources, marking, and an annex with every relation."""

from graphdata.export.pptx.deck import LINES_READ_AT_ONCE, Lines, Paper, to_pptx, too_many_lines

__all__ = ["LINES_READ_AT_ONCE", "Lines", "Paper", "to_pptx", "too_many_lines"]
