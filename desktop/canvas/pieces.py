"""Pieces of painting: functions of a painter whose unit is the pixel, each of at most some milliseconds."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtGui import QPainter

Piece = Callable[[QPainter], None]


def pause(_painter: QPainter) -> None:
    """Paint nothing: a piece of work that is done before there is anything to paint."""


def painted(pieces: Iterator[Piece], painter: QPainter) -> None:
    """Paint all pieces at once."""
    for piece in pieces:
        piece(painter)
