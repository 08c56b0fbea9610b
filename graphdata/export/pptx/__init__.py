"""A view as PowerPoint slides: native shapes, glued lines, sources, marking, and an annex with every relation."""

from graphdata.export.pptx.deck import Paper, Showing, deck_from, to_pptx, views_to_pptx
from graphdata.export.pptx.decks import Lines, Manner

__all__ = ["Lines", "Manner", "Paper", "Showing", "deck_from", "to_pptx", "views_to_pptx"]
